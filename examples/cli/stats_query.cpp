#include "stats_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "input.hpp"
#include "named.hpp"
#include "periods.hpp"
#include "problems.hpp"

namespace tool {
namespace {

constexpr std::array all_dimensions{cchc::Dimension::agency,  cchc::Dimension::field, cchc::Dimension::procedure,
                                    cchc::Dimension::channel, cchc::Dimension::month, cchc::Dimension::quarter,
                                    cchc::Dimension::year,    cchc::Dimension::cause, cchc::Dimension::service_level};

cchc::Dimension parse_dimension(std::string_view name) {
    std::string known;
    for (const cchc::Dimension dimension : all_dimensions) {
        if (cchc::to_string(dimension) == name) return dimension;
        known += fmt::format("{}{}", known.empty() ? "" : ", ", cchc::to_string(dimension));
    }
    throw CallError(fmt::format("--by: \"{}\" is none of {}", name, known));
}

// "agency,field" is one grouping by both.
cchc::Grouping parse_grouping(std::string_view text) {
    cchc::Grouping grouping;
    while (true) {
        const std::size_t comma = text.find(',');
        grouping.push_back(parse_dimension(text.substr(0, comma)));
        if (comma == std::string_view::npos) return grouping;
        text.remove_prefix(comma + 1);
    }
}

// A hierarchy stands on the figures of agencies, and so do files of facts.
void group_by_agency(cchc::Query& query) {
    const cchc::Grouping agency = {cchc::Dimension::agency};
    const auto& all = query.groupings;
    if (std::find(all.begin(), all.end(), agency) == all.end()) query.groupings.push_back(agency);
}

}  // namespace

std::vector<std::string> read_lines(const std::string& path) {
    const std::string text = read_whole(path);
    std::string_view rest = text;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    std::vector<std::string> lines;
    while (!rest.empty()) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") != std::string_view::npos) lines.emplace_back(line);
    }
    return lines;
}

cchc::Query make_query(const StatsOptions& options) {
    cchc::Query query;
    if (!is_series(options)) {
        const cchc::Period period = one_period(options, "stats");
        query.from = period.from;
        query.to = period.to;
    }
    if (!options.as_of.empty()) query.as_of = parse_date(options.as_of, "--as-of");
    for (const std::string& text : options.by) query.groupings.push_back(parse_grouping(text));
    if (!options.hierarchy.empty() || !options.facts_dir.empty()) group_by_agency(query);
    if (query.groupings.empty()) query.groupings.emplace_back();  // the total alone
    query.timing = options.timing;
    if (!options.agencies.empty()) query.agencies = read_lines(options.agencies);
    if (!options.policy.empty()) query.policy = find_policy(options.policy);
    if (!options.calendar.empty()) query.calendar = find_calendar(options.calendar);
    for (const std::string& rule : options.rules) query.rules.set(find_rule(rule));
    return query;
}

}  // namespace tool

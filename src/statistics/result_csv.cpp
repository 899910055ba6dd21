#include <fmt/format.h>

#include "statistics/csv_text.hpp"
#include "statistics/named.hpp"

namespace cchc {

std::string stats::quoted(std::string_view t) {
    if (t.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(t);
    std::string out = "\"";
    for (const char c : t) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

namespace {

using stats::quoted;

void add_line(std::string& out, const std::vector<std::string>& key, const Counts& counts) {
    std::string line;
    for (const std::string& value : key) line += quoted(value) + ",";
    stats::each_named(counts, [&line](std::string_view, std::uint64_t value) { line += std::to_string(value) + ","; });
    line.back() = '\n';
    out += line;
}

}  // namespace

std::string to_csv(const StatisticsResult& result, std::size_t grouping) {
    if (grouping >= result.groups.size()) throw Error(ErrorCode::argument_range, "the query has no such grouping");
    const GroupResult& group = result.groups[grouping];
    std::string out;
    for (const Dimension d : group.grouping) out += fmt::format("{},", to_string(d));
    stats::each_named(result.total, [&out](std::string_view name, std::uint64_t) { out += fmt::format("{},", name); });
    out.back() = '\n';
    for (const GroupRow& row : group.rows) add_line(out, row.key, row.counts);
    return out;
}

}  // namespace cchc

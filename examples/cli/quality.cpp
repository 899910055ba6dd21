// cchc quality: flags of dossiers, counted in total and by agency, or listed dossier by dossier.
#include <fmt/format.h>

#include <cchc/cchc.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "periods.hpp"
#include "problems.hpp"
#include "row_writer.hpp"
#include "stats_input.hpp"
#include "stats_query.hpp"
#include "table.hpp"

namespace tool {
namespace {

cchc::Query make_query(const QualityOptions& o) {
    cchc::Query query;
    const cchc::Period period = one_period(o, "quality");
    query.from = period.from;
    query.to = period.to;
    if (!o.as_of.empty()) query.as_of = parse_date(o.as_of, "--as-of");
    if (!o.agencies.empty()) query.agencies = read_lines(o.agencies);
    if (!o.policy.empty()) query.policy = find_policy(o.policy);
    if (!o.calendar.empty()) query.calendar = find_calendar(o.calendar);
    for (const std::string& rule : o.rules) query.rules.set(find_rule(rule));
    return query;
}

cchc::QualityReport begin(const QualityOptions& o) {
    std::optional<cchc::Date> today;
    if (!o.today.empty()) today = parse_date(o.today, "--today");
    return cchc::QualityReport(make_query(o), today);
}

std::string flag_names(std::uint32_t found) {
    std::string names;
    for (std::uint8_t f = 0; f < cchc::flag_count; ++f) {
        const auto flag = static_cast<cchc::Flag>(f);
        if ((found & cchc::bit(flag)) != 0) names += fmt::format("{}{}", names.empty() ? "" : " ", cchc::to_string(flag));
    }
    return names;
}

std::string present(const cchc::QualityResult& result, const Common& common) {
    if (common.format == "json") return cchc::to_json(result);
    if (common.format == "csv") return cchc::to_csv(result);
    const cchc::Lang lang = parse_lang(common);
    return render(cchc::quality_total(result, lang)) + '\n' + render(cchc::quality_by_agency(result, lang));
}

// A file of a whole year has much after a quarter that is no error.
void note_today(const cchc::QualityResult& result, const QualityOptions& options) {
    const auto count = [&](cchc::Flag flag) { return result.total.flags[static_cast<std::size_t>(flag)].count; };
    if (!options.today.empty()) return;
    if (count(cchc::Flag::received_in_future) + count(cchc::Flag::ended_in_future) == 0) return;
    say(fmt::format("note: dates after {} count as in the future; --today says otherwise", cchc::to_string(result.today)));
}

using TakeFound = std::function<void(const cchc::Dossiers& batch, const std::vector<std::uint32_t>& flags,
                                     const std::vector<cchc::Problem>& problem)>;

// Adds all files; `take` sees what was found in each row.
bool add_all(const QualityOptions& options, cchc::QualityReport& report, const TakeFound& take) {
    std::vector<std::uint32_t> flags;
    std::vector<cchc::Problem> problem;
    return read_files(options.reading, report.query().rules,
                      [&](cchc::Dossiers& batch, const Place& place, std::size_t shown, Uncounted& uncounted) {
                          flags.resize(batch.size());
                          problem.resize(batch.size());
                          report.add(batch, flags, problem);
                          note_uncounted(batch, problem, place, shown, uncounted);
                          take(batch, flags, problem);
                      });
}

// One row for each dossier with a flag or a problem, written while the files are read.
bool list(const QualityOptions& options, cchc::QualityReport& report, Output& output) {
    const auto rows = make_row_writer(options.common.format, ',', output);
    rows->header({"id", "agency", "flags", "problem"});
    const bool good = add_all(options, report, [&](const auto& batch, const auto& flags, const auto& problem) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const bool judged = problem[i] == cchc::Problem::none;
            if (flags[i] == 0 && judged) continue;
            rows->row({std::string(batch.id[i]), std::string(batch.agency[i]), flag_names(flags[i]),
                       std::string(judged ? "" : cchc::to_string(problem[i]))});
        }
    });
    rows->end();
    return good;
}

}  // namespace

int run_quality(const QualityOptions& options) {
    if (options.reading.files.empty()) throw CallError("quality: give a file of dossiers, or - for standard input");
    cchc::QualityReport report = begin(options);
    Output output(options.common);
    bool good = true;
    if (options.list) {
        good = list(options, report, output);
    } else {
        good = add_all(options, report, [](const auto&, const auto&, const auto&) {});
        output.write(present(report.result(), options.common));
    }
    output.commit();
    note_today(report.result(), options);
    return good ? exit_done : exit_bad_data;
}

}  // namespace tool

#include "stats_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "csv.hpp"
#include "input.hpp"
#include "problems.hpp"
#include "progress.hpp"

namespace tool {
namespace {

void note_uncounted(const cchc::Dossiers& batch, std::size_t i, const std::string& place, std::size_t shown,
                    Uncounted& uncounted) {
    ++uncounted.rows;
    ++uncounted.by_problem[static_cast<std::size_t>(batch.problem[i])];
    if (uncounted.messages.size() >= shown) return;
    uncounted.messages.push_back(
        fmt::format("{}, dossier \"{}\": {}", place, batch.id[i], cchc::to_text(batch.problem[i], cchc::Lang::en)));
}

// Adds a batch. Its missing due dates are computed here and not by the statistics, because the rows where that fails
// shall be named.
template <class Into>
void add_batch(cchc::Dossiers& batch, Into& statistics, const cchc::Query& query, const Place& place, std::size_t shown,
               Uncounted& uncounted) {
    const std::vector<cchc::Problem> before = batch.problem;
    const std::size_t failed = cchc::compute_due(batch, query.policy, query.calendar, query.rules, query.effective_as_of());
    for (std::size_t i = 0; failed > 0 && i < before.size(); ++i) {
        if (batch.problem[i] == before[i]) continue;
        note_uncounted(batch, i, fmt::format("{}: row {}", place.file, place.row + i + 1), shown, uncounted);
    }
    statistics.add(batch);
}

// A limit of 0 means something only to rules that count the day of receipt.
bool takes_zero(const cchc::RuleSet& rules) {
    return std::any_of(rules.by_unit.begin(), rules.by_unit.end(),
                       [](const cchc::CountingRule& rule) { return rule.count_from == cchc::CountFrom::receipt_day; });
}

// What holds for all files; the mapping is read once.
cchc::ReadOptions read_options(const Reading& o, const cchc::RuleSet& rules) {
    cchc::ReadOptions read;
    read.max_issues = o.issues;
    read.stop_at_first_issue = o.strict;
    read.zero_limit_allowed = takes_zero(rules);
    if (!o.delimiter.empty()) read.delimiter = parse_delimiter(o.delimiter);
    if (!o.mapping.empty()) {
        read.mapping = std::make_shared<cchc::Mapping>(cchc::Mapping::from_json(read_whole(o.mapping), o.mapping));
    }
    return read;
}

void report_issues(const cchc::ReadReport& report, const Uncounted& uncounted, std::size_t shown) {
    for (const cchc::RowIssue& issue : report.issues) {
        const std::string dossier = issue.id.empty() ? "" : fmt::format(" (dossier \"{}\")", issue.id);
        const std::uint64_t byte = std::max<std::uint64_t>(issue.byte, 1);
        say(fmt::format("{}:{}:{}: {}{}", report.source, issue.line, byte, issue.message, dossier));
    }
    const std::size_t room = shown - std::min(shown, report.issues.size());
    const std::size_t more = std::min(room, uncounted.messages.size());
    for (std::size_t i = 0; i < more; ++i) say(uncounted.messages[i]);
    const std::uint64_t bad = report.bad_rows + uncounted.rows;
    const std::uint64_t hidden = bad - std::min<std::uint64_t>(report.issues.size() + more, bad);
    if (hidden > 0) say(fmt::format("{}: … and {} more; --issues shows more of them", report.source, hidden));
}

void report_counts(const cchc::ReadReport& report, const Uncounted& uncounted) {
    const std::uint64_t bad = report.bad_rows + uncounted.rows;
    if (bad == 0) return;
    std::string list;
    for (std::size_t i = 1; i < cchc::problem_count; ++i) {
        const std::uint64_t count = report.by_problem[i] + uncounted.by_problem[i];
        if (count == 0) continue;
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, cchc::to_string(static_cast<cchc::Problem>(i)));
    }
    say(fmt::format("{}: {} of {} rows are bad and counted as excluded: {}", report.source, bad, report.rows, list));
}

void report_notes(const cchc::ReadReport& report) {
    const auto note = [&](const std::string& text) { say(fmt::format("{}: note: {}", report.source, text)); };
    if (report.rows == 0) note("a header and no rows");
    if (!report.ignored.empty()) note(fmt::format("columns not used: \"{}\"", fmt::join(report.ignored, "\", \"")));
    if (!report.missing.empty())
        note(fmt::format("columns that the file does not have: {}", fmt::join(report.missing, ", ")));
    if (report.duplicate_count == 0) return;
    const std::string& file = report.source;
    for (const cchc::DuplicateId& twice : report.duplicates) {
        say(fmt::format("{}:{}: note: dossier \"{}\" stands already in row {}", file, twice.line, twice.id,
                        twice.first_row));
    }
    note(fmt::format("{} rows repeat an id; every row is counted{}", report.duplicate_count,
                     report.duplicates_complete ? "" : "; only near repetitions were looked for, the file is long"));
}

bool read_file(const std::string& path, const Reading& reading, cchc::ReadOptions read, const TakeBatch& take) {
    Input input(path);
    read.source = input.name();
    Uncounted uncounted;
    Place place{input.name()};
    cchc::CsvReader reader(std::move(read), [&](cchc::Dossiers& batch) {
        take(batch, place, reading.issues, uncounted);
        place.row += batch.size();
    });
    std::string block(reading.block_size, '\0');
    {
        Progress progress(input.name(), input.size());
        while (const std::size_t length = input.read(block)) {
            reader.feed(std::string_view(block).substr(0, length));
            progress.advance(length);
        }
    }
    const cchc::ReadReport report = reader.finish();
    report_issues(report, uncounted, reading.issues);
    report_counts(report, uncounted);
    report_notes(report);
    return report.bad_rows + uncounted.rows == 0;
}

}  // namespace

bool read_files(const Reading& reading, const cchc::RuleSet& rules, const TakeBatch& take) {
    const cchc::ReadOptions read = read_options(reading, rules);
    bool good = true;
    for (const std::string& path : reading.files) good = read_file(path, reading, read, take) && good;
    return good;
}

bool add_files(const Reading& reading, cchc::Statistics& statistics) {
    return read_files(reading, statistics.query().rules,
                      [&](cchc::Dossiers& batch, const Place& place, std::size_t shown, Uncounted& uncounted) {
                          add_batch(batch, statistics, statistics.query(), place, shown, uncounted);
                      });
}

bool add_files(const Reading& reading, cchc::PeriodSeries& series) {
    // Policy, calendar and rules are the same for every period.
    const cchc::Query& query = series.query(0);
    return read_files(reading, query.rules,
                      [&](cchc::Dossiers& batch, const Place& place, std::size_t shown, Uncounted& uncounted) {
                          add_batch(batch, series, query, place, shown, uncounted);
                      });
}

}  // namespace tool

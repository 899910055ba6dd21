#include "stats_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "csv.hpp"
#include "input.hpp"
#include "named.hpp"
#include "problems.hpp"
#include "progress.hpp"

namespace tool {
namespace {

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
    if (!o.mapping.empty()) read.mapping = std::make_shared<cchc::Mapping>(find_mapping(o.mapping));
    return read;
}

// A bad row with its place; one that is bad by its pauses has its place in their file, and the message tells it.
void say_issue(const std::string& source, const cchc::RowIssue& issue) {
    const std::string dossier = issue.id.empty() ? "" : fmt::format(" (dossier \"{}\")", issue.id);
    const std::string pointer = issue.pointer.empty() ? "" : fmt::format(" at {}", issue.pointer);
    const std::string place =
        issue.line == 0 ? "" : fmt::format(":{}:{}", issue.line, std::max<std::uint64_t>(issue.byte, 1));
    say(fmt::format("{}{}: {}{}{}", source, place, issue.message, pointer, dossier));
}

// The file of pauses, whole, before any dossier.
std::shared_ptr<const cchc::ClockTable> read_pauses(const Reading& o, cchc::ReadOptions read) {
    Input input(o.pauses);
    read.source = input.name();
    read.delimiter = 0;
    cchc::ClockReader reader(std::move(read));
    std::string block(o.block_size, '\0');
    while (const std::size_t length = input.read(block)) reader.feed(std::string_view(block).substr(0, length));
    auto table = std::make_shared<const cchc::ClockTable>(reader.finish());
    const cchc::ClockReport& report = table->report();
    for (const cchc::RowIssue& issue : report.issues) say_issue(report.source, issue);
    if (report.bad_rows > 0) say(fmt::format("{}: {} of {} pauses are bad", report.source, report.bad_rows, report.rows));
    if (!report.ignored.empty())
        say(fmt::format("{}: note: columns not used: \"{}\"", report.source, fmt::join(report.ignored, "\", \"")));
    return table;
}

// `seen`: the dossiers of the table that some file has.
void report_unmatched(const cchc::ClockTable& table, const std::vector<bool>& seen, std::size_t shown) {
    const auto unmatched = table.unmatched(seen, shown);
    if (unmatched.rows == 0) return;
    say(fmt::format("{}: note: {} pauses are of dossiers that no file has: \"{}\"", table.report().source, unmatched.rows,
                    fmt::join(unmatched.ids, "\", \"")));
}

void report_issues(const cchc::ReadReport& report, const Uncounted& uncounted, std::size_t shown) {
    for (const cchc::RowIssue& issue : report.issues) say_issue(report.source, issue);
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

void report_notes(const cchc::ReadReport& report, bool json) {
    const auto note = [&](const std::string& text) { say(fmt::format("{}: note: {}", report.source, text)); };
    if (report.rows == 0) note(json ? "no dossiers" : "a header and no rows");
    if (!report.ignored.empty()) note(fmt::format("columns not used: \"{}\"", fmt::join(report.ignored, "\", \"")));
    // Hardly any export says how far a procedure can be done online, and no form asks for it.
    std::vector<std::string> missing = report.missing;
    std::erase(missing, "service_level");
    if (!missing.empty()) note(fmt::format("columns that the file does not have: {}", fmt::join(missing, ", ")));
    if (report.duplicate_count == 0) return;
    const std::string& file = report.source;
    for (const cchc::DuplicateId& twice : report.duplicates) {
        say(fmt::format("{}:{}: note: dossier \"{}\" stands already in row {}", file, twice.line, twice.id,
                        twice.first_row));
    }
    note(fmt::format("{} rows repeat an id; every row is counted{}", report.duplicate_count,
                     report.duplicates_complete ? "" : "; only near repetitions were looked for, the file is long"));
}

bool is_json(const Reading& reading, const std::string& path) {
    if (!reading.input.empty()) return reading.input == "json";
    std::string lower = path;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower.ends_with(".json") || lower.ends_with(".ndjson") || lower.ends_with(".jsonl");
}

template <class Reader>
cchc::ReadReport read_with(Reader reader, Input& input, std::size_t block_size) {
    std::string block(block_size, '\0');
    Progress progress(input.name(), input.size());
    while (const std::size_t length = input.read(block)) {
        reader.feed(std::string_view(block).substr(0, length));
        progress.advance(length);
    }
    return reader.finish();
}

// Marks in `seen` the dossiers of the file of pauses that this file has.
bool read_file(const std::string& path, const Reading& reading, cchc::ReadOptions read, const TakeBatch& take,
               std::vector<bool>& seen) {
    Input input(path);
    read.source = input.name();
    Uncounted uncounted;
    Place place{input.name()};
    const auto sink = [&](cchc::Dossiers& batch) {
        take(batch, place, reading.issues, uncounted);
        place.row += batch.size();
    };
    const bool json = is_json(reading, path);
    const cchc::ReadReport report = json ? read_with(cchc::JsonReader(std::move(read), sink), input, reading.block_size)
                                         : read_with(cchc::CsvReader(std::move(read), sink), input, reading.block_size);
    seen.resize(report.clock_seen.size());
    for (std::size_t d = 0; d < seen.size(); ++d) seen[d] = seen[d] || report.clock_seen[d];
    report_issues(report, uncounted, reading.issues);
    report_counts(report, uncounted);
    report_notes(report, json);
    return report.bad_rows + uncounted.rows == 0;
}

}  // namespace

bool read_files(const Reading& reading, const cchc::RuleSet& rules, const TakeBatch& take) {
    cchc::ReadOptions read = read_options(reading, rules);
    if (!reading.pauses.empty()) read.clock = read_pauses(reading, read);
    bool good = !read.clock || read.clock->report().bad_rows == 0;
    std::vector<bool> seen;
    for (const std::string& path : reading.files) good = read_file(path, reading, read, take, seen) && good;
    if (read.clock) report_unmatched(*read.clock, seen, reading.issues);
    return good;
}

void note_uncounted(const cchc::Dossiers& batch, const std::vector<cchc::Problem>& found, const Place& place,
                    std::size_t shown, Uncounted& uncounted) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (found[i] == batch.problem[i]) continue;
        ++uncounted.rows;
        ++uncounted.by_problem[static_cast<std::size_t>(found[i])];
        if (uncounted.messages.size() >= shown) continue;
        uncounted.messages.push_back(fmt::format("{}: row {}, dossier \"{}\": {}", place.file, place.row + i + 1,
                                                 batch.id[i], cchc::to_text(found[i], cchc::Lang::en)));
    }
}

}  // namespace tool

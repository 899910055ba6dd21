// Reading CSV in tests: whole or in blocks, and all that was read as one text, so that two readings compare with == and a
// difference is seen in the output.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/dossier.hpp"

namespace cchc::test {

struct Reading {
    std::vector<Dossier> rows;
    ReadReport report;
};

inline std::vector<Dossier> rows_of(const Dossiers& dossiers) {
    std::vector<Dossier> rows;
    for (std::size_t i = 0; i < dossiers.size(); ++i) rows.push_back(dossiers[i]);
    return rows;
}

inline Reading read(std::string_view text, const ReadOptions& options = {}) {
    ReadResult result = read_csv(text, options);
    return {rows_of(result.dossiers), std::move(result.report)};
}

inline Reading read_blocks(std::string_view text, std::size_t block, const ReadOptions& options = {}) {
    Reading out;
    CsvReader reader(options, [&out](Dossiers& batch) {
        for (Dossier& row : rows_of(batch)) out.rows.push_back(std::move(row));
    });
    for (std::size_t at = 0; at < text.size(); at += block) reader.feed(text.substr(at, block));
    out.report = reader.finish();
    return out;
}

inline std::string describe(const std::optional<Moment>& moment) { return moment ? to_string(*moment) : "-"; }

inline std::string describe(const Dossier& d) {
    std::string out = d.id + " | " + d.agency + " | " + d.field + " | " + d.procedure + " | " + d.cause + " | ";
    out += std::string(to_string(d.channel)) + " | " + std::string(to_string(d.status)) + " |";
    if (d.service_level != ServiceLevel::unknown) out += " " + std::string(to_string(d.service_level)) + " |";
    for (const auto& event : d.events) out += " " + describe(event);
    out += " | " + (d.limit ? d.limit->amount.to_string() + " " + std::string(to_string(d.limit->unit)) : "-");
    out += " | " + std::string(to_string(d.service_level));
    for (const ClockEvent& e : d.clock)
        out += " | " + std::string(to_string(e.kind)) + " " + describe(e.from) + " " + describe(e.to) + " " +
               describe(e.due_before) + " " + describe(e.due_after);
    return out + " | " + std::string(to_string(d.problem)) + "\n";
}

inline std::string describe(const RowIssue& i) {
    return std::to_string(i.line) + ":" + std::to_string(i.column) + ":" + std::to_string(i.byte) + " " +
           std::string(to_string(i.problem)) + " [" + i.field + "] [" + i.id + "] " + i.message +
           (i.pointer.empty() ? "" : " at " + i.pointer) + "\n";
}

inline std::string describe(const ReadReport& r) {
    std::string out = r.source + " rows " + std::to_string(r.rows) + " bad " + std::to_string(r.bad_rows) + " bytes " +
                      std::to_string(r.bytes) + " duplicates " + std::to_string(r.duplicate_count) +
                      (r.duplicates_complete ? " complete" : " incomplete") + "\nby problem:";
    for (const std::uint64_t n : r.by_problem) out += " " + std::to_string(n);
    out += "\n";
    for (const RowIssue& issue : r.issues) out += describe(issue);
    for (const DuplicateId& d : r.duplicates)
        out += "duplicate " + std::to_string(d.line) + " of row " + std::to_string(d.first_row) + " " + d.id + "\n";
    for (const std::string& caption : r.ignored) out += "ignored " + caption + "\n";
    for (const std::string& column : r.missing) out += "missing " + column + "\n";
    return out;
}

inline std::string describe(const Reading& reading) {
    std::string out = describe(reading.report);
    for (const Dossier& row : reading.rows) out += describe(row);
    return out;
}

// What a reading gives, or the error that it ends with.
template <class Read>
std::string outcome_of(Read read) {
    try {
        return describe(read());
    } catch (const Error& error) {
        return "error " + std::to_string(static_cast<int>(error.code())) + " " + error.what();
    }
}

// The error of a call that must throw one; code 0 if it does not.
template <class Call>
Error error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return Error(static_cast<ErrorCode>(0), "nothing was thrown");
}

inline std::vector<std::string> ids_of(const std::vector<Dossier>& rows) {
    std::vector<std::string> ids;
    for (const Dossier& row : rows) ids.push_back(row.id);
    return ids;
}

inline Moment moment(std::string_view text) { return parse_moment(text).value(); }

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace cchc::test

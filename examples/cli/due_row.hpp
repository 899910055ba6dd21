// One case of `cchc due`: from the texts of a row or of the command line to what the library needs.
#pragma once

#include <cchc/cchc.hpp>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>

#include "problems.hpp"

namespace tool {

// The columns of a case, in this order.
enum class CaseField : std::uint8_t { received, limit, unit, calendar, rule };
inline constexpr std::size_t case_field_count = 5;
std::string_view to_string(CaseField field) noexcept;

// A case that cannot be judged, and the field that is to blame. `code` is what it means when the case stands on the
// command line: a text that says nothing is a wrong call, what the library refuses is bad data.
struct CaseError : std::runtime_error {
    CaseError(CaseField where, const std::string& message, ExitCode exit_code = exit_bad_call)
        : std::runtime_error(message), field(where), code(exit_code) {}
    CaseField field;
    ExitCode code;
};

struct CaseTexts {
    std::string received;
    std::string limit;
    std::string unit;
    std::string calendar;
    std::string rule;
};

struct DueCase {
    cchc::Calendar calendar;
    cchc::CountingRule rule;
    cchc::Instant received;
    cchc::TimeLimit limit;
};

// Reads cases; calendars and rules that they name are loaded once.
class CaseReader {
public:
    explicit CaseReader(cchc::Calendar calendar) : calendar_(std::move(calendar)) {}

    // What a case means that does not say it itself. A default rule holds for the cases of its unit.
    void set_default(cchc::CountingRule rule) { rules_by_unit_.set(std::move(rule)); }
    void set_default(cchc::Unit unit) { unit_ = unit; }

    // Throws CaseError.
    DueCase read(const CaseTexts& texts);

private:
    cchc::Calendar calendar_;
    cchc::RuleSet rules_by_unit_;
    std::optional<cchc::Unit> unit_;
    std::map<std::string, cchc::Calendar> calendars_;
    std::map<std::string, cchc::CountingRule> rules_;
};

// The due date of a case. Throws CaseError where the library refuses it.
cchc::Due judge(const DueCase& c);

// "working_day" and so on, or a name that Vietnamese systems use. Throws CaseError.
cchc::Unit parse_case_unit(const std::string& text);

// "2020-07-08T17:00"; 24:00 belongs to the date that it ends.
std::string due_text(const cchc::Due& due);

}  // namespace tool

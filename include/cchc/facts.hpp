// Facts: the joint of the house. A flat map from dotted names to exact values; statistics write it, scoring reads it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cchc/decimal.hpp"
#include "cchc/time.hpp"

namespace cchc {

using FactValue = std::variant<Decimal, std::string, bool>;

// That a criterion does not apply to a unit, or that no case of it arose in the period.
struct CriterionNote {
    std::string criterion;  // id
    std::string reason;
    std::string authority;  // who decided it; may be empty for no case
    friend bool operator==(const CriterionNote&, const CriterionNote&) = default;
};

// A fact that two sources give differently. It has no value until somebody decides.
struct FactConflict {
    std::string name;
    std::vector<std::pair<std::string, FactValue>> values;  // source and what it says, in the order of merging
};

// The facts of one unit for one period (format cchc.facts/1, see capi/doc/criteria.md).
struct Facts {
    std::string unit;
    std::string kind;  // kind of unit, e.g. "xa"; may be empty
    Date from{};       // the period, half open; both 1970-01-01 where it is not known
    Date to{};
    std::string source;  // where they come from: a file, a system; may be empty
    std::map<std::string, FactValue, std::less<>> values;
    std::map<std::string, std::string, std::less<>> sources;  // of facts that come from elsewhere than `source`
    std::vector<FactConflict> conflicts;                      // names that are not in values, in order
    std::vector<CriterionNote> not_applicable;
    std::vector<CriterionNote> no_case;

    // Reads the pinned JSON strictly. A string that reads as a decimal number is a number, exactly; a JSON number may have
    // an exponent (1.5E-2). `source_name` names the text in errors, and is the source of the facts where the text names
    // none. Throws json_syntax or json_schema with a pointer: unknown key, wrong type, duplicate name, number beyond 18
    // digits in either spelling, an empty name, a period that ends before it begins, two notes for one criterion.
    static Facts from_json(std::string_view text, std::string_view source_name = "facts");

    // Adds what another source says of the same unit and period. An equal value is no conflict, however it is spelled; a
    // different one makes the name a conflict. Notes are joined; the first reason for a criterion stands. Throws
    // incompatible when unit, kind or period differ (an empty kind or an unknown period fits any), or when a criterion does
    // not apply in one and has no case in the other; and changes nothing then.
    void merge(const Facts& other);

    // Where a fact comes from; empty for a name without a value.
    std::string_view source_of(std::string_view name) const noexcept;

    // The pinned JSON, names in order, numbers as exact decimals. Conflicts are written as "conflicts".
    std::string to_json() const;
};

}  // namespace cchc

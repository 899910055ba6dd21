// Criteria sets (bộ tiêu chí): what facts are worth. A dated tree of fields (lĩnh vực), criteria (tiêu chí) and components
// (tiêu chí thành phần) whose leaves carry rules, with accounts beside it and bands. capi/doc/criteria.md describes the
// format cchc.criteria/1.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/facts.hpp"
#include "cchc/number.hpp"

namespace cchc {

// A document that a rule rests on, and what replaced it.
struct LegalBasis {
    std::string document;  // "Nghị định 307/2025/NĐ-CP"
    std::string article;   // "5.1.a"; may be empty
    std::string note;
    std::string successor;  // the document that replaced it; may be empty
};

struct Rounding {
    int places = 0;
    RoundingMode mode = RoundingMode::half_up;
};

enum class AssessedBy : std::uint8_t { appraisal, survey, leader, statistics };
enum class EvidenceNeed : std::uint8_t { none, optional, required };
// What a leaf gives where no case arose in the period (không phát sinh).
enum class NoCase : std::uint8_t { unset, full, zero, not_applicable };
// What a leaf that does not apply does to its group: the maximum shrinks, or the group keeps its weight.
enum class NotApplicable : std::uint8_t { shrink, rescale };
enum class RuleKind : std::uint8_t { expression, table, manual };
enum class HitPolicy : std::uint8_t { unique, first, collect_sum, collect_min, collect_max };
enum class Ties : std::uint8_t { competition, dense };

// One row of a decision table.
struct RuleRow {
    std::vector<std::pair<std::string, std::string>> when;  // name or expression, and the unary tests on it
    std::string points;                                     // expression
    std::string article;
    std::string note;
};

// A rule as it was written.
struct Rule {
    RuleKind kind = RuleKind::expression;
    std::vector<std::pair<std::string, std::string>> let;  // name and expression, in the order of the text
    std::string points;                                    // of an expression
    HitPolicy hit = HitPolicy::unique;                     // of a table
    std::vector<RuleRow> rows;
    std::string cap_min, cap_max;        // expressions; empty: no cap on that side
    std::string manual_min, manual_max;  // of a manual rule: expressions
    std::optional<Number> manual_step;
};

// A node of the tree, or a leaf of an account.
struct Criterion {
    std::string id;
    LocalText title;
    int parent = -1;   // index; -1 for a field, and for a leaf of an account
    int depth = 0;     // 0 field, 1 criterion, 2 component
    int account = -1;  // index of the account that it belongs to; -1: the tree
    bool leaf = false;
    std::vector<Number> max;    // by kind of unit, as units() of the set; one number where the set has no kinds
    std::vector<bool> exists;   // by kind of unit
    std::optional<Number> min;  // of a leaf of an account; else 0
    std::vector<LegalBasis> legal_basis;
    AssessedBy assessed_by = AssessedBy::statistics;
    EvidenceNeed evidence = EvidenceNeed::none;
    std::optional<Rounding> rounding;  // its own, its field's, or the set's for criteria
    NotApplicable not_applicable = NotApplicable::shrink;
    NoCase when_no_case = NoCase::unset;
    std::string no_case;  // expression; may be empty
    Rule rule;            // of a leaf
    std::string pointer;  // where it stands in the file
};

struct Account {
    std::string id;
    LocalText title;
    bool highest = false;  // only the highest counts; else the sum
    std::optional<Number> min, max;
    std::vector<LegalBasis> legal_basis;
};

struct BandCap {
    std::string condition;  // expression; where it is true, the unit is in this band or a lower one
    LocalText title;
    std::vector<LegalBasis> legal_basis;
};
struct Band {
    std::string id;
    LocalText title;
    std::vector<bool> exists;  // by kind of unit
    std::string on;            // expression, "total" where the file names none
    std::string when;          // unary tests on it; empty: any
    std::string condition;     // expression; empty: none
    std::vector<BandCap> at_most;
    std::vector<LegalBasis> legal_basis;
};

// What the dictionary of a set says of a fact.
struct FactDefinition {
    enum class Type : std::uint8_t { number, boolean, string };
    std::string name;
    Type type = Type::number;
    std::optional<Number> min, max;
    std::vector<std::string> values;  // of a text: those that it may have; empty: any
    std::string unit;
    LocalText title;
    std::string source;
};

// Something that is wrong with a criteria set, or worth knowing.
struct CheckFinding {
    enum class Severity : std::uint8_t { error, warning, note };
    Severity severity = Severity::error;
    std::string code;     // a short name of the kind of finding: "sum", "duplicate_id", "overlap", "gap" …
    std::string pointer;  // JSON pointer
    std::string message;  // what was expected and what was found; English
    std::string article;  // of the rule; may be empty
};
struct CheckReport {
    std::vector<CheckFinding> findings;  // in the order of the file
    bool good() const noexcept;          // no errors
    std::string to_json() const;         // format cchc.check/1
};

// Gives the text of a criteria set by its id, for "extends"; std::nullopt where there is none.
using CriteriaLookup = std::function<std::optional<std::string>(std::string_view id)>;

// Finds sets among these texts by their "id", then among the built-in ones. Throws json_syntax for a text that is no JSON,
// and json_schema for one without an id, or with the id of another one.
CriteriaLookup lookup_among(std::vector<std::string> texts);

// Reads a dictionary of facts: an object as under "facts" of a criteria set. Throws json_syntax, or json_schema with the
// pointer of the first mistake.
std::vector<FactDefinition> fact_definitions_from_json(std::string_view text, std::string_view source = "dictionary");

// A criteria set, read, checked and compiled once. Immutable; copies share. Any number of threads may score with it at once.
class CriteriaSet {
public:
    // Reads the format cchc.criteria/1. `lookup` finds the sets that it extends; without one, the built-in sets. Throws
    // json_syntax for text that is no JSON or too large (16 MB), and json_schema with the pointer of the first error that
    // check() finds and their number.
    static CriteriaSet from_json(std::string_view text, std::string_view source = "criteria set",
                                 const CriteriaLookup& lookup = {});
    // Everything that is wrong, at once; never throws json_schema. `dictionary` adds names of facts that rules may read;
    // where neither it nor the set has one, any name is good. Throws json_syntax as above.
    static CheckReport check(std::string_view text, std::string_view source = "criteria set",
                             const CriteriaLookup& lookup = {}, const std::vector<FactDefinition>& dictionary = {});

    // A set that ships with the library. Throws unknown_name, which lists them.
    static CriteriaSet builtin(std::string_view id);
    static std::vector<std::string> builtin_ids();
    // The text of a built-in set, to read or to extend. Throws unknown_name.
    static std::string_view builtin_json(std::string_view id);

    const std::string& id() const noexcept;
    const std::string& version() const noexcept;
    const LocalText& title() const noexcept;
    bool is_example() const noexcept;                        // a set that no authority has decided
    const std::vector<std::string>& units() const noexcept;  // kinds of unit; empty: one, without a name
    std::optional<Date> valid_from() const noexcept;
    std::optional<Date> valid_to() const noexcept;
    const std::vector<LegalBasis>& legal_basis() const noexcept;
    const std::vector<LocalText>& notes() const noexcept;
    // Maximum of the tree for a kind of unit. Throws argument_range for an index that is no kind.
    const Number& max(std::size_t kind = 0) const;
    // The tree in the order of the file, each node before its children; then the leaves of the accounts.
    const std::vector<Criterion>& criteria() const noexcept;
    const std::vector<Account>& accounts() const noexcept;
    const std::vector<Band>& bands() const noexcept;  // from the best down
    const std::vector<FactDefinition>& facts() const noexcept;
    // The names of facts that its rules, bands and ties read, in order.
    const std::vector<std::string>& fact_names() const noexcept;
    // The index of a criterion, or of a kind of unit; -1 where there is none. An empty kind is the only one of a set with
    // one.
    int find(std::string_view criterion_id) const noexcept;
    int find_kind(std::string_view kind) const noexcept;
    // What check() found that is no error.
    const CheckReport& report() const noexcept;
    // What tables of scores need to know of the set: kinds of unit, criteria with their maxima, the leaves in order,
    // accounts, bands, facts (format cchc.criteria-description/1). Rules are not part of it.
    std::string description_json() const;

    struct Impl;  // for the rooms criteria and scoring
    const Impl& impl() const noexcept { return *impl_; }

private:
    explicit CriteriaSet(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
    std::shared_ptr<const Impl> impl_;
};

}  // namespace cchc

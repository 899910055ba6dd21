// A criteria set as it was read, and compiled: every name is a slot of one array of values.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cchc/criteria.hpp"
#include "expression/code.hpp"

namespace cchc::criteria {

// All values of a unit stand in one array while it is scored: facts, what is among units, lets and maxima of the leaves,
// results. Which is where, the compiler decides.
struct CompiledLet {
    std::string name;
    std::uint32_t slot = 0;
    feel::Code code;
};
struct CompiledCell {
    std::uint32_t input = 0;  // index into inputs
    feel::Code tests;
};
struct CompiledRow {
    std::vector<CompiledCell> cells;
    feel::Code points;
};
struct CompiledLeaf {
    std::uint32_t criterion = 0;  // index
    std::uint32_t max_slot = 0;
    std::unique_ptr<feel::Code> no_case;
    std::vector<CompiledLet> lets;  // each after those that it reads
    std::vector<feel::Code> inputs;
    std::vector<CompiledRow> rows;
    feel::Code points;
    std::unique_ptr<feel::Code> cap_min, cap_max;
    feel::Code manual_min, manual_max;

    // Calls f for every expression from which the points come: no_case, lets, inputs, rows, points, caps, in this order.
    template <class F>
    void for_each_code(F&& f) const {
        if (no_case) f(*no_case);
        for (const CompiledLet& let : lets) f(let.code);
        for (const feel::Code& input : inputs) f(input);
        for (const CompiledRow& row : rows) {
            for (const CompiledCell& cell : row.cells) f(cell.tests);
            f(row.points);
        }
        f(points);
        if (cap_min) f(*cap_min);
        if (cap_max) f(*cap_max);
    }
};

// A function over the units scored together; its value enters through a slot of its own.
struct Among {
    feel::Special::Kind kind = feel::Special::Kind::best;
    std::uint32_t slot = 0;
    std::size_t leaf = 0;              // index into leaves: its lets are seen by the expression
    const feel::Code* code = nullptr;  // the expression stands in it
    std::uint32_t of = 0;
};

// A result that bands, ties and ranking read.
struct ResultSlot {
    enum class Kind : std::uint8_t { total, exact_total, index, min_leaf, total_without, points, max_points };
    Kind kind = Kind::total;
    int criterion = -1;  // index of the criterion or account that is meant
    int account = -1;
    std::uint32_t slot = 0;
};

struct CompiledBand {
    feel::Code on;
    std::unique_ptr<feel::Code> when, condition;
    std::vector<feel::Code> at_most;
};

}  // namespace cchc::criteria

namespace cchc {

struct CriteriaSet::Impl {
    std::string id, version;
    LocalText title;
    bool example = false;
    std::vector<std::string> units;
    std::optional<Date> from, to;
    std::vector<LegalBasis> legal_basis;
    std::vector<LocalText> notes;
    std::vector<Number> max;  // by kind
    std::optional<Rounding> rounding, criterion_rounding;
    NotApplicable not_applicable = NotApplicable::shrink;
    bool missing_left_out = false;
    Ties ties = Ties::competition;
    std::vector<std::string> tie_break;
    std::string rank_by = "exact_total";
    std::vector<std::string> unranked;
    std::vector<FactDefinition> facts;
    std::vector<Criterion> criteria;
    std::vector<std::vector<int>> children;  // of each criterion
    std::vector<Account> accounts;
    std::vector<Band> bands;

    // Compiled.
    std::vector<std::string> fact_names;  // in order
    std::vector<std::uint32_t> fact_slots;
    std::vector<const FactDefinition*> definitions;  // of the facts by fact_names; nullptr: not in the dictionary
    std::uint32_t slot_count = 0;
    std::vector<criteria::CompiledLeaf> leaves;
    std::vector<int> leaf_of;  // criterion → index into leaves, -1
    std::vector<criteria::Among> among;
    std::vector<criteria::ResultSlot> results;
    std::vector<criteria::CompiledBand> compiled_bands;
    std::vector<feel::Code> compiled_ties;
    feel::Code compiled_rank_by;

    CheckReport report;

    std::size_t kinds() const noexcept { return units.empty() ? 1 : units.size(); }
    int find(std::string_view criterion_id) const noexcept;
    int find_account(std::string_view account_id) const noexcept;
};

}  // namespace cchc

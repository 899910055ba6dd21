// Scores of many units from columns of facts.
#include "cchc/score_matrix.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "handles.hpp"
#include "wall.hpp"

using namespace cchc::capi;

static_assert(CCHC_NO_POINTS == cchc::no_points);
static_assert(CCHC_LEAF_SCORED == static_cast<int>(cchc::LeafState::scored) &&
              CCHC_LEAF_NOT_APPLICABLE == static_cast<int>(cchc::LeafState::not_applicable) &&
              CCHC_LEAF_NO_CASE == static_cast<int>(cchc::LeafState::no_case) &&
              CCHC_LEAF_MISSING_INPUT == static_cast<int>(cchc::LeafState::missing_input) &&
              CCHC_LEAF_NO_RULE == static_cast<int>(cchc::LeafState::no_rule) &&
              CCHC_LEAF_CONFLICTING_RULES == static_cast<int>(cchc::LeafState::conflicting_rules) &&
              CCHC_LEAF_NOT_EXISTS == cchc::not_exists);

namespace {

constexpr std::size_t first_column_size = 40;  // of release 0.1; later fields are appended

cchc::FactColumn read_column(const void* given, std::uint32_t stride, std::size_t units) {
    std::uint32_t size = 0;
    std::memcpy(&size, given, sizeof size);
    if (size != stride) refuse(CCHC_E_ARG_STRUCT_SIZE, "columns", "have different values of struct_size");
    cchc_fact_column known = CCHC_FACT_COLUMN_INIT;
    copy_struct(given, &known, sizeof known, first_column_size, "columns");
    if (known.reserved0 != 0) refuse(CCHC_E_OPTION_UNKNOWN, "columns", "has a reserved field that is not 0");
    if (known.is_boolean != 0 && known.is_boolean != 1) {
        refuse(CCHC_E_ARG_ENUM, "columns.is_boolean", "is neither 0 nor 1");
    }
    return {.name = std::string(text(known.name, known.name_size, "columns.name")),
            .boolean = known.is_boolean == 1,
            .scale = known.scale,
            .value = column(known.value, units, "columns.value")};
}

// The columns of a caller with another release of the struct lie as far from each other as that is long.
std::vector<cchc::FactColumn> read_columns(const cchc_fact_column* columns, std::size_t count, std::size_t units) {
    std::vector<cchc::FactColumn> result;
    if (column(columns, count, "columns").empty()) return result;
    const std::uint32_t stride = columns->struct_size;
    const auto* at = reinterpret_cast<const unsigned char*>(columns);
    for (std::size_t i = 0; i < count; ++i) {
        try {
            result.push_back(read_column(at + i * stride, stride, units));
        } catch (Refusal& refusal) {
            refusal.row = static_cast<std::int64_t>(i);
            throw;
        }
    }
    return result;
}

std::vector<std::string> read_kinds(const cchc::CriteriaSet& set, const std::int32_t* kinds, std::size_t units) {
    std::vector<std::string> result;
    for (const std::int32_t kind : optional_column(kinds, units)) {
        const bool only = set.units().empty() && kind == 0;
        if (!only && (kind < 0 || static_cast<std::size_t>(kind) >= set.units().size())) {
            refuse(CCHC_E_ARG_RANGE, "kinds", "has an index that is no kind of unit of the set",
                   static_cast<std::int64_t>(result.size()));
        }
        result.push_back(only ? std::string() : set.units()[static_cast<std::size_t>(kind)]);
    }
    return result;
}

}  // namespace

cchc_status cchc_fact_column_init(cchc_fact_column* column, uint32_t struct_size) noexcept {
    return init_struct(column, struct_size, first_column_size);
}

cchc_status cchc_score_matrix(const cchc_criteria* criteria, const cchc_fact_column* columns, size_t column_count,
                              size_t units, const int32_t* kinds, const char* constants_json, size_t constants_size,
                              int32_t places, size_t leaf_count, int64_t* points, uint8_t* state, int64_t* total,
                              int64_t* index, int32_t* band, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(criteria, "criteria");
        const cchc::CriteriaSet& set = criteria->value;
        if (leaf_count != cchc::matrix_leaves(set).size()) {
            refuse(CCHC_E_ARG_RANGE, "leaf_count", "is not the number of leaves of the set");
        }
        require_size(units, sizeof(std::int64_t) * std::max<std::size_t>(leaf_count, 1), "units");
        const auto facts = read_columns(columns, column_count, units);
        const auto kind = read_kinds(set, kinds, units);
        const std::string_view json = text(constants_json, constants_size, "constants_json");
        cchc::Facts constants;
        if (constants_json != nullptr) constants = cchc::Facts::from_json(json, "constants");
        const cchc::MatrixResult result{.places = places,
                                        .points = optional_column(points, units * leaf_count),
                                        .state = optional_column(state, units * leaf_count),
                                        .total = optional_column(total, units),
                                        .index = optional_column(index, units),
                                        .band = optional_column(band, units)};
        cchc::score_matrix(set, units, facts, kind, constants, result);
    });
}

// Columns of small numbers at the border, as the C++ API names them.
#pragma once

#include "cchc/error.hpp"
#include "cchc/time.hpp"
#include "refusal.hpp"

namespace cchc::capi {

static_assert(static_cast<int>(RowStatus::ok) == CCHC_ROW_OK);
static_assert(static_cast<int>(RowStatus::missing) == CCHC_ROW_MISSING);
static_assert(static_cast<int>(RowStatus::outside_coverage) == CCHC_ROW_OUTSIDE_COVERAGE);
static_assert(static_cast<int>(RowStatus::limit_refused) == CCHC_ROW_LIMIT_REFUSED);
static_assert(static_cast<int>(RowStatus::argument_range) == CCHC_ROW_ARGUMENT_RANGE);

// The caller's bytes as row statuses; NULL is an empty span. A byte may alias anything, so writing through it is sound.
inline std::span<RowStatus> status_column(std::uint8_t* pointer, std::size_t count) {
    return optional_column(reinterpret_cast<RowStatus*>(pointer), count);
}

// A language of the caller.
inline Lang lang_of(std::int32_t lang) {
    switch (lang) {
        case CCHC_LANG_VI: return Lang::vi;
        case CCHC_LANG_EN: return Lang::en;
        default: refuse(CCHC_E_ARG_ENUM, "lang", "is none of CCHC_LANG_...");
    }
}

}  // namespace cchc::capi

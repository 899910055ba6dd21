// The exception wall: every entry point of the C ABI goes through wall() or make(), nothing thrown below gets out.
#pragma once

#include <memory>
#include <utility>

#include "cchc.h"
#include "refusal.hpp"

namespace cchc::capi {

// True if the library may write to `error` (NULL: there is nothing to write).
bool usable(const cchc_error* error) noexcept;

// Called inside a catch block: the status of the current exception, with its detail in `error`. Allocates nothing.
cchc_status report_current_exception(cchc_error* error) noexcept;

#ifdef CCHC_PLANTED_WALL
// Throws what a test asked for; tests/capi/planted has it, and the library that is shipped has not even the call.
void planted_throw();
#endif

// Runs the implementation of an entry point.
template <class Body>
cchc_status wall(cchc_error* error, Body&& body) noexcept {
    if (!usable(error)) return CCHC_E_ARG_STRUCT_SIZE;
    try {
#ifdef CCHC_PLANTED_WALL
        planted_throw();
#endif
        std::forward<Body>(body)();
        return CCHC_OK;
    } catch (...) {
        return report_current_exception(error);
    }
}

// The same for an entry point that hands out a handle: `body` returns std::unique_ptr<Handle>, *out is NULL on failure.
template <class Handle, class Body>
cchc_status make(Handle** out, cchc_error* error, Body&& body) noexcept {
    if (out != nullptr) *out = nullptr;
    return wall(error, [&] {
        require(out, "out");
        *out = std::forward<Body>(body)().release();
    });
}

}  // namespace cchc::capi

// The error that a call throws, for tests that look at its code, its message and its place.
#pragma once

#include <stdexcept>
#include <utility>

#include "cchc/error.hpp"
#include "test.hpp"

namespace cchc {

template <class Call>
Error error_of(Call&& call) {
    try {
        std::forward<Call>(call)();
    } catch (const Error& e) {
        return e;
    }
    FAIL("no error was thrown");
    throw std::logic_error("not reached: FAIL throws");
}

}  // namespace cchc

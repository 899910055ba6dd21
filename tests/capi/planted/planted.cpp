// What the test build of the library throws in place of each implementation, and entry points that are wrong on purpose.
#include <new>
#include <stdexcept>
#include <string>

#include "cchc/error.hpp"
#include "handles.hpp"
#include "wall.hpp"

#define PLANTED extern "C" __attribute__((visibility("default")))

namespace {

struct NotAnException {};

// The character of 3 bytes would end at byte 232 of a message that has 231.
struct LongMessage : std::exception {
    const char* what() const noexcept override {
        static const std::string text = std::string(229, 'a') + "\xE1\xBA\xBF and more";
        return text.c_str();
    }
};

int planted = 0;
long thrown = 0;

[[noreturn]] void throw_standard(int which) {
    switch (which) {
        case 1: throw std::bad_alloc();
        case 2: throw std::bad_array_new_length();
        case 3: throw std::length_error("planted");
        case 4: throw std::runtime_error("planted");
        case 5: throw std::logic_error("planted");
        case 6: throw std::out_of_range("planted");
        case 7: throw std::invalid_argument("planted");
        case 8: throw LongMessage();
        case 9: throw 42;
        case 10: throw "a text";
        case 11: throw NotAnException();
        default: cchc::capi::refuse(CCHC_E_ARG_RANGE, "days", "is planted", 3, 5);
    }
}

}  // namespace

void cchc::capi::planted_throw() {
    if (planted == 0) return;
    ++thrown;
    if (planted < 100) throw_standard(planted);
    // From 100 on they are codes of the C++ API.
    throw Error(static_cast<ErrorCode>(planted), "planted", {.source = "", .byte_offset = 17, .pointer = ""});
}

// What every entry point throws from now on; 0: nothing.
PLANTED void cchc_planted_choose(int which) { planted = which; }
// How many were thrown so far.
PLANTED long cchc_planted_thrown() { return thrown; }

// Outside the wall: its implementation would throw into the caller.
PLANTED cchc_status cchc_planted_without_wall(cchc_bytes**, cchc_error*) noexcept { return CCHC_OK; }

// Throws before it comes to the wall.
PLANTED cchc_status cchc_planted_before_wall(cchc_bytes** out, cchc_error* error) noexcept {
    cchc::capi::planted_throw();
    return cchc::capi::make(out, error, [] { return cchc::capi::handle<cchc_bytes>(std::string()); });
}

// Hands out a handle through wall(), which leaves *out as it was.
PLANTED cchc_status cchc_planted_keeps_out(cchc_bytes** out, cchc_error* error) noexcept {
    return cchc::capi::wall(error, [&] { *out = cchc::capi::handle<cchc_bytes>(std::string()).release(); });
}

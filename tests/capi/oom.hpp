// Out of memory at every allocation of every entry point that allocates: the call returns CCHC_E_NO_MEMORY, hands out
// nothing, leaks nothing and leaves its handle as it was. Included by one file of a program, as oom_new.hpp is.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oom_new.hpp"
#include "support.hpp"

namespace {

using namespace capi_test;

int complaints = 0;

// What is counted of a row: allocations that failed, calls that leaked, calls whose status, message or outcome was wrong.
struct Tally {
    long failed = 0;
    long leaks = 0;
    long wrong = 0;
};

void expect(bool holds, const char* name, long at, const char* what, long& count) {
    if (holds) return;
    ++complaints;
    ++count;
    std::printf("%s, allocation %ld: %s\n", name, at, what);
}

// One call. `run` makes it and frees what it got; `clean` tells whether a failed call left the out pointer NULL and its
// handle as it was. `name` is the function without its prefix: "f", "f + g" or "f, in which way". A silent one allocates
// nothing.
struct Case {
    const char* name;
    std::function<cchc_status(cchc_error*, bool& clean)> run;
    bool silent = false;
};

// Fails one allocation after the other until the call meets no failure. Returns where that was.
long fail_each(const Case& c, Mode mode, bool count_leaks, Tally& tally) {
    for (long at = 1;; ++at) {
        cchc_error error = CCHC_ERROR_INIT;
        bool clean = true;
        const long live = failing.live;
        failing = {mode, at, false, false, live, 0};
        const cchc_status status = c.run(&error, clean);
        failing.mode = Mode::off;
        if (!failing.fired) return at - 1;
        ++tally.failed;
        const bool survived = status == CCHC_OK && failing.last_was_nothrow;  // who asks nothrow may have another way
        expect(survived || status == CCHC_E_NO_MEMORY, c.name, at, cchc_status_name(status), tally.wrong);
        expect(status == CCHC_OK || error.message == std::string("out of memory"), c.name, at, error.message, tally.wrong);
        expect(status == CCHC_OK || clean, c.name, at, "something was handed out or changed", tally.wrong);
        if (count_leaks) expect(failing.live == live, c.name, at, "memory leaks", tally.leaks);
        if (complaints > 50) return at;
    }
}

template <class Handle, auto Free, class Call>
Case maker(const char* name, Call call) {
    return {name, [call](cchc_error* error, bool& clean) {
                Handle* out = nullptr;
                const cchc_status status = call(&out, error);
                clean = out == nullptr;
                Free(out);
                return status;
            }};
}

// One row of the table.
Tally fail_all(const Case& c) {
    Tally tally;
    if (c.silent) {
        bool clean = true;
        cchc_error error = CCHC_ERROR_INIT;
        failing.calls = 0;
        const cchc_status status = c.run(&error, clean);
        expect(failing.calls == 0, c.name, failing.calls, "allocates, and is listed with those that do not", tally.wrong);
        expect(status == CCHC_OK, c.name, 0, error.message, tally.wrong);
        return tally;
    }
    // The first round also fails what is made once for the whole process, so it cannot count what stays.
    fail_each(c, Mode::once, false, tally);
    expect(fail_each(c, Mode::once, true, tally) > 0, c.name, 0, "allocates nothing, and is not listed so", tally.wrong);
    fail_each(c, Mode::from_then_on, true, tally);
    return tally;
}

// Fails each allocation of each case, in both ways, and prints the table; the exit code of the program. With --list it
// prints only the names: a script compares them with symbols.txt.
int run(const std::vector<Case>& cases, int argc, char** argv) {
    const std::string_view how = argc > 1 ? argv[1] : "";
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (how == "--list") {
        for (const Case& c : cases) std::printf("%s\n", c.name);
        return 0;
    }
    Tally total;
    std::printf("%-48s %9s %6s %6s\n", "function", "failed", "leaks", "wrong");
    for (const Case& c : cases) {
        const Tally row = fail_all(c);
        std::printf("%-48s %9ld %6ld %6ld%s\n", c.name, row.failed, row.leaks, row.wrong,
                    c.silent ? " never allocates" : "");
        total = {total.failed + row.failed, total.leaks + row.leaks, total.wrong + row.wrong};
        if (complaints > 50) break;
    }
    std::printf("%zu rows: %ld allocations failed, %ld leaks, %ld wrong\n", cases.size(), total.failed, total.leaks,
                total.wrong);
    return complaints == 0 ? 0 : 1;
}

}  // namespace

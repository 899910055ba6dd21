// Text arguments: every call that takes text treats it in the same way.
#include <functional>
#include <vector>

#include "support.hpp"
#include "test.hpp"

namespace text_test {

using namespace capi_test;

namespace {

// One call for each function that takes a text, with an out pointer that begins as garbage.
struct TextCall {
    const char* name;
    std::function<cchc_status(const char*, std::size_t, bool& out_is_null, cchc_error*)> call;
    cchc_status when_empty;
};

template <class Handle, auto Function, auto Free>
TextCall maker(const char* name, cchc_status when_empty) {
    return {name,
            [](const char* text, std::size_t size, bool& out_is_null, cchc_error* error) {
                int garbage = 0;
                auto* out = reinterpret_cast<Handle*>(&garbage);
                const cchc_status status = Function(text, size, &out, error);
                out_is_null = out == nullptr;
                if (status == CCHC_OK) Free(out);
                return status;
            },
            when_empty};
}

std::vector<TextCall> text_calls() {
    return {maker<cchc_calendar, cchc_calendar_builtin, cchc_calendar_free>("calendar_builtin", CCHC_E_UNKNOWN_NAME),
            maker<cchc_calendar, cchc_calendar_from_json, cchc_calendar_free>("calendar_from_json", CCHC_E_JSON_SYNTAX),
            maker<cchc_rule, cchc_rule_builtin, cchc_rule_free>("rule_builtin", CCHC_E_UNKNOWN_NAME),
            maker<cchc_rule, cchc_rule_from_json, cchc_rule_free>("rule_from_json", CCHC_E_JSON_SYNTAX),
            maker<cchc_policy, cchc_policy_builtin, cchc_policy_free>("policy_builtin", CCHC_E_UNKNOWN_NAME),
            maker<cchc_policy, cchc_policy_from_json, cchc_policy_free>("policy_from_json", CCHC_E_JSON_SYNTAX),
            maker<cchc_statistics, cchc_statistics_create, cchc_statistics_free>("statistics_create", CCHC_E_JSON_SYNTAX)};
}

}  // namespace

TEST_CASE("a text that is NULL is empty with size 0 and refused with any other") {
    for (const auto& [name, call, when_empty] : text_calls()) {
        INFO(name);
        bool out_is_null = false;
        cchc_error error = fresh_error();
        REQUIRE(call(nullptr, 0, out_is_null, &error) == when_empty);
        REQUIRE(out_is_null);
        REQUIRE(call(nullptr, 3, out_is_null, &error) == CCHC_E_ARG_NULL);
        REQUIRE(out_is_null);
        REQUIRE(call(nullptr, nul, out_is_null, &error) == CCHC_E_ARG_NULL);
        REQUIRE(out_is_null);
        REQUIRE(call("", nul, out_is_null, &error) == when_empty);
        REQUIRE(call("x", static_cast<std::size_t>(PTRDIFF_MAX) + 1, out_is_null, &error) == CCHC_E_ARG_RANGE);
        REQUIRE(out_is_null);
    }
}

TEST_CASE("text that is not UTF-8 is refused with the offset of the first bad byte") {
    struct Bad {
        std::string text;
        std::int64_t offset;
    };
    const std::vector<Bad> all = {{"\xFF", 0},
                                  {"abc\x80", 3},
                                  {"T\xE1\xBA\xBFt \xE1\xBA", 6},       // cut in a character
                                  {"\xC0\xAF", 0},                      // overlong
                                  {"\xE0\x80\xAF", 0},                  // overlong
                                  {"a\xED\xA0\x80", 1},                 // a surrogate
                                  {"\xF4\x90\x80\x80", 0},              // beyond U+10FFFF
                                  {"\xF0\x9F\x98\x80\xF0\x9F\x98", 4},  // the second one is cut
                                  {std::string("{\"a\0\xFE", 5), 4}};
    for (const auto& [name, call, when_empty] : text_calls()) {
        for (const auto& [text, offset] : all) {
            INFO(name << " at " << offset);
            bool out_is_null = false;
            cchc_error error = fresh_error();
            REQUIRE(call(text.data(), text.size(), out_is_null, &error) == CCHC_E_ARG_UTF8);
            REQUIRE(out_is_null);
            REQUIRE(error.byte_offset == offset);
            REQUIRE(contains(error.message, "is not UTF-8"));
        }
    }
}

TEST_CASE("a text is measured or taken at its size") {
    bool out_is_null = true;
    const TextCall builtin = text_calls().front();
    REQUIRE(builtin.call("vn", nul, out_is_null, nullptr) == CCHC_OK);
    REQUIRE_FALSE(out_is_null);
    REQUIRE(builtin.call("vnxyz", 2, out_is_null, nullptr) == CCHC_OK);
    REQUIRE(builtin.call("vnxyz", nul, out_is_null, nullptr) == CCHC_E_UNKNOWN_NAME);
    REQUIRE(builtin.call("vn\0", 3, out_is_null, nullptr) == CCHC_E_UNKNOWN_NAME);
}

TEST_CASE("an out pointer that is NULL is refused") {
    cchc_error error = fresh_error();
    REQUIRE(cchc_calendar_builtin("vn", nul, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(contains(error.message, "out is NULL"));
    REQUIRE(cchc_calendar_from_json("{}", nul, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_rule_builtin("weeks", nul, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_rule_from_json("{}", nul, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_policy_builtin("form-ii06a", nul, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_policy_from_json("{}", nul, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_create(nine_months, nul, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("a file of the wrong shape is refused with a JSON pointer") {
    bool out_is_null = false;
    for (const auto& [name, call, when_empty] : text_calls()) {
        if (when_empty != CCHC_E_JSON_SYNTAX) continue;
        INFO(name);
        cchc_error error = fresh_error();
        REQUIRE(call("{\"format\": ", nul, out_is_null, &error) == CCHC_E_JSON_SYNTAX);
        REQUIRE(call("{\"format\": \"cchc.soup/1\"}", nul, out_is_null, &error) == CCHC_E_JSON_SCHEMA);
        REQUIRE(contains(error.message, "#/format"));
        REQUIRE(call("[]", nul, out_is_null, &error) == CCHC_E_JSON_SCHEMA);
        REQUIRE(out_is_null);
    }
}

}  // namespace text_test

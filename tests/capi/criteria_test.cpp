// Criteria sets through the C interface: made, extended, checked, described.
#include "score_support.hpp"
#include "test.hpp"

namespace criteria_test {

using namespace capi_test;

namespace {

cchc_status from_json(const std::string& json, const std::vector<std::string>& frames, cchc_criteria** out,
                      cchc_error* error) {
    const Texts texts(frames);
    return cchc_criteria_from_json(json.data(), json.size(), texts.data.data(), texts.size.data(), frames.size(), out,
                                   error);
}

std::string check(const std::string& json, const std::vector<std::string>& frames = {}, const char* dictionary = nullptr) {
    const Texts texts(frames);
    cchc_bytes* report = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status =
        cchc_criteria_check(json.data(), json.size(), texts.data.data(), texts.size.data(), frames.size(), dictionary,
                            dictionary == nullptr ? 0 : nul, &report, &error);
    INFO(error.message);
    REQUIRE(status == CCHC_OK);
    return take(report);
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("every built-in set is listed, opened, and its text is a set") {
    cchc_bytes* bytes = nullptr;
    REQUIRE(cchc_criteria_builtin_ids(&bytes, nullptr) == CCHC_OK);
    const std::string ids = "{\"ids\": " + take(bytes);
    const auto names = strings_of(ids, "ids");
    CHECK(names.size() >= 8);
    for (const std::string& id : names) {
        INFO(id);
        const CriteriaPtr set = builtin_criteria(id);
        REQUIRE(set != nullptr);
        REQUIRE(cchc_criteria_builtin_json(id.data(), id.size(), &bytes, nullptr) == CCHC_OK);
        const CriteriaPtr again = criteria(take(bytes).c_str());
        REQUIRE(again != nullptr);
        CHECK(description(again.get()) == description(set.get()));
        CHECK(value_after(description(set.get()), "{", "id") == id);
    }
    cchc_criteria* set = nullptr;
    cchc_error error = fresh_error();
    CHECK(cchc_criteria_builtin("vn.none", nul, &set, &error) == CCHC_E_UNKNOWN_NAME);
    CHECK(cchc_criteria_builtin_json("vn.none", nul, &bytes, &error) == CCHC_E_UNKNOWN_NAME);
    CHECK(bytes == nullptr);
}

TEST_CASE("a set describes itself: leaves, maxima by kind, bands, facts") {
    const CriteriaPtr set = criteria(two_kinds);
    REQUIRE(set != nullptr);
    const std::string json = description(set.get());
    CHECK(value_after(json, "{", "format") == "cchc.criteria-description/1");
    CHECK(strings_of(json, "units") == std::vector<std::string>{"xa", "phuong"});
    CHECK(strings_of(json, "leaves") == std::vector<std::string>{"1.1", "1.2"});
    CHECK(strings_of(json, "fact_names") == std::vector<std::string>{"level", "open", "rate"});
    CHECK(contains(json, "[\"30\", \"20\"]"));
    CHECK(contains(json, "[\"10\", null]"));
    CHECK(contains(json, "\"status\": \"example\""));
    CHECK(leaf_count(set.get()) == 2);
    for (const char* id : {"vn.nd-307-2025.tinh", "vn.tt-01-2018.dossier-handling"}) {
        const CriteriaPtr builtin = builtin_criteria(id);
        CHECK(strings_of(description(builtin.get()), "leaves").size() == leaf_count(builtin.get()));
    }
}

TEST_CASE("a set extends a frame that is given") {
    cchc_criteria* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(from_json(extension, {two_kinds}, &out, &error) == CCHC_OK);
    const CriteriaPtr set(out);
    CHECK(strings_of(description(set.get()), "leaves") == std::vector<std::string>{"1.1.a", "1.1.b", "1.2"});

    CHECK(from_json(extension, {}, &out, &error) == CCHC_E_JSON_SCHEMA);
    CHECK(out == nullptr);
    CHECK(contains(error.message, "t.two"));
    CHECK(contains(check(extension), "t.two"));
    CHECK_FALSE(contains(check(extension, {two_kinds}), "t.two"));
    // A built-in frame is found beside those that are given.
    CHECK(from_json(replaced(extension, "\"t.two\"", "\"vn.nd-307-2025.xa\""), {two_kinds}, &out, &error) ==
          CCHC_E_JSON_SCHEMA);
    CHECK_FALSE(contains(error.message, "no criteria set"));
}

TEST_CASE("frames are checked, and named by their place") {
    cchc_criteria* out = nullptr;
    cchc_error error = fresh_error();
    CHECK(from_json(extension, {two_kinds, "{"}, &out, &error) == CCHC_E_JSON_SYNTAX);
    CHECK(contains(error.message, "frames[1]"));
    CHECK(from_json(extension, {"{}"}, &out, &error) == CCHC_E_JSON_SCHEMA);
    CHECK(from_json(extension, {two_kinds, two_kinds}, &out, &error) == CCHC_E_JSON_SCHEMA);
    CHECK(contains(error.message, "frames[1]#/id"));
    CHECK(from_json(extension, {two_kinds, "\xC3"}, &out, &error) == CCHC_E_ARG_UTF8);
    CHECK(error.row == 1);
    CHECK(out == nullptr);
    CHECK(cchc_criteria_from_json(extension, nul, nullptr, nullptr, 1, &out, &error) == CCHC_E_ARG_NULL);
    const char* frame = two_kinds;
    CHECK(cchc_criteria_from_json(extension, nul, &frame, nullptr, SIZE_MAX / 2, &out, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(cchc_criteria_from_json(extension, nul, &frame, nullptr, 1, &out, &error) == CCHC_OK);
    cchc_criteria_free(out);
}

TEST_CASE("a check is data: every planted mistake at once") {
    const std::string set = read_source("tests/golden/criteria/twenty_mistakes.json");
    const std::string report = check(set);
    CHECK(value_after(report, "{", "format") == "cchc.check/1");
    std::istringstream expected(read_source("tests/golden/criteria/twenty_mistakes.expected.txt"));
    std::string line;
    std::size_t mistakes = 0;
    while (std::getline(expected, line)) {
        INFO(line);
        CHECK(contains(report, "\"pointer\": \"" + split(line, '\t')[0] + "\""));
        ++mistakes;
    }
    CHECK(mistakes >= 20);
    cchc_criteria* out = nullptr;
    cchc_error error = fresh_error();
    CHECK(from_json(set, {}, &out, &error) == CCHC_E_JSON_SCHEMA);
    CHECK(out == nullptr);
}

TEST_CASE("a check knows the facts of a dictionary that is given") {
    const std::string set = replaced(two_kinds, "max * rate / 100 else", "max * other.rate / 100 else");
    CHECK(contains(check(set), "unknown_fact"));
    CHECK_FALSE(contains(check(set, {}, R"({"other.rate": {"type": "number", "min": 0, "max": 100}})"), "unknown_fact"));
    cchc_bytes* report = nullptr;
    cchc_error error = fresh_error();
    CHECK(cchc_criteria_check(set.data(), set.size(), nullptr, nullptr, 0, R"({"a": {"type": "colour"}})", nul, &report,
                              &error) == CCHC_E_JSON_SCHEMA);
    CHECK(contains(error.message, "/a/type"));
    CHECK(cchc_criteria_check(set.data(), set.size(), nullptr, nullptr, 0, "[]", nul, &report, &error) ==
          CCHC_E_JSON_SCHEMA);
    CHECK(cchc_criteria_check("{", 1, nullptr, nullptr, 0, nullptr, 0, &report, &error) == CCHC_E_JSON_SYNTAX);
    CHECK(cchc_criteria_check("\xFF", 1, nullptr, nullptr, 0, nullptr, 0, &report, &error) == CCHC_E_ARG_UTF8);
    CHECK(report == nullptr);
}

TEST_CASE("NULL is refused, and freeing it is allowed") {
    cchc_criteria_free(nullptr);
    cchc_error error = fresh_error();
    cchc_criteria* set = nullptr;
    cchc_bytes* bytes = nullptr;
    std::size_t count = 0;
    CHECK(cchc_criteria_builtin(nullptr, nul, &set, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_criteria_builtin("vn.nd-307-2025.xa", nul, nullptr, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_criteria_from_json(nullptr, 3, nullptr, nullptr, 0, &set, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_criteria_builtin_ids(nullptr, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_criteria_description_json(nullptr, &bytes, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_criteria_leaf_count(nullptr, &count, &error) == CCHC_E_ARG_NULL);
    const CriteriaPtr two = criteria(two_kinds);
    CHECK(cchc_criteria_leaf_count(two.get(), nullptr, &error) == CCHC_E_ARG_NULL);
}

}  // namespace criteria_test

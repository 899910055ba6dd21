// The documents of a round through the C interface: each in both languages and three formats, also from several threads.
#include <set>
#include <thread>
#include <utility>

#include "inspection_support.hpp"
#include "test.hpp"

namespace inspection_documents_test {

using namespace capi_test;

namespace {

struct Listed {
    std::string name, kind, title;
};

std::vector<Listed> listed(const cchc_inspection* round, std::int32_t lang) {
    const std::string json = document_names(round, lang);
    std::vector<Listed> out;
    for (std::size_t at = json.find("\"name\""); at != json.npos; at = json.find("\"name\"", at + 1)) {
        const std::string_view one = std::string_view(json).substr(at);
        out.push_back({value_after(one, "", "name"), value_after(one, "", "kind"), value_after(one, "", "title")});
    }
    return out;
}

}  // namespace

TEST_CASE("every document of a round is written in both languages and three formats") {
    const InspectionPtr round = filled_inspection(criteria(two_kinds).get());
    const auto vi = listed(round.get(), CCHC_LANG_VI), en = listed(round.get(), CCHC_LANG_EN);
    REQUIRE(vi.size() == en.size());
    std::set<std::string> kinds, names;
    for (std::size_t i = 0; i < vi.size(); ++i) {
        INFO(vi[i].name << " " << en[i].name);
        CHECK(vi[i].kind == en[i].kind);
        CHECK(vi[i].title != en[i].title);
        kinds.insert(vi[i].kind);
        names.insert(vi[i].name);
        const std::pair<std::string, std::int32_t> both[] = {{vi[i].name, CCHC_LANG_VI}, {en[i].name, CCHC_LANG_EN}};
        for (const auto& [name, lang] : both) {
            const std::string json = document(round.get(), name, lang, CCHC_DOCUMENT_JSON);
            CHECK(value_after(json, "{", "format") == "cchc.report/1");
            CHECK(value_after(json, "{", "kind") == vi[i].kind);
            CHECK(value_after(json, "{", "lang") == (lang == CCHC_LANG_VI ? "vi" : "en"));
            const std::string markdown = document(round.get(), name, lang, CCHC_DOCUMENT_MARKDOWN);
            const std::string text = document(round.get(), name, lang, CCHC_DOCUMENT_TEXT);
            CHECK(markdown.size() > 200);
            CHECK(text.size() > 200);
            CHECK(markdown != text);
        }
        CHECK(document(round.get(), vi[i].name, CCHC_LANG_VI, CCHC_DOCUMENT_TEXT) !=
              document(round.get(), en[i].name, CCHC_LANG_EN, CCHC_DOCUMENT_TEXT));
    }
    CHECK(vi.front().kind == "summary");
    CHECK(names.size() == vi.size());
    for (const char* kind : {"summary", "ranking", "late-notice", "remedies", "minutes", "conclusion", "scorecard"}) {
        INFO(kind);
        CHECK(kinds.count(kind) == 1);
    }
}

TEST_CASE("documents are as of a day, and tell what was added") {
    const InspectionPtr round = filled_inspection();
    const std::string name = listed(round.get(), CCHC_LANG_EN).front().name;
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_inspection_document(round.get(), day(2020, 9, 1), name.data(), name.size(), CCHC_LANG_EN,
                                     CCHC_DOCUMENT_TEXT, &out, nullptr) == CCHC_OK);
    const std::string earlier = take(out), later = document(round.get(), name, CCHC_LANG_EN, CCHC_DOCUMENT_TEXT);
    CHECK(earlier != later);
    CHECK(contains(earlier, "2020-09-01"));
    CHECK(contains(later, "2020-09-30"));
    // No visit before September, so no minutes of one.
    REQUIRE(cchc_inspection_document_names(round.get(), day(2020, 9, 1), CCHC_LANG_EN, &out, nullptr) == CCHC_OK);
    CHECK_FALSE(contains(take(out), "\"minutes\""));
}

TEST_CASE("documents: what is refused") {
    const InspectionPtr round = filled_inspection();
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    const auto named = [&](const cchc_inspection* inspection, std::int32_t as_of, std::int32_t lang) {
        const cchc_status status = cchc_inspection_document_names(inspection, as_of, lang, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(named(nullptr, CCHC_NO_DAY, CCHC_LANG_VI) == CCHC_E_ARG_NULL);
    CHECK(named(round.get(), CCHC_NO_DAY, 2) == CCHC_E_ARG_ENUM);
    CHECK(named(round.get(), INT32_MAX, CCHC_LANG_VI) == CCHC_E_OUTSIDE_COVERAGE);
    CHECK(cchc_inspection_document_names(round.get(), CCHC_NO_DAY, CCHC_LANG_VI, nullptr, &error) == CCHC_E_ARG_NULL);

    const std::string first = listed(round.get(), CCHC_LANG_VI).front().name;
    const char* summary = first.c_str();
    const auto call = [&](const cchc_inspection* inspection, std::int32_t as_of, const char* name, std::size_t size,
                          std::int32_t lang, std::int32_t format) {
        const cchc_status status = cchc_inspection_document(inspection, as_of, name, size, lang, format, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(call(nullptr, CCHC_NO_DAY, summary, nul, 0, 0) == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), CCHC_NO_DAY, "no-such-document", nul, 0, 0) == CCHC_E_UNKNOWN_NAME);
    CHECK(contains(error.message, "no-such-document"));
    CHECK(call(round.get(), CCHC_NO_DAY, nullptr, 0, 0, 0) == CCHC_E_UNKNOWN_NAME);
    CHECK(call(round.get(), CCHC_NO_DAY, nullptr, nul, 0, 0) == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), CCHC_NO_DAY, "\xFF", nul, 0, 0) == CCHC_E_ARG_UTF8);
    CHECK(call(round.get(), CCHC_NO_DAY, summary, SIZE_MAX - 1, 0, 0) == CCHC_E_ARG_RANGE);
    CHECK(call(round.get(), CCHC_NO_DAY, summary, nul, -1, 0) == CCHC_E_ARG_ENUM);
    CHECK(contains(error.message, "lang"));
    CHECK(call(round.get(), CCHC_NO_DAY, summary, nul, 0, -1) == CCHC_E_ARG_ENUM);
    CHECK(call(round.get(), CCHC_NO_DAY, summary, nul, 0, 3) == CCHC_E_ARG_ENUM);
    CHECK(contains(error.message, "format"));
    CHECK(call(round.get(), INT32_MAX, summary, nul, 0, 0) == CCHC_E_OUTSIDE_COVERAGE);
    CHECK(cchc_inspection_document(round.get(), CCHC_NO_DAY, summary, nul, 0, 0, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("threads read one round at once and get the same bytes") {
    const InspectionPtr round = filled_inspection(criteria(two_kinds).get());
    const std::string name = listed(round.get(), CCHC_LANG_VI).front().name;
    const std::string result = result_json(round.get());
    const std::string summary = document(round.get(), name, CCHC_LANG_VI, CCHC_DOCUMENT_MARKDOWN);
    std::vector<std::string> results(4), summaries(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < 4; ++i)
        threads.emplace_back([&, i] {
            for (int n = 0; n < 5; ++n) {
                results[i] = result_json(round.get());
                summaries[i] = document(round.get(), name, CCHC_LANG_VI, CCHC_DOCUMENT_MARKDOWN);
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(results[i] == result);
        CHECK(summaries[i] == summary);
    }
}

}  // namespace inspection_documents_test

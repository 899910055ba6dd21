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

std::vector<Listed> listed(const cchc_round* round, std::int32_t lang) {
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
    const RoundPtr round = computed(filled_inspection(criteria(two_kinds).get()).get());
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
    const InspectionPtr inspection = filled_inspection();
    const RoundPtr september = computed(inspection.get(), day(2020, 9, 1)), whole = computed(inspection.get());
    const std::string earlier = document(september.get(), "summary", CCHC_LANG_EN, CCHC_DOCUMENT_TEXT);
    const std::string later = document(whole.get(), "summary", CCHC_LANG_EN, CCHC_DOCUMENT_TEXT);
    CHECK(earlier != later);
    CHECK(contains(earlier, "2020-09-01"));
    CHECK(contains(later, "2020-09-30"));
    // No visit before September, so no minutes of one.
    CHECK_FALSE(contains(document_names(september.get(), CCHC_LANG_EN), "\"minutes\""));
    CHECK(contains(document_names(whole.get(), CCHC_LANG_EN), "\"minutes\""));
}

TEST_CASE("the overview of a round names who is late, in both languages") {
    const RoundPtr round = computed(filled_inspection().get());
    const std::string vi = overview(round.get(), CCHC_LANG_VI), en = overview(round.get(), CCHC_LANG_EN);
    CHECK(contains(en, "3 units, 2 self-reports, 1 visit"));
    CHECK(contains(en, "B"));
    CHECK(contains(vi, "3 đơn vị"));
    CHECK(vi != en);
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    CHECK(cchc_round_overview(nullptr, CCHC_LANG_VI, &out, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_round_overview(round.get(), 2, &out, &error) == CCHC_E_ARG_ENUM);
    CHECK(out == nullptr);
    CHECK(cchc_round_overview(round.get(), CCHC_LANG_VI, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("documents: what is refused") {
    const RoundPtr round = computed(filled_inspection().get());
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    CHECK(cchc_round_document_names(nullptr, CCHC_LANG_VI, &out, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_round_document_names(round.get(), 2, &out, &error) == CCHC_E_ARG_ENUM);
    CHECK(out == nullptr);
    CHECK(cchc_round_document_names(round.get(), CCHC_LANG_VI, nullptr, &error) == CCHC_E_ARG_NULL);

    const std::string first = listed(round.get(), CCHC_LANG_VI).front().name;
    const char* summary = first.c_str();
    const auto call = [&](const cchc_round* of, const char* name, std::size_t size, std::int32_t lang, std::int32_t format) {
        const cchc_status status = cchc_round_document(of, name, size, lang, format, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(call(nullptr, summary, nul, 0, 0) == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), "no-such-document", nul, 0, 0) == CCHC_E_UNKNOWN_NAME);
    CHECK(contains(error.message, "no-such-document"));
    CHECK(call(round.get(), "summary", nul, CCHC_LANG_VI, 0) == CCHC_E_UNKNOWN_NAME);  // that is its English name
    CHECK(call(round.get(), nullptr, 0, 0, 0) == CCHC_E_UNKNOWN_NAME);
    CHECK(call(round.get(), nullptr, nul, 0, 0) == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), "\xFF", nul, 0, 0) == CCHC_E_ARG_UTF8);
    CHECK(call(round.get(), summary, SIZE_MAX - 1, 0, 0) == CCHC_E_ARG_RANGE);
    CHECK(call(round.get(), summary, nul, -1, 0) == CCHC_E_ARG_ENUM);
    CHECK(contains(error.message, "lang"));
    CHECK(call(round.get(), summary, nul, 0, -1) == CCHC_E_ARG_ENUM);
    CHECK(call(round.get(), summary, nul, 0, 3) == CCHC_E_ARG_ENUM);
    CHECK(contains(error.message, "format"));
    CHECK(cchc_round_document(round.get(), summary, nul, 0, 0, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("threads read one round at once and get the same bytes") {
    const RoundPtr round = computed(filled_inspection(criteria(two_kinds).get()).get());
    const auto everything = [&round] {
        std::string out = result_json(round.get()) + overview(round.get(), CCHC_LANG_EN);
        for (const std::int32_t lang : {CCHC_LANG_VI, CCHC_LANG_EN}) {
            out += document_names(round.get(), lang);
            for (const Listed& one : listed(round.get(), lang))
                for (const std::int32_t format : {CCHC_DOCUMENT_JSON, CCHC_DOCUMENT_MARKDOWN, CCHC_DOCUMENT_TEXT})
                    out += document(round.get(), one.name, lang, format);
        }
        return out;
    };
    const std::string alone = everything();
    std::vector<std::string> beside(4);
    std::vector<std::thread> threads;
    for (std::string& one : beside) threads.emplace_back([&one, &everything] { one = everything(); });
    for (std::thread& thread : threads) thread.join();
    CHECK(alone.size() > 20000);
    for (const std::string& one : beside) CHECK(one == alone);
}

}  // namespace inspection_documents_test

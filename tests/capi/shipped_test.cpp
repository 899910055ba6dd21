// What ships with the library, calendars and rules as files, and statistics as tables, documents and facts.
#include <array>

#include "sample.hpp"
#include "score_support.hpp"
#include "test.hpp"

namespace shipped_test {

using namespace capi_test;

namespace {

template <class Call>
std::string text_of(Call call) {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = call(&out, &error);
    return status == CCHC_OK ? take(out) : cchc_status_name(status);
}

std::string ids(std::int32_t kind) {
    return text_of([&](auto** out, auto* error) { return cchc_builtin_ids(kind, out, error); });
}

std::string shipped(std::int32_t kind, const char* id) {
    return text_of([&](auto** out, auto* error) { return cchc_builtin_json(kind, id, nul, out, error); });
}

StatisticsPtr filled(const char* query = nine_months) {
    StatisticsPtr out = statistics(query);
    const Sample sample = make_sample(300);
    const auto columns = sample.columns();
    REQUIRE(cchc_statistics_add_columns(out.get(), &columns, nullptr, nullptr, nullptr) == CCHC_OK);
    return out;
}

std::string table(const cchc_statistics* s, std::int32_t which, std::int32_t grouping, std::int32_t lang) {
    return text_of([&](auto** out, auto* error) { return cchc_statistics_table(s, which, grouping, lang, out, error); });
}

}  // namespace

TEST_CASE("everything that ships has a name in its list, and a text of its format") {
    constexpr std::array<const char*, 8> formats = {"calendar", "rule",         "policy", "criteria",
                                                    "mapping",  "form-variant", "plan",   "outline"};
    for (std::int32_t kind = CCHC_BUILTIN_CALENDAR; kind <= CCHC_BUILTIN_OUTLINE; ++kind) {
        const std::string format = formats.at(static_cast<std::size_t>(kind));
        const std::vector<std::string> names = strings_of("\"ids\": " + ids(kind), "ids");
        REQUIRE_FALSE(names.empty());
        for (const std::string& name : names) {
            CAPTURE(kind, name);
            CHECK(contains(shipped(kind, name.c_str()), "\"cchc." + format + "/1\""));
        }
    }
    CHECK(ids(CCHC_BUILTIN_CALENDAR) == R"(["vn"])");
    CHECK(contains(ids(CCHC_BUILTIN_RULE), R"("working-days", "working-days-keep-time")"));
    CHECK(contains(ids(CCHC_BUILTIN_SCHEMA), R"("days")"));
    CHECK(contains(shipped(CCHC_BUILTIN_SCHEMA, "days"), "urn:cchc:days:1"));
    CHECK(shipped(CCHC_BUILTIN_RULE, "no-such-rule") == "CCHC_E_UNKNOWN_NAME");
    CHECK(ids(-1) == "CCHC_E_ARG_ENUM");
    CHECK(shipped(9, "vn") == "CCHC_E_ARG_ENUM");
}

TEST_CASE("calendars, rules and policies are written as files that read back equal") {
    const CalendarPtr calendar = vn();
    const auto write = [](const cchc_calendar* c) {
        return text_of([&](auto** out, auto* error) { return cchc_calendar_to_json(c, out, error); });
    };
    const std::string file = write(calendar.get());
    cchc_calendar* again = nullptr;
    REQUIRE(cchc_calendar_from_json(file.data(), file.size(), &again, nullptr) == CCHC_OK);
    const bool same = write(CalendarPtr(again).get()) == file;  // the test program lays out long texts for minutes
    CHECK(same);
    CHECK(write(nullptr) == "CCHC_E_ARG_NULL");

    const RulePtr days = rule("working-days");
    const std::string written = text_of([&](auto** o, auto* e) { return cchc_rule_to_json(days.get(), o, e); });
    cchc_rule* read = nullptr;
    REQUIRE(cchc_rule_from_json(written.data(), written.size(), &read, nullptr) == CCHC_OK);
    const RulePtr owner(read);
    CHECK(text_of([&](auto** o, auto* e) { return cchc_rule_to_json(read, o, e); }) == written);

    const PolicyPtr form = policy("outline-274");
    const std::string choices = text_of([&](auto** o, auto* e) { return cchc_policy_to_json(form.get(), o, e); });
    cchc_policy* taken = nullptr;
    REQUIRE(cchc_policy_from_json(choices.data(), choices.size(), &taken, nullptr) == CCHC_OK);
    const PolicyPtr keeper(taken);
    CHECK(text_of([&](auto** o, auto* e) { return cchc_policy_to_json(taken, o, e); }) == choices);
    CHECK(contains(choices, "outline-274"));
}

TEST_CASE("days of a calendar say what they are and why") {
    const CalendarPtr calendar = vn();
    const auto days = [&](std::int32_t from, std::int32_t to) {
        return text_of(
            [&](auto** out, auto* error) { return cchc_calendar_days_json(calendar.get(), from, to, out, error); });
    };
    const std::string text = days(day(2020, 1, 22), day(2020, 1, 24));
    CHECK(value_after(text, "2020-01-22", "kind") == "working");
    CHECK(contains(text, "\"07:30-11:30\""));
    CHECK(value_after(text, "2020-01-23", "working") == "false");
    CHECK(value_after(text, "2020-01-23", "sessions") == "[]");
    CHECK(contains(days(day(2020, 1, 1), day(2020, 1, 1)), "\"days\": []"));
    CHECK(days(day(2020, 1, 2), day(2020, 1, 1)) == "CCHC_E_ARG_RANGE");
    CHECK(days(day(2026, 12, 31), day(2027, 1, 2)) == "CCHC_E_OUTSIDE_COVERAGE");
}

TEST_CASE("working time between instants, and its inverse") {
    const CalendarPtr calendar = vn();
    const std::array<std::int64_t, 4> from = {instant(2020, 6, 1, 9), instant(2020, 6, 5, 16), CCHC_NO_INSTANT,
                                              instant(2030, 1, 1)};
    const std::array<std::int64_t, 4> to = {instant(2020, 6, 1, 14), instant(2020, 6, 8, 8), 0, instant(2030, 1, 2)};
    std::array<std::int64_t, 4> seconds{}, back{};
    std::array<std::uint8_t, 4> status{};
    std::size_t failed = 0;
    REQUIRE(cchc_calendar_working_seconds(calendar.get(), from.data(), to.data(), 4, seconds.data(), status.data(), &failed,
                                          nullptr) == CCHC_OK);
    CHECK(seconds == std::array<std::int64_t, 4>{3 * 3600, 5400, CCHC_NO_INSTANT, CCHC_NO_INSTANT});
    CHECK(status == std::array<std::uint8_t, 4>{CCHC_ROW_OK, CCHC_ROW_OK, CCHC_ROW_MISSING, CCHC_ROW_OUTSIDE_COVERAGE});
    CHECK(failed == 2);
    REQUIRE(cchc_calendar_advance(calendar.get(), from.data(), seconds.data(), 4, CCHC_BOUNDARY_EARLIEST, back.data(),
                                  status.data(), &failed, nullptr) == CCHC_OK);
    CHECK(back == std::array<std::int64_t, 4>{to[0], to[1], CCHC_NO_INSTANT, CCHC_NO_INSTANT});
    CHECK(failed == 2);
    const std::int64_t morning = instant(2020, 6, 1, 7, 30), hours = 4 * 3600;
    std::int64_t later = 0;
    REQUIRE(cchc_calendar_advance(calendar.get(), &morning, &hours, 1, CCHC_BOUNDARY_LATEST, &later, nullptr, nullptr,
                                  nullptr) == CCHC_OK);
    CHECK(later == instant(2020, 6, 1, 13, 30));
    CHECK(cchc_calendar_advance(calendar.get(), &morning, &hours, 1, 2, &later, nullptr, nullptr, nullptr) ==
          CCHC_E_ARG_ENUM);
    CHECK(cchc_calendar_advance(calendar.get(), nullptr, nullptr, 0, 0, nullptr, nullptr, nullptr, nullptr) == CCHC_OK);
    CHECK(cchc_calendar_working_seconds(calendar.get(), nullptr, &hours, 1, &later, nullptr, nullptr, nullptr) ==
          CCHC_E_ARG_NULL);
}

TEST_CASE("statistics as tables and documents") {
    const StatisticsPtr s = filled();
    const std::string form = table(s.get(), CCHC_TABLE_FORM_II06A, 0, CCHC_LANG_VI);
    CHECK(contains(form, "II.06a"));
    CHECK(contains(form, "UBND xã Tân Liên"));
    CHECK(contains(table(s.get(), CCHC_TABLE_FORM_II06A, 0, CCHC_LANG_EN), "Total"));
    CHECK(contains(table(s.get(), CCHC_TABLE_OUTLINE_274, 1, CCHC_LANG_VI), " │ "));
    CHECK(table(s.get(), CCHC_TABLE_TIMING, 0, CCHC_LANG_VI) == "CCHC_E_ARG_RANGE");
    CHECK(table(s.get(), CCHC_TABLE_FORM_BY_UNIT, 0, CCHC_LANG_VI) == "CCHC_E_ARG_ENUM");
    CHECK(table(s.get(), CCHC_TABLE_FORM_II06A, 3, CCHC_LANG_VI) == "CCHC_E_ARG_RANGE");
    CHECK(table(s.get(), CCHC_TABLE_FORM_II06A, 0, 2) == "CCHC_E_ARG_ENUM");
    const StatisticsPtr timed =
        filled(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-10-01","by":[["agency"]],"timing":true})");
    CHECK(contains(table(timed.get(), CCHC_TABLE_TIMING, 0, CCHC_LANG_EN), "UBND xã Tân Liên"));

    const auto document = [&](std::int32_t format) {
        return text_of([&](auto** out, auto* error) {
            return cchc_statistics_form_document(s.get(), 0, CCHC_LANG_VI, format, out, error);
        });
    };
    CHECK(contains(document(CCHC_DOCUMENT_JSON), "\"cchc.report/1\""));
    CHECK(contains(document(CCHC_DOCUMENT_MARKDOWN), "| --- |") != contains(document(CCHC_DOCUMENT_TEXT), "| --- |"));
    CHECK(document(3) == "CCHC_E_ARG_ENUM");
}

TEST_CASE("consolidated statistics as tables") {
    const StatisticsPtr s = filled();
    const auto consolidated = [&](const char* units, std::int32_t which) {
        return text_of([&](auto** out, auto* error) {
            return cchc_statistics_consolidated_table(s.get(), units, nul, which, CCHC_LANG_VI, out, error);
        });
    };
    const char* const units = "unit,parent,level\nUBND xã Tân Liên,UBND huyện,commune\nUBND huyện,,district\n";
    CHECK(contains(consolidated(units, CCHC_TABLE_FORM_BY_LEVEL), "commune"));
    CHECK(contains(consolidated(units, CCHC_TABLE_FORM_BY_UNIT), "UBND huyện"));
    CHECK(consolidated(units, CCHC_TABLE_FORM_II06A) == "CCHC_E_ARG_ENUM");
    CHECK(consolidated("", CCHC_TABLE_FORM_BY_UNIT) == "CCHC_E_CSV");
}

TEST_CASE("statistics as facts that a criteria set reads") {
    const StatisticsPtr s = filled();
    const auto facts = [&](const char* agency, const char* kind) {
        return text_of([&](auto** out, auto* error) {
            return cchc_statistics_facts_json(s.get(), agency, agency == nullptr ? 0 : nul, kind, kind == nullptr ? 0 : nul,
                                              out, error);
        });
    };
    const std::string of_one = facts("UBND xã Tân Liên", "xa");
    CHECK(value_after(of_one, "{", "unit") == "UBND xã Tân Liên");
    CHECK(value_after(of_one, "{", "kind") == "xa");
    CHECK(contains(of_one, "\"dossiers.resolved.early\""));
    CHECK(contains(facts(nullptr, nullptr), "\"dossiers.resolved.early\""));
    CHECK(facts("nobody", nullptr) == "CCHC_E_ARG_RANGE");
    cchc_bytes* value = nullptr;
    REQUIRE(cchc_eval("dossiers.resolved.early >= 0", nul, of_one.data(), of_one.size(), &value, nullptr) == CCHC_OK);
    CHECK(contains(take(value), "true"));
}

TEST_CASE("the quality of dossiers as CSV") {
    const QualityPtr q = quality();
    CHECK(text_of([&](auto** o, auto* e) {
              return cchc_quality_result_csv(q.get(), o, e);
          }).starts_with("agency,kind,name,count,examples\n"));
    CHECK(text_of([&](auto** o, auto* e) { return cchc_quality_result_csv(nullptr, o, e); }) == "CCHC_E_ARG_NULL");
}

}  // namespace shipped_test

// Rounds of inspection through the C interface: three units, what each function gives, and each status that it documents.
#include "inspection_support.hpp"

#include "test.hpp"

namespace inspection_test {

using namespace capi_test;

namespace {

constexpr std::int32_t parts[] = {CCHC_PART_SELF_REPORT, CCHC_PART_VISIT, CCHC_PART_FINDINGS, CCHC_PART_FACTS,
                                  CCHC_PART_SCORES};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string checked(const char* report, const char* outline, const char* kind) {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = cchc_self_report_check(report, nul, outline, outline == nullptr ? 0 : nul, kind,
                                                      kind == nullptr ? 0 : nul, &out, &error);
    INFO(error.message);
    REQUIRE(status == CCHC_OK);
    return take(out);
}

// The part of the JSON that is about one unit.
std::string unit_of(const std::string& result, const std::string& unit) {
    const std::size_t from = result.find("\"unit\": \"" + unit + "\",\n      \"kind\"");
    REQUIRE(from != std::string::npos);
    return result.substr(from, result.find("\n    }", from) - from);
}

std::string problems_of(const std::string& result) { return result.substr(result.rfind("\"problems\": [")); }

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("the plan and the outline that ship make a round") {
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_outline_builtin_json("huong-hoa-2020", nul, &out, nullptr) == CCHC_OK);
    const std::string outline = take(out);
    CHECK(value_after(outline, "{", "format") == "cchc.outline/1");
    REQUIRE(cchc_plan_builtin_json("huong-hoa-2020", nul, &out, nullptr) == CCHC_OK);
    const std::string plan = take(out);
    CHECK(value_after(plan, "{", "format") == "cchc.plan/1");
    CHECK(contains(plan, "274/KH-UBND"));

    const CalendarPtr calendar = vn();
    const auto made = [&](const char* text, std::size_t size) {
        cchc_inspection* round = nullptr;
        cchc_error error = fresh_error();
        const cchc_status status =
            cchc_inspection_create(plan.data(), plan.size(), text, size, nullptr, calendar.get(), &round, &error);
        INFO(error.message);
        REQUIRE(status == CCHC_OK);
        return result_json(InspectionPtr(round).get());
    };
    CHECK(made(nullptr, 0) == made(outline.data(), outline.size()));
    CHECK(value_after(made(nullptr, 0), "cchc.consolidated-outline/1", "outline") == "huong-hoa-2020");
}

TEST_CASE("plans and outlines by name: what is refused") {
    for (const auto builtin : {cchc_plan_builtin_json, cchc_outline_builtin_json}) {
        cchc_bytes* out = nullptr;
        cchc_error error = fresh_error();
        const auto call = [&](const char* id, std::size_t size) {
            const cchc_status status = builtin(id, size, &out, &error);
            CHECK(out == nullptr);
            return status;
        };
        CHECK(call("huong-hoa-2021", nul) == CCHC_E_UNKNOWN_NAME);
        CHECK(contains(error.message, "huong-hoa-2021"));
        CHECK(call("huong-hoa-2020", 5) == CCHC_E_UNKNOWN_NAME);
        CHECK(call(nullptr, 0) == CCHC_E_UNKNOWN_NAME);
        CHECK(call(nullptr, nul) == CCHC_E_ARG_NULL);
        CHECK(call("x", SIZE_MAX - 1) == CCHC_E_ARG_RANGE);
        CHECK(call("ab\xFF", nul) == CCHC_E_ARG_UTF8);
        CHECK(error.byte_offset == 2);
        CHECK(builtin("huong-hoa-2020", nul, nullptr, &error) == CCHC_E_ARG_NULL);
        error.struct_size = 1;
        CHECK(call("huong-hoa-2020", nul) == CCHC_E_ARG_STRUCT_SIZE);
    }
}

TEST_CASE("a self-report is checked in one run, by the kind of its unit") {
    CHECK(checked(report_a, small_outline, "phuong") ==
          "{\n  \"format\": \"cchc.inspection-problems/1\",\n  \"problems\": []\n}\n");
    const std::string broken = replaced(report_b, "\"part\": 9", "\"part\": 11");
    const std::string two = checked(broken.c_str(), small_outline, "xa");
    CHECK(count_of(two, "\"code\"") == 2);
    CHECK(value_after(two, "wrong_type", "pointer") == "/figures/plan/value");
    CHECK(value_after(two, "wrong_type", "source") == "report_json");
    CHECK(value_after(two, "part_above_whole", "figure") == "tasks");
    CHECK(contains(two, "\"vi\": ") == contains(two, "\"en\": "));

    // A figure that only communes are asked: required of them, a question to others, of all where no kind is given.
    const std::string outline = replaced(small_outline, "\"of\": [\"xa\"], \"required\": false", "\"of\": [\"xa\"]");
    CHECK(value_after(checked(report_a, outline.c_str(), "xa"), "missing_figure", "figure") == "dossiers");
    CHECK_FALSE(contains(checked(report_a, outline.c_str(), "phuong"), "missing_figure"));
    CHECK(contains(checked(report_a, outline.c_str(), nullptr), "missing_figure"));

    // The outline that ships knows none of these figures and asks for its own.
    const std::string builtin = checked(report_a, nullptr, nullptr);
    CHECK(count_of(builtin, "\"unknown_figure\"") == 3);
    CHECK(count_of(builtin, "\"missing_figure\"") > 10);
}

TEST_CASE("checks of self-reports: what is refused") {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    const auto call = [&](const char* report, const char* outline, const char* kind) {
        const cchc_status status = cchc_self_report_check(report, report == nullptr ? 0 : nul, outline, nul, kind,
                                                          kind == nullptr ? 0 : nul, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(call(nullptr, small_outline, nullptr) == CCHC_E_JSON_SYNTAX);
    CHECK(call("{", small_outline, nullptr) == CCHC_E_JSON_SYNTAX);
    CHECK(contains(error.message, "report_json"));
    CHECK(call(report_a, "{", nullptr) == CCHC_E_JSON_SYNTAX);
    CHECK(contains(error.message, "outline_json"));
    CHECK(call(report_a, "{}", nullptr) == CCHC_E_JSON_SCHEMA);
    for (const char* member : {"\"unit\"", "\"period\"", "\"figures\""}) {
        CHECK(call(replaced(report_a, member, "\"other\"").c_str(), small_outline, nullptr) == CCHC_E_JSON_SCHEMA);
        CHECK(contains(error.message, std::string(member).substr(1, 4)));
    }
    CHECK(call("\xFF", small_outline, nullptr) == CCHC_E_ARG_UTF8);
    CHECK(call(report_a, "\xFF", nullptr) == CCHC_E_ARG_UTF8);
    CHECK(call(report_a, small_outline, "\xFF") == CCHC_E_ARG_UTF8);
    CHECK(call(report_a, nullptr, nullptr) == CCHC_E_ARG_NULL);  // NULL is no text that ends with a NUL
    CHECK(cchc_self_report_check(report_a, nul, "", 0, nullptr, 0, &out, &error) == CCHC_E_JSON_SYNTAX);
    CHECK(cchc_self_report_check(report_a, nul, small_outline, nul, nullptr, 1, &out, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_self_report_check(report_a, SIZE_MAX / 2 + 1, small_outline, nul, nullptr, 0, &out, &error) ==
          CCHC_E_ARG_RANGE);
    CHECK(cchc_self_report_check(report_a, nul, small_outline, nul, nullptr, 0, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("a round is made of a plan, an outline and a calendar, or refused") {
    const CalendarPtr calendar = vn();
    cchc_inspection* out = nullptr;
    cchc_error error = fresh_error();
    const auto call = [&](const std::string& plan, const char* outline, const cchc_calendar* days) {
        const cchc_status status = cchc_inspection_create(plan.data(), plan.size(), outline, outline == nullptr ? 0 : nul,
                                                          nullptr, days, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(call(small_plan, small_outline, nullptr) == CCHC_E_ARG_NULL);
    CHECK(contains(error.message, "calendar"));
    CHECK(call("", small_outline, calendar.get()) == CCHC_E_JSON_SYNTAX);
    CHECK(contains(error.message, "plan_json"));
    CHECK(call(replaced(small_plan, "\"year\"", "\"years\""), small_outline, calendar.get()) == CCHC_E_JSON_SCHEMA);
    CHECK(call("\xC0", small_outline, calendar.get()) == CCHC_E_ARG_UTF8);
    CHECK(call(small_plan, "\xC0", calendar.get()) == CCHC_E_ARG_UTF8);
    CHECK(call(small_plan, "[]", calendar.get()) == CCHC_E_JSON_SCHEMA);
    const auto with = [](std::string_view member) {
        return replaced(small_plan, "\"year\"", std::string(member) + ", \"year\"");
    };
    CHECK(call(with(R"("extends": "nowhere-2020")"), small_outline, calendar.get()) == CCHC_E_UNKNOWN_NAME);
    CHECK(call(with(R"("policy": "nowhere-2020")"), small_outline, calendar.get()) == CCHC_E_UNKNOWN_NAME);
    CHECK(call(with(R"("outline": "nowhere-2020")"), nullptr, calendar.get()) == CCHC_E_UNKNOWN_NAME);
    CHECK(contains(error.message, "nowhere-2020"));

    cchc_calendar* short_one = nullptr;
    REQUIRE(cchc_calendar_from_json(R"({"format":"cchc.calendar/1","id":"s","version":"1","title":{"en":"S"},
        "coverage":{"from":"2020-01-01","to":"2020-09-30"},"week":{"mon":["08:00-12:00"],"tue":[],"wed":[],"thu":[],
        "fri":[],"sat":[],"sun":[]},"days_off":[]})",
                                    nul, &short_one, nullptr) == CCHC_OK);
    CHECK(call(small_plan, small_outline, CalendarPtr(short_one).get()) == CCHC_E_OUTSIDE_COVERAGE);
    CHECK(cchc_inspection_create(small_plan, nul, small_outline, nul, nullptr, calendar.get(), nullptr, &error) ==
          CCHC_E_ARG_NULL);

    // An outline that is given may have any name, and what is borrowed may go after the call.
    REQUIRE(cchc_inspection_create(with(R"("outline": "nowhere-2020")").c_str(), nul, small_outline, nul, nullptr,
                                   vn().get(), &out, &error) == CCHC_OK);
    CHECK(contains(result_json(InspectionPtr(out).get()), "\"outline\": \"small\""));
    cchc_inspection_free(nullptr);
}

TEST_CASE("parts count in any order, and the result says what follows") {
    const InspectionPtr round = filled_inspection();
    REQUIRE(round != nullptr);
    const std::string result = result_json(round.get());
    CHECK(value_after(result, "{", "format") == "cchc.inspection-result/1");
    CHECK(value_after(unit_of(result, "A"), "self_report", "state") == "in_time");
    CHECK(value_after(unit_of(result, "B"), "self_report", "state") == "late");
    CHECK(value_after(unit_of(result, "B"), "self_report", "working_days") == "3");
    CHECK(value_after(unit_of(result, "C"), "self_report", "state") == "missing");
    CHECK(value_after(unit_of(result, "A"), "checks", "not_met") == "1");
    CHECK(value_after(unit_of(result, "A"), "remedies", "late") == "1");
    CHECK(value_after(result, "\"id\": \"tasks\"", "sum") == "10");
    CHECK(value_after(result, "\"id\": \"tasks\"", "whole") == "12");
    CHECK(value_after(result, "\"facts\": [", "level") == "high");
    CHECK(value_after(problems_of(result), "wrong_type", "source") == "b.json");
    CHECK(value_after(problems_of(result), "missing_finding", "figure") == "one-stop");
    CHECK(count_of(problems_of(result), "\"code\"") == 2);
    CHECK_FALSE(contains(result, "\"ranking\""));

    const InspectionPtr other = inspection();
    CHECK(add_part(other.get(), CCHC_PART_FACTS, facts_a, "facts.json") == 1);
    CHECK(add_part(other.get(), CCHC_PART_FINDINGS, findings_a, "f.json") == 1);
    CHECK(add_part(other.get(), CCHC_PART_VISIT, visit_a, "v.json") == 1);
    CHECK(add_part(other.get(), CCHC_PART_SELF_REPORT, report_b, "b.json") == 1);
    CHECK(add_part(other.get(), CCHC_PART_SELF_REPORT, report_a, "a.json") == 1);
    CHECK(value_after(result_json(other.get()), "\"id\": \"tasks\"", "sum") == "10");
    CHECK(problems_of(result_json(other.get())) == problems_of(result));
}

TEST_CASE("units are scored and ranked where there is a set") {
    const InspectionPtr round = filled_inspection(criteria(two_kinds).get());
    REQUIRE(round != nullptr);
    const std::string result = result_json(round.get());
    CHECK(value_after(unit_of(result, "A"), "\"score\"", "format") == "cchc.scorecard/1");
    CHECK(value_after(unit_of(result, "A"), "\"score\"", "total") == "22");  // 12 of the sheet, 10 for the level
    CHECK(value_after(result, "\"ranking\"", "unit") == "A");
    CHECK(value_after(result, "\"ranking\"", "rank") == "1");
    // Without a set the sheet is no use, and said so.
    const InspectionPtr unscored = inspection();
    CHECK(add_part(unscored.get(), CCHC_PART_SCORES, scores_a, "s.json") == 0);
    CHECK(value_after(result_json(unscored.get()), "\"no_criteria\"", "source") == "s.json");
}

TEST_CASE("a file that cannot be read is a problem of the round, not an error of the call") {
    const InspectionPtr round = inspection(criteria(two_kinds).get());
    for (const std::int32_t part : parts) {
        for (const char* json : {"", "{", "[]", "{}", "\"\xFF\"", R"({"format": "cchc.plan/1", "unit": "A"})"}) {
            INFO(part << " " << json);
            // What people give as scores is read with the facts, so here only its unit is looked at.
            const bool later = part == CCHC_PART_SCORES && contains(json, "\"A\"");
            CHECK(add_part(round.get(), part, json, "bad.json") == (later ? 1 : 0));
        }
    }
    CHECK(cchc_inspection_add(round.get(), CCHC_PART_VISIT, nullptr, 0, nullptr, 0, nullptr, nullptr) == CCHC_OK);
    const std::string problems = problems_of(result_json(round.get()));
    CHECK(count_of(problems, "\"unreadable\"") == 5 * 6 + 1);
    CHECK(count_of(problems, "\"bad.json\"") == 5 * 6);
    CHECK_FALSE(contains(problems, "\xFF"));

    CHECK(add_part(round.get(), CCHC_PART_SELF_REPORT, report_a, "a.json") == 1);
    CHECK(add_part(round.get(), CCHC_PART_SELF_REPORT, report_a, "again.json") == 0);
    CHECK(add_part(round.get(), CCHC_PART_SELF_REPORT, replaced(report_a, "\"A\"", "\"Z\"").c_str(), "z.json") == 0);
    const std::string now = problems_of(result_json(round.get()));
    CHECK(value_after(now, "\"second_report\"", "source") == "again.json");
    CHECK(value_after(now, "\"unknown_unit\"", "unit") == "Z");
}

TEST_CASE("adding: what is refused leaves the round and `taken` as they were") {
    const InspectionPtr round = filled_inspection();
    const std::string before = result_json(round.get());
    cchc_error error = fresh_error();
    std::uint8_t taken = 7;
    const auto call = [&](cchc_inspection* to, std::int32_t part, const char* json, std::size_t size, const char* source) {
        return cchc_inspection_add(to, part, json, size, source, nul, &taken, &error);
    };
    CHECK(call(nullptr, CCHC_PART_VISIT, visit_a, nul, "v") == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), -1, visit_a, nul, "v") == CCHC_E_ARG_ENUM);
    CHECK(call(round.get(), 5, visit_a, nul, "v") == CCHC_E_ARG_ENUM);
    CHECK(contains(error.message, "part"));
    CHECK(call(round.get(), CCHC_PART_VISIT, nullptr, 1, "v") == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), CCHC_PART_VISIT, nullptr, nul, "v") == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), CCHC_PART_VISIT, visit_a, SIZE_MAX - 1, "v") == CCHC_E_ARG_RANGE);
    CHECK(call(round.get(), CCHC_PART_VISIT, visit_a, nul, nullptr) == CCHC_E_ARG_NULL);
    CHECK(call(round.get(), CCHC_PART_VISIT, visit_a, nul, "v\xFF") == CCHC_E_ARG_UTF8);
    CHECK(error.byte_offset == 1);
    CHECK(taken == 7);
    CHECK(result_json(round.get()) == before);
    CHECK(call(round.get(), CCHC_PART_VISIT, visit_a, 4, "v") == CCHC_OK);  // the size is exact: half a file
    CHECK(taken == 0);
}

TEST_CASE("the dossiers of a round come from statistics by agency") {
    const InspectionPtr round = filled_inspection();
    const std::string before = result_json(round.get());
    const StatisticsPtr counted = round_statistics();
    const std::string csv = "id,agency,received,due,completed\n1,A,2020-03-02,2020-03-05,2020-03-04\n";
    REQUIRE(cchc_statistics_add_csv(counted.get(), csv.data(), csv.size(), nullptr) == CCHC_OK);
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_finish_csv(counted.get(), &report, nullptr) == CCHC_OK);
    cchc_bytes_free(report);

    cchc_error error = fresh_error();
    CHECK(cchc_inspection_set_statistics(nullptr, counted.get(), &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_inspection_set_statistics(round.get(), nullptr, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_inspection_set_statistics(round.get(), statistics(nine_months_plain).get(), &error) == CCHC_E_ARG_RANGE);
    CHECK(contains(error.message, "agency"));
    CHECK(cchc_inspection_set_statistics(round.get(), statistics().get(), &error) == CCHC_E_ARG_RANGE);
    CHECK(contains(error.message, "outline-274"));
    CHECK(result_json(round.get()) == before);

    REQUIRE(cchc_inspection_set_statistics(round.get(), counted.get(), &error) == CCHC_OK);
    const std::string result = result_json(round.get());
    CHECK(value_after(unit_of(result, "A"), "\"dossiers\": {", "early") == "1");
    CHECK(value_after(result, "\"facts\": [", "dossiers.resolved.early") == "1");
    REQUIRE(cchc_inspection_set_statistics(round.get(), round_statistics().get(), &error) == CCHC_OK);
    CHECK(value_after(unit_of(result_json(round.get()), "A"), "\"dossiers\": {", "early") != "1");
    CHECK(contains(result_json(counted.get()), "\"A\""));  // the caller's stay as they are
}

TEST_CASE("a result is as of a day") {
    const InspectionPtr round = filled_inspection();
    CHECK(result_json(round.get(), day(2020, 10, 1)) == result_json(round.get()));
    const std::string earlier = result_json(round.get(), day(2020, 9, 1));
    CHECK(value_after(earlier, "{", "as_of") == "2020-09-01");
    CHECK(value_after(unit_of(earlier, "B"), "self_report", "state") == "missing");
    CHECK_FALSE(contains(unit_of(earlier, "A"), "\"visit\""));

    cchc_round* out = nullptr;
    cchc_error error = fresh_error();
    const auto call = [&](const cchc_inspection* inspection, std::int32_t as_of) {
        const cchc_status status = cchc_round_create(inspection, as_of, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(call(nullptr, CCHC_NO_DAY) == CCHC_E_ARG_NULL);
    CHECK(contains(error.message, "inspection"));
    for (const std::int32_t beyond : {INT32_MAX, CCHC_NO_DAY + 1, day(1990, 1, 1), day(2090, 1, 1)})
        CHECK(call(round.get(), beyond) == CCHC_E_OUTSIDE_COVERAGE);
    CHECK(call(round.get(), day(2020, 6, 16)) == CCHC_E_ARG_RANGE);
    CHECK(contains(error.message, "2020-06-17"));
    CHECK(cchc_round_create(round.get(), CCHC_NO_DAY, nullptr, &error) == CCHC_E_ARG_NULL);
    cchc_round_free(nullptr);
}

TEST_CASE("a round keeps what it was computed from") {
    InspectionPtr inspection = filled_inspection(criteria(two_kinds).get());
    const RoundPtr round = computed(inspection.get());
    const auto everything = [&] {
        return result_json(round.get()) + overview(round.get(), CCHC_LANG_VI) + document_names(round.get(), CCHC_LANG_VI) +
               document(round.get(), "summary", CCHC_LANG_EN, CCHC_DOCUMENT_TEXT);
    };
    const std::string before = everything();
    REQUIRE(cchc_inspection_set_statistics(inspection.get(), round_statistics().get(), nullptr) == CCHC_OK);
    CHECK(add_part(inspection.get(), CCHC_PART_VISIT, "no JSON", "late.json") == 0);
    CHECK(everything() == before);
    CHECK(result_json(inspection.get()) != result_json(round.get()));  // another round of it has what was added
    inspection.reset();
    CHECK(everything() == before);

    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    CHECK(cchc_round_result_json(nullptr, &out, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_round_result_json(round.get(), nullptr, &error) == CCHC_E_ARG_NULL);
}

}  // namespace inspection_test

// Query files: every member, there and back, and files that are refused with a JSON pointer.
#include "support.hpp"
#include "test.hpp"

namespace query_test {

using namespace cchc;
using namespace cchc::test;

namespace {

Query parse(const std::string& members) {
    return Query::from_json(R"({"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-10-01")" +
                                (members.empty() ? "" : ", " + members) + "}",
                            "q.json");
}

std::string refusal(const std::string& json) {
    const Error error = error_of([&] { (void)Query::from_json(json, "q.json"); });
    CHECK(error.where().source == "q.json");
    return std::to_string(static_cast<int>(error.code())) + " " + error.where().pointer + " " + error.message();
}

std::string refusal_of(const std::string& members) {
    return refusal(R"({"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-10-01", )" + members + "}");
}

const std::string calendar = R"({"format": "cchc.calendar/1", "id": "huyen", "version": "7", "title": {"vi": "Lịch huyện"},
    "coverage": {"from": "2020-01-01", "to": "2021-01-01"}, "week": {"mon": ["07:30-11:30", "13:30-17:00"]}})";

}  // namespace

TEST_CASE("a query with its period alone has the defaults") {
    const Query q = parse("");
    CHECK(q.from == date("2020-01-01"));
    CHECK(q.to == date("2020-10-01"));
    CHECK(q.as_of == std::nullopt);
    CHECK(q.effective_as_of() == q.to);
    CHECK(q.groupings.empty());
    CHECK(q.agencies.empty());
    CHECK(q.policy == OutcomePolicy::builtin("form-ii06a"));
    CHECK(q.calendar.id() == "vn");
    for (std::uint8_t u = 0; u < unit_count; ++u)
        CHECK(q.rules.by_unit[u] == CountingRule::builtin_for(static_cast<Unit>(u)));
}

TEST_CASE("each member of a query is read") {
    const Query q = parse(
        R"("as_of": "2020-11-15", "by": [["agency"], ["field", "procedure", "channel"], ["month", "quarter", "year"], []],
        "agencies": ["UBND xã A", "UBND xã B"], "policy": "outline-274", "rules": ["same-day-15h", "from-next-day-15h"], "calendar": )" +
        calendar);
    CHECK(q.as_of == date("2020-11-15"));
    CHECK(q.groupings == std::vector<Grouping>{{Dimension::agency},
                                               {Dimension::field, Dimension::procedure, Dimension::channel},
                                               {Dimension::month, Dimension::quarter, Dimension::year},
                                               {}});
    CHECK(q.agencies == std::vector<std::string>{"UBND xã A", "UBND xã B"});
    CHECK(q.policy.id == "outline-274");
    CHECK(q.calendar.id() == "huyen");
    CHECK(q.rules[Unit::working_day].id == "from-next-day-15h");  // of two rules for one unit the last
}

TEST_CASE("policy, calendar and rules by name or as objects") {
    CHECK(parse(R"("policy": {"format": "cchc.policy/1", "id": "x", "extends": "outline-274", "stopped": "own_class"})")
              .policy.stopped == OutcomePolicy::Ended::own_class);
    CHECK(parse(R"("calendar": "vn")").calendar.id() == "vn");
    CHECK(parse(R"("calendar": {"id": "vn", "version": ")" + Calendar::builtin("vn").version() + "\"}").calendar.id() ==
          "vn");
    CountingRule rule = CountingRule::builtin("same-day-15h");
    rule.id = "huyen";
    CHECK(parse("\"rules\": [" + rule.to_json() + "]").rules[Unit::working_day] == rule);
}

TEST_CASE("a query goes to JSON and back") {
    std::vector<Query> queries = {
        parse(""), parse(R"("as_of": "2020-03-01", "by": [["agency", "field"], []], "agencies": ["a\"b", "đ"])"),
        parse(R"("policy": "outline-274", "rules": ["same-day-15h"], "calendar": )" + calendar)};
    queries.push_back(queries[0]);
    queries.back().policy.withdrawn = OutcomePolicy::Ended::excluded;
    queries.back().policy.title = {"Tên \"riêng\"", "Own"};
    for (const Query& q : queries) {
        const std::string json = q.to_json();
        const Query back = Query::from_json(json);
        CHECK(back.to_json() == json);
        CHECK(back.from == q.from);
        CHECK(back.to == q.to);
        CHECK(back.effective_as_of() == q.effective_as_of());
        CHECK(back.groupings == q.groupings);
        CHECK(back.agencies == q.agencies);
        CHECK(back.policy == q.policy);
        CHECK(back.calendar.to_json() == q.calendar.to_json());
        CHECK(back.rules.by_unit == q.rules.by_unit);
    }
    // A built-in calendar is named, with its version; another one travels whole.
    CHECK(contains(queries[0].to_json(), R"("version": ")" + Calendar::builtin("vn").version()));
    CHECK_FALSE(contains(queries[0].to_json(), "days_off"));
    CHECK(contains(queries[2].to_json(), "Lịch huyện"));
    CHECK_FALSE(contains(queries[0].to_json(), "same-day-15h"));
    CHECK(contains(queries[2].to_json(), "same-day-15h"));
}

TEST_CASE("a query file is refused with a JSON pointer") {
    CHECK(refusal_of(R"("form": "2020-01-01")") == "201 /form unknown key");
    CHECK(refusal_of(R"("as_of": "01/11/2020")") == "201 /as_of expected a date like \"2020-06-17\"; found \"01/11/2020\"");
    CHECK(contains(refusal_of(R"("as_of": "2020-02-30")"), "201 /as_of expected a date"));
    CHECK(refusal_of(R"("by": "agency")") == "201 /by expected an array; found a string");
    CHECK(refusal_of(R"("by": ["agency"])") == "201 /by/0 expected an array; found a string");
    CHECK(refusal_of(R"("by": [["agency"], ["field", "unit"]])") ==
          "201 /by/1/1 expected one of agency, field, procedure, channel, month, quarter, year, cause, service_level; found "
          "\"unit\"");
    CHECK(refusal_of(R"("agencies": [1])") == "201 /agencies/0 expected a string; found a number");
    CHECK(refusal_of(R"("from": "2020-01-01")") == "201 /from this key stands twice");
    CHECK(contains(refusal_of(R"("policy": "egov")"), "201 /policy no built-in outcome policy is named \"egov\""));
    CHECK(contains(refusal_of(R"("policy": {"format": "cchc.policy/1", "id": "x", "compare": "hour"})"),
                   "201 /policy/compare expected one of"));
    CHECK(contains(refusal_of(R"("policy": {"format": "cchc.policy/1", "id": "x", "extends": "egov"})"),
                   "201 /policy/extends no built-in"));
    CHECK(contains(refusal_of(R"("policy": {"format": "cchc.policy/1"})"), "201 /policy the key \"id\" is missing"));
    CHECK(contains(refusal_of(R"("policy": 7)"), "201 /policy expected an object; found a number"));
    CHECK(contains(refusal_of(R"("calendar": "us")"), "201 /calendar no built-in calendar is named \"us\""));
    CHECK(contains(refusal_of(R"("calendar": {"id": "vn", "version": "1999.1"})"),
                   "201 /calendar/version the built-in calendar vn is of version"));
    CHECK(contains(refusal_of(R"("calendar": {"id": "us", "version": "1"})"), "201 /calendar/id no built-in calendar"));
    CHECK(contains(refusal_of(R"("calendar": {"id": "vn"})"), "201 /calendar the key \"version\" is missing"));
    CHECK(contains(refusal_of(R"("calendar": {"id": "vn", "version": "1", "week": {}})"), "201 /calendar/week unknown key"));
    CHECK(contains(refusal_of(R"("rules": ["same-day-15h", "tomorrow"])"), "201 /rules/1 no built-in"));
    CHECK(contains(refusal_of(R"("rules": "same-day-15h")"), "201 /rules expected an array"));
    CHECK(contains(refusal(R"({"format": "cchc.query/1", "to": "2020-10-01"})"), "the key \"from\" is missing"));
    CHECK(contains(refusal(R"({"format": "cchc.query/2", "from": "2020-01-01", "to": "2020-10-01"})"),
                   "201 /format expected \"cchc.query/1\""));
    CHECK(contains(refusal("[]"), "expected an object; found an array"));
}

TEST_CASE("the error inside a nested calendar has the whole pointer") {
    std::string broken = calendar;
    broken.replace(broken.find("07:30-11:30"), 11, "11:30-07:30");
    CHECK(contains(refusal_of("\"calendar\": " + broken), "201 /calendar/week/mon/0 "));
}

TEST_CASE("a query that is not JSON is refused with line and column") {
    const Error error =
        error_of([] { (void)Query::from_json("{\"format\": \"cchc.query/1\",\n \"from\": 2020-01-01}", "q.json"); });
    CHECK(error.code() == ErrorCode::json_syntax);
    CHECK(error.where().line == 2);
    CHECK(contains(error.what(), "q.json:2:"));
}

TEST_CASE("dimensions have names and texts") {
    std::vector<std::string> names;
    for (int d = 0; d < 7; ++d) {
        names.emplace_back(to_string(static_cast<Dimension>(d)));
        CHECK(to_text(static_cast<Dimension>(d), Lang::vi) != to_text(static_cast<Dimension>(d), Lang::en));
    }
    CHECK(joined(names, " ") == "agency field procedure channel month quarter year");
}

}  // namespace query_test

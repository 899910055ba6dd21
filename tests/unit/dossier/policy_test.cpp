// Outcome policies: the presets say what their data files say, files extend presets, and files that are refused.
#include <fstream>
#include <sstream>

#include "csv_support.hpp"
#include "outcome_oracle.hpp"
#include "test.hpp"

namespace policy_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::vector<std::pair<std::string, std::vector<std::string>>> fields = {
    {"compare", {"date", "instant", "date_then_instant"}},
    {"early_by", {"end", "end_or_return"}},
    {"completed_by", {"completed", "returned", "first"}},
    {"due_version", {"current", "original"}},
    {"due_source", {"recorded", "recorded_or_computed", "computed"}},
    {"missing_due", {"own_class", "on_time", "excluded", "early"}},
    {"due_on_last_day", {"within", "overdue"}},
    {"refused", {"by_date", "on_time", "in_process_within", "own_class", "excluded"}},
    {"withdrawn", {"by_date", "on_time", "in_process_within", "own_class", "excluded"}},
    {"returned", {"by_date", "on_time", "in_process_within", "own_class", "excluded"}},
    {"stopped", {"by_date", "on_time", "in_process_within", "own_class", "excluded"}},
    {"waiting_supplement", {"in_process_within", "by_date", "ended_at_request"}},
    {"undated_waiting", {"ignored", "by_status"}},
    {"second_supplement", {"by_date", "overdue"}},
    {"supplement_pause", {"none", "exclude", "add_elapsed", "restart", "add_calendar_days", "replace"}},
    {"financial_duty_pause", {"none", "exclude", "add_elapsed", "restart", "add_calendar_days", "replace"}},
    {"verification_pause", {"none", "exclude", "add_elapsed", "restart", "add_calendar_days", "replace"}},
    {"other_body_pause", {"none", "exclude", "add_elapsed", "restart", "add_calendar_days", "replace"}},
    {"early_shown", {"beside_on_time", "inside_on_time"}},
};

std::string file_text(const std::string& path) {
    std::ifstream file(std::string(CCHC_SOURCE_DIR) + "/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    REQUIRE(file);
    return text.str();
}

// The first text value of a key in a JSON text; "" if it is not there. The policy files need no more.
std::string value_of(const std::string& json, const std::string& key) {
    const std::string before = "\"" + key + "\": \"";
    const std::size_t start = json.find(before);
    if (start == std::string::npos) return {};
    const std::size_t from = start + before.size();
    return json.substr(from, json.find('"', from) - from);
}

Policy policy_of(const std::string& members) {
    return Policy::from_json(R"({"format": "cchc.policy/1", "id": "x", )" + members + "}", "p.json");
}

std::string refusal(const std::string& json) {
    const Error error = error_of([&] { (void)Policy::from_json(json, "p.json"); });
    CHECK(error.where().source == "p.json");
    return std::to_string(static_cast<int>(error.code())) + " " + error.where().pointer + " " + error.message();
}

std::string refusal_of(const std::string& members) {
    return refusal(R"({"format": "cchc.policy/1", "id": "x", )" + members + "}");
}

}  // namespace

TEST_CASE("form-ii06a: each choice, as the domain note has it") {
    const Policy p = Policy::builtin("form-ii06a");
    CHECK(p.id == "form-ii06a");
    CHECK(contains(p.source, "01/2020/TT-VPCP"));
    CHECK(p.compare == Policy::Compare::date);
    CHECK(p.completed_by == Policy::CompletedBy::first);
    CHECK(p.due_version == Policy::DueVersion::current);
    CHECK(p.due_source == Policy::DueSource::recorded_or_computed);
    CHECK(p.missing_due == Policy::MissingDue::own_class);
    CHECK(p.due_on_last_day == Policy::DueOnLastDay::within);
    CHECK(p.refused == Policy::Ended::by_date);
    CHECK(p.withdrawn == Policy::Ended::on_time);
    CHECK(p.returned == Policy::Ended::on_time);
    CHECK(p.stopped == Policy::Ended::in_process_within);
    CHECK(p.waiting_supplement == Policy::Waiting::in_process_within);
    CHECK(p.early_shown == Policy::EarlyShown::beside_on_time);
    // The defaults of a policy made in C++ are those of the form.
    Policy defaults;
    defaults.id = p.id;
    defaults.title = p.title;
    defaults.source = p.source;
    CHECK(defaults == p);
}

TEST_CASE("the presets say what their data files say, and each choice names its source") {
    CHECK(Policy::builtin_ids() ==
          std::vector<std::string>{"decree-61", "form-ii06a", "opencps", "outline-274", "qd-766", "td"});
    const std::string base = file_text("src/data/policies/form-ii06a.json");
    for (const std::string& id : Policy::builtin_ids()) {
        const std::string file = file_text("src/data/policies/" + id + ".json");
        const std::string policy = Policy::builtin(id).to_json();
        for (const auto& [field, values] : fields) {
            INFO(id << " " << field);
            const std::string own = value_of(file, field);
            CHECK(value_of(policy, field) == (own.empty() ? value_of(base, field) : own));
            CHECK(std::count(values.begin(), values.end(), value_of(policy, field)) == 1);
        }
        CHECK(value_of(policy, "id") == id);
        CHECK(value_of(policy, "source") == value_of(file, "source"));
        CHECK(value_of(policy, "vi") == value_of(file, "vi"));
    }
    // A preset that stands alone gives the source of each choice; one that extends another, of each that it changes.
    for (const std::string& id : Policy::builtin_ids()) {
        const std::string file = file_text("src/data/policies/" + id + ".json");
        const std::size_t split = file.find("\"sources\"");
        const std::string choices = file.substr(0, split), sources = file.substr(split);
        const bool extends = !value_of(choices, "extends").empty();
        for (const auto& field : fields) {
            INFO(id << " " << field.first);
            CHECK(value_of(choices, field.first).empty() == value_of(sources, field.first).empty());
            CHECK((extends || !value_of(choices, field.first).empty()));
        }
    }
}

TEST_CASE("outline-274 is the form with early inside on time") {
    Policy outline = Policy::builtin("outline-274");
    CHECK(outline.early_shown == Policy::EarlyShown::inside_on_time);
    const Policy form = Policy::builtin("form-ii06a");
    outline.early_shown = form.early_shown;
    outline.id = form.id;
    outline.title = form.title;
    outline.source = form.source;
    CHECK(outline == form);
}

TEST_CASE("no policy of that name: the error lists those that there are") {
    const Error error = error_of([] { (void)Policy::builtin("egov"); });
    CHECK(error.code() == ErrorCode::unknown_name);
    CHECK(contains(error.message(), "\"egov\""));
    CHECK(contains(error.message(), "decree-61, form-ii06a, opencps, outline-274, qd-766, td"));
}

TEST_CASE("every value of every field is read, and written as it was read") {
    for (const auto& [field, values] : fields)
        for (const std::string& value : values) {
            INFO(field << " " << value);
            const Policy policy = policy_of("\"" + field + "\": \"" + value + "\"");
            const std::string json = policy.to_json();
            CHECK(value_of(json, field) == value);
            CHECK(Policy::from_json(json) == policy);
            for (const auto& [other, others] : fields)
                if (other != field) CHECK(value_of(json, other) == value_of(Policy{}.to_json(), other));
        }
}

TEST_CASE("a policy file extends a preset and changes what it names") {
    const Policy p =
        policy_of(R"("extends": "outline-274", "title": {"vi": "Của huyện", "en": "The district's"}, "source": "QĐ 1",
                                  "withdrawn": "own_class", "sources": {"withdrawn": "QĐ 1"})");
    CHECK(p.id == "x");
    CHECK(p.title == LocalText{"Của huyện", "The district's"});
    CHECK(p.source == "QĐ 1");
    CHECK(p.withdrawn == Policy::Ended::own_class);
    CHECK(p.early_shown == Policy::EarlyShown::inside_on_time);
    CHECK(p.returned == Policy::Ended::on_time);
    // What it does not name stays the preset's, its title too.
    CHECK(policy_of(R"("extends": "outline-274")").title == Policy::builtin("outline-274").title);
    CHECK(policy_of(R"("title": "Của xã")").title == LocalText{"Của xã", ""});
}

TEST_CASE("policy files are refused with a JSON pointer") {
    CHECK(contains(refusal_of(R"("extends": "egov")"), "201 /extends no built-in outcome policy is named \"egov\""));
    CHECK(refusal_of(R"("compare": "hour")") ==
          "201 /compare expected one of date, instant, date_then_instant; found \"hour\"");
    for (const auto& field : fields) {
        CHECK(contains(refusal_of("\"" + field.first + "\": \"maybe\""),
                       "201 /" + field.first + " expected one of " + field.second.front()));
        CHECK(contains(refusal_of("\"" + field.first + "\": 1"),
                       "201 /" + field.first + " expected a string; found a number"));
    }
    CHECK(refusal_of(R"("withdraw": "on_time")") == "201 /withdraw unknown key");
    CHECK(refusal_of(R"("sources": {"witdrawn": "x"})") == "201 /sources/witdrawn unknown key");
    CHECK(refusal_of(R"("sources": {"withdrawn": 7})") == "201 /sources/withdrawn expected a string; found a number");
    CHECK(refusal_of(R"("title": {"vi": "x", "fr": "y"})") == "201 /title/fr unknown key");
    CHECK(refusal_of(R"("refused": "on_time", "refused": "on_time")") == "201 /refused this key stands twice");
    CHECK(contains(refusal(R"({"format": "cchc.rule/1", "id": "x"})"), "201 /format expected \"cchc.policy/1\""));
    CHECK(contains(refusal(R"({"format": "cchc.policy/1"})"), "the key \"id\" is missing"));
    CHECK(contains(refusal(R"("form-ii06a")"), "expected an object; found a string"));
    const Error syntax = error_of([] { (void)Policy::from_json("{\"format\":\n  oops}", "p.json"); });
    CHECK(syntax.code() == ErrorCode::json_syntax);
    CHECK(syntax.where().line == 2);
}

}  // namespace policy_test

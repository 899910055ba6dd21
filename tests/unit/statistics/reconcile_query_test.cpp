// The question of a reconciliation as JSON.
#include "cchc/reconcile.hpp"
#include "golden.hpp"
#include "support.hpp"
#include "test.hpp"

namespace reconcile_query_test {

using namespace cchc;
using namespace cchc::test;

namespace {

constexpr const char* small =
    R"({"format":"cchc.reconcile_query/1","from":"2020-01-01","to":"2020-10-01","policies":["form-ii06a","td"]})";

std::string with(std::string_view old, std::string_view now) {
    std::string text = small;
    text.replace(text.find(old), old.size(), now);
    return text;
}

}  // namespace

TEST_CASE("the question of a reconciliation is read, and written in full") {
    const ReconcileQuery query = ReconcileQuery::from_json(small);
    CHECK(query.from == date("2020-01-01"));
    CHECK(query.to == date("2020-10-01"));
    CHECK(query.effective_as_of() == query.to);
    REQUIRE(query.policies.size() == 2);
    CHECK(query.policies[1] == OutcomePolicy::builtin("td"));
    CHECK(query.to_json() == golden_text("reconcile_query.json", query.to_json()));
    CHECK(ReconcileQuery::from_json(query.to_json()).to_json() == query.to_json());
}

TEST_CASE("policies, rules and as_of of one's own") {
    const ReconcileQuery query = ReconcileQuery::from_json(
        with("\"td\"]", R"({"format":"cchc.policy/1","id":"ours","extends":"td","withdrawn":"own_class"}],
             "as_of":"2020-11-01","rules":["same-day-15h"],"calendar":"vn")"));
    CHECK(query.policies[1].withdrawn == Policy::Ended::own_class);
    CHECK(query.effective_as_of() == date("2020-11-01"));
    CHECK(query.rules[Unit::working_day].id == "same-day-15h");
    CHECK(ReconcileQuery::from_json(query.to_json()).to_json() == query.to_json());
}

TEST_CASE("a question of a reconciliation that is wrong is refused with its place") {
    const auto pointer = [](const std::string& text) {
        return error_of([&] { (void)ReconcileQuery::from_json(text); }).where().pointer;
    };
    CHECK(pointer(with("\"td\"", "\"egov\"")) == "/policies/1");
    CHECK(pointer(with("\"td\"", "7")) == "/policies/1");
    CHECK(pointer(with("reconcile_query", "query")) == "/format");
    CHECK(pointer(with("\"to\"", "\"too\"")) == "");
    CHECK(pointer(with("2020-10-01", "2020-10-32")) == "/to");
    CHECK(pointer(with("\"from\"", "\"by\":[],\"from\"")) == "/by");
}

}  // namespace reconcile_query_test

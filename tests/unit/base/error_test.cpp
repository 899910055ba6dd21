// cchc::Error: what() puts the place in front of the message; fields that do not apply leave no trace.
#include "cchc/error.hpp"

#include <string>

#include "test.hpp"

namespace error_test {

using namespace cchc;

namespace {

std::string what(Where where) { return Error(ErrorCode::csv, "bad", std::move(where)).what(); }

}  // namespace

TEST_CASE("an error says where, as far as it knows") {
    CHECK(what({}) == "bad");
    CHECK(what({"a.csv", -1, -1, -1, {}}) == "a.csv: bad");
    CHECK(what({"a.csv", 3, -1, -1, {}}) == "a.csv:3: bad");
    CHECK(what({"a.csv", 3, 14, 99, {}}) == "a.csv:3:14: bad");
    CHECK(what({"c.json", -1, -1, -1, "/days_off/0/date"}) == "c.json#/days_off/0/date: bad");
}

TEST_CASE("an error keeps its code, message and place apart") {
    const Error e(ErrorCode::json_schema, "unknown key", {"c.json", -1, -1, -1, "/x"});
    CHECK(e.code() == ErrorCode::json_schema);
    CHECK(e.message() == "unknown key");
    CHECK(e.where().source == "c.json");
    CHECK(e.where().pointer == "/x");
    CHECK(e.where().line == -1);
    const std::exception& base = e;
    CHECK(std::string(base.what()) == "c.json#/x: unknown key");
}

TEST_CASE("every row status has its name") {
    CHECK(to_string(RowStatus::ok) == "ok");
    CHECK(to_string(RowStatus::missing) == "missing");
    CHECK(to_string(RowStatus::outside_coverage) == "outside_coverage");
    CHECK(to_string(RowStatus::limit_refused) == "limit_refused");
    CHECK(to_string(RowStatus::argument_range) == "argument_range");
    CHECK(to_string(static_cast<RowStatus>(200)) == "unknown");
}

}  // namespace error_test

// cchc.report/1 keeps the exact values beside what is shown.
#include <limits>

#include "cchc/report.hpp"
#include "json/value.hpp"
#include "test.hpp"
#include "unit/report/support.hpp"

namespace json_test {

using namespace cchc;
using namespace cchc::report;

namespace {

// The value at a path of keys and places.
const json::Value& at(const json::Value& value, std::initializer_list<std::string> path) {
    const json::Value* found = &value;
    for (const std::string& step : path) {
        const json::Value* next = nullptr;
        if (found->kind == json::Value::Kind::array) next = &found->items.at(std::stoul(step));
        for (const json::Member& member : found->members)
            if (member.name == step) next = &member.value;
        INFO(step);
        REQUIRE(next != nullptr);
        found = next;
    }
    return *found;
}

}  // namespace

TEST_CASE("Exact values stand beside the texts, dates as dates, null for what is missing") {
    const Document d = report::test::example(Lang::vi);
    const json::Value v = json::parse(to_json(d), "report");
    CHECK(at(v, {"format"}).text == "cchc.report/1");
    CHECK(at(v, {"head", "date"}).text == "2020-10-05");
    CHECK(at(v, {"blocks", "3", "text"}).text == std::string(report::test::hostile));
    CHECK(at(v, {"blocks", "4", "rows", "0", "3", "value"}).text == "575/6");
    CHECK(at(v, {"blocks", "4", "rows", "0", "3", "text"}).text == "95,83%");
    CHECK(at(v, {"blocks", "4", "rows", "1", "4", "value"}).text == "1234567.8");
    CHECK(at(v, {"blocks", "4", "rows", "1", "4", "value"}).kind == json::Value::Kind::string);
    CHECK(at(v, {"blocks", "4", "rows", "0", "5", "date"}).text == "2020-08-28");
    CHECK(at(v, {"blocks", "4", "columns", "3", "total", "whole"}).text == "1");
    CHECK(at(v, {"blocks", "5", "series", "0", "values", "1"}).kind == json::Value::Kind::null);
    CHECK(at(v, {"blocks", "5", "series", "0", "values", "0"}).text == "95.5");
}

TEST_CASE("What a document does not have is null") {
    const json::Value v = json::parse(to_json(Document{}), "report");
    for (const char* key : {"number", "date"}) CHECK(at(v, {"head", key}).kind == json::Value::Kind::null);
    CHECK(at(v, {"synthetic_note"}).kind == json::Value::Kind::null);
    CHECK(at(v, {"blocks"}).items.empty());
}

TEST_CASE("JSON knows no infinity") {
    Document d;
    Chart c;
    c.series = {{"a", {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN(), 1e300, 0.1}}};
    d.blocks.emplace_back(c);
    CHECK(to_json(d).find("\"values\": [null, null, 1e+300, 0.1]") != std::string::npos);
}

}  // namespace json_test

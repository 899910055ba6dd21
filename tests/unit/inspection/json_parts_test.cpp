// What all formats of an inspection share.
#include "inspection/json_parts.hpp"

#include "json/value.hpp"
#include "json/writer.hpp"
#include "test.hpp"

namespace json_parts_test {

using namespace cchc;

namespace {

LegalDocument read(std::string_view text) {
    const json::Value value = json::parse(text, "test");
    return inspection::legal_document(json::Node(value, "test"));
}

}  // namespace

TEST_CASE("A document is read and written with what it has") {
    const LegalDocument d = read(R"({"number": "61/2018/NĐ-CP", "date": "2018-04-23"})");
    CHECK(d.number == "61/2018/NĐ-CP");
    CHECK(d.date == make_date(2018, 4, 23));
    json::Writer w;
    inspection::write_value(w, d);
    CHECK(w.take() == "{\n  \"number\": \"61/2018/NĐ-CP\",\n  \"date\": \"2018-04-23\"\n}\n");
}

TEST_CASE("A document of nothing is refused, and so is an unknown key") {
    CHECK_THROWS_AS(read("{}"), Error);
    CHECK_THROWS_AS(read(R"({"number": "1", "signer": "x"})"), Error);
}

TEST_CASE("A period ends after it begins") {
    const json::Value value = json::parse(R"({"from": "2020-10-01", "to": "2020-10-01"})", "test");
    CHECK_THROWS_AS(inspection::period(json::Node(value, "test")), Error);
}

}  // namespace json_parts_test

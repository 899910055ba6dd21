// Cells, and the words of an administrative document, against what a person writes by hand.
#include "cchc/report.hpp"
#include "test.hpp"

namespace cells_test {

using namespace cchc;
using namespace cchc::report;

namespace {

Head dated(int year, int month, int day) { return {"", "", "", "Hướng Hóa", make_date(year, month, day)}; }

}  // namespace

TEST_CASE("Numbers are grouped and cut as the language writes them; zeros at their end are dropped") {
    CHECK(number_cell(Number(1234567), Lang::vi).text == "1.234.567");
    CHECK(number_cell(Number(1234567), Lang::en).text == "1,234,567");
    CHECK(number_cell(Number(123), Lang::en).text == "123");
    CHECK(number_cell(Number(-1000), Lang::vi).text == "-1.000");
    CHECK(number_cell(Number(-100), Lang::vi).text == "-100");
    CHECK(number_cell(Number(12345678, 10), Lang::vi).text == "1.234.567,8");
    CHECK(number_cell(Number(1, 3), Lang::vi).text == "0,33");
    CHECK(number_cell(Number(1, 3), Lang::en, 4).text == "0.3333");
    CHECK(number_cell(Number(1, 8), Lang::en).text == "0.13");  // a half goes up
    CHECK(number_cell(Number(-1, 8), Lang::en).text == "-0.13");
    CHECK(number_cell(Number(-1, 1000), Lang::en).text == "0");
    CHECK(number_cell(Number(19, 2), Lang::en, 0).text == "10");
    CHECK(number_cell(Number(10).power(40), Lang::en, 0).text.size() == 41 + 13);
}

TEST_CASE("A cell keeps the value that it was made of, not what it shows") {
    const Cell c = number_cell(Number(1, 3), Lang::vi);
    CHECK(c.kind == Cell::Kind::number);
    REQUIRE(c.value);
    CHECK(*c.value == Number(1, 3));
    CHECK(number_cell(std::nullopt, Lang::vi).kind == Cell::Kind::empty);
    CHECK(number_cell(std::nullopt, Lang::vi).text.empty());
}

TEST_CASE("Percents keep their decimals") {
    CHECK(percent_cell(Number(95), Lang::vi).text == "95,00%");
    CHECK(percent_cell(Number(955, 10), Lang::en).text == "95.50%");
    CHECK(percent_cell(Number(200, 3), Lang::vi).text == "66,67%");
    CHECK(percent_cell(Number(200, 3), Lang::vi, 0).text == "67%");
    CHECK(percent_cell(Number(99995, 1000), Lang::vi).text == "100,00%");
    CHECK(percent_cell(Number(0), Lang::vi, 1).text == "0,0%");
    CHECK(*percent_cell(Number(200, 3), Lang::vi).value == Number(200, 3));
    CHECK(percent_cell(Number(1), Lang::vi).kind == Cell::Kind::percent);
    CHECK(percent_cell(std::nullopt, Lang::vi).text == "–");
    CHECK(percent_cell(std::nullopt, Lang::vi).kind == Cell::Kind::empty);
}

TEST_CASE("Counts, dates and texts") {
    CHECK(count_cell(18446744073709551615U, Lang::vi).text == "18.446.744.073.709.551.615");
    CHECK(count_cell(18446744073709551615U, Lang::vi).value->to_exact_string() == "18446744073709551615");
    CHECK(count_cell(1512, Lang::vi).text == "1.512");
    CHECK(count_cell(1512, Lang::en).text == "1,512");
    CHECK(count_cell(999, Lang::en).text == "999");
    CHECK(count_cell(0, Lang::vi).text == "0");
    CHECK(date_cell(make_date(2020, 6, 7), Lang::vi).text == "07/06/2020");
    CHECK(date_cell(make_date(2020, 6, 7), Lang::en).text == "2020-06-07");
    CHECK(date_cell(make_date(2020, 6, 7), Lang::vi).date == make_date(2020, 6, 7));
    CHECK(date_cell(std::nullopt, Lang::vi).kind == Cell::Kind::empty);
    CHECK(text_cell("=1+1").kind == Cell::Kind::text);
    CHECK(text_cell("=1+1").text == "=1+1");
}

TEST_CASE("Days below 10 and months below 3 have a zero") {
    CHECK(place_and_date(dated(2020, 10, 5), Lang::vi) == "Hướng Hóa, ngày 05 tháng 10 năm 2020");
    CHECK(place_and_date(dated(2020, 2, 10), Lang::vi) == "Hướng Hóa, ngày 10 tháng 02 năm 2020");
    CHECK(place_and_date(dated(2020, 3, 9), Lang::vi) == "Hướng Hóa, ngày 09 tháng 3 năm 2020");
    CHECK(place_and_date(dated(2020, 12, 31), Lang::vi) == "Hướng Hóa, ngày 31 tháng 12 năm 2020");
    CHECK(place_and_date(dated(2020, 6, 17), Lang::en) == "Hướng Hóa, 17 June 2020");
    CHECK(place_and_date({"", "", "", "", make_date(2020, 6, 7)}, Lang::en) == "7 June 2020");
    CHECK(place_and_date({"", "", "", "Hướng Hóa", {}}, Lang::vi) == "Hướng Hóa, ngày … tháng … năm …");
}

TEST_CASE("The number of a document, or room for it") {
    CHECK(number_line({"", "", "12/BB-ĐKT", "", {}}, Lang::vi) == "Số: 12/BB-ĐKT");
    CHECK(number_line({"", "", "12/BB-ĐKT", "", {}}, Lang::en) == "No. 12/BB-ĐKT");
    CHECK(number_line({}, Lang::vi) == "Số:      /…");
    CHECK(national_name() == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    CHECK(national_motto() == "Độc lập - Tự do - Hạnh phúc");
}

TEST_CASE("The layout is said not to be verified") {
    CHECK(layout_note(Lang::vi).find("30/2020/NĐ-CP") != std::string::npos);
    CHECK(layout_note(Lang::vi).find("chưa được đối chiếu") != std::string::npos);
    CHECK(layout_note(Lang::en).find("not verified") != std::string::npos);
}

TEST_CASE("A table is found by its id") {
    Document d;
    d.blocks = {Heading{1, "a", "x"}, report::Table{"a", "", {}, {}, false, {}},
                report::Table{"b", "second", {}, {}, false, {}}};
    REQUIRE(d.table("b") != nullptr);
    CHECK(d.table("b")->caption == "second");
    CHECK(d.table("c") == nullptr);
}

}  // namespace cells_test

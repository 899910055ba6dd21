// Texts that are no moment. A wrong reading would be worse than none, so nothing is guessed.
#include <string>
#include <string_view>

#include "cchc/time.hpp"
#include "test.hpp"

namespace moment_refused_test {

using namespace cchc;

namespace {

void check_refused(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        CAPTURE(text);
        CHECK_FALSE(parse_moment(text));
    }
}

std::string two(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

TEST_CASE("MM/dd/yyyy is never guessed") {
    check_refused({"06/17/2020", "12/31/2020", "6/17/2020", "02/29/2020", "06-17-2020", "06.17.2020", "06/17/2020 09:10"});
    // With both parts up to 12 the text can be read in only one way: the day first.
    CHECK(to_string(*parse_moment("06/07/2020")) == "2020-07-06");
    std::size_t wrong = 0;
    for (unsigned month = 1; month <= 12; ++month)
        for (unsigned day = 13; day <= 31; ++day) wrong += parse_moment(two(month) + "/" + two(day) + "/2020").has_value();
    CHECK(wrong == 0);
}

TEST_CASE("dates that do not exist") {
    check_refused({"2020-02-30", "2021-02-29", "30/02/2020", "31/04/2020", "31/06/2020", "00/06/2020", "17/00/2020",
                   "17/13/2020", "32/01/2020", "2020-00-17", "2020-13-01", "2020-06-00", "2020-06-31", "0000-01-01",
                   "01/01/0000", "20200631", "20201301", "20200600"});
}

TEST_CASE("times that do not exist") {
    check_refused({"2020-06-17T24:01", "2020-06-17T24:00:01", "2020-06-17T25:00", "2020-06-17T09:60", "2020-06-17T09:10:60",
                   "17/06/2020 24:30", "17/06/2020 99:00", "202006172500", "202006170960", "20200617091060",
                   "2020-06-17T-1:00"});
}

TEST_CASE("half-written dates") {
    check_refused({"",          "2",       "2020",   "2020-",      "2020-06",       "2020-06-",     "2020-06-1", "2020-6-17",
                   "2020-06-7", "17/06",   "17/06/", "17/06/20",   "17/06/202",     "17/2020",      "/06/2020",  "17//2020",
                   "06/2020",   "2020061", "202006", "2020061709", "2020061709103", "1592355600000"});
}

TEST_CASE("half-written times") {
    check_refused({"2020-06-17T", "2020-06-17 ", "2020-06-17T9:10", "2020-06-17T09", "2020-06-17T09:", "2020-06-17T09:1",
                   "2020-06-17T09:10:", "2020-06-17T09:10:3", "2020-06-17T09:10:30.", "2020-06-17T09:10:30.x",
                   "17/06/2020 9:10", "17/06/2020 09", "17/06/2020 ", "2020-06-17T0910"});
}

TEST_CASE("other separators, words and blanks") {
    check_refused({" 2020-06-17",
                   "2020-06-17\n",
                   "2020-06-17  09:10",
                   "2020-06-17t09:10",
                   "2020-06-17_09:10",
                   "2020-06/17",
                   "2020/06-17",
                   "17/06-2020",
                   "17-06/2020",
                   "17 06 2020",
                   "2020.06.17",
                   "2020 06 17",
                   "17/06/2020T09:10",
                   "17/06/2020 09:10 AM",
                   "17/06/2020 09:10 SA",
                   "09:10 17/06/2020",
                   "17 tháng 6 năm 2020",
                   "17-Jun-2020",
                   "today",
                   "17/06/2020x",
                   "2020-06-17x",
                   "2020-06-17T09:10x",
                   "2020-06-17T09:10:30x",
                   "x2020-06-17",
                   "17/06/20200",
                   "117/06/2020",
                   "17/006/2020",
                   "2020-06-17T09-10",
                   "2020-06-17T09.10",
                   "2020-06-17T09:10,5"});
    CHECK_FALSE(parse_moment(std::string_view("2020-06-17\0", 11)));
    CHECK_FALSE(parse_moment(std::string(100, '1')));
    CHECK_FALSE(parse_moment("2020-06-17T09:10:30." + std::string(30, '0')));
}

TEST_CASE("zones that do not exist, and zones where none is written") {
    check_refused({"2020-06-17T09:10+7", "2020-06-17T09:10+7:00", "2020-06-17T09:10+07:0", "2020-06-17T09:10+070",
                   "2020-06-17T09:10+07:60", "2020-06-17T09:10+15:00", "2020-06-17T09:10+", "2020-06-17T09:10+07:00:00",
                   "2020-06-17T09:10 +07:00", "2020-06-17T09:10ICT", "2020-06-17T09:10ZZ", "2020-06-17Z", "2020-06-17+07:00",
                   "2020-06-17TZ", "17/06/2020 09:10Z", "17/06/2020 09:10+07:00", "20200617091030Z"});
}

TEST_CASE("a zone never leads out of the years 1 to 9999") {
    check_refused({"0001-01-01T00:00+14:00", "9999-12-31T23:00Z"});
    CHECK(to_string(*parse_moment("0001-01-01T00:00Z")) == "0001-01-01T07:00");
    CHECK(to_string(*parse_moment("9999-12-31T16:59Z")) == "9999-12-31T23:59");
}

TEST_CASE("numbers that are no Excel serial") {
    check_refused({"4399", "439990", "4399.5", "43999.", "43999.x", "43999.5x", "43999.5.5", "43999 .5", "-43999", "+43999",
                   "43999.3750000000000abc", "43999.12345678901234567890z", "43999e1"});
    // Excel counts a 29 February 1900 that never was, so serials up to 59 are a day off; none of them has five digits.
    check_refused({"00000", "00059", "01234", "00059.5", "09999"});
}

}  // namespace moment_refused_test

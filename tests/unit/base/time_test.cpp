// Dates, instants, and the texts that they make.
#include "cchc/time.hpp"

#include "test.hpp"

namespace time_test {

using namespace cchc;

TEST_CASE("only dates that exist are made") {
    CHECK(make_date(2020, 6, 17));
    CHECK(make_date(1, 1, 1));
    CHECK(make_date(9999, 12, 31));
    CHECK(make_date(2020, 2, 29));
    CHECK(make_date(2000, 2, 29));
    CHECK_FALSE(make_date(1900, 2, 29));
    CHECK_FALSE(make_date(2100, 2, 29));
    CHECK_FALSE(make_date(2021, 2, 29));
    CHECK_FALSE(make_date(2020, 4, 31));
    CHECK_FALSE(make_date(0, 1, 1));
    CHECK_FALSE(make_date(10000, 1, 1));
    CHECK_FALSE(make_date(2020, 0, 1));
    CHECK_FALSE(make_date(2020, 13, 1));
    CHECK_FALSE(make_date(2020, 1, 0));
    CHECK_FALSE(make_date(2020, 1, 32));
    CHECK_FALSE(make_date(2020, 257, 1));  // not month 1 after a cut to eight bits
    CHECK_FALSE(make_date(2020, 1, -1));
}

TEST_CASE("dates count from 1970-01-01") {
    CHECK(to_days(*make_date(1970, 1, 1)) == 0);
    CHECK(to_days(*make_date(1969, 12, 31)) == -1);
    CHECK(to_days(*make_date(2020, 6, 17)) == 18430);
    CHECK(from_days(18430) == *make_date(2020, 6, 17));
    CHECK(from_days(to_days(*make_date(1, 1, 1))) == *make_date(1, 1, 1));
}

TEST_CASE("a date outside 32-bit days is not taken for another one") {
    const Date far{std::chrono::days{(std::int64_t{1} << 32) + 18430}};
    CHECK(to_days(far) != 18430);
    CHECK(to_days(Date{std::chrono::days{-(std::int64_t{1} << 32) + 18430}}) != 18430);
}

TEST_CASE("an instant has a date and a second of the day, also before 1970") {
    const Date date = *make_date(2020, 6, 17);
    CHECK(at(date).time_since_epoch().count() == 18430 * 86400);
    CHECK(date_of(at(date, 0)) == date);
    CHECK(date_of(at(date, 86399)) == date);
    CHECK(date_of(at(date, 86400)) == date + std::chrono::days{1});
    CHECK(second_of_day(at(date, 33000)) == 33000);
    const Date old = *make_date(1930, 2, 3);
    CHECK(date_of(at(old, 86399)) == old);
    CHECK(second_of_day(at(old, 86399)) == 86399);
    CHECK(date_of(Instant{std::chrono::seconds{-1}}) == *make_date(1969, 12, 31));
    CHECK(second_of_day(Instant{std::chrono::seconds{-1}}) == 86399);
}

TEST_CASE("moments in ISO notation, seconds only when not zero") {
    const Date date = *make_date(2020, 6, 7);
    CHECK(to_string(date) == "2020-06-07");
    CHECK(to_string(*make_date(1, 2, 3)) == "0001-02-03");
    CHECK(to_string(at(date)) == "2020-06-07T00:00");
    CHECK(to_string(at(date, 9 * 3600 + 600)) == "2020-06-07T09:10");
    CHECK(to_string(at(date, 9 * 3600 + 630)) == "2020-06-07T09:10:30");
    CHECK(to_string(Moment{date, -1}) == "2020-06-07");
    CHECK(to_string(Moment{date, 86400}) == "2020-06-07T24:00");
}

TEST_CASE("moments as Vietnamese and English readers write them") {
    const Date date = *make_date(2020, 6, 7);
    CHECK(to_text(date, Lang::vi) == "07/06/2020");
    CHECK(to_text(date, Lang::en) == "2020-06-07");
    CHECK(to_text(Moment{date, 33000}, Lang::vi) == "09:10 ngày 07/06/2020");
    CHECK(to_text(Moment{date, 33000}, Lang::en) == "2020-06-07 09:10");
    CHECK(to_text(Moment{date, 33030}, Lang::vi) == "09:10:30 ngày 07/06/2020");
    CHECK(to_text(Moment{date, 86400}, Lang::vi) == "24:00 ngày 07/06/2020");
    CHECK(to_text(Moment{date, -1}, Lang::vi) == "07/06/2020");
    CHECK(to_text(Moment{date, -1}, Lang::en) == "2020-06-07");
}

TEST_CASE("a text in one language stands in for the other") {
    CHECK(LocalText{"vi", "en"}.in(Lang::vi) == "vi");
    CHECK(LocalText{"vi", "en"}.in(Lang::en) == "en");
    CHECK(LocalText{"vi", ""}.in(Lang::en) == "vi");
    CHECK(LocalText{"", "en"}.in(Lang::vi) == "en");
    CHECK(LocalText{}.in(Lang::en).empty());
}

TEST_CASE("the texts that systems write for no date") {
    for (const auto* text : {"",
                             "null",
                             "NULL",
                             "Null",
                             "1900-01-01",
                             "1900-01-01 00:00:00",
                             "1900-01-01T00:00:00.000",
                             "1900-01-01T07:00:00Z",
                             "0001-01-01",
                             "0001-01-01T00:00:00",
                             "0001-01-01T00:00:00Z",
                             "19000101",
                             "19000101000000",
                             "00010101",
                             "00010101000000",
                             "01/01/1900",
                             "01/01/1900 00:00",
                             "01/01/0001 00:00:00",
                             "1/1/1900",
                             "1/1/1900 00:00:00",
                             "1/1/0001",
                             "01-01-1900",
                             "1-1-0001",
                             "01.01.1900",
                             "1900/01/01",
                             "0001/01/01 00:00",
                             "1/1/0001 12:00:00 AM",
                             "01/01/1900 12:00:00 AM"}) {
        CAPTURE(text);
        CHECK(is_null_moment(text));
    }
}

TEST_CASE("no other text is taken for no date") {
    for (const auto* text : {" ",
                             "0",
                             "-",
                             "nul",
                             "nulls",
                             "none",
                             "N/A",
                             "1900",
                             "1900-01-02",
                             "1900-01-011",
                             "1900-01-01x",
                             "1900-01-01T99:00",
                             "1/1/1900x",
                             "1/1/19001",
                             "1/1/0001-5",
                             "11/1/1900",
                             "1/11/1900",
                             "01/01/19000",
                             "19000101x",
                             "190001010",
                             "2020-06-17",
                             "1999-01-01",
                             "01/01/2000",
                             "17/06/2020",
                             "1901-01-01",
                             "0002-01-01",
                             "1/1/1900 abc",
                             "1/1/1900 99:99"}) {
        CAPTURE(text);
        CHECK_FALSE(is_null_moment(text));
    }
}

}  // namespace time_test

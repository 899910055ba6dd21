// Every date format that the systems in use write (systems-in-use §4.2), read to the moment that it means.
#include <string>
#include <string_view>

#include "cchc/time.hpp"
#include "test.hpp"

namespace moment_formats_test {

using namespace cchc;

namespace {

std::string read(std::string_view text) {
    const auto m = parse_moment(text);
    return m ? to_string(*m) : "refused";
}

// The number as text with at least `width` digits.
std::string padded(unsigned value, std::size_t width) {
    std::string text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

}  // namespace

TEST_CASE("ISO dates and times") {
    CHECK(read("2020-06-17") == "2020-06-17");
    CHECK(read("2020/06/17") == "2020-06-17");
    CHECK(read("2020-06-17T09:10") == "2020-06-17T09:10");
    CHECK(read("2020-06-17 09:10") == "2020-06-17T09:10");
    CHECK(read("2020-06-17T09:10:30") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17 09:10:30") == "2020-06-17T09:10:30");
    CHECK(read("2020/06/17 09:10:30") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17T00:00") == "2020-06-17T00:00");
    CHECK(read("2020-06-17T23:59:59") == "2020-06-17T23:59:59");
}

TEST_CASE("a fraction of a second is read and dropped") {
    CHECK(read("2020-06-17T09:10:30.1") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17T09:10:30.999") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17 09:10:30.0000000") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17T09:10:30.123456789") == "2020-06-17T09:10:30");
    CHECK(read("17/06/2020 09:10:30.123") == "2020-06-17T09:10:30");
}

TEST_CASE("compact dates and times") {
    CHECK(read("20200617") == "2020-06-17");
    CHECK(read("202006170910") == "2020-06-17T09:10");
    CHECK(read("20200617091030") == "2020-06-17T09:10:30");
    CHECK(read("20200617000000") == "2020-06-17T00:00");
}

TEST_CASE("Vietnamese dates put the day first") {
    CHECK(read("17/06/2020") == "2020-06-17");
    CHECK(read("17-06-2020") == "2020-06-17");
    CHECK(read("17.06.2020") == "2020-06-17");
    CHECK(read("1/2/2020") == "2020-02-01");
    CHECK(read("9/6/2020") == "2020-06-09");
    CHECK(read("09/6/2020") == "2020-06-09");
    CHECK(read("9/06/2020") == "2020-06-09");
    CHECK(read("9-6-2020") == "2020-06-09");
    CHECK(read("9.6.2020") == "2020-06-09");
    CHECK(read("17/06/2020 09:10") == "2020-06-17T09:10");
    CHECK(read("17/06/2020 09:10:30") == "2020-06-17T09:10:30");
    CHECK(read("1/2/2020 23:59:59") == "2020-02-01T23:59:59");
}

TEST_CASE("a zone converts to Viet Nam time, UTC+7") {
    CHECK(read("2020-06-17T02:10:30Z") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17T02:10:30z") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17T02:10:30.123Z") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17T09:10+07:00") == "2020-06-17T09:10");
    CHECK(read("2020-06-17T09:10:30+0700") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17 09:10:30+07") == "2020-06-17T09:10:30");
    CHECK(read("2020-06-17T09:10:30+00:00") == "2020-06-17T16:10:30");
    CHECK(read("2020-06-17T09:10:30-00:30") == "2020-06-17T16:40:30");
    CHECK(read("2020-06-17T10:00+05:30") == "2020-06-17T11:30");
}

TEST_CASE("a zone can change the date, the month and the year") {
    CHECK(read("2020-06-17T17:00Z") == "2020-06-18T00:00");
    CHECK(read("2020-06-17T16:59:59Z") == "2020-06-17T23:59:59");
    CHECK(read("2020-02-29T20:00:00Z") == "2020-03-01T03:00");
    CHECK(read("2019-12-31T17:00:00.000Z") == "2020-01-01T00:00");
    CHECK(read("2020-01-01T01:00+14:00") == "2019-12-31T18:00");
    CHECK(read("2020-06-17T20:00-08:00") == "2020-06-18T11:00");
    CHECK(read("2020-06-17T24:00Z") == "2020-06-18T07:00");
}

TEST_CASE("24:00 is the end of its date, not the start of the next") {
    CHECK(parse_moment("2020-06-17T24:00") == Moment{*make_date(2020, 6, 17), 86400});
    CHECK(parse_moment("2020-06-17 24:00:00") == Moment{*make_date(2020, 6, 17), 86400});
    CHECK(parse_moment("17/06/2020 24:00") == Moment{*make_date(2020, 6, 17), 86400});
    CHECK(read("31/12/2020 24:00") == "2020-12-31T24:00");
}

TEST_CASE("a date alone has no time of day; midnight has one") {
    CHECK(parse_moment("2020-06-17")->second == -1);
    CHECK(parse_moment("2020-06-17T00:00")->second == 0);
    CHECK(parse_moment("43999")->second == -1);
    CHECK(parse_moment("43999.0")->second == 0);
}

TEST_CASE("Excel serials") {
    CHECK(read("43999") == "2020-06-17");
    CHECK(read("43831") == "2020-01-01");
    CHECK(read("36526") == "2000-01-01");
    CHECK(read("25569") == "1970-01-01");
    CHECK(read("10000") == "1927-05-18");
    CHECK(read("99999") == "2173-10-13");
    CHECK(read("43999.375") == "2020-06-17T09:00");
    CHECK(read("43999,375") == "2020-06-17T09:00");  // as a Vietnamese Excel prints it
    CHECK(read("43999.5") == "2020-06-17T12:00");
    CHECK(read("43999.3819444444") == "2020-06-17T09:10");
    CHECK(read("43999.381944444444443") == "2020-06-17T09:10");
    CHECK(read("43999.99998842592") == "2020-06-17T23:59:59");
    CHECK(read("43999.999999999") == "2020-06-18T00:00");  // rounds to the next date, as Excel shows it
}

TEST_CASE("leap days") {
    CHECK(read("2020-02-29") == "2020-02-29");
    CHECK(read("29/02/2000") == "2000-02-29");
    CHECK(read("20240229") == "2024-02-29");
    CHECK(read("1900-02-29") == "refused");
    CHECK(read("29/02/2100") == "refused");
    CHECK(read("20210229") == "refused");
}

TEST_CASE("every date from 1900 to 2100 is read back from every format") {
    std::size_t wrong = 0;
    std::string first;
    for (Date date = *make_date(1900, 1, 1); date <= *make_date(2100, 12, 31); date += std::chrono::days{1}) {
        const std::chrono::year_month_day ymd{date};
        const auto y = padded(static_cast<unsigned>(static_cast<int>(ymd.year())), 4);
        const auto m = static_cast<unsigned>(ymd.month()), d = static_cast<unsigned>(ymd.day());
        const std::string mm = padded(m, 2), dd = padded(d, 2), d1 = std::to_string(d), m1 = std::to_string(m);
        const auto expect = [&](const std::string& text, std::int32_t second) {
            if (parse_moment(text) == Moment{date, second}) return;
            if (wrong++ == 0) first = text;
        };
        const std::int32_t morning = 8 * 3600 + 5 * 60 + 9;
        for (const char* separator : {"-", "/"}) expect(y + separator + mm + separator + dd, -1);
        for (const char* separator : {"-", "/", "."}) {
            expect(dd + separator + mm + separator + y, -1);
            expect(d1 + separator + m1 + separator + y, -1);
        }
        expect(y + mm + dd, -1);
        expect(y + mm + dd + "080509", morning);
        expect(y + "-" + mm + "-" + dd + "T08:05:09", morning);
        expect(dd + "/" + mm + "/" + y + " 08:05:09", morning);
        if (const int serial = to_days(date) + 25569; serial >= 10000) expect(std::to_string(serial), -1);
        expect(to_string(date), -1);
        expect(to_text(date, Lang::vi), -1);
    }
    CAPTURE(first);
    CHECK(wrong == 0);
}

}  // namespace moment_formats_test

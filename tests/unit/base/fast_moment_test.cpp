// The fast way of reading the two common layouts never says anything else than parse_moment().
#include "base/fast_moment.hpp"

#include <string>
#include <string_view>

#include "cchc/time.hpp"
#include "test.hpp"

using namespace cchc;

namespace {

// True when the fast way leaves the text to parse_moment(), or reads what parse_moment() reads.
bool agrees(std::string_view text, bool must_read = false) {
    text::FastMoment fast{};
    if (!text::fast_moment(text, fast)) return !must_read;
    const auto moment = parse_moment(text);
    return moment && to_days(moment->date) == fast.day && moment->second == fast.second;
}

}  // namespace

TEST_CASE("the fast way reads every date from 1901 to 2155 in its two layouts") {
    std::size_t wrong = 0;
    std::string first;
    const auto expect = [&](const std::string& text) {
        if (!agrees(text, true) && wrong++ == 0) first = text;
    };
    std::int32_t second = 0;
    for (Date d = *make_date(1901, 1, 1); d <= *make_date(2155, 12, 31); d += std::chrono::days{1}) {
        second = (second + 9973) % seconds_per_day;
        const std::string iso = to_string(d), vi = to_text(d, Lang::vi),
                          minute = to_string(at(d, second / 60 * 60)).substr(11);
        const std::string to_the_second = to_string(at(d, second % 60 == 0 ? second + 1 : second)).substr(11);
        for (const std::string& date : {iso, vi}) {
            expect(date);
            expect(date + " " + minute);
            expect(date + " " + to_the_second);
        }
        expect(iso + "T" + minute);
        expect(iso + "T" + to_the_second);
    }
    CAPTURE(first);
    CHECK(wrong == 0);
}

TEST_CASE("the fast way agrees on every text that differs in one byte, or in two") {
    std::size_t wrong = 0;
    std::string first;
    for (const char* good : {"2020-02-29", "29/02/2020", "2020-12-31 23:59", "2020-12-31T20:09", "31/12/2020 23:59",
                             "2021-10-30 19:59:59", "2021-10-30T09:00:00", "30/10/2021 20:50:05"}) {
        std::string text = good;
        REQUIRE(agrees(text, true));
        for (std::size_t i = 0; i < text.size(); ++i)
            for (int a = 0; a < 256; ++a) {
                text[i] = static_cast<char>(a);
                if (!agrees(text) && wrong++ == 0) first = text;
                for (const char b : {'0', '1', '2', '3', '9', ':', '/', '-', '.', 'T', ' ', '\x7F', '\x80', '\xB0'})
                    for (std::size_t k = i + 1; k < text.size(); ++k) {
                        const char kept = text[k];
                        text[k] = b;
                        if (!agrees(text) && wrong++ == 0) first = text;
                        text[k] = kept;
                    }
                text[i] = good[i];
            }
    }
    CAPTURE(first);
    CHECK(wrong == 0);
}

TEST_CASE("the fast way agrees on every day, month and year, real or not") {
    std::size_t wrong = 0;
    std::string first;
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    for (int year = 1890; year <= 2160; ++year)
        for (int month = 0; month <= 13; ++month)
            for (int day = 0; day <= 32; ++day)
                for (const std::string& text : {std::to_string(year) + "-" + two(month) + "-" + two(day),
                                                two(day) + "/" + two(month) + "/" + std::to_string(year)})
                    if (!agrees(text) && wrong++ == 0) first = text;
    CAPTURE(first);
    CHECK(wrong == 0);
}

TEST_CASE("the fast way leaves every other layout alone") {
    text::FastMoment out{};
    for (const std::string_view text :
         {"", "2020", "20200617", "1/2/2020", "2020/06/17", "17-06-2020", "17.06.2020", "2020-06-17T09:10Z",
          "2020-06-17 24:00", "17/06/2020T09:10", "1900-01-01", "0001-01-01", "43999.375", "06/17/2020"})
        CHECK_FALSE(text::fast_moment(text, out));
}

TEST_CASE("remembering dates changes nothing, whatever came before") {
    text::MomentCache remember;
    std::size_t wrong = 0;
    std::string first;
    const auto expect = [&](const std::string& text) {
        text::FastMoment plain{}, remembered{};
        const bool read = text::fast_moment(text, plain);
        bool right = remember(text, remembered) == read;
        if (read && right) right = plain.day == remembered.day && plain.second == remembered.second;
        if (!right && wrong++ == 0) first = text;
    };
    // Twice over more dates than there are places to remember them in, with other times and with damage in between.
    for (int round = 0; round < 2; ++round)
        for (Date d = *make_date(2017, 1, 1); d < *make_date(2022, 1, 1); d += std::chrono::days{1})
            for (std::string text :
                 {to_string(d), to_text(d, Lang::vi), to_string(d) + "T09:10", to_string(d) + " 23:59:59",
                  to_text(d, Lang::vi) + " 00:00", to_text(d, Lang::vi) + "T09:10", to_string(d) + " 24:00"}) {
                expect(text);
                text[static_cast<std::size_t>(to_days(d)) % text.size()] ^= 1;
                expect(text);
            }
    CAPTURE(first);
    CHECK(wrong == 0);
}

TEST_CASE("nothing is remembered of bytes that are no date") {
    text::MomentCache remember;
    text::FastMoment out{};
    for (const std::size_t length : {10, 16, 19})
        for (const char c : {'\0', '\1', ' ', '0', '/', '\xFF'}) {
            const std::string text(length, c);
            CAPTURE(length, static_cast<int>(c));
            CHECK_FALSE(remember(text, out));
            CHECK_FALSE(remember(text, out));
            CHECK_FALSE(text::fast_moment(text, out));
        }
}

// The fast way of reading the two common layouts never says anything else than parse_moment().
#include "base/fast_moment.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/moments.hpp"
#include "cchc/time.hpp"
#include "test.hpp"

namespace fast_moment_test {

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

namespace {

// Reads the texts in one call, each with memory behind it as a block of a file has, and compares with one at a time.
std::size_t count_differences(const std::vector<std::string>& texts, std::string& first) {
    std::string block;
    std::vector<std::size_t> starts;
    for (const std::string& t : texts) {
        starts.push_back(block.size());
        block += t + ',';
    }
    block.append(text::moments_margin, '9');  // digits, so that reading too far would be seen
    std::vector<std::string_view> views;
    for (std::size_t i = 0; i < texts.size(); ++i)
        views.push_back(std::string_view(block).substr(starts[i], texts[i].size()));
    std::vector<std::int32_t> day(texts.size(), -7), second(texts.size(), -7);
    std::vector<std::uint8_t> left(texts.size(), 9);
    const bool any = text::read_moments(views, day.data(), second.data(), left.data());
    std::size_t differences = 0;
    bool any_expected = false;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        text::FastMoment one{-7, -7};
        const bool read = text::fast_moment(texts[i], one), leave = !read && !texts[i].empty();
        any_expected |= leave;
        if (left[i] == static_cast<std::uint8_t>(leave) && (leave || (day[i] == one.day && second[i] == one.second)))
            continue;
        if (differences++ == 0) first = texts[i];
    }
    return differences + static_cast<std::size_t>(any != any_expected);
}

}  // namespace

TEST_CASE("many dates at once are read as one at a time") {
    std::vector<std::string> texts = {""};
    for (Date d = *make_date(1899, 12, 1); d < *make_date(2157, 2, 1); d += std::chrono::days{1}) {
        const int second = static_cast<int>((to_days(d) * 7919 % 86400 + 86400) % 86400);
        std::array<char, 16> time{};
        std::snprintf(time.data(), time.size(), "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
        const std::string hms = time.data(), hm = hms.substr(0, 5), iso = to_string(d), day = to_text(d, Lang::vi);
        for (const std::string& text : {iso, day, iso + ' ' + hm, day + ' ' + hm, iso + ' ' + hms, day + ' ' + hms,
                                        iso + 'T' + hm, iso + 'T' + hms, day + 'T' + hm})
            texts.push_back(text);
    }
    std::string first;
    const std::size_t differences = count_differences(texts, first);
    CAPTURE(first);
    CHECK(differences == 0);
    CHECK(texts.size() > 800000);
}

TEST_CASE("many dates at once, each damaged in one character, are left as one at a time") {
    const std::vector<std::string> whole = {"2020-02-29",       "17/06/2020",          "2020-06-17 09:10",
                                            "31/12/2020 23:59", "2019-12-31T23:59:59", "01/01/2021 00:00:00"};
    std::vector<std::string> texts;
    for (const std::string& text : whole)
        for (std::size_t at = 0; at < text.size(); ++at)
            for (int c = 0; c < 256; ++c) {
                texts.push_back(text);
                texts.back()[at] = static_cast<char>(c);
            }
    for (const char c : {'\0', '\1', ' ', '0', '/', '\xFF'})
        for (std::size_t length = 0; length < 24; ++length) texts.emplace_back(length, c);
    std::string first;
    const std::size_t differences = count_differences(texts, first);
    CAPTURE(first);
    CHECK(differences == 0);
}

}  // namespace fast_moment_test

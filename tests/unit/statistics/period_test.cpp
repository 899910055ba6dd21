// Named windows, and that they leave no day out and take none twice.
#include "cchc/period.hpp"

#include "support.hpp"
#include "test.hpp"

namespace period_test {

using namespace cchc;
using namespace cchc::test;

namespace {

constexpr PeriodScheme decree = PeriodScheme::nd_09_2019;
constexpr PeriodScheme calendar = PeriodScheme::calendar;

std::string dates(PeriodScheme scheme, std::string_view text) {
    const Period p = period(scheme, text);
    return to_string(p.from) + ".." + to_string(p.to - std::chrono::days{1});
}

std::string names(const std::vector<Period>& all) {
    std::string out;
    for (const Period& p : all) out += (out.empty() ? "" : " ") + p.name;
    return out;
}

bool tile(const std::vector<Period>& parts, const Period& whole) {
    Date at = whole.from;
    for (const Period& p : parts) {
        if (p.from != at || p.to <= p.from) return false;
        at = p.to;
    }
    return at == whole.to;
}

}  // namespace

TEST_CASE("the windows of Decree 09/2019, art. 12") {
    CHECK(dates(decree, "2020-01") == "2019-12-15..2020-01-14");
    CHECK(dates(decree, "2020-03") == "2020-02-15..2020-03-14");
    CHECK(dates(decree, "2020-Q1") == "2019-12-15..2020-03-14");
    CHECK(dates(decree, "2020-Q2") == "2020-03-15..2020-06-14");
    CHECK(dates(decree, "2020-Q3") == "2020-06-15..2020-09-14");
    CHECK(dates(decree, "2020-Q4") == "2020-09-15..2020-12-14");
    CHECK(dates(decree, "2020-H1") == "2019-12-15..2020-06-14");
    CHECK(dates(decree, "2020-H2") == "2020-06-15..2020-12-14");
    CHECK(dates(decree, "2020-9M") == "2019-12-15..2020-09-14");
    CHECK(dates(decree, "2020") == "2019-12-15..2020-12-14");
}

TEST_CASE("calendar windows") {
    CHECK(dates(calendar, "2020-02") == "2020-02-01..2020-02-29");
    CHECK(dates(calendar, "2020-12") == "2020-12-01..2020-12-31");
    CHECK(dates(calendar, "2020-Q1") == "2020-01-01..2020-03-31");
    CHECK(dates(calendar, "2020-q4") == "2020-10-01..2020-12-31");
    CHECK(dates(calendar, "2020-h1") == "2020-01-01..2020-06-30");
    CHECK(dates(calendar, "2020-H2") == "2020-07-01..2020-12-31");
    CHECK(dates(calendar, "2020-9m") == "2020-01-01..2020-09-30");
    CHECK(dates(calendar, "2020") == "2020-01-01..2020-12-31");
    CHECK(dates(calendar, "9998") == "9998-01-01..9998-12-31");
    CHECK(dates(decree, "0001") == "0000-12-15..0001-12-14");
}

TEST_CASE("months, quarters and half-years tile the year, and years each other") {
    for (const PeriodScheme scheme : {decree, calendar}) {
        for (int y = 2014; y <= 2030; ++y) {
            const std::string year = std::to_string(y);
            const Period whole = period(scheme, year);
            for (const auto& [unit, count] : std::vector<std::pair<PeriodUnit, std::size_t>>{
                     {PeriodUnit::month, 12}, {PeriodUnit::quarter, 4}, {PeriodUnit::half_year, 2}, {PeriodUnit::year, 1}}) {
                const std::vector<Period> parts = split(scheme, year, unit);
                CHECK(parts.size() == count);
                CHECK(tile(parts, whole));
                for (const Period& p : parts) CHECK(p == period(scheme, p.name));
            }
            CHECK(tile({period(scheme, year + "-H1"), period(scheme, year + "-H2")}, whole));
            CHECK(tile({period(scheme, year + "-9M"), period(scheme, year + "-Q4")}, whole));
            CHECK(tile(split(scheme, year + "-9M", PeriodUnit::quarter), period(scheme, year + "-9M")));
            CHECK(period(scheme, std::to_string(y + 1)).from == whole.to);
        }
        CHECK(names(split(scheme, "2020-H2", PeriodUnit::month)) == "2020-07 2020-08 2020-09 2020-10 2020-11 2020-12");
        CHECK(names(split(scheme, "2020-Q2", PeriodUnit::month)) == "2020-04 2020-05 2020-06");
    }
    for (const auto& [text, unit] : std::vector<std::pair<std::string, PeriodUnit>>{{"2020", PeriodUnit::nine_months},
                                                                                    {"2020-9M", PeriodUnit::half_year},
                                                                                    {"2020-9M", PeriodUnit::year},
                                                                                    {"2020-Q1", PeriodUnit::half_year},
                                                                                    {"2020-01", PeriodUnit::quarter}})
        CHECK(error_of([&] { split(decree, text, unit); }).code() == ErrorCode::argument_range);
}

TEST_CASE("ranges") {
    CHECK(names(periods(decree, "2019-Q3..2020-Q2")) == "2019-Q3 2019-Q4 2020-Q1 2020-Q2");
    CHECK(names(periods(decree, "2020-12..2021-01")) == "2020-12 2021-01");
    CHECK(names(periods(calendar, "2019..2021")) == "2019 2020 2021");
    CHECK(names(periods(calendar, "2019-H2..2020-H1")) == "2019-H2 2020-H1");
    CHECK(names(periods(calendar, "2020-Q1..2020-Q1")) == "2020-Q1");
    CHECK(names(periods(calendar, "2020-9M")) == "2020-9M");
    CHECK(periods(calendar, "1901-01..2000-12").size() == 1200);
    for (const char* bad : {"2020-Q2..2020-Q1", "2020-Q1..2020-06", "2019-9M..2020-9M", "1900-12..2000-12", "2021..2020"})
        CHECK(error_of([&] { periods(decree, bad); }).code() == ErrorCode::argument_range);
}

TEST_CASE("what is no period is refused") {
    for (const char* bad :
         {"",        "20",     "2020-",    "2020-0", "2020-00", "2020-13", "2020-Q0",   "2020-Q5", "2020-H3",
          "2020-8M", "2020Q1", "2020-Q1 ", "2020-1", "0000",    "9999",    "2020-Q1..", "..2020",  "2020-Q1...2020-Q2",
          "q1-2020", "2020-X1"}) {
        INFO(bad);
        CHECK(error_of([&] { periods(decree, bad); }).code() == ErrorCode::time_syntax);
    }
    CHECK(parse_period_scheme("nd-09-2019") == decree);
    CHECK(parse_period_scheme("calendar") == calendar);
    CHECK_FALSE(parse_period_scheme("lunar").has_value());
    CHECK(to_string(decree) == "nd-09-2019");
}

TEST_CASE("names for people") {
    const auto titles = [](std::string_view text) {
        return period(decree, text).title.vi + "|" + period(decree, text).title.en;
    };
    CHECK(titles("2020-03") == "Tháng 3 năm 2020|Month 3 of 2020");
    CHECK(titles("2020-Q4") == "Quý IV năm 2020|Fourth quarter of 2020");
    CHECK(titles("2020-H1") == "6 tháng đầu năm 2020|First half-year of 2020");
    CHECK(titles("2020-H2") == "6 tháng cuối năm 2020|Second half-year of 2020");
    CHECK(titles("2020-9M") == "9 tháng năm 2020|Nine months of 2020");
    CHECK(titles("2020") == "Năm 2020|Year 2020");
}

}  // namespace period_test

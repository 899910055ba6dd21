// Exact decimals: reading, limits, normalisation, and the whole number that a limit in thousandths wants.
#include "cchc/decimal.hpp"

#include <string>
#include <string_view>

#include "test.hpp"
#include "unit/base/error_of.hpp"

namespace decimal_test {

using namespace cchc;

namespace {

constexpr std::int64_t most = 999'999'999'999'999'999;  // 10^18 - 1

std::string read(std::string_view text) {
    const auto d = Decimal::parse(text);
    return d ? d->to_string() : "refused";
}

}  // namespace

TEST_CASE("a decimal is read from the notations that forms use") {
    CHECK(read("15") == "15");
    CHECK(read("+15") == "15");
    CHECK(read("0,5") == "0.5");  // Vietnamese decimal comma
    CHECK(read("0.5") == "0.5");
    CHECK(read("-2.50") == "-2.5");
    CHECK(read("007") == "7");
    CHECK(read("0") == "0");
    CHECK(read("-0.0") == "0");
    CHECK(read("10.00") == "10");
    CHECK(read("1,234") == "1.234");  // a comma is a decimal mark, never a thousands separator
    CHECK(read("-0.001") == "-0.001");
    CHECK(read("0.000000000000000001") == "0.000000000000000001");
}

TEST_CASE("everything else is no decimal") {
    for (const std::string_view text :
         {"",    "+",   "-",    ".",  ",",  ".5",      ",5",        "5.",        "5,",      "-.5",
          "--1", "+-1", "1-",   "1 ", " 1", "1 000",   "1.234.567", "1,234,567", "1.234,5", "1,234.5",
          "1e3", "1E3", "0x10", "½",  "१५", "15 ngày", "NaN",       "inf",       "1_000"}) {
        CAPTURE(text);
        CHECK_FALSE(Decimal::parse(text));
    }
    CHECK_FALSE(Decimal::parse(std::string_view("1\0", 2)));
}

TEST_CASE("a decimal has at most 18 digits and 18 decimals") {
    CHECK(read("999999999999999999") == "999999999999999999");
    CHECK(read("-999999999999999999") == "-999999999999999999");
    CHECK(read("1000000000000000000") == "refused");
    CHECK(read("-1000000000000000000") == "refused");
    CHECK(read("99999999999999999999999999") == "refused");
    CHECK(read("0.999999999999999999") == "0.999999999999999999");
    CHECK(read("0.0000000000000000001") == "refused");
    CHECK(read("00000000000000000000000015") == "15");

    CHECK(Decimal(most).coefficient() == most);
    CHECK(Decimal(-most).coefficient() == -most);
    CHECK(Decimal(most, 18).to_string() == "0.999999999999999999");
    CHECK(Decimal(-1, 18).to_string() == "-0.000000000000000001");
    for (const std::int64_t value : {most + 1, -most - 1, INT64_MAX, INT64_MIN}) {
        CAPTURE(value);
        CHECK(error_of([&] { Decimal{value}; }).code() == ErrorCode::argument_range);
    }
    CHECK(error_of([] { Decimal(1, -1); }).code() == ErrorCode::argument_range);
    CHECK(error_of([] { Decimal(1, 19); }).code() == ErrorCode::argument_range);
}

TEST_CASE("equal decimals are equal objects") {
    CHECK(Decimal::parse("2.50") == Decimal(25, 1));
    CHECK(Decimal(2500, 3) == Decimal(25, 1));
    CHECK(Decimal(1000, 3) == Decimal(1));
    CHECK(Decimal(0, 5) == Decimal());
    CHECK(Decimal(0, 5).scale() == 0);
    CHECK_FALSE(Decimal(25, 1) == Decimal(25));
    CHECK(Decimal(1000, 3).is_whole());
    CHECK_FALSE(Decimal(5, 1).is_whole());
    CHECK(Decimal(-5, 1).is_negative());
    CHECK_FALSE(Decimal::parse("-0")->is_negative());
    CHECK_FALSE(Decimal(5, 1).is_negative());
}

TEST_CASE("a decimal gives its whole number of smaller parts, or none") {
    CHECK(Decimal(5, 1).scaled(3) == 500);
    CHECK(Decimal(15).scaled(3) == 15000);
    CHECK(Decimal(-25, 1).scaled(1) == -25);
    CHECK(Decimal(0).scaled(18) == 0);
    CHECK(Decimal(7).scaled(0) == 7);
    CHECK_FALSE(Decimal(12345, 4).scaled(3));  // 1.2345 has four decimals
    CHECK_FALSE(Decimal(5, 1).scaled(0));
    CHECK(Decimal(1).scaled(18) == 1'000'000'000'000'000'000);
}

TEST_CASE("a scaled number that fits no 64-bit integer is none, not a wrong one") {
    CHECK_FALSE(Decimal(most).scaled(1));
    CHECK_FALSE(Decimal(-most).scaled(1));
    CHECK_FALSE(Decimal(most).scaled(18));
    CHECK(Decimal(922'337'203'685'477'580).scaled(1) == 9'223'372'036'854'775'800);
    CHECK_FALSE(Decimal(922'337'203'685'477'581).scaled(1));
    CHECK(Decimal(-922'337'203'685'477'580).scaled(1) == -9'223'372'036'854'775'800);
    CHECK_FALSE(Decimal(-922'337'203'685'477'581).scaled(1));
}

TEST_CASE("what a decimal writes, it reads back") {
    for (const std::int64_t coefficient :
         {std::int64_t{0}, std::int64_t{1}, std::int64_t{-10}, std::int64_t{12345}, most, -most})
        for (int scale = 0; scale <= 18; ++scale) {
            const Decimal d(coefficient, scale);
            CAPTURE(coefficient, scale);
            CHECK(Decimal::parse(d.to_string()) == d);
        }
}

}  // namespace decimal_test

// Numbers as text, in and out.
#include "unit/base/number_support.hpp"

namespace number_text_test {

using namespace cchc;

namespace {

std::string read(std::string_view text) {
    const auto n = Number::parse(text);
    return n ? n->to_exact_string() : "refused";
}

}  // namespace

TEST_CASE("a number is read from decimals and fractions") {
    CHECK(read("15") == "15");
    CHECK(read("-2,50") == "-2.5");
    CHECK(read("+0.5") == "0.5");
    CHECK(read(".5") == "0.5");
    CHECK(read("-,25") == "-0.25");
    CHECK(read("007") == "7");
    CHECK(read("010/020") == "0.5");  // never octal
    CHECK(read("-0") == "0");
    CHECK(read("1/3") == "1/3");
    CHECK(read("-6/4") == "-1.5");
    CHECK(read("0/5") == "0");
    CHECK(read("123456789012345678901234567890.5") == "123456789012345678901234567890.5");
    CHECK(read("9223372036854775808") == "9223372036854775808");
    CHECK(read("9223372036854775807/9223372036854775806") == "9223372036854775807/9223372036854775806");
}

TEST_CASE("everything else is no number") {
    for (const std::string_view text :
         {"",     "+",     "-",     ".",     ",",       "/",     "5.",  "5,",  "--1", "+-1",  "1-", "1 ",
          " 1",   "1 000", "1.2.3", "1,2,3", "1,234.5", "1e3",   "0x1", "१५",  "1/0", "1/00", "1/", "/3",
          "1//3", "1/-3",  "1/+3",  "1/2/3", "1.5/2",   "1/2.5", "½",   "NaN", "inf", "1_0"}) {
        CAPTURE(text);
        CHECK_FALSE(Number::parse(text));
    }
    CHECK_FALSE(Number::parse(std::string_view("1\0", 2)));
}

TEST_CASE("a text of up to 1,000 digits is read, a fraction of up to 8,192 bits") {
    const std::string nines(1'000, '9');
    CHECK(read(nines) == nines);
    CHECK(*Number::parse(nines) + 1 == Number(10).power(1'000));
    CHECK(read("-0." + nines.substr(1)) == "-0." + nines.substr(1));
    CHECK(read("." + nines) == nines + "/1" + std::string(1'000, '0'));  // 0 and the digits are 1,001
    CHECK(read("1" + nines) == "refused");
    CHECK(read("0" + nines) == "refused");
    CHECK(read("0." + nines) == "refused");
    CHECK(read(std::string(100'000, '1')) == "refused");
    const std::string ten = "1" + std::string(2'466, '0');
    CHECK(Number::parse(ten + "/1") == Number(10).power(2'466));
    CHECK(Number::parse("1/" + ten) == Number(10).power(-2'466));
    CHECK_FALSE(Number::parse(std::string(2'467, '9') + "/1"));  // above 2^8,192
    CHECK(Number::parse(std::string(2'467, '9') + "/" + std::string(2'467, '9')) == 1);
    CHECK_FALSE(Number::parse(ten + "0/1"));
}

TEST_CASE("a text has 34 significant digits, half even") {
    CHECK(Number(1, 3).to_string() == "0.3333333333333333333333333333333333");
    CHECK(Number(2, 3).to_string() == "0.6666666666666666666666666666666667");
    CHECK(Number(-200, 3).to_string() == "-66.66666666666666666666666666666667");
    CHECK(Number(1, 300).to_string() == "0.003333333333333333333333333333333333");
    CHECK(Number(2).sqrt().to_string() == "1.414213562373095048801688724209698");
    CHECK(Number(2, 1'000'000).sqrt().to_string() == "0.001414213562373095048801688724209698");
    CHECK(Number(9, 16).sqrt() == Number(3, 4));
    CHECK(Number(2).power(200).sqrt() == Number(2).power(100));
    CHECK(Number(0).sqrt() == 0);
    CHECK(Number().to_string() == "0");
    CHECK(Number(15).to_string() == "15");
    CHECK(Number(-1, 2).to_string() == "-0.5");
    CHECK(Number(1, 1 << 20).to_string() == "0.00000095367431640625");
    CHECK(Number(10).power(40).to_string() == "1" + std::string(40, '0'));
    CHECK((Number(10).power(40) + 1).to_string() == "1" + std::string(40, '0'));
    CHECK((Number(10).power(40) + 1).to_exact_string() == "1" + std::string(39, '0') + "1");
    CHECK((1 - Number(10).power(-40)).to_string() == "1");
    CHECK(Number(10).power(-40).to_string() == "0." + std::string(39, '0') + "1");
}

TEST_CASE("every short decimal text reads back, and says what Decimal says") {
    Random random(7);
    for (int i = 0; i < 2'000; ++i) {
        const Decimal d(random.part(59), random.from(0, 18));
        const Number n(d);
        CAPTURE(d.to_string());
        REQUIRE(n.to_string() == d.to_string());
        REQUIRE(n.to_exact_string() == d.to_string());
        REQUIRE(Number::parse(d.to_string()) == n);
    }
}

}  // namespace number_text_test

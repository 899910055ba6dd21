// Decimals as programs spell them, against digits that are shifted by hand.
#include "base/decimal_text.hpp"

#include <random>
#include <string>

#include "test.hpp"

namespace decimal_text_test {

using namespace cchc;
using text::Exponent;

namespace {

std::string read(std::string_view t, Exponent exponent = Exponent::read) {
    const text::DecimalText d = text::read_decimal(t, exponent);
    if (!d.is_number) return "no number";
    return d.value ? d.value->to_string() : "too long";
}

}  // namespace

TEST_CASE("a decimal text is read exactly, whatever zeros it has") {
    CHECK(read("1e3") == "1000");
    CHECK(read("1.5E-2") == "0.015");
    CHECK(read("-25e-1") == "-2.5");
    CHECK(read("+2,50") == "2.5");
    CHECK(read("0.0e+7") == "0");
    CHECK(read("1" + std::string(500, '0') + "e-500") == "1");
    CHECK(read("0." + std::string(500, '0') + "1e501") == "1");
    CHECK(read("1." + std::string(500, '0')) == "1");
    CHECK(read(std::string(500, '0') + "15") == "15");
    CHECK(read("999999999999999999") == "999999999999999999");
    CHECK(read("99999999999999999.9e1") == "999999999999999999");
    CHECK(read("0.999999999999999999") == "0.999999999999999999");
    CHECK(read("1e17") == "100000000000000000");
    CHECK(read("1e-18") == "0.000000000000000001");
    CHECK(read("0e999999999999999999999999999") == "0");
}

TEST_CASE("a number that a decimal does not hold is told from a text that is no number") {
    for (const std::string_view t : {"1e18", "-1e18", "1000000000000000000", "1e-19", "1234567890.123456789",
                                     "1e999999999999999999999999", "1e-999999999999999999999999", "0.0000000000000000015"}) {
        CAPTURE(t);
        CHECK(read(t) == "too long");
    }
    for (const std::string_view t : {"", "+", "-", ".5", "5.", "5,", "1e", "1e+", "e3", "1e3.5", "1e3 ", " 1", "--1",
                                     "1.2.3", "1,2.3", "0x1", "NaN", "½"}) {
        CAPTURE(t);
        CHECK(read(t) == "no number");
    }
    CHECK(read("1e3", Exponent::refused) == "no number");
    CHECK(read("1.5", Exponent::refused) == "1.5");
}

TEST_CASE("a point moved by hand and an exponent say the same") {
    std::mt19937 engine(3);
    const auto from = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(engine); };
    for (int i = 0; i < 3'000; ++i) {
        std::string digits(static_cast<std::size_t>(from(1, 9)), '0');
        for (char& c : digits) c = static_cast<char>('0' + from(0, 9));
        const int shift = from(-9, 9);
        const std::string zeros(static_cast<std::size_t>(shift < 0 ? -shift : shift), '0');
        std::string moved = shift >= 0 ? digits + zeros : zeros + "0" + digits;
        if (shift < 0) moved.insert(moved.size() - zeros.size(), ".");
        CAPTURE(digits, shift);
        CHECK(read(digits + "e" + std::to_string(shift)) == read(moved));
        CHECK(read(moved) == Decimal::parse(moved)->to_string());
    }
}

}  // namespace decimal_text_test

// Exact fractions against 128-bit arithmetic, across the edge between the small and the large form.
#include "cchc/number.hpp"

#include <limits>
#include <vector>

#include "test.hpp"
#include "unit/base/error_of.hpp"
#include "unit/base/number_support.hpp"

namespace number_test {

using namespace cchc;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

ErrorCode refused(const std::function<void()>& call) { return error_of(call).code(); }

}  // namespace

TEST_CASE("equal values are equal numbers, however they were made") {
    CHECK(Number(2, 4) == Number(1, 2));
    CHECK(Number(-2, 4) == Number(1, -2));
    CHECK(Number(6, 3) == 2);
    CHECK(Number(0, -7) == Number());
    CHECK(Number(Decimal(25, 1)) == Number(5, 2));
    CHECK(Number(Decimal(-999'999'999'999'999'999, 18)) == *Number::parse("-0.999999999999999999"));
    CHECK(Number(Decimal(1, 18)) * Number(Decimal(999'999'999'999'999'999)) == *Number::parse("0.999999999999999999"));
    CHECK(Number(1, 3) + Number(1, 6) == Number(1, 2));
    CHECK(Number(1, 3) != Number(333'333'333, 1'000'000'000));
    CHECK(Number(2, 6).to_exact_string() == "1/3");
    CHECK(refused([] { Number(1, 0); }) == ErrorCode::argument_range);
    CHECK(refused([] { Number(0, 0); }) == ErrorCode::argument_range);
}

TEST_CASE("the four operations and the order agree with 128 bits") {
    Random random(4);
    for (int i = 0; i < 8'000; ++i) {
        const int bits = i % 2 == 0 ? 62 : 20;
        const std::int64_t a = random.part(bits), b = random.above_zero(bits);
        const std::int64_t c = random.part(bits), d = i % 3 == 0 ? b : (i % 3 == 1 ? 1 : random.above_zero(bits));
        const Number x(a, b), y(c, d);
        CAPTURE(a, b, c, d);
        const Int128 cross = Int128{a} * d - Int128{c} * b;
        REQUIRE((x + y == exact(Plain::of(Int128{a} * d + Int128{c} * b, Int128{b} * d).text())));
        REQUIRE((x - y == exact(Plain::of(cross, Int128{b} * d).text())));
        REQUIRE((x * y == exact(Plain::of(Int128{a} * c, Int128{b} * d).text())));
        if (c != 0) REQUIRE((x / y == exact(Plain::of(Int128{a} * d, Int128{b} * c).text())));
        REQUIRE((x < y) == (cross < 0));
        REQUIRE((x > y) == (cross > 0));
        REQUIRE((x == y) == (cross == 0));
        REQUIRE(x.sign() == (a > 0) - (a < 0));
        REQUIRE(x.is_whole() == (a % b == 0));
    }
}

TEST_CASE("the laws of arithmetic hold from the small form into the large and back") {
    Random random(44);
    std::vector<Number> numbers{0, 1, -1, most, least, Number(1, most), Number(most, most - 1), Number(least, 3)};
    for (int i = 0; i < 20; ++i) numbers.emplace_back(random.part(63), random.above_zero(63));
    for (int i = 0; i < 10; ++i)
        numbers.push_back(numbers[static_cast<std::size_t>(random.from(8, 27))].power(random.from(2, 5)));
    for (const Number& a : numbers)
        for (const Number& b : numbers) {
            const Number& c = numbers[static_cast<std::size_t>(random.from(0, 37))];
            CAPTURE(a.to_exact_string(), b.to_exact_string(), c.to_exact_string());
            REQUIRE((a + b) - b == a);
            REQUIRE(a + b == b + a);
            REQUIRE(a * b == b * a);
            REQUIRE(a * (b + c) == a * b + a * c);
            REQUIRE(a - b == -(b - a));
            REQUIRE((a <=> b) == ((a - b).sign() <=> 0));
            if (b != 0) REQUIRE(a * b / b == a);
            if (b != 0) REQUIRE(a / b * b == a);
        }
}

TEST_CASE("the least 64-bit number, which has no negative, is a number like others") {
    const Number n(least);
    CHECK(n.to_string() == "-9223372036854775808");
    CHECK((-n).to_string() == "9223372036854775808");
    CHECK(n.abs() == -n);
    CHECK(n.whole() == least);
    CHECK_FALSE((-n).whole());
    CHECK(n + 1 == Number(-most));
    CHECK(Number(-most) - 1 == n);
    CHECK(n < Number(-most));
    CHECK(n / n == 1);
    CHECK(Number(least, least) == 1);
    CHECK(Number(least, 2) == Number(least / 2));
    CHECK(Number(least, -1) == -n);
    CHECK(Number(1, least).to_exact_string() == "-0.000000000000000000108420217248550443400745280086994171142578125");
    CHECK(n - n == Number());
}

TEST_CASE("a number may stand on both sides, and be copied and moved in either form") {
    for (const Number& value : {Number(3, 4), Number(3, 4).power(100)}) {
        Number a = value;
        CHECK((a += a) == value * 2);
        CHECK((a -= a) == 0);
        a = value;
        CHECK((a *= a) == value.power(2));
        CHECK((a /= a) == 1);
        a = value;
        Number& same = a;
        a = same;
        CHECK(a == value);
        Number b = std::move(a);
        CHECK(b == value);
        a = b;
        CHECK(a == value);
        a = Number(7);
        CHECK(a == 7);
        b = std::move(a);
        CHECK(b == 7);
        b = value;
        CHECK(b == value);
    }
}

TEST_CASE("dividing by zero and negative roots are refused, and change nothing") {
    Number n(1, 3);
    CHECK(refused([&] { n /= 0; }) == ErrorCode::argument_range);
    CHECK(refused([&] { n /= Number(1, 2) - Number(1, 2); }) == ErrorCode::argument_range);
    CHECK(n == Number(1, 3));
    CHECK(refused([] { Number(0).power(-1); }) == ErrorCode::argument_range);
    CHECK(refused([] { Number(-1, 4).sqrt(); }) == ErrorCode::argument_range);
    CHECK(error_of([&] { n /= 0; }).message() == "division by zero");
}

TEST_CASE("a number beyond 8,192 bits is refused before it is computed, and changes nothing") {
    const Number most_bits = Number(2).power(8191);
    Number n = most_bits;
    CHECK(refused([&] { n *= 2; }) == ErrorCode::argument_range);
    CHECK(n == most_bits);
    CHECK(refused([&] { n += n; }) == ErrorCode::argument_range);
    n -= 1;
    CHECK(n + n + 1 == most_bits + (most_bits - 1));  // all of 8,192 bits
    CHECK(refused([&] { n + n + 2; }) == ErrorCode::argument_range);
    CHECK(refused([&] { Number(1) / most_bits / 2; }) == ErrorCode::argument_range);
    CHECK(refused([&] { most_bits.power(9'999); }) == ErrorCode::argument_range);
    CHECK(refused([&] { Number(10).power(9'999); }) == ErrorCode::argument_range);
    CHECK(refused([&] { Number(1, 10).power(9'999); }) == ErrorCode::argument_range);
    CHECK(Number(-1).power(9'999) == -1);
    CHECK(refused([] { Number(1).power(10'000); }) == ErrorCode::argument_range);
    CHECK(refused([] { Number(1).power(-10'000); }) == ErrorCode::argument_range);
    CHECK(refused([] { Number(1).power(least); }) == ErrorCode::argument_range);
    CHECK(error_of([&] { n *= n; }).message() == "number too large: more than 8,192 bits in its numerator or denominator");
    CHECK(most_bits > most_bits - 1);
    CHECK(Number(1) / most_bits < Number(1) / (most_bits - 1));
    CHECK(Number(1) / most_bits - Number(1) / most_bits == 0);
}

TEST_CASE("a number says whether it ends as a decimal") {
    for (const std::int64_t d : {1, 2, 4, 5, 10, 125, 1'000'000, 1 << 30}) CHECK(Number(7, d).is_decimal());
    for (const std::int64_t d : {3, 6, 7, 9, 15, 30, 1'000'001}) CHECK_FALSE(Number(1, d).is_decimal());
    CHECK(Number(3, 6).is_decimal());
    CHECK(Number(5).power(-3527).is_decimal());
    CHECK(Number(2).power(-8191).is_decimal());
    CHECK(Number(10).power(-2000).is_decimal());
    CHECK_FALSE((Number(10).power(-2000) / 3).is_decimal());
    CHECK_FALSE(Number(3).power(-2000).is_decimal());
}

}  // namespace number_test

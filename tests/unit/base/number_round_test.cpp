// Rounding against the way it is done by hand: write the digits, look at the first that goes, add one or not.
#include "unit/base/error_of.hpp"
#include "unit/base/number_support.hpp"

namespace number_round_test {

using namespace cchc;

namespace {

constexpr RoundingMode all_modes[] = {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::half_down,
                                      RoundingMode::up,      RoundingMode::down,      RoundingMode::floor,
                                      RoundingMode::ceiling};

// The digits of numerator / denominator (both above or at 0), by long division: the whole part, then `decimals` places.
std::string long_division(std::int64_t numerator, std::int64_t denominator, int decimals, bool& rest) {
    std::string digits = std::to_string(numerator / denominator);
    Int128 left = numerator % denominator;
    for (int i = 0; i < decimals; ++i) {
        left *= 10;
        digits += static_cast<char>('0' + static_cast<int>(left / denominator));
        left %= denominator;
    }
    rest = left != 0;
    return digits;
}

void add_one(std::string& digits) {
    std::size_t at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at == 0) {
        digits.insert(digits.begin(), '1');
    } else {
        ++digits[at - 1];
    }
}

// Whether the digits that go, with more behind them or not, push the last that stays away from 0.
bool pushes(const std::string& going, bool rest, bool odd, bool negative, RoundingMode mode) {
    const bool something = rest || going.find_first_not_of('0') != std::string::npos;
    const bool above_half =
        going[0] > '5' || (going[0] == '5' && (rest || going.find_first_not_of('0', 1) != std::string::npos));
    const bool is_half = something && !above_half && going[0] == '5';
    switch (mode) {
        case RoundingMode::half_up: return above_half || is_half;
        case RoundingMode::half_even: return above_half || (is_half && odd);
        case RoundingMode::half_down: return above_half;
        case RoundingMode::up: return something;
        case RoundingMode::down: return false;
        case RoundingMode::floor: return something && negative;
        case RoundingMode::ceiling: return something && !negative;
    }
    return false;
}

// "12345" with 2 places is 123.45; with -2 places 1234500.
std::string by_hand(std::int64_t numerator, std::int64_t denominator, int places, RoundingMode mode) {
    const bool negative = numerator < 0;
    bool rest = false;
    std::string digits = long_division(negative ? -numerator : numerator, denominator, std::max(places, 0) + 1, rest);
    const auto keep = static_cast<int>(digits.size()) - (places >= 0 ? 1 : 1 - places);
    if (keep < 1) digits.insert(0, static_cast<std::size_t>(1 - keep), '0');
    const auto kept = static_cast<std::size_t>(std::max(keep, 1));
    const std::string going = digits.substr(kept);
    digits.resize(kept);
    if (pushes(going, rest, (digits.back() - '0') % 2 == 1, negative, mode)) add_one(digits);
    if (places < 0) digits.append(static_cast<std::size_t>(-places), '0');
    const std::string below = "1" + std::string(static_cast<std::size_t>(std::max(places, 0)), '0');
    return (negative ? "-" : "") + digits + "/" + below;
}

std::string rounded(const char* text, int places, RoundingMode mode) {
    return Number::parse(text)->rounded(places, mode).to_string();
}

}  // namespace

TEST_CASE("each mode is what its name says") {
    CHECK(rounded("2.5", 0, RoundingMode::half_up) == "3");
    CHECK(rounded("-2.5", 0, RoundingMode::half_up) == "-3");
    CHECK(rounded("2.5", 0, RoundingMode::half_even) == "2");
    CHECK(rounded("3.5", 0, RoundingMode::half_even) == "4");
    CHECK(rounded("-2.5", 0, RoundingMode::half_even) == "-2");
    CHECK(rounded("2.5", 0, RoundingMode::half_down) == "2");
    CHECK(rounded("2.51", 0, RoundingMode::half_down) == "3");
    CHECK(rounded("-2.5", 0, RoundingMode::half_down) == "-2");
    CHECK(rounded("2.01", 0, RoundingMode::up) == "3");
    CHECK(rounded("-2.01", 0, RoundingMode::up) == "-3");
    CHECK(rounded("2.99", 0, RoundingMode::down) == "2");
    CHECK(rounded("-2.99", 0, RoundingMode::down) == "-2");
    CHECK(rounded("-2.01", 0, RoundingMode::floor) == "-3");
    CHECK(rounded("-2.99", 0, RoundingMode::ceiling) == "-2");
    CHECK(rounded("94.995", 2, RoundingMode::half_up) == "95");
    CHECK(rounded("1.005", 2, RoundingMode::half_up) == "1.01");  // a double would say 1
    CHECK(rounded("1250", -2, RoundingMode::half_even) == "1200");
    CHECK(rounded("49", -2, RoundingMode::half_up) == "0");
    CHECK(rounded("1", -3, RoundingMode::up) == "1000");
    CHECK(rounded("-0.4", 0, RoundingMode::half_up) == "0");
}

TEST_CASE("rounding agrees with rounding by hand, in every mode") {
    Random random(14);
    for (int i = 0; i < 2'500; ++i) {
        const std::int64_t numerator = random.part(i % 2 == 0 ? 63 : 24);
        const std::int64_t bottom[] = {1, 2, 8, 20, 1000, random.above_zero(10), random.above_zero(62)};
        const std::int64_t denominator = bottom[random.from(0, 6)];
        const int places = random.from(i % 5 == 0 ? -22 : -4, i % 5 == 1 ? 25 : 4);
        const Number n(numerator, denominator);
        for (const RoundingMode mode : all_modes) {
            CAPTURE(numerator, denominator, places, static_cast<int>(mode));
            REQUIRE(n.rounded(places, mode) == exact(by_hand(numerator, denominator, places, mode)));
        }
    }
}

TEST_CASE("rounding twice changes nothing, and a decimal of few places stays itself") {
    Random random(15);
    for (int i = 0; i < 500; ++i) {
        const Number n(random.part(63), random.above_zero(63));
        for (const RoundingMode mode : all_modes) {
            const Number once = n.rounded(3, mode);
            REQUIRE(once.rounded(3, mode) == once);
            REQUIRE(once.rounded(900, mode) == once);
        }
    }
}

TEST_CASE("places beyond 1,000 are refused") {
    for (const int places : {1'001, -1'001, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        CHECK(error_of([&] { Number(1, 3).rounded(places, RoundingMode::half_up); }).code() == ErrorCode::argument_range);
    CHECK(Number(1, 3).rounded(1'000, RoundingMode::down) * 3 == 1 - Number(10).power(-1'000));
    CHECK(Number(10).power(1'001).rounded(-1'000, RoundingMode::down) == Number(10).power(1'001));
    CHECK(Number(3).rounded(1'000, RoundingMode::up) == 3);
}

TEST_CASE("a number gives its whole number of smaller or larger parts, or none") {
    CHECK(Number(1, 2).scaled(3) == 500);
    CHECK(Number(25, 2).scaled(1) == 125);
    CHECK_FALSE(Number(1, 3).scaled(18));
    CHECK_FALSE(Number(1, 1000).scaled(2));
    CHECK(Number(1500).scaled(-2) == 15);
    CHECK_FALSE(Number(1550).scaled(-2));
    CHECK(Number().scaled(std::numeric_limits<int>::max()) == 0);
    CHECK(Number().scaled(std::numeric_limits<int>::min()) == 0);
    CHECK_FALSE(Number(1).scaled(19));
    CHECK(Number(1).scaled(18) == 1'000'000'000'000'000'000);
    CHECK_FALSE(Number(1).scaled(std::numeric_limits<int>::max()));
    CHECK_FALSE(Number(1).scaled(std::numeric_limits<int>::min()));
    CHECK(Number(10).power(-2'000).scaled(2'010) == 10'000'000'000);
    CHECK(Number(10).power(2'010).scaled(-2'000) == 10'000'000'000);
    CHECK_FALSE(Number(10).power(2'010).whole());
    CHECK(Number::parse("-922337203685477580.8")->scaled(1) == std::numeric_limits<std::int64_t>::min());
    CHECK_FALSE(Number::parse("922337203685477580.8")->scaled(1));
    CHECK_FALSE(Number(1, 2).whole());
    CHECK(Number(-7).whole() == -7);
}

}  // namespace number_round_test

// What holds under every preset: a due moment never precedes the receipt, and more time or a later receipt never makes it
// earlier.
#include <random>
#include <string>

#include "unit/deadline/support.hpp"

namespace properties_test {

using namespace cchc;

namespace {

std::int32_t below(std::mt19937& random, unsigned n) { return static_cast<std::int32_t>(random() % n); }

Instant random_receipt(std::mt19937& random) {
    return at(day("2015-01-01") + std::chrono::days{below(random, 3900)}, below(random, seconds_per_day));
}

// The smallest step of a preset's unit, in thousandths.
std::int64_t step_of(const CountingRule& rule) {
    if (rule.unit == Unit::working_day) return 500;
    return rule.unit == Unit::working_hour || rule.unit == Unit::clock_hour ? 250 : 1000;
}

// Limit 0 is the whole day of receipt.
std::int64_t least_of(const CountingRule& rule) { return rule.count_from == CountFrom::receipt_day ? 0 : step_of(rule); }

Due due_in(const CountingRule& rule, Instant received, std::int64_t milli) {
    return due(vn(), rule, received, {Decimal(milli, 3), rule.unit});
}

bool not_later(const Due& a, const Due& b) { return a.at <= b.at && a.date <= b.date; }

}  // namespace

TEST_CASE("under every preset more time never means an earlier due moment, nor one before the receipt counts") {
    std::mt19937 random(147);
    for (const std::string& preset : CountingRule::builtin_ids()) {
        const CountingRule rule = CountingRule::builtin(preset);
        const std::int64_t most = rule.unit == Unit::year ? 1000 : 12 * step_of(rule);
        for (int i = 0; i < 300; ++i) {
            const Instant received = random_receipt(random);
            CAPTURE(preset, to_string(received));
            Due last = due_in(rule, received, step_of(rule));
            REQUIRE(last.at > received);
            for (std::int64_t milli = 2 * step_of(rule); milli <= most; milli += step_of(rule)) {
                const Due next = due_in(rule, received, milli);
                REQUIRE(not_later(last, next));
                last = next;
            }
        }
    }
}

TEST_CASE("under every preset a later receipt never means an earlier due moment") {
    std::mt19937 random(148);
    for (const std::string& preset : CountingRule::builtin_ids()) {
        const CountingRule rule = CountingRule::builtin(preset);
        const std::int64_t kinds = rule.unit == Unit::year ? 1 : 8;
        for (int i = 0; i < 2000; ++i) {
            const Instant received = random_receipt(random);
            const Instant later = received + std::chrono::seconds{below(random, 3 * seconds_per_day)};
            const std::int64_t milli = least_of(rule) + step_of(rule) * (i % kinds);
            CAPTURE(preset, to_string(received), to_string(later), milli);
            REQUIRE(not_later(due_in(rule, received, milli), due_in(rule, later, milli)));
        }
    }
}

TEST_CASE("under every preset in days, the date of receipt and the rule decide, not the second") {
    std::mt19937 random(149);
    for (const auto* preset : {"working-days", "calendar-days", "weeks", "months", "years"}) {
        const CountingRule rule = CountingRule::builtin(preset);
        for (int i = 0; i < 300; ++i) {
            const Date date = date_of(random_receipt(random));
            const Due first = due_in(rule, at(date), 1000), last = due_in(rule, at(date, 86399), 1000);
            REQUIRE(first == last);
        }
    }
}

}  // namespace properties_test

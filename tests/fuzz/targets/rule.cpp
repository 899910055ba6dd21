// Files of counting rules.
#include "../fuzz.hpp"

CCHC_FUZZ_TARGET(rule) {
    using namespace cchc_fuzz;
    using capi_test::RulePtr;
    static const auto calendar = capi_test::vn();
    const auto rule =
        made<RulePtr>([&](auto out, auto e) { return cchc_rule_from_json(input.data(), input.size(), out, e); });
    if (rule == nullptr) return;
    const auto json = bytes([&](auto out, auto e) { return cchc_rule_to_json(rule.get(), out, e); });
    require(json.has_value(), "a rule that cannot be written");
    const auto again =
        made<RulePtr>([&](auto out, auto e) { return cchc_rule_from_json(json->data(), json->size(), out, e); });
    require(again != nullptr, "a rule that was written cannot be read");
    require(json == bytes([&](auto out, auto e) { return cchc_rule_to_json(again.get(), out, e); }), "it reads as another");
    const std::int64_t received[] = {1579165200, 1577836800, 1600000000, CCHC_NO_INSTANT};
    const std::int64_t limit[] = {15000, 500, 0, 1000};
    std::int64_t due[4], due_again[4];
    std::uint8_t status[4];
    for (const auto& [one, column] : {std::pair(rule.get(), due), std::pair(again.get(), due_again)})
        done([&, one = one, column = column](cchc_error* e) {
            return cchc_due_compute(calendar.get(), one, received, limit, 4, column, nullptr, status, nullptr, e);
        });
    require(std::equal(due, due + 4, due_again), "the rule that was read again counts otherwise");
    for (int i = 0; i < 3; ++i) {
        require(status[i] != CCHC_ROW_OK || due[i] >= received[i], "due before it was received");
        bytes([&](auto out, auto e) {
            return cchc_due_explain(calendar.get(), rule.get(), received[i], limit[i], i % 2, out, e);
        });
    }
}

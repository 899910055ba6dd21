// Files of outcome policies.
#include "../fuzz.hpp"

CCHC_FUZZ_TARGET(policy) {
    using namespace cchc_fuzz;
    using capi_test::PolicyPtr;
    const auto policy =
        made<PolicyPtr>([&](auto out, auto e) { return cchc_policy_from_json(input.data(), input.size(), out, e); });
    if (policy == nullptr) return;
    const auto json = bytes([&](auto out, auto e) { return cchc_policy_to_json(policy.get(), out, e); });
    require(json.has_value(), "a policy that cannot be written");
    const auto again =
        made<PolicyPtr>([&](auto out, auto e) { return cchc_policy_from_json(json->data(), json->size(), out, e); });
    require(again != nullptr, "a policy that was written cannot be read");
    require(json == bytes([&](auto out, auto e) { return cchc_policy_to_json(again.get(), out, e); }),
            "it reads as another");
    const std::int64_t received[] = {1579165200, 1579165200, 1579165200, 1579165200};
    const std::int64_t due[] = {1581613200, CCHC_NO_INSTANT, 1580000000, 1581613200};
    const std::int64_t ended[] = {1581613200, 1580000000, CCHC_NO_INSTANT, 1581613201};
    const std::uint8_t state[] = {9, 7, 4, 11};
    std::uint8_t outcome[4];
    require(done([&](cchc_error* e) {
                return cchc_policy_classify(policy.get(), received, due, ended, state, 4, 18500, outcome, nullptr, nullptr,
                                            e);
            }),
            "a good batch is refused");
    require(std::all_of(outcome, outcome + 4, [](int o) { return o <= CCHC_OUTCOME_NOT_RECEIVED; }), "no outcome");
}

// Criteria sets, and a frame that they may extend.
#include "../../capi/score_support.hpp"
#include "../fuzz.hpp"

CCHC_FUZZ_TARGET(criteria) {
    using namespace cchc_fuzz;
    using capi_test::CriteriaPtr;
    const auto parts = documents(input, 2);
    const std::string_view set = parts[0];
    const cchc_fuzz::Texts frames({parts[1]});
    const std::size_t count = parts[1].empty() ? 0 : 1;
    const auto criteria = made<CriteriaPtr>([&](auto out, auto e) {
        return cchc_criteria_from_json(set.data(), set.size(), frames.data.data(), frames.size.data(), count, out, e);
    });
    const auto report = bytes([&](auto out, auto e) {
        return cchc_criteria_check(set.data(), set.size(), frames.data.data(), frames.size.data(), count, nullptr, 0, out,
                                   e);
    });
    if (criteria == nullptr) return;
    require(report.has_value() && report->find("\"severity\": \"error\"") == std::string::npos,
            "a set that can be read has mistakes when it is checked");
    require(bytes([&](auto out, auto e) { return cchc_criteria_description_json(criteria.get(), out, e); }).has_value(),
            "no description");
    std::size_t leaves = 0;
    require(done([&](cchc_error* e) { return cchc_criteria_leaf_count(criteria.get(), &leaves, e); }), "no leaves");
    for (const char* kind : {"xa", "phuong"}) {
        const std::string facts = capi_test::facts_json("A", kind, R"("rate": 50, "level": "high", "open": true)");
        bytes(
            [&](auto out, auto e) { return cchc_score(criteria.get(), facts.data(), facts.size(), nullptr, 0, 1, out, e); });
    }
}

// Queries of reconciliations and quality reports, with a document of dossiers after them.
#include "dossiers.hpp"

namespace {

using namespace cchc_fuzz;
using capi_test::QualityPtr;
using capi_test::ReconcilePtr;

std::string_view dossiers(const std::vector<std::string_view>& parts) {
    return parts[1].empty() ? few_dossiers : parts[1].substr(0, 10000);
}

}  // namespace

CCHC_FUZZ_TARGET(reconcile) {
    const auto parts = documents(input, 2);
    const auto make = [&](auto out, auto e) { return cchc_reconcile_create(parts[0].data(), parts[0].size(), out, e); };
    const auto first = made<ReconcilePtr>(make);
    if (first == nullptr) return;
    const auto second = made<ReconcilePtr>(make);
    const auto feed_to = [&](cchc_reconcile* reconcile, std::size_t block) {
        return feed<cchc_reconcile_begin_csv, cchc_reconcile_add_csv, cchc_reconcile_finish_csv>(
            reconcile, CCHC_CSV_OPTIONS_INIT, dossiers(parts), block);
    };
    require(feed_to(first.get(), 7) == feed_to(second.get(), 100000), "cut otherwise, it reads otherwise");
    require(capi_test::result_json(first.get()) == capi_test::result_json(second.get()),
            "cut otherwise, it says another thing");
    require(done([&](cchc_error* e) { return cchc_reconcile_merge(first.get(), second.get(), e); }), "equal queries");
    require(bytes([&](auto out, auto e) { return cchc_reconcile_result_json(first.get(), out, e); }).has_value(),
            "no result");
}

CCHC_FUZZ_TARGET(quality) {
    const auto parts = documents(input, 2);
    const auto make = [&](auto out, auto e) {
        return cchc_quality_create(parts[0].data(), parts[0].size(), input.size() % 2 == 0 ? CCHC_NO_DAY : 18300, out, e);
    };
    const auto first = made<QualityPtr>(make);
    if (first == nullptr) return;
    const auto second = made<QualityPtr>(make);
    const auto feed_to = [&](cchc_quality* quality, std::size_t block) {
        return feed<cchc_quality_begin_csv, cchc_quality_add_csv, cchc_quality_finish_csv>(quality, CCHC_CSV_OPTIONS_INIT,
                                                                                           dossiers(parts), block);
    };
    require(feed_to(first.get(), 7) == feed_to(second.get(), 100000), "cut otherwise, it reads otherwise");
    require(capi_test::result_json(first.get()) == capi_test::result_json(second.get()),
            "cut otherwise, it says another thing");
    require(done([&](cchc_error* e) { return cchc_quality_merge(first.get(), second.get(), e); }), "equal queries");
    bytes([&](auto out, auto e) { return cchc_quality_result_json(first.get(), out, e); });
    bytes([&](auto out, auto e) { return cchc_quality_result_csv(first.get(), out, e); });
}

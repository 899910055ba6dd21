#include "cchc/reconcile.hpp"

#include "counting.hpp"
#include "wall.hpp"

using namespace cchc::capi;

void cchc::capi::count(Reconciliation& into, Dossiers& chunk) { into.add(chunk, chunk.problem); }

cchc_status cchc_reconcile_create(const char* query_json, size_t query_size, cchc_reconcile** out,
                                  cchc_error* error) noexcept {
    return make(out, error, [&] {
        const auto json = text(query_json, query_size, "query_json");
        return std::make_unique<cchc_reconcile>(cchc::Reconciliation(cchc::ReconcileQuery::from_json(json)));
    });
}

void cchc_reconcile_free(cchc_reconcile* reconcile) noexcept { delete reconcile; }

cchc_status cchc_reconcile_begin_csv(cchc_reconcile* reconcile, const cchc_csv_options* options,
                                     cchc_error* error) noexcept {
    return wall(error, [&] { begin_csv(reconcile, "reconcile", options); });
}

cchc_status cchc_reconcile_add_csv(cchc_reconcile* reconcile, const char* block, size_t block_size,
                                   cchc_error* error) noexcept {
    return wall(error, [&] { add_csv(reconcile, "reconcile", block, block_size); });
}

cchc_status cchc_reconcile_finish_csv(cchc_reconcile* reconcile, cchc_bytes** report, cchc_error* error) noexcept {
    return make(report, error, [&] { return finish_csv(reconcile, "reconcile"); });
}

cchc_status cchc_reconcile_add_columns(cchc_reconcile* reconcile, const cchc_dossier_columns* columns, uint8_t* row_problem,
                                       size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] { add_columns(reconcile, "reconcile", columns, row_problem, failed); });
}

cchc_status cchc_reconcile_merge(cchc_reconcile* reconcile, const cchc_reconcile* other, cchc_error* error) noexcept {
    return wall(error, [&] { merge<cchc::Reconciliation>(reconcile, "reconcile", other); });
}

cchc_status cchc_reconcile_result_json(const cchc_reconcile* reconcile, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(reconcile, "reconcile");
        return handle<cchc_bytes>(cchc::to_json(reconcile->value.result()));
    });
}

// One dossier explained.
#include "cchc/explain.hpp"

#include "counting.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

cchc_status cchc_dossier_explain(const cchc_dossier_columns* columns, const char* query_json, size_t query_size,
                                 int32_t lang, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        const cchc_dossier_columns known = known_columns(columns);
        if (known.count != 1) refuse(CCHC_E_ARG_RANGE, "columns.count", "is not 1");
        const bool json = lang == -1;
        const cchc::Lang language = json ? cchc::Lang::en : lang_of(lang);
        const auto query = cchc::ReconcileQuery::from_json(text(query_json, query_size, "query_json"));
        cchc::Dossier dossier;
        read_columns(known, nullptr, [&dossier](cchc::Dossiers& chunk, std::size_t) { dossier = chunk[0]; });
        const auto explanation =
            cchc::explain(dossier, query.policies, query.calendar, query.rules, query.as_of.value_or(query.to));
        return handle<cchc_bytes>(json ? cchc::to_json(explanation) : cchc::to_text(explanation, language));
    });
}

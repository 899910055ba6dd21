#include "handles.hpp"
#include "moment.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

// A limit beyond what the core allows would not even fit a Decimal; both are the same refusal.
cchc::TimeLimit limit_of(int64_t limit_milli, cchc::Unit unit) {
    if (limit_milli < 0 || limit_milli > cchc::max_limit_milli) {
        refuse(CCHC_E_LIMIT_REFUSED, "limit_milli", "is not in 0 .. 100000000");
    }
    return {cchc::Decimal{limit_milli, 3}, unit};
}

}  // namespace

cchc_status cchc_rule_builtin(const char* id, size_t id_size, cchc_rule** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_rule>(cchc::CountingRule::builtin(text(id, id_size, "id"))); });
}

cchc_status cchc_rule_from_json(const char* json, size_t json_size, cchc_rule** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_rule>(cchc::CountingRule::from_json(text(json, json_size, "json"))); });
}

void cchc_rule_free(cchc_rule* rule) noexcept { delete rule; }

cchc_status cchc_rule_to_json(const cchc_rule* rule, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(rule, "rule");
        return handle<cchc_bytes>(rule->value.to_json());
    });
}

cchc_status cchc_due_compute(const cchc_calendar* calendar, const cchc_rule* rule, const int64_t* received,
                             const int64_t* limit_milli, size_t count, int64_t* due_at, int32_t* due_day,
                             uint8_t* row_status, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        require(rule, "rule");
        const std::size_t bad = cchc::due(calendar->value, rule->value, column(received, count, "received"),
                                          column(limit_milli, count, "limit_milli"), column(due_at, count, "due_at"),
                                          optional_column(due_day, count), status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_due_explain(const cchc_calendar* calendar, const cchc_rule* rule, int64_t received, int64_t limit_milli,
                             int32_t lang, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(calendar, "calendar");
        require(rule, "rule");
        const cchc::Lang language = lang_of(lang);
        const cchc::Instant at = instant_of(received, "received");
        const auto explanation = cchc::explain(calendar->value, rule->value, at, limit_of(limit_milli, rule->value.unit));
        return handle<cchc_bytes>(cchc::to_text(explanation, language));
    });
}

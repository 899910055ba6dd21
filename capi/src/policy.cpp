#include "handles.hpp"
#include "judge.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

cchc_status cchc_policy_builtin(const char* id, size_t id_size, cchc_policy** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_policy>(cchc::OutcomePolicy::builtin(text(id, id_size, "id"))); });
}

cchc_status cchc_policy_from_json(const char* json, size_t json_size, cchc_policy** out, cchc_error* error) noexcept {
    return make(out, error,
                [&] { return handle<cchc_policy>(cchc::OutcomePolicy::from_json(text(json, json_size, "json"))); });
}

void cchc_policy_free(cchc_policy* policy) noexcept { delete policy; }

cchc_status cchc_policy_to_json(const cchc_policy* policy, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(policy, "policy");
        return handle<cchc_bytes>(policy->value.to_json());
    });
}

cchc_status cchc_policy_classify(const cchc_policy* policy, const int64_t* received, const int64_t* due,
                                 const int64_t* ended, const uint8_t* status, size_t count, int32_t as_of_day,
                                 uint8_t* outcome, uint8_t* row_status, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(policy, "policy");
        if (as_of_day == CCHC_NO_DAY) refuse(CCHC_E_ARG_RANGE, "as_of_day", "is CCHC_NO_DAY");
        const Judged judged{.received = column(received, count, "received"),
                            .due = column(due, count, "due"),
                            .ended = column(ended, count, "ended"),
                            .status = optional_column(status, count),
                            .outcome = column(outcome, count, "outcome"),
                            .row_status = status_column(row_status, count)};
        const std::size_t bad = judge(policy->value, judged, cchc::from_days(as_of_day));
        if (failed != nullptr) *failed = bad;
    });
}

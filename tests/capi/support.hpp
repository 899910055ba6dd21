// What the tests of the C ABI share: handles that free themselves, and dates that read as dates.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "cchc.h"

namespace capi_test {

template <auto Free>
struct Freer {
    template <class Handle>
    void operator()(Handle* handle) const noexcept {
        Free(handle);
    }
};

template <class Handle, auto Free>
using Owned = std::unique_ptr<Handle, Freer<Free>>;

using CalendarPtr = Owned<cchc_calendar, cchc_calendar_free>;
using RulePtr = Owned<cchc_rule, cchc_rule_free>;
using PolicyPtr = Owned<cchc_policy, cchc_policy_free>;
using StatisticsPtr = Owned<cchc_statistics, cchc_statistics_free>;
using ReconcilePtr = Owned<cchc_reconcile, cchc_reconcile_free>;
using QualityPtr = Owned<cchc_quality, cchc_quality_free>;
using BytesPtr = Owned<cchc_bytes, cchc_bytes_free>;

inline constexpr std::size_t nul = CCHC_NUL_TERMINATED;

inline std::int32_t day(int y, unsigned m, unsigned d) {
    const std::chrono::sys_days date{std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d)};
    return static_cast<std::int32_t>(date.time_since_epoch().count());
}

inline std::int64_t instant(int y, unsigned m, unsigned d, int hour = 0, int minute = 0) {
    return std::int64_t{day(y, m, d)} * 86400 + hour * 3600 + minute * 60;
}

inline cchc_error fresh_error() {
    const cchc_error error = CCHC_ERROR_INIT;
    return error;
}

inline CalendarPtr vn() {
    cchc_calendar* calendar = nullptr;
    cchc_calendar_builtin("vn", nul, &calendar, nullptr);
    return CalendarPtr(calendar);
}

inline RulePtr rule(const char* id) {
    cchc_rule* result = nullptr;
    cchc_rule_builtin(id, nul, &result, nullptr);
    return RulePtr(result);
}

inline PolicyPtr policy(const char* id) {
    cchc_policy* result = nullptr;
    cchc_policy_builtin(id, nul, &result, nullptr);
    return PolicyPtr(result);
}

inline constexpr const char* nine_months =
    R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-10-01","by":[["agency"],["agency","field"],["month"]]})";

inline StatisticsPtr statistics(const char* query = nine_months) {
    cchc_statistics* result = nullptr;
    cchc_statistics_create(query, nul, &result, nullptr);
    return StatisticsPtr(result);
}

inline constexpr const char* two_policies =
    R"({"format":"cchc.reconcile_query/1","from":"2020-01-01","to":"2020-10-01","policies":["form-ii06a","td"]})";

inline ReconcilePtr reconcile(const char* query = two_policies) {
    cchc_reconcile* result = nullptr;
    cchc_reconcile_create(query, nul, &result, nullptr);
    return ReconcilePtr(result);
}

inline constexpr const char* nine_months_plain = R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-10-01"})";

inline QualityPtr quality(const char* query = nine_months_plain, std::int32_t today = CCHC_NO_DAY) {
    cchc_quality* result = nullptr;
    cchc_quality_create(query, nul, today, &result, nullptr);
    return QualityPtr(result);
}

// A form as another system writes it, with one cell that is no number.
inline constexpr const char* small_form =
    "name,receivedCount,totalCount,deniedCount,processCount,remainingCount,onlineCount,onegateCount,releaseCount,"
    "betimesCount,ontimeCount,overtimeCount,cancelledCount,waitingCount,processingCount,undueCount,overdueCount\n"
    "a,1,1,0,1,0,1,0,1,1,0,0,0,0,0,0,0\ntotal,2,1,0,1,0,1,0,1,1,0,x,0,0,0,0,0\n";

// The content of bytes that the library handed out; they are freed.
inline std::string take(cchc_bytes* bytes) {
    const BytesPtr owner(bytes);
    const char* data = nullptr;
    std::size_t size = 0;
    if (cchc_bytes_view(bytes, &data, &size, nullptr) != CCHC_OK) return "<no bytes>";
    return {data, size};
}

inline std::string serialized(const cchc_statistics* statistics) {
    cchc_bytes* bytes = nullptr;
    cchc_statistics_serialize(statistics, &bytes, nullptr);
    return take(bytes);
}

inline std::string result_json(const cchc_statistics* statistics) {
    cchc_bytes* bytes = nullptr;
    cchc_statistics_result_json(statistics, &bytes, nullptr);
    return take(bytes);
}

inline std::string result_json(const cchc_reconcile* reconcile) {
    cchc_bytes* bytes = nullptr;
    cchc_reconcile_result_json(reconcile, &bytes, nullptr);
    return take(bytes);
}

inline std::string result_json(const cchc_quality* quality) {
    cchc_bytes* bytes = nullptr;
    cchc_quality_result_json(quality, &bytes, nullptr);
    return take(bytes);
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace capi_test

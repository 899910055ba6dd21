// Names of what ships with the library, of periods, and numbers of kinds.
#include "../../capi/score_support.hpp"
#include "../fuzz.hpp"

CCHC_FUZZ_TARGET(names) {
    using namespace cchc_fuzz;
    Bytes b(input);
    const auto kind = b.take<std::int8_t>();
    const std::string_view id = b.rest();
    const auto ids = bytes([&](auto out, auto e) { return cchc_builtin_ids(kind, out, e); });
    const auto text = bytes([&](auto out, auto e) { return cchc_builtin_json(kind, id.data(), id.size(), out, e); });
    require(!text.has_value() || (ids.has_value() && ids->find('"' + std::string(id) + '"') != std::string::npos),
            "what is not listed is handed out");
    std::int32_t from[4], to[4];
    std::size_t count = 0;
    if (done([&](cchc_error* e) { return cchc_period_dates(id.data(), id.size(), kind, from, to, 4, &count, e); }))
        for (std::size_t i = 0; i < count; ++i) require(from[i] < to[i], "an empty period");
    made<capi_test::CalendarPtr>([&](auto out, auto e) { return cchc_calendar_builtin(id.data(), id.size(), out, e); });
    made<capi_test::RulePtr>([&](auto out, auto e) { return cchc_rule_builtin(id.data(), id.size(), out, e); });
    made<capi_test::PolicyPtr>([&](auto out, auto e) { return cchc_policy_builtin(id.data(), id.size(), out, e); });
    made<capi_test::CriteriaPtr>([&](auto out, auto e) { return cchc_criteria_builtin(id.data(), id.size(), out, e); });
    bytes([&](auto out, auto e) { return cchc_criteria_builtin_json(id.data(), id.size(), out, e); });
    bytes([&](auto out, auto e) { return cchc_plan_builtin_json(id.data(), id.size(), out, e); });
    bytes([&](auto out, auto e) { return cchc_outline_builtin_json(id.data(), id.size(), out, e); });
}

// Structs of the caller whose bytes are anything: their size is said by themselves.
CCHC_FUZZ_TARGET(structs) {
    using namespace cchc_fuzz;
    // As large as the library may look at: what lies behind a struct of this release is a later one's.
    alignas(8) char memory[4096] = {};
    std::memcpy(memory, input.data(), std::min(input.size(), sizeof memory));
    Bytes b(input);
    const auto size = b.take<std::uint32_t>();
    auto* progress = reinterpret_cast<cchc_progress*>(memory);
    std::int64_t steps = 0;
    done([&](cchc_error* e) { return cchc_progress_read(progress, &steps, &steps, e); });
    done([&](cchc_error* e) { return cchc_progress_cancel(progress, e); });
    std::memcpy(memory, input.data(), std::min(input.size(), sizeof memory));
    auto* error = reinterpret_cast<cchc_error*>(memory);
    cchc_calendar* none = nullptr;
    cchc_calendar_builtin("no such calendar", capi_test::nul, &none, error);
    require(none == nullptr, "a calendar out of nothing");
    const auto init = [&](auto call) {
        std::memset(memory, 0x5A, sizeof memory);
        if (call() != CCHC_OK) require(memory[0] == 0x5A, "a struct that was refused is written");
        require(size >= sizeof memory || memory[size] == 0x5A, "written beyond the struct");
    };
    init([&] { return cchc_error_init(error, size); });
    init([&] { return cchc_progress_init(progress, size); });
    init([&] { return cchc_csv_options_init(reinterpret_cast<cchc_csv_options*>(memory), size); });
    init([&] { return cchc_dossier_columns_init(reinterpret_cast<cchc_dossier_columns*>(memory), size); });
    init([&] { return cchc_fact_column_init(reinterpret_cast<cchc_fact_column*>(memory), size); });
    require(cchc_status_name(b.take<std::int32_t>()) != nullptr, "a status without a name");
}

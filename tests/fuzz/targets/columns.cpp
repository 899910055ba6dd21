// Dossiers in columns of any numbers, with offsets that need not be right.
#include "../fuzz.hpp"

namespace {

using namespace cchc_fuzz;

struct Columns {
    explicit Columns(std::string_view input) : b(input) {
        const auto which = b.take<std::uint32_t>();
        const std::size_t n = b.rows(40, 16);
        columns.count = n;
        text.assign(1 + b.take<std::uint8_t>(), 'x');
        for (char& c : text) c = static_cast<char>(b.take<std::uint8_t>());
        put_texts(which, n);
        put_instants(which, n);
        put_clock(which, n);
        columns.channel = (which & 1) != 0 ? codes(n, 5) : nullptr;
        columns.status = (which & 2) != 0 ? codes(n, 15) : nullptr;
        columns.limit_unit = (which & 4) != 0 ? codes(n, 8) : nullptr;
        columns.service_level = (which & 8) != 0 ? codes(n, 8) : nullptr;
    }
    // Mostly right: each row takes 0 to 3 bytes of the text. One number of many is anything at all.
    const std::int64_t* offsets(std::size_t n, std::size_t size) {
        auto& column = numbers.emplace_back(n + 1);
        std::int64_t at = 0;
        for (std::int64_t& offset : column) {
            const auto step = b.take<std::uint8_t>();
            offset = at;
            if (step == 255) offset = b.take<std::int64_t>() % 1000;
            at = std::min(at + step % 4, static_cast<std::int64_t>(size));
        }
        // The library is told no size of a text: the caller answers for the end.
        if (column.back() > static_cast<std::int64_t>(size)) column.back() = static_cast<std::int64_t>(size);
        return column.data();
    }
    const std::int64_t* instants(std::size_t n) {
        numbers.push_back(b.column<std::int64_t>(n, [](Bytes& x) { return x.instant(); }));
        return numbers.back().data();
    }
    const std::uint8_t* codes(std::size_t n, std::uint8_t count) {
        small.push_back(b.column<std::uint8_t>(n, [&](Bytes& x) { return x.take<std::uint8_t>() % count; }));
        return small.back().data();
    }
    void put_texts(std::uint32_t which, std::size_t n) {
        columns.id_bytes = text.data();
        columns.id_offsets = offsets(n, text.size());
        const auto put = [&](std::uint32_t bit, const char*& bytes, const std::int64_t*& at) {
            if ((which & bit) == 0) return;
            bytes = text.data();
            at = offsets(n, text.size());
        };
        put(0x10, columns.agency_bytes, columns.agency_offsets);
        put(0x20, columns.field_bytes, columns.field_offsets);
        put(0x40, columns.procedure_bytes, columns.procedure_offsets);
        put(0x80, columns.cause_bytes, columns.cause_offsets);
    }
    void put_instants(std::uint32_t which, std::size_t n) {
        columns.received = instants(n);
        std::uint32_t bit = 0x100;
        for (const std::int64_t** column : {&columns.original_due, &columns.due, &columns.completed, &columns.returned,
                                            &columns.supplement_requested, &columns.supplement_received, &columns.apology}) {
            if ((which & bit) != 0) *column = instants(n);
            bit <<= 1;
        }
        if ((which & bit) == 0) return;
        numbers.push_back(b.column<std::int64_t>(n, [](Bytes& x) { return x.take<std::int16_t>() * 500; }));
        columns.limit_milli = numbers.back().data();
    }
    void put_clock(std::uint32_t which, std::size_t n) {
        if ((which & 0x10000) == 0) return;
        const std::size_t pauses = 3 * n + 1;
        columns.clock_offsets = offsets(n, pauses);
        columns.clock_kind = codes(pauses, 6);
        columns.clock_from = instants(pauses);
        if ((which & 0x20000) != 0) columns.clock_to = instants(pauses);
        if ((which & 0x40000) != 0) columns.clock_due_before = instants(pauses);
        if ((which & 0x80000) != 0) columns.clock_due_after = instants(pauses);
    }

    Bytes b;
    std::string text;
    std::vector<std::vector<std::int64_t>> numbers;
    std::vector<std::vector<std::uint8_t>> small;
    cchc_dossier_columns columns = CCHC_DOSSIER_COLUMNS_INIT;
};

}  // namespace

CCHC_FUZZ_TARGET(columns) {
    const Columns given(input);
    const std::size_t n = given.columns.count;
    std::vector<std::uint8_t> problem(n, 0);
    std::vector<std::uint32_t> flags(n);
    std::size_t failed = 0;
    const auto statistics = capi_test::statistics();
    const std::string empty = capi_test::serialized(statistics.get());
    const bool taken = done([&](cchc_error* e) {
        return cchc_statistics_add_columns(statistics.get(), &given.columns, problem.data(), &failed, e);
    });
    const auto bad = static_cast<std::size_t>(std::count_if(problem.begin(), problem.end(), [](int p) { return p != 0; }));
    require(!taken || failed == bad, "the number of dossiers with a problem");
    require(taken || capi_test::serialized(statistics.get()) == empty, "a call that failed left something");
    const auto reconcile = capi_test::reconcile();
    require(taken == done([&](cchc_error* e) {
                return cchc_reconcile_add_columns(reconcile.get(), &given.columns, problem.data(), &failed, e);
            }),
            "statistics and reconciliation are not of one mind");
    const auto quality = capi_test::quality();
    require(taken == done([&](cchc_error* e) {
                return cchc_quality_add_columns(quality.get(), &given.columns, flags.data(), problem.data(), &failed, e);
            }),
            "statistics and quality are not of one mind");
    bytes([&](auto out, auto e) { return cchc_reconcile_result_json(reconcile.get(), out, e); });
    bytes([&](auto out, auto e) { return cchc_quality_result_json(quality.get(), out, e); });
    cchc_dossier_columns first = given.columns;
    first.count = 1;
    for (const std::int32_t lang : {-1, 0, 1})
        bytes([&](auto out, auto e) {
            return cchc_dossier_explain(&first, capi_test::two_policies, capi_test::nul, lang, out, e);
        });
}

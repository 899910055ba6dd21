// Flat columns of the caller as dossiers, a chunk at a time.
#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "counting.hpp"
#include "moment.hpp"
#include "refusal.hpp"

namespace cchc::capi {
namespace {

constexpr std::size_t chunk_rows = 32768;
constexpr std::size_t first_columns_size = 248;  // of release 0.1; later fields are appended

// Texts one after the other, or none at all.
class Texts {
public:
    Texts(const char* data, const std::int64_t* offsets, std::size_t count, std::string_view name)
        : data_(data), offsets_(offsets) {
        if (offsets == nullptr || count == 0) {
            offsets_ = nullptr;
            return;
        }
        check_offsets({offsets, count + 1}, name);
        if (data == nullptr && offsets[count] != offsets[0]) refuse(CCHC_E_ARG_NULL, name, "promise bytes, which are NULL");
    }

    std::string_view operator[](std::size_t i) const noexcept {
        if (offsets_ == nullptr || offsets_[i + 1] == offsets_[i]) return {};
        return {data_ + offsets_[i], static_cast<std::size_t>(offsets_[i + 1] - offsets_[i])};
    }

private:
    const char* data_;
    const std::int64_t* offsets_;
};

template <class T>
T value_at(const T* column, std::size_t i, T absent) noexcept {
    return column == nullptr ? absent : column[i];
}

class Rows {
public:
    explicit Rows(const cchc_dossier_columns& c)
        : c_(c),
          id_(c.id_bytes, c.id_offsets, c.count, "columns.id_offsets"),
          agency_(c.agency_bytes, c.agency_offsets, c.count, "columns.agency_offsets"),
          field_(c.field_bytes, c.field_offsets, c.count, "columns.field_offsets"),
          procedure_(c.procedure_bytes, c.procedure_offsets, c.count, "columns.procedure_offsets"),
          cause_(c.cause_bytes, c.cause_offsets, c.count, "columns.cause_offsets"),
          clock_(c.clock_offsets == nullptr ? std::span<const std::int64_t>() : std::span(c.clock_offsets, c.count + 1)),
          events_{c.received, c.original_due, c.due, c.completed, c.returned, c.supplement_requested, c.supplement_received,
                  c.apology} {
        static_assert(event_count == 8 && static_cast<int>(Event::apology) == 7);
        check_offsets(clock_, "columns.clock_offsets");
    }

    // Reads row i; the dossier's memory is used again and again.
    void read(std::size_t i, Dossier& dossier) const {
        dossier.problem = Problem::none;
        dossier.id = id_[i];
        dossier.agency = agency_[i];
        dossier.field = field_[i];
        dossier.procedure = procedure_[i];
        dossier.cause = cause_[i];
        for (std::size_t e = 0; e < event_count; ++e) read_event(e, i, dossier);
        dossier.limit = limit(i, dossier.problem);
        dossier.channel = code<Channel>(c_.channel, i, 4, Problem::unknown_channel, dossier.problem);
        dossier.status = code<Status>(c_.status, i, status_count, Problem::unknown_status, dossier.problem);
        dossier.service_level =
            code<ServiceLevel>(c_.service_level, i, service_level_count, Problem::unknown_service_level, dossier.problem);
        read_clock(i, dossier);
    }

private:
    static void note(Problem& problem, Problem found) noexcept {
        if (problem == Problem::none) problem = found;
    }

    // Writes in place: this runs eight times a row, and most dossiers lack most events.
    void read_event(std::size_t e, std::size_t i, Dossier& dossier) const {
        dossier.events[e].reset();
        const std::int64_t seconds = value_at(events_[e], i, no_instant);
        if (seconds == no_instant) return;
        if (in_range(seconds)) {
            dossier.events[e].emplace(moment_of(seconds));
        } else {
            note(dossier.problem, Problem::bad_date);
        }
    }

    void read_clock(std::size_t i, Dossier& dossier) const {
        dossier.clock.clear();
        if (clock_.empty()) return;
        for (auto e = static_cast<std::size_t>(clock_[i]); e < static_cast<std::size_t>(clock_[i + 1]); ++e) {
            ClockEvent event;
            const auto from = clock_moment(c_.clock_from, e, dossier.problem);
            if (c_.clock_kind[e] >= clock_kind_count || !from) {
                note(dossier.problem, Problem::bad_pause);
                continue;
            }
            event.kind = static_cast<ClockKind>(c_.clock_kind[e]);
            event.from = *from;
            event.to = clock_moment(c_.clock_to, e, dossier.problem);
            event.due_before = clock_moment(c_.clock_due_before, e, dossier.problem);
            event.due_after = clock_moment(c_.clock_due_after, e, dossier.problem);
            dossier.clock.push_back(event);
        }
    }

    static std::optional<Moment> clock_moment(const std::int64_t* column, std::size_t e, Problem& problem) {
        const std::int64_t seconds = value_at(column, e, no_instant);
        if (seconds == no_instant) return std::nullopt;
        if (in_range(seconds)) return moment_of(seconds);
        note(problem, Problem::bad_pause);
        return std::nullopt;
    }

    std::optional<TimeLimit> limit(std::size_t i, Problem& problem) const {
        const std::int64_t milli = value_at(c_.limit_milli, i, std::int64_t{CCHC_NO_LIMIT});
        if (milli == CCHC_NO_LIMIT) return std::nullopt;
        const std::uint8_t unit = value_at(c_.limit_unit, i, std::uint8_t{CCHC_UNIT_WORKING_DAY});
        if (unit >= unit_count) {
            note(problem, Problem::bad_unit);
            return std::nullopt;
        }
        if (milli >= 0 && milli <= max_limit_milli) return TimeLimit{Decimal{milli, 3}, static_cast<Unit>(unit)};
        note(problem, Problem::bad_limit);
        return std::nullopt;
    }

    template <class Code>
    static Code code(const std::uint8_t* column, std::size_t i, std::uint8_t count, Problem unknown, Problem& problem) {
        const std::uint8_t value = value_at(column, i, std::uint8_t{0});
        if (value < count) return static_cast<Code>(value);
        note(problem, unknown);
        return Code::unknown;
    }

    cchc_dossier_columns c_;
    Texts id_, agency_, field_, procedure_, cause_;
    std::span<const std::int64_t> clock_;  // offsets
    std::array<const std::int64_t*, event_count> events_;
};

void check(const cchc_dossier_columns& columns) {
    require_size(columns.count, sizeof(std::int64_t), "columns.count");
    if (columns.count == 0) return;
    require(columns.id_offsets, "columns.id_offsets");
    require(columns.received, "columns.received");
    if (columns.clock_offsets == nullptr) return;
    require(columns.clock_kind, "columns.clock_kind");
    require(columns.clock_from, "columns.clock_from");
}

std::size_t count_problems(const Dossiers& dossiers) {
    const auto good = std::count(dossiers.problem.begin(), dossiers.problem.end(), Problem::none);
    return dossiers.size() - static_cast<std::size_t>(good);
}

}  // namespace

cchc_dossier_columns known_columns(const cchc_dossier_columns* columns) {
    cchc_dossier_columns known = CCHC_DOSSIER_COLUMNS_INIT;
    copy_struct(columns, &known, sizeof known, first_columns_size, "columns");
    if (known.reserved0 != 0) refuse(CCHC_E_OPTION_UNKNOWN, "columns", "has a reserved field that is not 0");
    return known;
}

std::size_t read_columns(const cchc_dossier_columns& columns, std::uint8_t* row_problem, const TakeChunk& take) {
    check(columns);
    const Rows rows(columns);
    Dossiers chunk;
    Dossier dossier;
    std::size_t failed = 0;
    for (std::size_t from = 0; from < columns.count; from += chunk.size()) {
        chunk.clear_rows();
        const std::size_t to = std::min(columns.count, from + chunk_rows);
        for (std::size_t i = from; i < to; ++i) {
            rows.read(i, dossier);
            chunk.push_back(dossier);
        }
        take(chunk, from);
        failed += count_problems(chunk);
        if (row_problem == nullptr) continue;
        std::transform(chunk.problem.begin(), chunk.problem.end(), row_problem + from,
                       [](Problem problem) { return static_cast<std::uint8_t>(problem); });
    }
    return failed;
}

}  // namespace cchc::capi

cchc_status cchc_dossier_columns_init(cchc_dossier_columns* columns, uint32_t struct_size) noexcept {
    return cchc::capi::init_struct(columns, struct_size, cchc::capi::first_columns_size);
}

#include "dossier/judge.hpp"

#include <algorithm>

namespace cchc::judge {
namespace {

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

// One block of the columns that the kernel reads, with the policy's choices of columns already made.
struct Block {
    std::array<std::int32_t, block_rows> due;
    std::array<std::int32_t, block_rows> ended;  // `never` while open
    std::array<std::int32_t, block_rows> due_second;
    std::array<std::int32_t, block_rows> ended_second;
    std::array<std::uint8_t, block_rows> dates;
};

const std::int32_t* days(const Dossiers& d, Event e, std::size_t start) { return d.event(e).day.data() + start; }
const std::int32_t* seconds(const Dossiers& d, Event e, std::size_t start) { return d.event(e).second.data() + start; }

void load_due(Block& b, const Dossiers& d, const DueColumns& due, const OutcomePolicy& policy, std::size_t start,
              std::size_t n) {
    const bool instant = policy.compare == OutcomePolicy::Compare::instant;
    std::copy_n(due.day.data() + start, n, b.due.begin());
    if (instant) std::copy_n(due.second.data() + start, n, b.due_second.begin());
    if (policy.due_version == OutcomePolicy::DueVersion::current) return;
    const std::int32_t* original = days(d, Event::original_due, start);
    const std::int32_t* original_second = seconds(d, Event::original_due, start);
    for (std::size_t i = 0; i < n; ++i) {
        const bool use = original[i] != no_day;
        b.due[i] = use ? original[i] : b.due[i];
        if (instant) b.due_second[i] = use ? original_second[i] : b.due_second[i];
    }
}

void load_one(Block& b, const Dossiers& d, Event e, bool instant, std::size_t start, std::size_t n) {
    const std::int32_t* day = days(d, e, start);
    for (std::size_t i = 0; i < n; ++i) b.ended[i] = day[i] == no_day ? never : day[i];
    if (instant) std::copy_n(seconds(d, e, start), n, b.ended_second.begin());
}

void load_ended(Block& b, const Dossiers& d, const OutcomePolicy& policy, std::size_t start, std::size_t n) {
    const bool instant = policy.compare == OutcomePolicy::Compare::instant;
    const bool by_return = policy.completed_by == OutcomePolicy::CompletedBy::returned;
    load_one(b, d, by_return ? Event::returned : Event::completed, instant, start, n);
    if (policy.completed_by != OutcomePolicy::CompletedBy::first) return;
    const std::int32_t* returned = days(d, Event::returned, start);
    const std::int32_t* returned_second = seconds(d, Event::returned, start);
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t r = returned[i] == no_day ? never : returned[i];
        if (instant) {
            const bool sooner = r < b.ended[i] || (r == b.ended[i] && r != never && returned_second[i] < b.ended_second[i]);
            b.ended_second[i] = sooner ? returned_second[i] : b.ended_second[i];
        }
        b.ended[i] = std::min(b.ended[i], r);
    }
}

// The loops below are compiled twice on x86-64: for every processor, and for those with AVX2, which is asked for at run
// time.
#if defined(__x86_64__) && defined(__GNUC__)
#define CCHC_HAS_AVX2_TWIN 1
#define CCHC_AVX2 [[gnu::target("avx2")]]
#endif
#define CCHC_INLINE [[gnu::always_inline]] inline

// How the dates lie, from whole days. Selects only: the compiler turns the loop into vector compares.
CCHC_INLINE void compare_dates(Block& b, const std::int32_t* received, const Window& w, std::int32_t open_limit,
                               std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t d = b.due[i], e = b.ended[i], r = received[i];
        const bool ended = e < w.as_of, has_due = d != no_day;
        const std::int32_t by_end = 1 + static_cast<std::int32_t>(e > d) - static_cast<std::int32_t>(e < d);
        const std::int32_t by_now = 3 + static_cast<std::int32_t>(d < open_limit);
        const std::int32_t with_due = ended ? by_end : by_now;
        const std::int32_t without = ended ? 5 : 6;
        const bool inside = (r < w.cut) & (r != no_day) & (e >= w.from);
        const std::int32_t dates = inside ? (has_due ? with_due : without) : 7;
        b.dates[i] = static_cast<std::uint8_t>(dates);
    }
}

// Same date: the time of day decides, where both are known.
void compare_seconds(Block& b, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        if (b.dates[i] != static_cast<std::uint8_t>(Dates::on_time) || b.due_second[i] < 0 || b.ended_second[i] < 0)
            continue;
        if (b.ended_second[i] < b.due_second[i]) b.dates[i] = static_cast<std::uint8_t>(Dates::early);
        if (b.ended_second[i] > b.due_second[i]) b.dates[i] = static_cast<std::uint8_t>(Dates::overdue);
    }
}

// A dossier that ended in a state which the policy keeps in process has not ended for it: it stays in process, within limit,
// in this period and in all later ones (else the closing stock would not be the next opening stock).
void keep_in_process(Block& b, const Dossiers& d, const OutcomePolicy& policy, const Window& w, std::size_t start,
                     std::size_t n) {
    std::array<bool, status_count> kept{};
    const auto choose = [&](Status s, OutcomePolicy::Ended ended) {
        kept[static_cast<std::size_t>(s)] = ended == OutcomePolicy::Ended::in_process_within;
    };
    choose(Status::refused, policy.refused);
    choose(Status::withdrawn, policy.withdrawn);
    choose(Status::returned, policy.returned);
    choose(Status::stopped, policy.stopped);
    const std::int32_t* received = days(d, Event::received, start);
    const Status* status = d.status.data() + start;
    // Most blocks have no such dossier: one pass over the bytes tells.
    bool any = false;
    for (std::size_t i = 0; i < n; ++i) any |= kept[static_cast<std::size_t>(status[i])];
    if (!any) return;
    for (std::size_t i = 0; i < n; ++i) {
        if (!kept[static_cast<std::size_t>(status[i])] || b.ended[i] >= w.as_of) continue;
        const bool inside = received[i] != no_day && received[i] < w.cut;
        b.dates[i] = static_cast<std::uint8_t>(inside ? Dates::open_within : Dates::outside);
    }
}

CCHC_INLINE unsigned end_of(std::int32_t ended, const Window& w) noexcept {
    return static_cast<unsigned>(ended != never) + static_cast<unsigned>(ended < w.as_of) +
           static_cast<unsigned>(ended < w.from);
}

CCHC_INLINE void pack_keys(const Block& b, const Dossiers& d, const Window& w, std::size_t start,
                           std::span<std::uint16_t> keys) {
    const std::int32_t* received = days(d, Event::received, start);
    const std::int32_t* asked = days(d, Event::supplement_requested, start);
    const std::int32_t* answered = days(d, Event::supplement_received, start);
    const std::int32_t* apology = days(d, Event::apology, start);
    const Channel* channel = d.channel.data() + start;
    const Status* status = d.status.data() + start;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const unsigned direct = channel[i] == Channel::online ? 0U : channel[i] == Channel::unknown ? 3U : 1U;
        const unsigned inflow = received[i] < w.from ? 2U : direct;
        const bool sorry = (apology[i] != no_day) & (apology[i] < w.as_of);
        const bool was_asked = (asked[i] != no_day) & (asked[i] < w.as_of);
        const bool was_answered = (answered[i] != no_day) & (answered[i] < w.as_of);
        keys[i] = static_cast<std::uint16_t>(b.dates[i] | inflow << 3 | static_cast<unsigned>(sorry) << 5 |
                                             static_cast<unsigned>(was_asked & !was_answered) << 6 |
                                             end_of(b.ended[i], w) << 7 | static_cast<unsigned>(status[i]) << 9);
    }
}

void compare_plain(Block& b, const std::int32_t* received, const Window& w, std::int32_t open_limit, std::size_t n) {
    compare_dates(b, received, w, open_limit, n);
}
void pack_plain(const Block& b, const Dossiers& d, const Window& w, std::size_t start, std::span<std::uint16_t> keys) {
    pack_keys(b, d, w, start, keys);
}
#if defined(CCHC_HAS_AVX2_TWIN)
CCHC_AVX2 void compare_avx2(Block& b, const std::int32_t* received, const Window& w, std::int32_t open_limit,
                            std::size_t n) {
    compare_dates(b, received, w, open_limit, n);
}
CCHC_AVX2 void pack_avx2(const Block& b, const Dossiers& d, const Window& w, std::size_t start,
                         std::span<std::uint16_t> keys) {
    pack_keys(b, d, w, start, keys);
}
bool has_avx2() noexcept { return __builtin_cpu_supports("avx2") != 0; }
#else
bool has_avx2() noexcept { return false; }
constexpr auto compare_avx2 = compare_plain;
constexpr auto pack_avx2 = pack_plain;
#endif

bool is_open(Dates dates) noexcept {
    return dates == Dates::open_within || dates == Dates::open_overdue || dates == Dates::no_due_open;
}

Place by_dates(Dates dates, const OutcomePolicy& policy) noexcept {
    using Missing = OutcomePolicy::MissingDue;
    const bool open = is_open(dates);
    switch (dates) {
        case Dates::early: return Place::early;
        case Dates::on_time: return Place::on_time;
        case Dates::overdue: return Place::overdue;
        case Dates::open_within: return Place::within;
        case Dates::open_overdue: return Place::open_overdue;
        case Dates::no_due_ended:
        case Dates::no_due_open:
            if (policy.missing_due == Missing::excluded) return Place::excluded;
            if (policy.missing_due == Missing::on_time) return open ? Place::within : Place::on_time;
            return open ? Place::no_due_in_process : Place::no_due_resolved;
        case Dates::outside: break;
    }
    return Place::outside;
}

Place by_end_state(OutcomePolicy::Ended ended, Dates dates, const OutcomePolicy& policy) noexcept {
    using Ended = OutcomePolicy::Ended;
    switch (ended) {
        case Ended::by_date: return by_dates(dates, policy);
        case Ended::on_time: return Place::on_time;
        case Ended::in_process_within: return Place::within;
        case Ended::own_class: return Place::own_class;
        case Ended::excluded: return Place::excluded;
    }
    return Place::excluded;
}

}  // namespace

void keys(const Dossiers& dossiers, const DueColumns& due, const OutcomePolicy& policy, const Window& window,
          std::size_t start, std::span<std::uint16_t> keys) {
    Block block;
    const std::size_t n = keys.size();
    load_due(block, dossiers, due, policy, start, n);
    load_ended(block, dossiers, policy, start, n);
    // Open dossiers are overdue when they were due before the last day, or on it where the policy says so.
    const bool last_day_within = policy.due_on_last_day == OutcomePolicy::DueOnLastDay::within;
    const std::int32_t open_limit = window.as_of - static_cast<std::int32_t>(last_day_within);
    const bool wide = has_avx2();
    (wide ? compare_avx2 : compare_plain)(block, days(dossiers, Event::received, start), window, open_limit, n);
    if (policy.compare == OutcomePolicy::Compare::instant) compare_seconds(block, n);
    keep_in_process(block, dossiers, policy, window, start, n);
    (wide ? pack_avx2 : pack_plain)(block, dossiers, window, start, keys);
}

Place place(const Key& key, const OutcomePolicy& policy) noexcept {
    if (key.status == Status::registered || key.status == Status::not_accepted) return Place::not_received;
    if (key.dates == Dates::outside) return Place::outside;
    if (is_open(key.dates)) {
        const bool waits = key.waiting && policy.waiting_supplement == OutcomePolicy::Waiting::in_process_within;
        return waits ? Place::within : by_dates(key.dates, policy);
    }
    switch (key.status) {
        case Status::refused: return by_end_state(policy.refused, key.dates, policy);
        case Status::withdrawn: return by_end_state(policy.withdrawn, key.dates, policy);
        case Status::returned: return by_end_state(policy.returned, key.dates, policy);
        case Status::stopped: return by_end_state(policy.stopped, key.dates, policy);
        default: return by_dates(key.dates, policy);
    }
}

Outcome outcome_of(Place place) noexcept {
    switch (place) {
        case Place::early: return Outcome::early;
        case Place::on_time: return Outcome::on_time;
        case Place::overdue: return Outcome::overdue;
        case Place::no_due_resolved: return Outcome::no_due_resolved;
        case Place::within: return Outcome::in_process_within;
        case Place::open_overdue: return Outcome::in_process_overdue;
        case Place::no_due_in_process: return Outcome::no_due_in_process;
        case Place::own_class: return Outcome::own_class;
        case Place::excluded: return Outcome::excluded;
        case Place::outside:
        case Place::not_received: return Outcome::not_received;
    }
    return Outcome::excluded;
}

}  // namespace cchc::judge

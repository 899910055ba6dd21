#include "dossier/judge.hpp"

#include <algorithm>

#include "base/cpu.hpp"

namespace cchc::judge {
namespace {

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

// The columns of a block that the kernel reads, with the policy's choices of columns already made. A column that is not
// asked for is one of the empty ones.
struct Inputs {
    const std::int32_t* received;
    const std::int32_t* due;
    const std::int32_t* first_due;  // stands before `due` where it is known
    const std::int32_t* ended;
    const std::int32_t* ended_too;  // the sooner of the two ends the dossier
    const std::int32_t* asked;
    const std::int32_t* answered;
    const std::int32_t* apology;
    const Channel* channel;
    const Status* status;
};

Inputs inputs(const Dossiers& d, const Due& due, const OutcomePolicy& policy, std::size_t start) noexcept {
    const bool by_return = policy.completed_by == OutcomePolicy::CompletedBy::returned;
    const bool by_first = policy.completed_by == OutcomePolicy::CompletedBy::first;
    const bool original = policy.due_version == OutcomePolicy::DueVersion::original;
    return {days(d, Event::received, start),
            due.day,
            original ? due.first_day : no_days.data(),
            days(d, by_return ? Event::returned : Event::completed, start),
            by_first ? days(d, Event::returned, start) : no_days.data(),
            due.asked,
            due.answered,
            days(d, Event::apology, start),
            d.channel.data() + start,
            d.status.data() + start};
}

// The loop below is compiled twice on x86-64: for every processor, and for those with AVX2, which is asked for at run time.
#if defined(__x86_64__) && defined(__GNUC__)
#define CCHC_HAS_AVX2_TWIN 1
#define CCHC_AVX2 [[gnu::target("avx2")]]
#endif
#define CCHC_INLINE [[gnu::always_inline]] inline

CCHC_INLINE std::int32_t or_never(std::int32_t day) noexcept { return day == no_day ? never : day; }
CCHC_INLINE std::int32_t end_day(std::int32_t ended, std::int32_t ended_too) noexcept {
    return std::min(or_never(ended), or_never(ended_too));
}
CCHC_INLINE std::int32_t due_day(std::int32_t due, std::int32_t first) noexcept { return first == no_day ? due : first; }
CCHC_INLINE std::int32_t happened(std::int32_t day, std::int32_t before) noexcept {
    const std::int32_t sooner = day < before ? 1 : 0;
    return day == no_day ? 0 : sooner;
}

// How the dates lie, from whole days.
CCHC_INLINE std::int32_t dates_of(std::int32_t received, std::int32_t due, std::int32_t ended, const Window& w,
                                  std::int32_t open_limit) noexcept {
    const std::int32_t not_early = ended > due ? 2 : 1, by_end = ended < due ? 0 : not_early;
    const std::int32_t by_now = due < open_limit ? 4 : 3;
    const std::int32_t with_due = ended < w.as_of ? by_end : by_now, without = ended < w.as_of ? 5 : 6;
    const std::int32_t dates = due == no_day ? without : with_due;
    const std::int32_t since = ended < w.from ? 7 : dates;
    return happened(received, w.cut) != 0 ? since : 7;
}

constexpr std::int32_t carried_over = static_cast<std::int32_t>(Inflow::carried_over) << 3;

// Two loops: in the first, everything is a day, a number of 32 bits; in the second everything is small. Everything is loaded
// before it is looked at, and chosen, never skipped. So the compiler makes vector code of both.
CCHC_INLINE void make_keys(const Inputs& inputs, const Window& window, const std::int32_t open_limit, const std::size_t n,
                           std::uint16_t* const keys) noexcept {
    const Inputs in = inputs;
    const Window w = window;
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t received = in.received[i], due = in.due[i], first_due = in.first_due[i], asked = in.asked[i],
                           answered = in.answered[i], apology = in.apology[i], end_a = in.ended[i], end_b = in.ended_too[i];
        const std::int32_t ended = end_day(end_a, end_b);
        const std::int32_t dates = dates_of(received, due_day(due, first_due), ended, w, open_limit);
        const std::int32_t waiting = happened(answered, w.as_of) != 0 ? 0 : happened(asked, w.as_of);
        const std::int32_t later = ended == never ? 0 : 1, in_period = ended < w.as_of ? 2 : later;
        const std::int32_t end = ended < w.from ? 3 : in_period, inflow = received < w.from ? carried_over : 0;
        keys[i] = static_cast<std::uint16_t>(dates | inflow | happened(apology, w.as_of) << 5 | waiting << 6 | end << 7);
    }
    const auto* const channel = reinterpret_cast<const std::uint8_t*>(in.channel);
    const auto* const status = reinterpret_cast<const std::uint8_t*>(in.status);
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint16_t key = keys[i], c = channel[i], s = status[i];
        const auto offline = static_cast<std::uint16_t>(c == static_cast<std::uint16_t>(Channel::unknown) ? 3 << 3 : 1 << 3);
        const auto direct = static_cast<std::uint16_t>(c == static_cast<std::uint16_t>(Channel::online) ? 0 : offline);
        const auto inflow = static_cast<std::uint16_t>((key & carried_over) != 0 ? 0 : direct);
        keys[i] = static_cast<std::uint16_t>(key | inflow | s << 9);
    }
}

void keys_plain(const Inputs& in, const Window& w, std::int32_t open_limit, std::size_t n, std::uint16_t* keys) noexcept {
    make_keys(in, w, open_limit, n, keys);
}
#if defined(CCHC_HAS_AVX2_TWIN)
CCHC_AVX2 void keys_avx2(const Inputs& in, const Window& w, std::int32_t open_limit, std::size_t n,
                         std::uint16_t* keys) noexcept {
    make_keys(in, w, open_limit, n, keys);
}
#else
constexpr auto keys_avx2 = keys_plain;
#endif

Dates dates_in(std::uint16_t key) noexcept { return static_cast<Dates>(key & 7U); }
void set_dates(std::uint16_t& key, Dates dates) noexcept {
    key = static_cast<std::uint16_t>((key & ~7U) | static_cast<unsigned>(dates));
}

// Ended on the due date: the time of day decides, where both are known.
class SecondCompare {
public:
    SecondCompare(const Dossiers& d, const Due& due, const OutcomePolicy& policy, std::size_t start) noexcept
        : in_(inputs(d, due, policy, start)),
          due_(due.second),
          first_due_(due.first_second),
          ended_(seconds(d, policy.completed_by == OutcomePolicy::CompletedBy::returned ? Event::returned : Event::completed,
                         start)),
          ended_too_(seconds(d, Event::returned, start)),
          early_by_instant_(policy.compare == OutcomePolicy::Compare::instant) {}

    void operator()(std::uint16_t& key, std::size_t i) const noexcept {
        if (dates_in(key) != Dates::on_time) return;
        const std::int32_t due = in_.first_due[i] == no_day ? due_[i] : first_due_[i];
        const std::int32_t ended = end_second(i);
        if (due < 0 || ended < 0) return;
        if (ended < due && early_by_instant_) set_dates(key, Dates::early);
        if (ended > due) set_dates(key, Dates::overdue);
    }

private:
    std::int32_t end_second(std::size_t i) const noexcept {
        const std::int32_t day = or_never(in_.ended[i]), too = or_never(in_.ended_too[i]);
        if (day == too) return std::min(ended_[i], ended_too_[i]);
        return day < too ? ended_[i] : ended_too_[i];
    }
    Inputs in_;
    const std::int32_t* due_;
    const std::int32_t* first_due_;
    const std::int32_t* ended_;
    const std::int32_t* ended_too_;
    bool early_by_instant_;
};

// A dossier that ended in a state which the policy keeps in process has not ended for it: it stays in process, within limit,
// in this period and in all later ones (else the closing stock would not be the next opening stock).
void keep_in_process(const Inputs& in, const OutcomePolicy& policy, const Window& w, std::size_t n,
                     std::uint16_t* keys) noexcept {
    std::array<bool, status_count> kept{};
    const auto choose = [&](Status s, OutcomePolicy::Ended ended) {
        kept[static_cast<std::size_t>(s)] = ended == OutcomePolicy::Ended::in_process_within;
    };
    choose(Status::refused, policy.refused);
    choose(Status::withdrawn, policy.withdrawn);
    choose(Status::returned, policy.returned);
    choose(Status::stopped, policy.stopped);
    for (std::size_t i = 0; i < n; ++i) {
        if (!kept[static_cast<std::size_t>(in.status[i])] || end_day(in.ended[i], in.ended_too[i]) >= w.as_of) continue;
        set_dates(keys[i], happened(in.received[i], w.cut) != 0 ? Dates::open_within : Dates::outside);
    }
}

// Ended on the due date, but the applicant had the result before it.
void early_when_returned_before(const Inputs& in, const std::int32_t* returned, const Window& w, std::size_t n,
                                std::uint16_t* keys) noexcept {
    for (std::size_t i = 0; i < n; ++i) {
        if (dates_in(keys[i]) != Dates::on_time) continue;
        const std::int32_t before = std::min(due_day(in.due[i], in.first_due[i]), w.as_of);
        if (happened(returned[i], before) != 0) set_dates(keys[i], Dates::early);
    }
}

// A dossier that waits has ended on the date of the request. Only the date is looked at, since the applicant was told then.
void end_at_request(const Inputs& in, const Window& w, std::int32_t open_limit, std::size_t n,
                    std::uint16_t* keys) noexcept {
    constexpr std::uint16_t waiting_bit = 1U << 6;
    for (std::size_t i = 0; i < n; ++i) {
        if ((keys[i] & waiting_bit) == 0) continue;
        const std::int32_t asked = in.asked[i];
        if (end_day(in.ended[i], in.ended_too[i]) < w.as_of) {
            keys[i] = static_cast<std::uint16_t>(keys[i] & ~waiting_bit);  // it waited, and has ended since
            continue;
        }
        const std::int32_t due = due_day(in.due[i], in.first_due[i]);
        set_dates(keys[i], static_cast<Dates>(dates_of(in.received[i], due, asked, w, open_limit)));
    }
}

// From its second request for a supplement on a dossier is overdue, open or ended.
void overdue_when_asked_again(const std::uint8_t* again, std::size_t n, std::uint16_t* keys) noexcept {
    for (std::size_t i = 0; i < n; ++i) {
        const Dates dates = dates_in(keys[i]);
        if (again[i] == 0 || dates == Dates::outside) continue;
        set_dates(keys[i], is_open(dates) ? Dates::open_overdue : Dates::overdue);
    }
}

// Whether any row has an end state: most blocks have none, and one pass over the bytes tells.
bool any_end_state(const Status* status, std::size_t n) noexcept {
    unsigned char any = 0;
    for (std::size_t i = 0; i < n; ++i)
        any |= static_cast<unsigned char>(status[i] == Status::refused) |
               static_cast<unsigned char>(status[i] == Status::withdrawn) |
               static_cast<unsigned char>(status[i] == Status::returned) |
               static_cast<unsigned char>(status[i] == Status::stopped);
    return any != 0;
}

// Some systems take the status of today for a wait, whenever it began.
bool waits_by_status(Status status, const OutcomePolicy& policy) noexcept {
    if (policy.undated_waiting == OutcomePolicy::UndatedWaiting::ignored) return false;
    if (status == Status::stopped) return policy.stopped == OutcomePolicy::Ended::in_process_within;
    return status == Status::supplement || status == Status::financial_duty;
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
            if (policy.missing_due == Missing::early) return open ? Place::within : Place::early;
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

void keys(const Dossiers& dossiers, const Due& due, const OutcomePolicy& policy, const Window& window, Rows rows,
          std::uint16_t* keys) noexcept {
    const Inputs in = inputs(dossiers, due, policy, rows.start);
    // Open dossiers are overdue when they were due before the last day, or on it where the policy says so.
    const bool last_day_within = policy.due_on_last_day == OutcomePolicy::DueOnLastDay::within;
    const std::int32_t open_limit = window.as_of - static_cast<std::int32_t>(last_day_within);
    (has_avx2() ? keys_avx2 : keys_plain)(in, window, open_limit, rows.count, keys);
    if (policy.compare != OutcomePolicy::Compare::date) {
        const SecondCompare compare(dossiers, due, policy, rows.start);
        for (std::size_t i = 0; i < rows.count; ++i) compare(keys[i], i);
    }
    if (policy.early_by == OutcomePolicy::EarlyBy::end_or_return)
        early_when_returned_before(in, days(dossiers, Event::returned, rows.start), window, rows.count, keys);
    if (policy.waiting_supplement == OutcomePolicy::Waiting::ended_at_request)
        end_at_request(in, window, open_limit, rows.count, keys);
    if (due.again != nullptr && policy.second_supplement == OutcomePolicy::SecondSupplement::overdue)
        overdue_when_asked_again(due.again, rows.count, keys);
    if (any_end_state(in.status, rows.count)) keep_in_process(in, policy, window, rows.count, keys);
}

Place place(const Key& key, const OutcomePolicy& policy) noexcept {
    if (key.status == Status::registered || key.status == Status::not_accepted) return Place::not_received;
    if (key.dates == Dates::outside) return Place::outside;
    if (is_open(key.dates)) {
        const bool within = policy.waiting_supplement == OutcomePolicy::Waiting::in_process_within;
        return within && (key.waiting || waits_by_status(key.status, policy)) ? Place::within : by_dates(key.dates, policy);
    }
    // Ended by the request alone: a status without a date says nothing.
    if (key.waiting && policy.waiting_supplement == OutcomePolicy::Waiting::ended_at_request)
        return by_dates(key.dates, policy);
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

// From the counters of a cell to the columns of the form.
#include "statistics/counts.hpp"

#include <fmt/format.h>

#include <numeric>

#include "statistics/code_table.hpp"

namespace cchc {
namespace {

using stats::Inflow;
using stats::Meaning;
using stats::Place;
using stats::State;

// Calls visit(a, b) for each pair of flows, stocks and plain counts.
template <class A, class B, class Flows, class Stocks, class Plain>
void each_pair(A& a, B& b, Flows flow, Stocks stock, Plain plain) {
    flow(a.received_online, b.received_online);
    flow(a.received_direct, b.received_direct);
    stock(a.carried_over, b.carried_over);
    flow(a.early, b.early);
    flow(a.on_time, b.on_time);
    flow(a.overdue, b.overdue);
    stock(a.within, b.within);
    stock(a.open_overdue, b.open_overdue);
    flow(a.no_due_resolved, b.no_due_resolved);
    stock(a.no_due_in_process, b.no_due_in_process);
    flow(a.own_class, b.own_class);
    flow(a.withdrawn, b.withdrawn);
    flow(a.returned, b.returned);
    flow(a.refused, b.refused);
    flow(a.stopped, b.stopped);
    stock(a.waiting, b.waiting);
    flow(a.apologies, b.apologies);
    plain(a.undated_state, b.undated_state);
    plain(a.channel_missing, b.channel_missing);
    for (std::size_t p = 0; p < problem_count; ++p) plain(a.excluded[p], b.excluded[p]);
    plain(a.not_received, b.not_received);
    plain(a.outside_period, b.outside_period);
}

void add_inflow(Counts& c, Inflow inflow, std::uint64_t n) {
    switch (inflow) {
        case Inflow::online: c.received_online.count += n; return;
        case Inflow::channel_missing: c.channel_missing += n; [[fallthrough]];
        case Inflow::direct: c.received_direct.count += n; return;
        case Inflow::carried_over: c.carried_over.count += n; return;
    }
}

void add_state(Counts& c, State state, std::uint64_t n) {
    switch (state) {
        case State::none: return;
        case State::refused: c.refused.count += n; return;
        case State::withdrawn: c.withdrawn.count += n; return;
        case State::returned: c.returned.count += n; return;
        case State::stopped: c.stopped.count += n; return;
        case State::waiting_undated: c.undated_state += n; [[fallthrough]];
        case State::waiting: c.waiting.count += n; return;
        case State::undated: c.undated_state += n; return;
    }
}

// True for a place inside the form, which the inflow then counts too.
bool add_place(Counts& c, const Meaning& m, std::uint64_t n) {
    switch (m.place) {
        case Place::early: c.early.count += n; return true;
        case Place::on_time: c.on_time.count += n; return true;
        case Place::overdue: c.overdue.count += n; return true;
        case Place::no_due_resolved: c.no_due_resolved.count += n; return true;
        case Place::within: c.within.count += n; return true;
        case Place::open_overdue: c.open_overdue.count += n; return true;
        case Place::no_due_in_process: c.no_due_in_process.count += n; return true;
        case Place::own_class: c.own_class.count += n; return true;
        case Place::excluded: c.excluded[static_cast<std::size_t>(m.problem)] += n; return false;
        case Place::outside: c.outside_period += n; return false;
        case Place::not_received: c.not_received += n; return false;
    }
    return false;
}

}  // namespace

Counts stats::counts_of(std::span<const std::uint32_t> counters, const Query& query) {
    Counts c;
    c.carried_over.at = query.from;
    for (Stock* s : {&c.within, &c.open_overdue, &c.no_due_in_process, &c.waiting}) s->at = query.effective_as_of();
    for (std::size_t k = 0; k < codes.count; ++k) {
        const std::uint64_t n = counters[k];
        if (n == 0) continue;
        const Meaning& m = codes.meaning[k];
        if (add_place(c, m, n)) add_inflow(c, m.inflow, n);
        add_state(c, m.state, n);
        if (m.apology) c.apologies.count += n;
    }
    return c;
}

Counts stats::over_units(const Counts& a, const Counts& b) {
    Counts sum = a;
    each_pair(
        sum, b, [](Flow& x, const Flow& y) { x = x + y; }, [](Stock& x, const Stock& y) { x = Stock::over_units(x, y); },
        [](std::uint64_t& x, const std::uint64_t& y) { x += y; });
    return sum;
}

Stock Stock::over_units(Stock a, Stock b) {
    if (a.at != b.at)
        throw Error(ErrorCode::argument_range,
                    fmt::format("stocks of {} and of {} do not add up: a stock stands at one moment", to_string(a.at),
                                to_string(b.at)));
    return {a.count + b.count, a.at};
}

std::uint64_t Counts::received_total() const noexcept {
    return received_online.count + received_direct.count + carried_over.count;
}
std::uint64_t Counts::resolved_total() const noexcept {
    return early.count + on_time.count + overdue.count + no_due_resolved.count;
}
std::uint64_t Counts::in_process_total() const noexcept {
    return within.count + open_overdue.count + no_due_in_process.count;
}
std::uint64_t Counts::excluded_total() const noexcept {
    return std::accumulate(excluded.begin(), excluded.end(), std::uint64_t{0});
}
std::uint64_t Counts::dossiers_total() const noexcept {
    return received_total() + excluded_total() + not_received + outside_period;
}

}  // namespace cchc

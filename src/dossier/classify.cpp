// Outcomes of single dossiers and of bare columns; the statistics use the same kernel.
#include <algorithm>

#include "dossier/judge.hpp"

namespace cchc {
namespace {

judge::Table<Outcome> outcome_table(const OutcomePolicy& policy) {
    judge::Table<Outcome> table;
    for (std::size_t k = 0; k < table.size(); ++k) table[k] = judge::outcome_of(judge::place(judge::unpack(k), policy));
    return table;
}

judge::Window window_at(Date as_of) {
    judge::Window w;
    w.as_of = to_days(as_of);
    w.cut = w.as_of;
    return w;
}

}  // namespace

std::string_view to_string(Outcome outcome) noexcept {
    switch (outcome) {
        case Outcome::early: return "early";
        case Outcome::on_time: return "on_time";
        case Outcome::overdue: return "overdue";
        case Outcome::in_process_within: return "in_process_within";
        case Outcome::in_process_overdue: return "in_process_overdue";
        case Outcome::no_due_resolved: return "no_due_resolved";
        case Outcome::no_due_in_process: return "no_due_in_process";
        case Outcome::own_class: return "own_class";
        case Outcome::excluded: return "excluded";
        case Outcome::not_received: return "not_received";
    }
    return "unknown";
}

std::string to_text(Outcome outcome, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (outcome) {
        case Outcome::early: return vi ? "trước hạn" : "early";
        case Outcome::on_time: return vi ? "đúng hạn" : "on time";
        case Outcome::overdue: return vi ? "quá hạn" : "overdue";
        case Outcome::in_process_within: return vi ? "đang giải quyết, trong hạn" : "in process, within limit";
        case Outcome::in_process_overdue: return vi ? "đang giải quyết, quá hạn" : "in process, overdue";
        case Outcome::no_due_resolved: return vi ? "đã giải quyết, không có hạn" : "resolved, no due date";
        case Outcome::no_due_in_process: return vi ? "đang giải quyết, không có hạn" : "in process, no due date";
        case Outcome::own_class: return vi ? "kết thúc, tính riêng" : "ended, counted apart";
        case Outcome::excluded: return vi ? "không xét được" : "not judged";
        case Outcome::not_received: return vi ? "chưa tiếp nhận" : "not received";
    }
    return {};
}

void classify(const Dossiers& dossiers, const OutcomePolicy& policy, Date as_of, std::span<Outcome> out) {
    if (out.size() != dossiers.size())
        throw Error(ErrorCode::argument_range, "the outcomes have another length than the dossiers");
    const judge::Table<Outcome> table = outcome_table(policy);
    const judge::Window window = window_at(as_of);
    judge::ClockView view(policy, window.as_of);
    std::array<std::uint16_t, judge::block_rows> keys;
    for (std::size_t start = 0; start < out.size(); start += keys.size()) {
        const judge::Rows rows{start, std::min(keys.size(), out.size() - start)};
        const judge::Due due = view(dossiers, rows);
        judge::keys(dossiers, due, policy, window, rows, keys.data());
        for (std::size_t i = 0; i < rows.count; ++i)
            out[start + i] = due.problem[i] == Problem::none ? table[keys[i]] : Outcome::excluded;
    }
}

namespace {

void fill(EventColumn& column, std::span<const std::int64_t> seconds) {
    column.day.resize(seconds.size());
    column.second.resize(seconds.size());
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        const bool missing = seconds[i] == no_instant;
        const std::int64_t shifted = missing ? 0 : seconds[i];
        // From the remainder, not from day * 86400, which overflows for instants near the ends of int64.
        const std::int64_t rest = shifted % seconds_per_day;
        const bool before = rest < 0;
        const std::int64_t day = shifted / seconds_per_day - static_cast<std::int64_t>(before);
        const std::int64_t bounded = std::clamp<std::int64_t>(day, no_day + 1, std::numeric_limits<std::int32_t>::max() - 1);
        column.day[i] = missing ? no_day : static_cast<std::int32_t>(bounded);
        column.second[i] = missing ? -1 : static_cast<std::int32_t>(before ? rest + seconds_per_day : rest);
    }
}

}  // namespace

std::size_t classify(std::span<const std::int64_t> received, std::span<const std::int64_t> due,
                     std::span<const std::int64_t> ended, std::span<const Status> status, const OutcomePolicy& policy,
                     Date as_of, std::span<Outcome> out) {
    const std::size_t rows = received.size();
    if (due.size() != rows || ended.size() != rows || out.size() != rows || (!status.empty() && status.size() != rows))
        throw Error(ErrorCode::argument_range, "the columns of a batch have different lengths");
    Dossiers block;  // reused: the columns of one block of rows
    std::size_t refused = 0;
    for (std::size_t start = 0; start < rows; start += judge::block_rows) {
        const std::size_t n = std::min(judge::block_rows, rows - start);
        fill(block.event(Event::received), received.subspan(start, n));
        fill(block.event(Event::due), due.subspan(start, n));
        fill(block.event(Event::completed), ended.subspan(start, n));
        for (std::int32_t& second : block.event(Event::due).second) second = second == 0 ? -1 : second;
        // The one end that is given ends the dossier whatever the policy calls it.
        block.event(Event::returned) = block.event(Event::completed);
        block.channel.assign(n, Channel::unknown);
        block.status.assign(n, Status::unknown);
        if (!status.empty()) std::copy_n(status.begin() + static_cast<std::ptrdiff_t>(start), n, block.status.begin());
        block.problem.assign(n, Problem::none);
        for (std::size_t i = 0; i < n; ++i) {
            const std::int32_t r = block.event(Event::received).day[i], d = block.event(Event::due).day[i],
                               e = block.event(Event::completed).day[i];
            const bool bad = r == no_day || (d != no_day && d < r) || (e != no_day && e < r);
            block.problem[i] = bad ? Problem::missing_received : Problem::none;
            refused += static_cast<std::size_t>(bad);
        }
        classify(block, policy, as_of, out.subspan(start, n));
    }
    return refused;
}

}  // namespace cchc

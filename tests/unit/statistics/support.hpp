// What the tests of this room share: queries, small dossiers, and counts as text, so that a difference is seen in the
// output.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/statistics.hpp"
#include "unit/dossier/csv_support.hpp"
#include "unit/dossier/random_dossiers.hpp"

namespace cchc::test {

using Policy = OutcomePolicy;

inline Date date(std::string_view text) { return parse_moment(text).value().date; }

inline Query query_of(std::string_view from, std::string_view to, std::vector<Grouping> groupings = {}) {
    Query q;
    q.from = date(from);
    q.to = date(to);
    q.groupings = std::move(groupings);
    return q;
}

inline StatisticsResult result_of(const Query& query, const Dossiers& dossiers) {
    Statistics statistics(query);
    statistics.add(dossiers);
    return statistics.result();
}

// A dossier received online on 2020-03-02, due on 2020-03-09, with the events given.
inline Dossier dossier(std::string id, std::initializer_list<std::pair<Event, const char*>> events,
                       Status status = Status::finished) {
    Dossier d;
    d.id = std::move(id);
    d.agency = "UBND xã A";
    d.field = "Hộ tịch";
    d.channel = Channel::online;
    d.status = status;
    d.event(Event::received) = moment("2020-03-02T09:00");
    d.event(Event::due) = moment("2020-03-09T17:00");
    for (const auto& [event, text] : events) {
        d.event(event).reset();
        if (*text != '\0') d.event(event) = moment(text);
    }
    return d;
}

inline Dossiers columns_of(const std::vector<Dossier>& rows) {
    Dossiers dossiers;
    for (const Dossier& row : rows) dossiers.push_back(row);
    return dossiers;
}

inline std::string describe(const Counts& c) {
    std::string out;
    const auto flow = [&](const char* name, const Flow& f) {
        out += std::string(" ") + name + "=" + std::to_string(f.count);
    };
    const auto stock = [&](const char* name, const Stock& s) {
        out += std::string(" ") + name + "=" + std::to_string(s.count) + "@" + to_string(s.at);
    };
    const auto plain = [&](const char* name, std::uint64_t n) { out += std::string(" ") + name + "=" + std::to_string(n); };
    flow("online", c.received_online);
    flow("direct", c.received_direct);
    stock("carried_over", c.carried_over);
    flow("early", c.early);
    flow("on_time", c.on_time);
    flow("overdue", c.overdue);
    stock("within", c.within);
    stock("open_overdue", c.open_overdue);
    flow("no_due_resolved", c.no_due_resolved);
    stock("no_due_in_process", c.no_due_in_process);
    flow("own_class", c.own_class);
    flow("withdrawn", c.withdrawn);
    flow("returned", c.returned);
    flow("refused", c.refused);
    flow("stopped", c.stopped);
    stock("waiting", c.waiting);
    flow("apologies", c.apologies);
    plain("undated", c.undated_state);
    plain("channel_missing", c.channel_missing);
    for (std::size_t p = 0; p < problem_count; ++p)
        if (c.excluded[p] != 0)
            plain(("excluded." + std::string(to_string(static_cast<Problem>(p)))).c_str(), c.excluded[p]);
    plain("not_received", c.not_received);
    plain("outside", c.outside_period);
    return out;
}

inline std::string joined(const std::vector<std::string>& texts, const char* between = " / ") {
    std::string out;
    for (std::size_t i = 0; i < texts.size(); ++i) out += (i == 0 ? "" : between) + texts[i];
    return out;
}

inline std::string describe(const IdentityCheck& c) {
    return std::string(1, c.id) + " [" + c.row + "] " + (c.holds ? "holds " : "fails ") + std::to_string(c.left) + " " +
           std::to_string(c.right) + " " + c.text + " (" + joined(c.examples, ", ") + ")";
}

// The checks of one identity: first the summary, then its violations.
inline std::vector<std::string> checks_of(const std::vector<IdentityCheck>& checks, char id) {
    std::vector<std::string> out;
    for (const IdentityCheck& c : checks)
        if (c.id == id) out.push_back(describe(c));
    return out;
}

}  // namespace cchc::test

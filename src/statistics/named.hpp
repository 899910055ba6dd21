// The counts by their dotted names, as facts and CSV show them.
#pragma once

#include <string_view>

#include "cchc/statistics.hpp"

namespace cchc::stats {

// Calls visit(name, value) for each count, in the order of the form; names come after "dossiers.".
template <class Visit>
void each_named(const Counts& c, Visit visit) {
    visit("received.total", c.received_total());
    visit("received.online", c.received_online.count);
    visit("received.direct", c.received_direct.count);
    visit("received.carried_over", c.carried_over.count);
    visit("resolved.total", c.resolved_total());
    visit("resolved.early", c.early.count);
    visit("resolved.on_time", c.on_time.count);
    visit("resolved.overdue", c.overdue.count);
    visit("resolved.no_due", c.no_due_resolved.count);
    visit("in_process.total", c.in_process_total());
    visit("in_process.within", c.within.count);
    visit("in_process.overdue", c.open_overdue.count);
    visit("in_process.no_due", c.no_due_in_process.count);
    visit("own_class", c.own_class.count);
    visit("withdrawn", c.withdrawn.count);
    visit("returned", c.returned.count);
    visit("refused", c.refused.count);
    visit("stopped", c.stopped.count);
    visit("waiting", c.waiting.count);
    visit("apologies", c.apologies.count);
    visit("undated_state", c.undated_state);
    visit("channel_missing", c.channel_missing);
    visit("excluded", c.excluded_total());
    visit("not_received", c.not_received);
    visit("outside_period", c.outside_period);
}

}  // namespace cchc::stats

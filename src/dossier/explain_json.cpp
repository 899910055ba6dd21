// A dossier's explanation as JSON, format cchc.explanation/1.
#include "cchc/explain.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

void member(json::Writer& w, std::string_view name, const std::optional<Moment>& moment) {
    if (moment) w.member(name, to_string(*moment));
}

void write_event(json::Writer& w, const ClockEvent& e) {
    w.member("kind", to_string(e.kind)).member("from", to_string(e.from));
    member(w, "to", e.to);
    member(w, "due_before", e.due_before);
    member(w, "due_after", e.due_after);
}

void write_dossier(json::Writer& w, const Dossier& d) {
    w.key("dossier").object().member("id", d.id).member("agency", d.agency).member("field", d.field);
    w.member("procedure", d.procedure).member("channel", to_string(d.channel)).member("status", to_string(d.status));
    w.member("service_level", to_string(d.service_level)).member("cause", d.cause);
    if (d.limit) w.member("limit", d.limit->amount.to_string()).member("unit", to_string(d.limit->unit));
    w.key("events").object();
    for (std::size_t e = 0; e < event_count; ++e) member(w, to_string(static_cast<Event>(e)), d.events[e]);
    w.end().key("clock").array();
    for (const ClockEvent& e : d.clock) {
        w.object();
        write_event(w, e);
        w.end();
    }
    w.end().member("problem", to_string(d.problem)).end();
}

void write_counted(json::Writer& w, const Explanation& e) {
    w.key("counted").object().member("rule", e.rule.id).member("due", to_string(e.due.date));
    const bool no_hour = e.date_only && e.counted_from == e.received;
    w.member("due_at", to_string(e.due.at));
    w.member("counted_from", no_hour ? to_string(date_of(e.counted_from)) : to_string(e.counted_from)).end();
}

void write_view(json::Writer& w, const PolicyView& v) {
    w.object().member("policy", v.policy.id).member("outcome", to_string(v.outcome));
    if (v.problem != Problem::none) w.member("problem", to_string(v.problem));
    member(w, "due", v.due);
    w.member("due_computed", v.due_computed);
    member(w, "end", v.end);
    w.member("waiting", v.waiting).key("clock").array();
    for (const ClockStep& s : v.clock) {
        w.object();
        write_event(w, s.event);
        w.member("model", to_string(s.model)).member("open", s.open);
        if (s.due) w.member("due", to_string(s.due->date)).member("due_at", to_string(s.due->at));
        w.end();
    }
    w.end().end();
}

}  // namespace

std::string to_json(const DossierExplanation& e) {
    json::Writer w;
    w.object().member("format", "cchc.explanation/1").member("as_of", to_string(e.as_of));
    w.key("calendar").object().member("id", e.calendar_id).member("version", e.calendar_version).end();
    write_dossier(w, e.dossier);
    if (e.counted) write_counted(w, *e.counted);
    w.key("policies").array();
    for (const PolicyView& v : e.policies) write_view(w, v);
    w.end();
    if (e.left) {
        w.key("left").object().member("working_days", e.left->days).member("seconds", e.left->seconds);
        w.member("overdue", e.left->overdue)
            .member("vi", to_text(*e.left, Lang::vi))
            .member("en", to_text(*e.left, Lang::en));
        w.end();
    }
    return w.end().take();
}

}  // namespace cchc

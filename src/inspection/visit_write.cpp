// A visit as JSON (format cchc.visit/1). Dossiers have the columns that reading takes.
#include "cchc/visit.hpp"
#include "inspection/json_parts.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace inspection {

namespace {

void write_present(json::Writer& w, const std::vector<TeamMember>& present) {
    if (present.empty()) return;
    w.key("present").array();
    for (const TeamMember& member : present) {
        w.object().member("body", member.body).member("role", to_string(member.role));
        write(w, "post", member.post);
        w.end();
    }
    w.end();
}

void write_items(json::Writer& w, const std::vector<CheckedItem>& items) {
    if (items.empty()) return;
    w.key("items").array();
    for (const CheckedItem& item : items) {
        w.object().member("item", item.item).member("result", to_string(item.result));
        write_text(w, "note", item.note);
        write(w, "evidence", item.evidence);
        w.end();
    }
    w.end();
}

void write_dossier_columns(json::Writer& w, const Dossier& d) {
    w.member("id", d.id);
    write_text(w, "agency", d.agency);
    write_text(w, "field", d.field);
    write_text(w, "procedure", d.procedure);
    if (d.channel != Channel::unknown) w.member("channel", to_string(d.channel));
    if (d.limit) w.member("limit", d.limit->amount.to_string()).member("unit", to_string(d.limit->unit));
    for (std::size_t e = 0; e < event_count; ++e)
        if (d.events[e]) w.member(to_string(static_cast<Event>(e)), to_string(*d.events[e]));
    if (d.status != Status::unknown) w.member("status", to_string(d.status));
    write_text(w, "cause", d.cause);
    if (d.service_level != ServiceLevel::unknown) w.member("service_level", to_string(d.service_level));
}

void write_sampled(json::Writer& w, const std::vector<SampledDossier>& sampled) {
    if (sampled.empty()) return;
    w.key("sampled").array();
    for (const SampledDossier& s : sampled) {
        w.object();
        write_dossier_columns(w, s.dossier);
        if (s.recorded) w.member("recorded", to_string(*s.recorded));
        w.end();
    }
    w.end();
}

}  // namespace
}  // namespace inspection

std::string Visit::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.visit/1").member("unit", unit).member("date", cchc::to_string(date));
    inspection::write_text(w, "from_time", from_time);
    inspection::write_text(w, "to_time", to_time);
    inspection::write_text(w, "place", place);
    inspection::write_present(w, present);
    inspection::write(w, "representatives", representatives);
    inspection::write_items(w, items);
    inspection::write_sampled(w, sampled);
    inspection::write(w, "opinions", opinions);
    return w.end().take();
}

}  // namespace cchc

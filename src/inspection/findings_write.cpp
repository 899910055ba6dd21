// Findings, conclusions and remedies as JSON (format cchc.findings/1). Due days are written as dates.
#include "cchc/findings.hpp"
#include "inspection/json_parts.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace inspection {

namespace {

void write_finding(json::Writer& w, const Finding& f) {
    w.object().member("id", f.id).member("unit", f.unit).member("kind", to_string(f.kind));
    write_text(w, "item", f.item);
    write_text(w, "criterion", f.criterion);
    w.member("text", f.text);
    write(w, "evidence", f.evidence);
    write_text(w, "responsible", f.responsible);
    w.member("origin", f.origin).member("raised", to_string(f.raised)).end();
}

void write_conclusion(json::Writer& w, const Conclusion& c) {
    w.object().member("unit", c.unit);
    write(w, "document", c.document);
    write_text(w, "summary", c.summary);
    if (!c.fixes.empty()) {
        w.key("fixes").array();
        for (const RequiredFix& fix : c.fixes) {
            w.object().member("finding", fix.finding);
            write(w, "due", fix.due);
            w.end();
        }
        w.end();
    }
    write(w, "praise", c.praise);
    w.end();
}

void write_remedy(json::Writer& w, const Remedy& r) {
    w.object().member("finding", r.finding).member("measure", r.measure);
    write(w, "evidence", r.evidence);
    w.member("done", to_string(r.done)).end();
}

}  // namespace
}  // namespace inspection

std::string Findings::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.findings/1");
    w.key("findings").array();
    for (const Finding& f : findings) inspection::write_finding(w, f);
    w.end().key("conclusions").array();
    for (const Conclusion& c : conclusions) inspection::write_conclusion(w, c);
    w.end().key("remedies").array();
    for (const Remedy& r : remedies) inspection::write_remedy(w, r);
    return w.end().end().take();
}

}  // namespace cchc

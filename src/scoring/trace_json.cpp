#include "scoring/trace_json.hpp"

#include "json/writer.hpp"
#include "scoring/number_json.hpp"

namespace cchc::scoring {
namespace {

using json::Writer;

void fact(Writer& w, const TraceFact& f) {
    w.object().member("name", f.name).key("value");
    if (!f.value) {
        w.raw("null");
    } else if (const auto* decimal = std::get_if<Decimal>(&*f.value)) {
        w.raw(decimal->to_string());
    } else if (const auto* text = std::get_if<std::string>(&*f.value)) {
        w.string(*text);
    } else {
        w.boolean(std::get<bool>(*f.value));
    }
    if (!f.source.empty()) w.member("source", f.source);
    w.end();
}

void row(Writer& w, const TraceRow& r) {
    w.object().member("row", r.row).member("matches", to_string(r.verdict));
    w.key("when").array();
    for (const TraceCell& cell : r.cells)
        w.object()
            .member("input", cell.input)
            .member("value", cell.value)
            .member("tests", cell.tests)
            .member("matches", to_string(cell.verdict))
            .end();
    w.end().member("points", r.points);
    if (!r.article.empty()) w.member("article", r.article);
    if (!r.note.empty()) w.member("note", r.note);
    w.end();
}

}  // namespace

std::string_view to_string(Verdict verdict) noexcept {
    switch (verdict) {
        case Verdict::no: return "no";
        case Verdict::yes: return "yes";
        case Verdict::missing: return "missing";
        case Verdict::undefined: return "undefined";
    }
    return "";
}

std::string to_text(const FactValue& value) {
    if (const auto* decimal = std::get_if<Decimal>(&value)) return decimal->to_string();
    if (const auto* text = std::get_if<std::string>(&value)) return "\"" + *text + "\"";
    return std::get<bool>(value) ? "true" : "false";
}

void write_trace(Writer& w, const LeafTrace& trace) {
    w.object().key("facts").array();
    for (const TraceFact& f : trace.facts) fact(w, f);
    w.end().key("let").array();
    for (const TraceLet& let : trace.lets)
        w.object().member("name", let.name).member("expression", let.expression).member("value", let.value).end();
    w.end();
    if (!trace.rows.empty()) {
        w.key("rows").array();
        for (const TraceRow& r : trace.rows) row(w, r);
        w.end();
    }
    if (!trace.expression.empty()) w.member("points", trace.expression);
    if (trace.before_cap) {
        number(w, "before_cap", trace.before_cap);
        number(w, "capped", trace.capped);
        number(w, "rounded", trace.rounded);
    }
    w.key("legal_basis").array();
    for (const LegalBasis& basis : trace.legal_basis) {
        w.object().member("document", basis.document);
        if (!basis.article.empty()) w.member("article", basis.article);
        if (!basis.note.empty()) w.member("note", basis.note);
        if (!basis.successor.empty()) w.member("successor", basis.successor);
        w.end();
    }
    w.end().end();
}

}  // namespace cchc::scoring

// A self-report as its format has it: figures in the order of the outline.
#include "cchc/self_report.hpp"
#include "inspection/json_parts.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace inspection {
namespace {

using json::Writer;

// Whole numbers as they are; others as texts, so that no reader makes a binary fraction of them.
void write_decimal(Writer& w, std::string_view key, const Decimal& number) {
    w.key(key);
    if (number.is_whole()) {
        w.raw(number.to_string());
    } else {
        w.string(number.to_string());
    }
}

void write_dossiers(Writer& w, const DossierFigure& d, bool early_inside) {
    w.member("received", d.received).member("on_time", early_inside ? d.on_time + d.early : d.on_time);
    w.member("early", d.early).member("overdue", d.overdue);
}

void write_breakdown(Writer& w, const FigureValue& value) {
    w.key("kinds").object();
    for (const auto& [kind, count] : value.breakdown) w.member(kind, count);
    w.end();
    write_decimal(w, "total", value.number);
}

void write_indices(Writer& w, const std::vector<IndexValue>& indices) {
    w.key("indices").array();
    for (const IndexValue& index : indices) {
        w.object().member("name", index.name).member("year", index.year);
        if (index.value) write_decimal(w, "value", *index.value);
        if (index.rank) w.member("rank", *index.rank);
        w.end();
    }
    w.end();
}

void write_answer(Writer& w, const Figure& figure, const FigureValue& value) {
    switch (value.type) {
        case FigureType::text:
        case FigureType::choice: w.member("value", value.text); return;
        case FigureType::yes_no:
            w.member("value", value.yes);
            if (!value.documents.empty()) write(w, "document", value.documents.front());
            return;
        case FigureType::count:
        case FigureType::rate:
        case FigureType::money: write_decimal(w, "value", value.number); return;
        case FigureType::date: write(w, "value", value.date); return;
        case FigureType::pair:
            write_decimal(w, "part", value.number);
            write_decimal(w, "whole", value.whole);
            return;
        case FigureType::documents:
            // An empty list is an answer, too: none was issued.
            w.key("documents").array();
            for (const LegalDocument& d : value.documents) write_value(w, d);
            w.end();
            return;
        case FigureType::breakdown: write_breakdown(w, value); return;
        case FigureType::dossiers: write_dossiers(w, value.dossiers, figure.early_inside); return;
        case FigureType::index: write_indices(w, value.indices); return;
    }
}

void write_figures(Writer& w, const SelfReport& report, const Outline& outline) {
    w.key("figures").object();
    for (const Figure& figure : outline.figures) {
        const auto at = report.figures.find(figure.id);
        if (at == report.figures.end()) continue;
        w.key(figure.id).object();
        write_answer(w, figure, at->second);
        write(w, "evidence", at->second.evidence);
        write_text(w, "note", at->second.note);
        w.end();
    }
    w.end();
}

}  // namespace
}  // namespace inspection

std::string SelfReport::to_json(const Outline& outline) const {
    json::Writer w;
    w.object().member("format", "cchc.self-report/1").member("unit", unit);
    inspection::write_period(w, "period", from, to);
    inspection::write(w, "sent", sent);
    inspection::write_text(w, "author", author);
    inspection::write_figures(w, *this, outline);
    if (!not_applicable.empty()) {
        w.key("not_applicable").object();
        for (const auto& [id, reason] : not_applicable) w.member(id, reason);
        w.end();
    }
    if (!reports_sent.empty()) {
        w.key("reports_sent").object();
        for (const auto& [id, day] : reports_sent) w.member(id, to_string(day));
        w.end();
    }
    inspection::write(w, "proposals", proposals);
    w.end();
    return w.take();
}

}  // namespace cchc

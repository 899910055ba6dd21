// The consolidated outline as JSON: of each figure what its type adds up to, who gave it and who did not.
#include "cchc/consolidation.hpp"
#include "inspection/json_parts.hpp"
#include "json/writer.hpp"
#include "scoring/number_json.hpp"

namespace cchc {
namespace inspection {
namespace {

using json::Writer;

void write_names(Writer& w, std::string_view key, const std::vector<std::string>& names) {
    w.key(key).array();
    for (const std::string& name : names) w.string(name);
    w.end();
}

void write_counts(Writer& w, std::string_view key, const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
    w.key(key).object();
    for (const auto& [id, count] : counts) w.member(id, count);
    w.end();
}

void write_sums(Writer& w, const Figure& figure, const ConsolidatedFigure& c) {
    if (!figure.adds_up) {
        w.member("adds_up", false);
        return;
    }
    switch (figure.type) {
        case FigureType::yes_no: w.member("yes", c.yes); return;
        case FigureType::choice: write_counts(w, "units", c.breakdown); return;
        case FigureType::count:
        case FigureType::money: scoring::number(w, "sum", c.sum); return;
        case FigureType::pair:
            scoring::number(w, "sum", c.sum);
            scoring::number(w, "whole", c.whole);
            scoring::number(w, "rate", c.rate);
            return;
        case FigureType::breakdown:
            scoring::number(w, "sum", c.sum);
            write_counts(w, "breakdown", c.breakdown);
            return;
        case FigureType::dossiers:
            w.key("dossiers").object().member("received", c.dossiers.received).member("early", c.dossiers.early);
            w.member("on_time", c.dossiers.on_time).member("overdue", c.dossiers.overdue).end();
            return;
        default: return;  // these are listed
    }
}

void write_reasons(Writer& w, const std::vector<std::pair<std::string, std::string>>& reasons) {
    if (reasons.empty()) return;
    w.key("not_applicable").array();
    for (const auto& [unit, reason] : reasons) w.object().member("unit", unit).member("reason", reason).end();
    w.end();
}

void write_listed(Writer& w, const ConsolidatedFigure& c) {
    if (c.listed.empty()) return;
    w.key("listed").array();
    for (const auto& [unit, lines] : c.listed) {
        w.object().member("unit", unit);
        write_names(w, "lines", lines);
        w.end();
    }
    w.end();
}

}  // namespace
}  // namespace inspection

std::string Consolidation::to_json(const Outline& outline) const {
    json::Writer w;
    w.object().member("format", "cchc.consolidated-outline/1").member("outline", outline.id);
    w.member("version", outline.version).key("figures").array();
    for (const ConsolidatedFigure& c : figures) {
        const Figure& figure = outline.figures.at(c.figure);
        w.object().member("id", figure.id).member("type", to_string(figure.type));
        inspection::write_sums(w, figure, c);
        inspection::write_names(w, "given", c.given);
        inspection::write_names(w, "missing", c.missing);
        inspection::write_reasons(w, c.not_applicable);
        inspection::write_listed(w, c);
        w.end();
    }
    w.end().end();
    return w.take();
}

}  // namespace cchc

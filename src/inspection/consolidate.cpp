#include <algorithm>
#include <limits>

#include "cchc/consolidation.hpp"
#include "cchc/error.hpp"
#include "inspection/asked.hpp"

namespace cchc {
namespace inspection {
namespace {

// A report that was read holds counts of at most 15 digits; one that was made by hand must not wrap around.
void add_count(std::uint64_t& sum, std::uint64_t count) {
    if (count > std::numeric_limits<std::uint64_t>::max() - sum)
        throw Error(ErrorCode::argument_range, "the sum of counts does not fit into 64 bits");
    sum += count;
}

void add_kinds(ConsolidatedFigure& out, const FigureValue& value) {
    for (const auto& [kind, count] : value.breakdown)
        for (auto& [id, sum] : out.breakdown)
            if (id == kind) add_count(sum, count);
}

void add_dossiers(DossierFigure& out, const DossierFigure& d) {
    add_count(out.received, d.received);
    add_count(out.early, d.early);
    add_count(out.on_time, d.on_time);
    add_count(out.overdue, d.overdue);
}

// "61/2018/NĐ-CP (Chính phủ, 23/04/2018) title"
std::string document_line(const LegalDocument& d) {
    std::string inside = d.issuer;
    if (d.date) inside.append(inside.empty() ? "" : ", ").append(to_text(*d.date, Lang::vi));
    std::string out = d.number;
    if (!inside.empty()) out.append(out.empty() ? "(" : " (").append(inside).append(")");
    if (!d.title.empty()) out.append(out.empty() ? "" : " ").append(d.title);
    return out;
}

std::string comma_text(const Decimal& number) {
    std::string out = number.to_string();
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

// "PAR INDEX 2019: 81,25, hạng 3"
std::string index_line(const IndexValue& index) {
    std::string out = index.name;
    out.append(" ").append(std::to_string(index.year)).append(": ");
    if (index.value) out.append(comma_text(*index.value));
    if (index.value && index.rank) out.append(", ");
    if (index.rank) out.append("hạng ").append(std::to_string(*index.rank));
    return out;
}

std::vector<std::string> lines_of(const FigureValue& value) {
    std::vector<std::string> out;
    switch (value.type) {
        case FigureType::text: out.push_back(value.text); break;
        case FigureType::rate: out.push_back(comma_text(value.number) + "%"); break;
        case FigureType::date:
            if (value.date) out.push_back(to_text(*value.date, Lang::vi));
            break;
        case FigureType::index:
            for (const IndexValue& index : value.indices) out.push_back(index_line(index));
            break;
        default:
            for (const LegalDocument& d : value.documents) out.push_back(document_line(d));
    }
    return out;
}

void add_value(ConsolidatedFigure& out, const Figure& figure, const FigureValue& value, const std::string& unit) {
    if (!figure.adds_up) {
        out.listed.push_back({unit, {comma_text(value.number)}});
        return;
    }
    switch (value.type) {
        case FigureType::yes_no: out.yes += value.yes ? 1 : 0; break;
        case FigureType::choice:
            for (auto& [id, units] : out.breakdown) units += id == value.text ? 1 : 0;
            break;
        case FigureType::count:
        case FigureType::money: out.sum += Number(value.number); break;
        case FigureType::pair:
            out.sum += Number(value.number);
            out.whole += Number(value.whole);
            break;
        case FigureType::breakdown:
            out.sum += Number(value.number);
            add_kinds(out, value);
            break;
        case FigureType::dossiers: add_dossiers(out.dossiers, value.dossiers); break;
        default: break;
    }
    if (auto lines = lines_of(value); !lines.empty()) out.listed.emplace_back(unit, std::move(lines));
}

void add_unit(ConsolidatedFigure& out, const Figure& figure, const ReportingUnit& unit) {
    if (unit.report != nullptr) {
        const auto value = unit.report->figures.find(figure.id);
        if (value != unit.report->figures.end() && value->second.type == figure.type) {
            out.given.push_back(unit.unit);
            add_value(out, figure, value->second, unit.unit);
            return;
        }
        const auto note = unit.report->not_applicable.find(figure.id);
        if (note != unit.report->not_applicable.end()) {
            out.not_applicable.emplace_back(unit.unit, note->second);
            return;
        }
    }
    if (asked_of_kind(figure.of, unit.kind)) out.missing.push_back(unit.unit);
}

ConsolidatedFigure consolidated(const Figure& figure, std::size_t index, std::span<const ReportingUnit> units) {
    ConsolidatedFigure out;
    out.figure = index;
    for (const FigureKind& kind : figure.kinds) out.breakdown.emplace_back(kind.id, 0);
    for (const ReportingUnit& unit : units) add_unit(out, figure, unit);
    if (figure.type == FigureType::pair && out.whole.sign() != 0) out.rate.emplace(Number(100) * out.sum / out.whole);
    return out;
}

}  // namespace
}  // namespace inspection

Consolidation consolidate(const Outline& outline, std::span<const ReportingUnit> units) {
    Consolidation out;
    out.figures.reserve(outline.figures.size());
    for (std::size_t i = 0; i < outline.figures.size(); ++i)
        out.figures.push_back(inspection::consolidated(outline.figures[i], i, units));
    return out;
}

}  // namespace cchc

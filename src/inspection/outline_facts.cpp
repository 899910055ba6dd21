// Figures of a self-report as facts.
#include "cchc/self_report.hpp"

namespace cchc {
namespace inspection {
namespace {

void put_fact(Facts& facts, const std::string& name, FactValue value) {
    if (!name.empty()) facts.values.insert_or_assign(name, std::move(value));
}

Decimal whole_decimal(std::uint64_t count) { return Decimal(static_cast<std::int64_t>(count)); }

// The value of the latest year that has one. None where two indices of that year differ: which of them is meant is not said.
std::optional<Decimal> latest_index(const std::vector<IndexValue>& indices) {
    int year = 0;
    std::optional<Decimal> value;
    bool differs = false;
    for (const IndexValue& index : indices) {
        if (!index.value || index.year < year) continue;
        differs = index.year == year && (differs || value != index.value);
        year = index.year;
        value = index.value;
    }
    return differs ? std::nullopt : value;
}

void put_figure(Facts& facts, const Figure& figure, const FigureValue& value) {
    switch (figure.type) {
        case FigureType::text:
        case FigureType::choice: put_fact(facts, figure.fact, value.text); return;
        case FigureType::yes_no: put_fact(facts, figure.fact, value.yes); return;
        case FigureType::count:
        case FigureType::rate:
        case FigureType::money: put_fact(facts, figure.fact, value.number); return;
        case FigureType::date:
            if (value.date) put_fact(facts, figure.fact, to_string(*value.date));
            return;
        case FigureType::pair:
            put_fact(facts, figure.fact, value.number);
            put_fact(facts, figure.whole_fact, value.whole);
            return;
        case FigureType::documents: put_fact(facts, figure.fact, whole_decimal(value.documents.size())); return;
        case FigureType::breakdown:
            for (std::size_t i = 0; i < figure.kinds.size() && i < value.breakdown.size(); ++i)
                put_fact(facts, figure.kinds[i].fact, whole_decimal(value.breakdown[i].second));
            put_fact(facts, figure.fact, value.number);
            return;
        case FigureType::dossiers: return;  // the statistics give them, as dossiers.*
        case FigureType::index:
            if (const auto latest = latest_index(value.indices)) put_fact(facts, figure.fact, *latest);
            return;
    }
}

}  // namespace
}  // namespace inspection

Facts facts(const SelfReport& report, const Outline& outline, std::string_view kind) {
    Facts out;
    out.unit = report.unit;
    out.kind = kind;
    out.from = report.from;
    out.to = report.to;
    out.source = report.source;
    for (const Figure& figure : outline.figures)
        if (const auto at = report.figures.find(figure.id); at != report.figures.end())
            inspection::put_figure(out, figure, at->second);
    return out;
}

}  // namespace cchc

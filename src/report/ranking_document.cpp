// A ranking with the interval of each place.
#include <algorithm>

#include "report/score_parts.hpp"

namespace cchc::report::docs {
namespace {

bool any_drawn(const SensitivityResult* draws) { return draws != nullptr && draws->draws > 0; }

const SensitivityUnit* drawn(const SensitivityResult* draws, const std::string& unit) {
    if (!any_drawn(draws)) return nullptr;
    const auto found =
        std::find_if(draws->units.begin(), draws->units.end(), [&](const SensitivityUnit& u) { return u.unit == unit; });
    return found == draws->units.end() || !found->rank ? nullptr : &*found;
}

Cell place_cell(std::int64_t place, Lang lang) {
    return count_cell(static_cast<std::uint64_t>(std::max<std::int64_t>(place, 0)), lang);
}

std::string note_words(const RankRow& row, Lang lang) {
    std::string out = row.tied ? pick(lang, "đồng hạng", "tied") : std::string();
    if (!row.group.empty()) out += (out.empty() ? "" : "; ") + row.group;
    if (!row.reason.empty()) out += (out.empty() ? "" : "; ") + reason_words(row.reason, lang);
    return out;
}

Table rank_table(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                 const SensitivityResult* draws, Lang lang) {
    Table t;
    t.id = "xep-hang";
    t.caption = pick(lang, "Xếp hạng các đơn vị", "Ranking of the units");
    t.columns = {number_column(pick(lang, "Hạng", "Place")), text_column(pick(lang, "Đơn vị", "Unit")),
                 number_column(pick(lang, "Tổng điểm", "Total")), number_column(pick(lang, "Chỉ số", "Index, %")),
                 text_column(pick(lang, "Xếp loại", "Band"))};
    if (any_drawn(draws)) {
        t.columns.push_back(number_column(pick(lang, "Hạng cao nhất", "Best place")));
        t.columns.push_back(number_column(pick(lang, "Hạng thấp nhất", "Worst place")));
    }
    t.columns.push_back(text_column(pick(lang, "Ghi chú", "Note")));
    for (const RankRow& row : rows) {
        if (row.unit >= cards.size()) continue;
        const Scorecard& card = cards[row.unit];
        const SensitivityUnit* range = row.rank ? drawn(draws, card.unit) : nullptr;
        // Why a unit is outside the ranking is mostly what keeps it from a band, too: the note says it.
        const bool band_reason = row.reason != card.band_reason;
        // An index of what is known so far would look like one of the whole.
        std::vector<Cell>& cells = t.rows.emplace_back();
        cells = {row.rank ? place_cell(*row.rank, lang) : Cell{}, words(card.unit), number_cell(card.total, lang),
                 card.total ? percent_cell(card.index, lang) : Cell{},
                 words(capital(band_words(criteria, card, lang, band_reason)))};
        if (any_drawn(draws)) {
            cells.push_back(range != nullptr ? place_cell(range->best, lang) : Cell{});
            cells.push_back(range != nullptr ? place_cell(range->worst, lang) : Cell{});
        }
        cells.push_back(words(capital(note_words(row, lang))));
    }
    return t;
}

constexpr std::size_t most_ranked = 40;  // a picture of more is not read

Chart rank_chart(std::span<const Scorecard> cards, std::span<const RankRow> rows, const SensitivityResult* draws,
                 Lang lang) {
    Chart chart;
    chart.id = "bieu-do-xep-hang";
    chart.kind = Chart::Kind::ranks;
    chart.title = any_drawn(draws) ? pick(lang, "Thứ hạng và khoảng dao động", "Places and their intervals")
                                   : pick(lang, "Thứ hạng", "Places");
    chart.unit = pick(lang, "hạng", "place");
    chart.series = {{pick(lang, "Hạng", "Place"), {}},
                    {pick(lang, "Hạng cao nhất", "Best place"), {}},
                    {pick(lang, "Hạng thấp nhất", "Worst place"), {}}};
    chart.alternative = chart.title + ": ";
    for (const RankRow& row : rows) {
        if (!row.rank || row.unit >= cards.size() || chart.categories.size() == most_ranked) continue;
        const std::string& unit = cards[row.unit].unit;
        const SensitivityUnit* range = drawn(draws, unit);
        if (!chart.categories.empty()) chart.alternative += "; ";
        chart.alternative += say(lang, "hạng {}: {}", "place {}: {}", *row.rank, unit);
        if (range != nullptr)
            chart.alternative += say(lang, " (từ {} đến {})", " (from {} to {})", range->best, range->worst);
        chart.categories.push_back(unit);
        chart.series[0].values.emplace_back(static_cast<double>(*row.rank));
        std::optional<double> best, worst;
        if (range != nullptr) {
            best.emplace(static_cast<double>(range->best));
            worst.emplace(static_cast<double>(range->worst));
        }
        chart.series[1].values.push_back(best);
        chart.series[2].values.push_back(worst);
    }
    return chart;
}

}  // namespace

void add_ranking(Builder& b, const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                 const SensitivityResult* draws) {
    for (const Scorecard& card : cards) check_card(criteria, card);
    const Lang lang = b.lang();
    Table t = rank_table(criteria, cards, rows, draws, lang);
    t.notes.push_back(capital(set_words(criteria, lang)) + ".");
    if (any_drawn(draws))
        t.notes.push_back(say(lang,
                              "Khoảng dao động của hạng: {} lần thử, điểm mỗi tiêu chí xê dịch trong ±{}% điểm tối đa.",
                              "Interval of a place: {} draws, the points of each criterion move within ±{}% of its maximum.",
                              draws->draws, number_words(Number(100) * draws->points, lang)));
    b.table(std::move(t), pick(lang, "Chưa có đơn vị nào được xếp hạng.", "No unit is ranked."));
    b.chart(rank_chart(cards, rows, draws, lang));
}

Builder begin_ranking(std::size_t units, const Head& head, Lang lang) {
    Builder b("ranking", pick(lang, "xep-hang", "ranking"), lang, head);
    b.title(pick(lang, "BẢNG XẾP HẠNG", "RANKING"), say(lang, "Kết quả chấm điểm cải cách hành chính của {} đơn vị",
                                                        "Scores of administrative reform of {} units", units));
    return b;
}

Document ranking_document(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                          const SensitivityResult* draws, const Head& head, Lang lang) {
    Builder b = begin_ranking(cards.size(), head, lang);
    b.paragraph(capital(set_words(criteria, lang)), Paragraph::Style::basis);
    b.heading(1, pick(lang, "I. XẾP HẠNG", "I. RANKING"));
    add_ranking(b, criteria, cards, rows, draws);
    b.heading(1, pick(lang, "II. ĐIỂM THEO LĨNH VỰC", "II. POINTS OF THE FIELDS"));
    add_mean_fields(b, criteria, cards);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document ranking(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                 const SensitivityResult* draws, const Head& head, Lang lang) {
    return docs::ranking_document(criteria, cards, rows, draws, head, lang);
}

}  // namespace cchc::report

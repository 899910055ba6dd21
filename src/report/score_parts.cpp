#include "report/score_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace cchc::report::docs {

std::string set_words(const CriteriaSet& criteria, Lang lang) {
    const std::string& title = criteria.title().in(lang);
    std::string out = say(lang, "bộ tiêu chí “{}”", "the criteria set “{}”", title.empty() ? criteria.id() : title);
    out += say(lang, " (phiên bản {}", " (version {}", criteria.version());
    out += criteria.is_example() ? pick(lang, "; là ví dụ, không phải quyết định)", "; an example, not a decision)") : ")";
    return out;
}

std::string criterion_words(const Criterion& c, Lang lang) {
    const std::string& title = c.title.in(lang);
    return title.empty() ? c.id : fmt::format("{}. {}", c.id, title);
}

std::string score_words(const Scorecard& card, Lang lang) {
    const Number& points = card.total ? *card.total : card.points;
    std::string out =
        say(lang, "{} điểm trên {}", "{} points of {}", number_words(points, lang), number_words(card.applicable, lang));
    if (card.total && *card.total != card.points && !card.accounts.empty())
        out += pick(lang, " (đã tính điểm thưởng, điểm trừ)", " (with bonus and penalty points)");
    // A band that is missing for the same reason says it.
    if (!card.complete && card.band_reason.empty()) out += pick(lang, " (chưa đủ số liệu)", " (not complete)");
    return out;
}

namespace {

const Criterion& criterion_at(const CriteriaSet& criteria, int index) {
    return criteria.criteria()[static_cast<std::size_t>(index)];
}

// A field of a card: a group at the top, or a leaf that is a field by itself.
struct FieldScore {
    int criterion = -1;
    Number points, max;
    bool complete = true;
};

std::vector<FieldScore> fields_of(const CriteriaSet& criteria, const Scorecard& card) {
    std::vector<FieldScore> out;
    for (const GroupScore& g : card.groups)
        if (criterion_at(criteria, g.criterion).depth == 0)
            // Where what does not apply is made up for, the points are on the scale of the whole maximum.
            out.push_back({g.criterion, g.points, g.points > g.applicable ? g.max : g.applicable, g.complete});
    for (const LeafScore& l : card.leaves) {
        const Criterion& c = criterion_at(criteria, l.criterion);
        if (c.depth == 0 && c.account < 0)
            out.push_back(
                {l.criterion, l.points.value_or(Number()), l.max, l.points || l.state == LeafState::not_applicable});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.criterion < b.criterion; });
    return out;
}

Chart field_chart(std::string title, Lang lang) {
    Chart chart;
    chart.id = "bieu-do-diem";
    chart.kind = Chart::Kind::against_max;
    chart.title = std::move(title);
    chart.unit = pick(lang, "điểm", "points");
    chart.series = {{pick(lang, "Điểm", "Points"), {}}, {pick(lang, "Điểm tối đa", "Maximum"), {}}};
    chart.alternative = chart.title + ": ";
    return chart;
}

void add_bar(Chart& chart, const std::string& name, const Number& points, const Number& max, Lang lang) {
    if (!chart.categories.empty()) chart.alternative += "; ";
    chart.categories.push_back(name);
    chart.series[0].values.emplace_back(as_double(points));
    chart.series[1].values.emplace_back(as_double(max));
    chart.alternative +=
        say(lang, "{}: {} trên {}", "{}: {} of {}", name, number_words(points, lang), number_words(max, lang));
}

std::vector<Column> field_columns(Lang lang) {
    return {text_column(pick(lang, "Lĩnh vực", "Field")), number_column(pick(lang, "Điểm", "Points")),
            number_column(pick(lang, "Điểm tối đa", "Maximum")), number_column(pick(lang, "Tỷ lệ", "Share, %"))};
}

}  // namespace

void add_fields(Builder& b, const CriteriaSet& criteria, const Scorecard& card) {
    check_card(criteria, card);
    const Lang lang = b.lang();
    Table t;
    t.id = "diem-linh-vuc";
    t.caption = pick(lang, "Điểm theo lĩnh vực so với điểm tối đa áp dụng", "Points of the fields against what applies");
    t.columns = field_columns(lang);
    t.columns[1].total.kind = t.columns[2].total.kind = ColumnTotal::Kind::sum;
    t.columns[3].total = {ColumnTotal::Kind::ratio, 1, 2};
    Chart chart = field_chart(say(lang, "Điểm theo lĩnh vực của {}", "Points of the fields of {}", card.unit), lang);
    std::vector<std::string> incomplete;
    for (const FieldScore& f : fields_of(criteria, card)) {
        const std::string name = criterion_words(criterion_at(criteria, f.criterion), lang);
        t.rows.push_back({words(name), number_cell(f.points, lang), number_cell(f.max, lang),
                          percent_cell(share(f.points, f.max), lang)});
        add_bar(chart, name, f.points, f.max, lang);
        if (!f.complete) incomplete.push_back(criterion_at(criteria, f.criterion).id);
    }
    add_total(t, lang);
    if (!incomplete.empty())
        t.notes.push_back(say(lang, "Chưa đủ số liệu, điểm là của phần đã có: {}.",
                              "Not complete, the points are of what is known: {}.", joined(incomplete, ", ")));
    b.table(std::move(t), pick(lang, "Bộ tiêu chí không có lĩnh vực nào.", "The set has no fields."));
    b.chart(std::move(chart));
}

void add_mean_fields(Builder& b, const CriteriaSet& criteria, std::span<const Scorecard> cards) {
    const Lang lang = b.lang();
    struct Sum {
        Number points, max;
        std::int64_t units = 0;
    };
    std::map<int, Sum> sums;
    for (const Scorecard& card : cards) check_card(criteria, card);
    for (const Scorecard& card : cards)
        for (const FieldScore& f : fields_of(criteria, card)) {
            if (!f.complete) continue;  // what is not known is no 0
            Sum& sum = sums[f.criterion];
            sum.points += f.points;
            sum.max += f.max;
            ++sum.units;
        }
    Table t;
    t.id = "diem-binh-quan";
    t.caption = pick(lang, "Điểm bình quân theo lĩnh vực so với điểm tối đa", "Mean points of the fields against maximum");
    t.columns = field_columns(lang);
    t.columns.insert(t.columns.begin() + 1, number_column(pick(lang, "Số đơn vị", "Units")));
    Chart chart = field_chart(pick(lang, "Điểm bình quân theo lĩnh vực", "Mean points of the fields"), lang);
    for (const auto& [criterion, sum] : sums) {
        const std::string name = criterion_words(criterion_at(criteria, criterion), lang);
        const Number points = sum.points / Number(sum.units), max = sum.max / Number(sum.units);
        t.rows.push_back({words(name), count_cell(static_cast<std::uint64_t>(sum.units), lang), number_cell(points, lang),
                          number_cell(max, lang), percent_cell(share(points, max), lang)});
        add_bar(chart, name, points, max, lang);
    }
    t.notes.push_back(pick(lang, "Bình quân của các đơn vị đã đủ số liệu của lĩnh vực.",
                           "Means of the units for which all of the field is known."));
    b.table(std::move(t), pick(lang, "Chưa có đơn vị nào được chấm đủ điểm một lĩnh vực.",
                               "There is no field of which all is known for a unit."));
    b.chart(std::move(chart));
}

}  // namespace cchc::report::docs

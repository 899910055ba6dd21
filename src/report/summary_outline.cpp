// II of the summary: the consolidated outline, a table a section; and the lowest rates of units.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "report/round.hpp"
#include "report/statistics_parts.hpp"

namespace cchc::report::docs {
namespace {

constexpr std::size_t most_named = 12;  // units without a report named at each figure

// One line of a section's table: what is counted, and of how much.
struct Line {
    std::string title;
    std::optional<Number> sum, whole, rate;
};

void add_dossier_lines(const Figure& f, const ConsolidatedFigure& c, Lang lang, std::vector<Line>& out) {
    const DossierFigure& d = c.dossiers;
    const auto add = [&](std::string title, std::uint64_t count, bool of_resolved) {
        Line& line = out.emplace_back();
        line.title = std::move(title);
        line.sum.emplace(as_number(count));
        if (!of_resolved) return;
        line.whole.emplace(as_number(d.resolved()));
        line.rate = share(*line.sum, *line.whole);
    };
    add(pick(lang, "– tiếp nhận", "– received"), d.received, false);
    if (f.early_inside) {
        add(pick(lang, "– giải quyết đúng hạn", "– resolved on time"), d.early + d.on_time, true);
        add(pick(lang, "– trong đó trước hạn", "– of which early"), d.early, true);
    } else {
        add(pick(lang, "– giải quyết trước hạn", "– resolved early"), d.early, true);
        add(pick(lang, "– giải quyết đúng hạn", "– resolved on time"), d.on_time, true);
    }
    add(pick(lang, "– giải quyết quá hạn", "– resolved overdue"), d.overdue, true);
}

void add_kind_lines(const Figure& f, const ConsolidatedFigure& c, Lang lang, std::vector<Line>& out) {
    for (const auto& [id, count] : c.breakdown) {
        const auto kind =
            std::find_if(f.kinds.begin(), f.kinds.end(), [&id = id](const FigureKind& k) { return k.id == id; });
        Line& line = out.emplace_back();
        line.title = "– " + (kind != f.kinds.end() && !kind->title.in(lang).empty() ? kind->title.in(lang) : id);
        line.sum.emplace(as_number(count));
    }
}

std::string pair_title(const Figure& f, Lang lang) {
    const std::string& part = f.part.in(lang);
    const std::string& whole = f.whole.in(lang);
    std::string title = f.title.in(lang).empty() ? f.id : f.title.in(lang);
    if (part.empty() || whole.empty()) return title;
    if (part == title) return title + say(lang, " (trên: {})", " (of: {})", inside_sentence(whole));
    return title + say(lang, " ({} / {})", " ({} of {})", part, whole);
}

std::vector<Line> lines_of(const Figure& f, const ConsolidatedFigure& c, Lang lang) {
    std::vector<Line> out(1);
    out[0].title = f.type == FigureType::pair ? pair_title(f, lang) : f.title.in(lang).empty() ? f.id : f.title.in(lang);
    switch (f.type) {
        case FigureType::count:
        case FigureType::money:
            if (f.adds_up) out[0].sum.emplace(c.sum);
            break;
        case FigureType::pair:
            out[0].sum.emplace(c.sum);
            out[0].whole.emplace(c.whole);
            out[0].rate = c.rate;
            break;
        case FigureType::yes_no:
            out[0].sum.emplace(as_number(c.yes));
            out[0].whole.emplace(as_number(c.given.size()));
            out[0].rate = share(*out[0].sum, *out[0].whole);
            break;
        case FigureType::breakdown:
            out[0].sum.emplace(c.sum);
            add_kind_lines(f, c, lang, out);
            break;
        case FigureType::choice: add_kind_lines(f, c, lang, out); break;
        case FigureType::dossiers: add_dossier_lines(f, c, lang, out); break;
        default: break;  // listed below the table
    }
    return out;
}

// Units whose self-report is not there or does not count: they are named once, and not again at each figure where they are
// many.
std::vector<std::string> without_report(const Round& round) {
    std::vector<std::string> out;
    for (const UnitResult& unit : round.result.units)
        if (round.report_of(unit) == nullptr) out.push_back(unit.unit);
    return out;
}

// Everybody who gives no figure is named here or, where many have no report at all, before the first table.
std::string without_words(const ConsolidatedFigure& c, const std::set<std::string>& silent, Lang lang) {
    std::vector<std::string> named;
    std::size_t unnamed = 0;
    for (const std::string& unit : c.missing) {
        const bool told = silent.size() > most_named && silent.contains(unit);
        if (told) {
            ++unnamed;
        } else {
            named.push_back(unit);
        }
    }
    std::vector<std::string> out;
    if (!named.empty()) out.push_back(joined(named, ", "));
    if (unnamed > 0)
        out.push_back(say(lang, "{} chưa có báo cáo, đã nêu tên ở đầu mục", "{} without a report, named above",
                          counted(lang, unnamed, "đơn vị", "unit", "units")));
    std::vector<std::string> exempt;
    for (const auto& [unit, reason] : c.not_applicable) exempt.push_back(unit);
    if (!exempt.empty()) out.push_back(say(lang, "không áp dụng: {}", "not applicable: {}", joined(exempt, ", ")));
    return joined(out);
}

std::string figure_title(const Figure& f, Lang lang) { return f.title.in(lang).empty() ? f.id : f.title.in(lang); }

// Words that nothing is counted of stand in the second table only.
bool is_listed_only(const Figure& f, const ConsolidatedFigure& c, Lang lang) {
    if (c.listed.empty()) return false;
    const std::vector<Line> lines = lines_of(f, c, lang);
    return std::none_of(lines.begin(), lines.end(), [](const Line& l) { return l.sum || l.whole || l.rate; });
}

template <class Write>
void each_figure(const Round& round, const OutlineSection& section, Write write) {
    const Outline& outline = round.inspection.outline();
    for (const ConsolidatedFigure& c : round.result.consolidation.figures)
        if (c.figure < outline.figures.size() && outline.figures[c.figure].section == section.id)
            write(outline.figures[c.figure], c);
}

Table section_table(const Round& round, const OutlineSection& section) {
    const Lang lang = round.lang;
    Table t;
    t.id = "muc-" + slug(section.id);
    t.caption = say(lang, "Mục {}: {}", "Section {}: {}", section.id, section.title.in(lang));
    t.columns = {text_column(pick(lang, "Chỉ tiêu", "Figure")),
                 number_column(pick(lang, "Tổng", "Sum")),
                 number_column(pick(lang, "Trên tổng số", "Of")),
                 number_column(pick(lang, "Tỷ lệ", "Rate, %")),
                 number_column(pick(lang, "Số đơn vị có số liệu", "Units that gave it")),
                 text_column(pick(lang, "Đơn vị chưa có số liệu", "Units without it"))};
    const std::vector<std::string> no_report = without_report(round);
    const std::set<std::string> silent(no_report.begin(), no_report.end());
    each_figure(round, section, [&](const Figure& f, const ConsolidatedFigure& c) {
        if (is_listed_only(f, c, lang)) return;
        bool first = true;
        for (Line& line : lines_of(f, c, lang)) {
            t.rows.push_back({words(line.title), number_cell(line.sum, lang), number_cell(line.whole, lang),
                              line.rate ? percent_cell(line.rate, lang) : Cell{},
                              first ? count_cell(c.given.size(), lang) : Cell{},
                              first ? words(without_words(c, silent, lang)) : Cell{}});
            first = false;
        }
    });
    return t;
}

// What the units answer, each answer once, with those who gave it in the order of the plan.
std::vector<std::pair<std::string, std::string>> answers_of(const ConsolidatedFigure& c) {
    std::vector<std::pair<std::string, std::string>> out;
    std::map<std::string, std::size_t> known;
    for (const auto& [unit, texts] : c.listed) {
        if (texts.empty()) continue;
        std::string said = joined(texts);
        const auto [at, is_new] = known.emplace(said, out.size());
        if (is_new) {
            out.emplace_back(unit, std::move(said));
        } else {
            out[at->second].first.append(", ").append(unit);
        }
    }
    return out;
}

// What does not add up: words, dates, documents, indices, by unit. The figure is named at the first of its rows.
Table listed_table(const Round& round, const OutlineSection& section) {
    const Lang lang = round.lang;
    Table t;
    t.id = "chi-tiet-" + slug(section.id);
    t.caption = say(lang, "Mục {}: nội dung từng đơn vị", "Section {}: what each unit says, in its own words", section.id);
    t.columns = {text_column(pick(lang, "Chỉ tiêu", "Figure")), text_column(pick(lang, "Đơn vị", "Unit")),
                 text_column(pick(lang, "Nội dung", "Answer"))};
    const std::vector<std::string> no_report = without_report(round);
    const std::set<std::string> silent(no_report.begin(), no_report.end());
    each_figure(round, section, [&](const Figure& f, const ConsolidatedFigure& c) {
        const bool in_words = f.type == FigureType::text || f.type == FigureType::documents || f.type == FigureType::yes_no;
        std::string title = figure_title(f, lang);
        for (auto& [units, said] : answers_of(c))
            t.rows.push_back(
                {words(std::exchange(title, {})), words(std::move(units)), words(in_words ? own_words(said, lang) : said)});
        if (!is_listed_only(f, c, lang)) return;
        if (std::string without = without_words(c, silent, lang); !without.empty())
            t.rows.push_back(
                {words(std::exchange(title, {})), words(std::move(without)), text_cell(pick(lang, "Không có", "None"))});
    });
    return t;
}

void add_lowest(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    constexpr std::size_t most = 10;
    Table t;
    t.id = "thap-nhat";
    t.caption = pick(lang, "Mười tỷ lệ thấp nhất của các đơn vị", "The ten lowest rates of units");
    t.columns = {text_column(pick(lang, "Đơn vị", "Unit")), text_column(pick(lang, "Chỉ tiêu", "Figure")),
                 number_column(pick(lang, "Thực hiện", "Part")), number_column(pick(lang, "Trên tổng số", "Of")),
                 number_column(pick(lang, "Tỷ lệ", "Rate, %"))};
    for (const UnitRate& r : lowest_rates(round, most))
        t.rows.push_back({words(r.unit), words(r.title), number_cell(r.part, lang), number_cell(r.whole, lang),
                          percent_cell(r.rate, lang)});
    b.heading(2, pick(lang, "Các tỷ lệ thấp nhất", "The lowest rates"));
    b.table(std::move(t), pick(lang, "Chưa có tỷ lệ nào.", "There are no rates."));
}

bool tells_quality(const Figure& figure) { return figure.type == FigureType::pair && figure.better != Better::neither; }

}  // namespace

void add_outline(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    b.paragraph(
        pick(lang,
             "Tỷ lệ chung là tổng số thực hiện trên tổng số phải thực hiện của các đơn vị, không phải bình quân các tỷ lệ.",
             "A rate is the sum of parts over the sum of wholes, never a mean of rates."),
        Paragraph::Style::note);
    const std::vector<std::string> silent = without_report(round);
    if (!silent.empty())
        b.paragraph(say(lang, "Không có báo cáo tự kiểm tra được tính của: {}.", "No self-report counts of: {}.",
                        joined(silent, ", ")));
    for (const OutlineSection& section : round.inspection.outline().sections) {
        const std::string& title = section.title.in(lang);
        // The chapters of the report have Roman numbers of their own.
        const std::string number = say(lang, "Mục {}", "Section {}", section.id);
        b.heading(std::clamp(section.depth + 2, 2, 4), title.empty() ? number : fmt::format("{}. {}", number, title));
        b.table(section_table(round, section));
        b.table(listed_table(round, section));
    }
    add_lowest(b, round);
}

std::vector<UnitRate> lowest_rates(const Round& round, std::size_t most) {
    std::vector<UnitRate> all;
    const auto add = [&](const std::string& unit, const std::string& id, std::string title, const Number& part,
                         const Number& whole, bool lower_is_better) {
        const auto rate = share(part, whole);
        if (!rate) return;
        all.push_back({unit, id, std::move(title), part, whole, *rate, lower_is_better ? Number(100) - *rate : *rate});
    };
    for (const UnitResult& unit : round.result.units) {
        if (const SelfReport* report = round.report_of(unit))
            for (const auto& [id, value] : report->figures)
                if (const Figure* f = round.inspection.outline().find(id); f != nullptr && tells_quality(*f))
                    add(unit.unit, id, pair_title(*f, round.lang), Number(value.number), Number(value.whole),
                        f->better == Better::lower);
        if (unit.dossiers)
            add(unit.unit, "dossiers",
                pick(round.lang, "Hồ sơ giải quyết trước và đúng hạn", "Dossiers resolved early or on time"),
                as_number(unit.dossiers->early + unit.dossiers->on_time), as_number(unit.dossiers->resolved()), false);
    }
    std::stable_sort(all.begin(), all.end(), [](const UnitRate& x, const UnitRate& y) { return x.good < y.good; });
    // What is done in full is no weak point, however few rates there are.
    std::erase_if(all, [](const UnitRate& r) { return r.good >= Number(100); });
    if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
    return all;
}

}  // namespace cchc::report::docs

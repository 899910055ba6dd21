// What became of findings (theo dõi khắc phục), over years.
#include <fmt/format.h>

#include <algorithm>
#include <compare>

#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

// Where a row stands, and its texts.
struct Key {
    std::size_t order = 0;
    std::string first, second;
    friend auto operator<=>(const Key&, const Key&) = default;
};

// The columns after the first ones, which are texts.
void add_count_columns(Table& t, Lang lang) {
    const std::size_t texts = t.columns.size();
    t.columns.push_back(sum_column(pick(lang, "Đặt ra", "Raised")));
    t.columns.push_back(sum_column(pick(lang, "Đã xử lý", "Handled")));
    t.columns.push_back(sum_column(pick(lang, "Trong đó muộn", "Of which late")));
    t.columns.push_back(sum_column(pick(lang, "Chưa xử lý, chưa quá hạn", "Open, not overdue")));
    t.columns.push_back(sum_column(pick(lang, "Quá hạn chưa xử lý", "Overdue")));
    t.columns.push_back(ratio_column(pick(lang, "Tỷ lệ xử lý", "Handled, %"), texts + 1, texts));
}

std::vector<Cell> count_cells(const RemedyCount& c, Lang lang) {
    return {count_cell(c.raised, lang), count_cell(c.handled, lang), count_cell(c.late, lang),
            count_cell(c.open, lang),   count_cell(c.overdue, lang), percent(c.handled, c.raised, lang)};
}

// By the texts that `key` makes of a finding, one or two as there are columns.
template <class KeyOf>
Table count_table(const Round& round, std::string id, std::string caption, std::vector<std::string> columns, KeyOf key) {
    std::map<Key, RemedyCount> counts;
    for (const RemedyRow& row : round.result.remedies)
        if (row.state != RemedyState::not_required && row.finding < round.result.findings.findings.size())
            counts[key(round.result.findings.findings[row.finding])].add(row.state);
    Table t;
    t.id = std::move(id);
    t.caption = std::move(caption);
    for (std::string& name : columns) t.columns.push_back(text_column(std::move(name)));
    const std::size_t texts = t.columns.size();
    add_count_columns(t, round.lang);
    for (const auto& [names, count] : counts) {
        std::vector<Cell> row = {words(names.first)};
        if (texts == 2) row.push_back(words(names.second));
        for (Cell& cell : count_cells(count, round.lang)) row.push_back(std::move(cell));
        t.rows.push_back(std::move(row));
    }
    add_total(t, round.lang);
    return t;
}

// Units stand in the order of the plan, others behind them.
Key unit_key(const Round& round, const Finding& f, std::string second) {
    const auto& units = round.result.units;
    const auto at = std::find_if(units.begin(), units.end(), [&](const UnitResult& u) { return u.unit == f.unit; });
    return {static_cast<std::size_t>(at - units.begin()), f.unit, std::move(second)};
}

void add_counts(Builder& b, const Round& round, std::string_view if_empty) {
    const Lang lang = b.lang();
    const std::string unit = pick(lang, "Đơn vị", "Unit"), origin = pick(lang, "Nguồn", "Origin");
    b.heading(1, pick(lang, "I. THEO NĂM VÀ NGUỒN", "I. BY YEAR AND ORIGIN"));
    b.table(count_table(round, "theo-nam",
                        pick(lang, "Vấn đề đặt ra và đã xử lý theo năm và nguồn", "Findings by year and origin"),
                        {pick(lang, "Năm", "Year"), origin},
                        [lang](const Finding& f) {
                            const int year = static_cast<int>(std::chrono::year_month_day{f.raised}.year());
                            return Key{0, fmt::format("{:04}", year), origin_words(f.origin, lang)};
                        }),
            if_empty);
    b.heading(1, pick(lang, "II. THEO ĐƠN VỊ", "II. BY UNIT"));
    b.table(count_table(round, "theo-don-vi", pick(lang, "Vấn đề đặt ra và đã xử lý theo đơn vị", "Findings by unit"),
                        {unit}, [&](const Finding& f) { return unit_key(round, f, {}); }),
            if_empty);
    b.heading(1, pick(lang, "III. THEO ĐƠN VỊ VÀ NGUỒN", "III. BY UNIT AND ORIGIN"));
    b.table(count_table(round, "theo-don-vi-va-nguon",
                        pick(lang, "Vấn đề đặt ra và đã xử lý theo đơn vị và nguồn", "Findings by unit and origin"),
                        {unit, origin}, [&](const Finding& f) { return unit_key(round, f, origin_words(f.origin, lang)); }),
            if_empty);
}

// What was done about each finding, by its id.
std::map<std::string_view, std::vector<std::string>> measures_of(const Round& round) {
    std::map<std::string_view, std::vector<std::string>> out;
    for (const Remedy& r : round.result.findings.remedies)
        if (r.done < round.result.as_of) out[r.finding].push_back(own_words(r.measure, round.lang));
    return out;
}

// Without a day on which it is due, nothing is in time or overdue.
std::string remedy_state_words(const RemedyRow& row, Lang lang) {
    if (!row.due && row.state == RemedyState::fixed_in_time)
        return pick(lang, "Đã khắc phục, không ghi hạn", "Fixed, no due date");
    if (!row.due && row.state == RemedyState::open) return pick(lang, "Chưa khắc phục, không ghi hạn", "Open, no due date");
    return capital(to_text(row.state, lang));
}

Table finding_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "tung-van-de";
    t.caption = pick(lang, "Từng vấn đề phải khắc phục", "Each finding that has to be fixed");
    t.columns = {text_column(pick(lang, "Mã", "Finding")),
                 text_column(pick(lang, "Đơn vị", "Unit")),
                 text_column(pick(lang, "Nội dung", "What")),
                 text_column(pick(lang, "Trách nhiệm", "Responsible")),
                 text_column(pick(lang, "Ngày nêu", "Raised")),
                 text_column(pick(lang, "Hạn", "Due")),
                 text_column(pick(lang, "Hoàn thành", "Done")),
                 text_column(pick(lang, "Tình trạng", "State")),
                 number_column(pick(lang, "Số ngày làm việc chậm", "Working days late")),
                 text_column(pick(lang, "Biện pháp", "Measure"))};
    const auto date = [lang](const std::optional<Date>& d) { return d ? date_cell(d, lang) : Cell{}; };
    auto measures = measures_of(round);
    for (const RemedyRow& row : round.result.remedies) {
        if (row.state == RemedyState::not_required || row.finding >= round.result.findings.findings.size()) continue;
        const Finding& f = round.result.findings.findings[row.finding];
        t.rows.push_back(
            {words(f.id), words(f.unit), words(own_words(f.text, lang)), words(f.responsible), date(f.raised), date(row.due),
             date(row.done), text_cell(remedy_state_words(row, lang)),
             row.working_days_late > 0 ? count_cell(static_cast<std::uint64_t>(row.working_days_late), lang) : Cell{},
             words(joined(measures[f.id]))});
    }
    return t;
}

}  // namespace

Builder begin_remedies(const Round& round) {
    const Lang lang = round.lang;
    Builder b = round.builder("remedies", pick(lang, "theo-doi-khac-phuc", "remedies"), round.result.as_of);
    b.title(pick(lang, "BÁO CÁO", "REPORT"),
            say(lang, "Theo dõi khắc phục sau kiểm tra công tác cải cách hành chính, tính đến hết ngày {}",
                "What became of the findings of inspections of administrative reform, through {}",
                day_words(last_day(round), lang)));
    return b;
}

Document remedies_document(const Round& round) {
    const Lang lang = round.lang;
    Builder b = begin_remedies(round);
    const std::string none = pick(lang, "Không ghi nhận vấn đề nào phải khắc phục.", "Nothing to fix is recorded.");
    add_counts(b, round, none);
    b.heading(1, pick(lang, "IV. TỪNG VẤN ĐỀ", "IV. EACH FINDING"));
    b.table(finding_table(round), none);
    round.sign(b);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document remedy_follow_up(const Inspection& inspection, const InspectionResult& result, Lang lang) {
    return docs::remedies_document(docs::Round(inspection, result, lang));
}

}  // namespace cchc::report

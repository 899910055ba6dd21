// What became of findings (theo dõi khắc phục), over years.
#include <fmt/format.h>

#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

struct Tally {
    std::uint64_t raised = 0, handled = 0, late = 0, open = 0, overdue = 0;
    void add(RemedyState state) {
        ++raised;
        if (state == RemedyState::fixed_in_time || state == RemedyState::fixed_late) ++handled;
        if (state == RemedyState::fixed_late) ++late;
        if (state == RemedyState::open) ++open;
        if (state == RemedyState::overdue) ++overdue;
    }
    std::vector<Cell> cells(Lang lang) const {
        return {count_cell(raised, lang), count_cell(handled, lang), count_cell(late, lang),
                count_cell(open, lang),   count_cell(overdue, lang), percent(handled, raised, lang)};
    }
};

// The columns after the first `before` ones, which are texts.
void add_tally_columns(Table& t, Lang lang) {
    const std::size_t before = t.columns.size();
    t.columns.push_back(sum_column(pick(lang, "Đặt ra", "Raised")));
    t.columns.push_back(sum_column(pick(lang, "Đã xử lý", "Handled")));
    t.columns.push_back(sum_column(pick(lang, "Trong đó muộn", "Of which late")));
    t.columns.push_back(sum_column(pick(lang, "Đang xử lý", "Open")));
    t.columns.push_back(sum_column(pick(lang, "Quá hạn", "Overdue")));
    t.columns.push_back(ratio_column(pick(lang, "Tỷ lệ xử lý", "Handled, %"), before + 1, before));
}

using Key = std::pair<std::string, std::string>;

// By the two texts that `key` makes of a finding; an empty second column is left out.
template <class KeyOf>
Table tally_table(const Round& round, std::string id, std::string caption, std::vector<std::string> columns, KeyOf key) {
    std::map<Key, Tally> tallies;
    for (const RemedyRow& row : round.result.remedies)
        if (row.state != RemedyState::not_required && row.finding < round.result.findings.findings.size())
            tallies[key(round.result.findings.findings[row.finding])].add(row.state);
    Table t;
    t.id = std::move(id);
    t.caption = std::move(caption);
    for (std::string& name : columns) t.columns.push_back(text_column(std::move(name)));
    const std::size_t texts = t.columns.size();
    add_tally_columns(t, round.lang);
    for (const auto& [names, tally] : tallies) {
        std::vector<Cell> row = {words(names.first)};
        if (texts == 2) row.push_back(words(names.second));
        for (Cell& cell : tally.cells(round.lang)) row.push_back(std::move(cell));
        t.rows.push_back(std::move(row));
    }
    add_total(t, round.lang);
    return t;
}

std::string measure_of(const Round& round, const std::string& finding) {
    std::vector<std::string> out;
    for (const Remedy& r : round.result.findings.remedies)
        if (r.finding == finding && r.done < round.result.as_of) out.push_back(r.measure);
    return joined(out);
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
    for (const RemedyRow& row : round.result.remedies) {
        if (row.finding >= round.result.findings.findings.size()) continue;
        const Finding& f = round.result.findings.findings[row.finding];
        t.rows.push_back(
            {words(f.id), words(f.unit), words(f.text), words(f.responsible), date(f.raised), date(row.due), date(row.done),
             text_cell(to_text(row.state, lang)),
             row.working_days_late > 0 ? count_cell(static_cast<std::uint64_t>(row.working_days_late), lang) : Cell{},
             words(measure_of(round, f.id))});
    }
    return t;
}

}  // namespace

Document remedies_document(const Round& round) {
    const Lang lang = round.lang;
    Builder b = round.builder("remedies", pick(lang, "theo-doi-khac-phuc", "remedies"), round.result.as_of);
    b.title(pick(lang, "BÁO CÁO", "REPORT"),
            say(lang, "Theo dõi khắc phục sau kiểm tra công tác cải cách hành chính, tính đến hết ngày {}",
                "What became of the findings of inspections of administrative reform, through {}",
                day_words(last_day(round), lang)));
    const std::string none = pick(lang, "Không có vấn đề nào phải khắc phục.", "There is nothing to fix.");
    b.heading(1, pick(lang, "I. THEO NĂM VÀ NGUỒN", "I. BY YEAR AND ORIGIN"));
    b.table(tally_table(round, "theo-nam",
                        pick(lang, "Vấn đề đặt ra và đã xử lý theo năm và nguồn", "Findings by year and origin"),
                        {pick(lang, "Năm", "Year"), pick(lang, "Nguồn", "Origin")},
                        [](const Finding& f) {
                            const std::chrono::year_month_day day{f.raised};
                            return Key{fmt::format("{:04}", static_cast<int>(day.year())), f.origin};
                        }),
            none);
    b.heading(1, pick(lang, "II. THEO ĐƠN VỊ", "II. BY UNIT"));
    b.table(tally_table(round, "theo-don-vi", pick(lang, "Vấn đề đặt ra và đã xử lý theo đơn vị", "Findings by unit"),
                        {pick(lang, "Đơn vị", "Unit")},
                        [](const Finding& f) {
                            return Key{f.unit, {}};
                        }),
            none);
    b.heading(1, pick(lang, "III. TỪNG VẤN ĐỀ", "III. EACH FINDING"));
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

// Form II.06a/VPCP/KSTT as a document: the form itself, its rates, its identities.
#include <algorithm>

#include "report/statistics_parts.hpp"

namespace cchc::report::docs {
namespace {

// Captions of the two header rows as one: "Đã giải quyết – Trước hạn (8)".
std::string form_caption(const cchc::Table& form, std::size_t column) {
    std::string out;
    for (const auto& row : form.captions) {
        if (row[column].empty()) continue;
        if (!out.empty()) out += row[column].starts_with('(') ? " " : " – ";
        out += row[column];
    }
    return out;
}

Cell form_cell(const std::string& text, bool numeric, Lang lang) {
    const std::optional<Number> value = numeric ? Number::parse(text) : std::nullopt;
    const auto whole = value ? value->whole() : std::nullopt;
    return whole && *whole >= 0 ? count_cell(static_cast<std::uint64_t>(*whole), lang) : words(text);
}

// A column is a sum where its rows add up to its total: not where rows stand below sums of their own.
void find_sums(Table& t) {
    for (std::size_t c = 0; c < t.columns.size(); ++c) {
        if (!t.columns[c].numeric || t.rows.size() < 2 || !t.rows.back()[c].value) continue;
        if (column_sum(t, c, t.rows.size() - 1) == *t.rows.back()[c].value) t.columns[c].total.kind = ColumnTotal::Kind::sum;
    }
}

Table typed_form(const cchc::Table& form, const StatisticsResult& statistics, Lang lang) {
    Table t;
    t.id = "mau-ii-06a";
    t.caption = joined(form.heading, ". ");
    const std::size_t columns = form.captions.front().size();
    for (std::size_t c = 0; c < columns; ++c) {
        t.columns.push_back({form_caption(form, c), form.numeric[c], {}});
    }
    for (const auto& row : form.rows) {
        std::vector<Cell>& cells = t.rows.emplace_back();
        for (std::size_t c = 0; c < columns; ++c) cells.push_back(form_cell(row[c], form.numeric[c], lang));
    }
    t.has_total = form.total_rows == 1;
    if (t.has_total) find_sums(t);
    // The last notes of the form are its rates and identities, which are tables here. Identities name dossiers that break
    // them; a document that is passed on does not.
    const auto told = std::count_if(statistics.identities.begin(), statistics.identities.end(),
                                    [](const IdentityCheck& i) { return !i.row.empty() || i.holds; });
    const std::size_t last = static_cast<std::size_t>(told) + rates(statistics.total).size();
    t.notes.assign(form.notes.begin(), form.notes.end() - static_cast<std::ptrdiff_t>(std::min(last, form.notes.size())));
    return t;
}

Table rate_table(const StatisticsResult& statistics, Lang lang) {
    Table t;
    t.id = "ty-le";
    t.caption = pick(lang, "Tỷ lệ giải quyết, toàn bộ các dòng", "Rates over all rows");
    t.columns = {text_column(pick(lang, "Mã", "Id")),
                 text_column(pick(lang, "Tỷ lệ", "Rate")),
                 number_column(pick(lang, "Tử số", "Part")),
                 number_column(pick(lang, "Mẫu số", "Whole")),
                 number_column(pick(lang, "Giá trị", "Per cent")),
                 text_column(pick(lang, "Nguồn", "Source"))};
    for (const Rate& r : rates(statistics.total))
        t.rows.push_back({text_cell(std::string(r.id)), words(std::string(lang == Lang::vi ? r.title_vi : r.title_en)),
                          count_cell(r.numerator, lang), count_cell(r.denominator, lang),
                          percent(r.numerator, r.denominator, lang),
                          words(std::string(lang == Lang::vi ? r.source_vi : r.source_en))});
    return t;
}

std::string group_key(const GroupRow& row) { return joined(row.key, " / "); }

Table group_rate_table(const GroupResult& group, Lang lang) {
    Table t;
    t.id = "ty-le-tung-dong";
    t.caption = pick(lang, "Trước và đúng hạn trên số đã giải quyết (R1)", "Early and on time, of those resolved (R1)");
    t.columns = {text_column(pick(lang, "Dòng", "Row")), sum_column(pick(lang, "Trước và đúng hạn", "Early and on time")),
                 sum_column(pick(lang, "Đã giải quyết", "Resolved")), ratio_column(pick(lang, "Tỷ lệ", "Share, %"), 1, 2)};
    for (const GroupRow& row : group.rows) {
        const std::uint64_t in_time = row.counts.early.count + row.counts.on_time.count;
        t.rows.push_back({words(group_key(row)), count_cell(in_time, lang), count_cell(row.counts.resolved_total(), lang),
                          percent(in_time, row.counts.resolved_total(), lang)});
    }
    add_total(t, lang);
    return t;
}

Table identity_table(const StatisticsResult& statistics, Lang lang) {
    Table t;
    t.id = "can-doi";
    t.caption = pick(lang, "Đẳng thức của biểu", "Identities of the form");
    t.columns = {text_column(pick(lang, "Mã", "Id")),
                 text_column(pick(lang, "Dòng", "Row")),
                 text_column(pick(lang, "Đẳng thức", "Identity")),
                 number_column(pick(lang, "Vế trái", "Left")),
                 number_column(pick(lang, "Vế phải", "Right")),
                 text_column(pick(lang, "Kết quả", "Result"))};
    for (const IdentityCheck& i : statistics.identities) {
        const std::string row = i.row.empty()      ? pick(lang, "Mọi dòng", "All rows")
                                : i.row == "total" ? pick(lang, "Tổng số", "Total")
                                                   : i.row;
        t.rows.push_back({text_cell(std::string(1, i.id)), words(row), words(cchc::to_text(i, lang)),
                          i.row.empty() ? Cell{} : count_cell(i.left, lang),
                          i.row.empty() ? Cell{} : count_cell(i.right, lang),
                          words(i.holds ? pick(lang, "Đúng", "Holds") : pick(lang, "Sai", "Does not hold"))});
    }
    return t;
}

}  // namespace

Builder begin_form(const Query& q, const Head& head, Lang lang) {
    Builder b("form-ii06a", pick(lang, "bieu-ii-06a", "form-ii06a"), lang, head);
    b.title(pick(lang, "BÁO CÁO", "REPORT"),
            say(lang, "Tình hình, kết quả giải quyết thủ tục hành chính (mẫu II.06a/VPCP/KSTT), từ ngày {} đến hết ngày {}",
                "Situation and results of handling administrative procedures (form II.06a/VPCP/KSTT), {} through {}",
                day_words(q.from, lang), day_words(q.to - std::chrono::days{1}, lang)));
    return b;
}

Document form_document(const StatisticsResult& statistics, std::size_t grouping, const Head& head, Lang lang) {
    const cchc::Table form = cchc::form_ii06a(statistics, grouping, lang);
    Builder b = begin_form(statistics.query, head, lang);
    b.heading(1, pick(lang, "I. BIỂU SỐ LIỆU", "I. THE FORM"));
    b.table(typed_form(form, statistics, lang));
    b.heading(1, pick(lang, "II. TỶ LỆ", "II. RATES"));
    b.table(rate_table(statistics, lang));
    if (grouping < statistics.groups.size()) {
        const GroupResult& group = statistics.groups[grouping];
        b.table(group_rate_table(group, lang));
        if (group.grouping == Grouping{Dimension::agency}) add_outcomes(b, group);
    }
    b.heading(1, pick(lang, "III. ĐẲNG THỨC KIỂM TRA", "III. IDENTITIES"));
    b.table(identity_table(statistics, lang), pick(lang, "Không có đẳng thức nào được kiểm tra.", "None was checked."));
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document form_ii06a(const StatisticsResult& statistics, std::size_t grouping, const Head& head, Lang lang) {
    return docs::form_document(statistics, grouping, head, lang);
}

}  // namespace cchc::report

// A scorecard (phiếu điểm) with its trace.
#include <fmt/format.h>

#include <algorithm>

#include "report/trace_words.hpp"
#include "scoring/tracer.hpp"

namespace cchc::report::docs {
namespace {

const Criterion& node_at(const CriteriaSet& criteria, int index) {
    return criteria.criteria()[static_cast<std::size_t>(index)];
}

std::string leaf_state(LeafState state, Lang lang) {
    switch (state) {
        case LeafState::scored: return {};
        case LeafState::not_applicable: return pick(lang, "không áp dụng", "not applicable");
        case LeafState::no_case: return pick(lang, "không phát sinh", "no case arose");
        case LeafState::missing_input: return pick(lang, "thiếu số liệu", "missing input");
        case LeafState::no_rule: return pick(lang, "không có quy tắc", "no rule");
        case LeafState::conflicting_rules: return pick(lang, "quy tắc mâu thuẫn", "conflicting rules");
    }
    return {};
}

// A reason that scoring gives itself names expressions; the trace has those.
std::string why_words(const CriteriaSet& criteria, const LeafScore& leaf, Lang lang) {
    std::vector<std::string> missing;
    for (const std::string& name : leaf.missing) missing.push_back(fact_title(criteria, name, lang));
    if (!missing.empty()) return joined(missing);
    const std::string why = reason_words(leaf.reason, lang);
    const bool untold = leaf.state == LeafState::no_rule && why == leaf.reason && lang == Lang::vi;
    return untold ? "quy tắc không cho kết quả trong khung điểm" : why;
}

std::string leaf_note(const CriteriaSet& criteria, const LeafScore& leaf, Lang lang) {
    std::string out = leaf_state(leaf.state, lang);
    const bool said = leaf.state == LeafState::no_case && leaf.reason == "no case arose in the period";
    if (const std::string why = why_words(criteria, leaf, lang); !why.empty() && !said)
        out += (out.empty() ? "" : ": ") + why;
    if (!leaf.authority.empty()) out += fmt::format(" ({})", leaf.authority);
    if (leaf.differs && leaf.given.self && leaf.computed)
        out +=
            (out.empty() ? "" : "; ") + say(lang, "tự chấm {}, tính được {}", "self-score {}, computed {}",
                                            number_words(leaf.given.self->points, lang), number_words(*leaf.computed, lang));
    return out;
}

// Fields stand first, what belongs to them below.
std::string indented(const Criterion& c, Lang lang) {
    std::string out;
    for (int i = 0; i < c.depth; ++i) out += "– ";
    return out + (c.title.in(lang).empty() ? c.id : c.title.in(lang));
}

Table tree_table(const CriteriaSet& criteria, const Scorecard& card, Lang lang) {
    Table t;
    t.id = "diem";
    t.caption = say(lang, "Điểm của {} theo từng tiêu chí", "Points of {} by criterion", card.unit);
    t.columns = {text_column(pick(lang, "Mã", "Id")),
                 text_column(pick(lang, "Tiêu chí", "Criterion")),
                 number_column(pick(lang, "Điểm tối đa", "Maximum")),
                 number_column(pick(lang, "Điểm", "Points")),
                 number_column(pick(lang, "Tỷ lệ", "Share, %")),
                 text_column(pick(lang, "Ghi chú", "Note"))};
    auto leaf = card.leaves.begin();
    auto group = card.groups.begin();
    while (leaf != card.leaves.end() || group != card.groups.end()) {
        if (leaf == card.leaves.end() || (group != card.groups.end() && group->criterion < leaf->criterion)) {
            const Criterion& c = node_at(criteria, group->criterion);
            t.rows.push_back({words(c.id), words(indented(c, lang)), number_cell(group->applicable, lang),
                              number_cell(group->points, lang), percent_cell(group->index, lang),
                              words(group->complete ? std::string() : pick(lang, "Chưa đủ số liệu", "Not complete"))});
            ++group;
        } else {
            const Criterion& c = node_at(criteria, leaf->criterion);
            std::optional<Number> part;
            if (leaf->points) part = share(*leaf->points, leaf->max);
            t.rows.push_back({words(c.account < 0 ? c.id : std::string()), words(indented(c, lang)),
                              number_cell(leaf->max, lang), number_cell(leaf->points, lang), percent_cell(part, lang),
                              words(capital(leaf_note(criteria, *leaf, lang)))});
            ++leaf;
        }
    }
    // Groups and their leaves both stand here, so a sum of the column would count twice: the card has its own total.
    t.rows.push_back({Cell{}, text_cell(pick(lang, "Cộng các lĩnh vực", "All fields")), number_cell(card.applicable, lang),
                      number_cell(card.points, lang), percent_cell(card.index, lang), Cell{}});
    t.has_total = true;
    return t;
}

void add_totals(Builder& b, const CriteriaSet& criteria, const Scorecard& card) {
    const Lang lang = b.lang();
    std::vector<std::string> lines = {
        card.total ? say(lang, "Tổng điểm: {}", "Total: {}", score_words(card, lang))
                   : say(lang, "Điểm của phần đã có số liệu: {}", "Points of what is known: {}", score_words(card, lang)),
        say(lang, "Chỉ số: {}", "Index: {}", card.total ? percent_words(card.index, lang) : "–"),
        say(lang, "Xếp loại: {}", "Band: {}", capital(band_words(criteria, card, lang)))};
    b.list(std::move(lines));
    if (card.accounts.empty()) return;
    Table t;
    t.id = "diem-thuong-phat";
    t.caption = pick(lang, "Điểm thưởng, điểm trừ", "Bonus and penalty points");
    t.columns = {text_column(pick(lang, "Khoản", "Item")), number_column(pick(lang, "Điểm", "Points")),
                 text_column(pick(lang, "Ghi chú", "Note"))};
    for (const AccountScore& a : card.accounts) {
        const Account& account = criteria.accounts()[static_cast<std::size_t>(a.account)];
        t.rows.push_back({words(account.title.in(lang).empty() ? account.id : account.title.in(lang)),
                          number_cell(a.points, lang),
                          words(a.complete ? std::string() : pick(lang, "Chưa đủ số liệu", "Not complete"))});
    }
    b.table(std::move(t));
}

std::string article_words(const LeafTrace& trace) {
    std::vector<std::string> out;
    for (const TraceRow& row : trace.rows)
        if (row.verdict == Verdict::yes && !row.article.empty()) out.push_back(row.article);
    for (const LegalBasis& basis : trace.legal_basis)
        out.push_back(basis.article.empty() ? basis.document : fmt::format("{}, {}", basis.document, basis.article));
    return joined(out);
}

void add_trace(Builder& b, const CriteriaSet& criteria, const Scorecard& card, const TraceSource& from) {
    const Lang lang = b.lang();
    Table t;
    t.id = "cach-tinh";
    t.caption = pick(lang, "Cách tính điểm: số liệu, quy tắc áp dụng và căn cứ", "How the points came about");
    t.columns = {text_column(pick(lang, "Mã", "Id")),
                 text_column(pick(lang, "Số liệu (nguồn)", "Facts (source)")),
                 text_column(pick(lang, "Quy tắc áp dụng", "Rule applied")),
                 text_column(pick(lang, "Căn cứ", "Basis")),
                 number_column(pick(lang, "Trước giới hạn", "Before the cap")),
                 number_column(pick(lang, "Điểm", "Points"))};
    Table formulas;
    formulas.id = "cong-thuc";
    formulas.caption = pick(lang, "Công thức (ngôn ngữ biểu thức)", "Formulas (expression language)");
    formulas.columns = {text_column(pick(lang, "Mã", "Id")), text_column(pick(lang, "Công thức", "Formula"))};
    scoring::Tracer tracer(criteria, *from.facts, card.among);
    for (const LeafScore& leaf : card.leaves) {
        const LeafTrace traced = tracer.leaf(static_cast<std::size_t>(leaf.criterion));
        const Criterion& c = node_at(criteria, leaf.criterion);
        // Bonus and penalty points have no number in the set, only a name for machines.
        const std::string id = c.account < 0 || c.title.in(lang).empty() ? c.id : c.title.in(lang);
        t.rows.push_back({words(id), words(facts_words(criteria, traced, from, lang)),
                          words(capital(rule_words(criteria, leaf, traced, from, lang))), words(article_words(traced)),
                          number_cell(traced.before_cap, lang), number_cell(leaf.points, lang)});
        if (const std::string formula = formula_words(criteria, leaf, traced, lang); !formula.empty())
            formulas.rows.push_back({words(id), text_cell(formula)});
    }
    b.table(std::move(t), pick(lang, "Không có tiêu chí nào áp dụng.", "No criterion applies."));
    if (formulas.rows.empty()) return;
    formulas.notes.push_back(pick(lang, "max: điểm tối đa của tiêu chí; tên có dấu chấm: tên số liệu trong bộ tiêu chí.",
                                  "max: the maximum of the criterion; names with dots: facts of the criteria set."));
    b.heading(1, pick(lang, "IV. CÔNG THỨC", "IV. FORMULAS"));
    b.table(std::move(formulas));
}

}  // namespace

Builder begin_scorecard(const std::string& unit, const Head& head, std::string name, Lang lang) {
    Builder b("scorecard", std::move(name), lang, head);
    b.document().unit = unit;
    b.title(pick(lang, "PHIẾU ĐIỂM", "SCORECARD"),
            say(lang, "Kết quả chấm điểm cải cách hành chính của {}", "Scores of administrative reform of {}", unit));
    return b;
}

Document scorecard_document(const CriteriaSet& criteria, const Scorecard& card, const TraceSource& trace_of,
                            const Head& head, std::string name, Lang lang) {
    check_card(criteria, card);
    Builder b = begin_scorecard(card.unit, head, std::move(name), lang);
    b.paragraph(capital(set_words(criteria, lang)), Paragraph::Style::basis);
    for (const std::string& problem : card.problems)
        b.paragraph(problem_words(criteria, problem, lang), Paragraph::Style::warning);
    b.heading(1, pick(lang, "I. KẾT QUẢ", "I. RESULT"));
    add_totals(b, criteria, card);
    add_fields(b, criteria, card);
    b.heading(1, pick(lang, "II. ĐIỂM TỪNG TIÊU CHÍ", "II. POINTS BY CRITERION"));
    b.table(tree_table(criteria, card, lang));
    if (trace_of.facts != nullptr) {
        b.heading(1, pick(lang, "III. CÁCH TÍNH", "III. HOW THE POINTS CAME ABOUT"));
        add_trace(b, criteria, card, trace_of);
    }
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document scorecard(const CriteriaSet& criteria, const Scorecard& card, const Head& head, Lang lang, const Facts* trace_of) {
    return docs::scorecard_document(criteria, card, {trace_of, {}, nullptr}, head,
                                    docs::pick(lang, "phieu-diem-", "scorecard-") + docs::slug(card.unit), lang);
}

}  // namespace cchc::report

// A scorecard (phiếu điểm) with its trace.
#include <fmt/format.h>

#include <algorithm>

#include "report/score_parts.hpp"

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

std::string leaf_note(const LeafScore& leaf, Lang lang) {
    std::string out = leaf_state(leaf.state, lang);
    const std::string why = !leaf.missing.empty() ? joined(leaf.missing, ", ") : reason_words(leaf.reason, lang);
    if (!why.empty()) out += (out.empty() ? "" : ": ") + why;
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
                              words(group->complete ? std::string() : pick(lang, "chưa đủ số liệu", "not complete"))});
            ++group;
        } else {
            const Criterion& c = node_at(criteria, leaf->criterion);
            std::optional<Number> part;
            if (leaf->points) part = share(*leaf->points, leaf->max);
            t.rows.push_back({words(c.id), words(indented(c, lang)), number_cell(leaf->max, lang),
                              number_cell(leaf->points, lang), percent_cell(part, lang), words(leaf_note(*leaf, lang))});
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
    std::vector<std::string> lines = {say(lang, "Tổng điểm: {}", "Total: {}", score_words(card, lang)),
                                      say(lang, "Chỉ số: {}", "Index: {}", percent_words(card.index, lang)),
                                      say(lang, "Xếp loại: {}", "Band: {}", band_words(criteria, card, lang))};
    b.list(std::move(lines));
    if (card.accounts.empty()) return;
    Table t;
    t.id = "diem-thuong-phat";
    t.caption = pick(lang, "Điểm thưởng, điểm trừ", "Accounts beside the tree");
    t.columns = {text_column(pick(lang, "Khoản", "Account")), number_column(pick(lang, "Điểm", "Points")),
                 text_column(pick(lang, "Ghi chú", "Note"))};
    for (const AccountScore& a : card.accounts) {
        const Account& account = criteria.accounts()[static_cast<std::size_t>(a.account)];
        t.rows.push_back({words(account.title.in(lang).empty() ? account.id : account.title.in(lang)),
                          number_cell(a.points, lang),
                          words(a.complete ? std::string() : pick(lang, "chưa đủ số liệu", "not complete"))});
    }
    b.table(std::move(t));
}

std::string value_words(const TraceFact& fact, Lang lang) {
    if (!fact.value) return pick(lang, "thiếu", "missing");
    if (const auto* number = std::get_if<Decimal>(&*fact.value)) return number_words(Number(*number), lang, 6);
    if (const bool* yes = std::get_if<bool>(&*fact.value)) return *yes ? pick(lang, "có", "yes") : pick(lang, "không", "no");
    return std::get<std::string>(*fact.value);
}

std::string facts_words(const CriteriaSet& criteria, const LeafTrace& trace, Lang lang) {
    std::vector<std::string> out;
    for (const TraceFact& fact : trace.facts) {
        const auto known = std::find_if(criteria.facts().begin(), criteria.facts().end(),
                                        [&](const FactDefinition& d) { return d.name == fact.name; });
        const std::string& title = known != criteria.facts().end() ? known->title.in(lang) : fact.name;
        out.push_back(fmt::format("{} = {}{}", title.empty() ? fact.name : title, value_words(fact, lang),
                                  fact.source.empty() ? "" : fmt::format(" [{}]", fact.source)));
    }
    return joined(out);
}

std::string matched_words(const LeafTrace& trace, Lang lang) {
    std::vector<std::string> out;
    for (const TraceRow& row : trace.rows) {
        if (row.verdict != Verdict::yes) continue;
        std::vector<std::string> tests;
        for (const TraceCell& cell : row.cells) tests.push_back(fmt::format("{} {}", cell.input, cell.tests));
        out.push_back(say(lang, "dòng {}{}{}", "row {}{}{}", row.row + 1, tests.empty() ? "" : ": ", joined(tests, ", ")));
    }
    return out.empty() ? trace.expression : joined(out);
}

std::string article_words(const LeafTrace& trace) {
    std::vector<std::string> out;
    for (const TraceRow& row : trace.rows)
        if (row.verdict == Verdict::yes && !row.article.empty()) out.push_back(row.article);
    for (const LegalBasis& basis : trace.legal_basis)
        out.push_back(basis.article.empty() ? basis.document : fmt::format("{}, {}", basis.document, basis.article));
    return joined(out);
}

Table trace_table(const CriteriaSet& criteria, const Scorecard& card, const Facts& facts, Lang lang) {
    Table t;
    t.id = "cach-tinh";
    t.caption = pick(lang, "Cách tính điểm: số liệu, quy tắc khớp và căn cứ", "How the points came about");
    t.columns = {text_column(pick(lang, "Mã", "Id")),
                 text_column(pick(lang, "Số liệu và nguồn", "Facts and sources")),
                 text_column(pick(lang, "Quy tắc khớp", "Rule that matched")),
                 text_column(pick(lang, "Căn cứ", "Basis")),
                 number_column(pick(lang, "Trước giới hạn", "Before the cap")),
                 number_column(pick(lang, "Điểm", "Points"))};
    for (const LeafScore& leaf : card.leaves) {
        const LeafTrace traced = trace(criteria, facts, static_cast<std::size_t>(leaf.criterion), card.among);
        t.rows.push_back({words(node_at(criteria, leaf.criterion).id), words(facts_words(criteria, traced, lang)),
                          words(matched_words(traced, lang)), words(article_words(traced)),
                          number_cell(traced.before_cap, lang), number_cell(leaf.points, lang)});
    }
    return t;
}

}  // namespace

Document scorecard_document(const CriteriaSet& criteria, const Scorecard& card, const Facts* trace_of, const Head& head,
                            std::string name, Lang lang) {
    Builder b("scorecard", std::move(name), lang, head);
    b.document().unit = card.unit;
    b.title(pick(lang, "PHIẾU ĐIỂM", "SCORECARD"),
            say(lang, "Kết quả chấm điểm cải cách hành chính của {}", "Scores of administrative reform of {}", card.unit));
    b.paragraph(set_words(criteria, lang), Paragraph::Style::basis);
    b.heading(1, pick(lang, "I. KẾT QUẢ", "I. RESULT"));
    add_totals(b, criteria, card);
    add_fields(b, criteria, card);
    b.heading(1, pick(lang, "II. ĐIỂM TỪNG TIÊU CHÍ", "II. POINTS BY CRITERION"));
    b.table(tree_table(criteria, card, lang));
    if (trace_of != nullptr) {
        b.heading(1, pick(lang, "III. CÁCH TÍNH", "III. HOW THE POINTS CAME ABOUT"));
        b.table(trace_table(criteria, card, *trace_of, lang),
                pick(lang, "Không có tiêu chí nào áp dụng.", "No criterion applies."));
    }
    for (const std::string& problem : card.problems) b.paragraph(problem, Paragraph::Style::warning);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document scorecard(const CriteriaSet& criteria, const Scorecard& card, const Head& head, Lang lang, const Facts* trace_of) {
    return docs::scorecard_document(criteria, card, trace_of, head,
                                    docs::pick(lang, "phieu-diem-", "scorecard-") + docs::slug(card.unit), lang);
}

}  // namespace cchc::report

// Scorecards for people, in Vietnamese or English.
#include <fmt/format.h>

#include <optional>
#include <utility>

#include "scoring/trace_json.hpp"
#include "scoring/tracer.hpp"

namespace cchc {
namespace {

using scoring::number_text;
using scoring::to_text;

class Words {
public:
    Words(const CriteriaSet& criteria, Lang lang) : criteria_(criteria), lang_(lang) {}

    std::string pick(std::string_view vi, std::string_view en) const { return std::string(lang_ == Lang::vi ? vi : en); }
    const Criterion& criterion(int index) const { return criteria_.criteria()[static_cast<std::size_t>(index)]; }

    std::string state(LeafState s) const {
        switch (s) {
            case LeafState::scored: return pick("đã chấm", "scored");
            case LeafState::not_applicable: return pick("không áp dụng", "not applicable");
            case LeafState::no_case: return pick("không phát sinh", "no case arose");
            case LeafState::missing_input: return pick("thiếu số liệu", "missing input");
            case LeafState::no_rule: return pick("không có quy tắc", "no rule");
            case LeafState::conflicting_rules: return pick("quy tắc mâu thuẫn", "conflicting rules");
        }
        return {};
    }

    // Reasons are English in the card; those that the library itself gives are told in the reader's language.
    std::string reason(const std::string& text) const {
        constexpr std::pair<std::string_view, std::string_view> known[] = {
            {"no case arose in the period", "không phát sinh trong kỳ"},
            {"no score is given", "chưa có điểm"},
            {"facts are missing", "thiếu số liệu"},
            {"no row matches", "không dòng nào của bảng khớp"},
            {"two rows of the table match", "hai dòng của bảng cùng khớp"},
            {"the total is not complete", "tổng điểm chưa đủ số liệu"},
            {"no band takes this result", "không có mức xếp loại nào cho kết quả này"}};
        for (const auto& [en, vi] : known)
            if (text == en) return pick(vi, en);
        return text;
    }

    std::string verdict(Verdict v) const {
        switch (v) {
            case Verdict::yes: return pick("khớp", "matches");
            case Verdict::no: return pick("không khớp", "does not match");
            case Verdict::missing: return pick("thiếu số liệu", "missing");
            case Verdict::undefined: return pick("không xác định", "undefined");
        }
        return {};
    }

private:
    const CriteriaSet& criteria_;
    Lang lang_;
};

void head(const CriteriaSet& criteria, const Scorecard& card, Lang lang, const Words& words, std::string& out) {
    out += criteria.title().in(lang);
    out += fmt::format("\n{} {} {}", words.pick("Bộ tiêu chí", "Criteria set"), card.set, card.version);
    if (criteria.is_example()) out += words.pick(" (ví dụ, không phải quyết định)", " (an example, not a decision)");
    out += fmt::format("\n{}: {}", words.pick("Đơn vị", "Unit"), card.unit);
    if (!card.kind.empty()) out += fmt::format(" ({})", card.kind);
    out += "\n\n";
}

void group(const GroupScore& g, Lang lang, const Words& words, std::string& out) {
    const Criterion& c = words.criterion(g.criterion);
    out += fmt::format("{:{}}{} {}: {} / {}", "", c.depth * 2, c.id, c.title.in(lang), number_text(g.points),
                       number_text(g.applicable));
    if (g.applicable != g.max) out += fmt::format(" ({} {})", words.pick("tối đa", "of"), number_text(g.max));
    if (g.index) out += fmt::format(" = {}%", number_text(g.index->rounded(2, RoundingMode::half_up)));
    if (!g.complete) out += words.pick(" (chưa đủ)", " (not complete)");
    out += "\n";
}

void trace_text(const LeafTrace& trace, const Words& words, const std::string& indent, std::string& out) {
    for (const TraceFact& f : trace.facts)
        out += fmt::format("{}{} = {}{}\n", indent, f.name, f.value ? to_text(*f.value) : words.pick("thiếu", "missing"),
                           f.source.empty() ? "" : fmt::format("  [{}]", f.source));
    for (const TraceLet& let : trace.lets)
        out += fmt::format("{}{} = {} = {}\n", indent, let.name, let.expression, let.value);
    for (const TraceRow& row : trace.rows) {
        out += fmt::format("{}{} {}{}: {}", indent, words.pick("dòng", "row"), row.row + 1,
                           row.article.empty() ? "" : fmt::format(" ({})", row.article), words.verdict(row.verdict));
        for (const TraceCell& cell : row.cells)
            out += fmt::format("; {} = {} {} {}", cell.input, cell.value, words.pick("thử", "tested"), cell.tests);
        out += "\n";
    }
    if (trace.before_cap) {
        out += fmt::format("{}{} = {}", indent, trace.expression, number_text(trace.before_cap));
        if (*trace.capped != *trace.before_cap)
            out += fmt::format(" → {} {}", words.pick("giới hạn", "capped"), number_text(trace.capped));
        if (*trace.rounded != *trace.capped)
            out += fmt::format(" → {} {}", words.pick("làm tròn", "rounded"), number_text(trace.rounded));
        out += "\n";
    }
    for (const LegalBasis& basis : trace.legal_basis)
        out +=
            fmt::format("{}{}{}\n", indent, basis.document,
                        basis.article.empty() ? "" : fmt::format(", {} {}", words.pick("điều", "article"), basis.article));
}

class Body {
public:
    Body(const CriteriaSet& criteria, const Scorecard& card, Lang lang, const Words& words, const Facts* facts,
         std::string& out)
        : lang_(lang), words_(words), out_(out) {
        if (facts != nullptr && !card.leaves.empty()) tracer_.emplace(criteria, *facts, card.among);
    }

    void leaf(const LeafScore& l) {
        const Criterion& c = words_.criterion(l.criterion);
        const std::string indent(static_cast<std::size_t>(c.depth) * 2 + 2, ' ');
        out_ += fmt::format("{:{}}{} {}: {} / {}", "", c.depth * 2, c.id, c.title.in(lang_), number_text(l.points),
                            number_text(l.max));
        if (l.state != LeafState::scored) out_ += fmt::format(" – {}", words_.state(l.state));
        if (!l.missing.empty()) out_ += fmt::format(": {}", fmt::join(l.missing, ", "));
        if (l.missing.empty() && !l.reason.empty()) out_ += fmt::format(": {}", words_.reason(l.reason));
        if (!l.authority.empty()) out_ += fmt::format(" ({})", l.authority);
        if (l.differs)
            out_ += fmt::format("; {} {} ≠ {} {}", words_.pick("tự chấm", "self-score"), number_text(l.given.self->points),
                                words_.pick("tính được", "computed"), number_text(l.computed));
        out_ += "\n";
        if (tracer_) trace_text(tracer_->leaf(static_cast<std::size_t>(l.criterion)), words_, indent, out_);
    }

private:
    Lang lang_;
    const Words& words_;
    std::optional<scoring::Tracer> tracer_;
    std::string& out_;
};

void foot(const CriteriaSet& criteria, const Scorecard& card, Lang lang, const Words& words, std::string& out) {
    out += fmt::format("\n{}: {} / {}", words.pick("Điểm các lĩnh vực", "Points of the fields"), number_text(card.points),
                       number_text(card.applicable));
    if (card.index) out += fmt::format(" = {}%", number_text(card.index->rounded(2, RoundingMode::half_up)));
    for (const AccountScore& a : card.accounts)
        out += fmt::format("\n{}: {}", criteria.accounts()[static_cast<std::size_t>(a.account)].title.in(lang),
                           number_text(a.points));
    out += fmt::format("\n{}: {}", words.pick("Tổng điểm", "Total"), number_text(card.total));
    if (!card.complete) out += words.pick(" (chưa đủ số liệu)", " (not complete)");
    if (!criteria.bands().empty()) {
        out += fmt::format("\n{}: {}", words.pick("Xếp loại", "Band"),
                           card.band < 0 ? "–" : criteria.bands()[static_cast<std::size_t>(card.band)].title.in(lang));
        if (!card.band_reason.empty()) out += fmt::format(" ({})", words.reason(card.band_reason));
    }
    out += "\n";
    for (const std::string& problem : card.problems) out += fmt::format("! {}\n", problem);
}

}  // namespace

std::string Scorecard::to_text(const CriteriaSet& criteria, Lang lang, const Facts* trace_of) const {
    const Words words(criteria, lang);
    std::string out;
    head(criteria, *this, lang, words, out);
    Body body(criteria, *this, lang, words, trace_of, out);
    // Groups and leaves in the order of the set.
    auto leaf = leaves.begin();
    auto node = groups.begin();
    while (leaf != leaves.end() || node != groups.end()) {
        if (leaf == leaves.end() || (node != groups.end() && node->criterion < leaf->criterion)) {
            group(*node++, lang, words, out);
        } else {
            body.leaf(*leaf++);
        }
    }
    foot(criteria, *this, lang, words, out);
    return out;
}

}  // namespace cchc

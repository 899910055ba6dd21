#include "report/trace_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cchc::report::docs {
namespace {

constexpr int places = 6;  // of facts and bounds, as they were given

std::string source_words(const std::string& source, const TraceSource& from, Lang lang) {
    if (source == "statistics") return pick(lang, "số liệu hồ sơ", "dossier statistics");
    if (source == "inspection") return pick(lang, "kết quả kiểm tra của Đoàn", "the team's inspection");
    if (source == "outline" || (!from.self_report.empty() && source == from.self_report))
        return pick(lang, "báo cáo tự kiểm tra", "self-report");
    return source;
}

// The title of a choice in the outline whose figure becomes this fact; otherwise the text itself.
std::string choice_words(const std::string& fact, const std::string& value, const TraceSource& from, Lang lang) {
    if (from.outline != nullptr)
        for (const Figure& figure : from.outline->figures)
            for (const FigureKind& kind : figure.kinds)
                if (figure.fact == fact && kind.id == value && !kind.title.in(lang).empty()) return kind.title.in(lang);
    return value;
}

std::string yes_no(bool yes, Lang lang) { return yes ? pick(lang, "có", "yes") : pick(lang, "không", "no"); }

std::string value_words(const TraceFact& fact, const TraceSource& from, Lang lang) {
    if (!fact.value) return pick(lang, "thiếu", "missing");
    if (const auto* number = std::get_if<Decimal>(&*fact.value)) return number_words(Number(*number), lang, places);
    if (const bool* yes = std::get_if<bool>(&*fact.value)) return yes_no(*yes, lang);
    return choice_words(fact.name, std::get<std::string>(*fact.value), from, lang);
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::optional<std::string> bound(std::string_view text, Lang lang) {
    const auto number = Number::parse(trimmed(text));
    if (!number) return std::nullopt;
    return number_words(*number, lang, places);
}

std::optional<std::string> comparison_words(std::string_view test, Lang lang) {
    struct Sign {
        std::string_view sign, vi, en;
    };
    static constexpr Sign signs[] = {{">=", "từ {} trở lên", "{} or more"},
                                     {"<=", "không quá {}", "{} or less"},
                                     {">", "trên {}", "more than {}"},
                                     {"<", "dưới {}", "less than {}"}};
    for (const Sign& s : signs)
        if (test.starts_with(s.sign)) {
            const auto number = bound(test.substr(s.sign.size()), lang);
            if (!number) return std::nullopt;
            return say(lang, s.vi, s.en, *number);
        }
    return std::nullopt;
}

std::optional<std::string> interval_words(std::string_view test, Lang lang) {
    const std::size_t dots = test.find("..");
    if (dots == std::string_view::npos || test.size() < dots + 3) return std::nullopt;
    const char open = test.front(), close = test.back();
    if ((open != '[' && open != '(') || (close != ']' && close != ')')) return std::nullopt;
    const auto low = bound(test.substr(1, dots - 1), lang),
               high = bound(test.substr(dots + 2, test.size() - dots - 3), lang);
    if (!low || !high) return std::nullopt;
    return say(lang, "{} {} đến {}{}", "{} {} to {}{}",
               open == '[' ? pick(lang, "từ", "from") : pick(lang, "trên", "more than"), *low,
               close == ')' ? pick(lang, "dưới ", "less than ") : std::string(), *high);
}

// Unary tests as people say them; none for what only the formula can say.
std::optional<std::string> test_words(const TraceCell& cell, const TraceSource& from, Lang lang) {
    std::string_view rest = trimmed(cell.tests);
    if (rest == "true" || rest == "false") return yes_no(rest == "true", lang);
    if (!rest.starts_with('"')) {
        if (auto words = comparison_words(rest, lang)) return words;
        if (auto words = interval_words(rest, lang)) return words;
        return bound(rest, lang);
    }
    std::vector<std::string> choices;
    while (rest.starts_with('"')) {
        const std::size_t end = rest.find('"', 1);
        if (end == std::string_view::npos) return std::nullopt;
        choices.push_back(choice_words(cell.input, std::string(rest.substr(1, end - 1)), from, lang));
        rest = trimmed(rest.substr(end + 1));
        if (rest.starts_with(',')) rest = trimmed(rest.substr(1));
    }
    if (!rest.empty()) return std::nullopt;
    return joined(choices, pick(lang, " hoặc ", " or "));
}

// "Số hội nghị giao ban: từ 4 trở lên"; a name that the rule computes is told by its value.
std::string cell_words(const CriteriaSet& criteria, const TraceCell& cell, const TraceSource& from, Lang lang) {
    std::string name = fact_title(criteria, cell.input, lang);
    if (name == cell.input) {
        const auto value = Number::parse(cell.value);
        name = pick(lang, "trị số tính được", "the value computed");
        if (value) name.append(" ").append(number_words(*value, lang));
    }
    const auto test = test_words(cell, from, lang);
    return test ? name.append(": ").append(*test) : name;
}

std::string row_words(const CriteriaSet& criteria, const TraceRow& row, HitPolicy hit, const TraceSource& from, Lang lang) {
    std::vector<std::string> tests;
    for (const TraceCell& cell : row.cells) tests.push_back(cell_words(criteria, cell, from, lang));
    if (tests.empty())
        tests.push_back(hit == HitPolicy::first ? pick(lang, "trường hợp còn lại", "any other case")
                                                : pick(lang, "mọi trường hợp", "every case"));
    return say(lang, "dòng {} của bảng điểm ({})", "row {} of the table ({})", row.row + 1, joined(tests));
}

// The rows that gave the points: the first that matches where that one counts.
std::vector<const TraceRow*> rows_that_count(const Rule& rule, const LeafTrace& trace) {
    std::vector<const TraceRow*> out;
    for (const TraceRow& row : trace.rows)
        if (row.verdict == Verdict::yes && (out.empty() || rule.hit != HitPolicy::first)) out.push_back(&row);
    return out;
}

const Criterion& leaf_at(const CriteriaSet& criteria, const LeafScore& leaf) {
    return criteria.criteria()[static_cast<std::size_t>(leaf.criterion)];
}

std::string given_words(ScoreKind kind, Lang lang) {
    switch (kind) {
        case ScoreKind::self: return pick(lang, "điểm đơn vị tự chấm", "the unit's own score");
        case ScoreKind::appraised: return pick(lang, "điểm thẩm định", "the appraised score");
        case ScoreKind::after_explanation: return pick(lang, "điểm sau giải trình", "the score after the explanation");
        case ScoreKind::none:
        case ScoreKind::computed: break;
    }
    return {};
}

}  // namespace

std::string facts_words(const CriteriaSet& criteria, const LeafTrace& trace, const TraceSource& from, Lang lang) {
    std::string out;
    for (std::size_t i = 0; i < trace.facts.size(); ++i) {
        const TraceFact& fact = trace.facts[i];
        if (i > 0) out += "; ";
        out += fmt::format("{} = {}", fact_title(criteria, fact.name, lang), value_words(fact, from, lang));
        const bool last = i + 1 == trace.facts.size() || trace.facts[i + 1].source != fact.source;
        if (last && !fact.source.empty()) out += fmt::format(" ({})", source_words(fact.source, from, lang));
    }
    return out;
}

std::string rule_words(const CriteriaSet& criteria, const LeafScore& leaf, const LeafTrace& trace, const TraceSource& from,
                       Lang lang) {
    const Rule& rule = leaf_at(criteria, leaf).rule;
    if (const std::string given = given_words(leaf.counts, lang); !given.empty()) return given;
    switch (leaf.state) {
        case LeafState::not_applicable: return pick(lang, "không áp dụng", "not applicable");
        case LeafState::no_case: return pick(lang, "không phát sinh trong kỳ", "no case arose in the period");
        case LeafState::missing_input:
            return rule.kind == RuleKind::manual
                       ? pick(lang, "chưa có điểm chấm", "no score is given")
                       : pick(lang, "chưa tính được: thiếu số liệu", "not computed: facts are missing");
        case LeafState::no_rule: return pick(lang, "quy tắc không cho kết quả", "the rule gives no result");
        case LeafState::conflicting_rules:
            return pick(lang, "hai dòng của bảng điểm cùng khớp", "two rows of the table match");
        case LeafState::scored: break;
    }
    if (rule.kind == RuleKind::expression) return pick(lang, "tính theo công thức", "by the formula");
    std::vector<std::string> out;
    for (const TraceRow* row : rows_that_count(rule, trace)) out.push_back(row_words(criteria, *row, rule.hit, from, lang));
    return joined(out);
}

std::string formula_words(const CriteriaSet& criteria, const LeafScore& leaf, const LeafTrace& trace, Lang lang) {
    std::vector<std::string> out;
    for (const TraceLet& let : trace.lets) {
        std::string line = fmt::format("{} = {}", let.name, let.expression);
        // A value that the expression itself spells is not told twice.
        const auto value = Number::parse(let.value);
        if (value && let.value != let.expression) line.append(" = ").append(number_words(*value, lang, places));
        out.push_back(std::move(line));
    }
    const Rule& rule = leaf_at(criteria, leaf).rule;
    if (leaf.state == LeafState::scored && leaf.counts == ScoreKind::computed && rule.kind == RuleKind::table) {
        for (const TraceRow* row : rows_that_count(rule, trace)) {
            const bool plain = Number::parse(row->points) || row->points == "max";
            if (!plain || !trace.lets.empty())
                out.push_back(say(lang, "dòng {}: {}", "row {}: {}", row->row + 1, row->points));
        }
    } else if (!trace.expression.empty()) {
        out.push_back(trace.expression);
    }
    return joined(out);
}

}  // namespace cchc::report::docs

#include "criteria/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "expression/walk.hpp"

namespace cchc::criteria {
namespace {

std::string for_kind(const CriteriaSet::Impl& set, std::size_t kind) {
    return set.units.empty() ? "" : fmt::format(" for the kind of unit \"{}\"", set.units[kind]);
}

void check_sum(const CriteriaSet::Impl& set, const std::vector<int>& parts, const std::vector<Number>& max,
               const std::vector<bool>& exists, const std::string& pointer, Findings& findings) {
    for (std::size_t k = 0; k < set.kinds(); ++k) {
        if (!exists[k]) continue;
        Number sum;
        for (const int i : parts) {
            const Criterion& c = set.criteria[static_cast<std::size_t>(i)];
            if (c.exists[k]) sum += c.max[k];
        }
        if (sum == max[k]) continue;
        findings.error("sum", pointer,
                       fmt::format("expected maxima that add up to {}; found a sum of {}{}", max[k].to_string(),
                                   sum.to_string(), for_kind(set, k)));
        return;  // one finding a group: the other kinds mostly fail for the same reason
    }
}

// Whether a division can be by zero: the divisor reads a fact (or a let) that the dictionary does not keep away from 0.
class DivisionSearch {
public:
    DivisionSearch(const CriteriaSet::Impl& set, const CompiledLeaf& leaf) : set_(set), leaf_(leaf) {}

    bool found_in(const feel::Code& code) const {
        bool found = false;
        if (code.root == feel::no_node) return false;
        feel::for_each_node(code, code.root, [&](const feel::Node& node) {
            if (node.op == feel::Op::divide && can_be_zero(code, node.b)) found = true;
        });
        return found;
    }

private:
    bool can_be_zero(const feel::Code& code, std::uint32_t divisor) const {
        const feel::Node& root = code.nodes[divisor];
        if (root.op == feel::Op::name) return name_can_be_zero(code, root);
        bool reads = false;
        feel::for_each_node(code, divisor, [&](const feel::Node& node) {
            if (node.op == feel::Op::name && code.name_slots[node.a] != leaf_.max_slot) reads = true;
            if (node.op == feel::Op::special) reads = true;
        });
        return reads;
    }

    bool name_can_be_zero(const feel::Code& code, const feel::Node& node) const {
        if (code.name_slots[node.a] == leaf_.max_slot) return false;
        for (const FactDefinition& d : set_.facts)
            if (d.name == code.names[node.a]) return !((d.min && d.min->sign() > 0) || (d.max && d.max->sign() < 0));
        return true;
    }

    const CriteriaSet::Impl& set_;
    const CompiledLeaf& leaf_;
};

bool divides(const CriteriaSet::Impl& set, const CompiledLeaf& leaf) {
    const DivisionSearch search(set, leaf);
    const auto in = [&](const feel::Code& code) { return search.found_in(code); };
    return in(leaf.points) ||
           std::any_of(leaf.lets.begin(), leaf.lets.end(), [&](const CompiledLet& l) { return in(l.code); }) ||
           std::any_of(leaf.inputs.begin(), leaf.inputs.end(), in) ||
           std::any_of(leaf.rows.begin(), leaf.rows.end(), [&](const CompiledRow& r) { return in(r.points); });
}

std::string article_of(const Criterion& c) { return c.legal_basis.empty() ? "" : c.legal_basis.front().article; }

void check_no_case(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, Findings& findings) {
    const Criterion& c = set.criteria[leaf.criterion];
    if (c.when_no_case != NoCase::unset) return;
    if (leaf.no_case)
        findings.error("when_no_case", c.pointer,
                       "\"no_case\" says when no case arises, but \"when_no_case\" does not say what follows",
                       article_of(c));
    else if (divides(set, leaf))
        findings.error("when_no_case", c.pointer,
                       "the rule divides by a fact that can be zero: expected \"when_no_case\": \"full\", \"zero\" or "
                       "\"not_applicable\"",
                       article_of(c));
}

// The value of points that depend on nothing but the maximum.
std::optional<Number> constant_points(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, const feel::Code& code,
                                      std::size_t kind) {
    if (code.root == feel::no_node || !code.special_slots.empty()) return std::nullopt;
    for (const std::uint32_t slot : code.name_slots)
        if (slot != leaf.max_slot) return std::nullopt;
    std::vector<feel::Value> slots(set.slot_count);
    slots[leaf.max_slot] = feel::Value::of_number(set.criteria[leaf.criterion].max[kind]);
    feel::Context context{slots.data(), nullptr, nullptr, feel::Fault::none, 0};
    feel::Value value = feel::evaluate(code, context);
    if (!value.is_number()) return std::nullopt;
    return std::move(value.number);
}

void check_points(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, const feel::Code& code, const std::string& pointer,
                  const std::string& article, Findings& findings) {
    const Criterion& c = set.criteria[leaf.criterion];
    for (std::size_t k = 0; k < set.kinds(); ++k) {
        const auto points = c.exists[k] ? constant_points(set, leaf, code, k) : std::nullopt;
        if (!points) continue;
        const Number least = c.min.value_or(Number());
        const bool below = *points < least && !leaf.cap_min, above = *points > c.max[k] && !leaf.cap_max;
        if (!below && !above) continue;
        findings.error("points_range", pointer,
                       fmt::format("expected points from {} to {}; found {}{}", least.to_string(), c.max[k].to_string(),
                                   points->to_string(), for_kind(set, k)),
                       article);
        return;
    }
}

void check_rows(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, Findings& findings) {
    const Criterion& c = set.criteria[leaf.criterion];
    const HitPolicy hit = c.rule.hit;
    for (std::size_t i = 0; i < leaf.rows.size(); ++i) {
        const RuleRow& row = c.rule.rows[i];
        const std::string pointer = fmt::format("{}/rule/rows/{}", c.pointer, i);
        const std::string article = row.article.empty() ? article_of(c) : row.article;
        // A row of a sum may well be above the maximum, or below zero: the sum counts.
        if (hit != HitPolicy::collect_sum)
            check_points(set, leaf, leaf.rows[i].points, pointer + "/points", article, findings);
        for (const std::string_view slip : {"hole", "overlap"})
            if (row.note.starts_with(fmt::format("{}: ", slip)))
                findings.note(fmt::format("text_{}", slip), pointer, row.note.substr(slip.size() + 2), article);
    }
}

void check_successors(const CriteriaSet::Impl& set, Findings& findings) {
    for (const LegalBasis& basis : set.legal_basis)
        if (!basis.successor.empty())
            findings.note("successor", "/legal_basis",
                          fmt::format("{} was replaced by {}", basis.document, basis.successor));
}

}  // namespace

void check_sums(const CriteriaSet::Impl& set, Findings& findings) {
    std::vector<int> fields;
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        const Criterion& c = set.criteria[i];
        if (c.parent < 0 && c.account < 0) fields.push_back(static_cast<int>(i));
        if (!set.children[i].empty()) check_sum(set, set.children[i], c.max, c.exists, c.pointer, findings);
    }
    check_sum(set, fields, set.max, std::vector<bool>(set.kinds(), true), "/max", findings);
    check_successors(set, findings);
}

void check_leaves(const CriteriaSet::Impl& set, Findings& findings) {
    for (const CompiledLeaf& leaf : set.leaves) {
        const Criterion& c = set.criteria[leaf.criterion];
        check_no_case(set, leaf, findings);
        if (c.rule.kind == RuleKind::expression)
            check_points(set, leaf, leaf.points, c.pointer + "/rule/points", article_of(c), findings);
        check_rows(set, leaf, findings);
    }
}

}  // namespace cchc::criteria

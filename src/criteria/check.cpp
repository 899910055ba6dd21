#include "criteria/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/constants.hpp"
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
    DivisionSearch(const CriteriaSet::Impl& set, const Constants& constants) : set_(set), constants_(constants) {}

    bool found_in(const feel::Code& code) const {
        bool found = false;
        if (code.root == feel::no_node) return false;
        feel::for_each_node(code, code.root, [&](const feel::Node& node) {
            if (node.op == feel::Op::divide && can_be_zero(code, node.b)) found = true;
            if (node.op == feel::Op::call && node.function == feel::Function::modulo &&
                can_be_zero(code, code.args[node.a + 1]))
                found = true;
        });
        return found;
    }

private:
    // A divisor that rests on the maximum and on numbers alone is one number.
    bool can_be_zero(const feel::Code& code, std::uint32_t divisor) const {
        const feel::Value value = constants_.value(code, divisor);
        if (!value.is_missing()) return value.is_number() && value.number.sign() == 0;
        const feel::Node& root = code.nodes[divisor];
        if (root.op != feel::Op::name) return true;
        for (const FactDefinition& d : set_.facts)
            if (d.name == code.names[root.a]) return !((d.min && d.min->sign() > 0) || (d.max && d.max->sign() < 0));
        return true;
    }

    const CriteriaSet::Impl& set_;
    const Constants& constants_;
};

bool divides(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, const Constants& constants) {
    const DivisionSearch search(set, constants);
    bool found = false;
    leaf.for_each_code([&](const feel::Code& code) { found = found || search.found_in(code); });
    return found;
}

void check_no_case(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, Constants& constants, Findings& findings) {
    const Criterion& c = set.criteria[leaf.criterion];
    if (c.when_no_case != NoCase::unset) return;
    if (leaf.no_case) {
        findings.error("when_no_case", c.pointer,
                       "\"no_case\" says when no case arises, but \"when_no_case\" does not say what follows",
                       article_of(c));
        return;
    }
    bool found = false;
    for (std::size_t k = 0; k < set.kinds() && !found; ++k) {
        if (!c.exists[k]) continue;
        constants.enter(leaf, c.max[k]);
        found = divides(set, leaf, constants);
    }
    constants.leave(leaf);
    if (found)
        findings.error("when_no_case", c.pointer,
                       "the rule divides by a fact that can be zero: expected \"when_no_case\": \"full\", \"zero\" or "
                       "\"not_applicable\"",
                       article_of(c));
}

// Points that depend on nothing but the maximum must lie within it.
class PointsCheck {
public:
    PointsCheck(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, Constants& constants, Findings& findings)
        : set_(set), leaf_(leaf), c_(set.criteria[leaf.criterion]), constants_(constants), findings_(findings) {}

    void run() {
        const std::string at = c_.pointer + "/rule";
        const bool low = leaf_.cap_min == nullptr, high = leaf_.cap_max == nullptr;
        if (leaf_.cap_min) check(*leaf_.cap_min, at + "/cap/min", true, true);
        if (leaf_.cap_max) check(*leaf_.cap_max, at + "/cap/max", true, true);
        if (c_.rule.kind == RuleKind::expression) check(leaf_.points, at + "/points", low, high);
        if (c_.rule.kind == RuleKind::manual) {
            check(leaf_.manual_min, at + "/manual/min", low, high);
            check(leaf_.manual_max, at + "/manual/max", low, high);
        }
        // A row of a sum may well be above the maximum, or below zero: the sum counts.
        for (std::size_t i = 0; c_.rule.hit != HitPolicy::collect_sum && i < leaf_.rows.size(); ++i)
            check(leaf_.rows[i].points, fmt::format("{}/rows/{}/points", at, i), low, high, c_.rule.rows[i].article);
        constants_.leave(leaf_);
    }

private:
    void check(const feel::Code& code, const std::string& pointer, bool low, bool high, const std::string& article = {}) {
        if (code.root == feel::no_node) return;
        for (std::size_t k = 0; k < set_.kinds(); ++k) {
            if (!c_.exists[k]) continue;
            constants_.enter(leaf_, c_.max[k]);
            const feel::Value points = constants_.value(code, code.root);
            if (!points.is_number()) continue;
            const Number least = c_.min.value_or(Number());
            if ((!low || points.number >= least) && (!high || points.number <= c_.max[k])) continue;
            findings_.error("points_range", pointer,
                            fmt::format("expected points from {} to {}; found {}{}", least.to_string(),
                                        c_.max[k].to_string(), points.number.to_string(), for_kind(set_, k)),
                            article.empty() ? article_of(c_) : article);
            return;
        }
    }

    const CriteriaSet::Impl& set_;
    const CompiledLeaf& leaf_;
    const Criterion& c_;
    Constants& constants_;
    Findings& findings_;
};

void check_notes(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, Findings& findings) {
    const Criterion& c = set.criteria[leaf.criterion];
    for (std::size_t i = 0; i < leaf.rows.size(); ++i) {
        const RuleRow& row = c.rule.rows[i];
        for (const std::string_view slip : {"hole", "overlap"})
            if (row.note.starts_with(fmt::format("{}: ", slip)))
                findings.note(fmt::format("text_{}", slip), fmt::format("{}/rule/rows/{}", c.pointer, i),
                              row.note.substr(slip.size() + 2), row.article.empty() ? article_of(c) : row.article);
    }
}

void note_successors(const std::vector<LegalBasis>& documents, const std::string& pointer, Findings& findings) {
    for (const LegalBasis& basis : documents)
        if (!basis.successor.empty())
            findings.note("successor", pointer, fmt::format("{} was replaced by {}", basis.document, basis.successor),
                          basis.article);
}

bool same(const std::vector<LegalBasis>& a, const std::vector<LegalBasis>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LegalBasis& x, const LegalBasis& y) {
        return x.document == y.document && x.article == y.article && x.successor == y.successor;
    });
}

void check_successors(const CriteriaSet::Impl& set, Findings& findings) {
    note_successors(set.legal_basis, "/legal_basis", findings);
    for (const Criterion& c : set.criteria) {
        // What a node has from the one above it was said there.
        if (c.parent >= 0 && same(set.criteria[static_cast<std::size_t>(c.parent)].legal_basis, c.legal_basis)) continue;
        note_successors(c.legal_basis, c.pointer, findings);
    }
    for (std::size_t i = 0; i < set.bands.size(); ++i) {
        note_successors(set.bands[i].legal_basis, fmt::format("/bands/{}", i), findings);
        for (const BandCap& cap : set.bands[i].at_most)
            note_successors(cap.legal_basis, fmt::format("/bands/{}/at_most", i), findings);
    }
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
    Constants constants(set);
    for (const CompiledLeaf& leaf : set.leaves) {
        check_no_case(set, leaf, constants, findings);
        PointsCheck(set, leaf, constants, findings).run();
        check_notes(set, leaf, findings);
    }
}

}  // namespace cchc::criteria

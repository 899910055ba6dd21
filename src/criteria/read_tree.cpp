// The tree of fields, criteria and components, and the accounts beside it.
#include <fmt/format.h>

#include "criteria/reader.hpp"
#include "json/value.hpp"

namespace cchc::criteria {
namespace {

using json::Node;
using json::Object;

constexpr std::pair<std::string_view, AssessedBy> assessors[] = {{"appraisal", AssessedBy::appraisal},
                                                                 {"survey", AssessedBy::survey},
                                                                 {"leader", AssessedBy::leader},
                                                                 {"statistics", AssessedBy::statistics}};
constexpr std::pair<std::string_view, EvidenceNeed> evidences[] = {
    {"none", EvidenceNeed::none}, {"optional", EvidenceNeed::optional}, {"required", EvidenceNeed::required}};
constexpr std::pair<std::string_view, NoCase> no_cases[] = {
    {"full", NoCase::full}, {"zero", NoCase::zero}, {"not_applicable", NoCase::not_applicable}};
constexpr std::pair<std::string_view, bool> modes[] = {{"sum", false}, {"highest", true}};

}  // namespace

void Reader::add_id(const std::string& id, std::string_view pointer) {
    if (id.empty()) findings_.error("shape", pointer, "expected an id that is not empty");
    if (!ids_.insert(id).second)
        findings_.error("duplicate_id", pointer, fmt::format("the id \"{}\" is used twice", text::excerpt(id)));
}

void Reader::tree(const Node& fields) {
    Inherited top;
    top.exists.assign(set_.kinds(), true);
    top.rounding = set_.criterion_rounding;
    findings_.part([&] {
        for (const Node& field : fields.items()) node(field, -1, 0, top);
    });
}

void Reader::node(const Node& place, int parent, int depth, const Inherited& above, int account) {
    findings_.part([&] {
        Object o(place);
        Criterion c;
        c.pointer = place.pointer();
        c.parent = parent;
        c.depth = depth;
        c.account = account;
        c.exists = above.exists;
        c.max.assign(set_.kinds(), Number());
        c.rounding = above.rounding;
        findings_.part([&] {
            c.id = o.at("id").string();
            add_id(c.id, place.pointer());
        });
        if (const auto t = o.find("title")) findings_.part([&] { c.title = t->local(); });
        if (const auto u = o.find("units"))
            findings_.part([&] {
                const std::vector<bool> own = kinds(*u);
                for (std::size_t k = 0; k < own.size(); ++k) c.exists[k] = c.exists[k] && own[k];
            });
        findings_.part([&] { c.max = by_kind(o.at("max"), c.exists); });
        if (account >= 0)
            if (const auto m = o.find("min"))
                findings_.part([&] {
                    c.min = number(*m);
                    for (std::size_t k = 0; k < c.max.size(); ++k)
                        if (c.exists[k] && c.max[k] < *c.min)
                            m->fail(fmt::format("expected no more than the maximum {}; found {}", c.max[k].to_string(),
                                                c.min->to_string()));
                });
        if (const auto l = o.find("legal_basis")) findings_.part([&] { c.legal_basis = documents(*l); });
        if (c.legal_basis.empty()) c.legal_basis = above.legal_basis;
        if (const auto r = o.find("rounding")) findings_.part([&] { c.rounding = rounding(*r); });
        c.not_applicable = set_.not_applicable;
        if (const auto n = o.find("not_applicable")) findings_.part([&] { c.not_applicable = not_applicable(*n); });
        Inherited own{c.exists, c.rounding, c.legal_basis};
        const int index = static_cast<int>(set_.criteria.size());
        set_.criteria.push_back(std::move(c));
        children(o, index, own);
        unknown_keys(o);
    });
}

void Reader::children(Object& o, int index, const Inherited& own) {
    const auto at = [this, index]() -> Criterion& { return set_.criteria[static_cast<std::size_t>(index)]; };
    const int depth = at().depth;
    auto below = at().account >= 0 ? std::nullopt
                 : depth == 0      ? o.find("criteria")
                 : depth == 1      ? o.find("components")
                                   : std::nullopt;
    std::optional<std::vector<LegalBasis>> basis;  // of the document that adds the components
    const auto added = additions_.find(at().id);
    if (!below && added != additions_.end() && depth == 1 && at().account < 0) {
        below = *added->second.components;
        basis = std::move(added->second.legal_basis);
        additions_.erase(added);
        for (const std::string_view replaced : {"rule", "assessed_by", "evidence", "no_case", "when_no_case"})
            (void)o.find(replaced);
    }
    if (!below) {
        at().leaf = true;
        Criterion leaf = at();
        leaf_keys(o, leaf);
        at() = std::move(leaf);
        return;
    }
    findings_.part([&] {
        const auto items = below->items();
        if (items.empty()) below->fail("expected at least one criterion");
        if (basis) std::swap(*basis, set_.legal_basis);
        for (const Node& item : items) node(item, index, depth + 1, own);
        if (basis) std::swap(*basis, set_.legal_basis);
    });
}

void Reader::leaf_keys(Object& o, Criterion& c) {
    findings_.part([&] { c.rule = rule(o.at("rule")); });
    c.assessed_by = c.rule.kind == RuleKind::manual ? AssessedBy::appraisal : AssessedBy::statistics;
    if (const auto a = o.find("assessed_by")) findings_.part([&] { c.assessed_by = json::choice(*a, assessors); });
    if (const auto e = o.find("evidence")) findings_.part([&] { c.evidence = json::choice(*e, evidences); });
    if (const auto n = o.find("no_case")) findings_.part([&] { c.no_case = expression(*n); });
    if (const auto w = o.find("when_no_case")) findings_.part([&] { c.when_no_case = json::choice(*w, no_cases); });
}

void Reader::accounts(const Node& place) {
    for (const Node& item : place.items()) findings_.part([&] { account(item); });
}

void Reader::account(const Node& place) {
    Object o(place);
    Account a;
    findings_.part([&] {
        a.id = o.at("id").string();
        add_id(a.id, place.pointer());
    });
    if (const auto t = o.find("title")) findings_.part([&] { a.title = t->local(); });
    findings_.part([&] { a.highest = json::choice(o.at("mode"), modes); });
    if (const auto m = o.find("min")) findings_.part([&] { a.min = number(*m); });
    if (const auto m = o.find("max"))
        findings_.part([&] {
            a.max = number(*m);
            if (a.min && *a.max < *a.min)
                m->fail(fmt::format("expected a maximum of {} or more; found {}", a.min->to_string(), a.max->to_string()));
        });
    if (const auto l = o.find("legal_basis")) findings_.part([&] { a.legal_basis = documents(*l); });
    Inherited top{std::vector<bool>(set_.kinds(), true), set_.criterion_rounding, a.legal_basis};
    const int index = static_cast<int>(set_.accounts.size());
    set_.accounts.push_back(std::move(a));
    findings_.part([&] {
        for (const Node& item : o.at("criteria").items()) node(item, -1, 0, top, index);
    });
    unknown_keys(o);
}

}  // namespace cchc::criteria

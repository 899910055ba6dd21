#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "criteria/compiler.hpp"
#include "expression/walk.hpp"
#include "json/pointer.hpp"

namespace cchc::criteria {

Compiler::Compiler(CriteriaSet::Impl& set, Findings& findings, const std::vector<FactDefinition>& dictionary)
    : set_(set), findings_(findings) {
    for (const auto* list : std::initializer_list<const std::vector<FactDefinition>*>{&set.facts, &dictionary})
        for (const FactDefinition& d : *list) defined_.insert(d.name);
    for (std::size_t i = 0; i < set.criteria.size(); ++i) criteria_.emplace(set.criteria[i].id, static_cast<int>(i));
}

void Compiler::run() {
    set_.leaf_of.assign(set_.criteria.size(), -1);
    set_.leaves.reserve(set_.criteria.size());  // pointers into leaves stay good
    for (std::uint32_t i = 0; i < set_.criteria.size(); ++i)
        if (set_.criteria[i].leaf) leaf(i);
    among();
    for (std::size_t i = 0; i < set_.bands.size(); ++i) band(set_.bands[i], fmt::format("/bands/{}", i));
    ranking();
    std::map<std::string_view, const FactDefinition*> defined;
    for (const FactDefinition& d : set_.facts) defined.emplace(d.name, &d);
    for (const auto& [name, slot] : facts_) {
        set_.fact_names.push_back(name);
        set_.fact_slots.push_back(slot);
        const auto definition = defined.find(name);
        set_.definitions.push_back(definition == defined.end() ? nullptr : definition->second);
    }
}

void Compiler::leaf(std::uint32_t criterion) {
    const Criterion& c = set_.criteria[criterion];
    set_.leaf_of[criterion] = static_cast<int>(set_.leaves.size());
    CompiledLeaf& leaf = set_.leaves.emplace_back();
    leaf.criterion = criterion;
    leaf.max_slot = new_slot();
    Scope scope;
    scope.max_slot = leaf.max_slot;
    lets(leaf, c.rule, c.pointer + "/rule/let", scope);
    rule_codes(leaf, c.rule, c.pointer + "/rule", scope);
    if (!c.no_case.empty()) {
        leaf.no_case = std::make_unique<feel::Code>();
        expression(*leaf.no_case, c.no_case, c.pointer + "/no_case", scope);
    }
}

void Compiler::rule_codes(CompiledLeaf& leaf, const Rule& rule, const std::string& at, Scope& scope) {
    const auto cap = [&](const std::string& text, const char* key, std::unique_ptr<feel::Code>& out) {
        if (text.empty()) return;
        out = std::make_unique<feel::Code>();
        expression(*out, text, fmt::format("{}/cap/{}", at, key), scope);
    };
    cap(rule.cap_min, "min", leaf.cap_min);
    cap(rule.cap_max, "max", leaf.cap_max);
    if (rule.kind == RuleKind::expression) {
        if (rule.points.empty()) return;  // a rule that could not be read; said already
        expression(leaf.points, rule.points, at + "/points", scope, true);
    } else if (rule.kind == RuleKind::manual) {
        scope.facts = false;
        expression(leaf.manual_min, rule.manual_min, at + "/manual/min", scope);
        expression(leaf.manual_max, rule.manual_max, at + "/manual/max", scope);
        scope.facts = true;
    } else {
        std::map<std::string, std::uint32_t, std::less<>> inputs;
        leaf.rows.reserve(rule.rows.size());
        for (std::size_t i = 0; i < rule.rows.size(); ++i)
            row(leaf, inputs, rule.rows[i], fmt::format("{}/rows/{}", at, i), scope);
    }
}

void Compiler::row(CompiledLeaf& leaf, std::map<std::string, std::uint32_t, std::less<>>& inputs, const RuleRow& row,
                   const std::string& at, const Scope& scope) {
    CompiledRow& out = leaf.rows.emplace_back();
    if (row.points.empty()) return;  // could not be read; said already
    for (const auto& [input, test] : row.when) {
        const std::string cell_at = fmt::format("{}/when/{}", at, json::escape_pointer(input));
        auto known = inputs.find(input);
        if (known == inputs.end()) {
            feel::Code code;
            if (!expression(code, input, cell_at, scope)) continue;
            known = inputs.emplace(input, static_cast<std::uint32_t>(leaf.inputs.size())).first;
            leaf.inputs.push_back(std::move(code));
        }
        CompiledCell cell;
        cell.input = known->second;
        if (tests(cell.tests, test, cell_at, scope)) out.cells.push_back(std::move(cell));
    }
    expression(out.points, row.points, at + "/points", scope, true);
}

void Compiler::lets(CompiledLeaf& leaf, const Rule& rule, const std::string& at, Scope& scope) {
    for (const auto& [name, text] : rule.let) {
        if (name == "max")
            findings_.error("unknown_name", at + "/max", "expected another name than \"max\", which is the leaf's maximum");
        scope.lets.emplace(name, new_slot());
    }
    leaf.lets.reserve(rule.let.size());
    for (const auto& [name, text] : rule.let) {
        CompiledLet& let = leaf.lets.emplace_back();
        let.name = name;
        let.slot = scope.lets.find(name)->second;
        expression(let.code, text, fmt::format("{}/{}", at, name), scope, true);
    }
    order_lets(leaf, rule, at);
}

// Depth first; a let that is met again while its own names are looked at is in a cycle.
void Compiler::order_lets(CompiledLeaf& leaf, const Rule& rule, const std::string& at) {
    enum class State : std::uint8_t { unseen, open, done };
    std::vector<State> states(leaf.lets.size(), State::unseen);
    std::vector<std::size_t> order;
    bool cycle = false;
    const std::function<void(std::size_t)> visit = [&](std::size_t i) {
        if (states[i] == State::done || cycle) return;
        if (states[i] == State::open) {
            cycle = true;
            findings_.error("let_cycle", fmt::format("{}/{}", at, rule.let[i].first),
                            fmt::format("\"{}\" needs itself to be computed", rule.let[i].first));
            return;
        }
        states[i] = State::open;
        for (const std::uint32_t slot : leaf.lets[i].code.name_slots)
            for (std::size_t j = 0; j < leaf.lets.size(); ++j)
                if (leaf.lets[j].slot == slot) visit(j);
        states[i] = State::done;
        order.push_back(i);
    };
    for (std::size_t i = 0; i < leaf.lets.size(); ++i) visit(i);
    if (cycle) return;
    std::vector<CompiledLet> sorted;
    sorted.reserve(leaf.lets.size());
    for (const std::size_t i : order) sorted.push_back(std::move(leaf.lets[i]));
    leaf.lets = std::move(sorted);
}

void Compiler::band(const Band& band, const std::string& at) {
    Scope scope;
    scope.results = true;
    scope.is_leaf = false;
    CompiledBand& out = set_.compiled_bands.emplace_back();
    expression(out.on, band.on, at + "/on", scope);
    if (!band.when.empty()) {
        out.when = std::make_unique<feel::Code>();
        tests(*out.when, band.when, at + "/when", scope);
    }
    if (!band.condition.empty()) {
        out.condition = std::make_unique<feel::Code>();
        expression(*out.condition, band.condition, at + "/if", scope);
    }
    for (std::size_t i = 0; i < band.at_most.size(); ++i)
        expression(out.at_most.emplace_back(), band.at_most[i].condition, fmt::format("{}/at_most/{}/if", at, i), scope);
}

void Compiler::ranking() {
    Scope scope;
    scope.results = true;
    scope.is_leaf = false;
    expression(set_.compiled_rank_by, set_.rank_by, "/rank_by", scope);
    for (std::size_t i = 0; i < set_.tie_break.size(); ++i)
        expression(set_.compiled_ties.emplace_back(), set_.tie_break[i], fmt::format("/tie_break/{}", i), scope);
}

// The functions over units are found once every leaf is in its place.
void Compiler::among() {
    for (std::size_t i = 0; i < set_.leaves.size(); ++i) {
        CompiledLeaf& leaf = set_.leaves[i];
        const std::string& at = set_.criteria[leaf.criterion].pointer;
        std::set<std::uint32_t> depend;  // lets that rest on other units; each stands after those that it reads
        for (const CompiledLet& let : leaf.lets) {
            const auto& reads = let.code.name_slots;
            const bool any = std::any_of(reads.begin(), reads.end(), [&](std::uint32_t s) { return depend.contains(s); });
            if (any || !let.code.specials.empty()) depend.insert(let.slot);
        }
        for (CompiledLet& let : leaf.lets) among_of(i, let.code, at + "/rule/let", depend);
        for (CompiledRow& row : leaf.rows) among_of(i, row.points, at + "/rule/rows", depend);
        among_of(i, leaf.points, at + "/rule/points", depend);
    }
}

void Compiler::among_of(std::size_t index, feel::Code& code, const std::string& at, const std::set<std::uint32_t>& depend) {
    for (std::size_t s = 0; s < code.specials.size(); ++s) {
        const feel::Special& special = code.specials[s];
        set_.among.push_back({special.kind, code.special_slots[s], index, &code, special.of});
        feel::for_each_node(code, special.of, [&](const feel::Node& node) {
            if (node.op == feel::Op::name && depend.contains(code.name_slots[node.a]))
                findings_.error("expression", at,
                                "expected no value inside \"among units\" that itself depends on \"among units\"");
        });
    }
}

template <class Parse>
bool Compiler::parsed(feel::Code& out, const std::string& at, const Scope& scope, Parse parse) {
    try {
        out = parse();
    } catch (const Error& e) {
        if (e.code() != ErrorCode::expression_syntax) throw;
        findings_.error("expression", at,
                        fmt::format("line {}, column {}: {}", e.where().line, e.where().column, e.message()));
        return false;
    }
    bind(out, at, scope);
    return true;
}

bool Compiler::expression(feel::Code& out, std::string_view text, const std::string& at, const Scope& scope,
                          bool may_be_among) {
    return parsed(out, at, scope, [&] { return feel::parse_expression(text, {scope.results, may_be_among}); });
}

bool Compiler::tests(feel::Code& out, std::string_view text, const std::string& at, const Scope& scope) {
    return parsed(out, at, scope, [&] { return feel::parse_tests(text, {scope.results, false}); });
}

void Compiler::bind(feel::Code& code, const std::string& at, const Scope& scope) {
    for (const std::string& name : code.names) code.name_slots.push_back(slot_of(name, at, scope));
    for (const feel::Special& s : code.specials) code.special_slots.push_back(special(s, at, scope));
}

std::uint32_t Compiler::slot_of(const std::string& name, const std::string& at, const Scope& scope) {
    if (scope.is_leaf && name == "max") return scope.max_slot;
    if (const auto let = scope.lets.find(name); let != scope.lets.end()) return let->second;
    if (scope.results) {
        if (name == "total") return result(ResultSlot::Kind::total);
        if (name == "exact_total") return result(ResultSlot::Kind::exact_total);
        if (name == "index") return result(ResultSlot::Kind::index);
        if (name == "min_leaf") return result(ResultSlot::Kind::min_leaf);
    }
    if (!scope.facts)
        findings_.error("manual", at, fmt::format("expected no fact in the range of a manual rule; found \"{}\"", name));
    return fact(name, at);
}

std::uint32_t Compiler::fact(const std::string& name, const std::string& at) {
    if (!defined_.empty() && !defined_.contains(name))
        findings_.error("unknown_fact", at,
                        fmt::format("expected a fact of the dictionary, a let, or max; found \"{}\"", text::excerpt(name)));
    const auto found = facts_.find(name);
    return found != facts_.end() ? found->second : facts_.emplace(name, new_slot()).first->second;
}

std::uint32_t Compiler::result(ResultSlot::Kind kind, int criterion, int account) {
    const auto [known, added] = results_.try_emplace({kind, criterion, account}, set_.slot_count);
    if (added) set_.results.push_back({kind, criterion, account, new_slot()});
    return known->second;
}

std::uint32_t Compiler::special(const feel::Special& special, const std::string& at, const Scope&) {
    using Kind = feel::Special::Kind;
    if (special.kind == Kind::best || special.kind == Kind::mean || special.kind == Kind::place) return new_slot();
    const int account = set_.find_account(special.argument);
    const auto found = criteria_.find(special.argument);
    const int criterion = found == criteria_.end() ? -1 : found->second;
    const bool good = special.kind == Kind::total_without ? account >= 0 : account >= 0 || criterion >= 0;
    if (!good) {
        findings_.error("unknown_id", at,
                        fmt::format("expected the id of {}; found \"{}\"",
                                    special.kind == Kind::total_without ? "an account" : "a field, criterion or account",
                                    text::excerpt(special.argument)));
        return new_slot();
    }
    const auto kind = special.kind == Kind::total_without ? ResultSlot::Kind::total_without
                      : special.kind == Kind::points      ? ResultSlot::Kind::points
                                                          : ResultSlot::Kind::max_points;
    return result(kind, criterion, account);
}

}  // namespace cchc::criteria

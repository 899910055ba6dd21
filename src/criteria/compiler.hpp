// Expressions of a set read and bound: every name becomes a slot, lets come into the order in which they can be computed.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "criteria/findings.hpp"
#include "criteria/impl.hpp"

namespace cchc::criteria {

class Compiler {
public:
    Compiler(CriteriaSet::Impl& set, Findings& findings, const std::vector<FactDefinition>& dictionary);
    void run();

private:
    // What the names of one leaf mean.
    struct Scope {
        std::map<std::string, std::uint32_t, std::less<>> lets;  // slots
        std::uint32_t max_slot = 0;
        bool facts = true;     // a manual rule sees none
        bool results = false;  // bands, ties and ranking see results
        bool is_leaf = true;
    };

    void leaf(std::uint32_t criterion);
    void rule_codes(CompiledLeaf& leaf, const Rule& rule, const std::string& at, Scope& scope);
    void lets(CompiledLeaf& leaf, const Rule& rule, const std::string& at, Scope& scope);
    void order_lets(CompiledLeaf& leaf, const Rule& rule, const std::string& at);
    void row(CompiledLeaf& leaf, std::map<std::string, std::uint32_t, std::less<>>& inputs, const RuleRow& row,
             const std::string& at, const Scope& scope);
    void band(const Band& band, const std::string& at);
    void ranking();
    void among();
    void among_of(std::size_t leaf, feel::Code& code, const std::string& at, const std::set<std::uint32_t>& depend);

    bool expression(feel::Code& out, std::string_view text, const std::string& at, const Scope& scope,
                    bool may_be_among = false);
    bool tests(feel::Code& out, std::string_view text, const std::string& at, const Scope& scope);
    template <class Parse>
    bool parsed(feel::Code& out, const std::string& at, const Scope& scope, Parse parse);
    void bind(feel::Code& code, const std::string& at, const Scope& scope);
    std::uint32_t slot_of(const std::string& name, const std::string& at, const Scope& scope);
    std::uint32_t fact(const std::string& name, const std::string& at);
    std::uint32_t result(ResultSlot::Kind kind, int criterion = -1, int account = -1);
    std::uint32_t special(const feel::Special& special, const std::string& at, const Scope& scope);
    std::uint32_t new_slot() { return set_.slot_count++; }

    CriteriaSet::Impl& set_;
    Findings& findings_;
    std::map<std::string_view, int> criteria_;  // index of an id
    std::map<std::tuple<ResultSlot::Kind, int, int>, std::uint32_t> results_;
    std::set<std::string_view> defined_;  // facts of the dictionaries; none: any name is good
    std::map<std::string, std::uint32_t, std::less<>> facts_;
};

}  // namespace cchc::criteria

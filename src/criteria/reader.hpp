// From JSON to the parts of a criteria set. Reading goes on after a mistake; the findings name them all.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "criteria/findings.hpp"
#include "criteria/impl.hpp"

namespace cchc::json {
class Node;
class Object;
}  // namespace cchc::json

namespace cchc::criteria {

class Reader {
public:
    Reader(CriteriaSet::Impl& set, Findings& findings) : set_(set), findings_(findings) {}

    // The documents from the outermost frame to the set itself; most sets have one.
    void read(const std::vector<json::Node>& documents);
    // A dictionary of facts alone.
    void read_dictionary(const json::Node& node) { dictionary(node); }

private:
    struct Inherited {  // what a node has from those above it
        std::vector<bool> exists;
        std::optional<Rounding> rounding;
        std::vector<LegalBasis> legal_basis;
    };

    void head(json::Object& o, bool is_frame, bool is_last);
    void units(const json::Node& node);
    void dates(const json::Node& node);
    void numbers(json::Object& o);
    void guess_max();
    void ranking(json::Object& o);
    void dictionary(const json::Node& node);
    FactDefinition definition(const std::string& name, const json::Node& node);
    void additions(const json::Node& node, const std::vector<LegalBasis>& basis);
    std::vector<LegalBasis> documents_of_set(const json::Node& node);
    void unused_additions();

    void tree(const json::Node& fields);
    void node(const json::Node& node, int parent, int depth, const Inherited& above, int account = -1);
    void children(json::Object& o, int index, const Inherited& own);
    void leaf_keys(json::Object& o, Criterion& c);
    void unknown_keys(json::Object& o);
    void add_id(const std::string& id, std::string_view pointer);

    void accounts(const json::Node& node);
    void account(const json::Node& node);
    void bands(const json::Node& node);
    Band band(const json::Node& node);

    Rule rule(const json::Node& node);
    void table(json::Object& o, Rule& rule);
    RuleRow row(const json::Node& node);
    void manual(const json::Node& node, Rule& rule);

    LegalBasis document(const json::Node& node) const;
    std::vector<LegalBasis> documents(const json::Node& node) const;
    Number number(const json::Node& node) const;
    std::vector<Number> by_kind(const json::Node& node, const std::vector<bool>& exists) const;
    std::vector<bool> kinds(const json::Node& node) const;
    Rounding rounding(const json::Node& node) const;
    NotApplicable not_applicable(const json::Node& node) const;
    std::string expression(const json::Node& node) const;  // a string; a number or a boolean as its text

    CriteriaSet::Impl& set_;
    Findings& findings_;
    bool has_max_ = false;
    std::map<std::string, std::size_t, std::less<>> fact_index_;
    std::set<std::string, std::less<>> ids_;
    struct Addition {
        std::shared_ptr<json::Node> components;
        std::vector<LegalBasis> legal_basis;  // of the document that adds them: an article alone is of it
    };
    std::map<std::string, Addition, std::less<>> additions_;
};

}  // namespace cchc::criteria

// What tables of scores need to know of a criteria set (format cchc.criteria-description/1).
#include <algorithm>

#include "cchc/criteria.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

using json::Writer;

constexpr std::string_view assessors[] = {"appraisal", "survey", "leader", "statistics"};
constexpr std::string_view needs[] = {"none", "optional", "required"};
constexpr std::string_view fact_types[] = {"number", "boolean", "string"};

void local(Writer& w, std::string_view name, const LocalText& text) {
    w.key(name).object().member("vi", text.vi).member("en", text.en).end();
}

void strings(Writer& w, std::string_view name, const std::vector<std::string>& texts) {
    w.key(name).array(true);
    for (const std::string& text : texts) w.string(text);
    w.end();
}

void documents(Writer& w, const std::vector<LegalBasis>& basis) {
    w.key("legal_basis").array();
    for (const LegalBasis& b : basis) {
        w.object().member("document", b.document);
        if (!b.article.empty()) w.member("article", b.article);
        if (!b.note.empty()) w.member("note", b.note);
        if (!b.successor.empty()) w.member("successor", b.successor);
        w.end();
    }
    w.end();
}

void optional(Writer& w, std::string_view name, const std::optional<Number>& value) {
    if (value) w.member(name, value->to_string());
}

void criterion(Writer& w, const CriteriaSet& set, const Criterion& c) {
    const auto& criteria = set.criteria();
    w.object().member("id", c.id);
    local(w, "title", c.title);
    if (c.parent >= 0) w.member("parent", criteria[static_cast<std::size_t>(c.parent)].id);
    if (c.account >= 0) w.member("account", set.accounts()[static_cast<std::size_t>(c.account)].id);
    w.member("depth", c.depth).member("leaf", c.leaf);
    optional(w, "min", c.min);
    w.key("max").array(true);
    for (std::size_t k = 0; k < c.max.size(); ++k) {
        if (c.exists[k]) {
            w.string(c.max[k].to_string());
        } else {
            w.raw("null");
        }
    }
    w.end();
    if (c.leaf) {
        w.member("assessed_by", assessors[static_cast<std::size_t>(c.assessed_by)]);
        w.member("evidence", needs[static_cast<std::size_t>(c.evidence)]);
    }
    documents(w, c.legal_basis);
    w.end();
}

void account(Writer& w, const Account& a) {
    w.object().member("id", a.id);
    local(w, "title", a.title);
    w.member("mode", a.highest ? "highest" : "sum");
    optional(w, "min", a.min);
    optional(w, "max", a.max);
    documents(w, a.legal_basis);
    w.end();
}

void band(Writer& w, const CriteriaSet& set, const Band& b) {
    w.object().member("id", b.id);
    local(w, "title", b.title);
    w.key("units").array(true);
    for (std::size_t k = 0; k < set.units().size(); ++k)
        if (b.exists[k]) w.string(set.units()[k]);
    w.end();
    documents(w, b.legal_basis);
    w.end();
}

void fact(Writer& w, const FactDefinition& f) {
    w.object().member("name", f.name).member("type", fact_types[static_cast<std::size_t>(f.type)]);
    optional(w, "min", f.min);
    optional(w, "max", f.max);
    if (!f.values.empty()) strings(w, "values", f.values);
    if (!f.unit.empty()) w.member("unit", f.unit);
    local(w, "title", f.title);
    if (!f.source.empty()) w.member("source", f.source);
    w.end();
}

void head(Writer& w, const CriteriaSet& set) {
    w.object().member("format", "cchc.criteria-description/1").member("id", set.id()).member("version", set.version());
    local(w, "title", set.title());
    w.member("status", set.is_example() ? "example" : "official");
    strings(w, "units", set.units());
    w.key("valid").object();
    const auto date = [&w](std::string_view name, const std::optional<Date>& day) {
        w.key(name);
        if (day) {
            w.string(to_string(*day));
        } else {
            w.raw("null");
        }
    };
    date("from", set.valid_from());
    date("to", set.valid_to());
    w.end();
    documents(w, set.legal_basis());
    w.key("notes").array();
    for (const LocalText& note : set.notes()) w.object().member("vi", note.vi).member("en", note.en).end();
    w.end().key("max").array(true);
    for (std::size_t k = 0; k < std::max<std::size_t>(set.units().size(), 1); ++k) w.string(set.max(k).to_string());
    w.end();
}

}  // namespace

std::string CriteriaSet::description_json() const {
    Writer w;
    head(w, *this);
    w.key("criteria").array();
    for (const Criterion& c : criteria()) criterion(w, *this, c);
    w.end().key("leaves").array(true);
    for (const Criterion& c : criteria())
        if (c.leaf) w.string(c.id);
    w.end().key("accounts").array();
    for (const Account& a : accounts()) account(w, a);
    w.end().key("bands").array();
    for (const Band& b : bands()) band(w, *this, b);
    w.end().key("facts").array();
    for (const FactDefinition& f : facts()) fact(w, f);
    w.end();
    strings(w, "fact_names", fact_names());
    return w.end().take();
}

}  // namespace cchc

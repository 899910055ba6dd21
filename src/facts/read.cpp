// Facts read from the pinned format, strictly.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/decimal_text.hpp"
#include "cchc/error.hpp"
#include "cchc/facts.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;
using Kind = json::Value::Kind;

// A number is one in either spelling, so that "0.9345" and 0.9345 are equal facts; an exponent is a JSON number's only.
FactValue value_of(const Node& node) {
    if (node.is(Kind::boolean)) return node.boolean();
    if (!node.is(Kind::number) && !node.is(Kind::string))
        node.fail(fmt::format("expected a number, a string, true or false; found {}", json::to_string(node.value().kind)));
    const std::string& text = node.value().text;
    const auto exponent = node.is(Kind::number) ? text::Exponent::read : text::Exponent::refused;
    const text::DecimalText number = text::read_decimal(text, exponent);
    if (!number.is_number) return text;
    if (!number.value)
        node.fail(fmt::format("expected a number of at most 18 digits, 18 of them decimals; found {}", text::excerpt(text)));
    return *number.value;
}

// All members of an object that are named by the user.
std::vector<std::pair<std::string, Node>> named(const Node& node) {
    auto members = Object(node).rest();
    for (const auto& [name, value] : members)
        if (name.empty()) value.fail("expected a name; found an empty one");
    return members;
}

std::string some_text(const Node& node, std::string_view what) {
    if (node.string().empty()) node.fail(fmt::format("expected {}; found an empty text", what));
    return std::string(node.string());
}

void read_period(const Node& node, Facts& facts) {
    Object o(node);
    facts.from = o.at("from").date();
    const Node to = o.at("to");
    facts.to = to.date();
    if (facts.to <= facts.from)
        to.fail(fmt::format("expected a date after {}; found {}", to_string(facts.from), to_string(facts.to)));
    o.done();
}

void read_sources(const Node& node, Facts& facts) {
    for (const auto& [name, value] : named(node)) {
        if (facts.values.find(name) == facts.values.end())
            value.fail("expected the name of a fact; there is none of this name");
        if (value.string() != facts.source) facts.sources.emplace(name, value.string());
    }
}

std::pair<std::string, FactValue> read_said(const Node& node) {
    Object o(node);
    std::pair<std::string, FactValue> said{o.at("source").string(), value_of(o.at("value"))};
    o.done();
    return said;
}

void read_conflicts(const Node& node, Facts& facts) {
    for (const auto& [name, list] : named(node)) {
        if (facts.values.find(name) != facts.values.end()) list.fail("a fact in conflict has no value; this one has");
        FactConflict conflict{name, {}};
        for (const Node& item : list.items()) conflict.values.push_back(read_said(item));
        const auto& values = conflict.values;
        const auto other = [&](const auto& said) { return said.second != values.front().second; };
        if (std::none_of(values.begin(), values.end(), other)) list.fail("expected two different values");
        facts.conflicts.push_back(std::move(conflict));
    }
    std::sort(facts.conflicts.begin(), facts.conflicts.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

enum class Authority : std::uint8_t { required, optional };

// `seen` holds the criteria that already have a note.
std::vector<CriterionNote> read_notes(const Node& node, Authority authority, std::set<std::string>& seen) {
    std::vector<CriterionNote> notes;
    for (const Node& item : node.items()) {
        Object o(item);
        const Node criterion = o.at("criterion");
        CriterionNote note{some_text(criterion, "the id of a criterion"), some_text(o.at("reason"), "a reason"), {}};
        if (authority == Authority::required) {
            note.authority = some_text(o.at("authority"), "who decided it");
        } else if (const auto who = o.find("authority")) {
            note.authority = who->string();
        }
        o.done();
        if (!seen.insert(note.criterion).second)
            criterion.fail(
                fmt::format("expected one note for a criterion; \"{}\" has one already", text::excerpt(note.criterion)));
        notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace

Facts Facts::from_json(std::string_view text, std::string_view source_name) {
    const json::Value root = json::parse(text, source_name);
    Object o(Node(root, source_name));
    o.expect_format("cchc.facts/1");
    Facts facts;
    facts.unit = o.at("unit").string();
    if (const auto kind = o.find("kind")) facts.kind = kind->string();
    if (const auto period = o.find("period")) read_period(*period, facts);
    if (const auto source = o.find("source")) facts.source = source->string();
    if (facts.source.empty()) facts.source = source_name;
    for (const auto& [name, value] : named(o.at("facts"))) facts.values.emplace(name, value_of(value));
    if (const auto sources = o.find("sources")) read_sources(*sources, facts);
    if (const auto conflicts = o.find("conflicts")) read_conflicts(*conflicts, facts);
    std::set<std::string> seen;
    if (const auto notes = o.find("not_applicable")) facts.not_applicable = read_notes(*notes, Authority::required, seen);
    if (const auto notes = o.find("no_case")) facts.no_case = read_notes(*notes, Authority::optional, seen);
    o.done();
    return facts;
}

}  // namespace cchc

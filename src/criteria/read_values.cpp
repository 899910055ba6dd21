// The small values of a criteria set: numbers, documents, roundings, kinds of unit.
#include <fmt/format.h>

#include <algorithm>

#include "criteria/json_number.hpp"
#include "criteria/reader.hpp"
#include "json/value.hpp"

namespace cchc::criteria {

using json::Node;
using json::Object;
using Kind = json::Value::Kind;

Number decimal_of(const Node& node) {
    if (!node.is(Kind::number) && !node.is(Kind::string)) node.fail("expected a number or a decimal string");
    const std::string& written = node.value().text;
    // A fraction of two whole numbers is a number of ours, but of no decision.
    const auto value = written.find('/') == std::string::npos ? Number::parse(written) : std::nullopt;
    if (!value) node.fail(fmt::format("expected a decimal number like 2.5; found \"{}\"", text::excerpt(written)));
    return *value;
}

Number Reader::number(const Node& node) const { return decimal_of(node); }

std::string Reader::expression(const Node& node) const {
    if (node.is(Kind::number)) return node.value().text;
    if (node.is(Kind::boolean)) return node.value().flag ? "true" : "false";
    const std::string_view text = node.string();
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        node.fail("expected an expression; found an empty text");
    return std::string(text);
}

std::vector<bool> Reader::kinds(const Node& node) const {
    std::vector<bool> exists(set_.kinds(), false);
    if (node.items().empty()) node.fail("expected at least one kind of unit");
    for (const Node& item : node.items()) {
        const auto found = std::find(set_.units.begin(), set_.units.end(), item.string());
        if (found == set_.units.end()) {
            findings_.error("unknown_kind", item.pointer(),
                            fmt::format("expected one of the kinds of unit of the set ({}); found \"{}\"",
                                        fmt::join(set_.units, ", "), text::excerpt(item.string())));
            continue;
        }
        exists[static_cast<std::size_t>(found - set_.units.begin())] = true;
    }
    return exists;
}

std::vector<Number> Reader::by_kind(const Node& node, const std::vector<bool>& exists) const {
    const auto maximum = [this](const Node& place) {
        Number n = number(place);
        if (n.sign() < 0) place.fail(fmt::format("expected a maximum of 0 or more; found {}", n.to_string()));
        return n;
    };
    if (!node.is(Kind::object)) return std::vector<Number>(set_.kinds(), maximum(node));
    Object o(node);
    std::vector<Number> out(set_.kinds());
    for (std::size_t k = 0; k < set_.units.size(); ++k) {
        const auto value = o.find(set_.units[k]);
        if (value) {
            out[k] = maximum(*value);
        } else if (exists[k]) {
            node.fail(fmt::format("expected a maximum for the kind of unit \"{}\"", set_.units[k]));
        }
    }
    o.done();
    return out;
}

Rounding Reader::rounding(const Node& node) const {
    static constexpr std::pair<std::string_view, RoundingMode> modes[] = {{"half_up", RoundingMode::half_up},
                                                                          {"half_even", RoundingMode::half_even},
                                                                          {"half_down", RoundingMode::half_down},
                                                                          {"up", RoundingMode::up},
                                                                          {"down", RoundingMode::down}};
    Object o(node);
    Rounding out;
    out.places = static_cast<int>(o.at("places").integer(0, 18));
    out.mode = json::choice(o.at("mode"), modes);
    o.done();
    return out;
}

NotApplicable Reader::not_applicable(const Node& node) const {
    static constexpr std::pair<std::string_view, NotApplicable> names[] = {{"shrink", NotApplicable::shrink},
                                                                           {"rescale", NotApplicable::rescale}};
    return json::choice(node, names);
}

// Below a set that rests on one document, an article alone means that document.
LegalBasis Reader::document(const Node& node) const {
    Object o(node);
    LegalBasis out;
    if (const auto d = o.find("document")) {
        out.document = d->string();
    } else if (set_.legal_basis.size() == 1) {
        out.document = set_.legal_basis.front().document;
    } else {
        node.fail("the key \"document\" is missing");
    }
    if (const auto a = o.find("article")) out.article = a->string();
    if (const auto n = o.find("note")) out.note = n->string();
    if (const auto s = o.find("successor")) out.successor = s->string();
    o.done();
    return out;
}

std::vector<LegalBasis> Reader::documents(const Node& node) const {
    if (!node.is(Kind::array)) return {document(node)};
    std::vector<LegalBasis> out;
    for (const Node& item : node.items()) out.push_back(document(item));
    return out;
}

}  // namespace cchc::criteria

// Options of what-if and sensitivity from JSON, for callers that speak it.
#include "cchc/sensitivity.hpp"
#include "cchc/whatif.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

constexpr std::pair<std::string_view, WhatIfOptions::Reach> reaches[] = {{"maximum", WhatIfOptions::Reach::maximum},
                                                                         {"next_row", WhatIfOptions::Reach::next_row}};
constexpr std::int64_t most_draws = 1'000'000'000;

Number number(const Node& node) {
    const bool good = node.is(json::Value::Kind::number) || node.is(json::Value::Kind::string);
    const auto value = good ? Number::parse(node.value().text) : std::nullopt;
    if (!value) node.fail("expected a number or a decimal string");
    return *value;
}

std::map<std::string, Number, std::less<>> numbers(const Node& node) {
    Object o(node);
    std::map<std::string, Number, std::less<>> out;
    for (const auto& [name, item] : o.rest()) out.emplace(name, number(item));
    return out;
}

}  // namespace

WhatIfOptions WhatIfOptions::from_json(std::string_view text, std::string_view source) {
    const json::Value root = json::parse(text, source);
    Object o(Node(root, source));
    o.expect_format("cchc.whatif_options/1");
    WhatIfOptions out;
    if (const auto band = o.find("band")) out.band = band->string();
    if (const auto reach = o.find("reach")) out.reach = json::choice(*reach, reaches);
    if (const auto costs = o.find("costs")) out.costs = numbers(*costs);
    if (const auto fixed = o.find("fixed"))
        for (const Node& id : fixed->items()) out.fixed.emplace(id.string());
    o.done();
    return out;
}

SensitivityOptions SensitivityOptions::from_json(std::string_view text, std::string_view source) {
    const json::Value root = json::parse(text, source);
    Object o(Node(root, source));
    o.expect_format("cchc.sensitivity_options/1");
    SensitivityOptions out;
    if (const auto points = o.find("points")) out.points = number(*points);
    if (const auto leaves = o.find("leaf_points")) out.leaf_points = numbers(*leaves);
    if (const auto weights = o.find("weights")) out.weights = number(*weights);
    if (const auto seed = o.find("seed")) out.seed = static_cast<std::uint64_t>(seed->integer(0, INT64_MAX));
    if (const auto first = o.find("first")) out.first = static_cast<std::uint64_t>(first->integer(0, most_draws));
    if (const auto draws = o.find("draws")) out.draws = static_cast<std::uint64_t>(draws->integer(0, most_draws));
    if (const auto outside = o.find("outside"))
        for (const Node& unit : outside->items()) out.ranking.outside.emplace_back(unit.string());
    if (const auto by_kind = o.find("by_kind")) out.ranking.by_kind = by_kind->boolean();
    o.done();
    return out;
}

}  // namespace cchc

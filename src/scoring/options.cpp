// Options of what-if and sensitivity from JSON, for callers that speak it.
#include "cchc/sensitivity.hpp"
#include "cchc/whatif.hpp"
#include "criteria/json_number.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

constexpr std::pair<std::string_view, WhatIfOptions::Reach> reaches[] = {{"maximum", WhatIfOptions::Reach::maximum},
                                                                         {"next_row", WhatIfOptions::Reach::next_row}};
constexpr std::int64_t most_draws = 1'000'000'000;

std::map<std::string, Number, std::less<>> numbers(const Node& node) {
    Object o(node);
    std::map<std::string, Number, std::less<>> out;
    for (const auto& [name, item] : o.rest()) out.emplace(name, criteria::decimal_of(item));
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

SensitivityRequest SensitivityRequest::from_json(std::string_view text, std::string_view source) {
    const json::Value root = json::parse(text, source);
    Object o(Node(root, source));
    o.expect_format("cchc.sensitivity_options/1");
    SensitivityRequest out;
    if (const auto points = o.find("points")) out.options.points = criteria::decimal_of(*points);
    if (const auto leaves = o.find("leaf_points")) out.options.leaf_points = numbers(*leaves);
    if (const auto weights = o.find("weights")) out.options.weights = criteria::decimal_of(*weights);
    if (const auto seed = o.find("seed")) out.options.seed = static_cast<std::uint64_t>(seed->integer(0, INT64_MAX));
    if (const auto first = o.find("first")) out.first = static_cast<std::uint64_t>(first->integer(0, most_draws));
    if (const auto draws = o.find("draws")) out.draws = static_cast<std::uint64_t>(draws->integer(0, most_draws));
    if (const auto outside = o.find("outside"))
        for (const Node& unit : outside->items()) out.options.ranking.outside.emplace_back(unit.string());
    if (const auto by_kind = o.find("by_kind")) out.options.ranking.by_kind = by_kind->boolean();
    o.done();
    return out;
}

}  // namespace cchc

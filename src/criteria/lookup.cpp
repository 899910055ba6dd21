// What a set is read with: the texts of the sets that it extends, and the dictionary of the facts that its rules may read.
#include <fmt/format.h>

#include <algorithm>

#include "criteria/reader.hpp"
#include "json/value.hpp"

namespace cchc {

CriteriaLookup lookup_among(std::vector<std::string> texts) {
    std::map<std::string, std::string, std::less<>> by_id;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string source = fmt::format("frames[{}]", i);
        const json::Value root = json::parse(texts[i], source);
        json::Object o(json::Node(root, source));
        const json::Node id = o.at("id");
        if (!by_id.emplace(id.string(), std::move(texts[i])).second)
            id.fail(fmt::format("expected another id for each set; \"{}\" stands before", text::excerpt(id.string())));
    }
    return [by_id = std::move(by_id)](std::string_view id) -> std::optional<std::string> {
        const auto found = by_id.find(id);
        if (found != by_id.end()) return found->second;
        const auto builtin = CriteriaSet::builtin_ids();
        if (std::find(builtin.begin(), builtin.end(), id) == builtin.end()) return std::nullopt;
        return std::string(CriteriaSet::builtin_json(id));
    };
}

std::vector<FactDefinition> fact_definitions_from_json(std::string_view text, std::string_view source) {
    const json::Value root = json::parse(text, source);
    CriteriaSet::Impl set;
    criteria::Findings findings(set.report);
    criteria::Reader(set, findings).read_dictionary(json::Node(root, source));
    if (!set.report.findings.empty()) {
        const CheckFinding& first = set.report.findings.front();
        throw Error(ErrorCode::json_schema, first.message, {std::string(source), -1, -1, -1, first.pointer});
    }
    return std::move(set.facts);
}

}  // namespace cchc

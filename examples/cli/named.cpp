#include "named.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "input.hpp"
#include "problems.hpp"

namespace tool {
namespace {

// The text of the file `name`, or nothing if it is a built-in name.
std::optional<std::string> file_unless(const std::vector<std::string>& builtin, const std::string& name,
                                       std::string_view what) {
    if (std::find(builtin.begin(), builtin.end(), name) != builtin.end()) return std::nullopt;
    std::error_code ignored;
    if (name != "-" && !std::filesystem::exists(name, ignored)) {
        throw CallError(
            fmt::format("no built-in {} and no file \"{}\"; built in: {}", what, name, fmt::join(builtin, ", ")));
    }
    return read_whole(name);
}

}  // namespace

cchc::Calendar find_calendar(const std::string& name) {
    const auto text = file_unless({"vn"}, name, "calendar");
    return text ? cchc::Calendar::from_json(*text, name) : cchc::Calendar::builtin(name);
}

cchc::CountingRule find_rule(const std::string& name) {
    const auto text = file_unless(cchc::CountingRule::builtin_ids(), name, "counting rule");
    return text ? cchc::CountingRule::from_json(*text, name) : cchc::CountingRule::builtin(name);
}

cchc::OutcomePolicy find_policy(const std::string& name) {
    const auto text = file_unless(cchc::OutcomePolicy::builtin_ids(), name, "policy");
    return text ? cchc::OutcomePolicy::from_json(*text, name) : cchc::OutcomePolicy::builtin(name);
}

cchc::FormVariant find_form_variant(const std::string& name) {
    const auto text = file_unless(cchc::FormVariant::builtin_ids(), name, "kind of form");
    return text ? cchc::FormVariant::from_json(*text, name) : cchc::FormVariant::builtin(name);
}

cchc::Mapping find_mapping(const std::string& name) {
    const auto text = file_unless(cchc::Mapping::builtin_ids(), name, "mapping");
    return text ? cchc::Mapping::from_json(*text, name) : cchc::Mapping::builtin(name);
}

cchc::CriteriaSet find_criteria(const std::string& name) {
    const auto text = file_unless(cchc::CriteriaSet::builtin_ids(), name, "criteria set");
    return text ? cchc::CriteriaSet::from_json(*text, name, frames_beside(name)) : cchc::CriteriaSet::builtin(name);
}

cchc::CriteriaLookup frames_beside(const std::string& file) {
    return [folder = std::filesystem::path(file).parent_path()](std::string_view id) -> std::optional<std::string> {
        const auto builtin = cchc::CriteriaSet::builtin_ids();
        if (std::find(builtin.begin(), builtin.end(), id) != builtin.end()) {
            return std::string(cchc::CriteriaSet::builtin_json(id));
        }
        // An id that is no plain name must not lead to files elsewhere.
        if (id.empty() || id.front() == '.' || id.find_first_of("/\\:") != std::string_view::npos) return std::nullopt;
        const std::filesystem::path path = folder / (std::string(id) + ".json");
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
        return read_whole(path.string());
    };
}

std::string criteria_text(const std::string& name) {
    const auto text = file_unless(cchc::CriteriaSet::builtin_ids(), name, "criteria set");
    return text ? *text : std::string(cchc::CriteriaSet::builtin_json(name));
}

cchc::Lang parse_lang(const Common& common) { return common.lang == "en" ? cchc::Lang::en : cchc::Lang::vi; }

std::vector<cchc::Period> parse_periods(const std::string& period, const std::string& windows) {
    try {
        return cchc::periods(cchc::parse_period_scheme(windows).value(), period);
    } catch (const cchc::Error& error) {
        throw CallError(fmt::format("--period: {}", error.message()));
    }
}

cchc::Date parse_date(const std::string& text, std::string_view option) {
    const auto moment = cchc::parse_moment(text);
    if (!moment || moment->second >= 0) {
        throw CallError(fmt::format("{}: \"{}\" is no date; write it as 2020-01-31 or 31/01/2020", option, text));
    }
    return moment->date;
}

}  // namespace tool

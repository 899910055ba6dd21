#include "inspection/unit_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "base/vietnamese.hpp"

namespace cchc::inspection {
namespace {

constexpr std::size_t most_named = 3;

// How far two folded names may be apart: of short names two letters are all there is.
std::size_t most_apart(std::string_view folded) { return std::min<std::size_t>(2, folded.size() / 4); }

// "ubnd-xa-thanh": the words of a name in plain letters and digits, as files are named.
std::string file_words(std::string_view name) {
    std::string out;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) out.append(out.empty() ? "" : "-").append(text::fold(word));
        word.clear();
    };
    for (const char c : text::name_key(name)) {
        const bool sign = c == ' ' || c == '-' || c == '_' || c == '.' || c == ',' || c == '(' || c == ')';
        if (sign) {
            end_word();
        } else {
            word += c;
        }
    }
    end_word();
    return out;
}

std::string quoted_names(const std::vector<std::string>& names, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out.append(i + 1 == names.size() ? last : std::string_view(", "));
        out.append("\"").append(names[i]).append("\"");
    }
    return out;
}

}  // namespace

std::string plan_name(const InspectionPlan& plan, std::string_view name) {
    const PlanSubject* subject = plan.subject(name);
    return subject != nullptr ? subject->unit : std::string(name);
}

std::vector<std::string> near_units(const InspectionPlan& plan, std::string_view name) {
    const std::string folded = text::fold(name);
    std::vector<std::string> out;
    std::size_t nearest = most_apart(folded);
    for (const PlanSubject& subject : plan.subjects) {
        const std::size_t apart = text::edit_distance(folded, text::fold(subject.unit), nearest);
        if (apart > nearest) continue;
        if (apart < nearest) out.clear();
        nearest = apart;
        if (out.size() < most_named) out.push_back(subject.unit);
    }
    return out;
}

LocalText did_you_mean(const InspectionPlan& plan, std::string_view name) {
    const std::vector<std::string> near = near_units(plan, name);
    if (near.empty()) return {};
    return {fmt::format("; có phải là {}?", quoted_names(near, " hoặc ")),
            fmt::format("; did you mean {}?", quoted_names(near, " or "))};
}

LocalText unknown_unit_words(const InspectionPlan& plan, std::string_view name) {
    const LocalText hint = did_you_mean(plan, name);
    return {fmt::format("đơn vị \"{}\" không có trong kế hoạch{}", name, hint.vi),
            fmt::format("the unit \"{}\" is not in the plan{}", name, hint.en)};
}

const PlanSubject* unit_of_file(const InspectionPlan& plan, std::string_view source) {
    source.remove_prefix(std::min(source.find_last_of("/\\") + 1, source.size()));
    const std::string file = file_words(source.substr(0, source.rfind('.')));
    if (file.empty()) return nullptr;
    std::string tail("-");
    tail.append(file);
    const PlanSubject *whole = nullptr, *by_tail = nullptr;
    std::size_t wholes = 0, tails = 0;
    for (const PlanSubject& subject : plan.subjects) {
        const std::string unit = file_words(subject.unit);
        if (unit == file) {
            whole = &subject;
            ++wholes;
        } else if (unit.ends_with(tail)) {
            by_tail = &subject;
            ++tails;
        }
    }
    if (wholes == 1) return whole;
    return wholes == 0 && tails == 1 ? by_tail : nullptr;
}

}  // namespace cchc::inspection

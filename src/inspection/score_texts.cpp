#include "inspection/score_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cchc::inspection {
namespace {

using Words = std::pair<std::string_view, std::string_view>;  // of scoring, and in Vietnamese

constexpr std::array<Words, 4> rounds_of_scores = {{{"self", "vòng tự chấm"},
                                                    {"appraisal", "vòng thẩm định"},
                                                    {"explanation", "vòng giải trình"},
                                                    {"second_appraisal", "vòng thẩm định lần hai"}}};

constexpr std::array<Words, 3> kinds_of_scores = {{{"self score of ", "điểm tự chấm"},
                                                   {"appraised score of ", "điểm thẩm định"},
                                                   {"after_explanation score of ", "điểm sau giải trình"}}};

std::string round_in_vietnamese(std::string_view name) {
    for (const auto& [round, vi] : rounds_of_scores)
        if (round == name) return std::string(vi);
    return fmt::format("vòng “{}”", name);
}

// What stands between two texts of an English sentence; none where it is another sentence.
std::optional<std::string_view> between(std::string_view text, std::string_view before, std::string_view after) {
    const std::size_t start = text.find(before);
    if (start == std::string_view::npos) return std::nullopt;
    text.remove_prefix(start + before.size());
    const std::size_t end = after.empty() ? text.size() : text.rfind(after);
    if (end == std::string_view::npos) return std::nullopt;
    return text.substr(0, end);
}

std::string between_or(std::string_view text, std::string_view before, std::string_view after) {
    return std::string(between(text, before, after).value_or("…"));
}

// "2020-09-01" as Vietnamese documents write it.
std::string day_in_vietnamese(const std::string& iso) {
    if (iso.size() != 10) return iso;
    return fmt::format("{}/{}/{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

std::string points_in_vietnamese(std::string text) {
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string change_in_vietnamese(const std::string& english) {
    if (!between(english, "a change from ", " needs a reason")) return "giải trình phải có lý do";
    return fmt::format("đổi điểm từ {} thành {} phải có lý do",
                       points_in_vietnamese(between_or(english, "a change from ", " to ")),
                       points_in_vietnamese(between_or(english, " to ", " needs a reason")));
}

std::string refusal(std::string_view code, const std::string& english) {
    // Names of rounds have no quotation marks; what was found may have some.
    const auto round = [&] {
        const std::string name = between_or(english, "the round \"", {});
        return round_in_vietnamese(std::string_view(name).substr(0, name.find('"')));
    };
    if (code == "unknown_criterion")
        return fmt::format("bộ tiêu chí không có tiêu chí thành phần “{}”", between_or(english, "leaf \"", "\""));
    if (code == "locked") return round() + " đã khóa";
    if (code == "no_date") return round() + " có hạn nên phải ghi ngày chấm";
    if (code == "late")
        return fmt::format("{} đến hạn ngày {}; điểm ghi ngày {}", round(),
                           day_in_vietnamese(between_or(english, "was due on ", "; found ")),
                           day_in_vietnamese(between_or(english, "; found ", {})));
    if (code == "points_range") return "không ghi điểm";
    if (code == "duplicate")
        return fmt::format("tiêu chí “{}” được ghi hai lần ở {}", between_or(english, "the leaf \"", "\" has two entries"),
                           round());
    if (code == "order")
        return english.starts_with("an explanation") ? "giải trình không cho điểm; điểm do thẩm định lần hai cho"
                                                     : "thẩm định lần hai khi chưa có thẩm định lần đầu";
    if (code == "reason") return change_in_vietnamese(english);
    if (code == "not_self_scored")
        return fmt::format("đơn vị không tự chấm tiêu chí “{}”", between_or(english, "no points for \"", "\""));
    if (code == "evidence") return "thiếu tài liệu kiểm chứng hoặc lý do nêu cách tính điểm";
    return "điểm ghi không dùng được";
}

// Sentences that tell of one criterion, which stands between the two texts.
struct OfCriterion {
    std::string_view before, after, vi;
};

constexpr std::array<OfCriterion, 4> of_criteria = {
    {{"scores: the set has no leaf \"", "\"", "phiếu chấm điểm có tiêu chí “{}” mà bộ tiêu chí không có"},
     {"not_applicable: the set has no criterion \"", "\"",
      "dữ kiện ghi không áp dụng tiêu chí “{}” mà bộ tiêu chí không có"},
     {"no_case: the set has no criterion \"", "\"", "dữ kiện ghi không phát sinh ở tiêu chí “{}” mà bộ tiêu chí không có"},
     {"no_case: ", " does not say what no case means", "tiêu chí {} không quy định cách chấm khi không phát sinh"}}};

}  // namespace

std::optional<std::pair<std::string_view, std::string_view>> quoted_after(std::string_view text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return std::nullopt;
    text.remove_prefix(prefix.size());
    const std::size_t end = text.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(end + 1);
    const std::size_t colon = rest.find(": ");
    return std::pair(text.substr(0, end), colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 2));
}

std::string fact_title(const CriteriaSet& criteria, const std::string& name, Lang lang) {
    const auto known = std::find_if(criteria.facts().begin(), criteria.facts().end(),
                                    [&](const FactDefinition& d) { return d.name == name; });
    if (known != criteria.facts().end() && !known->title.in(lang).empty()) return known->title.in(lang);
    const bool vi = lang == Lang::vi;
    if (name.ends_with("(\"among units\")")) return vi ? "giá trị của các đơn vị khác" : "the values of the other units";
    if (name == "a result" && vi) return "một kết quả khác";
    return name;
}

std::optional<std::string> score_problem_in_vietnamese(const CriteriaSet& criteria, std::string_view problem) {
    if (const auto fact = quoted_after(problem, "fact \"")) {
        const bool differ = fact->second == "the sources differ";
        return fmt::format("số liệu “{}”: {}", fact_title(criteria, std::string(fact->first), Lang::vi),
                           differ ? "các nguồn ghi khác nhau nên chưa dùng được"
                                  : "giá trị ghi không đúng kiểu hoặc ngoài khoảng cho phép nên chưa dùng được");
    }
    for (const OfCriterion& words : of_criteria)
        if (problem.starts_with(words.before) && problem.ends_with(words.after))
            return fmt::format(fmt::runtime(words.vi), *between(problem, words.before, words.after));
    for (const auto& [en, vi] : kinds_of_scores)
        if (problem.starts_with(en))
            return fmt::format("{} của tiêu chí {} không đúng khung điểm nên không được tính", vi,
                               problem.substr(en.size(), problem.find(':') - std::min(problem.find(':'), en.size())));
    if (problem == "the total: the number is too large") return "tổng điểm là số quá lớn";
    return std::nullopt;
}

std::string refusal_in_vietnamese(const CheckFinding& refused) {
    return "phiếu chấm điểm: " + refusal(refused.code, refused.message);
}

}  // namespace cchc::inspection

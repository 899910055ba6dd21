// What scoring says in English, in the language of the document.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cchc/error.hpp"
#include "report/score_parts.hpp"

namespace cchc::report::docs {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 9> known_reasons = {{{"no case arose in the period", "không phát sinh trong kỳ"},
                                                {"no score is given", "chưa có điểm"},
                                                {"facts are missing", "thiếu số liệu"},
                                                {"no row matches", "không dòng nào của bảng điểm khớp"},
                                                {"two rows of the table match", "hai dòng của bảng điểm cùng khớp"},
                                                {"the total is not complete", "tổng điểm chưa đủ số liệu"},
                                                {"not ranked with the others", "không xếp hạng cùng các đơn vị khác"},
                                                {"the key of the ranking has no value", "chưa có căn cứ để xếp hạng"},
                                                {"no band takes this result", "không có mức xếp loại nào cho kết quả này"}}};

const Band* band_of(const CriteriaSet& criteria, std::string_view id) {
    const auto found =
        std::find_if(criteria.bands().begin(), criteria.bands().end(), [&](const Band& b) { return b.id == id; });
    return found == criteria.bands().end() ? nullptr : &*found;
}

std::string band_title(const Band& band, Lang lang) { return band.title.in(lang).empty() ? band.id : band.title.in(lang); }

// What holds a unit down: the words of the set, where it has some; the condition itself is a formula.
std::string cap_words(const Band& band, std::string_view condition, Lang lang) {
    std::string out = say(lang, "không quá mức {}", "at most {}", band_title(band, lang));
    for (const BandCap& cap : band.at_most)
        if (cap.condition == condition && !cap.title.in(lang).empty()) out.append(": ").append(cap.title.in(lang));
    return out;
}

// The text between the first two quotation marks after `prefix`, and what follows them and ": ".
std::optional<std::pair<std::string_view, std::string_view>> quoted(std::string_view text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return std::nullopt;
    text.remove_prefix(prefix.size());
    const std::size_t end = text.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(end + 1);
    const std::size_t colon = rest.find(": ");
    return std::pair(text.substr(0, end), colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 2));
}

std::string band_reason_words(const CriteriaSet& criteria, const std::string& reason, Lang lang) {
    if (const auto cap = quoted(reason, "at most \""))
        if (const Band* band = band_of(criteria, cap->first)) return cap_words(*band, cap->second, lang);
    if (const auto open = quoted(reason, "band \""))
        if (const Band* band = band_of(criteria, open->first))
            return say(lang, "chưa xét được mức {}: {}", "{} cannot be decided: {}", band_title(*band, lang),
                       open->second.starts_with("a fact")
                           ? pick(lang, "thiếu số liệu", "a fact is missing")
                           : pick(lang, "điều kiện không có giá trị", "its condition has no value"));
    return reason_words(reason, lang);
}

bool stands_in(const CriteriaSet& criteria, int index) {
    return index >= 0 && static_cast<std::size_t>(index) < criteria.criteria().size();
}

}  // namespace

std::string reason_words(const std::string& reason, Lang lang) {
    for (const auto& [en, vi] : known_reasons)
        if (reason == en) return pick(lang, vi, en);
    return reason;
}

std::string band_words(const CriteriaSet& criteria, const Scorecard& card, Lang lang, bool with_reason) {
    std::string out = pick(lang, "chưa xếp loại", "none");
    if (card.band >= 0 && static_cast<std::size_t>(card.band) < criteria.bands().size())
        out = band_title(criteria.bands()[static_cast<std::size_t>(card.band)], lang);
    if (with_reason && !card.band_reason.empty())
        out += fmt::format(" ({})", band_reason_words(criteria, card.band_reason, lang));
    return out;
}

std::string fact_title(const CriteriaSet& criteria, const std::string& name, Lang lang) {
    const auto known = std::find_if(criteria.facts().begin(), criteria.facts().end(),
                                    [&](const FactDefinition& d) { return d.name == name; });
    if (known != criteria.facts().end() && !known->title.in(lang).empty()) return known->title.in(lang);
    if (name.ends_with("(\"among units\")"))
        return pick(lang, "giá trị của các đơn vị khác", "the values of the other units");
    if (name == "a result") return pick(lang, "một kết quả khác", name);
    return name;
}

std::string problem_words(const CriteriaSet& criteria, const std::string& problem, Lang lang) {
    if (lang == Lang::en) return problem;
    if (const auto fact = quoted(problem, "fact \"")) {
        const bool differ = fact->second == "the sources differ";
        return say(lang, "Số liệu “{}”: {}.", "", fact_title(criteria, std::string(fact->first), lang),
                   differ ? "các nguồn ghi khác nhau nên chưa dùng được"
                          : "giá trị ghi không đúng kiểu hoặc ngoài khoảng cho phép nên chưa dùng được");
    }
    if (const auto leaf = quoted(problem, "scores: the set has no leaf \""))
        return say(lang, "Phiếu chấm điểm có tiêu chí “{}” mà bộ tiêu chí không có.", "", leaf->first);
    for (const auto& [en, vi] : {Pair("self score of ", "Điểm tự chấm"), Pair("appraised score of ", "Điểm thẩm định"),
                                 Pair("after_explanation score of ", "Điểm sau giải trình")})
        if (problem.starts_with(en))
            return say(lang, "{} của tiêu chí {} không đúng khung điểm nên không được tính.", "", vi,
                       problem.substr(en.size(), problem.find(':') - std::min(problem.find(':'), en.size())));
    return say(lang, "Kết quả chấm điểm có lưu ý: “{}”.", "", problem);
}

void check_card(const CriteriaSet& criteria, const Scorecard& card) {
    const bool other = !card.set.empty() && (card.set != criteria.id() || card.version != criteria.version());
    bool outside = false;
    for (const LeafScore& l : card.leaves) outside = outside || !stands_in(criteria, l.criterion);
    for (const GroupScore& g : card.groups) outside = outside || !stands_in(criteria, g.criterion);
    for (const AccountScore& a : card.accounts)
        outside = outside || a.account < 0 || static_cast<std::size_t>(a.account) >= criteria.accounts().size();
    if (other || outside)
        throw Error(ErrorCode::argument_range, fmt::format("unit \"{}\" was scored under {} {}, not {} {}", card.unit,
                                                           card.set, card.version, criteria.id(), criteria.version()));
}

}  // namespace cchc::report::docs

// What scoring says in English, in the language of the document.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cchc/error.hpp"
#include "inspection/score_texts.hpp"
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

std::string band_reason_words(const CriteriaSet& criteria, const std::string& reason, Lang lang) {
    if (const auto cap = inspection::quoted_after(reason, "at most \""))
        if (const Band* band = band_of(criteria, cap->first)) return cap_words(*band, cap->second, lang);
    if (const auto open = inspection::quoted_after(reason, "band \""))
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
    std::string out = pick(lang, "chưa xếp loại", "not rated");
    if (card.band >= 0 && static_cast<std::size_t>(card.band) < criteria.bands().size())
        out = band_title(criteria.bands()[static_cast<std::size_t>(card.band)], lang);
    if (with_reason && !card.band_reason.empty())
        out += fmt::format(" ({})", band_reason_words(criteria, card.band_reason, lang));
    return out;
}

std::string fact_title(const CriteriaSet& criteria, const std::string& name, Lang lang) {
    return inspection::fact_title(criteria, name, lang);
}

std::string problem_words(const CriteriaSet& criteria, const std::string& problem, Lang lang) {
    if (lang == Lang::en) return problem;
    if (auto known = inspection::score_problem_in_vietnamese(criteria, problem)) return capital(std::move(*known)) + ".";
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

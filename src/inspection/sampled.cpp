// Dossiers looked at on the spot, judged by the library and compared with what their register calls them.
#include <fmt/format.h>

#include "cchc/visit.hpp"

namespace cchc {
namespace inspection {

namespace {

std::string due_words(const Dossier& d, const PolicyView& view, Lang lang) {
    const bool vi = lang == Lang::vi;
    if (!view.due) return vi ? "không có ngày hẹn trả" : "no due date";
    const std::string due = to_text(*view.due, lang);
    if (!view.due_computed || !d.limit)
        return fmt::format(fmt::runtime(vi ? "hẹn trả {} (theo hồ sơ)" : "due {} (as recorded)"), due);
    return fmt::format(fmt::runtime(vi ? "hẹn trả {} (tính từ thời hạn {} {})" : "due {} (counted from the limit of {} {})"),
                       due, d.limit->amount.to_string(), to_text(d.limit->unit, lang));
}

std::string end_words(const PolicyView& view, Date as_of, Lang lang) {
    const bool vi = lang == Lang::vi;
    if (view.end) return fmt::format(fmt::runtime(vi ? "kết thúc {}" : "ended {}"), to_text(*view.end, lang));
    std::string out =
        fmt::format(fmt::runtime(vi ? "chưa kết thúc trước ngày {}" : "not ended before {}"), to_text(as_of, lang));
    if (view.waiting) out += vi ? ", đang chờ người nộp" : ", waiting for the applicant";
    return out;
}

std::string result_words(const PolicyView& view, const std::optional<Outcome>& recorded, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string out = to_text(view.outcome, lang);
    if (view.problem != Problem::none) out += fmt::format(" ({})", to_text(view.problem, lang));
    if (recorded)
        out += fmt::format(fmt::runtime(vi ? "; đơn vị ghi nhận: {}" : "; recorded as: {}"), to_text(*recorded, lang));
    return out;
}

std::string why_of(const SampledDossier& sampled, const PolicyView& view, Date as_of, Lang lang) {
    const bool vi = lang == Lang::vi;
    const Dossier& d = sampled.dossier;
    const auto& received = d.event(Event::received);
    const std::string from = received ? to_text(*received, lang) : to_text(Problem::missing_received, lang);
    return fmt::format(fmt::runtime(vi ? "Hồ sơ {}: tiếp nhận {}; {}; {}; kết quả tính: {}."
                                       : "Dossier {}: received {}; {}; {}; computed: {}."),
                       d.id, from, due_words(d, view, lang), end_words(view, as_of, lang),
                       result_words(view, sampled.recorded, lang));
}

}  // namespace
}  // namespace inspection

std::vector<SampledOutcome> judge(const Visit& visit, const OutcomePolicy& policy, const Calendar& calendar,
                                  const RuleSet& rules) {
    std::vector<SampledOutcome> out;
    out.reserve(visit.sampled.size());
    for (const SampledDossier& sampled : visit.sampled) {
        const DossierExplanation explained = explain(sampled.dossier, {&policy, 1}, calendar, rules, visit.date);
        const PolicyView& view = explained.policies.front();
        SampledOutcome result;
        result.computed = view.outcome;
        result.differs = sampled.recorded && *sampled.recorded != view.outcome;
        result.why = {inspection::why_of(sampled, view, visit.date, Lang::vi),
                      inspection::why_of(sampled, view, visit.date, Lang::en)};
        out.push_back(std::move(result));
    }
    return out;
}

}  // namespace cchc

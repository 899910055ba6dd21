// The summary report of the round (báo cáo tổng hợp).
#include "report/round.hpp"
#include "report/score_parts.hpp"

namespace cchc::report::docs {

Builder begin_summary(const Round& round) {
    const Lang lang = round.lang;
    Builder b = round.builder("summary", pick(lang, "bao-cao-tong-hop", "summary"), round.result.as_of);
    b.title(pick(lang, "BÁO CÁO", "REPORT"), say(lang, "Tổng hợp kết quả kiểm tra công tác cải cách hành chính năm {}",
                                                 "Summary of the inspection of administrative reform {}", round.year()));
    return b;
}

Document summary_document(const Round& round, const SensitivityResult* draws) {
    const Lang lang = round.lang;
    Builder b = begin_summary(round);
    round.basis(b);
    b.paragraph(say(lang, "Kết quả kiểm tra kỳ {}, theo dữ liệu nhận đến hết ngày {}, như sau:",
                    "The results of the inspection of the period {}, by the data of {} and before, are:", round.period(),
                    day_words(last_day(round), lang)));
    b.heading(1, pick(lang, "I. KẾ HOẠCH KIỂM TRA", "I. THE PLAN"));
    add_plan(b, round);
    b.heading(1, pick(lang, "II. TÌNH HÌNH CHUNG", "II. IN GENERAL"));
    add_units(b, round);
    add_statistics(b, round);
    b.heading(1, pick(lang, "III. KẾT QUẢ THEO ĐỀ CƯƠNG", "III. RESULTS BY THE OUTLINE"));
    add_outline(b, round);
    b.heading(1, pick(lang, "IV. TỒN TẠI, KHÓ KHĂN VÀ MÔ HÌNH HAY", "IV. SHORTCOMINGS, DIFFICULTIES, GOOD MODELS"));
    add_findings(b, round);
    b.heading(1, pick(lang, "V. XẾP HẠNG", "V. RANKING"));
    const auto& criteria = round.inspection.criteria();
    if (criteria && !round.result.ranking.empty()) {
        const std::vector<Scorecard> cards = round.cards();
        add_ranking(b, *criteria, cards, round.result.ranking, draws);
        add_mean_fields(b, *criteria, cards);
    } else {
        b.paragraph(pick(lang, "Đợt kiểm tra không chấm điểm.", "The round gives no scores."));
    }
    b.heading(1, pick(lang, "VI. KIẾN NGHỊ, ĐỀ XUẤT", "VI. PROPOSALS"));
    add_proposals(b, round);
    b.heading(1, pick(lang, "VII. SỐ LIỆU CẦN XEM LẠI", "VII. FIGURES TO BE LOOKED AT AGAIN"));
    add_problems(b, round);
    b.heading(1, pick(lang, "PHỤ LỤC. GHI CHÚ VỀ DỮ LIỆU", "APPENDIX. NOTES ON THE DATA"));
    add_data_notes(b, round);
    round.sign(b);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document summary(const Inspection& inspection, const InspectionResult& result, Lang lang, const SensitivityResult* draws) {
    const docs::Round round(inspection, result, lang);
    const std::optional<SensitivityResult> own = draws == nullptr ? docs::ranking_draws(round) : std::nullopt;
    return docs::summary_document(round, own ? &*own : draws);
}

}  // namespace cchc::report

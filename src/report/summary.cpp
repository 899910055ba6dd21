// The summary report of the round (báo cáo tổng hợp).
#include "report/round.hpp"
#include "report/score_parts.hpp"

namespace cchc::report::docs {

Document summary_document(const Round& round, const SensitivityResult* draws) {
    const Lang lang = round.lang;
    Builder b = round.builder("summary", pick(lang, "bao-cao-tong-hop", "summary"), round.result.as_of);
    b.title(pick(lang, "BÁO CÁO", "REPORT"), say(lang, "Tổng hợp kết quả kiểm tra công tác cải cách hành chính năm {}",
                                                 "Summary of the inspection of administrative reform {}", round.year()));
    round.basis(b);
    b.paragraph(say(lang, "Kết quả kiểm tra {}, số liệu tính đến hết ngày {} như sau:",
                    "The results of the inspection {}, through {}, are:", round.period(), day_words(last_day(round), lang)));
    b.heading(1, pick(lang, "I. TÌNH HÌNH CHUNG", "I. IN GENERAL"));
    add_units(b, round);
    add_statistics(b, round);
    b.heading(1, pick(lang, "II. KẾT QUẢ THEO ĐỀ CƯƠNG", "II. RESULTS BY THE OUTLINE"));
    add_outline(b, round);
    b.heading(1, pick(lang, "III. TỒN TẠI, KHÓ KHĂN VÀ MÔ HÌNH HAY", "III. SHORTCOMINGS, DIFFICULTIES, GOOD MODELS"));
    add_findings(b, round);
    b.heading(1, pick(lang, "IV. XẾP HẠNG", "IV. RANKING"));
    const auto& criteria = round.inspection.criteria();
    if (criteria && !round.result.ranking.empty()) {
        const std::vector<Scorecard> cards = round.cards();
        add_ranking(b, *criteria, cards, round.result.ranking, draws);
        add_mean_fields(b, *criteria, cards);
    } else {
        b.paragraph(pick(lang, "Đợt kiểm tra không chấm điểm.", "The round gives no scores."));
    }
    b.heading(1, pick(lang, "V. KIẾN NGHỊ, ĐỀ XUẤT", "V. PROPOSALS"));
    add_proposals(b, round);
    b.heading(1, pick(lang, "VI. DỮ LIỆU CẦN XEM LẠI", "VI. DATA TO BE LOOKED AT AGAIN"));
    b.table(problem_table(round, {}), pick(lang, "Không có lỗi dữ liệu.", "Nothing is wrong with the data."));
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

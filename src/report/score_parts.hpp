// Scores in documents: fields against their maxima, rankings, words of scoring.
#pragma once

#include <span>

#include "report/builder.hpp"

namespace cchc::report::docs {

// Points of the fields of one unit, as a table and a picture.
void add_fields(Builder& b, const CriteriaSet& criteria, const Scorecard& card);
// The mean points of the fields over units.
void add_mean_fields(Builder& b, const CriteriaSet& criteria, std::span<const Scorecard> cards);
void add_ranking(Builder& b, const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                 const SensitivityResult* draws);
std::string criterion_words(const Criterion& c, Lang lang);  // "I.3. Cải cách thủ tục hành chính"
// The band, and what holds it down or why there is none.
std::string band_words(const CriteriaSet& criteria, const Scorecard& card, Lang lang, bool with_reason = true);
std::string score_words(const Scorecard& card, Lang lang);  // "82,5 điểm trên 100"
// Reasons and problems of scorecards are English; those that the library gives are told in the language of the document.
std::string reason_words(const std::string& reason, Lang lang);
std::string problem_words(const CriteriaSet& criteria, const std::string& problem, Lang lang);
// The title of a fact in the set; its name where it has none.
std::string fact_title(const CriteriaSet& criteria, const std::string& name, Lang lang);
// Throws argument_range for a card of another set: its indices would be out of range.
void check_card(const CriteriaSet& criteria, const Scorecard& card);
// The name of a set inside a sentence, and that it is an example where no authority has decided it.
std::string set_words(const CriteriaSet& criteria, Lang lang);

// What a round knows of the facts that were scored.
struct TraceSource {
    const Facts* facts = nullptr;      // none: the scorecard has no trace
    std::string self_report;           // the source that is the unit's self-report
    const Outline* outline = nullptr;  // which has the titles of choices
};

// What a document is called, before anything of it is written.
Builder begin_scorecard(const std::string& unit, const Head& head, std::string name, Lang lang);
Builder begin_ranking(std::size_t units, const Head& head, Lang lang);
Document scorecard_document(const CriteriaSet& criteria, const Scorecard& card, const TraceSource& trace_of,
                            const Head& head, std::string name, Lang lang);
Document ranking_document(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                          const SensitivityResult* draws, const Head& head, Lang lang);

}  // namespace cchc::report::docs

// Scores in documents: fields against their maxima, rankings.
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
// The band, or why there is none.
std::string band_words(const CriteriaSet& criteria, const Scorecard& card, Lang lang);
std::string score_words(const Scorecard& card, Lang lang);  // "82,5 điểm trên 100"
// Reasons of scorecards are English; those that the library gives are told in the language of the document.
std::string reason_words(const std::string& reason, Lang lang);
// The name of a set inside a sentence, and that it is an example where no authority has decided it.
std::string set_words(const CriteriaSet& criteria, Lang lang);

// What a document is called, before anything of it is written.
Builder begin_scorecard(const std::string& unit, const Head& head, std::string name, Lang lang);
Builder begin_ranking(std::size_t units, const Head& head, Lang lang);
Document scorecard_document(const CriteriaSet& criteria, const Scorecard& card, const Facts* trace_of, const Head& head,
                            std::string name, Lang lang);
Document ranking_document(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                          const SensitivityResult* draws, const Head& head, Lang lang);

}  // namespace cchc::report::docs

// The documents of a round of inspection, and of statistics and scores, built from their results.
// Thread safety: every function is pure; any number of threads may build documents of one round at once.
// `result` is what the inspection gave; `cards` and `rows` are of the criteria set that is given with them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/inspection.hpp"
#include "cchc/report.hpp"
#include "cchc/sensitivity.hpp"
#include "cchc/statistics.hpp"

namespace cchc::report {

// Minutes of a visit (biên bản kiểm tra). Throws argument_range when there is no such visit.
Document minutes(const Inspection& inspection, const InspectionResult& result, std::size_t visit, Lang lang);
// The conclusion of one unit (kết luận kiểm tra): its report, checks, dossiers, score, findings to fix with their due days,
// praise. Throws argument_range for a unit that is not in the plan.
Document conclusion(const Inspection& inspection, const InspectionResult& result, std::string_view unit, Lang lang);
// What became of findings (theo dõi khắc phục), over years.
Document remedy_follow_up(const Inspection& inspection, const InspectionResult& result, Lang lang);
// The summary report of the round (báo cáo tổng hợp): subjects, reports in time, late and missing; the consolidated outline;
// ranking; findings by kind and field; good models; proposals; problems of the data. `draws` as of all_documents.
Document summary(const Inspection& inspection, const InspectionResult& result, Lang lang,
                 const SensitivityResult* draws = nullptr);
// The units whose self-report or periodic reports are late or missing (thông báo).
Document late_notice(const Inspection& inspection, const InspectionResult& result, Lang lang);

// Form II.06a by agency, its rates and identities, with a head of the caller's. Throws argument_range for a grouping that
// the statistics do not have.
Document form_ii06a(const StatisticsResult& statistics, std::size_t grouping, const Head& head, Lang lang);
// A scorecard; with `trace_of`, the facts that were scored, how each leaf came about. Throws argument_range for a card of
// another set or version.
Document scorecard(const CriteriaSet& criteria, const Scorecard& card, const Head& head, Lang lang,
                   const Facts* trace_of = nullptr);
// A ranking; `draws` gives each place its interval (Chart::Kind::ranks). Throws argument_range for a card of another set or
// version.
Document ranking(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows,
                 const SensitivityResult* draws, const Head& head, Lang lang);

// All documents of a round, in the order in which people read them: summary, ranking, late notice, remedies, form II.06a,
// and for each unit minutes, conclusion and scorecard, as far as there is something to write. `draws` are the intervals of
// the places, the same in the summary and the ranking, of the cards of the round in the order of its units; one without
// draws gives no intervals, and a null pointer those of 50 to 1,000 draws, by the number of units, where the ranking of the
// set allows it.
std::vector<Document> all_documents(const Inspection& inspection, const InspectionResult& result, Lang lang,
                                    const SensitivityResult* draws = nullptr);

// What a document of a round is called.
struct DocumentName {
    std::string name, kind, title, subject;  // as in Document
};
// What all_documents() gives, in its order, without building it.
std::vector<DocumentName> document_names(const Inspection& inspection, const InspectionResult& result, Lang lang);
// The one of all_documents() that is called `name`, without building the others. Throws unknown_name.
Document document(const Inspection& inspection, const InspectionResult& result, std::string_view name, Lang lang);

// [{"name": …, "kind": …, "title": …, "subject": …}, …], in their order.
std::string names_to_json(std::span<const DocumentName> names);

// The first lines that a person needs, as plain text: who is late, what fails, the ranking, the ten worst figures.
std::string overview(const Inspection& inspection, const InspectionResult& result, Lang lang);

}  // namespace cchc::report

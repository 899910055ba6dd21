// cchc score: what the facts of one unit are worth under a criteria set.
#include <cchc/cchc.hpp>
#include <string>

#include "facts_files.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "scoring_words.hpp"

namespace tool {

int run_score(const ScoreOptions& options) {
    check_call_of_one("score", options.criteria, options.facts, options.common);
    const cchc::CriteriaSet criteria = find_criteria(options.criteria);
    const cchc::Facts facts = read_facts_of_one(options.facts, "score");
    check_kind(criteria, facts);
    Output output(options.common);
    const cchc::Appraisal sheet = sheet_for(options.scores, criteria, facts);
    cchc::Scorecard card = cchc::score(criteria, facts, sheet.scores);
    for (const std::string& refused : cchc::refusals(sheet)) card.problems.push_back(refused);
    const cchc::Facts* const traced = options.trace ? &facts : nullptr;
    if (options.common.format == "json") {
        output.write(card.to_json(criteria, traced));
    } else {
        output.write(card.to_text(criteria, parse_lang(options.common), traced));
    }
    output.commit();
    say_validity(criteria, facts);
    say_conflicts(facts);
    return say_what_is_wrong(criteria, card) ? exit_bad_data : exit_done;
}

}  // namespace tool

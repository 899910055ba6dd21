// cchc score: what the facts of one unit are worth under a criteria set.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cchc/cchc.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "facts_files.hpp"
#include "input.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "scoring_words.hpp"

namespace tool {
namespace {

void check_call(const ScoreOptions& o) {
    if (o.criteria.empty()) throw CallError("score: give a criteria set with --criteria: a built-in id or a file");
    if (o.facts.empty()) throw CallError("score: give the facts of a unit with --facts, or - for standard input");
    if (o.common.format == "csv") throw CallError("score: --format is table or json");
    if (std::count(o.facts.begin(), o.facts.end(), "-") + (o.criteria == "-" ? 1 : 0) > 1)
        throw CallError("score: standard input can be read once");
}

cchc::Scorecard card_of(const ScoreOptions& o, const cchc::CriteriaSet& criteria, const cchc::Facts& facts) {
    if (o.scores.empty()) return cchc::score(criteria, facts);
    return cchc::score_appraised(criteria, facts, read_whole(o.scores), o.scores, cchc::Calendar::builtin("vn"));
}

}  // namespace

int run_score(const ScoreOptions& options) {
    check_call(options);
    const cchc::CriteriaSet criteria = find_criteria(options.criteria);
    const cchc::Facts facts = read_facts_of_one(options.facts, "score");
    check_kind(criteria, facts);
    Output output(options.common);
    const cchc::Scorecard card = card_of(options, criteria, facts);
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

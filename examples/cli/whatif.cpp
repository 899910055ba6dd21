// cchc whatif: what would change the score of a unit.
#include <fmt/format.h>

#include <algorithm>
#include <cchc/cchc.hpp>
#include <string>

#include "facts_files.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "scoring_words.hpp"

namespace tool {
namespace {

cchc::WhatIfOptions options_of(const WhatIfOptions& o) {
    cchc::WhatIfOptions out;
    out.band = o.band;
    if (o.reach == "next_row") out.reach = cchc::WhatIfOptions::Reach::next_row;
    for (const std::string& cost : o.costs) {
        const std::size_t at = cost.rfind('=');
        const auto number = at == std::string::npos ? std::nullopt : cchc::Number::parse(cost.substr(at + 1));
        if (!number) throw CallError(fmt::format("whatif: --cost: expected LEAF=NUMBER; found \"{}\"", cost));
        out.costs[cost.substr(0, at)] = *number;
    }
    out.fixed.insert(o.fixed.begin(), o.fixed.end());
    return out;
}

}  // namespace

int run_whatif(const WhatIfOptions& options) {
    check_call_of_one("whatif", options.criteria, options.facts, options.common);
    const cchc::WhatIfOptions asked = options_of(options);
    const cchc::CriteriaSet criteria = find_criteria(options.criteria);
    const cchc::Facts facts = read_facts_of_one(options.facts, "whatif");
    check_kind(criteria, facts);
    Output output(options.common);
    const cchc::Appraisal sheet = sheet_for(options.scores, criteria, facts);
    cchc::WhatIf answer = cchc::what_if(criteria, facts, sheet.scores, {}, asked);
    for (const std::string& refused : cchc::refusals(sheet)) answer.now.problems.push_back(refused);
    if (options.common.format == "json") {
        output.write(answer.to_json(criteria));
    } else {
        output.write(answer.to_text(criteria, parse_lang(options.common)));
    }
    output.commit();
    say_validity(criteria, facts);
    say_conflicts(facts);
    const bool wrong = say_what_is_wrong(criteria, answer.now);
    return wrong || (answer.cheapest && !answer.cheapest->found) ? exit_bad_data : exit_done;
}

}  // namespace tool

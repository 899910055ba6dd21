// cchc explain: one dossier, and what each policy makes of it.
#include <fmt/format.h>
#include <cchc/cchc.hpp>
#include <string>
#include <vector>

#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "stats_input.hpp"

namespace tool {
namespace {

struct Asked {
    std::vector<cchc::OutcomePolicy> policies;
    cchc::Calendar calendar = cchc::Calendar::builtin("vn");
    cchc::RuleSet rules;
    cchc::Date as_of{};
};

Asked read_arguments(const ExplainOptions& o) {
    if (o.reading.files.empty()) throw CallError("explain: give a file of dossiers, or - for standard input");
    if (o.id.empty()) throw CallError("explain: give the dossier's number with --id");
    if (o.as_of.empty()) throw CallError("explain: give the day with --as-of; events before it count");
    if (o.common.format == "csv") throw CallError("explain: --format is table or json");
    Asked asked;
    asked.as_of = parse_date(o.as_of, "--as-of");
    const auto names = o.policies.empty() ? cchc::OutcomePolicy::builtin_ids() : o.policies;
    for (const std::string& name : names) asked.policies.push_back(find_policy(name));
    if (!o.calendar.empty()) asked.calendar = find_calendar(o.calendar);
    for (const std::string& rule : o.rules) asked.rules.set(find_rule(rule));
    return asked;
}

}  // namespace

int run_explain(const ExplainOptions& options) {
    const Asked asked = read_arguments(options);
    const cchc::Lang lang = parse_lang(options.common);
    Output output(options.common);
    std::vector<cchc::Dossier> found;
    read_files(options.reading, asked.rules, [&](cchc::Dossiers& batch, const Place&, std::size_t, Uncounted&) {
        for (std::size_t i = 0; i < batch.size(); ++i)
            if (batch.id[i] == options.id) found.push_back(batch[i]);
    });
    if (found.empty()) throw DataError(fmt::format("no dossier \"{}\" in the files", options.id));
    if (found.size() > 1) say(fmt::format("note: {} dossiers have this number", found.size()));
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto explanation = cchc::explain(found[i], asked.policies, asked.calendar, asked.rules, asked.as_of);
        if (options.common.format == "json") {
            output.write(cchc::to_json(explanation));
        } else {
            if (i > 0) output.write("\n");
            output.write(cchc::to_text(explanation, lang));
        }
    }
    output.commit();
    return exit_done;
}

}  // namespace tool

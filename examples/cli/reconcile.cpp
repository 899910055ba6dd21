// cchc reconcile: the same dossiers under several policies, and why the figures differ.
#include <cchc/cchc.hpp>
#include <string>

#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "periods.hpp"
#include "problems.hpp"
#include "stats_input.hpp"
#include "table.hpp"

namespace tool {
namespace {

cchc::ReconcileQuery make_query(const ReconcileOptions& o) {
    if (o.policies.size() < 2) throw CallError("reconcile: give two policies or more: --policies form-ii06a,opencps,td");
    cchc::ReconcileQuery query;
    const cchc::Period period = one_period(o, "reconcile");
    query.from = period.from;
    query.to = period.to;
    if (!o.as_of.empty()) query.as_of = parse_date(o.as_of, "--as-of");
    for (const std::string& name : o.policies) query.policies.push_back(find_policy(name));
    if (!o.calendar.empty()) query.calendar = find_calendar(o.calendar);
    for (const std::string& rule : o.rules) query.rules.set(find_rule(rule));
    return query;
}

std::string present(const cchc::ReconcileResult& result, const Common& common, const cchc::LocalText& title) {
    if (common.format == "json") return cchc::to_json(result);
    const cchc::Lang lang = parse_lang(common);
    cchc::Table counts = cchc::reconcile_counts(result, lang);
    name_period(counts, title, lang);
    std::string text = render(counts);
    for (std::size_t d = 0; d < result.differences.size(); ++d) {
        text += '\n';
        text += render(cchc::reconcile_reasons(result, d, lang));
    }
    return text;
}

}  // namespace

int run_reconcile(const ReconcileOptions& options) {
    if (options.reading.files.empty()) throw CallError("reconcile: give a file of dossiers, or - for standard input");
    if (options.common.format == "csv") throw CallError("reconcile: --format is table or json");
    cchc::Reconciliation reconciliation(make_query(options));
    Output output(options.common);
    const bool good = add_files(options.reading, reconciliation.query().rules, reconciliation);
    output.write(present(reconciliation.result(), options.common, period_title(options)));
    output.commit();
    return good ? exit_done : exit_bad_data;
}

}  // namespace tool

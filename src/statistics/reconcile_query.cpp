// The question of a reconciliation, and its file format cchc.reconcile_query/1.
#include "cchc/reconcile.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"
#include "statistics/query_json.hpp"

namespace cchc {

using json::Node;

ReconcileQuery ReconcileQuery::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    json::Object o(Node(document, source));
    o.expect_format("cchc.reconcile_query/1");
    ReconcileQuery query;
    query.from = o.at("from").date();
    query.to = o.at("to").date();
    if (const auto as_of = o.find("as_of")) query.as_of = as_of->date();
    for (const Node& policy : o.at("policies").items()) query.policies.push_back(query_json::read_policy(policy, source));
    if (const auto calendar = o.find("calendar")) query.calendar = query_json::read_calendar(*calendar, source);
    if (const auto rules = o.find("rules")) query.rules = query_json::read_rules(*rules, source);
    o.done();
    return query;
}

std::string ReconcileQuery::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.reconcile_query/1").member("from", to_string(from)).member("to", to_string(to));
    w.member("as_of", to_string(effective_as_of()));
    w.key("policies").array();
    for (const OutcomePolicy& policy : policies) w.document(policy.to_json());
    w.end();
    query_json::write_calendar(w, calendar);
    query_json::write_rules(w, rules);
    return w.end().take();
}

}  // namespace cchc

// Outcome policies: the presets, and the file format cchc.policy/1.
#include <fmt/format.h>

#include "cchc/outcome.hpp"
#include "data/data.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;
using P = OutcomePolicy;
template <class E>
using Name = std::pair<std::string_view, E>;

constexpr Name<P::Compare> compare_names[] = {{"date", P::Compare::date}, {"instant", P::Compare::instant}};
constexpr Name<P::CompletedBy> completed_by_names[] = {
    {"completed", P::CompletedBy::completed}, {"returned", P::CompletedBy::returned}, {"first", P::CompletedBy::first}};
constexpr Name<P::DueVersion> due_version_names[] = {{"current", P::DueVersion::current},
                                                     {"original", P::DueVersion::original}};
constexpr Name<P::DueSource> due_source_names[] = {{"recorded", P::DueSource::recorded},
                                                   {"recorded_or_computed", P::DueSource::recorded_or_computed},
                                                   {"computed", P::DueSource::computed}};
constexpr Name<P::MissingDue> missing_due_names[] = {
    {"own_class", P::MissingDue::own_class}, {"on_time", P::MissingDue::on_time}, {"excluded", P::MissingDue::excluded}};
constexpr Name<P::DueOnLastDay> last_day_names[] = {{"within", P::DueOnLastDay::within},
                                                    {"overdue", P::DueOnLastDay::overdue}};
constexpr Name<P::Ended> ended_names[] = {{"by_date", P::Ended::by_date},
                                          {"on_time", P::Ended::on_time},
                                          {"in_process_within", P::Ended::in_process_within},
                                          {"own_class", P::Ended::own_class},
                                          {"excluded", P::Ended::excluded}};
constexpr Name<P::Waiting> waiting_names[] = {{"in_process_within", P::Waiting::in_process_within},
                                              {"by_date", P::Waiting::by_date}};
constexpr Name<P::EarlyShown> early_names[] = {{"beside_on_time", P::EarlyShown::beside_on_time},
                                               {"inside_on_time", P::EarlyShown::inside_on_time}};

// Calls visit(name, field, its names) for each field that decides something.
template <class Policy, class Visit>
void each_field(Policy& p, Visit visit) {
    visit("compare", p.compare, compare_names);
    visit("completed_by", p.completed_by, completed_by_names);
    visit("due_version", p.due_version, due_version_names);
    visit("due_source", p.due_source, due_source_names);
    visit("missing_due", p.missing_due, missing_due_names);
    visit("due_on_last_day", p.due_on_last_day, last_day_names);
    visit("refused", p.refused, ended_names);
    visit("withdrawn", p.withdrawn, ended_names);
    visit("returned", p.returned, ended_names);
    visit("stopped", p.stopped, ended_names);
    visit("waiting_supplement", p.waiting_supplement, waiting_names);
    visit("early_shown", p.early_shown, early_names);
}

}  // namespace

OutcomePolicy OutcomePolicy::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.policy/1");
    OutcomePolicy policy;
    if (const auto base = o.find("extends")) {
        try {
            policy = builtin(base->string());
        } catch (const Error& e) {
            if (e.code() != ErrorCode::unknown_name) throw;
            base->fail(e.message());
        }
    }
    policy.id = o.at("id").string();
    if (const auto title = o.find("title")) policy.title = title->local();
    if (const auto legal = o.find("source")) policy.source = legal->string();
    each_field(policy, [&](std::string_view name, auto& field, const auto& names) {
        if (const auto node = o.find(name)) field = json::choice(*node, names);
    });
    if (const auto sources = o.find("sources")) {
        Object by_field(*sources);
        each_field(policy, [&](std::string_view name, auto&, const auto&) {
            if (const auto node = by_field.find(name)) (void)node->string();
        });
        by_field.done();
    }
    o.done();
    return policy;
}

OutcomePolicy OutcomePolicy::builtin(std::string_view id) {
    return from_json(data::builtin("policies", id, "outcome policy"), id);
}

std::vector<std::string> OutcomePolicy::builtin_ids() { return data::builtin_ids("policies"); }

std::string OutcomePolicy::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.policy/1").member("id", id);
    w.key("title").object().member("vi", title.vi).member("en", title.en).end();
    w.member("source", source);
    each_field(*this, [&](std::string_view name, const auto& field, const auto& names) {
        w.member(name, json::name_of(field, names));
    });
    return w.end().take();
}

}  // namespace cchc

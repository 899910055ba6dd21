// Scorecards as JSON (format cchc.scorecard/1).
#include "cchc/error.hpp"
#include "json/writer.hpp"
#include "scoring/number_json.hpp"
#include "scoring/trace_json.hpp"
#include "scoring/tracer.hpp"

namespace cchc {
namespace scoring {

void number(json::Writer& w, std::string_view name, const Number& value) {
    w.member(name, value.to_string());
    if (!value.is_decimal()) w.member(std::string(name) + "_exact", value.to_exact_string());
}

void number(json::Writer& w, std::string_view name, const std::optional<Number>& value) {
    if (value) {
        number(w, name, *value);
    } else {
        w.key(name).raw("null");
    }
}

std::string number_text(const std::optional<Number>& value) {
    if (!value) return "–";
    return value->is_decimal() ? value->to_string() : "≈" + value->rounded(6, RoundingMode::half_even).to_string();
}

namespace {

using json::Writer;

void given(Writer& w, std::string_view name, const std::optional<GivenScore>& score) {
    if (!score) return;
    w.key(name).object();
    number(w, "points", score->points);
    if (!score->author.empty()) w.member("author", score->author);
    if (!score->reason.empty()) w.member("reason", score->reason);
    if (!score->evidence.empty()) {
        w.key("evidence").array(true);
        for (const std::string& e : score->evidence) w.string(e);
        w.end();
    }
    if (score->at.date != Date{}) w.member("at", to_string(score->at));
    w.end();
}

void leaf(Writer& w, const CriteriaSet& criteria, const LeafScore& score, Tracer* tracer) {
    const Criterion& c = criteria.criteria()[static_cast<std::size_t>(score.criterion)];
    w.object().member("criterion", c.id).member("state", to_string(score.state));
    number(w, "max", score.max);
    number(w, "points", score.points);
    if (score.counts != ScoreKind::none) w.member("counts", to_string(score.counts));
    if (score.computed) number(w, "computed", score.computed);
    given(w, "self", score.given.self);
    given(w, "appraised", score.given.appraised);
    given(w, "after_explanation", score.given.after_explanation);
    if (score.differs) w.member("differs", true);
    if (!score.missing.empty()) {
        w.key("missing").array(true);
        for (const std::string& name : score.missing) w.string(name);
        w.end();
    }
    if (!score.reason.empty()) w.member("reason", score.reason);
    if (!score.authority.empty()) w.member("authority", score.authority);
    if (tracer != nullptr) {
        w.key("trace");
        write_trace(w, tracer->leaf(static_cast<std::size_t>(score.criterion)));
    }
    w.end();
}

void groups(Writer& w, const CriteriaSet& criteria, const Scorecard& card) {
    w.key("groups").array();
    for (const GroupScore& g : card.groups) {
        w.object().member("criterion", criteria.criteria()[static_cast<std::size_t>(g.criterion)].id);
        number(w, "max", g.max);
        number(w, "applicable", g.applicable);
        number(w, "points", g.points);
        number(w, "index", g.index);
        w.member("complete", g.complete).end();
    }
    w.end().key("accounts").array();
    for (const AccountScore& a : card.accounts) {
        w.object().member("account", criteria.accounts()[static_cast<std::size_t>(a.account)].id);
        number(w, "points", a.points);
        w.member("complete", a.complete).end();
    }
    w.end();
}

void totals(Writer& w, const CriteriaSet& criteria, const Scorecard& card) {
    number(w, "max", card.max);
    number(w, "applicable", card.applicable);
    number(w, "points", card.points);
    number(w, "index", card.index);
    w.member("complete", card.complete);
    number(w, "exact_total", card.exact_total);
    number(w, "total", card.total);
    if (card.band >= 0) {
        w.member("band", criteria.bands()[static_cast<std::size_t>(card.band)].id);
    } else {
        w.key("band").raw("null");
    }
    if (!card.band_reason.empty()) w.member("band_reason", card.band_reason);
}

}  // namespace
}  // namespace scoring

std::string_view to_string(LeafState state) noexcept {
    switch (state) {
        case LeafState::scored: return "scored";
        case LeafState::not_applicable: return "not_applicable";
        case LeafState::no_case: return "no_case";
        case LeafState::missing_input: return "missing_input";
        case LeafState::no_rule: return "no_rule";
        case LeafState::conflicting_rules: return "conflicting_rules";
    }
    return "";
}

std::string_view to_string(ScoreKind kind) noexcept {
    switch (kind) {
        case ScoreKind::none: return "none";
        case ScoreKind::computed: return "computed";
        case ScoreKind::self: return "self";
        case ScoreKind::appraised: return "appraised";
        case ScoreKind::after_explanation: return "after_explanation";
    }
    return "";
}

const LeafScore* Scorecard::find(const CriteriaSet& criteria, std::string_view id) const noexcept {
    for (const LeafScore& leaf : leaves)
        if (criteria.criteria()[static_cast<std::size_t>(leaf.criterion)].id == id) return &leaf;
    return nullptr;
}

std::string Scorecard::to_json(const CriteriaSet& criteria, const Facts* trace_of) const {
    json::Writer w;
    w.object().member("format", "cchc.scorecard/1").member("set", set).member("version", version);
    if (criteria.is_example()) w.member("status", "example");
    w.member("unit", unit);
    if (!kind.empty()) w.member("kind", kind);
    if (from != to) w.key("period").object().member("from", cchc::to_string(from)).member("to", cchc::to_string(to)).end();
    scoring::totals(w, criteria, *this);
    scoring::groups(w, criteria, *this);
    w.key("leaves").array();
    std::optional<scoring::Tracer> tracer;
    if (trace_of != nullptr && !leaves.empty()) tracer.emplace(criteria, *trace_of, among);
    for (const LeafScore& leaf : leaves) scoring::leaf(w, criteria, leaf, tracer ? &*tracer : nullptr);
    w.end().key("problems").array();
    for (const std::string& problem : problems) w.string(problem);
    return w.end().end().take();
}

}  // namespace cchc

// What would change a score, as JSON (format cchc.whatif/1).
#include "cchc/whatif.hpp"
#include "json/writer.hpp"
#include "scoring/number_json.hpp"
#include "scoring/trace_json.hpp"

namespace cchc {
namespace {

using json::Writer;
using scoring::number;

void fact(Writer& w, std::string_view name, const FactValue& value) {
    w.key(name);
    if (const auto* decimal = std::get_if<Decimal>(&value)) {
        w.raw(decimal->to_string());
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        w.string(*text);
    } else {
        w.boolean(std::get<bool>(value));
    }
}

class OutlookJson {
public:
    OutlookJson(const CriteriaSet& criteria, Writer& w) : criteria_(criteria), w_(w) {}

    void band(int index) {
        if (index >= 0) {
            w_.member("band", criteria_.bands()[static_cast<std::size_t>(index)].id);
        } else {
            w_.key("band").raw("null");
        }
    }

    void next(const NextBand& next) {
        w_.key("next").object();
        band(next.band);
        w_.member("on", next.on);
        number(w_, "value", next.value);
        number(w_, "needed", next.needed);
        number(w_, "missing", next.missing);
        w_.member("more_than", next.more_than);
        if (!next.reason.empty()) w_.member("reason", next.reason);
        w_.key("not_met").array();
        for (const UnmetCondition& c : next.not_met) {
            w_.object();
            band(c.band);
            w_.member("at_most", c.at_most).member("if", c.expression).member("now", scoring::to_string(c.verdict)).end();
        }
        w_.end().end();
    }

    void leaf(const LeafOutlook& leaf) {
        w_.object().member("criterion", id(leaf.criterion)).member("state", to_string(leaf.state));
        number(w_, "points", leaf.points);
        number(w_, "max", leaf.max);
        number(w_, "room", leaf.room);
        w_.key("moves").array();
        for (const FactMove& m : leaf.moves) move(m);
        w_.end().end();
    }

    void cheapest(const CheapestSet& set) {
        w_.key("cheapest").object().member("found", set.found).member("exact", set.exact);
        if (!set.reason.empty()) w_.member("reason", set.reason);
        if (set.found) {
            number(w_, "cost", set.cost);
            w_.key("leaves").array();
            for (const LeafRaise& raise : set.leaves) {
                w_.object().member("criterion", id(raise.criterion));
                number(w_, "from", raise.from);
                number(w_, "to", raise.to);
                number(w_, "cost", raise.cost);
                w_.end();
            }
            w_.end();
            number(w_, "total", set.total);
            band(set.band);
        }
        w_.end();
    }

private:
    const std::string& id(int criterion) const { return criteria_.criteria()[static_cast<std::size_t>(criterion)].id; }

    void move(const FactMove& move) {
        w_.object().member("move", to_string(move.kind)).key("changes").array();
        for (const FactChange& change : move.changes) {
            w_.object().member("fact", change.name);
            fact(w_, "from", change.from);
            fact(w_, "to", change.to);
            w_.end();
        }
        w_.end().member("state", to_string(move.state));
        number(w_, "points", move.points);
        number(w_, "gain", move.gain);
        number(w_, "total", move.total);
        number(w_, "total_gain", move.total_gain);
        band(move.band);
        w_.end();
    }

    const CriteriaSet& criteria_;
    Writer& w_;
};

}  // namespace

std::string WhatIf::to_json(const CriteriaSet& criteria) const {
    Writer w;
    OutlookJson body(criteria, w);
    w.object().member("format", "cchc.whatif/1").member("set", now.set).member("version", now.version);
    if (criteria.is_example()) w.member("status", "example");
    w.member("unit", now.unit);
    if (!now.kind.empty()) w.member("kind", now.kind);
    if (now.from != now.to)
        w.key("period").object().member("from", cchc::to_string(now.from)).member("to", cchc::to_string(now.to)).end();
    number(w, "exact_total", now.exact_total);
    number(w, "total", now.total);
    body.band(now.band);
    if (!now.band_reason.empty()) w.member("band_reason", now.band_reason);
    if (next) body.next(*next);
    if (cheapest) body.cheapest(*cheapest);
    w.key("leaves").array();
    for (const LeafOutlook& leaf : leaves) body.leaf(leaf);
    w.end().key("problems").array();
    for (const std::string& problem : now.problems) w.string(problem);
    return w.end().end().take();
}

}  // namespace cchc

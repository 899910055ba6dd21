#include "cchc/appraisal.hpp"

#include <fmt/format.h>

#include <set>

#include "base/utf8.hpp"
#include "base/vietnamese.hpp"
#include "cchc/error.hpp"
#include "criteria/json_number.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

constexpr std::pair<std::string_view, AppraisalRound> round_names[] = {
    {"self", AppraisalRound::self},
    {"appraisal", AppraisalRound::appraisal},
    {"explanation", AppraisalRound::explanation},
    {"second_appraisal", AppraisalRound::second_appraisal}};

std::size_t index_of(AppraisalRound round) noexcept { return static_cast<std::size_t>(round); }

struct Entry {
    const Criterion* criterion = nullptr;
    AppraisalRound round = AppraisalRound::self;
    GivenScore score;
    bool has_points = false;
};

class SheetReader {
public:
    SheetReader(const CriteriaSet& criteria, const Calendar& calendar, const Scorecard* computed, Appraisal& out)
        : criteria_(criteria), calendar_(calendar), computed_(computed), out_(out) {}

    void read(const Node& document) {
        Object o(document);
        o.expect_format("cchc.appraisal/1");
        out_.unit = o.at("unit").string();
        out_.set = expected(o.at("set"), criteria_.id());
        out_.version = expected(o.at("version"), criteria_.version());
        if (const auto rounds = o.find("rounds")) read_rounds(*rounds);
        // Round by round, so that the order of the file changes nothing.
        const auto entries = o.at("entries").items();
        for (const auto& [name, round] : round_names)
            for (const Node& item : entries) entry(item, round);
        o.done();
    }

private:
    static std::string expected(const Node& node, const std::string& wanted) {
        if (node.string() != wanted)
            node.fail(fmt::format("expected \"{}\"; found \"{}\"", wanted, text::excerpt(node.string())));
        return wanted;
    }

    void read_rounds(const Node& node) {
        Object o(node);
        std::optional<Date> before;
        for (const auto& [name, round] : round_names) {
            const auto found = o.find(name);
            if (!found) continue;
            Object r(*found);
            RoundState& state = out_.rounds[index_of(round)];
            const auto due = r.find("due");
            const auto days = r.find("working_days");
            if (due && days) found->fail("expected one of \"due\" and \"working_days\"");
            if (due) state.due = due->date();
            if (days) {
                if (!before) days->fail("expected a due day of a round before, from which to count");
                state.due = calendar_.add_working_days(*before, days->integer(0, 1000));
            }
            if (before && state.due && *state.due < *before)
                found->fail("expected a due day after that of the round before");
            if (const auto locked = r.find("locked")) state.locked = locked->boolean();
            if (state.due) before = state.due;
            r.done();
        }
        o.done();
    }

    void entry(const Node& node, AppraisalRound round) {
        Object o(node);
        if (json::choice(o.at("round"), round_names) != round) return;
        Entry e;
        e.round = round;
        const std::string id(o.at("criterion").string());
        if (const auto p = o.find("points")) {
            e.score.points = criteria::decimal_of(*p);
            e.has_points = true;
        }
        if (const auto a = o.find("author")) e.score.author = a->string();
        if (const auto r = o.find("reason")) e.score.reason = r->string();
        if (const auto v = o.find("evidence"))
            for (const Node& item : v->items()) e.score.evidence.emplace_back(item.string());
        if (const auto a = o.find("at")) e.score.at = {a->date(), -1};
        o.done();
        const int i = criteria_.find(id);
        if (i < 0 || !criteria_.criteria()[static_cast<std::size_t>(i)].leaf) {
            refuse("unknown_criterion", node, fmt::format("the set has no leaf \"{}\"", text::excerpt(id)));
            return;
        }
        e.criterion = &criteria_.criteria()[static_cast<std::size_t>(i)];
        take(node, e);
    }

    void refuse(std::string_view code, const Node& node, std::string message) {
        out_.refused.push_back({CheckFinding::Severity::error, std::string(code), node.pointer(), std::move(message), {}});
    }

    void take(const Node& node, Entry& e) {
        const RoundState& state = out_.rounds[index_of(e.round)];
        const std::string name(to_string(e.round));
        if (state.locked) return refuse("locked", node, fmt::format("the round \"{}\" is locked", name));
        if (state.due && e.score.at.date == Date{})
            return refuse("no_date", node, fmt::format("the round \"{}\" has a deadline: expected \"at\"", name));
        if (state.due && e.score.at.date > *state.due)
            return refuse("late", node,
                          fmt::format("the round \"{}\" was due on {}; found {}", name, cchc::to_string(*state.due),
                                      cchc::to_string(e.score.at.date)));
        if (e.round != AppraisalRound::explanation && !e.has_points)
            return refuse("points_range", node, "expected \"points\"");
        if (!seen_.insert({index_of(e.round), e.criterion->id}).second)
            return refuse("duplicate", node,
                          fmt::format("the leaf \"{}\" has two entries in the round \"{}\"", e.criterion->id, name));
        if (e.round == AppraisalRound::explanation) return explanation(node, e);
        if (e.round == AppraisalRound::self) return self(node, e);
        appraised(node, e);
    }

    void explanation(const Node& node, Entry& e) {
        if (e.has_points) return refuse("order", node, "an explanation gives no points: the second appraisal does");
        if (e.score.reason.empty()) return refuse("reason", node, "an explanation needs a reason");
        out_.explanations.push_back({e.criterion->id, std::move(e.score.author), std::move(e.score.reason),
                                     std::move(e.score.evidence), e.score.at});
    }

    void self(const Node& node, Entry& e) {
        if (e.criterion->assessed_by == AssessedBy::survey || e.criterion->assessed_by == AssessedBy::leader)
            return refuse("not_self_scored", node, fmt::format("units give no points for \"{}\"", e.criterion->id));
        if (e.criterion->evidence == EvidenceNeed::required && e.score.evidence.empty() && e.score.reason.empty())
            return refuse("evidence", node, "expected evidence, or a reason that says how the points were reached");
        out_.scores[e.criterion->id].self = std::move(e.score);
    }

    void appraised(const Node& node, Entry& e) {
        GivenScores& given = out_.scores[e.criterion->id];
        const bool second = e.round == AppraisalRound::second_appraisal;
        if (second && !given.appraised) return refuse("order", node, "expected a first appraisal before the second");
        const std::optional<Number> before = second ? std::optional(given.appraised->points) : first_of(*e.criterion, given);
        if (before && *before != e.score.points && e.score.reason.empty())
            return refuse(
                "reason", node,
                fmt::format("a change from {} to {} needs a reason", before->to_string(), e.score.points.to_string()));
        (second ? given.after_explanation : given.appraised) = std::move(e.score);
    }

    // What an appraisal changes: the self-score, else what the rule computes.
    std::optional<Number> first_of(const Criterion& c, const GivenScores& given) const {
        if (given.self) return given.self->points;
        const LeafScore* leaf = computed_ == nullptr ? nullptr : computed_->find(criteria_, c.id);
        return leaf == nullptr ? std::nullopt : leaf->computed;
    }

    const CriteriaSet& criteria_;
    const Calendar& calendar_;
    const Scorecard* computed_;
    Appraisal& out_;
    std::set<std::pair<std::size_t, std::string>> seen_;
};

}  // namespace

std::string_view to_string(AppraisalRound round) noexcept { return json::name_of(round, round_names); }

Appraisal Appraisal::from_json(std::string_view text, std::string_view source, const CriteriaSet& criteria,
                               const Calendar& calendar, const Scorecard* computed) {
    const json::Value document = json::parse(text, source);
    Appraisal out;
    SheetReader(criteria, calendar, computed, out).read(Node(document, source));
    return out;
}

Appraisal read_appraisal(const CriteriaSet& criteria, const Facts& facts, std::string_view sheet_json,
                         std::string_view source, const Calendar& calendar) {
    const Scorecard computed = score(criteria, facts);
    Appraisal sheet = Appraisal::from_json(sheet_json, source, criteria, calendar, &computed);
    if (!text::same_name(sheet.unit, facts.unit))
        throw Error(ErrorCode::incompatible,
                    fmt::format("the scores are of the unit \"{}\", the facts of \"{}\"", sheet.unit, facts.unit),
                    {std::string(source), -1, -1, -1, "/unit"});
    return sheet;
}

std::vector<std::string> refusals(const Appraisal& sheet) {
    std::vector<std::string> out;
    for (const CheckFinding& finding : sheet.refused)
        out.push_back(fmt::format("scores, {}: {}", finding.pointer, finding.message));
    return out;
}

}  // namespace cchc

// Bands on the number line of what they are put on: overlaps, totals that no band takes, bands that nothing reaches.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "criteria/by_kind.hpp"
#include "criteria/check.hpp"
#include "criteria/cover.hpp"
#include "expression/write.hpp"

namespace cchc::criteria {
namespace {

using Severity = CheckFinding::Severity;

struct Range {
    Number from, to;
};

// What an account adds to a total: nothing, where none of its leaves applies.
Range range_of(const CriteriaSet::Impl& set, std::size_t account, std::size_t kind) {
    const Account& a = set.accounts[account];
    Range out;
    for (const Criterion& c : set.criteria) {
        if (c.account != static_cast<int>(account) || !c.exists[kind]) continue;
        const Number least = std::min(c.min.value_or(Number()), Number()), most = std::max(c.max[kind], Number());
        out.from = a.highest ? std::min(out.from, least) : out.from + least;
        out.to = a.highest ? std::max(out.to, most) : out.to + most;
    }
    const auto cut = [&a](Number& n) {
        if (a.min && n < *a.min) n = *a.min;
        if (a.max && n > *a.max) n = *a.max;
    };
    cut(out.from);
    cut(out.to);
    return out;
}

Range total(const CriteriaSet::Impl& set, std::size_t kind, int without = -1) {
    Range out{Number(), set.max[kind]};
    for (std::size_t a = 0; a < set.accounts.size(); ++a) {
        if (static_cast<int>(a) == without) continue;
        const Range range = range_of(set, a, kind);
        out.from += range.from;
        out.to += range.to;
    }
    return out;
}

// What the value that a band is put on can be.
Domain domain_of(const CriteriaSet::Impl& set, const feel::Code& on, std::size_t kind) {
    using Result = ResultSlot::Kind;
    Domain out;
    const feel::Node& root = on.nodes[on.root];
    if (root.op != feel::Op::name && root.op != feel::Op::special) return out;
    const std::uint32_t slot = root.op == feel::Op::name ? on.name_slots[root.a] : on.special_slots[root.a];
    const auto result =
        std::find_if(set.results.begin(), set.results.end(), [slot](const ResultSlot& r) { return r.slot == slot; });
    if (result == set.results.end()) return out;
    out.number = true;
    out.may_be_null = false;
    const auto between = [&out](const Range& range) {
        out.min = range.from;
        out.max = range.to;
    };
    switch (result->kind) {
        case Result::total:
            between(total(set, kind));
            if (set.rounding) out.places = set.rounding->places;
            break;
        case Result::exact_total: between(total(set, kind)); break;
        case Result::total_without: between(total(set, kind, result->account)); break;
        case Result::index: between({Number(), Number(100)}); break;
        case Result::points:
            if (result->account >= 0)
                between(range_of(set, static_cast<std::size_t>(result->account), kind));
            else if (const Criterion& c = set.criteria[static_cast<std::size_t>(result->criterion)]; c.account < 0)
                between({Number(), c.max[kind]});
            break;
        default: break;
    }
    return out;
}

class BandCheck {
public:
    BandCheck(const CriteriaSet::Impl& set, std::size_t kind, const std::vector<feel::Value>& slots, FindingsByKind& out)
        : set_(set), kind_(kind), slots_(slots), out_(out) {}

    void run() {
        std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;  // bands on the same value
        for (std::size_t i = 0; i < set_.bands.size(); ++i) {
            if (!set_.bands[i].exists[kind_]) continue;
            const std::string on = feel::write(set_.compiled_bands[i].on, set_.compiled_bands[i].on.root);
            const auto known = std::find_if(groups.begin(), groups.end(), [&on](const auto& g) { return g.first == on; });
            if (known == groups.end()) {
                groups.push_back({on, {i}});
            } else {
                known->second.push_back(i);
            }
        }
        for (const auto& [on, bands] : groups) group(on, bands);
        if (lowest_ && !takes_all_) gaps(*lowest_);
    }

private:
    struct Group {
        std::vector<std::size_t> bands;
        std::vector<Bits> cells;  // where each holds
        Axis axis;
    };

    void group(const std::string& on, const std::vector<std::size_t>& bands) {
        const auto& compiled = set_.compiled_bands;
        std::vector<const feel::Code*> tests;
        for (const std::size_t b : bands)
            if (compiled[b].when) tests.push_back(compiled[b].when.get());
        Group g{bands, {}, Axis(text::excerpt(on), domain_of(set_, compiled[bands[0]].on, kind_), tests, slots_.data())};
        if (!g.axis.undecided().empty()) {
            add(Severity::note, "undecided", "/bands",
                fmt::format("the bands are not checked for gaps and overlaps: of {}, {}", text::excerpt(on),
                            g.axis.undecided()),
                "");
            takes_all_ = true;
            return;
        }
        for (const std::size_t b : bands)
            g.cells.push_back(compiled[b].when ? g.axis.matching(*compiled[b].when) : Bits(g.axis.size(), true));
        for (std::size_t i = 0; i < bands.size(); ++i) {
            if (!is_sure(bands[i])) continue;
            takes_all_ = takes_all_ || g.cells[i] == Bits(g.axis.size(), true);
        }
        overlaps(g);
        const std::size_t last = bands.back();
        if (!lowest_ || lowest_->bands.back() < last) lowest_ = std::move(g);
    }

    void overlaps(const Group& g) {
        Bits taken(g.axis.size());
        for (std::size_t i = 0; i < g.bands.size(); ++i) {
            const std::size_t band = g.bands[i];
            Bits left(g.axis.size(), true);
            for (std::size_t cell = 0; cell < g.axis.size(); ++cell)
                if (taken.test(cell) || !g.cells[i].test(cell)) left.reset(cell);
            if (!left.any())
                warn("unreachable", band, fmt::format("no unit can be in the band \"{}\"", id(band)));
            else if (is_sure(band))
                for (std::size_t better = 0; better < i; ++better) overlap(g, better, i);
            if (is_sure(band)) taken |= g.cells[i];
        }
    }

    void overlap(const Group& g, std::size_t better, std::size_t lower) {
        if (!is_sure(g.bands[better]) || !g.cells[better].meets(g.cells[lower])) return;
        const std::string where = g.axis.words(g.cells[better] & g.cells[lower]);
        warn("overlap", g.bands[lower],
             fmt::format("the bands \"{}\" and \"{}\" both hold{}{}: the first of them wins", id(g.bands[better]),
                         id(g.bands[lower]), where.empty() ? "" : " where ", where));
    }

    // A band with a condition may fail: what only such bands take is left where the conditions are not met.
    void gaps(const Group& g) {
        Bits left(g.axis.size(), true), perhaps(g.axis.size());
        for (std::size_t i = 0; i < g.bands.size(); ++i) {
            if (!is_sure(g.bands[i])) {
                perhaps |= g.cells[i];
                continue;
            }
            for (std::size_t cell = 0; cell < g.axis.size(); ++cell)
                if (g.cells[i].test(cell)) left.reset(cell);
        }
        Bits never = left;
        for (std::size_t cell = 0; cell < g.axis.size(); ++cell)
            if (perhaps.test(cell)) never.reset(cell);
        left &= perhaps;
        if (never.any()) gap(g, never, {});
        std::vector<std::string> unmet;
        for (std::size_t i = 0; i < g.bands.size(); ++i)
            if (!is_sure(g.bands[i]) && g.cells[i].meets(left)) unmet.push_back(fmt::format("\"{}\"", id(g.bands[i])));
        if (left.any())
            gap(g, left,
                fmt::format("the condition{} of {} {} not met", unmet.size() == 1 ? "" : "s", fmt::join(unmet, ", "),
                            unmet.size() == 1 ? "is" : "are"));
    }

    void gap(const Group& g, const Bits& cells, const std::string& condition) {
        std::string where = g.axis.words(cells);
        if (!condition.empty()) where += (where.empty() ? "" : " and ") + condition;
        add(Severity::warning, "gap", "/bands",
            where.empty() ? "no band takes any unit" : fmt::format("no band takes a unit where {}", where), "");
    }

    bool is_sure(std::size_t band) const { return set_.compiled_bands[band].condition == nullptr; }
    std::string id(std::size_t band) const { return text::excerpt(set_.bands[band].id); }

    void add(Severity severity, std::string code, std::string pointer, std::string message, std::string article) {
        out_.add({kind_}, {severity, std::move(code), std::move(pointer), std::move(message), std::move(article)});
    }
    void warn(std::string code, std::size_t band, std::string message) {
        const auto& basis = set_.bands[band].legal_basis;
        add(Severity::warning, std::move(code), fmt::format("/bands/{}", band), std::move(message),
            basis.empty() ? "" : basis.front().article);
    }

    const CriteriaSet::Impl& set_;
    std::size_t kind_;
    const std::vector<feel::Value>& slots_;
    FindingsByKind& out_;
    std::optional<Group> lowest_;
    bool takes_all_ = false;  // some band without a condition takes whatever comes
};

}  // namespace

void check_bands(const CriteriaSet::Impl& set, Findings& findings) {
    for (const CompiledBand& band : set.compiled_bands)
        if (band.on.root == feel::no_node || (band.when && band.when->root == feel::no_node)) return;  // said already
    if (set.bands.size() > 1000) {
        findings.note("undecided", "/bands", "the bands are not checked for gaps and overlaps: there are more than 1000");
        return;
    }
    const std::vector<feel::Value> slots(set.slot_count, feel::Value::missing());
    FindingsByKind found;
    for (std::size_t k = 0; k < set.kinds(); ++k) BandCheck(set, k, slots, found).run();
    found.report(set, set.kinds(), findings);
}

}  // namespace cchc::criteria

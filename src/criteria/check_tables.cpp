// Decision tables: rows that overlap, cases that fall through, rows that no case reaches.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "criteria/by_kind.hpp"
#include "criteria/check.hpp"
#include "criteria/constants.hpp"
#include "criteria/cover.hpp"
#include "criteria/domain.hpp"
#include "expression/write.hpp"

namespace cchc::criteria {
namespace {

using Severity = CheckFinding::Severity;

constexpr std::size_t steps_of_a_table = 100'000'000, steps_of_a_set = 300'000'000;
constexpr std::size_t most_inputs = 64;
constexpr std::size_t shown_regions = 5, shown_pairs = 20;

// A row that could not be read is an error already; of its table nothing can be said.
bool is_whole(const Rule& rule, const CompiledLeaf& leaf) {
    if (rule.rows.empty() || leaf.rows.size() != rule.rows.size()) return false;
    for (std::size_t i = 0; i < rule.rows.size(); ++i)
        if (rule.rows[i].points.empty() || leaf.rows[i].cells.size() != rule.rows[i].when.size()) return false;
    return true;
}

// How an input is called in a message: brackets where it would run into the comparison.
std::string name_of(const feel::Code& input) {
    using feel::Op;
    const Op op = input.nodes[input.root].op;
    const bool plain = op == Op::name || op == Op::call || op == Op::special || op == Op::constant || op == Op::add ||
                       op == Op::subtract || op == Op::multiply || op == Op::divide || op == Op::power || op == Op::negate;
    const std::string text = text::excerpt(feel::write(input, input.root));
    return plain ? text : fmt::format("({})", text);
}

class TableCheck {
public:
    TableCheck(const CriteriaSet::Impl& set, const CompiledLeaf& leaf, Budget& budget)
        : criterion_(set.criteria[leaf.criterion]), leaf_(leaf), budget_(budget) {}

    // For kinds of unit with the same maximum; `slots` holds what is constant for them.
    void run(const std::vector<const FactDefinition*>& dictionary, const feel::Value* slots,
             const std::vector<std::size_t>& kinds, FindingsByKind& out) {
        kinds_ = &kinds;
        out_ = &out;
        if (const auto cover = read(dictionary, slots); cover && !decide(*cover)) undecided("it is too large to be decided");
    }

private:
    std::optional<Cover> read(const std::vector<const FactDefinition*>& dictionary, const feel::Value* slots) {
        if (leaf_.inputs.size() > most_inputs) {
            undecided(fmt::format("it has more than {} inputs", most_inputs));
            return std::nullopt;
        }
        std::vector<Axis> axes;
        const std::vector<std::size_t> axis_of = distinct_inputs();
        for (std::size_t a = 0; a < leaf_.inputs.size(); ++a) {
            if (axis_of[a] != axes.size()) continue;  // the same expression as one before
            const feel::Code& input = leaf_.inputs[a];
            axes.emplace_back(name_of(input), Domains(leaf_, dictionary, slots).of(input), tests_of(axis_of, axes.size()),
                              slots);
            if (!axes.back().undecided().empty()) {
                undecided(fmt::format("of {}, {}", name_of(input), axes.back().undecided()));
                return std::nullopt;
            }
        }
        auto rows = boxes(axes, axis_of);
        if (!rows) {
            undecided("it is too large to be decided");
            return std::nullopt;
        }
        return Cover(std::move(axes), std::move(*rows));
    }

    // For each input its axis: inputs that say the same in other words share one.
    std::vector<std::size_t> distinct_inputs() const {
        std::map<std::string, std::size_t, std::less<>> seen;
        std::vector<std::size_t> out;
        for (const feel::Code& input : leaf_.inputs)
            out.push_back(seen.emplace(feel::write(input, input.root), seen.size()).first->second);
        return out;
    }

    std::vector<const feel::Code*> tests_of(const std::vector<std::size_t>& axis_of, std::size_t axis) const {
        std::vector<const feel::Code*> out;
        for (const CompiledRow& row : leaf_.rows)
            for (const CompiledCell& cell : row.cells)
                if (axis_of[cell.input] == axis) out.push_back(&cell.tests);
        return out;
    }

    std::optional<std::vector<Box>> boxes(const std::vector<Axis>& axes, const std::vector<std::size_t>& axis_of) {
        std::vector<Box> out;
        for (const CompiledRow& row : leaf_.rows) {
            Box& box = out.emplace_back();
            for (const Axis& axis : axes) {
                if (!budget_.spend(axis.size())) return std::nullopt;
                box.emplace_back(axis.size(), true);
            }
            for (const CompiledCell& cell : row.cells) {
                const std::size_t axis = axis_of[cell.input];
                if (!budget_.spend(axes[axis].size() * cell.tests.nodes.size())) return std::nullopt;
                box[axis] &= axes[axis].matching(cell.tests);
            }
        }
        return out;
    }

    // False where the budget is spent; what was found until then holds.
    bool decide(const Cover& cover) {
        const HitPolicy hit = criterion_.rule.hit;
        if (hit == HitPolicy::unique && !overlaps(cover)) return false;
        if (hit != HitPolicy::collect_sum && !gaps(cover)) return false;
        for (std::size_t row = 0; row < cover.rows().size(); ++row) {
            if (cover.is_empty(row)) {
                warn("unreachable", row, fmt::format("no value matches row {}", row + 1));
            } else if (hit == HitPolicy::first && row > 0) {
                const auto rest = cover.rest(row, row, budget_);
                if (!rest) return false;
                if (rest->empty())
                    warn("unreachable", row,
                         fmt::format("no case reaches row {}: the rows before it take them all", row + 1));
            }
        }
        return true;
    }

    bool overlaps(const Cover& cover) {
        std::size_t shown = 0;
        for (std::size_t later = 1; later < cover.rows().size(); ++later) {
            if (!budget_.spend(later)) return false;
            for (std::size_t row = 0; row < later; ++row) {
                const auto box = cover.overlap(row, later);
                if (!box) continue;
                if (++shown > shown_pairs) {
                    add(Severity::error, "overlap", rows_pointer(), "more rows overlap than are listed",
                        article_of(criterion_));
                    return true;
                }
                const std::string where = cover.words(*box);
                add(Severity::error, "overlap", row_pointer(later),
                    where.empty() ? fmt::format("rows {} and {} both match always", row + 1, later + 1)
                                  : fmt::format("rows {} and {} both match where {}", row + 1, later + 1, where),
                    row_article(later));
            }
        }
        return true;
    }

    bool gaps(const Cover& cover) {
        const auto rest = cover.rest(cover.rows().size(), std::nullopt, budget_);
        if (!rest) return false;
        if (rest->empty()) return true;
        std::vector<std::string> regions;
        for (const Box& box : *rest) regions.push_back(cover.words(box));
        std::string message = "no row matches";
        if (!regions[0].empty()) {
            const auto shown = static_cast<std::ptrdiff_t>(std::min(regions.size(), shown_regions));
            message += fmt::format(" where {}", fmt::join(regions.begin(), regions.begin() + shown, "; or where "));
            if (regions.size() > shown_regions)
                message += fmt::format("; and in {} more regions", regions.size() - shown_regions);
        }
        add(Severity::warning, "gap", rows_pointer(), std::move(message), article_of(criterion_));
        return true;
    }

    std::string rows_pointer() const { return criterion_.pointer + "/rule/rows"; }
    std::string row_pointer(std::size_t row) const { return fmt::format("{}/{}", rows_pointer(), row); }
    std::string row_article(std::size_t row) const {
        const std::string& own = criterion_.rule.rows[row].article;
        return own.empty() ? article_of(criterion_) : own;
    }

    void add(Severity severity, std::string code, std::string pointer, std::string message, std::string article) {
        out_->add(*kinds_, {severity, std::move(code), std::move(pointer), std::move(message), std::move(article)});
    }
    void warn(std::string code, std::size_t row, std::string message) {
        add(Severity::warning, std::move(code), row_pointer(row), std::move(message), row_article(row));
    }
    void undecided(const std::string& why) {
        add(Severity::note, "undecided", rows_pointer(),
            fmt::format("the table is not checked for gaps and overlaps: {}", why), article_of(criterion_));
    }

    const Criterion& criterion_;
    const CompiledLeaf& leaf_;
    Budget& budget_;
    const std::vector<std::size_t>* kinds_ = nullptr;
    FindingsByKind* out_ = nullptr;
};

}  // namespace

void check_tables(const CriteriaSet::Impl& set, const std::vector<FactDefinition>& dictionary, Findings& findings) {
    std::vector<const FactDefinition*> facts;
    for (const auto* list : {&set.facts, &dictionary})
        for (const FactDefinition& d : *list) facts.push_back(&d);
    Constants constants(set);
    Budget whole(steps_of_a_set);
    for (const CompiledLeaf& leaf : set.leaves) {
        const Criterion& c = set.criteria[leaf.criterion];
        if (c.rule.kind != RuleKind::table || !is_whole(c.rule, leaf)) continue;
        std::map<Number, std::vector<std::size_t>> kinds;
        for (std::size_t k = 0; k < set.kinds(); ++k)
            if (c.exists[k]) kinds[c.max[k]].push_back(k);
        FindingsByKind found;
        std::size_t all = 0;
        for (const auto& [max, same] : kinds) {
            all += same.size();
            constants.enter(leaf, max);
            Budget own(std::min(steps_of_a_table, whole.left()));
            const std::size_t before = own.left();
            TableCheck(set, leaf, own).run(facts, constants.slots(), same, found);
            whole.spend(before - own.left());
        }
        found.report(set, all, findings);
        constants.leave(leaf);
    }
}

}  // namespace cchc::criteria

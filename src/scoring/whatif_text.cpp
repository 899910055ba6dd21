// What would change a score, for people, in Vietnamese or English.
#include <fmt/format.h>

#include "cchc/whatif.hpp"
#include "scoring/trace_json.hpp"

namespace cchc {
namespace {

using scoring::number_text;

std::string gain(const Number& value) { return (value.sign() > 0 ? "+" : "") + number_text(value); }

class OutlookText {
public:
    OutlookText(const CriteriaSet& criteria, const WhatIf& result, Lang lang)
        : criteria_(criteria), result_(result), lang_(lang) {}

    std::string write() {
        head();
        if (result_.next) {
            next(*result_.next);
        } else if (!criteria_.bands().empty()) {
            out_ += pick("Không còn mức xếp loại nào cao hơn.\n", "There is no better band.\n");
        }
        if (result_.cheapest) cheapest(*result_.cheapest);
        out_ += pick("\nTừng tiêu chí:\n", "\nLeaf by leaf:\n");
        for (const LeafOutlook& l : result_.leaves) leaf(l);
        for (const std::string& problem : result_.now.problems) out_ += fmt::format("! {}\n", problem);
        return std::move(out_);
    }

private:
    std::string pick(std::string_view vi, std::string_view en) const { return std::string(lang_ == Lang::vi ? vi : en); }

    std::string band(int index) const {
        return index < 0 ? "–" : criteria_.bands()[static_cast<std::size_t>(index)].title.in(lang_);
    }
    const Criterion& criterion(int index) const { return criteria_.criteria()[static_cast<std::size_t>(index)]; }

    void head() {
        out_ += criteria_.title().in(lang_);
        if (criteria_.is_example()) out_ += pick(" (ví dụ, không phải quyết định)", " (an example, not a decision)");
        out_ +=
            fmt::format("\n{}: {}\n{}: {}\n{}: {}\n", pick("Đơn vị", "Unit"), result_.now.unit, pick("Tổng điểm", "Total"),
                        number_text(result_.now.total), pick("Xếp loại", "Band"), band(result_.now.band));
    }

    void next(const NextBand& next) {
        out_ += fmt::format("{}: {}", pick("Mức cao hơn tiếp theo", "Next better band"), band(next.band));
        if (next.missing && next.missing->sign() == 0 && !next.more_than) {
            out_ += pick(": đã đủ điểm", ": the points are there");
        } else if (next.missing) {
            out_ += fmt::format(
                ": {} {} {}",
                next.more_than ? pick("còn thiếu hơn", "missing are more than") : pick("còn thiếu", "missing are"),
                number_text(next.missing), pick("điểm", "points"));
        } else if (!next.reason.empty()) {
            out_ += fmt::format(": {}", next.reason);
        }
        out_ += "\n";
        for (const UnmetCondition& c : next.not_met) {
            out_ += fmt::format(
                "  {}: {}",
                c.at_most ? fmt::format(fmt::runtime(pick("bị giới hạn ở mức \"{}\"", "held down to \"{}\"")), band(c.band))
                          : pick("điều kiện chưa đạt", "condition not met"),
                c.expression);
            if (c.verdict == Verdict::missing) out_ += pick(" (thiếu số liệu)", " (facts are missing)");
            out_ += "\n";
        }
    }

    void cheapest(const CheapestSet& set) {
        if (!set.found) {
            out_ += fmt::format("{}: {}\n", pick("Cách ít tốn kém nhất", "Cheapest way"), set.reason);
            return;
        }
        out_ += fmt::format("{} ({} {}{}): {} {}, {}\n", pick("Cách ít tốn kém nhất", "Cheapest way"),
                            pick("chi phí", "cost"), number_text(set.cost),
                            set.exact ? "" : pick(", chưa chứng minh là ít nhất", ", not proven to be the cheapest"),
                            pick("tổng điểm", "total"), number_text(set.total), band(set.band));
        for (const LeafRaise& raise : set.leaves)
            out_ += fmt::format("  {} {}: {} → {}\n", criterion(raise.criterion).id,
                                criterion(raise.criterion).title.in(lang_), number_text(raise.from), number_text(raise.to));
    }

    std::string title(MoveKind kind) const {
        switch (kind) {
            case MoveKind::next_row: return pick("dòng tiếp theo", "next row");
            case MoveKind::one_more: return pick("thêm 1", "one more");
            case MoveKind::one_less: return pick("bớt 1", "one less");
            case MoveKind::late_to_on_time:
                return pick("1 hồ sơ từ quá hạn thành đúng hạn", "one dossier from late to on time");
        }
        return {};
    }

    void leaf(const LeafOutlook& leaf) {
        const Criterion& c = criterion(leaf.criterion);
        out_ += fmt::format("{} {}: {} / {}", c.id, c.title.in(lang_), number_text(leaf.points), number_text(leaf.max));
        if (leaf.room && leaf.room->sign() > 0) out_ += fmt::format(" ({} {})", pick("còn", "room"), number_text(leaf.room));
        out_ += "\n";
        for (const FactMove& m : leaf.moves) {
            // What changes nothing helps nobody who reads; the JSON has it.
            if (m.gain.sign() == 0 && m.total_gain && m.total_gain->sign() == 0) continue;
            out_ += fmt::format("  {}:", title(m.kind));
            for (const FactChange& change : m.changes)
                out_ += fmt::format(" {} {} → {};", change.name, scoring::to_text(change.from), scoring::to_text(change.to));
            out_ +=
                fmt::format(" {} ({} {})\n", gain(m.gain), pick("tổng", "total"), m.total_gain ? gain(*m.total_gain) : "–");
        }
    }

    const CriteriaSet& criteria_;
    const WhatIf& result_;
    Lang lang_;
    std::string out_;
};

}  // namespace

std::string WhatIf::to_text(const CriteriaSet& criteria, Lang lang) const {
    return OutlookText(criteria, *this, lang).write();
}

}  // namespace cchc

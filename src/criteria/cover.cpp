#include "criteria/cover.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cchc::criteria {
namespace {

// Axis by axis: cells that the same rows take are looked at once.
class Rest {
public:
    Rest(const std::vector<Box>& rows, const Box& within, std::size_t count, Budget& budget)
        : rows_(rows), within_(within), count_(count), budget_(budget), known_(within.size()) {}

    // std::nullopt where the budget is spent.
    const std::vector<Box>* of(std::size_t axis, const Bits& active) {
        if (axis == within_.size()) return active.any() ? &none_ : &whole_;
        const auto known = known_[axis].find(active);
        if (known != known_[axis].end()) return &known->second;
        auto boxes = computed(axis, active);
        if (!boxes) return nullptr;
        return &known_[axis].emplace(active, std::move(*boxes)).first->second;
    }

private:
    std::optional<std::vector<Box>> computed(std::size_t axis, const Bits& active) {
        std::vector<std::pair<const std::vector<Box>*, Bits>> groups;  // cells with the same rest on the axes to come
        for (auto& [rows, cells] : by_rows(axis, active)) {
            const std::vector<Box>* below = spent_ ? nullptr : of(axis + 1, rows);
            if (below == nullptr) return std::nullopt;
            if (below->empty()) continue;
            const auto same =
                std::find_if(groups.begin(), groups.end(), [&b = *below](const auto& g) { return *g.first == b; });
            if (same != groups.end()) {
                same->second |= cells;
            } else {
                groups.emplace_back(below, std::move(cells));
            }
        }
        std::vector<Box> out;
        for (const auto& [below, cells] : groups) {
            if (!budget_.spend(below->size() * within_.size())) return std::nullopt;
            for (const Box& box : *below) {
                out.push_back({cells});
                out.back().insert(out.back().end(), box.begin(), box.end());
            }
        }
        return out;
    }

    // The cells of an axis by the rows that still match there, in the order of their first cells.
    std::vector<std::pair<Bits, Bits>> by_rows(std::size_t axis, const Bits& active) {
        std::vector<std::pair<Bits, Bits>> out;
        std::map<Bits, std::size_t> places;
        for (std::size_t cell = 0; cell < size_of(axis); ++cell) {
            if (!within_[axis].test(cell)) continue;
            if (!budget_.spend(count_ + 1)) {
                spent_ = true;
                return out;
            }
            Bits rows(count_);
            for (std::size_t r = 0; r < count_; ++r)
                if (active.test(r) && rows_[r][axis].test(cell)) rows.set(r);
            const auto [place, added] = places.emplace(rows, out.size());
            if (added) out.emplace_back(std::move(rows), Bits(size_of(axis)));
            out[place->second].second.set(cell);
        }
        return out;
    }

    std::size_t size_of(std::size_t axis) const { return within_[axis].words() * 64; }

    const std::vector<Box>& rows_;
    const Box& within_;
    std::size_t count_;
    Budget& budget_;
    bool spent_ = false;
    std::vector<std::map<Bits, std::vector<Box>>> known_;  // by axis and rows
    const std::vector<Box> none_, whole_{Box{}};
};

}  // namespace

bool Cover::is_empty(std::size_t row) const {
    return std::any_of(rows_[row].begin(), rows_[row].end(), [](const Bits& cells) { return !cells.any(); });
}

std::optional<Box> Cover::overlap(std::size_t a, std::size_t b) const {
    for (std::size_t i = 0; i < axes_.size(); ++i)
        if (!rows_[a][i].meets(rows_[b][i])) return std::nullopt;
    Box out;
    for (std::size_t i = 0; i < axes_.size(); ++i) out.push_back(rows_[a][i] & rows_[b][i]);
    return out;
}

std::optional<std::vector<Box>> Cover::rest(std::size_t count, std::optional<std::size_t> within, Budget& budget) const {
    Box all;
    if (within) {
        all = rows_[*within];
    } else {
        for (const Axis& axis : axes_) all.emplace_back(axis.size(), true);
    }
    Rest search(rows_, all, count, budget);
    const std::vector<Box>* boxes = search.of(0, Bits(count, true));
    if (boxes == nullptr) return std::nullopt;
    return *boxes;
}

std::string Cover::words(const Box& box) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < axes_.size(); ++i)
        if (std::string part = axes_[i].words(box[i]); !part.empty()) parts.push_back(std::move(part));
    if (parts.size() > 1)
        for (std::string& part : parts)
            if (part.find(" or ") != std::string::npos) part = fmt::format("({})", part);
    return fmt::format("{}", fmt::join(parts, " and "));
}

}  // namespace cchc::criteria

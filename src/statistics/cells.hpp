// The cells of one grouping: a dense number for each combination of values that occurs, and its counters.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/aligned.hpp"
#include "statistics/code_table.hpp"

namespace cchc::stats {

// Which dossiers make a difference: a few ids for each kind, the smallest in byte order, so that no split changes them.
// left_out: carried over, but left out by the policy now because of the state in which they ended.
enum class ExampleKind : std::uint8_t { no_due_resolved, no_due_in_process, own_class, left_out, not_judged };
inline constexpr std::size_t example_kinds = 5;
inline constexpr std::size_t max_examples = 5;
// The kind of a code's examples, or -1.
int example_kind(std::uint8_t code) noexcept;

using SmallestIds = std::set<std::string, std::less<>>;
// Keeps the id if it is one of the max_examples smallest.
void keep_smallest(SmallestIds& ids, std::string_view id);

using Examples = std::map<std::pair<std::uint32_t, std::uint8_t>, SmallestIds>;  // by cell, kind
void add_example(Examples& examples, std::uint32_t cell, std::uint8_t kind, std::string_view id);

// From (parent, id) to a dense number, in order of first appearance.
class PairMap {
public:
    std::uint32_t add(std::uint32_t parent, std::uint32_t id);
    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(pairs_.size()); }
    std::uint32_t parent(std::uint32_t number) const noexcept { return static_cast<std::uint32_t>(pairs_[number] >> 32); }
    std::uint32_t id(std::uint32_t number) const noexcept { return static_cast<std::uint32_t>(pairs_[number]); }

private:
    void grow();
    std::size_t place(std::uint64_t pair) const noexcept;
    std::vector<std::uint64_t> pairs_;  // by number
    std::vector<std::uint32_t> slots_;  // number + 1; 0 is free
};

// With one dimension the cell of a value is the value itself, which is dense; with more, combinations are numbered. Cells
// that no dossier has are all zero, and are as if they were not there.
class Cells {
public:
    explicit Cells(std::size_t dimensions);

    // The cell of each row of a block; ids[d] holds the block's values of dimension d (two dimensions or more).
    void find(std::span<const std::span<const std::uint32_t>> ids, std::span<std::uint32_t> out);
    std::uint32_t find_one(std::span<const std::uint32_t> ids);
    // Room for the values below `values` of the only dimension.
    void fit(std::size_t values);

    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(counts_.size() / stride); }
    bool is_empty(std::uint32_t cell) const noexcept;
    std::span<std::uint32_t> counters(std::uint32_t cell) noexcept { return {counts_.data() + cell * stride, stride}; }
    std::span<const std::uint32_t> counters(std::uint32_t cell) const noexcept {
        return {counts_.data() + cell * stride, stride};
    }
    std::vector<std::uint32_t> key(std::uint32_t cell) const;

    // Counts each row's code in its cell.
    void count(std::span<const std::uint32_t> cells, std::span<const std::uint8_t> row_codes) noexcept;
    // The same, where the cell of a row is cell_of[its value].
    void count(const std::uint32_t* cell_of, std::span<const std::uint32_t> values,
               std::span<const std::uint8_t> row_codes) noexcept;

    Examples examples;

private:
    std::size_t dimensions_;
    std::vector<PairMap> next_;  // one for each dimension after the first
    std::vector<std::uint32_t, CacheAligned<std::uint32_t>> counts_;
};

}  // namespace cchc::stats

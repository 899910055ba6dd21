// Flags, block by block.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "cchc/quality.hpp"
#include "dossier/judge.hpp"
#include "statistics/due_history.hpp"

namespace cchc::quality {

// The bound of the ..._in_future flags as a day: the first one that nothing can have happened on.
std::int32_t future_begins(Date as_of, std::optional<Date> today) noexcept;

class Inspector {
public:
    // The calendar and the rules must live on.
    Inspector(const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules, std::int32_t as_of,
              std::int32_t future);
    Inspector(const Inspector&) = delete;  // its computers hold on to its policies
    Inspector& operator=(const Inspector&) = delete;

    // Sets the flags of `rows`, and returns what the policy takes as their due dates; valid until the next call.
    judge::Due operator()(const Dossiers& dossiers, judge::Rows rows, std::uint32_t* out);

private:
    struct Block;
    std::uint32_t flags_of(const Block& block, std::size_t i);
    std::uint32_t procedure(const Block& block, std::size_t i) const;
    std::uint32_t due_dates(const Block& block, std::size_t i) const;
    bool is_late_apology(const Block& block, std::size_t i) const;
    bool is_late_request(const Block& block, std::size_t i) const;
    bool is_late_refusal(const Block& block, std::size_t i) const;
    bool outcome_changed(const Block& block, std::size_t i) const;
    std::int32_t original_due(const Block& block, std::size_t i) const;
    bool before(std::int32_t day) const noexcept { return day != no_day && day < as_of_; }

    OutcomePolicy current_;  // the policy, with the one due date and with the other
    OutcomePolicy original_;
    bool by_original_;  // which of them the policy itself takes
    const Calendar& calendar_;
    std::int32_t as_of_;
    std::int32_t future_;
    judge::DueComputer current_due_;
    judge::DueComputer original_due_;
    DueHistory history_;  // of the row that is looked at
    std::array<std::uint16_t, judge::block_rows> current_keys_{};
    std::array<std::uint16_t, judge::block_rows> original_keys_{};
};

}  // namespace cchc::quality

// Reading dossiers, block by block, and saying on standard error what was wrong with them.
#pragma once

#include <array>
#include <cchc/cchc.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

// Rows whose due date the calendar or the rule refused. The reader let them pass; only counting found out.
struct Uncounted {
    std::array<std::uint64_t, cchc::problem_count> by_problem{};
    std::uint64_t rows = 0;
    std::vector<std::string> messages;
};

// Where a batch stands: in which file, behind how many of its rows.
struct Place {
    std::string file;
    std::uint64_t row = 0;
};

// Takes a batch; notes in `uncounted` the rows that cannot be counted, at most `shown` of them in words.
using TakeBatch = std::function<void(cchc::Dossiers& batch, const Place& place, std::size_t shown, Uncounted& uncounted)>;

// Hands all dossiers of all files to `take`, batch by batch. True when every row was good. Throws CallError when a file
// cannot be opened, cchc::Error when it is no usable CSV or JSON, or at the first bad row if --strict.
bool read_files(const Reading& reading, const cchc::RuleSet& rules, const TakeBatch& take);

// Notes the rows whose problem only counting found.
void note_uncounted(const cchc::Dossiers& batch, const std::vector<cchc::Problem>& found, const Place& place,
                    std::size_t shown, Uncounted& uncounted);

// Adds all files to statistics, a series or a reconciliation.
template <class Into>
bool add_files(const Reading& reading, const cchc::RuleSet& rules, Into& into) {
    std::vector<cchc::Problem> found;
    return read_files(reading, rules,
                      [&](cchc::Dossiers& batch, const Place& place, std::size_t shown, Uncounted& uncounted) {
                          found.resize(batch.size());
                          into.add(batch, found);
                          note_uncounted(batch, found, place, shown, uncounted);
                      });
}

}  // namespace tool

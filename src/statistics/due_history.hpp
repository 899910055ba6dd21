// What the clock events of a dossier say of its due date on record: which dates stood when, and whether they fit together.
#pragma once

#include <cstdint>
#include <vector>

#include "cchc/dossier.hpp"

namespace cchc::quality {

class DueHistory {
public:
    // Reads dossier i as of a day. The dossiers must live on.
    void load(const Dossiers& dossiers, std::size_t i, std::int32_t as_of);

    // How often something was asked for or done before the as-of date.
    std::size_t extensions() const noexcept { return extensions_; }
    std::size_t requests() const noexcept { return requests_; }
    bool paused() const noexcept { return paused_; }
    std::int32_t first_request() const noexcept { return first_request_; }  // no_day: none before the as-of date
    bool waits_for_supplement() const noexcept { return waits_; }

    // The due date that the first extension replaced, and the one that the first change of all did; no_day where it was not
    // kept (or there was none).
    std::int32_t replaced_by_extension() const noexcept;
    std::int32_t first() const noexcept;
    // Whether the due date that stood at the as-of date is known: a change after it without the date that it replaced says
    // that it was another one than that of today.
    bool stood_is_known() const noexcept;
    // Whether the dates do not fit together: one was replaced that did not stand, or one stands that nothing set.
    bool is_edited() const noexcept;

private:
    struct Change {
        std::int32_t day;
        std::int32_t before;
        std::int32_t after;
        bool extension;
    };
    void add(const ClockEvent& event, std::int32_t as_of);

    std::vector<Change> changes_;  // in order of day
    std::size_t past_ = 0;         // of these, before the as-of date
    std::size_t extensions_ = 0;
    std::size_t requests_ = 0;
    std::int32_t first_request_ = no_day;
    std::int32_t original_ = no_day;
    std::int32_t recorded_ = no_day;
    bool paused_ = false;
    bool waits_ = false;
};

}  // namespace cchc::quality

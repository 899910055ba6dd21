// What a long call tells its caller while it runs, and hears from him, through memory that both look at.
#pragma once

#include <cstdint>

#include "cchc.h"
#include "cchc/progress.hpp"

namespace cchc::capi {

// The struct of the caller, or none. Other threads read and write it while the call runs, so each access is atomic.
class Polled {
public:
    // Throws a Refusal for a struct that is not usable. `steps` are those of the whole call.
    Polled(cchc_progress* progress, std::int64_t steps);

    // What a part of the call is given that begins after so many steps of the whole; empty where nobody looks. It throws a
    // Refusal once the caller wishes the end.
    Progress from(std::int64_t before);

    // For a call that knows its steps only when it is under way.
    Progress whole();

private:
    void tell(std::int64_t done, std::int64_t total);

    cchc_progress* progress_;
    std::int64_t steps_;
};

}  // namespace cchc::capi

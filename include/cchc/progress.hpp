// How far a long call is, and the wish to end it.
#pragma once

#include <cstdint>
#include <functional>

namespace cchc {

// A function of the caller that a long call calls between its steps, in the thread of the call: so many steps of so many are
// done. The first call is with 0, the last one with all. Steps are no measure of time: one may take longer than another.
// What it throws ends the call and comes out of it; the call leaves everything as it was. An empty one is not called.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

}  // namespace cchc

// A quotient as a decimal text, rounded half up, because that is what the reports do.
#pragma once

#include <cstdint>
#include <string>

namespace cchc::stats {

// The divisor is not 0; places is 0 to 6, else the next of these. dividend * 2 * 10^places is inside 64 bits.
std::string quotient(std::uint64_t dividend, std::uint64_t divisor, int places);

}  // namespace cchc::stats

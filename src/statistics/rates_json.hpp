#pragma once

#include "cchc/statistics.hpp"

namespace cchc::json {
class Writer;
}  // namespace cchc::json

namespace cchc::stats {

// Writes the member "rates": each with its parts; null for a per cent that is not available.
void write_rates(json::Writer& w, const Counts& counts);

}  // namespace cchc::stats

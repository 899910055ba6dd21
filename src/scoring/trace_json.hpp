#pragma once

#include "cchc/scoring.hpp"

namespace cchc::json {
class Writer;
}

namespace cchc::scoring {

void write_trace(json::Writer& w, const LeafTrace& trace);
std::string_view to_string(Verdict verdict) noexcept;
std::string to_text(const FactValue& value);  // of a text in quotes

}  // namespace cchc::scoring

// Facts that the tests start from, and the refusal of a text that is not good.
#pragma once

#include <string>
#include <string_view>

#include "cchc/facts.hpp"
#include "test.hpp"
#include "unit/base/error_of.hpp"

namespace cchc::test {

// A file that is good, with every member; the tests replace one piece of it.
inline constexpr std::string_view good = R"({"format": "cchc.facts/1", "unit": "UBND xã Tân Hợp", "kind": "xa",
 "period": {"from": "2025-01-01", "to": "2026-01-01"}, "source": "báo cáo",
 "facts": {"a.number": 80, "a.decimal": "0.9345", "a.text": "274/KH-UBND", "a.flag": true},
 "sources": {"a.decimal": "khảo sát"},
 "conflicts": {"b": [{"source": "x", "value": 1}, {"source": "y", "value": "2"}]},
 "not_applicable": [{"criterion": "6.1", "reason": "Không có cảng", "authority": "UBND tỉnh"}],
 "no_case": [{"criterion": "3.4", "reason": "Không có khiếu nại"}]})";

inline std::string with(std::string_view piece, std::string_view other) {
    std::string text(good);
    const std::size_t i = text.find(piece);
    REQUIRE(i != std::string::npos);
    return text.replace(i, piece.size(), other);
}

// Facts of a unit from one source, without period or kind.
inline Facts facts_from(std::string_view source, std::string_view members) {
    return Facts::from_json(R"({"format": "cchc.facts/1", "unit": "u", "facts": {)" + std::string(members) + "}}", source);
}

}  // namespace cchc::test

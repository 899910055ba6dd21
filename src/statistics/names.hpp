#pragma once

#include <string_view>
#include <utility>

#include "cchc/statistics.hpp"

namespace cchc {

inline constexpr std::pair<std::string_view, Dimension> dimension_names[] = {
    {"agency", Dimension::agency},   {"field", Dimension::field}, {"procedure", Dimension::procedure},
    {"channel", Dimension::channel}, {"month", Dimension::month}, {"quarter", Dimension::quarter},
    {"year", Dimension::year},       {"cause", Dimension::cause}, {"service_level", Dimension::service_level},
};
inline constexpr std::size_t dimension_count = 9;
inline constexpr std::size_t max_groupings = 16;

}  // namespace cchc

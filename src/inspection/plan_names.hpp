// The names of the enumerations in plans.
#pragma once

#include <string_view>
#include <utility>

#include "cchc/plan.hpp"

namespace cchc::inspection {

inline constexpr std::pair<std::string_view, TeamRole> team_role_names[] = {
    {"head", TeamRole::head},
    {"deputy", TeamRole::deputy},
    {"secretary", TeamRole::secretary},
    {"member", TeamRole::member},
};

inline constexpr std::pair<std::string_view, AdminLevel> admin_level_names[] = {
    {"province", AdminLevel::province},
    {"district", AdminLevel::district},
    {"commune", AdminLevel::commune},
};

}  // namespace cchc::inspection

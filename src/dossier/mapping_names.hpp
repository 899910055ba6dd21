// What a mapping holds: names as written and folded, codes by their folded texts.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/names.hpp"

namespace cchc {

// The columns of a child record: a pause or an extension of a dossier.
enum class PauseColumn : std::uint8_t { id, kind, from, to, due_before, due_after };
inline constexpr std::size_t pause_column_count = 6;
inline constexpr std::array<std::string_view, pause_column_count> pause_column_names = {"id", "kind",       "from",
                                                                                        "to", "due_before", "due_after"};

// The members of an entry of a status history.
enum class HistoryColumn : std::uint8_t { status, at };
inline constexpr std::size_t history_column_count = 2;
inline constexpr std::array<std::string_view, history_column_count> history_column_names = {"status", "at"};

// The arrays of a JSON record that are read.
enum class ArrayName : std::uint8_t { pauses, history };
inline constexpr std::size_t array_name_count = 2;
inline constexpr std::array<std::string_view, array_name_count> array_names = {"pauses", "history"};

struct Mapping::Names {
    template <class E>
    using Values = std::unordered_map<std::string, E>;  // by folded text
    template <std::size_t n>
    using Lists = std::array<std::vector<std::string>, n>;  // names, best first

    Lists<column_count> columns;  // as written
    Lists<column_count> folded;   // the same, folded; all lists below are folded
    Lists<pause_column_count> pause_columns;
    Lists<history_column_count> history_columns;
    Lists<array_name_count> arrays;
    Values<Channel> channel;
    Values<Status> status;
    Values<Unit> unit;
    Values<ServiceLevel> service_level;
    Values<ClockKind> pause_kind;
    std::map<std::string, Channel> channel_flags;  // columns that say yes or no; yes sets the channel
    std::int32_t hours_per_day = 0;  // limits in days are recorded in hours, so many a day; 0: they are in days

    // The rank of a folded name in a list of names, 0 first.
    static std::optional<std::size_t> rank_in(const std::vector<std::string>& names, std::string_view folded) noexcept;
};

}  // namespace cchc

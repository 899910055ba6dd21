// The parts that the tables of statistics share: texts of keys, headings, notes.
#pragma once

#include <string>
#include <string_view>

#include "cchc/statistics.hpp"

namespace cchc::stats {

std::string pick(Lang lang, std::string_view vi, std::string_view en);
// A value of a dimension as people read it.
std::string key_text(Dimension dimension, const std::string& key, Lang lang);
// The grouping of that index; null where the query has none, for index 0. Throws argument_range for any other.
const GroupResult* group_at(const StatisticsResult& result, std::size_t grouping);
// The values of a row from the first-th dimension on, and the caption of the column for all of them.
std::string name_from(const GroupResult& group, const GroupRow& row, std::size_t first, Lang lang);
std::string name_caption(const GroupResult* group, Lang lang);
void add_period(Table& table, const Query& query, Lang lang);
void add_unit_dossiers(Table& table, Lang lang);
void add_basis(Table& table, const Query& query, Lang lang);
// A decimal as the language writes it.
std::string decimal_text(std::string number, Lang lang);

}  // namespace cchc::stats

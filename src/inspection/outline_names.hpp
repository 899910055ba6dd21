// The names of the enumerations in outlines.
#pragma once

#include <string_view>
#include <utility>

#include "cchc/outline.hpp"

namespace cchc::inspection {

inline constexpr std::pair<std::string_view, FigureType> figure_type_names[] = {
    {"text", FigureType::text},           {"yes_no", FigureType::yes_no},     {"choice", FigureType::choice},
    {"count", FigureType::count},         {"pair", FigureType::pair},         {"rate", FigureType::rate},
    {"money", FigureType::money},         {"date", FigureType::date},         {"documents", FigureType::documents},
    {"breakdown", FigureType::breakdown}, {"dossiers", FigureType::dossiers}, {"index", FigureType::index},
};

inline constexpr std::pair<std::string_view, Better> better_names[] = {
    {"higher", Better::higher}, {"lower", Better::lower}, {"neither", Better::neither}};

inline constexpr std::pair<std::string_view, DossierPart> dossier_part_names[] = {
    {"received", DossierPart::received}, {"resolved", DossierPart::resolved}, {"early", DossierPart::early},
    {"on_time", DossierPart::on_time},   {"overdue", DossierPart::overdue},
};

// Where a figure of dossiers shows the early ones: inside those on time, or beside them.
inline constexpr std::pair<std::string_view, bool> early_names[] = {{"inside", true}, {"beside", false}};

}  // namespace cchc::inspection

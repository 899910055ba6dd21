// What of the documents of a round goes into its workbook.
#pragma once

#include <cchc/cchc.hpp>
#include <string>
#include <vector>

namespace tool {

// The documents of the whole round, each table and chart of the same contents once; of those about single units one document
// a kind, in which the equal tables of all units are one table with a first column that names the unit. A table that the
// round has anyway, or a kind before, is not there again. Totals of units are left out and made again over all of them.
std::vector<cchc::report::Document> gathered(const std::vector<cchc::report::Document>& documents);

}  // namespace tool

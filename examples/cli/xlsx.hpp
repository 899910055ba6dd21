// Workbooks of Excel: the tables of documents as sheets that compute.
#pragma once

#include <cchc/cchc.hpp>
#include <string>
#include <vector>

namespace tool {

// One sheet a table, after a sheet of contents: heading lines, a frozen header, numbers and dates as such, totals as
// formulas with their values, and the document's charts beside its tables. A text is never a formula, whatever it begins
// with. The same documents give the same bytes: the file says that it was made on `created`. An existing file is replaced.
// Throws DataError with the path and the reason when it cannot be written; then there is no file, or the old one.
void write_xlsx(const std::string& path, const std::vector<cchc::report::Document>& documents,
                cchc::Date created = cchc::Date{std::chrono::days{18262}});

}  // namespace tool

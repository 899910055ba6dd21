// What the sheets of a workbook are called.
#pragma once

#include <cchc/report.hpp>
#include <set>
#include <string>

namespace tool {

// A short name for the sheet of a table, in the language of its document. A table of all units has the kind of their
// documents before its id: "minutes-noi-dung".
std::string sheet_name(const cchc::report::Table& table, cchc::Lang lang);

// Names of sheets: unique whatever the case, at most 31 characters, without what Excel refuses.
class SheetNames {
public:
    std::string make(const std::string& wanted);

private:
    std::set<std::string> used_;
};

}  // namespace tool

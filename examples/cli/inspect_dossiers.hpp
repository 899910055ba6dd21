// The dossiers of a round of inspection, read; and the problems of files that whoever reads them finds.
#pragma once

#include <cchc/cchc.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tool {

// Counts the dossiers of the files that the plan names and gives the figures to the round. A file that is named twice, or
// under two names, counts once and is a problem. One that cannot be read is a problem, and then there are no figures: some
// of the dossiers would look like all of them.
void read_dossiers(cchc::Inspection& round, const std::filesystem::path& folder, std::optional<cchc::Date> as_of);

cchc::InspectionProblem input_problem(std::string_view code, bool error, std::string_view source, std::string_view pointer,
                                      cchc::LocalText message);
cchc::InspectionProblem unreadable_file(const std::string& source, const std::string& reason);

}  // namespace tool

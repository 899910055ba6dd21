// The files of a round of inspection, written.
#pragma once

#include <cchc/cchc.hpp>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

// Where the files go. Nothing is made before the round is read.
class OutFolder {
public:
    // Throws CallError when `out` is the input's own folder or inside one of the folders of what was handed in, is no
    // folder, or holds files and `force` is false.
    OutFolder(std::string out, const std::string& input, bool force);

    // Throws DataError when the folder cannot be made.
    void make() const;
    std::string file(const std::string& name) const;

private:
    std::string path_;
};

// Writes what --formats names. Each file appears when it is complete and replaces an older one of its name; no other file is
// touched. What cannot be written is said on standard error. True when all was written.
bool write_round(const OutFolder& out, const InspectOptions& options, const cchc::Inspection& inspection,
                 const cchc::InspectionResult& result, const std::vector<cchc::report::Document>& documents);

}  // namespace tool

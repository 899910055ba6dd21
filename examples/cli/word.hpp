// Word files, made by a program that is installed.
#pragma once

#include <cchc/time.hpp>
#include <string>

namespace tool {

// The same document twice: whichever program is there takes what it reads best.
struct WordSource {
    std::string html;      // for LibreOffice
    std::string markdown;  // for pandoc
};

// Makes the .docx through pandoc, else through LibreOffice. Empty: done. A sentence: neither is there, and nothing was
// written. An existing file is replaced. The programs are run without a shell and told that it is 00:00 of `created`
// (SOURCE_DATE_EPOCH), so that the same document gives the same bytes. Throws DataError with the path and the reason when
// the program fails or the file cannot be written; then there is no file, or the old one.
std::string write_docx(const WordSource& source, const std::string& path, cchc::Date created);

}  // namespace tool

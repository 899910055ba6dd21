// Word files, made by a program that is installed.
#pragma once

#include <cchc/time.hpp>
#include <chrono>
#include <stdexcept>
#include <string>

namespace tool {

// A program for Word files did not come to an end; the next one would not either.
struct WordHangs : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Makes the .docx of a page (html_for_word) through pandoc, and where that is not there or fails, through LibreOffice.
// Empty: done. A sentence: neither is there, and nothing was written. An existing file is replaced. The programs are run
// without a shell, are ended after `limit`, and are told that it is 00:00 of `created` (SOURCE_DATE_EPOCH), so that the same
// document gives the same bytes. Throws WordHangs, or DataError, with the path and the reason when every program that is
// there fails or the file cannot be written; then there is no file, or the old one.
std::string write_docx(const std::string& page, const std::string& path, cchc::Date created,
                       std::chrono::milliseconds limit = std::chrono::seconds(60));

}  // namespace tool

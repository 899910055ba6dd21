// How captions and rows of published forms are recognised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cchc/published_form.hpp"

namespace cchc::forms {

// A caption without what forms write differently: diacritics, case, blanks, punctuation, and column numbers in brackets.
std::string caption_key(std::string_view caption);

// The column number that a caption is or holds: 3 of "(3)", "3", "Tổng số (3)", "(3) = (4) + (5)", "cột 3"; 0: none.
int caption_number(std::string_view caption);

// Words that tell rows and columns apart, folded.
struct Words {
    std::vector<std::string> serial;  // captions of the column of serial numbers
    std::vector<std::string> name;    // captions of the columns that name a row
    std::vector<std::string> total;   // names of total rows
    std::vector<std::string> level;   // names of rows that stand for a level of government
    static const Words& builtin();
};

bool has(const std::vector<std::string>& words, const std::string& key);

// "4 + 5 + 6", or ids where the form does not number all its columns.
std::string sum_text(const FormVariant& variant, const std::vector<std::size_t>& columns);

}  // namespace cchc::forms

// Documents that have everything a document can have, for the tests of pages. All figures are invented.
#pragma once

#include <cchc/report.hpp>

namespace sample {

// A text that is markup, a template, a script and an attribute at once.
extern const char* const hostile;

std::vector<cchc::report::Block> charts();

cchc::report::Document everything();  // every block, chart and style, long enough for a table of contents
cchc::report::Document minutes();     // short, as an official sends it
cchc::report::Document bare();        // in English, with nothing in it
cchc::report::Document many_rows();   // a table over many printed pages

}  // namespace sample

// Rows of texts as CSV, as JSON objects, or as a table.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "output.hpp"

namespace tool {

class RowWriter {
public:
    virtual ~RowWriter() = default;
    virtual void header(const std::vector<std::string>& captions) = 0;
    virtual void row(const std::vector<std::string>& cells) = 0;
    virtual void end() = 0;
};

// `format` is csv (also when empty), json or table. CSV and JSON are written row by row, a table at the end.
std::unique_ptr<RowWriter> make_row_writer(std::string_view format, char delimiter, Output& output);

}  // namespace tool

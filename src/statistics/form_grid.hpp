// A published form before its columns are known: captions and cells, from CSV or JSON.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cchc/published_form.hpp"

namespace cchc::forms {

// What stands above a column: the caption of its group first, its own last. One part where the header is one line.
struct Caption {
    std::vector<std::string> parts;
    int number = 0;  // 0: none

    std::string text() const;  // "Tiếp nhận / Tổng số (3)"
};

struct Cell {
    std::string text;     // trimmed; empty: nothing there
    bool number = false;  // a JSON number, which has no grouping
    FormPlace place;
};

struct GridRow {
    std::vector<Cell> cells;  // by column; those beyond the header are kept
    FormPlace place;
    std::optional<FormRowKind> kind;  // where the file says it
};

struct Grid {
    std::string source;
    bool json = false;
    std::int64_t header_line = -1;
    std::vector<Caption> captions;
    std::vector<GridRow> rows;
    std::optional<std::vector<FormSum>> sums;  // where the file says them

    // Throws csv or json_schema, at the header.
    [[noreturn]] void fail(const std::string& message) const;
};

Grid read_csv_grid(std::string_view text, const FormReadOptions& options);
Grid read_json_grid(std::string_view text, const FormReadOptions& options);

// Which column of the grid is what.
struct Columns {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    FormVariant variant;
    std::vector<std::size_t> of;  // by column of the variant: its column in the grid, or none
    std::size_t serial = none;
    std::vector<std::size_t> names;
    std::vector<LocalText> notes;
};

// The variant that is asked for or else the one built in whose columns the header has. Throws csv or json_schema when there
// is none, or more than one fits as well.
Columns find_columns(const Grid& grid, const std::optional<FormVariant>& asked);

// Tells total rows, groups and items apart by name and serial number, and which row is the sum of which.
void find_sums(PublishedForm& form);

}  // namespace cchc::forms

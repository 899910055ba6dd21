// Published forms: a filled form II.06a, or one of its variants, that somebody else made. It is read from CSV or JSON, and
// every identity that it breaks is listed, with the row, the cells and by how much.
//
// A form is taken as it is printed: nothing in it is repaired. What the check rests on is said in notes: cells that were
// empty, numbers that were grouped, columns that were not used, checks that could not be made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/error.hpp"
#include "cchc/statistics.hpp"
#include "cchc/time.hpp"

namespace cchc {

// A column of a kind of form.
struct FormColumn {
    std::string id;  // "received.total"
    int number = 0;  // as the form prints it: 3 for (3); 0: the form prints none
    LocalText title;
    bool optional = false;          // a form without it is of this kind all the same
    std::vector<std::string> keys;  // its captions, folded: what a header must say to mean it
};

// left = right, each a sum of columns.
struct FormIdentity {
    std::string id;  // "A"
    std::vector<std::size_t> left;
    std::vector<std::size_t> right;
    std::vector<std::size_t> if_present;  // belong to the right side where the form has the column
    std::vector<std::size_t> maybe;       // may belong to the right side or not: it holds with them or without
    bool at_most = false;                 // left <= right instead
    std::string text;                     // "3 = 4 + 5 + 6"
};

// What was open at the end of one form is carried over by the next: identity E.
struct FormChain {
    std::string id;
    std::vector<std::size_t> opening;
    std::vector<std::size_t> closing;
    std::string text;  // "6 = 11 of the previous period"
};

// A kind of form (format cchc.form-variant/1). Every kind also has identity F, sums of rows (those of groups and totals),
// and G, cells are whole numbers of 0 or more.
struct FormVariant {
    std::string id;
    LocalText title;
    std::string source;
    std::vector<FormColumn> columns;
    std::vector<FormIdentity> identities;
    std::optional<FormChain> chain;

    // "ii06a", "ii06a-supplementary", "ii06a-apology", "old-portal", "qd-766", "hau-giang", "opencps". Throws unknown_name.
    static FormVariant builtin(std::string_view id);
    static const std::vector<std::string>& builtin_ids();
    // "extends" names a built-in one whose columns and identities it adds to. Throws json_syntax, json_schema.
    static FormVariant from_json(std::string_view text, std::string_view source = "form variant");
};

// Where something stands in a file.
struct FormPlace {
    std::int64_t line = -1;   // of CSV, 1-based
    std::int64_t field = -1;  // of a CSV record, 1-based
    std::string pointer;      // of JSON
};

enum class FormRowKind : std::uint8_t {
    item,     // a line of its own
    group,    // the sum of lines below it, by their serial numbers
    total,    // the sum of all: called "Tổng", "Tổng số", "Tổng cộng", "Cộng", "Total" or "Grand total"
    heading,  // a line without figures
};

struct FormRow {
    std::string serial;  // as printed: "I", "2", "2.1"
    std::string name;    // with the names of the groups above it: "Cấp xã / Hộ tịch"
    FormRowKind kind = FormRowKind::item;
    FormPlace place;
    std::vector<std::optional<std::uint64_t>> cells;  // by column of the variant; nothing: no such column, or a bad cell
};

// A row that says the sum of others.
struct FormSum {
    std::size_t row = 0;
    std::vector<std::size_t> parts;
};

// A cell that is no count.
struct BadFormCell {
    std::size_t row = 0;
    std::optional<std::size_t> column;  // nothing: a value beyond the columns of the header
    FormPlace place;
    std::string found;
    LocalText reason;
};

struct PublishedForm {
    std::string source;  // name of the file
    FormVariant variant;
    std::vector<std::string> captions;  // by column: as the file calls it; empty: the file has no such column
    std::vector<FormRow> rows;
    std::vector<FormSum> sums;
    std::optional<LocalText> sums_unchecked;  // why F is not checked, or not fully
    std::vector<BadFormCell> bad_cells;
    std::vector<LocalText> notes;

    bool has(std::size_t column) const { return !captions[column].empty(); }
};

struct FormReadOptions {
    std::string source = "form";
    std::optional<FormVariant> variant;  // default: found from the header
    char delimiter = 0;                  // of CSV: ',' ';' or '\t'; 0: found
};

// Reads a form: JSON if the text begins with '[' or '{', else CSV.
//   CSV: lines above the header are passed over; a header of several lines is read together (a caption that spans columns
//     stands in the first of them); columns are known by their captions in Vietnamese, with or without diacritics, or
//     English, by those of to_csv(), or by a line of numbers "(3)" or "3" below them.
//   JSON: an array of objects, one for each row, with the same names; parts of a name may be nested objects. Or
//     cchc.statistics/1, of which every grouping is read as a consolidated form.
//   Numbers: digits, or digits grouped in threes by dots as Vietnamese texts do ("1.234"; a JSON number is never read so).
//     Empty, "-" and null are 0. Everything else ("1,5", "-3", "12 hồ sơ", beyond 99,999,999,999) is a bad cell.
//   Rows that are sums: total rows by their name (FormRowKind::total); groups by serial numbers, from above: A B C, lines
//     that name a level of government ("Cấp xã"), I II III, 1 2 3, 1.1. Where rows do not fit this, F is not checked.
// Throws csv (with line), json_syntax, json_schema (with pointer): no form of a known kind, or it may be of several kinds;
// the message names them.
PublishedForm read_published_form(std::string_view text, const FormReadOptions& options = {});

struct FormCellValue {
    std::string column;  // id
    int number = 0;
    std::string row;
    std::optional<std::uint64_t> value;
    FormPlace place;
};

struct FormViolation {
    std::string identity;  // its id: "A" …, "F", "G"
    LocalText text;        // "3 = 4 + 5 + 6"; of F the sum, of G what is wrong with the cell
    std::string source;
    std::string row;
    FormPlace place;  // the row; of G the cell
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::int64_t difference = 0;  // left - right
    std::string found;            // of G: the text of the cell
    std::vector<FormCellValue> cells;
};

// One identity over all rows.
struct FormIdentityCheck {
    std::string id;
    LocalText text;
    std::uint64_t checked = 0;  // how often
    std::uint64_t broken = 0;
    std::optional<LocalText> unchecked;  // why not, or not everywhere
};

struct FormCheck {
    std::vector<std::string> sources;
    FormVariant variant;
    std::uint64_t rows = 0;  // with figures
    std::vector<FormIdentityCheck> identities;
    std::vector<FormViolation> violations;  // in order of the rows
    std::vector<LocalText> notes;
    bool holds() const noexcept { return violations.empty(); }
};

// The identities of one form; of two that follow each other also the chain, by names of rows: a row that only one of them
// has counts as 0 in the other. Throws incompatible when the two are of different kinds.
FormCheck check_form(const PublishedForm& form);
FormCheck check_forms(const PublishedForm& previous, const PublishedForm& current);

// The identities with how often each was checked and broken; the notes.
Table form_check_summary(const FormCheck& check, Lang lang);
// Every violation. Empty (no rows) when all hold.
Table form_check_violations(const FormCheck& check, Lang lang);
// Everything (format cchc.form-check/1).
std::string to_json(const FormCheck& check);

}  // namespace cchc

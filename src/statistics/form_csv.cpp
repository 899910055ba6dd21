// A published form from CSV: what stands above the header is passed over, a header of several lines is read together.
#include <algorithm>

#include "base/ascii.hpp"
#include "statistics/csv_table.hpp"
#include "statistics/form_grid.hpp"
#include "statistics/form_words.hpp"

namespace cchc::forms {
namespace {

using Record = csv::TableRecord;

[[noreturn]] void fail(const std::string& source, std::int64_t line, std::int64_t column, const std::string& message) {
    throw Error(ErrorCode::csv, message, {source, line, column, -1, {}});
}

bool looks_like_number(std::string_view t) noexcept {
    if (t.starts_with('-')) t.remove_prefix(1);
    return !t.empty() && text::is_digit(t.front()) && t.find_first_not_of("0123456789.,%") == std::string_view::npos;
}

// A line of column numbers: "(1)", "(2)", "(3)=(4)+(5)" …, or plain ones, each one more than the one before: those only if
// they are six or more, which figures of a form can hardly be.
bool is_number_line(const Record& record) {
    std::size_t bracketed = 0, plain = 0, others = 0;
    int last = 0;
    bool in_order = true;
    for (const std::string& field : record.fields) {
        if (field.empty()) continue;
        const int number = field.size() <= 2 && looks_like_number(field) ? caption_number(field) : 0;
        if (field.front() == '(' && caption_number(field) != 0) {
            ++bracketed;
        } else if (number != 0) {
            in_order = in_order && (plain == 0 || number == last + 1);
            last = number;
            ++plain;
        } else {
            ++others;
        }
    }
    return (bracketed >= 3 && plain + others <= bracketed) || (plain >= 6 && in_order);
}

// Rows of figures begin with the first line that has two numbers or more and is no line of column numbers.
bool is_data(const Record& record) {
    return !is_number_line(record) && std::count_if(record.fields.begin(), record.fields.end(), looks_like_number) >= 2;
}

// The lines of the header: from the first that fills three fields or more, to the first figures or heading of rows.
struct Header {
    std::vector<const Record*> captions;
    const Record* numbers = nullptr;
    std::size_t end = 0;  // the record after it
};

// "I,Cấp xã,,,": words in the first fields only. Below captions such a line belongs to the rows.
bool is_heading(const Record& record) {
    return std::all_of(record.fields.begin() + std::min<std::ptrdiff_t>(3, std::ssize(record.fields)), record.fields.end(),
                       [](const std::string& f) { return f.empty(); });
}

Header find_header(const std::vector<Record>& records, const std::string& source) {
    Header header;
    for (; header.end < records.size() && !is_data(records[header.end]); ++header.end) {
        const Record& record = records[header.end];
        if (is_number_line(record)) {
            header.numbers = &record;
            // What is no number in it is a caption: "STT,Lĩnh vực,3,4,5 …" may be all that there is.
            if (header.captions.empty()) header.captions.push_back(&record);
        } else if (header.captions.empty() ? record.filled() >= 3 : header.numbers == nullptr && !is_heading(record)) {
            header.captions.push_back(&record);
        } else if (!header.captions.empty()) {
            break;
        }
    }
    if (header.captions.empty())
        fail(source, records.empty() ? 1 : records.front().line, 1, "no header: a form has captions above its figures");
    return header;
}

// A caption that spans columns stands in the first of them; it ends where the line above begins a new one.
std::vector<std::vector<std::string>> spread(const Header& header, std::size_t width) {
    std::vector<std::vector<std::string>> out;
    for (std::size_t level = 0; level < header.captions.size(); ++level) {
        const auto& fields = header.captions[level]->fields;
        const bool last = level + 1 == header.captions.size();
        std::vector<std::string> line(width);
        for (std::size_t f = 0; f < width; ++f) {
            if (f < fields.size()) line[f] = fields[f];
            if (!line[f].empty() || last || f == 0) continue;
            bool below = false, new_above = false;
            for (std::size_t l = level + 1; l < header.captions.size(); ++l)
                below = below || (f < header.captions[l]->fields.size() && !header.captions[l]->fields[f].empty());
            for (std::size_t l = 0; l < level; ++l)
                new_above = new_above || (f < header.captions[l]->fields.size() && !header.captions[l]->fields[f].empty());
            if (below && !new_above) line[f] = line[f - 1];
        }
        out.push_back(std::move(line));
    }
    return out;
}

std::vector<Caption> captions_of(const Header& header) {
    std::size_t width = header.numbers == nullptr ? 0 : header.numbers->fields.size();
    for (const Record* record : header.captions) width = std::max(width, record->fields.size());
    const auto lines = spread(header, width);
    std::vector<Caption> out(width);
    for (std::size_t f = 0; f < width; ++f) {
        Caption& caption = out[f];
        for (const auto& line : lines) {
            if (line[f].empty()) continue;
            if (const int number = caption_number(line[f]); number != 0) caption.number = number;
            // Without letters it is a number alone.
            const bool repeats = !caption.parts.empty() && caption.parts.back() == line[f];
            if (line[f].find_first_not_of("0123456789()=+ ") != std::string::npos && !repeats)
                caption.parts.push_back(line[f]);
        }
        if (header.numbers != nullptr && f < header.numbers->fields.size())
            if (const int number = caption_number(header.numbers->fields[f]); number != 0) caption.number = number;
        if (caption.parts.empty()) caption.parts.emplace_back();
    }
    return out;
}

GridRow row_of(const Record& record) {
    GridRow row;
    row.place.line = record.line;
    for (std::size_t f = 0; f < record.fields.size(); ++f)
        row.cells.push_back({record.fields[f], false, {record.line, static_cast<std::int64_t>(f) + 1, {}}});
    return row;
}

}  // namespace

Grid read_csv_grid(std::string_view text, const FormReadOptions& options) {
    const std::vector<Record> records = csv::read_table(text, options.delimiter, options.source);
    const Header header = find_header(records, options.source);
    Grid grid;
    grid.source = options.source;
    grid.header_line = header.captions.front()->line;
    grid.captions = captions_of(header);
    for (std::size_t i = header.end; i < records.size(); ++i) grid.rows.push_back(row_of(records[i]));
    return grid;
}

}  // namespace cchc::forms

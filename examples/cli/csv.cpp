#include "csv.hpp"

#include <fmt/format.h>

#include "problems.hpp"

namespace tool {

constexpr std::size_t max_record_bytes = 1U << 20U;

CsvRecords::CsvRecords(Input& input, char delimiter) : input_(input), delimiter_(delimiter), block_(64U * 1024U, '\0') {
    length_ = input_.read(block_);
    if (std::string_view(block_).substr(0, length_).starts_with("\xEF\xBB\xBF")) position_ = 3;
}

int CsvRecords::peek() {
    if (position_ == length_) {
        length_ = input_.read(block_);
        position_ = 0;
        if (length_ == 0) return end_of_input;
    }
    return static_cast<unsigned char>(block_[position_]);
}

int CsvRecords::take() {
    const int c = peek();
    if (c == end_of_input) return c;
    ++position_;
    ++byte_;
    if (c == '\n') {
        ++line_;
        byte_ = 1;
    }
    return c;
}

void CsvRecords::fail(std::uint64_t line, std::uint64_t byte, std::string_view message) const {
    throw DataError(fmt::format("{}:{}:{}: {}", input_.name(), line, byte, message));
}

void CsvRecords::append(CsvField& field, int c) {
    if (++record_bytes_ > max_record_bytes) fail(field.line, field.byte, "record longer than 1 MiB");
    field.text += static_cast<char>(c);
}

void CsvRecords::read_quoted(CsvField& field) {
    take();
    while (true) {
        const int c = take();
        if (c == end_of_input) fail(field.line, field.byte, "quote is never closed");
        if (c == '"') {
            if (peek() != '"') return;
            take();
        }
        append(field, c);
    }
}

bool CsvRecords::at_end_of_record() {
    const int c = peek();
    return c == end_of_input || c == '\n' || c == '\r';
}

void CsvRecords::read_field(CsvField& field) {
    field = {{}, line_, byte_};
    if (peek() == '"') {
        read_quoted(field);
        if (!at_end_of_record() && peek() != delimiter_) fail(line_, byte_, "text after a closing quote");
        return;
    }
    while (!at_end_of_record() && peek() != delimiter_) {
        if (peek() == '"') fail(line_, byte_, "quote inside a field that does not begin with one");
        append(field, take());
    }
}

bool CsvRecords::next(std::vector<CsvField>& record) {
    record.clear();
    record_bytes_ = 0;
    while (at_end_of_record()) {
        if (peek() == end_of_input) return false;
        if (take() == '\r' && peek() != '\n') fail(line_, byte_ - 1, "carriage return without a line feed");
    }
    while (true) {
        read_field(record.emplace_back());
        if (at_end_of_record()) break;
        take();
    }
    if (peek() == '\r') {
        take();
        if (peek() != '\n') fail(line_, byte_ - 1, "carriage return without a line feed");
    }
    take();
    return true;
}

std::string csv_quoted(std::string_view text, char delimiter) {
    if (text.find_first_of("\"\r\n") == std::string_view::npos && text.find(delimiter) == std::string_view::npos) {
        return std::string(text);
    }
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

char parse_delimiter(std::string_view text) {
    if (text == "," || text == ";") return text.front();
    if (text == "tab" || text == "\t") return '\t';
    throw CallError(fmt::format("--delimiter is , or ; or tab, not \"{}\"", text));
}

}  // namespace tool

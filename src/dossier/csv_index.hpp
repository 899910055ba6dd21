// Where the fields of many records are, found in one pass over the text: 64 bytes at a time, without looking at what they
// say. Only plain records are indexed: so many fields as the header has, quotes only around whole fields, no line break
// inside. Everything else is left to scan() (csv_record.hpp), a record at a time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cchc::csv {

class Index {
public:
    // What is read from the text of an indexed record may be read up to so many bytes beyond its end.
    static constexpr std::size_t margin = 64;

    explicit Index(std::size_t fields) : fields_(fields) {}

    // Indexes the plain records at the start of `text`, at most max_rows of at most max_bytes each. The text must live on.
    // Returns how many there are; 0 says only that the first record is not plain, or that too little text follows it.
    std::size_t find(std::string_view text, char delimiter, std::size_t max_rows, std::size_t max_bytes);

    std::size_t rows() const noexcept { return rows_; }
    std::size_t bytes() const noexcept { return rows_ == 0 ? 0 : std::size_t{lines_[rows_ - 1]} + 1; }
    std::size_t fields() const noexcept { return fields_; }

    // One field of all records, as it stands in the text: with its quotes, the last one with its carriage return. Valid
    // until the next find().
    class FieldTexts {
    public:
        std::string_view operator[](std::size_t row) const noexcept {
            const std::uint32_t* const end = ends_ + row * fields_;
            const std::uint32_t from = end[0] + 1;  // 0 for the first field of all
            return {text_ + from, end[1] - from};
        }

    private:
        friend class Index;
        FieldTexts(const Index& index, std::size_t field)
            : text_(index.text_), ends_(index.ends_.data() + field), fields_(index.fields_) {}
        const char* text_;
        const std::uint32_t* ends_;
        std::size_t fields_;
    };
    FieldTexts texts(std::size_t field) const noexcept { return {*this, field}; }
    std::string_view record(std::size_t row) const noexcept {
        const std::size_t from = row == 0 ? 0 : std::size_t{lines_[row - 1]} + 1;
        return {text_ + from, lines_[row] + 1 - from};
    }

private:
    std::size_t fields_;
    const char* text_ = nullptr;
    std::size_t rows_ = 0;
    // The place of each separator; ends_[0] stands for the one before the text, so that each field begins behind one.
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> lines_;  // the place of each line feed
};

}  // namespace cchc::csv

// Everyday files, which the reader takes in blocks of rows, read as they do a record at a time (blocks of a few bytes leave
// it no other way), whatever stands between their rows.
#include <algorithm>
#include <random>

#include "csv_support.hpp"
#include "test.hpp"

namespace csv_everyday_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// Files of one kind each: a delimiter, an order of columns, line ends, quotes, layouts of dates, and how often a row is odd.
class Files {
public:
    explicit Files(unsigned seed) : random_(seed) {
        delimiter_ = pick<std::string>({",", ";", "\t"});
        line_end_ = pick<std::string>({"\n", "\r\n"});
        quote_all_ = one_in(3);
        odd_one_in_ = pick<std::size_t>({3, 30, 300, 1000000});
        for (const std::string& name : Mapping::canonical_columns())
            if (name == "id" || name == "received" || !one_in(4)) columns_.push_back(name);
        std::shuffle(columns_.begin(), columns_.end(), random_);
    }

    std::string file(std::size_t rows) {
        std::string text;
        for (std::size_t c = 0; c < columns_.size(); ++c) text += (c == 0 ? "" : delimiter_) + columns_[c];
        text += line_end_;
        for (std::size_t i = 0; i < rows; ++i) text += row(i) + line_end_;
        return text;
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    const T& pick(const std::vector<T>& values) {
        return values[below(values.size())];
    }

    std::string date() {
        const auto day = std::chrono::days{static_cast<int>(below(400))};
        const Date d = *make_date(2020, 1, 1) + day;
        return pick<std::string>({to_string(d), to_text(d, Lang::vi), to_string(d) + " 09:10",
                                  to_text(d, Lang::vi) + " 16:30:05", to_string(d) + "T00:00:00", to_string(d) + " 00:00"});
    }

    std::string value(const std::string& column, std::size_t row) {
        if (column == "id") return "H50-" + std::to_string(one_in(50) ? below(1000) : 100000 + row);
        if (column == "agency") return "UBND xã " + std::to_string(below(12));
        if (column == "field") return pick<std::string>({"Hộ tịch", "Đất đai", "Lĩnh vực có tên dài hơn mười sáu byte", ""});
        if (column == "procedure") return "MAU." + std::to_string(below(900));
        if (column == "channel") return pick<std::string>({"1", "2", "3", "online", ""});
        if (column == "status") return pick<std::string>({"9", "10", "4", "", "7"});
        if (column == "limit") return pick<std::string>({"1", "12", "365", "0", "0.5", "", "1000"});
        if (column == "service_level") return pick<std::string>({"3", "4", "", "Toàn trình", "mức độ 2", "9"});
        if (column == "unit") return pick<std::string>({"working_day", "working_day", "calendar_day", ""});
        if (column == "cause") return pick<std::string>({"", "thiếu hồ sơ"});
        return column != "received" && one_in(3) ? "" : date();
    }

    std::string odd_value() {
        return pick<std::string>({"",
                                  " ",
                                  "?",
                                  "\"",
                                  "a\"b",
                                  "\"\"",
                                  "\"a\"\"b\"",
                                  "\"x\ny\"",
                                  "\"x\r\ny\"",
                                  "\"a" + delimiter_ + "b\"",
                                  "\"a\"b",
                                  " \"a\"",
                                  "\"a\" ",
                                  "\r",
                                  "\"a\"\r",
                                  "\xE0",
                                  "\"\xE0\"",
                                  "null",
                                  "1/2/2020",
                                  "43999.5",
                                  std::string(300, 'x'),
                                  std::string("\0", 1),
                                  "  2020-03-02\t",
                                  "a" + delimiter_ + "b",
                                  "x\ny",
                                  "a\"b" + delimiter_ + "c\""});
    }

    std::string row(std::size_t i) {
        const bool odd = one_in(odd_one_in_);
        if (odd && one_in(6)) return pick<std::string>({"", "  ", "\"", "a" + delimiter_, delimiter_ + delimiter_});
        const std::size_t at = odd ? below(columns_.size()) : columns_.size();
        std::string text;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (c != 0) text += delimiter_;
            const std::string plain = c == at ? odd_value() : value(columns_[c], i);
            text += c != at && (quote_all_ || one_in(40)) ? '"' + plain + '"' : plain;
        }
        return text;
    }

    std::mt19937 random_;
    std::string delimiter_, line_end_;
    bool quote_all_ = false;
    std::size_t odd_one_in_ = 0;
    std::vector<std::string> columns_;
};

// The first line that is not the same, of both; empty when all are.
std::string difference(const std::string& a, const std::string& b) {
    const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    if (at == a.size() && at == b.size()) return {};
    const std::size_t line = a.rfind('\n', at) + 1;
    return a.substr(line, 200) + "\n--\n" + b.substr(line, 200);
}

std::string whole(const std::string& text, const ReadOptions& options) {
    return outcome_of([&] { return read(text, options); });
}
std::string in_blocks(const std::string& text, std::size_t size, const ReadOptions& options) {
    return outcome_of([&] { return read_blocks(text, size, options); });
}

}  // namespace

TEST_CASE("everyday files read the same in blocks of rows and a record at a time") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        const std::string text = Files(seed).file(400);
        ReadOptions options;
        options.batch_rows = 1 + seed * 7;
        options.duplicate_window = seed % 3 == 0 ? 60 : 1000;
        const std::string expected = in_blocks(text, 5, options);
        REQUIRE(difference(whole(text, options), expected) == "");
        for (const std::size_t size : {1000U, 4096U, 65536U})
            REQUIRE(difference(in_blocks(text, size, options), expected) == "");
    }
}

TEST_CASE("everyday files, damaged anywhere, read the same in blocks of rows and a record at a time") {
    std::mt19937 random(20);
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const std::string text = Files(seed).file(60);
        for (int round = 0; round < 25; ++round) {
            std::string damaged = text;
            const std::size_t at = random() % damaged.size();
            static const std::string specials = std::string("\"\",;\t\n\r\0\xFF x", 11);
            const char special = specials[random() % specials.size()];
            if (round % 2 == 0) {
                damaged[at] = special;
            } else {
                damaged.insert(at, 1, special);
            }
            INFO("seed " << seed << ", round " << round);
            const ReadOptions options;
            REQUIRE(difference(whole(damaged, options), in_blocks(damaged, 11, options)) == "");
        }
    }
}

}  // namespace csv_everyday_test

// A file gives the same rows and the same report in blocks of any size; and no bytes whatever make the reader fall over.
#include <random>

#include "csv_support.hpp"
#include "test.hpp"

namespace csv_blocks_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::vector<std::size_t> block_sizes = {1, 2, 3, 7, 16, 64, 4096};

// The same in blocks of every size as in one piece. Returns what was read.
std::string same_in_blocks(const std::string& text, const ReadOptions& options = {}) {
    const std::string whole = outcome_of([&] { return read(text, options); });
    for (const std::size_t size : block_sizes) {
        INFO("blocks of " << size);
        REQUIRE(outcome_of([&] { return read_blocks(text, size, options); }) == whole);
    }
    REQUIRE(outcome_of([&] { return read_blocks(text, text.size() + 1, options); }) == whole);
    return whole;
}

class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t n) { return random_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    const T& pick(const std::vector<T>& values) {
        return values[below(values.size())];
    }

    std::string file(std::size_t rows) {
        std::string text = (one_in(2) ? "\xEF\xBB\xBF" : "");
        if (one_in(4)) text += line_end();
        text += "id,agency,received,due,completed,status,cause,\"ghi\nchú\"";
        text += line_end();
        for (std::size_t i = 0; i < rows; ++i) {
            if (one_in(15)) text += pick<std::string>({"", "  ", "\t"}) + line_end();
            text += one_in(10) ? broken_row() : row();
            if (i + 1 < rows || one_in(2)) text += line_end();
        }
        return text;
    }

private:
    std::string line_end() { return one_in(2) ? "\n" : "\r\n"; }

    std::string field() {
        static const std::vector<std::string> plain = {"",       "UBND xã Tân Hợp", "a b", "5\" x",
                                                       "x\"\"y", "\xEF\xBB\xBF",    "\r",  "dài"};
        static const std::vector<std::string> quoted = {"\"\"",           "\"a,b\"",  "\"\"\"\"",
                                                        "\"x\"\"y\"\"\"", "\"a\nb\"", "\"a\r\nb\r\n\"",
                                                        "\"\n\n\n\"",     "\"\r\"",   "\" \"\"\n,\"\"\""};
        if (one_in(12)) return std::string(below(150), 'L');
        if (one_in(25)) return "\"" + std::string(below(150), 'Q') + "\n,\"\"" + std::string(below(150), 'q') + "\"";
        return one_in(3) ? pick(quoted) : pick(plain);
    }

    std::string row() {
        static const std::vector<std::string> dates = {
            "2020-03-02", "02/03/2020 09:10", "\"2020-03-02\"", "20200302", "null", "", "03/31/2020", "?"};
        static const std::vector<std::string> states = {"9", "Đã xử lý xong", "\"10\"", "", "??"};
        std::string text =
            "HS-" + std::to_string(below(400)) + "," + field() + "," + pick(dates) + "," + pick(dates) + "," + pick(dates);
        return text + "," + pick(states) + "," + field() + "," + field();
    }

    std::string broken_row() {
        static const std::vector<std::string> rows = {
            "HS-1,A", "\"HS-1\"x,\"A\"y,2020-03-02,,,,,", "HS-2,\"A,2020-03-02,,,,,",        ",,,,,,,",
            "\"",     "HS-3,\"a\"\"b\",\"c\"d,,,,,\"e",   "H\xE0,x\xE3,2020-03-02,,,,\xFF,", ",,,,,,,,,,,,"};
        return pick(rows);
    }

    std::mt19937 random_;
};

// Changes a text in a few places, as damage and accidents do; mostly behind its first line, because a damaged header ends it
// all.
std::string mutate(std::string text, std::mt19937& random) {
    using namespace std::string_literals;
    static const std::string specials = "\"\",,;\t\n\r\0\xEF\xBB\xBF\xFF\x80 0/-:"s;
    const std::size_t from = random() % 5 == 0 ? 0 : text.find('\n', 10);
    for (std::size_t changes = 1 + random() % 8; changes > 0 && text.size() > from; --changes) {
        const std::size_t at = from + random() % (text.size() - from);
        const char special = specials[random() % specials.size()];
        switch (random() % 6) {
            case 0: text[at] = special; break;
            case 1: text[at] = static_cast<char>(random() % 256); break;
            case 2: text.insert(at, 1, special); break;
            case 3: text.erase(at, 1 + random() % 20); break;
            case 4: text.insert(at, text.substr(random() % text.size(), random() % 60)); break;
            default: text.resize(at); break;
        }
    }
    return text;
}

// What holds for whatever was read.
void check_consistent(const Reading& reading) {
    const ReadReport& report = reading.report;
    REQUIRE(report.rows == reading.rows.size());
    std::uint64_t bad = 0, sum = 0;
    for (const Dossier& row : reading.rows) bad += row.problem != Problem::none ? 1U : 0U;
    for (std::size_t p = 1; p < problem_count; ++p) sum += report.by_problem[p];
    REQUIRE(report.by_problem[0] == 0);
    REQUIRE(report.bad_rows == bad);
    REQUIRE(report.bad_rows == sum);
    REQUIRE(report.issues.size() == std::min<std::uint64_t>(report.bad_rows, 100));
    for (const RowIssue& issue : report.issues) {
        REQUIRE(issue.line >= 2);
        REQUIRE(issue.byte >= 1);
        REQUIRE_FALSE(issue.message.empty());
    }
}

}  // namespace

TEST_CASE("nasty files read the same in blocks of any size") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        Generator generator(seed);
        const std::string text = generator.file(150);
        INFO("seed " << seed);
        const std::string whole = same_in_blocks(text);
        CHECK(contains(whole, "wrong_field_count"));
        CHECK(contains(whole, "duplicate "));
        ReadOptions tight;  // so that long records and open quotes go over the bound
        tight.max_record_bytes = 200;
        tight.duplicate_window = 50;
        tight.batch_rows = 40;
        tight.max_issues = 7;
        CHECK(contains(same_in_blocks(text, tight), "line_too_long"));
    }
}

TEST_CASE("files that end or begin in the middle of something read the same in blocks of any size") {
    const std::string text =
        "\xEF\xBB\xBF"
        "id,received,cause\r\n\"1\",2020-03-02,\"a\"\"b\r\nc\"\r\n2,?,\"d\"x\r\n\"3\",2020-03-02,\"";
    for (std::size_t end = 0; end <= text.size(); ++end) {
        INFO("first " << end << " bytes");
        same_in_blocks(text.substr(0, end));
        same_in_blocks(text.substr(end));
    }
}

TEST_CASE("a bound reads the same in blocks of any size, whatever it is") {
    Generator generator(77);
    const std::string text = generator.file(40);
    for (std::size_t bound = 1; bound < 160; bound += 3) {
        ReadOptions options;
        options.max_record_bytes = bound;
        INFO("bound " << bound);
        same_in_blocks(text, options);
    }
}

TEST_CASE("every byte of the report's count is a byte of the file") {
    const std::string text = Generator(5).file(60);
    CHECK(read(text).report.bytes == text.size());
    CHECK(read_blocks(text, 7).report.bytes == text.size());
}

TEST_CASE("damaged files never crash the reader, and nothing is dropped without a count") {
    std::mt19937 random(274);
    const std::vector<std::string> seeds = {
        Generator(1).file(6), Generator(2).file(3), "id,received\n1,2020-03-02\n",
        "Mã hồ sơ;Ngày tiếp nhận;Thời hạn;Đơn vị tính\n1;02/03/2020;5;ngày\n2;03/03/2020;0,5;giờ\n"};
    std::size_t read_through = 0;
    for (int i = 0; i < 6000; ++i) {
        const std::string text = mutate(seeds[random() % seeds.size()], random);
        try {
            const Reading whole = read(text);
            check_consistent(whole);
            ++read_through;
            if (i % 4 == 0) REQUIRE(describe(read_blocks(text, 1 + random() % 9)) == describe(whole));
        } catch (const Error& error) {
            REQUIRE(error.code() == ErrorCode::csv);
        }
    }
    CHECK(read_through > 3000);  // else only headers were tested
}

TEST_CASE("random bytes never crash the reader") {
    std::mt19937 random(61);
    for (int i = 0; i < 2000; ++i) {
        std::string text = i % 2 == 0 ? "id,received,limit,status\n" : "";
        const std::size_t size = random() % 200;
        for (std::size_t k = 0; k < size; ++k) text += static_cast<char>(random() % 256);
        const std::string whole = outcome_of([&] { return read(text); });
        REQUIRE(outcome_of([&] { return read_blocks(text, 1 + random() % 5); }) == whole);
    }
}

}  // namespace csv_blocks_test

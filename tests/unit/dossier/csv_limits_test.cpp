// The bounds that a caller sets: length of a record, issues that are kept, rows of a batch, the window for duplicate ids.
#include <limits>
#include <map>
#include <random>

#include "csv_support.hpp"
#include "test.hpp"

namespace csv_limits_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string header = "id,received,cause\n";

std::string row(int id, const std::string& cause = {}) { return std::to_string(id) + ",2020-03-02," + cause + "\n"; }

// A row of so many bytes, its line break included.
std::string row_of(int id, std::size_t bytes) {
    const std::string plain = row(id);
    return row(id, std::string(bytes - plain.size(), 'x'));
}

ReadOptions with_bound(std::size_t bytes) {
    ReadOptions options;
    options.max_record_bytes = bytes;
    return options;
}

}  // namespace

TEST_CASE("a record of the greatest length is read; one byte more is too long") {
    const Reading fits = read(header + row_of(1, 100) + row(2), with_bound(100));
    CHECK(fits.report.bad_rows == 0);
    CHECK(fits.rows.at(0).cause.size() == 100 - row(1).size());
    const Reading over = read(header + row_of(1, 101) + row(2) + row(3), with_bound(100));
    CHECK(ids_of(over.rows) == std::vector<std::string>{"", "2", "3"});
    CHECK(over.rows[0].problem == Problem::line_too_long);
    REQUIRE(over.report.issues.size() == 1);
    CHECK(describe(over.report.issues[0]) ==
          "2:0:1 line_too_long [] [] the record is longer than 100 bytes; reading goes on with the next line\n");
    // The last record may lack its line break.
    const std::string last = row_of(1, 101);
    CHECK(read(header + last.substr(0, 100), with_bound(100)).report.bad_rows == 0);
    CHECK(read(header + row_of(1, 102).substr(0, 101), with_bound(100)).report.bad_rows == 1);
}

TEST_CASE("a very long line is counted once, wherever its quotes stand, and lines after it keep their numbers") {
    std::string noise(3'000'000, 'x');
    for (std::size_t i = 0; i < noise.size(); i += 1000) noise[i] = '"';
    const Reading reading = read(header + row(1) + "7,2020-03-02,\"" + noise + "\n" + "8,?,\n" + row(9));
    CHECK(ids_of(reading.rows) == std::vector<std::string>{"1", "", "8", "9"});
    CHECK(reading.report.by_problem[static_cast<std::size_t>(Problem::line_too_long)] == 1);
    REQUIRE(reading.report.issues.size() == 2);
    CHECK(reading.report.issues[0].line == 3);
    CHECK(reading.report.issues[1].line == 4);
}

TEST_CASE("a very long line at the end of the file, with or without its line break") {
    for (const char* end : {"", "\n"}) {
        const Reading reading = read(header + row(1) + std::string(2'000'000, 'x') + end);
        CHECK(ids_of(reading.rows) == std::vector<std::string>{"1", ""});
        CHECK(reading.rows[1].problem == Problem::line_too_long);
    }
}

TEST_CASE("a quoted record of several lines beyond the bound costs its first line only") {
    std::string text = header + "1,2020-03-02,\"a\n";
    for (int i = 0; i < 50; ++i) text += "text\n";
    text += row(2);
    const Reading reading = read(text, with_bound(100));
    CHECK(reading.rows.front().problem == Problem::open_quote);
    CHECK(reading.report.issues.at(0).line == 2);
    CHECK(reading.report.rows == 52);  // the first line, 50 lines of text with too few fields, and the good row
    CHECK(reading.report.bad_rows == 51);
    CHECK(reading.rows.back().id == "2");
}

TEST_CASE("no bound at all") {
    const Reading reading =
        read(header + row_of(1, 2'000'000) + row(2), with_bound(std::numeric_limits<std::size_t>::max()));
    CHECK(ids_of(reading.rows) == std::vector<std::string>{"1", "2"});
    CHECK(reading.report.bad_rows == 0);
}

TEST_CASE("issues are kept up to max_issues, and all are counted") {
    std::string text = header;
    for (int i = 0; i < 50; ++i) text += std::to_string(i) + ",?,\n";
    for (const std::size_t kept : {0U, 1U, 49U, 50U, 100U}) {
        ReadOptions options;
        options.max_issues = kept;
        const ReadReport report = read(text, options).report;
        CHECK(report.issues.size() == std::min<std::size_t>(kept, 50));
        CHECK(report.bad_rows == 50);
        CHECK(report.by_problem[static_cast<std::size_t>(Problem::bad_date)] == 50);
        CHECK(report.rows == 50);
        if (kept > 1) CHECK(report.issues[1].line == 3);
    }
}

TEST_CASE("stop_at_first_issue throws at the first bad row, with its place") {
    ReadOptions options;
    options.stop_at_first_issue = true;
    options.source = "a.csv";
    CHECK(read(header + row(1), options).rows.size() == 1);
    const Error error = error_of([&] { (void)read(header + row(1) + "2,?,\n" + "3,,\n", options); });
    CHECK(error.code() == ErrorCode::csv);
    CHECK(error.where().source == "a.csv");
    CHECK(error.where().line == 3);
    CHECK(error.where().column == 3);
    CHECK(contains(error.what(), "a.csv:3:3: bad_date: expected a date"));
    // Records that are no records stop the file, too.
    CHECK(error_of([&] { (void)read(header + "1,2020\n", options); }).where().line == 2);
    CHECK(error_of([&] { (void)read(header + row(1) + "2,\"2020\n", options); }).where().column == 3);
}

TEST_CASE("a reader that has thrown may be dropped or finished without harm") {
    ReadOptions options;
    options.stop_at_first_issue = true;
    CsvReader reader(options, [](Dossiers&) {});
    CHECK(error_of([&] { reader.feed(header + row(1) + "2,?,\n" + row(3)); }).code() == ErrorCode::csv);
    try {
        (void)reader.finish();
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::csv);
    }
}

TEST_CASE("rows are handed over in batches, in order, and the last one when the file ends") {
    std::string text = header;
    for (int i = 0; i < 250; ++i) text += row(i, "cause " + std::to_string(i % 7));
    for (const std::size_t batch : {1U, 7U, 64U, 100U, 250U, 1000U}) {
        ReadOptions options;
        options.batch_rows = batch;
        std::vector<std::size_t> sizes;
        std::vector<Dossier> all;
        CsvReader reader(options, [&](Dossiers& rows) {
            sizes.push_back(rows.size());
            for (Dossier& d : rows_of(rows)) all.push_back(std::move(d));
        });
        reader.feed(text);
        const ReadReport report = reader.finish();
        INFO("batches of " << batch);
        CHECK(report.rows == 250);
        REQUIRE(all.size() == 250);
        CHECK(sizes.size() == (250 + batch - 1) / batch);
        for (std::size_t i = 0; i + 1 < sizes.size(); ++i) CHECK(sizes[i] == batch);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].id != std::to_string(i) || all[i].cause != "cause " + std::to_string(i % 7)) FAIL("row " << i);
        }
    }
}

TEST_CASE("more different texts than a dictionary keeps: every row still has its own") {
    // Beyond 2^20 texts the dictionaries are begun anew, so that memory does not grow with the file.
    std::uint64_t rows = 0, wrong = 0, most = 0;
    CsvReader reader({}, [&](Dossiers& batch) {
        for (std::size_t i = 0; i < batch.size(); ++i, ++rows) {
            wrong += batch.cause[i] != "c" + std::to_string(rows) ? 1U : 0U;
            wrong += batch.agency[i] != (rows % 2 == 0 ? "A" : "B") ? 1U : 0U;
        }
        most = std::max<std::uint64_t>(most, batch.cause.names.size());
    });
    reader.feed("id,agency,received,cause\n");
    std::string block;
    for (int i = 0; i < 1'150'000; ++i) {
        block += "1,";
        block += i % 2 == 0 ? 'A' : 'B';
        block += ",2020-03-02,c" + std::to_string(i) + "\n";
        if (block.size() < 100'000) continue;
        reader.feed(block);
        block.clear();
    }
    reader.feed(block);
    (void)reader.finish();
    CHECK(rows == 1'150'000);
    CHECK(wrong == 0);
    CHECK(most < (1U << 20) + 65536);
}

TEST_CASE("an empty block changes nothing, and a reader can be moved") {
    CsvReader first({}, [](Dossiers& rows) { CHECK(rows.size() == 1); });
    first.feed("");
    first.feed(header.substr(0, 5));
    CsvReader second = std::move(first);
    second.feed("");
    second.feed(header.substr(5) + row(1));
    second.feed("");
    CHECK(second.finish().rows == 1);
}

TEST_CASE("duplicate ids: both rows stay, and the second says where the first was") {
    const Reading reading =
        read(header + row(1) + row(2) + "\n" + row(1, "again") + row(3) + row(1) + ",2020-03-02,\n,2020-03-02,\n");
    CHECK(reading.rows.size() == 7);
    const ReadReport& report = reading.report;
    CHECK(report.duplicate_count == 2);
    CHECK(report.duplicates_complete);
    REQUIRE(report.duplicates.size() == 2);  // rows without an id are no duplicates of each other
    CHECK(report.duplicates[0].line == 5);
    CHECK(report.duplicates[0].first_row == 1);
    CHECK(report.duplicates[0].id == "1");
    CHECK(report.duplicates[1].line == 7);
    CHECK(report.duplicates[1].first_row == 1);
}

TEST_CASE("duplicates of rows that cannot be read are found by their id, and texts are kept up to max_issues") {
    ReadOptions options;
    options.max_issues = 1;
    const ReadReport report = read(header + "1,?,\n" + row(1) + "1,,\n", options).report;
    CHECK(report.duplicate_count == 2);
    REQUIRE(report.duplicates.size() == 1);
    CHECK(report.duplicates[0].line == 3);
}

TEST_CASE("no window: nobody looks for duplicates, and the report does not claim to") {
    ReadOptions options;
    options.duplicate_window = 0;
    const ReadReport report = read(header + row(1) + row(1), options).report;
    CHECK(report.duplicate_count == 0);
    CHECK_FALSE(report.duplicates_complete);
}

TEST_CASE("a window finds every duplicate that is at most so many rows back, and nothing that is none") {
    std::mt19937 random(20200617);
    for (const std::size_t window : {1U, 2U, 5U, 31U, 32U, 33U, 200U}) {
        std::vector<int> ids;
        std::string text = header;
        for (int i = 0; i < 500; ++i) {
            ids.push_back(static_cast<int>(random() % (i < 250 ? 300 : 40)));
            text += row(ids.back());
        }
        ReadOptions options;
        options.duplicate_window = window;
        options.max_issues = 1000;
        const ReadReport report = read(text, options).report;
        std::map<std::uint64_t, DuplicateId> by_row;
        for (const DuplicateId& d : report.duplicates) by_row[d.line - 1] = d;
        CHECK(report.duplicates.size() == report.duplicate_count);
        std::map<int, std::size_t> last;  // id to row
        bool missed = false;
        for (std::size_t r = 1; r <= ids.size(); ++r) {
            const int id = ids[r - 1];
            const bool near = last.count(id) > 0 && r - last[id] <= window;
            const auto hit = by_row.find(r);
            INFO("window " << window << " row " << r);
            if (near) REQUIRE(hit != by_row.end());
            missed = missed || (last.count(id) > 0 && hit == by_row.end());
            if (hit != by_row.end()) {
                REQUIRE(hit->second.id == std::to_string(id));
                REQUIRE(hit->second.first_row < r);
                REQUIRE(ids[hit->second.first_row - 1] == id);
            }
            last[id] = r;
        }
        if (window < 200) CHECK_FALSE(report.duplicates_complete);
        if (report.duplicates_complete) CHECK_FALSE(missed);
    }
}

TEST_CASE("a window that holds the whole file finds all duplicates and says so") {
    const Reading reading = read(header + row(1) + row(2) + row(3) + row(1) + row(2), {});
    CHECK(reading.report.duplicates_complete);
    CHECK(reading.report.duplicate_count == 2);
}

}  // namespace csv_limits_test

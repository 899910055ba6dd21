// Plain text: nothing is wider than asked, whatever the document holds.
#include <algorithm>

#include "base/utf8_decode.hpp"
#include "cchc/report.hpp"
#include "test.hpp"
#include "unit/report/support.hpp"

namespace text_test {

using namespace cchc;
using namespace cchc::report;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (c == '\n') {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

// Code points without combining marks: enough for the letters that occur here.
int columns(const std::string& line) {
    int count = 0;
    for (std::size_t i = 0; i < line.size();) {
        const text::Decoded d = text::decode(line, i);
        REQUIRE(d.length > 0);
        if (d.code < 0x300 || d.code > 0x36F) ++count;
        i += d.length;
    }
    return count;
}

int widest(const std::string& text) {
    int most = 0;
    for (const std::string& line : lines_of(text)) most = std::max(most, columns(line));
    return most;
}

Document with(Block block) {
    Document d;
    d.blocks.push_back(std::move(block));
    return d;
}

report::Table small() {
    report::Table t;
    t.id = "t";
    t.columns = {{"Đơn vị", false, {}}, {"Số", true, {}}};
    t.rows = {{text_cell("Xã Thanh"), count_cell(5, Lang::vi)},
              {text_cell("Xã A"), count_cell(1200, Lang::vi)},
              {text_cell("Tổng"), count_cell(1205, Lang::vi)}};
    t.has_total = true;
    return t;
}

}  // namespace

TEST_CASE("No line is wider than asked, in both languages, nor does one end in blanks") {
    for (const Lang lang : {Lang::vi, Lang::en}) {
        for (const int width : {40, 41, 57, 80, 100, 132, 400}) {
            const std::string text = to_text(report::test::example(lang), width);
            INFO(width);
            CHECK(widest(text) <= width);
            for (const std::string& line : lines_of(text)) CHECK((line.empty() || line.back() != ' '));
        }
    }
}

TEST_CASE("The width is 40 to 400") {
    const Document d = report::test::example(Lang::vi);
    CHECK(to_text(d, -5) == to_text(d, 40));
    CHECK(to_text(d, 1000000) == to_text(d, 400));
    CHECK(to_text(d, 41) != to_text(d, 40));
}

TEST_CASE("Numbers stand at the right, the total below a rule") {
    const std::string text = to_text(with(small()), 60);
    CHECK(text.find("+----------+-------+\n"
                    "|  Đơn vị  |  Số   |\n"
                    "+==========+=======+\n"
                    "| Xã Thanh |     5 |\n"
                    "| Xã A     | 1.200 |\n"
                    "+----------+-------+\n"
                    "| Tổng     | 1.205 |\n"
                    "+----------+-------+\n") != std::string::npos);
}

TEST_CASE("Letters in parts take the columns of whole ones") {
    report::Table t = small();
    t.rows[0][0].text = "Xa\xCC\x83 Thanh";  // ã as a and a combining tilde
    const auto parts = lines_of(to_text(with(t), 60));
    const auto whole = lines_of(to_text(with(small()), 60));
    REQUIRE(parts.size() == whole.size());
    for (std::size_t i = 0; i < parts.size(); ++i) CHECK(columns(parts[i]) == columns(whole[i]));
}

TEST_CASE("Cells are wrapped between words; a table too wide for the page is written row by row") {
    report::Table t = small();
    t.rows[0][0].text = "UBND xã Thanh và các thôn ở xa trung tâm huyện";
    const std::string wrapped = to_text(with(t), 40);
    CHECK(wrapped.find("| UBND xã Thanh và các thôn ở  |") != std::string::npos);
    CHECK(wrapped.find("| xa trung tâm huyện           |") != std::string::npos);

    report::Table wide;
    wide.id = "w";
    for (int i = 0; i < 30; ++i) wide.columns.push_back({"Cột " + std::to_string(i), true, {}});
    wide.rows.emplace_back();
    for (unsigned i = 0; i < 30; ++i) wide.rows.back().push_back(count_cell(1000000 + i, Lang::vi));
    const std::string rows = to_text(with(wide), 80);
    CHECK(rows.find("- Cột 0: 1.000.000\n  Cột 1: 1.000.001\n") != std::string::npos);
    CHECK(rows.find("  Cột 29: 1.000.029\n") != std::string::npos);
    CHECK(to_text(with(wide), 400).find("| 1.000.000 | 1.000.001 |") != std::string::npos);
}

TEST_CASE("A text of 10,000 characters, in one word or many, is cut and nothing is lost") {
    std::string words;
    while (words.size() < 10000) words += "một ";
    const std::string word(10000, 'x');
    for (const std::string& text : {words, word}) {
        const std::string paragraph = to_text(with(Paragraph{text, Paragraph::Style::normal}), 40);
        CHECK(widest(paragraph) <= 40);
        report::Table t = small();
        t.rows[0][0].text = text;
        CHECK(widest(to_text(with(t), 60)) == 60);
    }
    const std::string ten = "\nmột một một một một một một một một một\n";  // 39 columns: one more word would take 43
    CHECK(to_text(with(Paragraph{words, Paragraph::Style::normal}), 40).find(ten) != std::string::npos);
    const std::string paragraph = to_text(with(Paragraph{word, Paragraph::Style::normal}), 40);
    CHECK(std::count(paragraph.begin(), paragraph.end(), 'x') == 10000);
}

TEST_CASE("A terminal gets no codes, and no marks that turn the direction of a line") {
    const std::string text =
        to_text(with(Paragraph{"a\x1B[31mb\t\xE2\x80\xAE"
                               "c\xE2\x81\xA6"
                               "d\x7F",
                               Paragraph::Style::normal}));
    CHECK(text.find("a\xEF\xBF\xBD[31mb cd\xEF\xBF\xBD\n") != std::string::npos);
}

TEST_CASE("The head of an administrative document has two columns") {
    const auto lines = lines_of(to_text(report::test::example(Lang::vi), 100));
    std::size_t i = 0;
    while (i < lines.size() && lines[i].find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == std::string::npos) ++i;
    REQUIRE(i + 3 < lines.size());
    CHECK(lines[i].find("UBND HUYỆN HƯỚNG HÓA") < lines[i].find("CỘNG HÒA"));
    CHECK(lines[i + 1].find("ĐOÀN KIỂM TRA") < lines[i + 1].find("Độc lập - Tự do - Hạnh phúc"));
    CHECK(lines[i + 3].find("Số: 12/BB-ĐKT") < lines[i + 3].find("Hướng Hóa, ngày 05 tháng 10 năm 2020"));
}

TEST_CASE("An empty document can be written, at any width") {
    CHECK(to_text(Document{}, 40).find("CỘNG HÒA") != std::string::npos);
    CHECK(to_markdown(Document{}).find("CỘNG HÒA") != std::string::npos);
    CHECK(to_text(with(report::Table{}), 40).find('+') == std::string::npos);
}

TEST_CASE("A table of no rows keeps its header; one of no columns, or of rows without cells, is its caption") {
    report::Table no_rows = small();
    no_rows.rows.clear();
    for (const bool total : {false, true}) {
        no_rows.has_total = total;
        CHECK(to_text(with(no_rows), 80).find(no_rows.columns[0].caption) != std::string::npos);
        CHECK(to_markdown(with(no_rows)).find("| --- |") != std::string::npos);
    }
    report::Table no_columns;
    no_columns.caption = "Không có cột";
    no_columns.rows.resize(2);
    no_columns.has_total = true;
    no_columns.notes = {"Ghi chú"};
    for (const std::string& text : {to_text(with(no_columns), 40), to_markdown(with(no_columns))}) {
        CHECK(text.find("Không có cột") != std::string::npos);
        CHECK(text.find("Ghi chú") != std::string::npos);
        CHECK(text.find('|') == std::string::npos);
    }
    CHECK(to_json(with(no_columns)).find("Không có cột") != std::string::npos);
}

}  // namespace text_test

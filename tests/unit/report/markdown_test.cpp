// No text becomes markup: random texts come back from the Markdown by an un-escaper that shares nothing with the escaper.
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "cchc/report.hpp"
#include "test.hpp"
#include "unit/report/support.hpp"

namespace markdown_test {

using namespace cchc;
using namespace cchc::report;

namespace {

constexpr std::string_view specials = "\\`*_{}[]<>#+-.!|&";

// What a reader of CommonMark shows of inline text that has no markup; none when it has some.
std::optional<std::string> shown(std::string_view md) {
    std::string out;
    for (std::size_t i = 0; i < md.size(); ++i) {
        const char c = md[i];
        if (c == '\\' && i + 1 < md.size()) {
            const char next = md[++i];
            const bool punctuation = next > ' ' && next < 0x7F && std::isalnum(static_cast<unsigned char>(next)) == 0;
            if (!punctuation && next != '\n') return std::nullopt;
            out += next;
        } else if (md.substr(i, 4) == "<br>") {
            out += '\n';
            i += 3;
        } else if (md.substr(i, 2) == "&#") {
            const std::size_t end = md.find(';', i);
            if (end == std::string_view::npos) return std::nullopt;
            out += static_cast<char>(std::stoi(std::string(md.substr(i + 2, end - i - 2))));
            i = end;
        } else if (specials.find(c) != std::string_view::npos || c == '\n' || c == '\t') {
            return std::nullopt;
        } else {
            out += c;
        }
    }
    return out;
}

std::vector<std::string> blocks_of(const std::string& md) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < md.size();) {
        const std::size_t end = std::min(md.find("\n\n", at), md.size());
        out.push_back(md.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

// One document with the text as a paragraph, a heading, an item of a list and a cell.
std::vector<std::string> written(const std::string& text) {
    Document d;
    d.blocks.emplace_back(Paragraph{text, Paragraph::Style::normal});
    d.blocks.emplace_back(Heading{2, "h", text});
    d.blocks.emplace_back(List{{text}, true});
    d.blocks.emplace_back(
        report::Table{"t", "", {{"A", false, {}}, {"B", true, {}}}, {{text_cell(text), text_cell("z")}}, false, {}});
    d.blocks.emplace_back(Paragraph{text, Paragraph::Style::warning});
    return blocks_of(to_markdown(d));
}

// The part of a block between what the writer puts around the text.
std::string inside(const std::string& block, std::string_view before, std::string_view after) {
    REQUIRE(block.size() >= before.size() + after.size());
    REQUIRE(block.compare(0, before.size(), before) == 0);
    REQUIRE(block.compare(block.size() - after.size(), after.size(), after) == 0);
    return block.substr(before.size(), block.size() - before.size() - after.size());
}

void check_text(const std::string& text) {
    INFO(text);
    const std::vector<std::string> blocks = written(text);
    REQUIRE(blocks.size() == 3 + 5 + 1);  // three of the head, the note
    const std::string& paragraph = blocks[3];
    CHECK(shown(paragraph) == text);
    // Nothing that begins a block, on any line; blanks would make it code.
    static const std::regex begins("(^|\n)([ \t]|[0-9a-z]+[.)]|[(][0-9]+[)]|[-+*=#>~|`<:_])");
    CHECK_FALSE(std::regex_search(std::regex_replace(paragraph, std::regex("\\n&#"), "\nx"), begins));
    CHECK_FALSE(std::regex_search(paragraph, std::regex("[^\\\\]:[/a-z]")));
    const std::string heading = inside(blocks[4], "### ", "");
    const std::string item = inside(blocks[5], "1. ", "");
    const std::string cell = inside(blocks[6], "| A | B |\n| --- | ---: |\n| ", " | z |");
    const std::string warning = inside(blocks[7].substr(0, blocks[7].find_last_not_of('\n') + 1), "> **", "**");
    for (const std::string& one : {heading, item, cell, warning}) {
        CHECK(shown(one) == text);
        CHECK(one.find('\n') == std::string::npos);
        CHECK(one.rfind("<br>", 0) != 0);  // on a line by itself that is a block of HTML
        CHECK(one.front() != ' ');
        CHECK(one.back() != ' ');
    }
    CHECK(cell.find('|') == std::string::npos);
}

}  // namespace

TEST_CASE("Random ASCII texts come back from the Markdown as they were") {
    std::mt19937 random(20200617);
    constexpr std::string_view often = "\\`*_{}[]<>#+-.!|&\n \t:)(1=~@$^\"'/";
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t length = 1 + random() % 24;
        while (text.size() < length)
            text += random() % 3 == 0 ? static_cast<char>(' ' + random() % 95) : often[random() % often.size()];
        check_text(text);
    }
}

TEST_CASE("Texts that people would try") {
    for (const char* text : {"<script>alert(1)</script>",
                             "<!-- x -->",
                             "a\n\nb",
                             "\n",
                             "\n\n",
                             " ",
                             "    code",
                             "\tcode",
                             "1. x",
                             "1) x",
                             "2020. x",
                             "---",
                             "===",
                             "> x",
                             "```\nx\n```",
                             "~~~",
                             "| a | b |\n| - | - |",
                             "[a](javascript:b)",
                             "![a](b)",
                             "[a]: http://b",
                             "<http://a.b>",
                             "http://a.b",
                             "www.a.b",
                             "a@b.c",
                             "&lt;",
                             "&#60;",
                             "a  \nb",
                             "a\\\nb",
                             "\\",
                             "\\|",
                             "\\\\|",
                             "*a*",
                             "**",
                             "_a_",
                             "=1+1",
                             ":a:",
                             "# x #",
                             "- [ ] x",
                             "+ x",
                             "$x$",
                             "a\n- b",
                             "a\n===",
                             "a\n1. b"})
        check_text(text);
}

TEST_CASE("What cannot be shown is replaced, and odd blanks do not undo emphasis") {
    const auto paragraph = [](const std::string& text) { return written(text).at(3); };
    CHECK(paragraph(std::string("a\0b\x1B[1m", 7)) ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD\\[1m");
    CHECK(paragraph("a\xFF"
                    "b") ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(paragraph("a\r\nb\rc\xE2\x80\xA8"
                    "d") == "a\\\nb\\\nc\\\nd");
    CHECK(paragraph("\xC2\xA0x") == "&#160;x");
    CHECK(paragraph("x\xE2\x80\xAEy") == "x&#8238;y");
    CHECK(paragraph("Số: 12 (a) 5%, Đ/c") == "Số: 12 (a) 5%, Đ/c");
}

TEST_CASE("A text of 10,000 characters is one paragraph") {
    const std::string text(10000, 'x');
    CHECK(written(text).at(3) == text);
    check_text(std::string(10000, '*'));
    check_text(std::string(10000, '\n'));
}

TEST_CASE("Sample data is said first, the note on the layout last; without sample data nothing is said") {
    Document d = report::test::example(Lang::vi);
    const std::string md = to_markdown(d);
    CHECK(md.rfind("> **DỮ LIỆU MẪU", 0) == 0);
    CHECK(blocks_of(md).back().rfind("> Thể thức", 0) == 0);
    d.synthetic = false;
    CHECK(to_markdown(d).find("DỮ LIỆU MẪU") == std::string::npos);
    CHECK(to_text(d).find("DỮ LIỆU MẪU") == std::string::npos);
}

TEST_CASE("Two lists after each other stay two") {
    Document d;
    for (int i = 0; i < 3; ++i) d.blocks.emplace_back(List{{"a", "b"}, false});
    d.blocks.emplace_back(List{});
    d.blocks.emplace_back(List{{"a"}, false});
    const auto blocks = blocks_of(to_markdown(d));
    CHECK(blocks.at(3) == "- a\n- b");
    CHECK(blocks.at(4) == "* a\n* b");
    CHECK(blocks.at(5) == "- a\n- b");
    CHECK(blocks.at(6) == "* a");
}

}  // namespace markdown_test

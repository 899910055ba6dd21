// No bytes whatever make the JSON reader fall over: each gives rows or a clear error, the same in blocks as in one piece.
#include <random>

#include "json_support.hpp"
#include "test.hpp"

namespace json_hostile_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string rich =
    R"({"isUpdating": true, "data": [{"MaHoSo": "H\u00f4\ud83d\ude00", "NgayTiepNhan": "20200302091000", "x": [1, -2.5e3, null],
 "DanhSachHoSoBoSung": [{"NgayBoSung": "20200303080000", "NgayTiepNhanBoSung": ""}], "LichSu": [{"TrangThai": 9, "at": "20200309"}]},
 {"MaHoSo": "B", "NgayTiepNhan": "2020-03-02", "y": {"a": {"b": {}}}}], "n": 2})";

std::string same_in_blocks(const std::string& text, const ReadOptions& options = {}) {
    const std::string whole = outcome_of([&] { return read_json_text(text, options); });
    for (const std::size_t block : {1U, 5U})
        if (text.size() < 5000) REQUIRE(outcome_of([&] { return read_json_blocks(text, block, options); }) == whole);
    return whole;
}

}  // namespace

TEST_CASE("a document cut at every byte is refused, or is bad rows") {
    REQUIRE(contains(same_in_blocks(rich), "rows 2 bad 0"));
    std::string lines = rich.substr(rich.find('[') + 1, rich.rfind(']') - rich.find('[') - 1);
    std::replace(lines.begin(), lines.end(), '\n', ' ');
    const std::size_t second = lines.find("{\"MaHoSo\": \"B\"");
    lines = lines.substr(0, lines.rfind(',', second)) + "\n" + lines.substr(second);
    REQUIRE(contains(same_in_blocks(lines), "rows 2 bad 0"));
    for (std::size_t size = 0; size < rich.size(); ++size) {
        const std::string cut = same_in_blocks(rich.substr(0, size));
        INFO(cut);
        REQUIRE((cut.starts_with("error 200 ") || contains(cut, "bad_json")));
    }
    for (std::size_t size = 1; size < lines.size(); ++size) {
        const std::string cut = same_in_blocks(lines.substr(0, size));
        INFO(cut);
        REQUIRE(contains(cut, "input rows "));
        const std::size_t first = lines.find('\n');
        REQUIRE(contains(cut, size < first ? "bad 1" : size > first + 1 ? "rows 2 bad 1" : "rows 1 bad 0"));
    }
}

TEST_CASE("deep nesting, long strings, wrong UTF-8 and surrogates") {
    for (const std::string& open : {std::string("["), std::string("{\"a\":"), std::string("[{\"data\":")}) {
        std::string deep;
        for (int i = 0; i < 100000; ++i) deep += open;
        CHECK_FALSE(same_in_blocks(deep).empty());
        CHECK_FALSE(same_in_blocks("{\"id\":1,\"received\":\"2020-03-02\"}\n" + deep).empty());
    }
    const std::string nested = std::string(100000, '[') + std::string(100000, ']');
    CHECK(contains(same_in_blocks("[" + nested + "]"), "nested deeper than 16 levels"));
    const std::string big(3u << 20, 'x');
    for (const char* end : {"\"}", "\"}\n{\"id\":\"2\",\"received\":\"2020-03-02\"}"}) {
        const std::string read = same_in_blocks("{\"id\":\"" + big + end);
        CHECK(contains(read, "line_too_long"));
        CHECK(read.size() < 2000);
    }
    CHECK(contains(same_in_blocks("[{\"id\":\"" + big + "\"},{\"id\":\"2\",\"received\":\"2020-03-02\"}]"), "rows 2 bad 1"));
    ReadOptions wide;
    wide.max_record_bytes = 4u << 20;
    CHECK(contains(same_in_blocks("{\"id\":\"" + big + "\",\"received\":\"2020-03-02\"}", wide), "rows 1 bad 0"));
    for (const char* bad : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE1\xBA"})
        CHECK(contains(same_in_blocks(std::string("[{\"id\":\"") + bad + "\"},{}]"), "rows 2 bad 2"));
    for (const char* bad : {"\\ud800", "\\udc00", "\\ud800\\ud800", "\\ud83dx", "\\u12g4", "\\x", "\x01", "\n"}) {
        CHECK(contains(same_in_blocks(std::string("{\"id\":\"") + bad + "\",\"received\":\"2020-03-02\"}"), "bad_json"));
        CHECK(same_in_blocks(std::string("[{\"id\":\"") + bad + "\"}]").starts_with("error 200 "));
    }
    std::string many = "{\"id\":1";
    for (int i = 0; i < 50000; ++i) many += ",\"k" + std::to_string(i) + "\":0";
    CHECK(contains(same_in_blocks(many + ",\"k7\":1}"), "the key \"k7\" stands twice"));
}

TEST_CASE("random changes of a document") {
    std::mt19937 random(7);
    const std::string alphabet = "{}[]\",:\\ \n\t0x\xFF\xE1tn";
    for (int round = 0; round < 600; ++round) {
        std::string text = rich;
        for (std::size_t n = 1 + random() % 4; n > 0; --n) {
            const std::size_t at = random() % text.size();
            if (random() % 3 == 0) {
                text.erase(at, 1 + random() % 20);
            } else {
                text[at] = alphabet[random() % alphabet.size()];
            }
        }
        CHECK_FALSE(same_in_blocks(text).empty());
    }
}

}  // namespace json_hostile_test

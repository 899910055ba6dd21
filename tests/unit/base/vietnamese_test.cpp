// Vietnamese letters against the decompositions of Unicode, in every order of their marks; names by their keys.
#include "base/vietnamese.hpp"

#include <string>
#include <utility>
#include <vector>

#include "test.hpp"

namespace vietnamese_test {

using namespace cchc::text;

namespace {

// Each letter that has marks, and all other ways to write it: decomposed, with its marks in the other order, in part.
const std::vector<std::pair<std::string, std::vector<std::string>>> letters = {
    {"à", {"a\u0300"}},
    {"á", {"a\u0301"}},
    {"ả", {"a\u0309"}},
    {"ã", {"a\u0303"}},
    {"ạ", {"a\u0323"}},
    {"ă", {"a\u0306"}},
    {"ằ", {"a\u0306\u0300", "a\u0300\u0306", "ă\u0300", "à\u0306"}},
    {"ắ", {"a\u0306\u0301", "a\u0301\u0306", "ă\u0301", "á\u0306"}},
    {"ẳ", {"a\u0306\u0309", "a\u0309\u0306", "ă\u0309", "ả\u0306"}},
    {"ẵ", {"a\u0306\u0303", "a\u0303\u0306", "ă\u0303", "ã\u0306"}},
    {"ặ", {"a\u0323\u0306", "a\u0306\u0323", "ạ\u0306", "ă\u0323"}},
    {"â", {"a\u0302"}},
    {"ầ", {"a\u0302\u0300", "a\u0300\u0302", "â\u0300", "à\u0302"}},
    {"ấ", {"a\u0302\u0301", "a\u0301\u0302", "â\u0301", "á\u0302"}},
    {"ẩ", {"a\u0302\u0309", "a\u0309\u0302", "â\u0309", "ả\u0302"}},
    {"ẫ", {"a\u0302\u0303", "a\u0303\u0302", "â\u0303", "ã\u0302"}},
    {"ậ", {"a\u0323\u0302", "a\u0302\u0323", "ạ\u0302", "â\u0323"}},
    {"è", {"e\u0300"}},
    {"é", {"e\u0301"}},
    {"ẻ", {"e\u0309"}},
    {"ẽ", {"e\u0303"}},
    {"ẹ", {"e\u0323"}},
    {"ê", {"e\u0302"}},
    {"ề", {"e\u0302\u0300", "e\u0300\u0302", "ê\u0300", "è\u0302"}},
    {"ế", {"e\u0302\u0301", "e\u0301\u0302", "ê\u0301", "é\u0302"}},
    {"ể", {"e\u0302\u0309", "e\u0309\u0302", "ê\u0309", "ẻ\u0302"}},
    {"ễ", {"e\u0302\u0303", "e\u0303\u0302", "ê\u0303", "ẽ\u0302"}},
    {"ệ", {"e\u0323\u0302", "e\u0302\u0323", "ẹ\u0302", "ê\u0323"}},
    {"ì", {"i\u0300"}},
    {"í", {"i\u0301"}},
    {"ỉ", {"i\u0309"}},
    {"ĩ", {"i\u0303"}},
    {"ị", {"i\u0323"}},
    {"ò", {"o\u0300"}},
    {"ó", {"o\u0301"}},
    {"ỏ", {"o\u0309"}},
    {"õ", {"o\u0303"}},
    {"ọ", {"o\u0323"}},
    {"ô", {"o\u0302"}},
    {"ồ", {"o\u0302\u0300", "o\u0300\u0302", "ô\u0300", "ò\u0302"}},
    {"ố", {"o\u0302\u0301", "o\u0301\u0302", "ô\u0301", "ó\u0302"}},
    {"ổ", {"o\u0302\u0309", "o\u0309\u0302", "ô\u0309", "ỏ\u0302"}},
    {"ỗ", {"o\u0302\u0303", "o\u0303\u0302", "ô\u0303", "õ\u0302"}},
    {"ộ", {"o\u0323\u0302", "o\u0302\u0323", "ọ\u0302", "ô\u0323"}},
    {"ơ", {"o\u031B"}},
    {"ờ", {"o\u031B\u0300", "o\u0300\u031B", "ơ\u0300", "ò\u031B"}},
    {"ớ", {"o\u031B\u0301", "o\u0301\u031B", "ơ\u0301", "ó\u031B"}},
    {"ở", {"o\u031B\u0309", "o\u0309\u031B", "ơ\u0309", "ỏ\u031B"}},
    {"ỡ", {"o\u031B\u0303", "o\u0303\u031B", "ơ\u0303", "õ\u031B"}},
    {"ợ", {"o\u031B\u0323", "o\u0323\u031B", "ơ\u0323", "ọ\u031B"}},
    {"ù", {"u\u0300"}},
    {"ú", {"u\u0301"}},
    {"ủ", {"u\u0309"}},
    {"ũ", {"u\u0303"}},
    {"ụ", {"u\u0323"}},
    {"ư", {"u\u031B"}},
    {"ừ", {"u\u031B\u0300", "u\u0300\u031B", "ư\u0300", "ù\u031B"}},
    {"ứ", {"u\u031B\u0301", "u\u0301\u031B", "ư\u0301", "ú\u031B"}},
    {"ử", {"u\u031B\u0309", "u\u0309\u031B", "ư\u0309", "ủ\u031B"}},
    {"ữ", {"u\u031B\u0303", "u\u0303\u031B", "ư\u0303", "ũ\u031B"}},
    {"ự", {"u\u031B\u0323", "u\u0323\u031B", "ư\u0323", "ụ\u031B"}},
    {"ỳ", {"y\u0300"}},
    {"ý", {"y\u0301"}},
    {"ỷ", {"y\u0309"}},
    {"ỹ", {"y\u0303"}},
    {"ỵ", {"y\u0323"}},
    {"đ", {"đ"}},
    {"À", {"A\u0300"}},
    {"Á", {"A\u0301"}},
    {"Ả", {"A\u0309"}},
    {"Ã", {"A\u0303"}},
    {"Ạ", {"A\u0323"}},
    {"Ă", {"A\u0306"}},
    {"Ằ", {"A\u0306\u0300", "A\u0300\u0306", "Ă\u0300", "À\u0306"}},
    {"Ắ", {"A\u0306\u0301", "A\u0301\u0306", "Ă\u0301", "Á\u0306"}},
    {"Ẳ", {"A\u0306\u0309", "A\u0309\u0306", "Ă\u0309", "Ả\u0306"}},
    {"Ẵ", {"A\u0306\u0303", "A\u0303\u0306", "Ă\u0303", "Ã\u0306"}},
    {"Ặ", {"A\u0323\u0306", "A\u0306\u0323", "Ạ\u0306", "Ă\u0323"}},
    {"Â", {"A\u0302"}},
    {"Ầ", {"A\u0302\u0300", "A\u0300\u0302", "Â\u0300", "À\u0302"}},
    {"Ấ", {"A\u0302\u0301", "A\u0301\u0302", "Â\u0301", "Á\u0302"}},
    {"Ẩ", {"A\u0302\u0309", "A\u0309\u0302", "Â\u0309", "Ả\u0302"}},
    {"Ẫ", {"A\u0302\u0303", "A\u0303\u0302", "Â\u0303", "Ã\u0302"}},
    {"Ậ", {"A\u0323\u0302", "A\u0302\u0323", "Ạ\u0302", "Â\u0323"}},
    {"È", {"E\u0300"}},
    {"É", {"E\u0301"}},
    {"Ẻ", {"E\u0309"}},
    {"Ẽ", {"E\u0303"}},
    {"Ẹ", {"E\u0323"}},
    {"Ê", {"E\u0302"}},
    {"Ề", {"E\u0302\u0300", "E\u0300\u0302", "Ê\u0300", "È\u0302"}},
    {"Ế", {"E\u0302\u0301", "E\u0301\u0302", "Ê\u0301", "É\u0302"}},
    {"Ể", {"E\u0302\u0309", "E\u0309\u0302", "Ê\u0309", "Ẻ\u0302"}},
    {"Ễ", {"E\u0302\u0303", "E\u0303\u0302", "Ê\u0303", "Ẽ\u0302"}},
    {"Ệ", {"E\u0323\u0302", "E\u0302\u0323", "Ẹ\u0302", "Ê\u0323"}},
    {"Ì", {"I\u0300"}},
    {"Í", {"I\u0301"}},
    {"Ỉ", {"I\u0309"}},
    {"Ĩ", {"I\u0303"}},
    {"Ị", {"I\u0323"}},
    {"Ò", {"O\u0300"}},
    {"Ó", {"O\u0301"}},
    {"Ỏ", {"O\u0309"}},
    {"Õ", {"O\u0303"}},
    {"Ọ", {"O\u0323"}},
    {"Ô", {"O\u0302"}},
    {"Ồ", {"O\u0302\u0300", "O\u0300\u0302", "Ô\u0300", "Ò\u0302"}},
    {"Ố", {"O\u0302\u0301", "O\u0301\u0302", "Ô\u0301", "Ó\u0302"}},
    {"Ổ", {"O\u0302\u0309", "O\u0309\u0302", "Ô\u0309", "Ỏ\u0302"}},
    {"Ỗ", {"O\u0302\u0303", "O\u0303\u0302", "Ô\u0303", "Õ\u0302"}},
    {"Ộ", {"O\u0323\u0302", "O\u0302\u0323", "Ọ\u0302", "Ô\u0323"}},
    {"Ơ", {"O\u031B"}},
    {"Ờ", {"O\u031B\u0300", "O\u0300\u031B", "Ơ\u0300", "Ò\u031B"}},
    {"Ớ", {"O\u031B\u0301", "O\u0301\u031B", "Ơ\u0301", "Ó\u031B"}},
    {"Ở", {"O\u031B\u0309", "O\u0309\u031B", "Ơ\u0309", "Ỏ\u031B"}},
    {"Ỡ", {"O\u031B\u0303", "O\u0303\u031B", "Ơ\u0303", "Õ\u031B"}},
    {"Ợ", {"O\u031B\u0323", "O\u0323\u031B", "Ơ\u0323", "Ọ\u031B"}},
    {"Ù", {"U\u0300"}},
    {"Ú", {"U\u0301"}},
    {"Ủ", {"U\u0309"}},
    {"Ũ", {"U\u0303"}},
    {"Ụ", {"U\u0323"}},
    {"Ư", {"U\u031B"}},
    {"Ừ", {"U\u031B\u0300", "U\u0300\u031B", "Ư\u0300", "Ù\u031B"}},
    {"Ứ", {"U\u031B\u0301", "U\u0301\u031B", "Ư\u0301", "Ú\u031B"}},
    {"Ử", {"U\u031B\u0309", "U\u0309\u031B", "Ư\u0309", "Ủ\u031B"}},
    {"Ữ", {"U\u031B\u0303", "U\u0303\u031B", "Ư\u0303", "Ũ\u031B"}},
    {"Ự", {"U\u031B\u0323", "U\u0323\u031B", "Ư\u0323", "Ụ\u031B"}},
    {"Ỳ", {"Y\u0300"}},
    {"Ý", {"Y\u0301"}},
    {"Ỷ", {"Y\u0309"}},
    {"Ỹ", {"Y\u0303"}},
    {"Ỵ", {"Y\u0323"}},
    {"Đ", {"Đ"}}};

}  // namespace

TEST_CASE("All 134 Vietnamese letters are composed, in whatever order their marks stand") {
    REQUIRE(letters.size() == 134);
    std::size_t forms = 0;
    for (const auto& [letter, others] : letters) {
        INFO(letter);
        CHECK(compose(letter) == letter);
        CHECK(compose("x" + letter + "n") == "x" + letter + "n");
        for (const std::string& other : others) {
            ++forms;
            CHECK(compose(other) == letter);
            CHECK(same_name("x " + other, "x " + letter));
        }
    }
    CHECK(forms == 134 + 3 * 60);  // 30 small and 30 great letters have two marks
}

TEST_CASE("What is no Vietnamese letter stays as it is") {
    for (const char* text :
         {"", "UBND", "n\u0303", "e\u0306", "a\u0301\u0300", "\u0301a", "a\u0327", "中a", "😀\u0301", "\xFF\xFE"})
        CHECK(compose(text) == (std::string(text) == "a\u0301\u0300" ? "á\u0300" : text));
    CHECK(compose("ê\u0301\u0301") == "ế\u0301");
    CHECK(compose("a\u0340") == "à");
}

TEST_CASE("A name is the same in other blanks and forms, not in other case or marks") {
    CHECK(name_key("  UBND\u00A0xã \t Ta\u0302n Tha\u0300nh\n") == "UBND xã Tân Thành");
    CHECK(name_key(" \u00A0 ").empty());
    CHECK(same_name("UBND xã  Thanh ", "\u00A0UBND xa\u0303 Thanh"));
    CHECK_FALSE(same_name("UBND xã Thanh", "UBND xã Thành"));
    CHECK_FALSE(same_name("UBND xã Thanh", "UBND Xã Thanh"));
    CHECK_FALSE(same_name("UBND xã Thanh", "UBND xã Than"));
    CHECK_FALSE(same_name("UBND xã", "UBNDxã"));
    CHECK(same_name("", " "));
    CHECK_FALSE(same_name(std::string("A\0x", 3), "A"));
}

TEST_CASE("The distance of two texts is counted up to a limit") {
    CHECK(edit_distance("", "", 2) == 0);
    CHECK(edit_distance("abc", "abc", 0) == 0);
    CHECK(edit_distance("thanh", "thah", 2) == 1);
    CHECK(edit_distance("kitten", "sitting", 5) == 3);
    CHECK(edit_distance("kitten", "sitting", 2) == 3);
    CHECK(edit_distance("", "abcdef", 2) == 3);
}

}  // namespace vietnamese_test

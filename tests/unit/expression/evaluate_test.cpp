// Values of expressions, as DMN 1.5 defines them.
#include "cchc/expression.hpp"
#include "test.hpp"

namespace {

std::string value(std::string_view text) { return cchc::to_string(cchc::Expression(text).evaluate({}).value); }

}  // namespace

TEST_CASE("Operators bind as in FEEL") {
    CHECK(value("1 + 2 * 3") == "7");
    CHECK(value("-2 ** 2") == "4");
    CHECK(value("2 ** 3 ** 2") == "64");
    CHECK(value("100 * 3 / 4") == "75");
    CHECK(value("(1 + 2) * 3") == "9");
    CHECK(value("1 / 3 * 3 = 1") == "true");
}

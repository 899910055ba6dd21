// What a document looks like in each form, byte for byte. Refreshed as unit/statistics/golden.hpp says.
#include "unit/statistics/golden.hpp"

#include "unit/report/support.hpp"

namespace golden_test {

using namespace cchc;
using report::test::example;

TEST_CASE("The example as JSON, Markdown and plain text is the golden one, in both languages") {
    const auto check = [](const std::string& name, const std::string& now) {
        CHECK(now == cchc::test::golden_text("report/" + name, now));
    };
    const report::Document vi = example(Lang::vi);
    const report::Document en = example(Lang::en);
    check("example.json", report::to_json(vi));
    check("example.md", report::to_markdown(vi));
    check("example.txt", report::to_text(vi));
    check("example.en.json", report::to_json(en));
    check("example.en.md", report::to_markdown(en));
    check("example.en.txt", report::to_text(en, 80));
}

}  // namespace golden_test

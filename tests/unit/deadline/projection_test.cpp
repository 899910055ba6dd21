// A due date in years that are only projected: the explanation says so, and what may still move it.
#include <string>

#include "unit/deadline/support.hpp"

namespace projection_test {

using namespace cchc;

namespace {

const Calendar& projected() {
    static const Calendar calendar = with_projection(vn(), 2028);
    return calendar;
}

Explanation across(const Calendar& calendar, std::string_view received, std::string_view amount) {
    const CountingRule rule = CountingRule::builtin("working-days");
    return explain(calendar, rule, instant(received), limit_of(rule, amount));
}

bool has(const std::string& all, std::string_view line) { return all.find(line) != std::string::npos; }

}  // namespace

TEST_CASE("a due date after the last decision is explained as projected, with what is open on its way") {
    const Explanation e = across(projected(), "2027-02-03T09:00", "3");
    CHECK(e.projected_from == vn().to());
    REQUIRE(e.open.size() == 1);
    const std::string vi = to_text(e, Lang::vi), en = to_text(e, Lang::en);
    CHECK(has(vi,
              "Lịch: vn 2026.1+projected-2028\nDự kiến: từ 01/01/2027 lịch chưa có quyết định; hạn này có thể thay đổi\n"
              "  chưa quyết định: Tết Nguyên đán: 04/02/2027, 05/02/2027; hoặc 05/02/2027, 11/02/2027; hoặc "));
    CHECK(has(en,
              "Projected: from 2027-01-01 on no day of the calendar is decided; this due date may change\n"
              "  not decided: Lunar New Year (Tết): 2027-02-04, 2027-02-05; or 2027-02-05, 2027-02-11; or "));
}

TEST_CASE("where nothing is open on the way, the explanation only says that it is projected") {
    const Explanation e = across(projected(), "2027-03-01T09:00", "3");
    CHECK(e.projected_from == vn().to());
    CHECK(e.open.empty());
    CHECK(has(to_text(e, Lang::vi), "Dự kiến: từ 01/01/2027"));
}

TEST_CASE("a dossier of decided years is explained as before; one received there and due later is not") {
    const Explanation decided = across(projected(), "2026-03-02T09:00", "3");
    CHECK_FALSE(decided.projected_from);
    CHECK_FALSE(has(to_text(decided, Lang::vi), "Dự kiến"));
    CHECK(decided.due == across(vn(), "2026-03-02T09:00", "3").due);
    CHECK(across(projected(), "2026-12-30T09:00", "2").projected_from == vn().to());
}

}  // namespace projection_test

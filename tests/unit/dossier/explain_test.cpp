// One dossier explained: under each policy what the kernel says, and the whole text once in each language.
#include "cchc/explain.hpp"
#include "csv_support.hpp"
#include "outcome_oracle.hpp"
#include "random_dossiers.hpp"
#include "test.hpp"

namespace explain_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

std::vector<Policy> policies(std::initializer_list<const char*> ids) {
    std::vector<Policy> out;
    for (const char* id : ids) out.push_back(Policy::builtin(id));
    return out;
}

Dossier paused() {
    Dossier d;
    d.id = "HS-1";
    d.agency = "UBND xã A";
    d.field = "Hộ tịch";
    d.channel = Channel::online;
    d.status = Status::finished;
    d.limit = TimeLimit{Decimal(5), Unit::working_day};
    d.event(Event::received) = parse_moment("2020-06-01T09:00");
    d.event(Event::completed) = parse_moment("2020-06-12T16:00");
    ClockEvent round;
    round.from = *parse_moment("2020-06-04T10:00");
    round.to = parse_moment("2020-06-09T15:00");
    d.clock.push_back(round);
    return d;
}

}  // namespace

TEST_CASE("an explanation in Vietnamese and in English") {
    const auto all = policies({"form-ii06a", "decree-61"});
    const DossierExplanation e = explain(paused(), all, vn(), {}, *make_date(2020, 7, 1));
    CHECK(to_text(e, Lang::vi) ==
          "Hồ sơ HS-1\n"
          "UBND xã A; Hộ tịch\n"
          "Trạng thái ghi nhận: đã xử lý xong; kênh: trực tuyến\n"
          "Xét tại đầu ngày 01/07/2020 (lịch vn 2026.1)\n"
          "Diễn biến:\n"
          "  09:00 ngày 01/06/2020  tiếp nhận\n"
          "  10:00 ngày 04/06/2020  yêu cầu bổ sung hồ sơ\n"
          "  15:00 ngày 09/06/2020  kết thúc: yêu cầu bổ sung hồ sơ\n"
          "  16:00 ngày 12/06/2020  kết thúc xử lý\n"
          "Thời hạn, chưa kể tạm dừng:\n"
          "  Hạn trả kết quả: 17:00 ngày 08/06/2020 (thứ Hai)\n"
          "  Tiếp nhận: 09:00 ngày 01/06/2020 (thứ Hai)\n"
          "  Thời hạn: 5 ngày làm việc\n"
          "  Quy tắc: " +
              e.counted->rule.title.vi + " (working-days)\n  Căn cứ: " + e.counted->rule.source +
              "\n"
              "  Lịch: vn 2026.1\n"
              "    01/06/2020 (thứ Hai)  ngày tiếp nhận, không tính\n"
              "    02/06/2020 (thứ Ba)  ngày thứ 1\n"
              "    03/06/2020 (thứ Tư)  ngày thứ 2\n"
              "    04/06/2020 (thứ Năm)  ngày thứ 3\n"
              "    05/06/2020 (thứ Sáu)  ngày thứ 4\n"
              "    06/06/2020 (thứ Bảy)  không tính: nghỉ hằng tuần\n"
              "    07/06/2020 (Chủ nhật)  không tính: nghỉ hằng tuần\n"
              "    08/06/2020 (thứ Hai)  ngày thứ 5\n"
              "Theo từng chính sách:\n"
              "  form-ii06a: quá hạn; hạn 17:00 ngày 11/06/2020 (tính từ thời hạn); kết thúc 16:00 ngày 12/06/2020\n"
              "    yêu cầu bổ sung hồ sơ (10:00 ngày 04/06/2020 → 15:00 ngày 09/06/2020): không tính thời gian dừng; hạn "
              "11/06/2020\n"
              "  decree-61: trước hạn; hạn 17:00 ngày 16/06/2020 (tính từ thời hạn); kết thúc 16:00 ngày 12/06/2020\n"
              "    yêu cầu bổ sung hồ sơ (10:00 ngày 04/06/2020 → 15:00 ngày 09/06/2020): tính lại thời hạn từ đầu; hạn "
              "16/06/2020\n");
    const std::string en = to_text(e, Lang::en);
    CHECK(contains(en, "  decree-61: early; due 2020-06-16 17:00 (computed from the limit); ended 2020-06-12 16:00\n"));
    CHECK(contains(en,
                   "supplement (2020-06-04 10:00 → 2020-06-09 15:00): the whole limit is counted again; due 2020-06-16\n"));
}

TEST_CASE("no hour is said of a receipt of which only the date is known") {
    Dossier d = paused();
    const auto all = policies({"form-ii06a"});
    CHECK(contains(to_json(explain(d, all, vn(), {}, *make_date(2020, 7, 1))), "\"counted_from\": \"2020-06-01T09:00\""));
    d.event(Event::received) = parse_moment("2020-06-01");
    d.clock.clear();
    const DossierExplanation e = explain(d, all, vn(), {}, *make_date(2020, 7, 1));
    CHECK(contains(to_text(e, Lang::vi), "  Tiếp nhận: 01/06/2020 (thứ Hai)\n"));
    CHECK(contains(to_text(e, Lang::en), "  Received: 2020-06-01 (Monday)\n"));
    CHECK_FALSE(contains(to_text(e, Lang::vi), "00:00"));
    CHECK(contains(to_json(e), "\"counted_from\": \"2020-06-01\""));
}

TEST_CASE("an open dossier: what is left of it, and who is waited for") {
    Dossier d = paused();
    d.event(Event::completed).reset();
    d.clock.front().to.reset();
    const auto all = policies({"form-ii06a"});
    const DossierExplanation e = explain(d, all, vn(), {}, *make_date(2020, 6, 12));
    CHECK(e.policies[0].outcome == Outcome::in_process_within);
    CHECK(e.policies[0].waiting);
    CHECK(e.policies[0].clock.at(0).open);
    CHECK_FALSE(e.left);  // no time runs while it waits
    CHECK(contains(to_text(e, Lang::vi), "→ chưa kết thúc): không tính thời gian dừng; hạn 16/06/2020"));
    CHECK(contains(to_text(e, Lang::vi), "; đang chờ người nộp\n"));
    d.clock.clear();
    d.event(Event::due) = parse_moment("2020-06-16T17:00");
    const DossierExplanation runs = explain(d, all, vn(), {}, *make_date(2020, 6, 12));
    REQUIRE(runs.left);
    CHECK(to_text(*runs.left, Lang::vi) == "Còn 3 ngày");  // Friday, Monday, Tuesday
    CHECK(contains(to_text(runs, Lang::vi), "\nCòn 3 ngày\n"));
    CHECK(contains(to_json(runs), "\"vi\": \"Còn 3 ngày\""));
}

TEST_CASE("a dossier that cannot be judged says why; a recorded due date is not computed") {
    Dossier d = paused();
    d.event(Event::received).reset();
    const auto all = policies({"form-ii06a", "td"});
    const DossierExplanation e = explain(d, all, vn(), {}, *make_date(2020, 7, 1));
    CHECK(e.policies[0].outcome == Outcome::excluded);
    CHECK(e.policies[0].problem == Problem::missing_received);
    CHECK(contains(to_text(e, Lang::en), "form-ii06a: not judged (no date of receipt); no due date"));
    CHECK_FALSE(e.counted);
    Dossier recorded = paused();
    recorded.event(Event::due) = parse_moment("2020-06-20");
    const DossierExplanation r = explain(recorded, all, vn(), {}, *make_date(2020, 7, 1));
    CHECK_FALSE(r.policies[0].due_computed);
    CHECK(r.policies[0].clock.empty());
    CHECK(r.policies[0].outcome == Outcome::early);
    CHECK_THROWS_AS(explain(d, {}, vn(), {}, *make_date(2020, 7, 1)), Error);
    CHECK_THROWS_AS(explain(d, all, vn(), {}, *make_date(2040, 7, 1)), Error);
}

TEST_CASE("the outcome explained is the outcome counted") {
    RandomDossiers random(21, *make_date(2020, 3, 1), 40);
    std::vector<Policy> all;
    for (const std::string& id : Policy::builtin_ids()) all.push_back(Policy::builtin(id));
    const Date as_of = *make_date(2020, 4, 1);
    for (int i = 0; i < 400; ++i) {
        Dossiers dossiers;
        dossiers.push_back(random.next());
        const DossierExplanation e = explain(dossiers[0], all, vn(), {}, as_of);
        for (std::size_t p = 0; p < all.size(); ++p) {
            Dossiers judged = dossiers;
            compute_due(judged, all[p], vn(), {}, as_of);
            std::vector<Outcome> out(1);
            classify(judged, all[p], as_of, out);
            INFO(all[p].id << ": " << describe(dossiers[0]));
            CHECK(to_string(e.policies[p].outcome) == to_string(out[0]));
            CHECK(e.policies[p].problem == judged.problem[0]);
            if (e.policies[p].problem == Problem::none)
                CHECK(describe(e.policies[p].due) == describe(due_that_counts(judged[0], all[p])));
        }
    }
}

}  // namespace explain_test

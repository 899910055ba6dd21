// Sampled dossiers against outcomes worked out by hand on the calendar of 2020.
#include "cchc/visit.hpp"
#include "test.hpp"

namespace sampled_test {

using namespace cchc;

namespace {

// Judges one dossier, given by its members, as of the visit of 15/09/2020 unless another day is given.
SampledOutcome judged(const std::string& members, const char* day = "2020-09-15") {
    const std::string text = R"({"format": "cchc.visit/1", "unit": "u", "date": ")" + std::string(day) +
                             R"(", "sampled": [{"id": "M-01", )" + members + "}]}";
    const Visit visit = Visit::from_json(text, "visit.json", {});
    REQUIRE(visit.sampled.size() == 1);
    return judge(visit, OutcomePolicy::builtin("outline-274"), Calendar::builtin("vn"), RuleSet()).front();
}

}  // namespace

TEST_CASE("A due date is counted where none is recorded, over Tết 2020, too") {
    // After Monday 20/01: 21, 22, (23 to 29 are Tết and a weekend) 30, 31 January and 3 February.
    const std::string dossier = R"("received": "2020-01-20", "limit": "5", "unit": "working_day", "completed": )";
    CHECK(judged(dossier + R"("2020-01-31")").computed == Outcome::early);
    CHECK(judged(dossier + R"("2020-02-03")").computed == Outcome::on_time);
    CHECK(judged(dossier + R"("2020-02-04")").computed == Outcome::overdue);
}

TEST_CASE("A recorded due date stands before the limit") {
    const std::string dossier = R"("received": "2020-03-02", "due": "2020-03-10", "limit": "1", "unit": "working_day", )";
    CHECK(judged(dossier + R"("completed": "2020-03-09")").computed == Outcome::early);
    CHECK(judged(dossier + R"("completed": "2020-03-10")").computed == Outcome::on_time);
    CHECK(judged(dossier + R"("completed": "2020-03-11")").computed == Outcome::overdue);
}

TEST_CASE("Only what happened before the day of the visit counts") {
    const std::string dossier = R"("received": "2020-09-10", "due": "2020-09-14", "completed": "2020-09-15")";
    CHECK(judged(dossier, "2020-09-14").computed == Outcome::in_process_within);
    CHECK(judged(dossier, "2020-09-15").computed == Outcome::in_process_within);  // due on the last day before
    CHECK(judged(dossier, "2020-09-16").computed == Outcome::overdue);
    CHECK(judged(R"("received": "2020-09-10", "due": "2020-09-11")").computed == Outcome::in_process_overdue);
    CHECK(judged(R"("received": "2020-09-15", "due": "2020-09-18")").computed == Outcome::not_received);
    CHECK(judged(R"("received": "2020-09-10")").computed == Outcome::no_due_in_process);
}

TEST_CASE("A recorded outcome that is another one differs") {
    const std::string dossier = R"("received": "2020-03-02", "due": "2020-03-10", "completed": "2020-03-11")";
    CHECK_FALSE(judged(dossier).differs);
    CHECK_FALSE(judged(dossier + R"(, "recorded": "overdue")").differs);
    CHECK(judged(dossier + R"(, "recorded": "on_time")").differs);
}

TEST_CASE("One sentence says why, in both languages") {
    const SampledOutcome counted = judged(
        R"("received": "2020-01-20 09:10", "limit": "5", "unit": "working_day", "completed": "2020-02-04", "recorded": "on_time")");
    CHECK(counted.why.vi ==
          "Hồ sơ M-01: tiếp nhận 09:10 ngày 20/01/2020; hẹn trả 17:00 ngày 03/02/2020 (tính từ thời hạn 5 ngày làm việc); "
          "kết thúc 04/02/2020; kết quả tính: quá hạn; đơn vị ghi nhận: đúng hạn.");
    CHECK(counted.why.en ==
          "Dossier M-01: received 2020-01-20 09:10; due 2020-02-03 17:00 (counted from the limit of 5 working days); "
          "ended 2020-02-04; computed: overdue; recorded as: on time.");
    const SampledOutcome open = judged(R"("received": "2020-09-10", "due": "2020-09-11")");
    CHECK(open.why.vi ==
          "Hồ sơ M-01: tiếp nhận 10/09/2020; hẹn trả 11/09/2020 (theo hồ sơ); chưa kết thúc trước ngày "
          "15/09/2020; kết quả tính: " +
              to_text(Outcome::in_process_overdue, Lang::vi) + ".");
    CHECK(open.why.en ==
          "Dossier M-01: received 2020-09-10; due 2020-09-11 (as recorded); not ended before 2020-09-15; "
          "computed: " +
              to_text(Outcome::in_process_overdue, Lang::en) + ".");
}

TEST_CASE("A dossier beyond the calendar is not judged and says so; a visit beyond it is refused") {
    const SampledOutcome out = judged(R"("received": "2010-03-01", "limit": "5", "unit": "working_day")");
    CHECK(out.computed == Outcome::excluded);
    CHECK(out.why.vi.find(to_text(Problem::outside_coverage, Lang::vi)) != std::string::npos);
    CHECK_THROWS_AS(judged(R"("received": "2010-03-01")", "2014-12-31"), Error);
}

}  // namespace sampled_test

// The summary of rounds made by hand, and the lines for the terminal.
#include "unit/report/round_support.hpp"

namespace summary_test {

using namespace cchc;
using namespace cchc::report::test;
using report::Chart;
using report::ColumnTotal;
using report::Document;

TEST_CASE("The summary names late units and those that sent nothing, and gives ratios of sums") {
    const Inspection round = full_round();
    const Document d = report::summary(round, round.result(), Lang::vi);
    const std::string said = all_texts(d);
    CHECK(said.find("Gửi báo cáo tự kiểm tra muộn: UBND xã Thành (3 ngày làm việc).") != std::string::npos);
    CHECK(said.find("Chưa gửi báo cáo tự kiểm tra: <b>'=1+1'|*") != std::string::npos);
    const report::Table* outline = d.table("muc-i");
    REQUIRE(outline != nullptr);
    const report::Cell& rate = cell(*outline, "Nhiệm vụ (xong / tất cả)", 3);
    REQUIRE(rate.value);
    CHECK(*rate.value == Number(1000, 12));  // 10 of 12, not the mean of 50 and 90
    const report::Table* lowest = d.table("thap-nhat");
    REQUIRE(lowest != nullptr);
    REQUIRE(lowest->rows.size() == 2);
    CHECK(lowest->rows[0][0].text == "UBND xã Thanh");
    CHECK(*lowest->rows[0][4].value == Number(50));
}

TEST_CASE("The overview is plain lines: who is late, what fails, the lowest rates") {
    const Inspection round = full_round();
    const std::string vi = report::overview(round, round.result(), Lang::vi);
    CHECK(vi.find("UBND xã Thành – báo cáo tự kiểm tra: ") != std::string::npos);
    CHECK(vi.find("Một cửa: chưa đạt 1 (UBND xã Thanh)\n") != std::string::npos);
    CHECK(vi.find("50,00%  UBND xã Thanh – Nhiệm vụ (xong / tất cả): 1 / 2") != std::string::npos);
    for (const char c : vi) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
}

namespace {

// A round whose plan has all that a plan may say.
Inspection framed_round() {
    InspectionPlan plan = InspectionPlan::from_json(plan_text(three));
    plan.purposes = {{"Giám sát", "To watch"}};
    plan.requirements = {{"Khách quan", "Be objective"}};
    plan.forms = {{"direct", {"Kiểm tra trực tiếp", "Visit"}, {"Đoàn đến đơn vị", "The team comes"}, {}}};
    plan.visits_planned.emplace();
    plan.visits_planned->from = *make_date(2020, 7, 1);
    plan.visits_planned->to = *make_date(2020, 10, 1);
    plan.visits_planned->text = {"Dự kiến quý III", "Third quarter"};
    plan.subjects_planned = 12;
    plan.subjects[0].level = AdminLevel::commune;
    TeamMember member;
    member.body = "Phòng Nội vụ";
    member.role = TeamRole::head;
    member.post = {"Lãnh đạo", "Head"};
    member.contents = {"archive"};
    plan.team = {member};
    PlanTask task;
    task.id = "report";
    task.text = {"Báo cáo", "Report"};
    task.due = make_date(2020, 9, 1);
    plan.tasks = {task};
    plan.conflicts = {{"II, gạch 1", "CCIIC", {"Nhận dạng sai", "Read wrongly"}}};
    plan.additions = {{"Vai trò trong Đoàn", "The roles in the team"}};
    return Inspection(std::move(plan), Outline::from_json(outline_text), Calendar::builtin("vn"));
}

}  // namespace

TEST_CASE("The summary shows the frame of the plan, and beside it what is recorded") {
    Inspection round = framed_round();
    CHECK(round.add_visit(R"j({"format": "cchc.visit/1", "unit": "UBND xã Thanh", "date": "2020-09-15"})j", "v.json"));
    const Document d = report::summary(round, round.result(), Lang::vi);
    check_whole(d);
    const std::string said = all_texts(d);
    for (const char* words : {"Giám sát", "Khách quan", "Kiểm tra trực tiếp: Đoàn đến đơn vị",
                              "Dự kiến kiểm tra trực tiếp: Dự kiến quý III (từ ngày 01/07/2020 đến hết ngày 30/09/2020)",
                              "Kiểm tra trực tiếp thực tế: 1 lượt kiểm tra, từ ngày 15/09/2020 đến ngày 15/09/2020",
                              "Hạn gửi báo cáo tự kiểm tra: 31/08/2020",
                              "Văn bản kế hoạch nêu 12 đơn vị; danh sách có 3 đơn vị.", "Vai trò trong Đoàn",
                              "Kế hoạch có 3 đơn vị: có lượt kiểm tra trực tiếp tại 1 đơn vị; chưa ghi lượt kiểm tra tại 1 "
                              "đơn vị; 1 đơn vị chỉ tự "
                              "kiểm tra."}) {
        INFO(words);
        CHECK(says(said, words));
    }
    const report::Table* subjects = d.table("doi-tuong");
    REQUIRE(subjects != nullptr);
    CHECK(cell(*subjects, "1", 2).text == "Cấp xã");
    CHECK(cell(*subjects, "1", 5).text == "15/09/2020");
    CHECK(cell(*subjects, "3", 3).text == "Chỉ tự kiểm tra");
    const report::Table* team = d.table("doan-kiem-tra");
    REQUIRE(team != nullptr);
    CHECK(cell(*team, "Phòng Nội vụ", 3).text == "Lưu trữ");
    CHECK(cell(*d.table("mau-thuan"), "Kế hoạch", 2).text == "“CCIIC”");
    CHECK(cell(*d.table("nhiem-vu"), "Báo cáo", 4).text == "Quá hạn, chưa ghi nhận hoàn thành (20 ngày làm việc)");
}

TEST_CASE("The summary counts findings by criterion and kind") {
    const Inspection round = full_round(CriteriaSet::builtin("huong-hoa-2020.inspection"));
    const Document d = report::summary(round, round.result(), Lang::vi);
    const report::Table* t = d.table("phat-hien-theo-tieu-chi");
    REQUIRE(t != nullptr);
    REQUIRE(t->rows.size() == 3);
    CHECK(t->rows[0][0].text.starts_with("I.3. "));
    CHECK(t->rows[0][1].text.starts_with("I.3.d.6. "));
    CHECK(*t->rows[0][2].value == Number(1));
    CHECK(t->rows[1][1].text == "Không gắn với tiêu chí");
    CHECK(*t->rows[1][4].value == Number(1));  // the good model
    CHECK(*t->rows[2][5].value == Number(2));  // and not the finding of 2019
}

TEST_CASE("What the library says of a file that it cannot read stands in the appendix alone") {
    Inspection round = round_of(three);
    CHECK_FALSE(round.add_self_report("{", "broken.json"));
    const InspectionResult result = round.result();
    const Document d = report::summary(round, result, Lang::vi);
    const report::Table* wrong = d.table("du-lieu-can-xem-lai");
    REQUIRE(wrong != nullptr);
    std::string text;
    for (const auto& row : wrong->rows) text += row[3].text + "\n";
    CHECK(says(text, "Không đọc được (xem chi tiết kỹ thuật)\n"));
    CHECK(says(all_texts(d), "STT 1, chi tiết kỹ thuật: “"));
    REQUIRE(d.table("vi-tri-trong-tep") != nullptr);
    CHECK(cell(*d.table("vi-tri-trong-tep"), "1", 3).text == "broken.json");
    CHECK(
        says(report::summary(round, result, Lang::en).table("du-lieu-can-xem-lai")->rows[0][3].text, "annot be read (see"));
}

TEST_CASE("The period of the documents ends with the last day that counts") {
    const Inspection round = full_round();
    const auto said = [&](Date as_of) { return all_texts(report::summary(round, round.result(as_of), Lang::vi)); };
    CHECK(says(said(*make_date(2020, 9, 20)),
               "kỳ từ ngày 01/01/2020 đến hết ngày 19/09/2020, theo dữ liệu nhận đến hết ngày "
               "19/09/2020"));
    CHECK(says(said(*make_date(2020, 12, 1)),
               "kỳ từ ngày 01/01/2020 đến hết ngày 30/09/2020, theo dữ liệu nhận đến hết ngày "
               "30/11/2020"));
    CHECK_THROWS_AS(said(*make_date(2020, 1, 1)), Error);  // nothing of the inspection can have happened
}

TEST_CASE("Units without a figure are named, many without a report once") {
    const auto units = [](int count) {
        std::string out;
        for (int i = 0; i < count; ++i)
            out += (i == 0 ? "" : ",") + (R"({"unit": "Xã )" + std::to_string(i) + R"(", "kind": "xa"})");
        return out;
    };
    const Inspection few = round_of(units(3)), many = round_of(units(14));
    const auto plan_row = [](const Document& d) { return cell(*d.table("muc-i"), "Kế hoạch", 5).text; };
    CHECK(plan_row(report::summary(few, few.result(), Lang::vi)) == "Xã 0, Xã 1, Xã 2");
    const Document d = report::summary(many, many.result(), Lang::vi);
    CHECK(plan_row(d) == "14 đơn vị chưa có báo cáo, đã nêu tên ở đầu mục");
    CHECK(says(all_texts(d), "Không có báo cáo tự kiểm tra được tính của: Xã 0, Xã 1, "));
    CHECK(says(all_texts(d), "Xã 13."));
}

TEST_CASE("What units wrote is quoted in English documents") {
    const Inspection round = full_round();
    const InspectionResult result = round.result();
    CHECK(cell(*report::summary(round, result, Lang::en).table("chi-tiet-i"), "Initiatives", 2).text == "“Hẹn giờ”");
    CHECK(cell(*report::summary(round, result, Lang::vi).table("chi-tiet-i"), "Sáng kiến", 2).text == "Hẹn giờ");
    CHECK(report::summary(round, result, Lang::en).table("kien-nghi")->rows[0][1].text == "“Thêm người”");
}

TEST_CASE("An answer that units share stands once, under its figure, with those who gave none") {
    Inspection round = full_round();
    InspectionResult result = round.result();
    for (ConsolidatedFigure& c : result.consolidation.figures)
        if (round.outline().figures[c.figure].id == "words")
            c.listed = {{"A", {"Hẹn giờ"}}, {"B", {"Mã tra cứu"}}, {"C", {"Hẹn giờ"}}}, c.missing = {"D"};
    const Document d = report::summary(round, result, Lang::vi);
    const report::Table& t = *d.table("chi-tiet-i");
    const std::size_t first = t.rows.size() - 3;
    const std::vector<std::vector<std::string>> expected = {
        {"Sáng kiến", "A, C", "Hẹn giờ"}, {"", "B", "Mã tra cứu"}, {"", "D", "Không có"}};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c) CHECK(t.rows[first + r][c].text == expected[r][c]);
    for (const auto& row : d.table("muc-i")->rows) CHECK(row[0].text != "Sáng kiến");  // nothing is counted of it
}

TEST_CASE("Nothing is counted of a unit to which no visit is recorded") {
    const Inspection round = full_round();
    const report::Table units = *report::summary(round, round.result(), Lang::vi).table("don-vi");
    for (std::size_t c = 3; c < 8; ++c) {
        CHECK_FALSE(cell(units, "UBND xã Thanh", c).text.empty());
        CHECK(cell(units, "UBND xã Thành", c).text.empty());
    }
}

TEST_CASE("The overview shows the index beside the place, and counts one thing as one") {
    Inspection round = full_round(CriteriaSet::builtin("huong-hoa-2020.inspection"));
    const InspectionResult result = round.result();
    REQUIRE(result.units[0].score->index);
    const std::string en = report::overview(round, result, Lang::en);
    // No index of a unit of which much is missing.
    REQUIRE_FALSE(result.units[0].score->total);
    CHECK_FALSE(says(en, "; index "));
    InspectionResult whole = result;
    whole.units[0].score->total = whole.units[0].score->points;
    CHECK(says(report::overview(round, whole, Lang::en),
               "; index " + report::percent_cell(result.units[0].score->index, Lang::en).text + "; "));
    CHECK(says(en, "3 units, 2 self-reports, 1 visit; "));
}

}  // namespace summary_test

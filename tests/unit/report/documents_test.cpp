// The documents of rounds made by hand: what they say, and that each is whole.
#include <map>

#include "unit/report/round_support.hpp"

namespace documents_test {

using namespace cchc;
using namespace cchc::report::test;
using report::Chart;
using report::ColumnTotal;
using report::Document;

TEST_CASE("A round of no units, and results that are empty, still give whole documents") {
    const Inspection round = round_of("");
    const std::vector<Document> all = whole_documents(round, InspectionResult{});
    CHECK(kinds_of(all) == std::vector<std::string>{"summary"});
    CHECK_THROWS_AS(report::minutes(round, InspectionResult{}, 0, Lang::vi), Error);
    CHECK_THROWS_AS(report::conclusion(round, InspectionResult{}, "UBND xã Thanh", Lang::vi), Error);
}

TEST_CASE("A unit of which nothing is known gets a conclusion that says so") {
    const Inspection round = round_of(R"({"unit": "UBND xã Thanh", "kind": "xa"})");
    InspectionResult result;
    result.as_of = *make_date(2020, 10, 1);
    result.units.resize(1);
    result.units[0].unit = "UBND xã Thanh";
    CHECK(kinds_of(whole_documents(round, result)) == std::vector<std::string>{"summary"});
    for (const Lang lang : {Lang::vi, Lang::en}) {
        const Document d = report::conclusion(round, result, "UBND xã Thanh", lang);
        check_whole(d);
        CHECK(d.table("khac-phuc") == nullptr);
        CHECK(d.table("diem-linh-vuc") == nullptr);
        CHECK(says(all_texts(d), "\n…………\n"));  // nobody has concluded what is to be fixed
    }
}

TEST_CASE("A whole round: which documents, in which order, under which names") {
    const Inspection round = full_round();
    const std::vector<Document> all = whole_documents(round, round.result());
    std::vector<std::string> names;
    for (const Document& d : all) names.push_back(d.name);
    CHECK(names == std::vector<std::string>{"bao-cao-tong-hop", "thong-bao-don-vi-cham", "theo-doi-khac-phuc",
                                            "bien-ban-ubnd-xa-thanh", "ket-luan-ubnd-xa-thanh"});
    for (const Document& d : all) {
        CHECK(d.synthetic);
        CHECK(d.head.issuer == "ĐOÀN KIỂM TRA");
        const bool of_unit = d.kind == "minutes" || d.kind == "conclusion";
        CHECK(d.addressees ==
              (of_unit ? std::vector<std::string>{"UBND xã Thanh", "Như trên"} : std::vector<std::string>{"Như trên"}));
    }
}

TEST_CASE("Two units of one spelling without marks get names of their own") {
    const Inspection round = full_round(CriteriaSet::builtin("huong-hoa-2020.inspection"));
    std::vector<std::string> cards;
    for (const Document& d : whole_documents(round, round.result()))
        if (d.kind == "scorecard") cards.push_back(d.name);
    CHECK(cards == std::vector<std::string>{"phieu-diem-ubnd-xa-thanh", "phieu-diem-ubnd-xa-thanh-2", "phieu-diem-b-1-1"});
}

TEST_CASE("Minutes say who, when and what, and why a sampled dossier differs") {
    const Inspection round = full_round();
    const InspectionResult result = round.result();
    const Document d = report::minutes(round, result, 0, Lang::vi);
    CHECK(d.title == "BIÊN BẢN");
    CHECK(d.head.date == make_date(2020, 9, 15));
    const std::string said = all_texts(d);
    CHECK(said.find("Căn cứ Kế hoạch số 274/KH-UBND ngày 17/06/2020 của UBND huyện về kiểm tra công tác CCHC;") !=
          std::string::npos);
    CHECK(said.find("Hôm nay, vào lúc 08 giờ 00 phút, ngày 15 tháng 9 năm 2020") != std::string::npos);
    REQUIRE(d.table("noi-dung") != nullptr);
    CHECK(d.table("noi-dung")->rows.size() == 2);
    const report::Table* sampled = d.table("ho-so");
    REQUIRE(sampled != nullptr);
    CHECK(cell(*sampled, "HS-1", 4).text == "Đúng hạn");
    CHECK(cell(*sampled, "HS-1", 5).text == "Quá hạn");
    CHECK(cell(*sampled, "HS-1", 6).text == "Có");
    CHECK_FALSE(cell(*sampled, "HS-1", 7).text.empty());
    REQUIRE(d.signatures.size() == 2);
    CHECK(d.signatures[1].post == "TRƯỞNG ĐOÀN");
}

TEST_CASE("A conclusion takes number, fixes and praise of this round, not of an earlier one") {
    const Inspection round = full_round();
    const Document d = report::conclusion(round, round.result(), "UBND xã Thanh", Lang::vi);
    CHECK(d.head.number == "9/KL-ĐKT");
    const report::Table* fixes = d.table("khac-phuc");
    REQUIRE(fixes != nullptr);
    REQUIRE(fixes->rows.size() == 1);
    CHECK(cell(*fixes, "2020-2", 3).text == "31/12/2020");
    const report::Table* found = d.table("phat-hien-ton-tai-han-che");
    REQUIRE(found != nullptr);
    REQUIRE(found->rows.size() == 1);
    CHECK(found->rows[0][1].text == "Chưa niêm yết");
    CHECK(found->rows[0][2].text == "Một cửa");
    CHECK(found->rows[0][3].text == "I.3.d.6");  // of the check: no set says what it is called
    CHECK(found->rows[0][4].text == "Đoàn kiểm tra năm 2020");
}

TEST_CASE("Remedies are counted by year and origin") {
    const Inspection round = full_round();
    const Document d = report::remedy_follow_up(round, round.result(), Lang::vi);
    const report::Table* years = d.table("theo-nam");
    REQUIRE(years != nullptr);
    REQUIRE(years->rows.size() == 3);
    CHECK(*cell(*years, "2019", 4).value == Number(1));  // handled late
    CHECK(*cell(*years, "2020", 5).value == Number(1));  // open
    CHECK(*cell(*years, "Tổng số", 7).value == Number(50));
    CHECK(cell(*years, "2019", 1).text == "Đoàn kiểm tra năm 2019");
    const report::Table* both = d.table("theo-don-vi-va-nguon");
    REQUIRE(both != nullptr);
    REQUIRE(both->rows.size() == 3);
    CHECK(both->rows[1][0].text == "UBND xã Thanh");
    CHECK(both->rows[1][1].text == "Đoàn kiểm tra năm 2020");
    CHECK(*both->rows[1][2].value == Number(1));  // raised
    CHECK(*both->rows[1][5].value == Number(1));  // open
    const report::Table* each = d.table("tung-van-de");
    REQUIRE(each != nullptr);
    CHECK(each->rows.size() == 2);  // and not the good model 2020-1
    CHECK(cell(*each, "2019-1", 7).text == "Đã khắc phục, quá hạn");
    InspectionResult other = round.result();
    const std::map<std::string, std::string> words = {{"audit", "Kiểm toán"}, {"Công luận", "“Công luận”"}};
    for (const auto& [origin, told] : words) {
        for (Finding& f : other.findings.findings) f.origin = origin;
        CHECK(report::remedy_follow_up(round, other, Lang::vi).table("theo-nam")->rows[0][1].text == told);
    }
}

TEST_CASE("Minutes leave to be completed what nobody recorded") {
    Inspection round = round_of(three);
    REQUIRE(round.add_visit(R"j({"format": "cchc.visit/1", "unit": "UBND xã Thanh", "date": "2020-09-15"})j", "v.json"));
    const InspectionResult result = round.result();
    const std::string vi = all_texts(report::minutes(round, result, 0, Lang::vi));
    CHECK(says(vi, "vào lúc …… giờ …… phút, ngày 15 tháng 9 năm 2020, tại …………, Đoàn"));
    CHECK(says(vi, "kết thúc vào lúc …… giờ …… phút cùng ngày"));
    CHECK(says(vi, "Việc đọc lại, thống nhất nội dung và số bản của biên bản: …………"));
    for (const char* claim : {"đã được đọc lại", "không có ý kiến", "đã xem xét", "Không kiểm tra hồ sơ"})
        CHECK_FALSE(says(vi, claim));
    CHECK(report::minutes(round, result, 0, Lang::vi).table("noi-dung")->rows[0][3].text == "Không ghi");
    const std::string en = all_texts(report::minutes(round, result, 0, Lang::en));
    CHECK(says(en, "at ……, 2020-09-15, at …………, the"));
    for (const char* claim : {"were read to", "nothing to add", "looked at"})
        CHECK_FALSE(says(en, "The minutes " + std::string(claim)));
}

TEST_CASE("Whether an outcome differs is said only where one is on record") {
    Inspection round = round_of(three);
    REQUIRE(round.add_visit(R"j({"format": "cchc.visit/1", "unit": "UBND xã Thanh", "date": "2020-09-15",
 "sampled": [{"id": "HS-1", "received": "2020-03-02", "due": "2020-03-05", "completed": "2020-03-04"}]})j",
                            "v.json"));
    const Document d = report::minutes(round, round.result(), 0, Lang::en);
    const report::Table* sampled = d.table("ho-so");
    REQUIRE(sampled != nullptr);
    CHECK(cell(*sampled, "HS-1", 4).text == "Not recorded");
    CHECK(cell(*sampled, "HS-1", 6).text.empty());
    CHECK(says(all_texts(d),
               "Looked at: 1 dossier; of 0 dossiers the outcome on record is not the one that the dates give; "
               "of 1 dossier no outcome is on record."));
    CHECK(sampled->notes.size() == 1);
}

TEST_CASE("A conclusion says of a unit that nobody visited what the plan and the data say") {
    const Inspection round = round_of(three);
    const InspectionResult result = round.result();
    const std::string planned = all_texts(report::conclusion(round, result, "UBND xã Thành", Lang::vi));
    CHECK(says(planned, "Dữ liệu không ghi lần kiểm tra trực tiếp nào tại đơn vị."));
    CHECK(says(planned, "Về công tác cải cách hành chính năm 2020"));
    CHECK(says(planned, "Nhận định chung: …………"));
    CHECK_FALSE(says(planned, "Sau khi kiểm tra"));
    CHECK_FALSE(says(planned, "Đoàn không kiểm tra"));
    const std::string alone = all_texts(report::conclusion(round, result, "<b>'=1+1'|*\n", Lang::vi));
    CHECK(says(alone, "Theo kế hoạch, đơn vị tự kiểm tra."));
}

TEST_CASE("A conclusion tells what is wrong with figures in words, without places in files") {
    Inspection round = full_round();
    CHECK(round.add_self_report(report_text("<b>'=1+1'|*\\n", "2020-08-30", R"({"part": 3, "whole": 2})"), "c.json"));
    const InspectionResult result = round.result();
    REQUIRE(result.units[2].errors > 0);
    const std::string said = all_texts(report::conclusion(round, result, "<b>'=1+1'|*\n", Lang::vi));
    CHECK(says(said, "Nhiệm vụ: cần một phần không lớn hơn tổng số 2"));
    CHECK_FALSE(says(said, "/figures"));
    CHECK_FALSE(says(said, "c.json"));
}

TEST_CASE("The late notice says how late in working days, one or more, and asks for nothing that nobody decided") {
    Inspection round = round_of(three);
    REQUIRE(round.add_self_report(report_text("UBND xã Thanh", "2020-09-01", R"({"part": 1, "whole": 2})"), "a.json"));
    const InspectionResult result = round.result();
    const std::string en = all_texts(report::late_notice(round, result, Lang::en));
    CHECK(says(en, "late or missing, by the data at hand: 3 self-reports, 0 periodic reports."));
    CHECK(says(en, "The units are asked to: …………"));
    const report::Document vi = report::late_notice(round, result, Lang::vi);
    CHECK(cell(*vi.table("bao-cao-tu-kiem-tra"), "UBND xã Thanh", 4).text == "Gửi muộn");
    CHECK(cell(*vi.table("bao-cao-tu-kiem-tra"), "UBND xã Thành", 4).text == "Quá hạn, chưa gửi");
    CHECK(says(report::overview(round, result, Lang::en), "self-report: sent late (1 working day)"));
}

}  // namespace documents_test

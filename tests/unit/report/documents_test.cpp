// The documents of rounds made by hand: what they say, and that each is whole.
#include "unit/report/rounds.hpp"

namespace documents_test {

using namespace cchc;
using namespace cchc::report::test;
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
        const std::string nothing = lang == Lang::vi ? "Không có nội dung phải khắc phục.\n" : "There is nothing to fix.\n";
        CHECK(all_texts(d).find(nothing) != std::string::npos);
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
        CHECK(d.addressees == std::vector<std::string>{"Như trên"});
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
    CHECK(cell(*sampled, "HS-1", 4).text == to_text(Outcome::on_time, Lang::vi));
    CHECK(cell(*sampled, "HS-1", 5).text == to_text(Outcome::overdue, Lang::vi));
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
    CHECK(all_texts(d).find("Chậm (2019-1)") == std::string::npos);
}

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

TEST_CASE("Remedies are counted by year and origin") {
    const Inspection round = full_round();
    const Document d = report::remedy_follow_up(round, round.result(), Lang::vi);
    const report::Table* years = d.table("theo-nam");
    REQUIRE(years != nullptr);
    REQUIRE(years->rows.size() == 3);
    CHECK(*cell(*years, "2019", 4).value == Number(1));  // handled late
    CHECK(*cell(*years, "2020", 5).value == Number(1));  // open
    CHECK(*cell(*years, "Tổng số", 7).value == Number(50));
}

TEST_CASE("The overview is plain lines: who is late, what fails, the lowest rates") {
    const Inspection round = full_round();
    const std::string vi = report::overview(round, round.result(), Lang::vi);
    CHECK(vi.find("UBND xã Thành – báo cáo tự kiểm tra: ") != std::string::npos);
    CHECK(vi.find("Một cửa: chưa đạt 1, đạt một phần 0 (UBND xã Thanh)") != std::string::npos);
    CHECK(vi.find("50,00%  UBND xã Thanh – Nhiệm vụ (xong / tất cả): 1 / 2") != std::string::npos);
    for (const char c : vi) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
}

}  // namespace documents_test

// The documents of rounds made by hand: what they say, and that each is whole.
#include "cchc/documents.hpp"

#include <map>
#include <set>

#include "test.hpp"

namespace documents_test {

using namespace cchc;
using report::Chart;
using report::ColumnTotal;
using report::Document;

namespace {

template <class Block>
std::vector<const Block*> blocks_of(const Document& d) {
    std::vector<const Block*> out;
    for (const report::Block& block : d.blocks)
        if (const auto* b = std::get_if<Block>(&block)) out.push_back(b);
    return out;
}

Number sum_of(const report::Table& t, std::size_t column) {
    Number sum;
    for (std::size_t r = 0; r + 1 < t.rows.size(); ++r)
        if (t.rows[r][column].value) sum += *t.rows[r][column].value;
    return sum;
}

void check_total(const report::Table& t) {
    const auto& total = t.rows.back();
    for (std::size_t c = 0; c < t.columns.size(); ++c) {
        const ColumnTotal& kind = t.columns[c].total;
        if (kind.kind == ColumnTotal::Kind::sum) {
            REQUIRE(total[c].value);
            CHECK(*total[c].value == sum_of(t, c));
        } else if (kind.kind == ColumnTotal::Kind::ratio) {
            REQUIRE(kind.part < c);
            REQUIRE(kind.whole < c);
            const Number whole = sum_of(t, kind.whole);
            CHECK(total[c].value.has_value() == (whole.sign() != 0));
            if (whole.sign() != 0) CHECK(*total[c].value == Number(100) * sum_of(t, kind.part) / whole);
        }
    }
}

void check_table(const report::Table& t) {
    INFO(t.id);
    CHECK_FALSE(t.caption.empty());
    REQUIRE_FALSE(t.rows.empty());
    for (const auto& row : t.rows) REQUIRE(row.size() == t.columns.size());
    for (const report::Column& column : t.columns) CHECK_FALSE(column.caption.empty());
    for (const auto& row : t.rows)
        for (const report::Cell& cell : row) {
            if (cell.kind != report::Cell::Kind::empty) CHECK_FALSE(cell.text.empty());
            CHECK((cell.kind == report::Cell::Kind::number || cell.kind == report::Cell::Kind::percent) ==
                  cell.value.has_value());
        }
    if (t.has_total) {
        check_total(t);
    } else {
        for (const report::Column& column : t.columns) CHECK(column.total.kind == ColumnTotal::Kind::none);
    }
}

void check_chart(const Chart& chart) {
    INFO(chart.id);
    CHECK_FALSE(chart.title.empty());
    CHECK_FALSE(chart.unit.empty());
    CHECK(chart.alternative.find_first_of("0123456789") != std::string::npos);
    CHECK_FALSE(chart.categories.empty());
    for (const report::Series& series : chart.series) {
        CHECK_FALSE(series.name.empty());
        CHECK(series.values.size() == chart.categories.size());
    }
    if (chart.kind == Chart::Kind::ranks) CHECK(chart.series.size() == 3);
    if (chart.kind == Chart::Kind::against_max) CHECK(chart.series.size() == 2);
}

bool is_id(const std::string& id) {
    return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

void check_whole(const Document& d) {
    INFO(d.kind << " " << d.name);
    CHECK(is_id(d.name));
    CHECK_FALSE(d.title.empty());
    CHECK_FALSE(d.subject.empty());
    CHECK_FALSE(d.blocks.empty());
    std::set<std::string> ids;
    const auto unique = [&](const std::string& id) {
        CHECK(is_id(id));
        CHECK(ids.insert(id).second);
    };
    for (const auto* h : blocks_of<report::Heading>(d)) {
        unique(h->id);
        CHECK_FALSE(h->text.empty());
        CHECK((h->level >= 1 && h->level <= 4));
    }
    for (const auto* p : blocks_of<report::Paragraph>(d)) CHECK_FALSE(p->text.empty());
    for (const auto* l : blocks_of<report::List>(d)) {
        CHECK_FALSE(l->items.empty());
        for (const std::string& item : l->items) CHECK_FALSE(item.empty());
    }
    for (const auto* t : blocks_of<report::Table>(d)) unique(t->id), check_table(*t);
    for (const auto* c : blocks_of<Chart>(d)) unique(c->id), check_chart(*c);
}

std::vector<Document> whole_documents(const Inspection& inspection, const InspectionResult& result) {
    std::vector<Document> vi;
    for (const Lang lang : {Lang::vi, Lang::en}) {
        std::vector<Document> all = report::all_documents(inspection, result, lang);
        std::set<std::string> names;
        for (const Document& d : all) {
            check_whole(d);
            CHECK(d.lang == lang);
            CHECK(names.insert(d.name).second);
        }
        check_whole(report::late_notice(inspection, result, lang));
        check_whole(report::remedy_follow_up(inspection, result, lang));
        CHECK_FALSE(report::overview(inspection, result, lang).empty());
        if (lang == Lang::vi) vi = std::move(all);
    }
    return vi;
}

std::vector<std::string> kinds_of(const std::vector<Document>& documents) {
    std::vector<std::string> out;
    for (const Document& d : documents) out.push_back(d.kind);
    return out;
}

constexpr std::string_view outline_text =
    R"j({"format": "cchc.outline/1", "id": "small", "version": "1", "title": {"vi": "Đề cương", "en": "Outline"},
 "sections": [{"id": "I", "title": {"vi": "Chung", "en": "General"}, "figures": [
  {"id": "plan", "type": "yes_no", "title": {"vi": "Kế hoạch", "en": "Plan"}},
  {"id": "tasks", "type": "pair", "title": {"vi": "Nhiệm vụ", "en": "Tasks"}, "part": {"vi": "xong", "en": "done"},
   "whole": {"vi": "tất cả", "en": "all"}},
  {"id": "words", "type": "text", "title": {"vi": "Sáng kiến", "en": "Initiatives"}, "required": false}]}]})j";

std::string plan_text(const std::string& subjects) {
    return R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020, "synthetic": true,
 "document": {"number": "274/KH-UBND", "date": "2020-06-17", "issuer": "UBND huyện", "title": "Kế hoạch kiểm tra công tác CCHC"},
 "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "checklist": [{"id": "one-stop", "title": {"vi": "Một cửa", "en": "One-stop"}}, {"id": "archive", "title": {"vi": "Lưu trữ", "en": "Archive"}}],
 "reports": [{"id": "q1", "title": {"vi": "Quý I", "en": "First quarter"}, "period": {"from": "2019-12-15", "to": "2020-03-15"}, "due": "2020-03-20"}],
 "self_report_due": "2020-08-31", "letterhead": {"parent": "UBND HUYỆN", "issuer": "ĐOÀN KIỂM TRA", "place": "Hướng Hóa",
 "addressees": ["Như trên"], "authority": "TM. ĐOÀN KIỂM TRA", "post": "TRƯỞNG ĐOÀN"}, "subjects": [)j" +
           subjects + "]}";
}

Inspection round_of(const std::string& subjects, std::optional<CriteriaSet> criteria = {}) {
    return Inspection(InspectionPlan::from_json(plan_text(subjects)), Outline::from_json(outline_text),
                      Calendar::builtin("vn"), std::move(criteria));
}

const std::string three = R"j({"unit": "UBND xã Thanh", "kind": "xa"}, {"unit": "UBND xã Thành", "kind": "xa"},
 {"unit": "<b>'=1+1'|*\n", "kind": "phong", "visited": false})j";

std::string report_text(const std::string& unit, const std::string& sent, const std::string& tasks) {
    return R"j({"format": "cchc.self-report/1", "unit": ")j" + unit + R"j(", "sent": ")j" + sent +
           R"j(", "period": {"from": "2020-01-01", "to": "2020-10-01"}, "reports_sent": {"q1": "2020-03-20"},
 "figures": {"plan": {"value": true}, "tasks": )j" +
           tasks + R"j(, "words": {"value": "Hẹn giờ"}}, "proposals": ["Thêm người"]})j";
}

Inspection full_round(std::optional<CriteriaSet> criteria = {}) {
    Inspection round = round_of(three, std::move(criteria));
    CHECK(round.add_self_report(report_text("UBND xã Thanh", "2020-08-31", R"({"part": 1, "whole": 2})"), "a.json"));
    CHECK(round.add_self_report(report_text("UBND xã Thành", "2020-09-04", R"({"part": 9, "whole": 10})"), "b.json"));
    CHECK(round.add_visit(R"j({"format": "cchc.visit/1", "unit": "UBND xã Thanh", "date": "2020-09-15", "from_time": "08:00",
 "items": [{"item": "one-stop", "result": "not_met", "note": "Chưa niêm yết"}, {"item": "archive", "result": "met"}],
 "sampled": [{"id": "HS-1", "received": "2020-03-02", "due": "2020-03-05", "completed": "2020-03-09", "recorded": "on_time"}]})j",
                          "v.json"));
    CHECK(round.add_findings(R"j({"format": "cchc.findings/1",
 "findings": [{"id": "2019-1", "unit": "UBND xã Thanh", "kind": "shortcoming", "text": "Chậm", "origin": "inspection-2019", "raised": "2019-09-02"},
  {"id": "2020-1", "unit": "UBND xã Thanh", "kind": "good_model", "text": "Hẹn giờ", "origin": "inspection-2020", "raised": "2020-09-15"},
  {"id": "2020-2", "unit": "UBND xã Thanh", "kind": "shortcoming", "item": "one-stop", "text": "Chưa niêm yết", "origin": "inspection-2020", "raised": "2020-09-15"}],
 "conclusions": [{"unit": "UBND xã Thanh", "document": {"number": "3/KL", "date": "2019-10-01"}, "fixes": [{"finding": "2019-1", "due": "2019-12-31"}]},
  {"unit": "UBND xã Thanh", "document": {"number": "9/KL-ĐKT", "date": "2020-09-25"}, "summary": "Khá", "fixes": [{"finding": "2020-2", "due": "2020-12-31"}], "praise": ["Hẹn giờ"]}],
 "remedies": [{"finding": "2019-1", "measure": "Sửa", "done": "2020-01-03"}]})j",
                             "f.json"));
    return round;
}

StatisticsResult small_statistics() {
    Query query;
    query.from = *make_date(2020, 1, 1);
    query.to = *make_date(2020, 10, 1);
    query.policy = OutcomePolicy::builtin("outline-274");
    query.groupings = {{Dimension::agency}, {Dimension::month}};
    query.timing = true;
    Statistics statistics(query);
    statistics.add(read_csv("id,agency,received,due,completed\n"
                            "1,UBND xã Thanh,2020-03-02,2020-03-05,2020-03-04\n"
                            "2,UBND xã Thanh,2020-03-02,2020-03-05,2020-03-09\n"
                            "3,UBND xã Thành,2020-04-01,2020-04-08,2020-04-08\n"
                            "4,UBND xã Thành,2020-04-01,2020-04-08,\n")
                       .dossiers);
    return statistics.result();
}

const report::Cell& cell(const report::Table& t, std::string_view row, std::size_t column) {
    for (const auto& cells : t.rows)
        if (cells.front().text == row) return cells[column];
    FAIL("no row " << row << " in " << t.id);
    return t.rows.front().front();
}

std::string all_texts(const Document& d) {
    std::string out;
    for (const auto* p : blocks_of<report::Paragraph>(d)) out += p->text + "\n";
    for (const auto* l : blocks_of<report::List>(d))
        for (const std::string& item : l->items) out += item + "\n";
    return out;
}

}  // namespace

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
    whole_documents(round, result);
    for (const Lang lang : {Lang::vi, Lang::en}) check_whole(report::conclusion(round, result, "UBND xã Thanh", lang));
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

TEST_CASE("Statistics come as tables and pictures, and form II.06a with sums that a sheet can compute") {
    Inspection round = full_round();
    round.set_statistics(small_statistics());
    const std::vector<Document> all = whole_documents(round, round.result());
    const Document d = report::summary(round, round.result(), Lang::vi);
    const report::Table* outcomes = d.table("ket-qua-ho-so");
    REQUIRE(outcomes != nullptr);
    CHECK(*cell(*outcomes, "Tổng số", 6).value == Number(2));
    CHECK(*cell(*outcomes, "Tổng số", 8).value == Number(200, 3));
    std::map<Chart::Kind, int> charts;
    for (const Chart* chart : blocks_of<Chart>(d)) ++charts[chart->kind];
    CHECK(charts[Chart::Kind::stacked_bars] == 1);
    CHECK(charts[Chart::Kind::line] == 1);
    CHECK(charts[Chart::Kind::histogram] == 1);
    const report::Table* late = d.table("so-ngay-qua-han");
    REQUIRE(late != nullptr);
    CHECK(*cell(*late, "2", 1).value == Number(1));  // due Thursday the 5th, done Monday the 9th
    const Document form = report::form_ii06a(small_statistics(), 0, report::Head{}, Lang::vi);
    const report::Table* table = form.table("mau-ii-06a");
    REQUIRE(table != nullptr);
    CHECK(table->columns.size() == 13);
    CHECK(table->columns[2].total.kind == ColumnTotal::Kind::sum);
    CHECK(*table->rows.back()[2].value == Number(4));
    check_whole(form);
    check_whole(report::form_ii06a(small_statistics(), 0, report::Head{}, Lang::en));
}

TEST_CASE("Scores: fields against their maxima, a trace, a ranking with intervals") {
    const CriteriaSet criteria = CriteriaSet::builtin("huong-hoa-2020.inspection");
    const Inspection round = full_round(criteria);
    const InspectionResult result = round.result();
    REQUIRE(result.units[0].score);
    const Document traced = report::scorecard(criteria, *result.units[0].score, report::Head{}, Lang::vi, &result.facts[0]);
    REQUIRE(traced.table("cach-tinh") != nullptr);
    CHECK(traced.table("cach-tinh")->rows.size() == result.units[0].score->leaves.size());
    CHECK(report::scorecard(criteria, *result.units[0].score, report::Head{}, Lang::vi).table("cach-tinh") == nullptr);
    check_whole(traced);
    const report::Table* tree = traced.table("diem");
    REQUIRE(tree != nullptr);
    CHECK(*tree->rows.back()[3].value == result.units[0].score->points);

    std::vector<Scorecard> cards;
    for (const UnitResult& unit : result.units) cards.push_back(*unit.score);
    const std::vector<RankRow> rows = rank(criteria, cards);
    for (const Lang lang : {Lang::vi, Lang::en})
        check_whole(report::ranking(criteria, cards, rows, nullptr, report::Head{}, lang));
}

TEST_CASE("A ranking shows the interval of each place, and who is outside") {
    const CriteriaSet criteria = CriteriaSet::builtin("huong-hoa-2020.inspection");
    std::vector<Scorecard> cards(3);
    const std::vector<std::string> units = {"A", "B", "C"};
    for (std::size_t i = 0; i < 3; ++i) {
        cards[i].unit = units[i];
        cards[i].total.emplace(90 - 10 * static_cast<int>(i));
    }
    std::vector<RankRow> rows(3);
    for (std::size_t i = 0; i < 2; ++i) {
        rows[i].unit = i;
        rows[i].rank = static_cast<std::int64_t>(i) + 1;
    }
    rows[2].unit = 2;
    rows[2].reason = "the total is not complete";
    SensitivityResult draws;
    draws.draws = 10;
    draws.points = Number(1, 10);
    draws.units.resize(2);
    for (std::size_t i = 0; i < 2; ++i) {
        draws.units[i].unit = units[i];
        draws.units[i].rank = rows[i].rank;
        draws.units[i].best = 1;
        draws.units[i].worst = 2;
    }
    const Document d = report::ranking(criteria, cards, rows, &draws, report::Head{}, Lang::vi);
    check_whole(d);
    const report::Table* t = d.table("xep-hang");
    REQUIRE(t != nullptr);
    REQUIRE(t->rows.size() == 3);
    CHECK(*cell(*t, "1", 2).value == Number(90));
    CHECK(*cell(*t, "2", 5).value == Number(1));
    CHECK(*cell(*t, "2", 6).value == Number(2));
    CHECK(t->rows[2][7].text == "tổng điểm chưa đủ số liệu");
    const auto charts = blocks_of<Chart>(d);
    REQUIRE(charts.size() == 1);
    CHECK(charts[0]->kind == Chart::Kind::ranks);
    CHECK(charts[0]->categories == std::vector<std::string>{"A", "B"});
    CHECK(charts[0]->series[2].values[0] == 2.0);
    CHECK(charts[0]->alternative == "Thứ hạng và khoảng dao động: hạng 1: A (từ 1 đến 2); hạng 2: B (từ 1 đến 2)");
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

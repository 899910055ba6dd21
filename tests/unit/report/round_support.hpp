// Rounds made by hand, and what holds for every document.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cchc/documents.hpp"
#include "test.hpp"

namespace cchc::report::test {

template <class Kind>
std::vector<const Kind*> blocks_of(const Document& d) {
    std::vector<const Kind*> out;
    for (const Block& block : d.blocks)
        if (const auto* b = std::get_if<Kind>(&block)) out.push_back(b);
    return out;
}

inline Number sum_of(const Table& t, std::size_t column) {
    Number sum;
    for (std::size_t r = 0; r + 1 < t.rows.size(); ++r)
        if (t.rows[r][column].value) sum += *t.rows[r][column].value;
    return sum;
}

inline void check_total(const Table& t) {
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

inline void check_table(const Table& t) {
    INFO(t.id);
    CHECK_FALSE(t.caption.empty());
    REQUIRE_FALSE(t.rows.empty());
    for (const auto& row : t.rows) REQUIRE(row.size() == t.columns.size());
    for (const Column& column : t.columns) CHECK_FALSE(column.caption.empty());
    for (const auto& row : t.rows)
        for (const Cell& cell : row) {
            if (cell.kind != Cell::Kind::empty) CHECK_FALSE(cell.text.empty());
            CHECK((cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::percent) == cell.value.has_value());
        }
    if (t.has_total) {
        check_total(t);
    } else {
        for (const Column& column : t.columns) CHECK(column.total.kind == ColumnTotal::Kind::none);
    }
}

inline void check_chart(const Chart& chart) {
    INFO(chart.id);
    CHECK_FALSE(chart.title.empty());
    CHECK_FALSE(chart.unit.empty());
    CHECK(chart.alternative.find_first_of("0123456789") != std::string::npos);
    CHECK_FALSE(chart.categories.empty());
    for (const Series& series : chart.series) {
        CHECK_FALSE(series.name.empty());
        CHECK(series.values.size() == chart.categories.size());
    }
    if (chart.kind == Chart::Kind::ranks) CHECK(chart.series.size() == 3);
    if (chart.kind == Chart::Kind::against_max) CHECK(chart.series.size() == 2);
}

inline bool is_id(const std::string& id) {
    return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

inline void check_whole(const Document& d) {
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
    for (const auto* h : blocks_of<Heading>(d)) {
        unique(h->id);
        CHECK_FALSE(h->text.empty());
        CHECK((h->level >= 1 && h->level <= 4));
    }
    for (const auto* p : blocks_of<Paragraph>(d)) CHECK_FALSE(p->text.empty());
    for (const auto* l : blocks_of<List>(d)) {
        CHECK_FALSE(l->items.empty());
        for (const std::string& item : l->items) CHECK_FALSE(item.empty());
    }
    for (const auto* t : blocks_of<Table>(d)) unique(t->id), check_table(*t);
    for (const auto* c : blocks_of<Chart>(d)) unique(c->id), check_chart(*c);
}

inline std::vector<Document> whole_documents(const Inspection& inspection, const InspectionResult& result) {
    std::vector<Document> vi;
    for (const Lang lang : {Lang::vi, Lang::en}) {
        std::vector<Document> all = all_documents(inspection, result, lang);
        std::set<std::string> names;
        for (const Document& d : all) {
            check_whole(d);
            CHECK(d.lang == lang);
            CHECK(names.insert(d.name).second);
        }
        check_whole(late_notice(inspection, result, lang));
        check_whole(remedy_follow_up(inspection, result, lang));
        CHECK_FALSE(overview(inspection, result, lang).empty());
        if (lang == Lang::vi) vi = std::move(all);
    }
    return vi;
}

inline std::vector<std::string> kinds_of(const std::vector<Document>& documents) {
    std::vector<std::string> out;
    for (const Document& d : documents) out.push_back(d.kind);
    return out;
}

inline constexpr std::string_view outline_text =
    R"j({"format": "cchc.outline/1", "id": "small", "version": "1", "title": {"vi": "Đề cương", "en": "Outline"},
 "sections": [{"id": "I", "title": {"vi": "Chung", "en": "General"}, "figures": [
  {"id": "plan", "type": "yes_no", "title": {"vi": "Kế hoạch", "en": "Plan"}},
  {"id": "tasks", "type": "pair", "title": {"vi": "Nhiệm vụ", "en": "Tasks"}, "part": {"vi": "xong", "en": "done"},
   "whole": {"vi": "tất cả", "en": "all"}},
  {"id": "words", "type": "text", "title": {"vi": "Sáng kiến", "en": "Initiatives"}, "required": false}]}]})j";

inline std::string plan_text(const std::string& subjects) {
    return R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020, "synthetic": true,
 "document": {"number": "274/KH-UBND", "date": "2020-06-17", "issuer": "UBND huyện", "title": "Kế hoạch kiểm tra công tác CCHC"},
 "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "checklist": [{"id": "one-stop", "title": {"vi": "Một cửa", "en": "One-stop"}, "criterion": "I.3.d.6"}, {"id": "archive", "title": {"vi": "Lưu trữ", "en": "Archive"}}],
 "reports": [{"id": "q1", "title": {"vi": "Quý I", "en": "First quarter"}, "period": {"from": "2019-12-15", "to": "2020-03-15"}, "due": "2020-03-20"}],
 "self_report_due": "2020-08-31", "letterhead": {"parent": "UBND HUYỆN", "issuer": "ĐOÀN KIỂM TRA", "place": "Hướng Hóa",
 "addressees": ["Như trên"], "authority": "TM. ĐOÀN KIỂM TRA", "post": "TRƯỞNG ĐOÀN"}, "subjects": [)j" +
           subjects + "]}";
}

inline Inspection round_of(const std::string& subjects, std::optional<CriteriaSet> criteria = {}) {
    return Inspection(InspectionPlan::from_json(plan_text(subjects)), Outline::from_json(outline_text),
                      Calendar::builtin("vn"), std::move(criteria));
}

inline const std::string three = R"j({"unit": "UBND xã Thanh", "kind": "xa"}, {"unit": "UBND xã Thành", "kind": "xa"},
 {"unit": "<b>'=1+1'|*\n", "kind": "phong", "visited": false})j";

inline std::string report_text(const std::string& unit, const std::string& sent, const std::string& tasks) {
    return R"j({"format": "cchc.self-report/1", "unit": ")j" + unit + R"j(", "sent": ")j" + sent +
           R"j(", "period": {"from": "2020-01-01", "to": "2020-10-01"}, "reports_sent": {"q1": "2020-03-20"},
 "figures": {"plan": {"value": true}, "tasks": )j" +
           tasks + R"j(, "words": {"value": "Hẹn giờ"}}, "proposals": ["Thêm người"]})j";
}

inline Inspection full_round(std::optional<CriteriaSet> criteria = {}) {
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

inline StatisticsResult small_statistics() {
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

inline const Cell& cell(const Table& t, std::string_view row, std::size_t column) {
    for (const auto& cells : t.rows)
        if (cells.front().text == row) return cells[column];
    std::string rows;
    for (const auto& cells : t.rows) rows += "\n" + cells.front().text;
    FAIL("no row " << row << " in " << t.id << ":" << rows);
    return t.rows.front().front();
}

inline bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

// Paragraphs, lists and headings, a line each.
inline std::string all_texts(const Document& d) {
    std::string out;
    for (const auto* p : blocks_of<Paragraph>(d)) out += p->text + "\n";
    for (const auto* l : blocks_of<List>(d))
        for (const std::string& item : l->items) out += item + "\n";
    for (const auto* h : blocks_of<Heading>(d)) out += h->text + "\n";
    return out;
}

}  // namespace cchc::report::test

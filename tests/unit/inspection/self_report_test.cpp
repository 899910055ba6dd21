// Self-reports: all that is wrong in one run, all that is right kept.
#include "cchc/self_report.hpp"

#include "cchc/error.hpp"
#include "outlines.hpp"
#include "test.hpp"

namespace self_report_test {

using namespace cchc;

namespace {

SelfReport read(const std::string& text, std::string_view kind = "xa") {
    return SelfReport::from_json(text, "a.json", outlines::small(), kind);
}

// "code figure pointer", a warning with a question mark.
std::vector<std::string> listed(const SelfReport& report) {
    std::vector<std::string> out;
    for (const InspectionProblem& p : report.problems) {
        CHECK(p.unit == "UBND xã A");
        CHECK(p.source == "a.json");
        CHECK(p.message.vi.find("cần ") == 0);
        CHECK(p.message.vi.find("; tìm thấy ") != std::string::npos);
        CHECK(p.message.en.find("expected ") == 0);
        CHECK(p.message.en.find("; found ") != std::string::npos);
        out.push_back(p.code + (p.error ? "" : "?") + " " + p.figure + " " + p.pointer);
    }
    return out;
}

// Problems of one figure, given alone and with its code only.
std::vector<std::string> codes(const std::string& figure) {
    std::vector<std::string> out;
    for (const InspectionProblem& p : read(outlines::report(figure)).problems)
        if (p.code != "missing_figure") out.push_back(p.code);
    return out;
}

using Codes = std::vector<std::string>;

ErrorCode thrown(const std::string& text) {
    try {
        read(text);
    } catch (const Error& e) {
        return e.code();
    }
    return {};
}

}  // namespace

TEST_CASE("Every mistake of a report is listed in one run, and nothing else") {
    const SelfReport report = read(outlines::report(R"j(
        "words": {"value": ""}, "plan": {"value": "có"}, "iso": {"value": "lost"}, "meetings": {"value": -1},
        "tasks": {"part": 21, "whole": 20}, "share": {"value": "100.01"}, "income": {"value": 1000000000000000000},
        "day": {"value": "2020-02-30"}, "papers": {"documents": [{"number": "1"}, {}]},
        "items": {"kinds": {"radio": 1, "web": 2}, "total": 4},
        "slips": {"received": 5, "on_time": 3, "early": 4, "overdue": 0},
        "office": {"value": 2}, "remedies": {"part": 1.5, "whole": 3}, "channels": {"kinds": {"tv": 1}},
        "beside": {"received": 5, "on_time": 3, "early": 4, "overdue": 0, "lost": 1},
        "staff": {"value": 7}, "st/ff": {"value": 1})j",
                                                    R"j(, "sent": "28/08/2020", "colour": 1,
        "not_applicable": {"staff": "đã giao huyện", "other": "không có"},
        "reports_sent": {"q1": "2020-03-13", "q2": 5}, "proposals": ["Đề nghị", 4])j"));
    CHECK(listed(report) == std::vector<std::string>{
                                "empty_text words /figures/words/value",
                                "wrong_type plan /figures/plan/value",
                                "unknown_choice iso /figures/iso/value",
                                "negative meetings /figures/meetings/value",
                                "part_above_whole tasks /figures/tasks/part",
                                "rate_range share /figures/share/value",
                                "number_range income /figures/income/value",
                                "bad_date day /figures/day/value",
                                "empty_document papers /figures/papers/documents/1",
                                "total_differs items /figures/items/total",
                                "early_above_on_time slips /figures/slips/early",
                                "not_asked? office /figures/office",
                                "not_whole remedies /figures/remedies/part",
                                "unknown_kind channels /figures/channels/kinds/tv",
                                "unknown_key beside /figures/beside/lost",
                                "unknown_figure st/ff /figures/st~1ff",
                                "bad_date  /sent",
                                "unknown_key  /colour",
                                "value_and_not_applicable staff /not_applicable/staff",
                                "unknown_figure other /not_applicable/other",
                                "wrong_type  /reports_sent/q2",
                                "wrong_type  /proposals/1",
                                "missing_figure par /figures",
                            });
    // What is right stays; a warning takes nothing away; a contradiction leaves neither side.
    REQUIRE(report.figures.size() == 1);
    CHECK(report.figures.begin()->first == "office");
    CHECK(report.not_applicable.empty());
    CHECK(report.reports_sent.size() == 1);
    CHECK(report.proposals == std::vector<std::string>{"Đề nghị"});
    CHECK_FALSE(report.sent);
}

TEST_CASE("A message says what was expected and what was found") {
    const SelfReport report = read(outlines::report(R"("tasks": {"part": 21, "whole": 20})"));
    REQUIRE_FALSE(report.problems.empty());
    CHECK(report.problems[0].message.vi == "cần một phần không lớn hơn tổng số 20; tìm thấy 21");
    CHECK(report.problems[0].message.en == "expected a part that is not above the whole of 20; found 21");
}

TEST_CASE("A report without a mistake has no problem, and is written as it was read") {
    const SelfReport report =
        read(outlines::report(outlines::whole_answer, R"j(, "sent": "2020-08-28", "author": "Công chức",
        "not_applicable": {"staff": "đã giao huyện"}, "reports_sent": {"q1": "2020-03-13"}, "proposals": ["Đề nghị"])j"));
    CHECK(listed(report) == std::vector<std::string>{});
    CHECK(report.figures.size() == 12);
    CHECK(report.figures.at("meetings").number == Decimal(3));
    CHECK(report.figures.at("share").number == Decimal(855, 1));
    CHECK(report.figures.at("income").number == Decimal(3500005, 1));
    CHECK(report.figures.at("plan").documents.at(0).date == make_date(2020, 1, 20));
    const std::vector<std::pair<std::string, std::uint64_t>> items{{"radio", 0}, {"web", 4}};
    CHECK(report.figures.at("items").breakdown == items);
    // The file shows 60 on time, 40 of them early; here they lie apart.
    CHECK(report.figures.at("slips").dossiers == DossierFigure{72, 40, 20, 2});

    const std::string written = report.to_json(outlines::small());
    CHECK(written.find("\"on_time\": 60") != std::string::npos);
    const SelfReport again = read(written);
    CHECK(again.problems.empty());
    CHECK(again.figures.at("slips").dossiers == report.figures.at("slips").dossiers);
    CHECK(again.figures.at("words").evidence == report.figures.at("words").evidence);
    CHECK(again.sent == make_date(2020, 8, 28));
    CHECK(again.to_json(outlines::small()) == written);
}

TEST_CASE("Early dossiers that lie beside those on time are taken as they stand") {
    const SelfReport report = read(outlines::report(R"("beside": {"received": 9, "on_time": 2, "early": 4, "overdue": 1})"));
    CHECK(report.figures.at("beside").dossiers == DossierFigure{9, 4, 2, 1});
    CHECK(report.to_json(outlines::small()).find("\"on_time\": 2") != std::string::npos);
}

TEST_CASE("Whom a figure asks decides what is missing") {
    const auto missing = [](std::string_view kind, std::string_view id) {
        for (const InspectionProblem& p :
             read(outlines::report("", R"(, "not_applicable": {"words": "không"})"), kind).problems)
            if (p.code == "missing_figure" && p.figure == id) return true;
        return false;
    };
    CHECK(missing("phong", "office"));
    CHECK(missing("", "office"));
    CHECK_FALSE(missing("xa", "office"));
    CHECK(missing("xa", "plan"));
    CHECK_FALSE(missing("xa", "words"));     // not applicable
    CHECK_FALSE(missing("xa", "remedies"));  // not required
}

TEST_CASE("An answer of another type is one mistake, and parts that are missing are named") {
    CHECK(codes(R"("meetings": {"part": 1, "whole": 2})") == Codes{"wrong_type"});
    CHECK(codes(R"("meetings": 3)") == Codes{"wrong_type"});
    CHECK(codes(R"("meetings": {})") == Codes{"wrong_type"});
    CHECK(codes(R"("meetings": null)") == Codes{});
    CHECK(codes(R"("meetings": {"value": 1.5})") == Codes{"not_whole"});
    CHECK(codes(R"("meetings": {"value": "ba"})") == Codes{"wrong_type"});
    CHECK(codes(R"("meetings": {"value": 15e-1})") == Codes{"not_whole"});
    CHECK(codes(R"("meetings": {"value": 2e1})") == Codes{});
    CHECK(codes(R"("tasks": {"part": 1})") == Codes{"wrong_type"});
    CHECK(codes(R"("tasks": {"part": -1, "whole": 2.5})") == Codes{"negative", "not_whole"});
    CHECK(codes(R"("tasks": {"part": 0, "whole": 0})") == Codes{});
    CHECK(codes(R"("share": {"value": 100})") == Codes{});
    CHECK(codes(R"("share": {"value": -0.5})") == Codes{"rate_range"});
    CHECK(codes(R"("beside": {"received": 1, "on_time": 1})") == Codes{"wrong_type"});
    CHECK(codes(R"("papers": {"documents": []})") == Codes{});
    CHECK(codes(R"("papers": {"documents": [{"number": "1", "signer": "x"}, {"date": "2020-13-01"}]})") ==
          Codes{"unknown_key", "bad_date"});
    CHECK(codes(R"("par": {"indices": [{"name": "PCI", "year": 2019}]})") == Codes{"wrong_type"});
    CHECK(codes(R"("par": {"indices": []})") == Codes{"wrong_type"});
    CHECK(codes(R"("par": {"indices": [{"name": "PCI", "year": 0, "rank": 1}]})") == Codes{"number_range"});
    CHECK(
        codes(
            R"("par": {"indices": [{"name": "PCI", "year": 2019, "rank": 1}, {"name": "PCI", "year": 2019, "value": 2}]})") ==
        Codes{"second_index"});
}

TEST_CASE("Numbers without measure are problems, not crashes") {
    CHECK(codes(R"("income": {"value": 999999999999999999})") == Codes{});
    CHECK(codes(R"("income": {"value": 1e400})") == Codes{"number_range"});
    CHECK(codes(R"("income": {"value": "123456789012345678901234567890"})") == Codes{"number_range"});
    CHECK(codes(R"("items": {"kinds": {"radio": 999999999999999}})") == Codes{});
    CHECK(codes(R"("items": {"kinds": {"radio": 1000000000000000}})") == Codes{"number_range"});
    CHECK(codes(R"("items": {"kinds": {"radio": 1}, "total": 1e17})") == Codes{"total_differs"});
    CHECK(codes(R"("beside": {"received": 1e17, "on_time": 1, "early": 1, "overdue": 1})") == Codes{"number_range"});
}

TEST_CASE("What is no report at all is refused") {
    CHECK(thrown("") == ErrorCode::json_syntax);
    CHECK(thrown(std::string(100'000, '[')) == ErrorCode::json_syntax);
    CHECK(thrown("[]") == ErrorCode::json_schema);
    CHECK(thrown(outlines::report(R"("meetings": {"value": 1}, "meetings": {"value": 2})")) == ErrorCode::json_schema);
    CHECK(thrown(R"({"format": "cchc.self-report/2"})") == ErrorCode::json_schema);
    const std::string good = outlines::report("");
    for (const std::string part : {"\"unit\"", "\"period\"", "\"figures\"", "\"format\"", "UBND xã A", "\"2020-01-01\""}) {
        std::string broken = good;
        broken.replace(broken.find(part), part.size(), part.front() == '"' ? "\"other\"" : "");
        CHECK(thrown(broken) == ErrorCode::json_schema);
    }
    CHECK(thrown(R"({"format": "cchc.self-report/1", "unit": "A", "period": {"from": "2020-01-01", "to": "2020-02-01"},
                     "figures": []})") == ErrorCode::json_schema);
}

}  // namespace self_report_test

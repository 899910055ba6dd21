// Dossiers of agencies that are no units of the plan: said in the summary, no rows of its table by unit.
#include "cchc/documents.hpp"
#include "test.hpp"

namespace outside_agencies_test {

using namespace cchc;

namespace {

Inspection round_with(std::string_view rows) {
    Inspection round(InspectionPlan::from_json(R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020,
 "document": {"number": "1/KH", "date": "2020-06-17"}, "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "subjects": [{"unit": "UBND xã Thanh", "kind": "xa"}, {"unit": "UBND xã Húc", "kind": "xa"}]})j"),
                     Outline::builtin("huong-hoa-2020"), Calendar::builtin("vn"));
    Query query;
    query.from = round.plan().from;
    query.to = round.plan().to;
    query.policy = OutcomePolicy::builtin("outline-274");
    query.groupings = {{Dimension::agency}};
    Statistics statistics(query);
    statistics.add(read_csv("id,agency,received,due,completed\n1,UBND xã Thanh,2020-03-02,2020-03-05,2020-03-04\n"
                            "2,UBND xã Húc,2020-03-02,2020-03-05,2020-03-04\n" +
                            std::string(rows))
                       .dossiers);
    round.set_statistics(statistics.result());
    return round;
}

const report::Table& outcomes(const report::Document& summary) {
    const report::Table* table = summary.table("ket-qua-ho-so");
    REQUIRE(table != nullptr);
    return *table;
}

}  // namespace

TEST_CASE("The table by unit has the units of the plan in its order, and the summary says who is outside") {
    const Inspection round = round_with("3,Sở Y tế,2020-03-02,2020-03-05,2020-03-04\n4,Sở Y tế,2020-03-02,2020-03-05,\n");
    const report::Document vi = report::summary(round, round.result(), Lang::vi);
    const report::Table& table = outcomes(vi);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0][0].text == "UBND xã Thanh");  // by its letters "Húc" would be first
    CHECK(table.rows[1][0].text == "UBND xã Húc");
    CHECK(*table.rows[2][1].value == Number(2));
    CHECK(to_text(vi).find("2 hồ sơ không thuộc đơn vị nào của kế hoạch: Sở Y tế (2 hồ sơ)") != std::string::npos);
    const report::Document en = report::summary(round, round.result(), Lang::en);
    CHECK(to_text(en).find("2 dossiers are of no unit of the plan: Sở Y tế (2 dossiers)") != std::string::npos);
}

TEST_CASE("Where all dossiers are of units of the plan nothing is said") {
    const Inspection round = round_with("");
    const report::Document vi = report::summary(round, round.result(), Lang::vi);
    CHECK(outcomes(vi).rows.size() == 3);
    CHECK(to_text(vi).find("không thuộc đơn vị nào") == std::string::npos);
}

}  // namespace outside_agencies_test

// Levels and subtrees: against a plain sum over the dossiers' own agencies, and hierarchies that are none.
#include "cchc/hierarchy.hpp"

#include <map>
#include <set>

#include "cchc/published_form.hpp"
#include "support.hpp"
#include "test.hpp"

namespace hierarchy_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// The agencies of RandomDossiers are "UBND xã 0" to "UBND xã 4", and none.
const char* const units = R"({"format":"cchc.hierarchy/1","id":"tree","title":{"vi":"Cây","en":"Tree"},
  "levels":[{"id":"province","title":{"vi":"Cấp tỉnh","en":"Province level"}},{"id":"district","title":{"vi":"Cấp huyện","en":"District level"}},
            {"id":"commune","title":{"vi":"Cấp xã","en":"Commune level"}}],
  "units":[{"id":"UBND xã 1","level":"commune","parent":"UBND xã 0"},
           {"id":"UBND xã 0","level":"district","parent":"UBND tỉnh","title":{"vi":"Huyện 0","en":"District 0"}},
           {"id":"UBND tỉnh","level":"province"},
           {"id":"UBND xã 2","level":"commune","parent":"UBND xã 0"},
           {"id":"UBND xã 3","level":"commune","parent":"UBND tỉnh"},
           {"id":"UBND xã trống","level":"commune","parent":"UBND xã 0"},
           {"id":"Sở Nội vụ","level":"province"}]})";

ConsolidatedResult random_result() {
    const Dossiers rows = RandomDossiers(5, date("2020-02-10"), 60).rows(600);
    return consolidate(result_of(query_of("2020-03-01", "2020-04-01", {{Dimension::field}, {Dimension::agency}}), rows),
                       Hierarchy::from_json(units));
}

std::string where_json(const std::string& levels, const std::string& list) {
    return error_of([&] {
               Hierarchy::from_json(R"({"format":"cchc.hierarchy/1","id":"x","title":"x","levels":[)" + levels +
                                    R"(],"units":[)" + list + "]}");
           })
        .where()
        .pointer;
}

std::string csv_of(const Table& table) {
    std::string out =
        "STT,Tên,received.total,received.online,received.direct,received.carried_over,resolved.total,resolved.early,"
        "resolved.on_time,"
        "resolved.overdue,in_process.total,in_process.within,in_process.overdue\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + row[i];
        out += '\n';
    }
    return out;
}

}  // namespace

TEST_CASE("subtrees and levels are what a plain sum of agencies gives") {
    const ConsolidatedResult r = random_result();
    std::map<std::string, std::uint64_t> own;
    for (const GroupRow& row : r.result.groups[1].rows) own[row.key[0]] = row.counts.received_total();
    REQUIRE(own.size() == 6);
    std::map<std::string, const ConsolidatedUnit*> by_id;
    for (const ConsolidatedUnit& u : r.units) by_id[r.hierarchy.units()[u.unit].id] = &u;
    REQUIRE(by_id.size() == 7);
    const std::map<std::string, std::vector<std::string>> below = {
        {"UBND tỉnh", {"UBND xã 0", "UBND xã 1", "UBND xã 2", "UBND xã 3"}},
        {"UBND xã 0", {"UBND xã 0", "UBND xã 1", "UBND xã 2"}},
        {"UBND xã 1", {"UBND xã 1"}},
        {"UBND xã 2", {"UBND xã 2"}},
        {"UBND xã 3", {"UBND xã 3"}},
        {"UBND xã trống", {}},
        {"Sở Nội vụ", {}}};
    for (const auto& [id, parts] : below) {
        INFO(id);
        std::uint64_t sum = 0;
        for (const std::string& part : parts) sum += own.at(part);
        CHECK(by_id.at(id)->subtree.received_total() == sum);
        CHECK(by_id.at(id)->own.received_total() == (own.contains(id) ? own.at(id) : 0));
    }
    // A level has the own dossiers of its units only: what communes do never lands with the district or the province.
    REQUIRE(r.levels.size() == 3);
    CHECK(r.levels[0].counts.received_total() == 0);
    CHECK(r.levels[1].counts.received_total() == own.at("UBND xã 0"));
    CHECK(r.levels[2].counts.received_total() == own.at("UBND xã 1") + own.at("UBND xã 2") + own.at("UBND xã 3"));
    CHECK(r.levels[2].units == 4);
    CHECK(own.at("UBND xã 0") > 10);
    // What the hierarchy does not have is named and counted.
    REQUIRE(r.unknown.size() == 2);
    CHECK(r.unknown[0].key[0] == "");
    CHECK(r.unknown[1].key[0] == "UBND xã 4");
    CHECK(r.unknown_total.received_total() == own.at("") + own.at("UBND xã 4"));
    CHECK(r.holds());
    REQUIRE(r.identities.size() == 1);
    CHECK(describe(r.identities[0]).starts_with("F [] holds"));
}

TEST_CASE("units stand in order of the tree, those without dossiers with zeroes") {
    const ConsolidatedResult r = random_result();
    std::string order;
    for (const ConsolidatedUnit& u : r.units) order += u.number + " " + r.hierarchy.units()[u.unit].id + "; ";
    CHECK(order ==
          "1 UBND tỉnh; 1.1 UBND xã 0; 1.1.1 UBND xã 1; 1.1.2 UBND xã 2; 1.1.3 UBND xã trống; 1.2 UBND xã 3; 2 Sở Nội vụ; ");
    CHECK(r.units[4].own.within.at == date("2020-04-01"));
    CHECK(r.units[4].own.dossiers_total() == 0);
}

TEST_CASE("F: a row that was altered after counting is found") {
    const ConsolidatedResult good = random_result();
    StatisticsResult altered = good.result;
    ++altered.groups[1].rows[2].counts.early.count;
    const ConsolidatedResult bad = consolidate(altered, good.hierarchy);
    CHECK_FALSE(bad.holds());
    REQUIRE(bad.identities.size() == 3);
    CHECK_FALSE(bad.identities[0].holds);
    CHECK(contains(bad.identities[1].text, "levels"));
    CHECK(contains(bad.identities[2].text, "subtrees"));
    const std::vector<std::string> notes = form_by_level(bad, Lang::vi).notes;
    CHECK(std::any_of(notes.begin(), notes.end(), [](const std::string& n) { return n.starts_with("F [total]"); }));
}

TEST_CASE("the consolidated forms add up when they are checked like anybody's form") {
    Query q = query_of("2020-03-01", "2020-04-01", {{Dimension::agency}});
    q.policy.missing_due = Policy::MissingDue::on_time;
    const ConsolidatedResult r =
        consolidate(result_of(q, RandomDossiers(5, date("2020-02-10"), 60).rows(600)), Hierarchy::from_json(units));
    for (const Lang lang : {Lang::vi, Lang::en}) {
        const Table level = form_by_level(r, lang), unit = form_by_unit(r, lang);
        for (const Table* table : {&level, &unit}) {
            const PublishedForm form = read_published_form(csv_of(*table));
            CHECK_FALSE(form.sums_unchecked.has_value());
            CHECK(form.sums.size() == (table == &level ? 5 : 3));
            CHECK(check_form(form).holds());
            for (const auto& row : table->rows) CHECK(row.size() == table->numeric.size());
            CHECK(std::any_of(table->notes.begin(), table->notes.end(),
                              [](const std::string& n) { return contains(n, "UBND xã 4"); }));
        }
        CHECK(level.rows[0][0] == "I");
        CHECK(level.rows[1][0] == "1");
        CHECK(level.rows[0][1] == (lang == Lang::vi ? "Cấp tỉnh" : "Province level"));
        CHECK(unit.rows[1][0] == "1.0");
        CHECK(unit.rows[2][1] == (lang == Lang::vi ? "  Huyện 0" : "  District 0"));
    }
}

TEST_CASE("JSON of a consolidated result") {
    const std::string json = to_json(random_result());
    for (const char* part :
         {"\"cchc.consolidated/1\"", "\"unknown\"", "\"UBND xã 4\"", "\"subtree\"", "\"Cấp xã\"", "\"parent\": null"})
        CHECK(contains(json, part));
}

TEST_CASE("a result without a grouping by agency cannot be consolidated") {
    const StatisticsResult r = result_of(query_of("2020-03-01", "2020-04-01", {{Dimension::agency, Dimension::field}}), {});
    CHECK(error_of([&] { consolidate(r, Hierarchy::from_json(units)); }).code() == ErrorCode::argument_range);
}

TEST_CASE("CSV and JSON give the same tree") {
    const Hierarchy h = Hierarchy::from_text(
        "\xEF\xBB\xBFĐơn vị;Cấp;Cấp trên;Tên\nA;tỉnh;;Tỉnh A\nB;huyện;A;\n\nC;xã;B;\"Xã \"\"C\"\"\"\n", "h.csv");
    REQUIRE(h.units().size() == 3);
    CHECK(h.levels()[2].id == "xã");
    CHECK(h.units()[2].parent == 1);
    CHECK(h.units()[2].title.vi == "Xã \"C\"");
    CHECK(h.units()[1].title.vi == "B");
    CHECK(h.id() == "h.csv");
    CHECK(h.find("B") == 1);
    CHECK_FALSE(h.find("b").has_value());
    CHECK(Hierarchy::from_text(units).units().size() == 7);
}

TEST_CASE("what is no tree is refused, with the place") {
    const std::string level = R"({"id":"l","title":"L"})";
    const auto unit = [](const char* id, const char* parent) {
        return std::string(R"({"id":")") + id + R"(","level":"l","parent":")" + parent + "\"}";
    };
    const std::string top = R"({"id":"a","level":"l"})";
    CHECK(where_json(level + "," + level, top) == "/levels/1/id");
    CHECK(where_json(level, top + "," + top) == "/units/1/id");
    CHECK(where_json(level, R"({"id":"a","level":"m"})") == "/units/0/level");
    CHECK(where_json(level, R"({"id":"","level":"l"})") == "/units/0/id");
    CHECK(where_json(level, R"({"id":"a","level":"l","colour":1})") == "/units/0/colour");
    CHECK(where_json(level, top + "," + unit("b", "z")) == "/units/1/parent");
    CHECK(where_json(level, unit("a", "a")) == "/units/0/parent");
    CHECK(where_json(level, top + "," + unit("x", "y") + "," + unit("y", "z") + "," + unit("z", "x")) == "/units/1/parent");
    // Below a circle, and before it.
    CHECK(where_json(level, unit("b", "x") + "," + unit("x", "y") + "," + unit("y", "x")) == "/units/1/parent");
    const auto chain = [&](int length) {
        std::string list;
        for (int i = length; i > 1; --i) list += unit(std::to_string(i).c_str(), std::to_string(i - 1).c_str()) + ",";
        return R"({"format":"cchc.hierarchy/1","id":"x","title":"x","levels":[)" + level + R"(],"units":[)" + list +
               R"({"id":"1","level":"l"}]})";
    };
    CHECK(Hierarchy::from_json(chain(32)).units().size() == 32);
    CHECK(contains(error_of([&] { Hierarchy::from_json(chain(33)); }).message(), "more than 32"));
    const auto csv = [](const std::string& rows) {
        return error_of([&] { Hierarchy::from_csv("unit,parent,level\n" + rows, "h.csv"); });
    };
    CHECK(csv("a,,l\nb,z,l\n").where().line == 3);
    CHECK(csv("a,,l\n\na,,l\n").where().line == 4);
    CHECK(csv("a,b,l\nb,a,l\n").where().line == 2);
    CHECK(csv("a,,\n").where().line == 2);
    CHECK(csv(",,l\n").where().line == 2);
    CHECK(error_of([] { Hierarchy::from_csv("unit,level\na,l\n"); }).code() == ErrorCode::csv);
    CHECK(error_of([] { Hierarchy::from_csv(""); }).code() == ErrorCode::csv);
}

}  // namespace hierarchy_test

#include "cchc/outline.hpp"

#include "refusal.hpp"
#include "test.hpp"

namespace outline_test {

using namespace cchc;
using inspection_test::changed;
using inspection_test::golden;
using inspection_test::refusal;

TEST_CASE("An outline is read with its tree, and written as it was") {
    const std::string text = golden("outline.json");
    const Outline outline = Outline::from_json(text);
    CHECK(outline.to_json() == text);

    CHECK(outline.title.en == "A sample outline");
    REQUIRE(outline.basis.size() == 1);
    CHECK(outline.basis[0].number == "274/KH-UBND");
    REQUIRE(outline.conflicts.size() == 1);
    CHECK(outline.conflicts[0].found == "CCIIC");
    REQUIRE(outline.additions.size() == 1);
    CHECK(outline.additions[0].en == "The ids of the figures");
}

TEST_CASE("Sections stand in the order of the text, each after its parent") {
    const Outline outline = Outline::from_json(golden("outline.json"));
    std::string seen;
    for (const OutlineSection& s : outline.sections) seen += s.parent + ">" + s.id + ":" + std::to_string(s.depth) + " ";
    CHECK(seen == ">I:0 I>I.1:1 I.1>I.1.a:2 I>I.3:1 >II:0 ");
    REQUIRE(outline.section("I.1") != nullptr);
    CHECK(outline.section("I.1")->source.quote == "1. Công tác chỉ đạo, điều hành");
    CHECK(outline.section("III") == nullptr);
}

TEST_CASE("A figure has what its type has, and defaults where nothing is said") {
    const Outline outline = Outline::from_json(golden("outline.json"));
    REQUIRE(outline.figures.size() == 12);
    CHECK(outline.find("none") == nullptr);

    const Figure* plan = outline.find("i1.plan");
    REQUIRE(plan != nullptr);
    CHECK(plan->section == "I.1");
    CHECK(plan->required);
    CHECK_FALSE(plan->early_inside);
    CHECK(plan->fact == "outline.i1.plan");
    REQUIRE(plan->basis.size() == 1);
    CHECK(plan->basis[0].date == make_date(2020, 1, 16));
    CHECK(plan->source.place == "I.1, gạch 1");

    const Figure* tasks = outline.find("i1.tasks");
    REQUIRE(tasks != nullptr);
    CHECK(tasks->part.in(Lang::vi) == "đã thực hiện");
    CHECK(tasks->whole_fact == "outline.i1.tasks_planned");
    CHECK(tasks->remedies_origins == std::vector<std::string>{"inspection-2019"});

    const Figure* items = outline.find("i1.items");
    REQUIRE(items != nullptr);
    REQUIRE(items->kinds.size() == 2);
    CHECK(items->kinds[0].fact == "outline.i1.items_radio");
    CHECK(items->kinds[1].fact.empty());

    const Figure* dossiers = outline.find("i3.dossiers");
    REQUIRE(dossiers != nullptr);
    CHECK(dossiers->of == std::vector<std::string>{"xa", "thi-tran"});
    CHECK(dossiers->early_inside);
    CHECK_FALSE(outline.find("i1.note")->required);
}

TEST_CASE("Every type has its name in the file") {
    const std::string text = golden("outline.json");
    for (int i = 0; i <= static_cast<int>(FigureType::index); ++i) {
        const std::string name(to_string(static_cast<FigureType>(i)));
        INFO(name);
        CHECK_FALSE(name.empty());
        CHECK(text.find("\"type\": \"" + name + "\"") != std::string::npos);
    }
    CHECK(to_string(static_cast<FigureType>(200)).empty());
}

TEST_CASE("What an outline cannot be is refused where it stands") {
    const std::string text = golden("outline.json");
    const inspection_test::Refusal cases[] = {
        {R"("cchc.outline/1")", R"("cchc.outline/2")", "201 /format"},
        {R"("id": "small")", R"("id": "")", "201 /id"},
        {R"("version": "1",)", R"()", "201 "},
        {R"("version": "1",)", R"("version": "1", "figures": [],)", "201 /figures"},  // a figure of no section
        {R"("id": "I.3")", R"("id": "I.1.a")", "201 /sections/0/sections/1/id"},
        {R"("title": "Kiến nghị, đề xuất")", R"("title": {})", "201 /sections/1/title"},
        {R"("title": "Công khai",)", R"("title": "Công khai", "order": 1,)", "201 /sections/0/sections/0/sections/0/order"},
        {R"("i3.guidance")", R"("i1.plan")", "201 /sections/0/sections/1/figures/0/id"},
        {R"("yes_no")", R"("boolean")", "201 /sections/0/sections/0/figures/0/type"},
        {R"("number": "87/QĐ-UBND",)", R"("symbol": "87",)", "201 /sections/0/sections/0/figures/0/basis/0/symbol"},
        {R"("part": {)", R"("pars": {)", "201 /sections/0/sections/0/figures/1"},
        {R"("whole": {)", R"("wholes": {)", "201 /sections/0/sections/0/figures/1"},
        {R"("outline.i1.tasks_done")", R"("outline.i1.plan")", "201 /sections/0/sections/0/figures/1/fact"},
        {R"("outline.i1.tasks_planned")", R"("outline.i1.plan")", "201 /sections/0/sections/0/figures/1/whole_fact"},
        {R"("outline.i1.items_radio")", R"("outline.i1.plan")", "201 /sections/0/sections/0/figures/2/kinds/0/fact"},
        {R"("id": "other")", R"("id": "radio")", "201 /sections/0/sections/0/figures/2/kinds/1/id"},
        {R"("required": false)", R"("required": "no")", "201 /sections/0/sections/0/figures/3/required"},
        {R"("title": "đầy đủ")", R"("title": "đầy đủ", "fact": "f")",
         "201 /sections/0/sections/0/sections/0/figures/0/kinds/0/fact"},
        {R"("type": "choice")", R"("type": "text")", "201 /sections/0/sections/0/sections/0/figures/0/kinds"},
        {R"("type": "count",)", R"("type": "count", "part": "x",)", "201 /sections/0/sections/0/sections/0/figures/1/part"},
        {R"("type": "count",)", R"("type": "count", "whole": "x",)",
         "201 /sections/0/sections/0/sections/0/figures/1/whole"},
        {R"("type": "count",)", R"("type": "count", "whole_fact": "x",)",
         "201 /sections/0/sections/0/sections/0/figures/1/whole_fact"},
        {R"("type": "count",)", R"("type": "count", "remedies_origins": ["audit"],)",
         "201 /sections/0/sections/0/sections/0/figures/1/remedies_origins"},
        {R"("remedies_since": "2015-01-01",)", R"()", "201 /sections/0/sections/0/figures/1/remedies_origins"},
        {R"("inspection-2019")", R"("")", "201 /sections/0/sections/0/figures/1/remedies_origins/0"},
        {R"("vi": "Mã của các chỉ tiêu",)", R"("fr": "x",)", "201 /additions/0/fr"},
        {R"("type": "count",)", R"("type": "count", "early": "inside",)",
         "201 /sections/0/sections/0/sections/0/figures/1/early"},
        {R"("type": "count",)", R"("type": "choice",)", "201 /sections/0/sections/0/sections/0/figures/1"},
        {R"("type": "count",)", R"("type": "breakdown", "kinds": [],)",
         "201 /sections/0/sections/0/sections/0/figures/1/kinds"},
        {R"("early": "inside")", R"("early": "outside")", "201 /sections/0/sections/1/figures/1/early"},
        {R"("thi-tran")", R"("")", "201 /sections/0/sections/1/figures/1/of/1"},
        {R"("found": "CCIIC",)", R"()", "201 /conflicts/0"},
        {R"("sections": [)", R"("sections": [,)", "200 "},
    };
    for (const auto& c : cases) {
        INFO(c.from << " -> " << c.to);
        CHECK(refusal<Outline>(changed(text, c.from, c.to)) == c.pointer);
    }
}

TEST_CASE("An outline made by hand whose sections stand inside themselves is written all the same") {
    Outline outline;
    outline.id = outline.version = outline.title.vi = "x";
    outline.sections.resize(2);  // both are "" inside ""
    outline.sections[1].id = "I";
    outline.sections[1].parent = "I";
    CHECK(outline.to_json().find("\"sections\"") != std::string::npos);
}

TEST_CASE("Every outline that ships is written as it is read") {
    for (const std::string& id : Outline::builtin_ids()) {
        INFO(id);
        const Outline outline = Outline::builtin(id);
        CHECK(outline.id == id);
        CHECK(Outline::from_json(outline.to_json()).to_json() == outline.to_json());
    }
    CHECK_THROWS_AS(Outline::builtin("none"), Error);
}

}  // namespace outline_test

// The documents of the sample round by name: those that are listed are those that there are, and one built alone is the one
// built among all.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cchc/documents.hpp"
#include "cchc/error.hpp"
#include "test.hpp"

namespace document_names_test {

using namespace cchc;

namespace {

using Add = bool (Inspection::*)(std::string_view, std::string_view);

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

void add_folder(Inspection& inspection, const std::filesystem::path& folder, Add add) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) (inspection.*add)(read(file), file.filename().string());
}

StatisticsResult counted(const Inspection& inspection) {
    Query query;
    query.from = inspection.plan().from;
    query.to = inspection.plan().to;
    query.policy = inspection.policy();
    query.groupings = {{Dimension::agency}, {Dimension::month}};
    Statistics statistics(query);
    statistics.add(read_csv(read(CCHC_SOURCE_DIR "/examples/data/dossiers.csv")).dossiers);
    return statistics.result();
}

Inspection sample() {
    const std::filesystem::path folder = CCHC_SOURCE_DIR "/examples/data/inspection-274";
    auto plan = InspectionPlan::from_json(read(folder / "plan.json"), "plan.json");
    auto outline = Outline::builtin(plan.outline);
    Inspection out(std::move(plan), std::move(outline), Calendar::builtin("vn"),
                   CriteriaSet::builtin("huong-hoa-2020.inspection"));
    add_folder(out, folder / "self-reports", &Inspection::add_self_report);
    add_folder(out, folder / "visits", &Inspection::add_visit);
    add_folder(out, folder / "findings", &Inspection::add_findings);
    add_folder(out, folder / "facts", &Inspection::add_facts);
    add_folder(out, folder / "scores", &Inspection::add_scores);
    out.set_statistics(counted(out));
    return out;
}

void check_names(const Inspection& inspection, const InspectionResult& result, Lang lang) {
    const auto all = report::all_documents(inspection, result, lang);
    const auto names = report::document_names(inspection, result, lang);
    REQUIRE(names.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].name);
        CHECK(names[i].name == all[i].name);
        CHECK(names[i].kind == all[i].kind);
        CHECK(names[i].title == all[i].title);
        CHECK(names[i].subject == all[i].subject);
        CHECK(to_json(report::document(inspection, result, names[i].name, lang)) == to_json(all[i]));
    }
}

}  // namespace

TEST_CASE("the names of documents, and each document alone, are those of all documents") {
    const Inspection inspection = sample();
    const InspectionResult result = inspection.result();
    for (const Lang lang : {Lang::vi, Lang::en}) check_names(inspection, result, lang);
    std::set<std::string> kinds;
    for (const auto& name : report::document_names(inspection, result, Lang::vi)) kinds.insert(name.kind);
    CHECK(kinds == std::set<std::string>{"conclusion", "form-ii06a", "late-notice", "minutes", "ranking", "remedies",
                                         "scorecard", "summary"});
    // Before the first visit there is less to write.
    const InspectionResult early = inspection.result(make_date(2020, 8, 25));
    CHECK(report::document_names(inspection, early, Lang::vi).size() <
          report::document_names(inspection, result, Lang::vi).size());
    check_names(inspection, early, Lang::vi);
}

TEST_CASE("a document that there is not is an unknown name") {
    const Inspection inspection = sample();
    const InspectionResult result = inspection.result();
    for (const char* name : {"", "summary", "bao-cao-tong-hop "}) {  // "summary" is the English name
        INFO(name);
        try {
            report::document(inspection, result, name, Lang::vi);
            FAIL("expected an error");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::unknown_name);
            CHECK(error.message().find(name) != std::string::npos);
        }
    }
}

TEST_CASE("names of documents are listed as JSON") {
    const std::vector<report::DocumentName> names = {{"a", "summary", "T \"x\"", "S"}, {"b", "ranking", "", ""}};
    const std::string json = report::names_to_json(names);
    CHECK(json.find(R"("title": "T \"x\"")") != std::string::npos);
    CHECK(json.find("\"a\"") < json.find("\"b\""));
    CHECK(report::names_to_json({}).find('{') == std::string::npos);
}

}  // namespace document_names_test

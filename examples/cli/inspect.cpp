// cchc inspect: a round of inspection, from the folder of what was handed in to the documents that people send.
#include <fmt/format.h>

#include <algorithm>
#include <cchc/cchc.hpp>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "html_page.hpp"
#include "inspect_input.hpp"
#include "inspect_output.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"

namespace tool {
namespace {

using cchc::report::Document;

void check_inspect_call(const InspectOptions& o) {
    if (o.folder.empty()) throw CallError("inspect: give the folder of the inspection");
    if (o.out.empty()) throw CallError("inspect: give the folder for the documents with --out");
    if (o.draws > 100'000'000) throw CallError("inspect: --draws: at most 100,000,000");
    std::error_code ignored;
    if (!std::filesystem::is_directory(o.folder, ignored))
        throw CallError(fmt::format("inspect: \"{}\" is no folder", o.folder));
}

// Each problem with its file and the place in it.
void say_problems(const InspectOptions& o, const cchc::InspectionResult& result, cchc::Lang lang) {
    for (const cchc::InspectionProblem& problem : result.problems) {
        std::string line;
        if (!problem.source.empty()) line = (std::filesystem::path(o.folder) / problem.source).string();
        if (!problem.pointer.empty()) line.append("#").append(problem.pointer);
        if (!line.empty()) line.append(": ");
        if (!problem.error) line.append(lang == cchc::Lang::vi ? "lưu ý: " : "note: ");
        if (!problem.unit.empty()) line.append(problem.unit).append(": ");
        say(line.append(problem.message.in(lang)));
    }
}

// How firm the places are, on two threads: draws are numbered, so the halves merge to the same bytes as one run.
cchc::SensitivityResult draw(const cchc::CriteriaSet& criteria, const std::vector<cchc::Scorecard>& cards,
                             std::uint64_t draws) {
    cchc::Sensitivity first(criteria, cards), second = first;
    const std::uint64_t half = draws / 2;
    auto other = std::async(std::launch::async, [&] { second.run(half, draws); });
    first.run(0, half);
    other.get();
    first.merge(second);
    return first.result();
}

// The ranking again, with the interval of each place; all that stands around it stays.
void add_draws(std::vector<Document>& documents, const cchc::Inspection& inspection, const cchc::InspectionResult& result,
               std::uint64_t draws, cchc::Lang lang) {
    const auto old = std::find_if(documents.begin(), documents.end(), [](const Document& d) { return d.kind == "ranking"; });
    if (old == documents.end() || !inspection.criteria()) return;
    std::vector<cchc::Scorecard> cards;
    for (const cchc::UnitResult& unit : result.units) {
        if (!unit.score) return;
        cards.push_back(*unit.score);
    }
    const cchc::SensitivityResult drawn = draw(*inspection.criteria(), cards, draws);
    Document document = cchc::report::ranking(*inspection.criteria(), cards, result.ranking, &drawn, old->head, lang);
    document.name = old->name;
    document.addressees = old->addressees;
    document.signatures = old->signatures;
    document.synthetic = old->synthetic;
    *old = std::move(document);
}

std::string where_files_are(const InspectOptions& o, const std::vector<Document>& documents) {
    const auto wants = [&](const char* f) { return std::find(o.formats.begin(), o.formats.end(), f) != o.formats.end(); };
    const std::filesystem::path out(o.out);
    const bool vi = o.lang != "en";
    std::string text = fmt::format("\n{}\n", vi ? "Tệp kết quả:" : "Files:");
    const auto line = [&](const char* name, const std::string& what) {
        text += fmt::format("  {}  {}\n", (out / name).string(), what);
    };
    if (wants("html"))
        line("index.html",
             fmt::format("{} {}", documents.size(), vi ? "văn bản, mở bằng trình duyệt" : "documents, for a browser"));
    if (wants("xlsx"))
        line("tables.xlsx", vi ? "các bảng của đợt kiểm tra, có công thức" : "the tables of the round, with formulas");
    if (wants("json")) line("result.json", vi ? "toàn bộ kết quả cho phần mềm khác" : "the whole result for other programs");
    for (const char* const format : {"md", "txt", "docx"})
        if (wants(format))
            line(fmt::format("*.{}", format).c_str(), fmt::format("{} {}", documents.size(), vi ? "văn bản" : "documents"));
    return text;
}

}  // namespace

int run_inspect(const InspectOptions& options) {
    check_inspect_call(options);
    const cchc::Lang lang = options.lang == "en" ? cchc::Lang::en : cchc::Lang::vi;
    std::optional<cchc::Date> as_of;
    if (!options.as_of.empty()) as_of = parse_date(options.as_of, "--as-of");
    const OutFolder out(options.out, options.folder, options.force);
    const cchc::Inspection inspection = read_round(options.folder, as_of);
    const cchc::InspectionResult result = inspection.result(as_of);
    std::vector<Document> documents = cchc::report::all_documents(inspection, result, lang);
    if (options.draws > 0) add_draws(documents, inspection, result, options.draws, lang);
    say_problems(options, result, lang);
    out.make();
    const bool written = write_round(out, options, inspection, result, documents);
    Output terminal({}, false);
    terminal.write(cchc::report::overview(inspection, result, lang));
    if (written) terminal.write(where_files_are(options, documents));
    terminal.commit();
    return written && result.errors() == 0 ? exit_done : exit_bad_data;
}

}  // namespace tool

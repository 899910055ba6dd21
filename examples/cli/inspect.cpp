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
    if (o.draws.value_or(0) > 100'000'000) throw CallError("inspect: --draws: at most 100,000,000");
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

// The draws that were asked for, for all documents; empty ones where none are, or where the ranking allows none.
std::optional<cchc::SensitivityResult> asked_draws(const InspectOptions& o, const cchc::Inspection& inspection,
                                                   const cchc::InspectionResult& result) {
    if (!o.draws) return std::nullopt;
    std::vector<cchc::Scorecard> cards;
    for (const cchc::UnitResult& unit : result.units)
        if (unit.score) cards.push_back(*unit.score);
    if (*o.draws == 0 || !inspection.criteria() || cards.empty() || cards.size() != result.units.size())
        return cchc::SensitivityResult{};
    try {
        return draw(*inspection.criteria(), cards, *o.draws);
    } catch (const cchc::Error& error) {
        say(fmt::format("inspect: --draws: {}", error.message()));
        return cchc::SensitivityResult{};
    }
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
    const std::optional<cchc::SensitivityResult> draws = asked_draws(options, inspection, result);
    const std::vector<Document> documents = cchc::report::all_documents(inspection, result, lang, draws ? &*draws : nullptr);
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

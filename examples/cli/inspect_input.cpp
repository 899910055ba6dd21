#include "inspect_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <numeric>
#include <string_view>
#include <system_error>
#include <utility>

#include "input.hpp"
#include "inspect_dossiers.hpp"
#include "named.hpp"
#include "problems.hpp"

namespace tool {
namespace {

namespace fs = std::filesystem;

bool is_builtin(const std::vector<std::string>& ids, const std::string& name) {
    return std::find(ids.begin(), ids.end(), name) != ids.end();
}

// A name that the plan gives: built in, or a file beside the plan.
std::string beside(const fs::path& folder, const std::vector<std::string>& builtin, const std::string& name) {
    return is_builtin(builtin, name) ? name : (folder / name).string();
}

// What the plan names and cannot be done without. It is the plan that is wrong then, not the call.
template <class Find>
auto needed(const std::string& plan, const char* pointer, const Find& find) {
    try {
        return find();
    } catch (const CallError& error) {
        throw DataError(fmt::format("{}#{}: {}", plan, pointer, error.what()));
    }
}

cchc::Outline find_outline(const fs::path& folder, const std::string& name) {
    if (is_builtin(cchc::Outline::builtin_ids(), name)) return cchc::Outline::builtin(name);
    const std::string path = (folder / name).string();
    return cchc::Outline::from_json(read_whole(path), path);
}

// What lies in a folder, by name; without what systems hide there. Nothing where there is no such folder.
std::vector<fs::path> entries(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    if (!fs::exists(folder, error) && !error) return found;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        if (!entry->path().filename().string().starts_with('.')) found.push_back(entry->path());
    if (error) throw CallError(fmt::format("cannot read \"{}\": {}", folder.string(), error.message()));
    std::sort(found.begin(), found.end());
    return found;
}

// A round while its parts come in.
class RoundReader {
public:
    RoundReader(fs::path folder, cchc::Inspection inspection) : folder_(std::move(folder)), round_(std::move(inspection)) {}

    // Files are handed to `add` as text and name.
    template <class Add>
    void parts(const std::string& name, const Add& add) {
        try {
            for (const fs::path& file : entries(folder_ / name)) {
                const std::string source = name + "/" + file.filename().string();
                if (file.extension() == ".json") {
                    part(source, add);
                } else {
                    round_.add_problem(
                        input_problem("not_read", false, source, {},
                                      {"tệp không có đuôi .json viết thường nên không được đọc",
                                       "the name does not end in .json in small letters, so it is not read"}));
                }
            }
        } catch (const CallError& error) {
            lost(unreadable_file(name, error.what()));
        }
    }

    cchc::Inspection& round() { return round_; }

private:
    template <class Add>
    void part(const std::string& source, const Add& add) {
        std::string text;
        try {
            text = read_whole((folder_ / source).string());
        } catch (const CallError& error) {
            lost(unreadable_file(source, error.what()));
            return;
        }
        add(round_, text, source);
    }

    // Who sent a self-report that cannot be opened is not called missing.
    void lost(cchc::InspectionProblem problem) {
        if (problem.source.starts_with("self-reports")) {
            round_.add_unread_report(std::move(problem));
        } else {
            round_.add_problem(std::move(problem));
        }
    }

    fs::path folder_;
    cchc::Inspection round_;
};

// The criteria set; without a readable one nothing is scored, and the round says so.
std::optional<cchc::CriteriaSet> criteria_of(const fs::path& folder, const cchc::InspectionPlan& plan,
                                             std::vector<cchc::InspectionProblem>& problems) {
    if (plan.criteria.empty()) return std::nullopt;
    try {
        return find_criteria(beside(folder, cchc::CriteriaSet::builtin_ids(), plan.criteria));
    } catch (const std::exception& error) {
        problems.push_back(input_problem(
            "unreadable", true, "plan.json", "/criteria",
            {fmt::format("không dùng được bộ tiêu chí \"{}\", nên không chấm điểm: {}", plan.criteria, error.what()),
             fmt::format("the criteria set \"{}\" cannot be used, so nothing is scored: {}", plan.criteria, error.what())}));
    }
    return std::nullopt;
}

// Letters that differ, are missing or are too many.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t before = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = before + (a[i - 1] == b[j - 1] ? 0 : 1);
            before = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

// The folder of the round that somebody meant with this name; empty: none.
std::string meant(std::string name) {
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' || c == ' ' ? '-' : c;
    for (const std::string& known : input_folders())
        if (distance(name, known) <= std::max<std::size_t>(1, known.size() / 4)) return known;
    return {};
}

// What lies beside the plan and looks as if it should be read, but is not.
void check_beside(const fs::path& root, cchc::Inspection& round) {
    for (const fs::path& entry : entries(root)) {
        const std::string name = entry.filename().string();
        std::error_code ignored;
        const bool known = std::find(input_folders().begin(), input_folders().end(), name) != input_folders().end();
        const std::string wanted = known || !fs::is_directory(entry, ignored) ? "" : meant(name);
        if (!wanted.empty())
            round.add_problem(
                input_problem("unknown_folder", true, name, {},
                              {fmt::format("thư mục \"{}\" không được đọc; có phải là \"{}\" không?", name, wanted),
                               fmt::format("the folder \"{}\" is not read; did you mean \"{}\"?", name, wanted)}));
    }
    std::error_code ignored;
    if (!fs::exists(root / "outline.json", ignored) || fs::path(round.plan().outline).filename() == "outline.json") return;
    round.add_problem(input_problem(
        "outline_unused", false, "outline.json", {},
        {fmt::format("đề cương này không được dùng vì kế hoạch nêu \"outline\": \"{}\"", round.plan().outline),
         fmt::format("this outline is not used, because the plan says \"outline\": \"{}\"", round.plan().outline)}));
}

// A round without a plan is no call that is wrong: the folder is there, and what it should hold is not.
cchc::InspectionPlan plan_of(const std::string& path) {
    try {
        return cchc::InspectionPlan::from_json(read_whole(path), path);
    } catch (const CallError& error) {
        throw DataError(error.what());
    }
}

}  // namespace

const std::vector<std::string>& input_folders() {
    static const std::vector<std::string> names = {"self-reports", "visits", "findings", "facts", "scores"};
    return names;
}

cchc::InspectionProblem input_problem(std::string_view code, bool error, std::string_view source, std::string_view pointer,
                                      cchc::LocalText message) {
    cchc::InspectionProblem problem;
    problem.code = code;
    problem.error = error;
    problem.source = source;
    problem.pointer = pointer;
    problem.message = std::move(message);
    return problem;
}

cchc::InspectionProblem unreadable_file(const std::string& source, const std::string& reason) {
    return input_problem(
        "unreadable", true, source, {},
        {fmt::format("không đọc được tệp: {}", reason), fmt::format("the file cannot be read: {}", reason)});
}

cchc::Inspection read_round(const std::string& folder, std::optional<cchc::Date> as_of) {
    const fs::path root(folder);
    const std::string path = (root / "plan.json").string();
    cchc::InspectionPlan plan = plan_of(path);
    if (const cchc::Date first = plan.document.date.value_or(plan.from); as_of && *as_of < first)
        throw CallError(
            fmt::format("inspect: --as-of: {} is before the plan of {}", cchc::to_string(*as_of), cchc::to_string(first)));
    cchc::Outline outline = needed(path, "/outline", [&] { return find_outline(root, plan.outline); });
    cchc::Calendar calendar = needed(path, "/calendar", [&] { return find_calendar(beside(root, {"vn"}, plan.calendar)); });
    cchc::OutcomePolicy policy =
        needed(path, "/policy", [&] { return find_policy(beside(root, cchc::OutcomePolicy::builtin_ids(), plan.policy)); });
    std::vector<cchc::InspectionProblem> problems;
    auto criteria = criteria_of(root, plan, problems);
    RoundReader reader(root, cchc::Inspection(std::move(plan), std::move(outline), std::move(calendar), std::move(criteria),
                                              std::move(policy)));
    // Without the set that the plan names no sheet can be read; that is said once, not for each.
    const bool scored = problems.empty();
    for (cchc::InspectionProblem& problem : problems) reader.round().add_problem(std::move(problem));
    check_beside(root, reader.round());
    using Round = cchc::Inspection;
    const auto with = [](bool (Round::*add)(std::string_view, std::string_view)) {
        return [add](Round& round, const std::string& text, const std::string& source) { (round.*add)(text, source); };
    };
    reader.parts("self-reports", with(&Round::add_self_report));
    reader.parts("visits", with(&Round::add_visit));
    reader.parts("findings", with(&Round::add_findings));
    reader.parts("facts", with(&Round::add_facts));
    if (scored) reader.parts("scores", with(&Round::add_scores));
    read_dossiers(reader.round(), root, as_of);
    return std::move(reader.round());
}

}  // namespace tool

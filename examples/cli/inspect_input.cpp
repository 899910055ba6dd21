#include "inspect_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <system_error>
#include <utility>

#include "input.hpp"
#include "named.hpp"
#include "problems.hpp"
#include "stats_input.hpp"

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

cchc::InspectionProblem unreadable(const std::string& source, const std::string& reason) {
    cchc::InspectionProblem problem;
    problem.code = "unreadable";
    problem.source = source;
    problem.message = {fmt::format("không đọc được tệp: {}", reason), fmt::format("the file cannot be read: {}", reason)};
    return problem;
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

// The files that can be read of one of the folders, by name.
std::vector<fs::path> json_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    if (!fs::exists(folder, error) && !error) return files;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (entry->path().extension() == ".json") {
            files.push_back(entry->path());
        } else {
            say(fmt::format("note: \"{}\" is no *.json and is not read", entry->path().string()));
        }
    }
    if (error) throw CallError(fmt::format("cannot read \"{}\": {}", folder.string(), error.message()));
    std::sort(files.begin(), files.end());
    return files;
}

// A round while its parts come in.
class RoundReader {
public:
    RoundReader(fs::path folder, cchc::Inspection inspection) : folder_(std::move(folder)), round_(std::move(inspection)) {}

    // Files are handed to `add` as text and name.
    template <class Add>
    void parts(const std::string& name, const Add& add) {
        try {
            for (const fs::path& file : json_files(folder_ / name)) part(name + "/" + file.filename().string(), add);
        } catch (const CallError& error) {
            lost(unreadable(name, error.what()));
        }
    }

    void dossiers(std::optional<cchc::Date> as_of) {
        const auto& names = round_.plan().dossiers;
        if (names.empty()) return;
        const cchc::Statistics empty(query(as_of));
        std::optional<cchc::Statistics> all;
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto one = dossiers_of(names[i], fmt::format("/dossiers/{}", i), empty);
            if (!one) return;  // some of the dossiers would look like all of them
            if (all) {
                all->merge(*one);
            } else {
                all = std::move(one);
            }
        }
        if (all) round_.set_statistics(all->result());
    }

    cchc::Inspection& round() { return round_; }

private:
    template <class Add>
    void part(const std::string& source, const Add& add) {
        std::string text;
        try {
            text = read_whole((folder_ / source).string());
        } catch (const CallError& error) {
            lost(unreadable(source, error.what()));
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

    cchc::Query query(std::optional<cchc::Date> as_of) const {
        using D = cchc::Dimension;
        const cchc::InspectionPlan& plan = round_.plan();
        cchc::Query query;
        query.from = plan.from;
        query.to = plan.to;
        query.as_of = as_of;
        query.groupings = {{D::agency}, {D::month}, {D::agency, D::month}};
        for (const cchc::PlanSubject& subject : plan.subjects) query.agencies.push_back(subject.unit);
        query.policy = round_.policy();
        query.calendar = round_.calendar();
        query.timing = true;
        return query;
    }

    // A file counts as a whole or not at all: half of its dossiers would look like all of them.
    std::optional<cchc::Statistics> dossiers_of(const std::string& name, const std::string& pointer,
                                                const cchc::Statistics& empty) {
        Reading reading;
        reading.files = {(folder_ / name).string()};
        try {
            cchc::Statistics statistics = empty;
            if (!add_files(reading, statistics.query().rules, statistics)) bad_rows(name, statistics.result());
            return statistics;
        } catch (const CallError& error) {
            missing_dossiers(name, pointer, error.what());
        } catch (const cchc::Error& error) {
            missing_dossiers(name, pointer, error.message());
        }
        return std::nullopt;
    }

    void missing_dossiers(const std::string& name, const std::string& pointer, const std::string& reason) {
        cchc::InspectionProblem problem = unreadable("plan.json", reason);
        problem.pointer = pointer;
        problem.message = {fmt::format("không đọc được tệp hồ sơ \"{}\": {}", name, reason),
                           fmt::format("the file of dossiers \"{}\" cannot be read: {}", name, reason)};
        round_.add_problem(std::move(problem));
    }

    void bad_rows(const std::string& name, const cchc::StatisticsResult& result) {
        std::uint64_t rows = 0;
        for (std::size_t i = 1; i < cchc::problem_count; ++i) rows += result.total.excluded[i];
        cchc::InspectionProblem problem;
        problem.code = "bad_rows";
        problem.source = name;
        problem.message = {fmt::format("{} dòng hồ sơ có lỗi, không tính được", rows),
                           fmt::format("{} rows of dossiers are bad and are not counted", rows)};
        round_.add_problem(std::move(problem));
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
        cchc::InspectionProblem problem = unreadable("plan.json", error.what());
        problem.pointer = "/criteria";
        problem.message = {
            fmt::format("không dùng được bộ tiêu chí \"{}\", nên không chấm điểm: {}", plan.criteria, error.what()),
            fmt::format("the criteria set \"{}\" cannot be used, so nothing is scored: {}", plan.criteria, error.what())};
        problems.push_back(std::move(problem));
    }
    return std::nullopt;
}

}  // namespace

const std::vector<std::string>& input_folders() {
    static const std::vector<std::string> names = {"self-reports", "visits", "findings", "facts", "scores"};
    return names;
}

cchc::Inspection read_round(const std::string& folder, std::optional<cchc::Date> as_of) {
    const fs::path root(folder);
    const std::string path = (root / "plan.json").string();
    cchc::InspectionPlan plan = cchc::InspectionPlan::from_json(read_whole(path), path);
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
    for (cchc::InspectionProblem& problem : problems) reader.round().add_problem(std::move(problem));
    using Round = cchc::Inspection;
    const auto with = [](bool (Round::*add)(std::string_view, std::string_view)) {
        return [add](Round& round, const std::string& text, const std::string& source) { (round.*add)(text, source); };
    };
    reader.parts("self-reports", with(&Round::add_self_report));
    reader.parts("visits", with(&Round::add_visit));
    reader.parts("findings", with(&Round::add_findings));
    reader.parts("facts", with(&Round::add_facts));
    reader.parts("scores", with(&Round::add_scores));
    reader.dossiers(as_of);
    return std::move(reader.round());
}

}  // namespace tool

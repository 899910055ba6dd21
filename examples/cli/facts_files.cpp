#include "facts_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "input.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "slug.hpp"

namespace tool {
namespace {

namespace fs = std::filesystem;

const cchc::GroupResult& by_agency(const cchc::StatisticsResult& result) {
    for (const cchc::GroupResult& group : result.groups)
        if (group.grouping == cchc::Grouping{cchc::Dimension::agency}) return group;
    throw CallError("stats: --facts-dir needs figures by agency, and the saved statistics have none");
}

std::vector<std::string> files_of(const std::string& path) {
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) return {path};
    std::vector<std::string> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(path, error))
        if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    if (error) throw CallError(fmt::format("cannot read \"{}\": {}", path, error.message()));
    if (files.empty()) throw CallError(fmt::format("no *.json in \"{}\"", path));
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(const cchc::FactValue& value) {
    if (const auto* number = std::get_if<cchc::Decimal>(&value)) return number->to_string();
    if (const auto* text = std::get_if<std::string>(&value)) return '"' + *text + '"';
    return std::get<bool>(value) ? "true" : "false";
}

// Where the facts come from, so that a trace can say it: the policy and the calendar that counted.
std::string source_of(const cchc::Query& query) {
    return fmt::format("cchc stats, policy {}, calendar {} {}", query.policy.id, query.calendar.id(),
                       query.calendar.version());
}

}  // namespace

void write_facts(const cchc::StatisticsResult& result, const std::string& folder, bool force) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw CallError(fmt::format("cannot make \"{}\": {}", folder, error.message()));
    std::map<std::string, cchc::Facts> files;
    for (const cchc::GroupRow& row : by_agency(result).rows) {
        const std::string& agency = row.key.front();
        if (agency.empty()) {
            say("note: dossiers without an agency get no file of facts");
            continue;
        }
        const std::string name = slug(agency);
        std::string path = fmt::format("{}.json", name);
        for (int i = 2; files.contains(path); ++i) path = fmt::format("{}-{}.json", name, i);
        cchc::Facts& facts = files[path] = cchc::facts(result, agency);
        facts.source = source_of(result.query);
    }
    for (const auto& [name, facts] : files)
        if (!force && fs::exists(fs::path(folder) / name, error))
            throw CallError(fmt::format("\"{}\" exists; --force overwrites it", (fs::path(folder) / name).string()));
    for (const auto& [name, facts] : files) {
        Output output((fs::path(folder) / name).string(), force);
        output.write(facts.to_json());
        output.commit();
    }
}

std::vector<cchc::Facts> read_facts(const std::vector<std::string>& paths) {
    std::vector<cchc::Facts> units;
    std::map<std::string, std::size_t> known;
    for (const std::string& path : paths)
        for (const std::string& file : files_of(path)) {
            cchc::Facts facts = cchc::Facts::from_json(read_whole(file), file == "-" ? "stdin" : file);
            const auto [place, is_new] = known.emplace(facts.unit, units.size());
            if (is_new) {
                units.push_back(std::move(facts));
                continue;
            }
            try {
                units[place->second].merge(facts);
            } catch (const cchc::Error& error) {
                throw DataError(fmt::format("{}: {}", file, error.what()));
            }
        }
    return units;
}

void say_conflicts(const cchc::Facts& facts) {
    for (const cchc::FactConflict& conflict : facts.conflicts) {
        std::string line = fmt::format("{}: the sources differ on \"{}\":", facts.unit, conflict.name);
        for (const auto& [source, value] : conflict.values)
            line += fmt::format(" {} in {};", text_of(value), source.empty() ? "a source without a name" : source);
        line.pop_back();
        say(line);
    }
}

cchc::Facts read_facts_of_one(const std::vector<std::string>& paths, std::string_view command) {
    std::vector<cchc::Facts> units = read_facts(paths);
    if (units.size() > 1)
        throw DataError(fmt::format("{}: the facts are of {} units (\"{}\", \"{}\"); rank takes several", command,
                                    units.size(), units[0].unit, units[1].unit));
    return std::move(units.front());
}

}  // namespace tool

#include "inspect_dossiers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "input.hpp"
#include "problems.hpp"
#include "stats_input.hpp"

namespace tool {
namespace {

// Whether two paths lead to one file, or to files of the same bytes.
bool same_file(const std::string& a, const std::string& b) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::equivalent(a, b, error)) return true;
    if (!fs::is_regular_file(a, error) || !fs::is_regular_file(b, error)) return false;
    if (fs::file_size(a, error) != fs::file_size(b, error) || error) return false;
    Input left(a), right(b);
    std::string one(std::size_t{64} * 1024, '\0'), other = one;
    for (;;) {
        const std::size_t length = left.read(one);
        if (length != right.read(other)) return false;
        if (length == 0) return true;
        if (one.compare(0, length, other, 0, length) != 0) return false;
    }
}

class DossierReader {
public:
    DossierReader(cchc::Inspection& round, std::filesystem::path folder, std::optional<cchc::Date> as_of)
        : round_(round), folder_(std::move(folder)), empty_(query(as_of)) {}

    void read() {
        std::optional<cchc::Statistics> all;
        const auto& names = round_.plan().dossiers;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (named_before(i)) continue;
            auto one = dossiers_of(names[i], fmt::format("/dossiers/{}", i));
            if (!one) return;  // some of the dossiers would look like all of them
            if (all) {
                all->merge(*one);
            } else {
                all = std::move(one);
            }
        }
        repeated_ids();
        if (all) round_.set_statistics(all->result());
    }

private:
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

    std::string path_of(std::size_t index) const { return (folder_ / round_.plan().dossiers[index]).string(); }

    // What cannot be read is said when it is read.
    static bool is_same(const std::string& a, const std::string& b) {
        try {
            return same_file(a, b);
        } catch (const CallError&) {
            return false;
        }
    }

    // The same dossiers twice would double every figure, and no figure would show it.
    bool named_before(std::size_t index) {
        const auto& names = round_.plan().dossiers;
        for (std::size_t i = 0; i < index; ++i) {
            if (!is_same(path_of(i), path_of(index))) continue;
            round_.add_problem(input_problem(
                "dossiers_twice", true, "plan.json", fmt::format("/dossiers/{}", index),
                {fmt::format("tệp hồ sơ \"{}\" trùng với \"{}\", chỉ tính một lần", names[index], names[i]),
                 fmt::format("the file of dossiers \"{}\" is the same as \"{}\" and counts once", names[index], names[i])}));
            return true;
        }
        return false;
    }

    // A file counts as a whole or not at all: half of its dossiers would look like all of them.
    std::optional<cchc::Statistics> dossiers_of(const std::string& name, const std::string& pointer) {
        try {
            cchc::Statistics statistics = empty_;
            if (!add_file(name, statistics)) bad_rows(name, statistics.result());
            return statistics;
        } catch (const CallError& error) {
            missing_dossiers(name, pointer, error.what());
        } catch (const cchc::Error& error) {
            missing_dossiers(name, pointer, error.message());
        }
        return std::nullopt;
    }

    bool add_file(const std::string& name, cchc::Statistics& statistics) {
        Reading reading;
        reading.files = {(folder_ / name).string()};
        std::vector<cchc::Problem> found;
        const auto take = [&](cchc::Dossiers& batch, const Place& place, std::size_t shown, Uncounted& uncounted) {
            found.resize(batch.size());
            statistics.add(batch, found);
            note_uncounted(batch, found, place, shown, uncounted);
            for (std::size_t i = 0; i < batch.size(); ++i)
                if (const std::string_view id = batch.id[i]; !id.empty()) ids_.push_back(std::hash<std::string_view>{}(id));
        };
        return read_files(reading, statistics.query().rules, take);
    }

    void missing_dossiers(const std::string& name, const std::string& pointer, const std::string& reason) {
        round_.add_problem(input_problem("unreadable", true, "plan.json", pointer,
                                         {fmt::format("không đọc được tệp hồ sơ \"{}\": {}", name, reason),
                                          fmt::format("the file of dossiers \"{}\" cannot be read: {}", name, reason)}));
    }

    void bad_rows(const std::string& name, const cchc::StatisticsResult& result) {
        std::uint64_t rows = 0;
        for (std::size_t i = 1; i < cchc::problem_count; ++i) rows += result.total.excluded[i];
        round_.add_problem(input_problem("bad_rows", true, name, {},
                                         {fmt::format("{} dòng hồ sơ có lỗi, không tính được", rows),
                                          fmt::format("{} rows of dossiers are bad and are not counted", rows)}));
    }

    // As `cchc stats` does: each row counts, and how many repeat an id is said, here also from file to file.
    void repeated_ids() {
        std::sort(ids_.begin(), ids_.end());
        const auto end = std::unique(ids_.begin(), ids_.end());
        const auto rows = ids_.end() - end;
        if (rows == 0) return;
        round_.add_problem(input_problem(
            "repeated_dossiers", false, "plan.json", "/dossiers",
            {fmt::format("{} dòng lặp lại mã của một hồ sơ đã có trong cùng tệp hoặc tệp khác; dòng nào cũng được tính",
                         rows),
             fmt::format("{} rows repeat the id of another dossier, in the same file or another one; every row is counted",
                         rows)}));
    }

    cchc::Inspection& round_;
    std::filesystem::path folder_;
    cchc::Statistics empty_;
    std::vector<std::size_t> ids_;  // hashed: there may be millions
};

}  // namespace

void read_dossiers(cchc::Inspection& round, const std::filesystem::path& folder, std::optional<cchc::Date> as_of) {
    if (!round.plan().dossiers.empty()) DossierReader(round, folder, as_of).read();
}

}  // namespace tool

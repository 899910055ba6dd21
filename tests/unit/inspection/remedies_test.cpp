// What became of findings: by hand, and 300 random files against a plain retelling.
#include <algorithm>
#include <random>
#include <set>

#include "cchc/findings.hpp"
#include "test.hpp"

namespace remedies_test {

using namespace cchc;
using std::chrono::days;

namespace {

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

Date day(int year, int month, int d) { return *make_date(year, month, d); }

Finding finding(std::string id, Date raised, FindingKind kind = FindingKind::shortcoming) {
    Finding f;
    f.id = std::move(id);
    f.unit = "u";
    f.kind = kind;
    f.origin = "audit";
    f.raised = raised;
    return f;
}

Conclusion conclusion(Date date, std::string id, std::optional<Date> due) {
    Conclusion c;
    c.unit = "u";
    c.document.date = date;
    c.fixes.push_back({std::move(id), due});
    return c;
}

Remedy remedy(std::string id, Date done) {
    Remedy r;
    r.finding = std::move(id);
    r.done = done;
    return r;
}

RemedyRow row_of(std::optional<Date> due, std::optional<Date> done, Date as_of) {
    Findings all;
    all.findings = {finding("1", day(2019, 9, 20))};
    all.conclusions = {conclusion(day(2019, 10, 15), "1", due)};
    if (done) all.remedies = {remedy("1", *done)};
    return remedy_rows(all, as_of, vn()).front();
}

}  // namespace

TEST_CASE("A remedy is in time on its due day, and late after it in working days") {
    const Date friday = day(2019, 12, 20), as_of = day(2020, 3, 2);
    CHECK(row_of(friday, friday, as_of).state == RemedyState::fixed_in_time);
    CHECK(row_of(friday, friday, as_of).working_days_late == 0);
    CHECK(row_of(friday, day(2019, 12, 23), as_of).state == RemedyState::fixed_late);
    CHECK(row_of(friday, day(2019, 12, 23), as_of).working_days_late == 1);
    // 21 and 22, (Tết) 30 and 31 January, 3 February.
    CHECK(row_of(day(2020, 1, 20), day(2020, 2, 3), as_of).working_days_late == 5);
}

TEST_CASE("A due day on which nobody works moves to the next working day") {
    const Date saturday = day(2019, 12, 21), as_of = day(2020, 3, 2);
    CHECK(row_of(saturday, day(2019, 12, 23), as_of).state == RemedyState::fixed_in_time);
    CHECK(row_of(saturday, day(2019, 12, 24), as_of).working_days_late == 1);
    CHECK(row_of(day(2020, 1, 23), day(2020, 1, 30), as_of).state == RemedyState::fixed_in_time);
}

TEST_CASE("What is not fixed is open until its due day has passed") {
    const Date friday = day(2019, 12, 20);
    CHECK(row_of(friday, {}, friday).state == RemedyState::open);
    CHECK(row_of(friday, {}, friday + days{1}).state == RemedyState::overdue);
    CHECK(row_of(friday, {}, day(2019, 12, 25)).working_days_late == 2);  // 23 and 24
    CHECK(row_of({}, {}, day(2020, 12, 1)).state == RemedyState::open);
    CHECK(row_of({}, day(2020, 11, 30), day(2020, 12, 1)).state == RemedyState::fixed_in_time);
}

TEST_CASE("A remedy on the as-of date or later does not count, nor one before its finding") {
    const Date friday = day(2019, 12, 20);
    CHECK(row_of(friday, day(2019, 12, 19), day(2019, 12, 19)).state == RemedyState::open);
    CHECK_FALSE(row_of(friday, day(2019, 12, 19), day(2019, 12, 19)).done.has_value());
    CHECK(row_of(friday, day(2019, 12, 19), friday).state == RemedyState::fixed_in_time);
    CHECK(row_of(friday, day(2019, 9, 19), day(2020, 1, 1)).state == RemedyState::overdue);
    CHECK(row_of(friday, day(2019, 9, 20), day(2020, 1, 1)).state == RemedyState::fixed_in_time);
}

TEST_CASE("The latest conclusion sets the due day, and the first remedy counts") {
    Findings all;
    all.findings = {finding("1", day(2019, 9, 20)), finding("2", day(2019, 9, 20), FindingKind::good_model)};
    all.conclusions = {conclusion(day(2020, 2, 3), "1", day(2020, 6, 30)),
                       conclusion(day(2019, 10, 15), "1", day(2019, 12, 31)),
                       conclusion(day(2019, 10, 15), "2", day(2019, 12, 31))};
    all.remedies = {remedy("1", day(2020, 5, 5)), remedy("1", day(2020, 4, 1)), remedy("2", day(2020, 4, 1))};
    auto rows = remedy_rows(all, day(2020, 10, 1), vn());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].due == day(2020, 6, 30));
    CHECK(rows[0].done == day(2020, 4, 1));
    CHECK(rows[0].state == RemedyState::fixed_in_time);
    CHECK(rows[1].state == RemedyState::not_required);
    all.conclusions.push_back(conclusion(day(2020, 7, 1), "1", day(2020, 7, 2)));
    all.conclusions.back().unit = "other";  // has no say in what this unit owes
    CHECK(remedy_rows(all, day(2020, 10, 1), vn())[0].due == day(2020, 6, 30));
}

TEST_CASE("Counts come by unit and origin, by unit, by origin and in total") {
    Findings all;
    const auto add = [&all](std::string unit, std::string origin, Date raised) {
        all.findings.push_back(finding(std::to_string(all.findings.size()), raised));
        all.findings.back().unit = std::move(unit);
        all.findings.back().origin = std::move(origin);
    };
    add("b", "audit", day(2019, 1, 1));
    add("a", "self", day(2018, 12, 31));  // before the period
    add("a", "self", day(2019, 12, 31));
    add("a", "audit", day(2019, 6, 1));
    add("a", "audit", day(2020, 1, 1));  // after it
    all.remedies = {remedy("0", day(2019, 3, 1))};
    const auto counts = count_remedies(all, remedy_rows(all, day(2020, 1, 1), vn()), day(2019, 1, 1), day(2020, 1, 1));
    std::vector<std::string> lines;
    for (const RemedyCount& c : counts)
        lines.push_back(c.unit + "/" + c.origin + " " + std::to_string(c.raised) + " " + std::to_string(c.handled) + " " +
                        std::to_string(c.open));
    CHECK(lines == std::vector<std::string>{"a/audit 1 0 1", "a/self 1 0 1", "b/audit 1 1 0", "a/ 2 0 2", "b/ 1 1 0",
                                            "/audit 2 1 1", "/self 1 0 1", "/ 3 1 2"});
    const auto none = count_remedies({}, {}, day(2019, 1, 1), day(2020, 1, 1));
    REQUIRE(none.size() == 1);
    CHECK(none[0].raised == 0);
}

namespace {

// Files of findings over 2018 to 2020 in which all goes wrong that can: unknown ids, second findings, early remedies.
class RandomFiles {
public:
    explicit RandomFiles(std::uint32_t seed) : random_(seed) {}

    std::vector<Findings> files() {
        std::vector<Findings> out(3);
        for (int i = 0; i < 25; ++i) out[pick(3)].findings.push_back(finding());
        for (int i = 0; i < 60; ++i) out[pick(3)].conclusions.push_back(conclusion());
        for (int i = 0; i < 40; ++i) out[pick(3)].remedies.push_back(remedies_test::remedy(id(), date()));
        return out;
    }

private:
    std::size_t pick(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
    std::string id() { return "f" + std::to_string(pick(22)); }
    Date date() { return day(2018, 1, 1) + days{static_cast<int>(pick(3 * 365))}; }

    // Its unit, kind and origin follow from its id and day, so that two of one id may differ, and never in rank alone.
    Finding finding() {
        // Mostly before the conclusions and remedies, so that most of these count.
        Finding f = remedies_test::finding(id(), day(2018, 1, 1) + days{static_cast<int>(pick(600))});
        f.unit = "u" + std::to_string(f.id.size() + static_cast<std::size_t>(f.id.back() - '0') % 3);
        f.origin = pick(2) == 0 ? "audit" : "inspection";
        f.kind = static_cast<FindingKind>(static_cast<int>(f.raised.time_since_epoch().count() % 3));
        return f;
    }

    Conclusion conclusion() {
        Conclusion c;
        c.document = {std::to_string(pick(5)) + "/KL", date(), {}, {}};
        c.unit = "u" + std::to_string(2 + pick(5));
        std::set<std::string> seen;
        for (int i = 0; i < 4; ++i) {
            const std::string name = id();
            std::optional<Date> due;
            if (pick(4) != 0) due = *c.document.date + days{static_cast<int>(pick(200)) - 10};
            if (seen.insert(name).second) c.fixes.push_back({name, due});
        }
        return c;
    }

    std::mt19937 random_;
};

// The states told again without an index: every question is a walk over all records.
std::string retold_state(const Findings& all, const Finding& f, Date as_of) {
    if (f.kind == FindingKind::good_model) return "not_required";
    const Conclusion* latest = nullptr;
    std::optional<Date> due;
    for (const Conclusion& c : all.conclusions)
        for (const RequiredFix& fix : c.fixes) {
            if (fix.finding != f.id || c.unit != f.unit || *c.document.date < f.raised) continue;
            if (fix.due && *fix.due < *c.document.date) continue;
            const auto key = [](const Conclusion& k, const std::optional<Date>& d) {
                return std::tuple(*k.document.date, k.document.number, d.has_value() ? to_string(*d) : "");
            };
            if (latest == nullptr || key(*latest, due) < key(c, fix.due)) {
                latest = &c;
                due = fix.due;
            }
        }
    std::optional<Date> done;
    for (const Remedy& r : all.remedies)
        if (r.finding == f.id && r.done >= f.raised && r.done < as_of && (!done || r.done < *done)) done = r.done;
    while (due && !vn().is_working(*due)) *due += days{1};
    if (done) return due && *done > *due ? "fixed_late" : "fixed_in_time";
    return due && *due < as_of ? "overdue" : "open";
}

RemedyCount retold(const Findings& all, const std::string& unit, const std::string& origin, Date from, Date to, Date as_of) {
    RemedyCount c{unit, origin};
    for (const Finding& f : all.findings) {
        if ((!unit.empty() && f.unit != unit) || (!origin.empty() && f.origin != origin)) continue;
        if (f.raised < from || f.raised >= to) continue;
        const std::string state = retold_state(all, f, as_of);
        if (state != "not_required") ++c.raised;
        if (state == "fixed_in_time" || state == "fixed_late") ++c.handled;
        if (state == "fixed_late") ++c.late;
        if (state == "open") ++c.open;
        if (state == "overdue") ++c.overdue;
    }
    return c;
}

auto numbers(const RemedyCount& c) { return std::tuple(c.unit, c.origin, c.raised, c.handled, c.late, c.open, c.overdue); }

std::vector<decltype(numbers({}))> counted(const Findings& all, Date from, Date to, Date as_of) {
    std::vector<decltype(numbers({}))> out;
    for (const RemedyCount& c : count_remedies(all, remedy_rows(all, as_of, vn()), from, to)) out.push_back(numbers(c));
    return out;
}

}  // namespace

TEST_CASE("Counts of random findings equal a plain retelling, in any order of the files") {
    std::uint64_t late = 0, overdue = 0, problems = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        std::vector<Findings> files = RandomFiles(seed).files();
        const Date as_of = day(2019, 1, 1) + days{static_cast<int>(seed % 3) * 365};
        const Date from = day(2018, 1, 1) + days{static_cast<int>(seed % 2) * 365}, to = day(2020, 7, 1);
        Findings all;
        for (const Findings& file : files) all.add(file);
        all.link();
        problems += all.problems.size();
        const auto counts = counted(all, from, to, as_of);
        for (const auto& [unit, origin, raised, handled, fixed_late, open, late_open] : counts) {
            CHECK(raised == handled + open + late_open);
            CHECK(std::tuple(unit, origin, raised, handled, fixed_late, open, late_open) ==
                  numbers(retold(all, unit, origin, from, to, as_of)));
            if (unit.empty() && origin.empty()) late += fixed_late, overdue += late_open;
        }
        std::reverse(files.begin(), files.end());
        for (Findings& file : files) {
            std::reverse(file.findings.begin(), file.findings.end());
            std::reverse(file.conclusions.begin(), file.conclusions.end());
            std::reverse(file.remedies.begin(), file.remedies.end());
        }
        Findings turned;
        for (const Findings& file : files) turned.add(file);
        turned.link();
        CHECK(counted(turned, from, to, as_of) == counts);
    }
    // The random files do hold what is to be counted.
    CHECK(late > 50);
    CHECK(overdue > 100);
    CHECK(problems > 1000);
}

}  // namespace remedies_test

// One calendar, one criteria set, one round, eight threads: every call gives byte for byte what one thread gets. Run it
// under the thread sanitizer, too (preset tsan).
#include <array>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include "inspection_support.hpp"
#include "sample.hpp"
#include "test.hpp"

namespace threads_test {

using namespace capi_test;

namespace {

constexpr std::size_t thread_count = 8;
constexpr std::size_t times = 3;  // each thread makes each call so often, each time after another one

// Handles that all threads share; none of the calls changes one.
struct Shared {
    CalendarPtr calendar = vn();
    RulePtr days = rule("working-days");
    PolicyPtr form = policy("form-ii06a");
    CriteriaPtr set = criteria(two_kinds);
    Sample sample = make_sample(200);
    std::string csv = sample.csv();
    StatisticsPtr filled = round_statistics();
    InspectionPtr inspection = filled_inspection(set.get());
    RoundPtr round;
    std::vector<std::string> facts{facts_json("A", "xa", R"("rate": 80, "open": false, "level": "high")"),
                                   facts_json("B", "phuong", R"("rate": "33.3", "open": false)"),
                                   facts_json("C", "xa", R"("rate": 70, "open": true, "level": "low")")};
    Texts texts{facts};

    Shared() {
        const auto columns = sample.columns();
        cchc_statistics_add_columns(filled.get(), &columns, nullptr, nullptr, nullptr);
        cchc_inspection_set_statistics(inspection.get(), filled.get(), nullptr);
        round = computed(inspection.get());
    }
};

// The memory of a column, behind what stands in `out` already.
template <class T>
void append(std::string& out, const std::vector<T>& column) {
    out.append(reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T));
}

template <class Call>
std::string bytes_of(Call call) {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = call(&out, &error);
    return status == CCHC_OK ? take(out) : std::string(cchc_status_name(status)) + ": " + error.message;
}

// Due dates of `count` receipts in one call, or one call each.
std::string due_dates(const Shared& s, std::size_t count, std::size_t step) {
    std::vector<std::int64_t> received, limit, due(count);
    for (std::size_t i = 0; i < count; ++i) {
        received.push_back(instant(2020, 1, 2, 9) + static_cast<std::int64_t>(i) * 7200);
        limit.push_back(1000 * static_cast<std::int64_t>(i % 30));
    }
    std::vector<std::uint8_t> row_status(count);
    for (std::size_t i = 0; i < count; i += step)
        cchc_due_compute(s.calendar.get(), s.days.get(), &received[i], &limit[i], step, &due[i], nullptr, &row_status[i],
                         nullptr, nullptr);
    std::string out;
    append(out, due);
    append(out, row_status);
    return out;
}

std::string calendar_batches(const Shared& s) {
    constexpr std::size_t count = 2000;
    std::vector<std::int32_t> days, n(count, 15), added(count), counted(count);
    std::vector<std::int64_t> from, seconds(count, 90000), to(count);
    std::vector<std::uint8_t> working(count);
    for (std::size_t i = 0; i < count; ++i) {
        days.push_back(day(2018, 1, 1) + static_cast<std::int32_t>(i));
        from.push_back(std::int64_t{days.back()} * 86400 + 36000);
    }
    const cchc_calendar* c = s.calendar.get();
    cchc_calendar_is_working(c, days.data(), count, working.data(), nullptr, nullptr, nullptr);
    cchc_calendar_add_working_days(c, days.data(), n.data(), count, added.data(), nullptr, nullptr, nullptr);
    cchc_calendar_count_working_days(c, days.data(), added.data(), count, counted.data(), nullptr, nullptr, nullptr);
    cchc_calendar_advance(c, from.data(), seconds.data(), count, CCHC_BOUNDARY_LATEST, to.data(), nullptr, nullptr, nullptr);
    std::string out;
    append(out, working);
    append(out, added);
    append(out, counted);
    append(out, to);
    return out;
}

std::string outcomes(const Shared& s) {
    const Sample& d = s.sample;
    std::vector<std::uint8_t> outcome(d.size()), row_status(d.size());
    cchc_policy_classify(s.form.get(), d.received.data(), d.due.data(), d.completed.data(), d.status.data(), d.size(),
                         day(2020, 10, 1), outcome.data(), row_status.data(), nullptr, nullptr);
    std::string out;
    append(out, outcome);
    append(out, row_status);
    return out;
}

std::string matrix(const Shared& s) {
    const std::int64_t rate[] = {80, 40}, open[] = {0, 1};
    const std::int32_t kinds[] = {0, 1};
    const cchc_fact_column columns[] = {{sizeof(cchc_fact_column), 0, 0, 0, "rate", nul, rate},
                                        {sizeof(cchc_fact_column), 1, 0, 0, "open", nul, open}};
    const char* level = R"({"format": "cchc.facts/1", "unit": "", "facts": {"level": "high"}})";
    std::vector<std::int64_t> points(4), total(2);
    cchc_score_matrix(s.set.get(), columns, 2, 2, kinds, level, nul, 2, 2, points.data(), nullptr, total.data(), nullptr,
                      nullptr, nullptr);
    std::string out;
    append(out, points);
    append(out, total);
    return out;
}

// A counter of the thread's own, which reads a file in pieces.
std::string counted_csv(const Shared& s) {
    const StatisticsPtr own = statistics();
    for (std::size_t at = 0; at < s.csv.size(); at += 5000)
        cchc_statistics_add_csv(own.get(), s.csv.data() + at, std::min<std::size_t>(5000, s.csv.size() - at), nullptr);
    cchc_bytes* report = nullptr;
    cchc_statistics_finish_csv(own.get(), &report, nullptr);
    std::string out = take(report);
    cchc_statistics_merge(own.get(), s.filled.get(), nullptr);
    return out + result_json(own.get());
}

std::string documents(const Shared& s) {
    std::string out = result_json(s.round.get()) + overview(s.round.get(), CCHC_LANG_VI);
    for (const std::int32_t format : {CCHC_DOCUMENT_JSON, CCHC_DOCUMENT_MARKDOWN, CCHC_DOCUMENT_TEXT})
        out += document(s.round.get(), "summary", CCHC_LANG_VI, format);
    return out;
}

struct Job {
    const char* name;
    std::function<std::string(const Shared&)> run;
};

std::vector<Job> counting_jobs() {
    return {{"due dates, batch", [](const Shared& s) { return due_dates(s, 6000, 6000); }},
            {"due dates, one by one", [](const Shared& s) { return due_dates(s, 200, 1); }},
            {"calendar", calendar_batches},
            {"outcomes", outcomes},
            {"a file counted", counted_csv},
            {"statistics", [](const Shared& s) { return result_json(s.filled.get()) + serialized(s.filled.get()); }},
            {"due date explained",
             [](const Shared& s) {
                 return bytes_of([&](auto** o, auto* e) {
                     return cchc_due_explain(s.calendar.get(), s.days.get(), instant(2020, 1, 16, 9), 15000, CCHC_LANG_VI, o,
                                             e);
                 });
             }},
            {"calendar written",
             [](const Shared& s) {
                 return bytes_of([&](auto** o, auto* e) { return cchc_calendar_to_json(s.calendar.get(), o, e); });
             }},
            {"calendar made", [](const Shared&) {  // what ships with the library is read once for all threads
                 const CalendarPtr own = vn();
                 return bytes_of([&](auto** o, auto* e) { return cchc_calendar_to_json(own.get(), o, e); });
             }}};
}

std::vector<Job> scoring_jobs() {
    return {
        {"score",
         [](const Shared& s) {
             return bytes_of([&](auto** o, auto* e) {
                 return cchc_score(s.set.get(), s.facts[0].data(), s.facts[0].size(), nullptr, 0, 1, o, e);
             });
         }},
        {"score_many",
         [](const Shared& s) {
             return bytes_of([&](auto** o, auto* e) {
                 return cchc_score_many(s.set.get(), s.texts.data.data(), s.texts.size.data(), 3, nullptr, 0, o, e);
             });
         }},
        {"score_matrix", matrix},
        {"eval",
         [](const Shared&) {
             return bytes_of([&](auto** o, auto* e) { return cchc_eval("7 ** 99 * max(1, 2) / 3", nul, nullptr, 0, o, e); });
         }},
        {"eval, refused",  // an exception in each thread
         [](const Shared&) {
             return bytes_of([&](auto** o, auto* e) { return cchc_eval("max(a, b", nul, nullptr, 0, o, e); });
         }},
        {"criteria described",
         [](const Shared& s) {
             return bytes_of([&](auto** o, auto* e) { return cchc_criteria_description_json(s.set.get(), o, e); });
         }},
        {"documents of a round", documents},
        {"round computed", [](const Shared& s) { return result_json(s.inspection.get()); }}};
}

}  // namespace

TEST_CASE("eight threads get from shared handles what one thread gets") {
    std::vector<Job> jobs = counting_jobs();
    for (Job& job : scoring_jobs()) jobs.push_back(std::move(job));
    // The single thread answers last: what these calls make once for the whole process is made while eight of them run.
    const Shared shared;
    std::array<std::vector<std::string>, thread_count> answers;
    for (auto& own : answers) own.resize(jobs.size() * times);
    std::atomic<std::size_t> ready{0};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < thread_count; ++t) {
        threads.emplace_back([&, t] {
            ++ready;
            while (ready < thread_count) std::this_thread::yield();
            for (std::size_t i = 0; i < jobs.size() * times; ++i) {
                const std::size_t job = (t / 2 + i) % jobs.size();  // two threads each begin with the same call
                answers[t][i / jobs.size() * jobs.size() + job] = jobs[job].run(shared);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    // Only now: the assertions of Catch2 are for one thread.
    for (std::size_t job = 0; job < jobs.size(); ++job) {
        INFO(jobs[job].name);
        const std::string alone = jobs[job].run(shared);
        CHECK(alone.size() > 10);
        CHECK_FALSE(alone.starts_with("CCHC_E_NO"));
        std::size_t different = 0;
        for (const auto& own : answers)
            for (std::size_t i = 0; i < times; ++i) different += own[i * jobs.size() + job] != alone;
        CHECK(different == 0);
    }
}

TEST_CASE("a call that runs is ended from another thread, while others use the same set") {
    const Shared shared;
    cchc_progress progress = CCHC_PROGRESS_INIT;
    std::atomic<bool> over{false};
    std::thread canceller([&] {
        std::int64_t done = 0;
        while (done < 20) {
            cchc_progress_read(&progress, &done, nullptr, nullptr);
            std::this_thread::yield();
        }
        cchc_progress_cancel(&progress, nullptr);
    });
    std::thread other([&] {
        while (!over) matrix(shared);
    });
    cchc_bytes* out = nullptr;
    const cchc_status status = cchc_sensitivity_with_progress(
        shared.set.get(), shared.texts.data.data(), shared.texts.size.data(), 3,
        R"({"format": "cchc.sensitivity_options/1", "draws": 1000000000})", nul, &progress, &out, nullptr);
    over = true;
    canceller.join();
    other.join();
    CHECK(status == CCHC_E_CANCELLED);
    CHECK(out == nullptr);
}

}  // namespace threads_test

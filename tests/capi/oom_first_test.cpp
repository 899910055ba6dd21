// Out of memory in what a process asks first. What ships is parsed once and kept: each allocation fails in a process of its
// own that has called nothing before, and that process must then give the answer which an untroubled one gives.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <functional>
#include <string>

#include "inspection_support.hpp"
#include "oom_new.hpp"
#include "score_support.hpp"

namespace {

using namespace capi_test;

struct Answer {
    cchc_status status = CCHC_OK;
    std::string message;
    std::string text;
};

// Calls in a row; after the first that is refused no other is made.
class Calls {
public:
    template <class Call>
    Calls& then(Call call) {
        if (answer_.status == CCHC_OK) answer_.status = call(&error_);
        return *this;
    }

    // What the last of them handed out.
    template <class Call>
    Answer text(Call call) {
        cchc_bytes* bytes = nullptr;
        then([&](cchc_error* e) { return call(&bytes, e); });
        failing.mode = Mode::off;  // from here on the test itself allocates
        if (answer_.status == CCHC_OK) answer_.text = take(bytes);
        if (answer_.status != CCHC_OK && bytes != nullptr) answer_.text = "handed out although refused";
        answer_.message = error_.message;
        return answer_;
    }

private:
    cchc_error error_ = CCHC_ERROR_INIT;
    Answer answer_;
};

template <class Handle, auto Free>
struct Out {
    Handle* handle = nullptr;
    Out() = default;
    Out(const Out&) = delete;
    Out& operator=(const Out&) = delete;
    ~Out() { Free(handle); }
};

Answer due_date() {
    Out<cchc_calendar, cchc_calendar_free> calendar;
    Out<cchc_rule, cchc_rule_free> rule;
    const std::int64_t received = instant(2020, 1, 20, 9), limit = 5000;
    return Calls()
        .then([&](auto* e) { return cchc_calendar_builtin("vn", nul, &calendar.handle, e); })
        .then([&](auto* e) { return cchc_rule_builtin("working-days", nul, &rule.handle, e); })
        .text([&](auto** o, auto* e) {
            return cchc_due_explain(calendar.handle, rule.handle, received, limit, CCHC_LANG_VI, o, e);
        });
}

Answer form() {
    static constexpr std::string_view csv = "id,agency,received,due,completed\n1,A,2020-03-02,2020-03-05,2020-03-04\n";
    Out<cchc_statistics, cchc_statistics_free> counted;
    Out<cchc_bytes, cchc_bytes_free> report;
    return Calls()
        .then([&](auto* e) { return cchc_statistics_create(nine_months, nul, &counted.handle, e); })
        .then([&](auto* e) { return cchc_statistics_add_csv(counted.handle, csv.data(), csv.size(), e); })
        .then([&](auto* e) { return cchc_statistics_finish_csv(counted.handle, &report.handle, e); })
        .text([&](auto** o, auto* e) {
            return cchc_statistics_form_document(counted.handle, 0, CCHC_LANG_VI, CCHC_DOCUMENT_TEXT, o, e);
        });
}

Answer form_of_another_system() {
    return Calls().text([](auto** o, auto* e) { return cchc_form_check(small_form, nul, nullptr, 0, nullptr, 0, o, e); });
}

Answer outcome_policy() {
    Out<cchc_policy, cchc_policy_free> made;
    return Calls()
        .then([&](auto* e) { return cchc_policy_builtin("td", nul, &made.handle, e); })
        .text([&](auto** o, auto* e) { return cchc_policy_to_json(made.handle, o, e); });
}

constexpr const char* small_facts =
    R"({"format": "cchc.facts/1", "unit": "A", "kind": "xa", "facts": {"rate": 80, "open": true}})";

Answer score() {
    Out<cchc_criteria, cchc_criteria_free> set;
    return Calls()
        .then([&](auto* e) { return cchc_criteria_from_json(two_kinds, nul, nullptr, nullptr, 0, &set.handle, e); })
        .text([&](auto** o, auto* e) { return cchc_score(set.handle, small_facts, nul, nullptr, 0, 1, o, e); });
}

Answer ids_of_sets() {
    return Calls().text([](auto** o, auto* e) { return cchc_criteria_builtin_ids(o, e); });
}

Answer round_of_inspection() {
    Out<cchc_calendar, cchc_calendar_free> calendar;
    Out<cchc_inspection, cchc_inspection_free> inspection;
    Out<cchc_round, cchc_round_free> round;
    return Calls()
        .then([&](auto* e) { return cchc_calendar_builtin("vn", nul, &calendar.handle, e); })
        .then([&](auto* e) {
            return cchc_inspection_create(small_plan, nul, small_outline, nul, nullptr, calendar.handle, &inspection.handle,
                                          e);
        })
        .then([&](auto* e) { return cchc_round_create(inspection.handle, CCHC_NO_DAY, &round.handle, e); })
        .text([&](auto** o, auto* e) {
            return cchc_round_document(round.handle, "summary", nul, CCHC_LANG_EN, CCHC_DOCUMENT_MARKDOWN, o, e);
        });
}

enum Ended : int { as_asked = 0, wrongly = 1, no_failure = 2 };

Ended complain(const char* name, long at, const std::string& what) {
    std::printf("%s, allocation %ld: %s\n", name, at, what.c_str());
    return wrongly;
}

// In the process that was made for it: allocation `at` of the first call fails; the second call must not know.
Ended fail_first(const char* name, Answer (*ask)(), Mode mode, long at, const std::string& expected) {
    failing = {mode, at, false, false, 0, 0};
    const Answer first = ask();
    failing.mode = Mode::off;
    if (!failing.fired) return no_failure;
    const bool survived = first.status == CCHC_OK && failing.last_was_nothrow;  // who asks nothrow may have another way
    if (!survived && (first.status != CCHC_E_NO_MEMORY || first.message != "out of memory" || !first.text.empty()))
        return complain(name, at, cchc_status_name(first.status) + (" " + first.message));
    const Answer second = ask();
    if (second.status != CCHC_OK) return complain(name, at, "the next call is refused: " + second.message);
    return second.text == expected ? as_asked : complain(name, at, "the next call gives another answer");
}

// Runs `body` in a process of its own; its result, or `wrongly` if a signal ended it.
Ended in_process(const std::function<Ended()>& body) {
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const Ended result = body();
        std::fflush(nullptr);
        _exit(result);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return wrongly;
    return static_cast<Ended>(WEXITSTATUS(status));
}

// What a process answers that has memory enough; this one must go on having called nothing.
std::string untroubled(const char* name, Answer (*ask)()) {
    std::FILE* file = std::tmpfile();
    const Ended ended = in_process([&] {
        const Answer answer = ask();
        std::fwrite(answer.text.data(), 1, answer.text.size(), file);
        return answer.status == CCHC_OK ? as_asked : complain(name, 0, answer.message);
    });
    std::string text;
    std::rewind(file);
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text.push_back(static_cast<char>(c));
    std::fclose(file);
    return ended == as_asked ? text : "";
}

struct Tally {
    long processes = 0;
    long wrong = 0;
};

Tally fail_each(const char* name, Answer (*ask)()) {
    const std::string expected = untroubled(name, ask);
    Tally tally{0, expected.empty() ? 1 : 0};
    for (const Mode mode : {Mode::once, Mode::from_then_on}) {
        Ended ended = as_asked;
        for (long at = 1; ended != no_failure && tally.wrong < 10; ++at) {
            ended = in_process([&] { return fail_first(name, ask, mode, at, expected); });
            ++tally.processes;
            if (ended == wrongly) ++tally.wrong;
        }
    }
    return tally;
}

}  // namespace

int main() {
    struct Row {
        const char* name;
        Answer (*ask)();
    };
    Tally total;
    std::printf("%-34s %9s %6s\n", "first call", "processes", "wrong");
    for (const Row& row :
         std::array{Row{"due date", due_date}, Row{"policy", outcome_policy}, Row{"form II.06a", form},
                    Row{"form of another system", form_of_another_system}, Row{"score", score},
                    Row{"ids of criteria sets", ids_of_sets}, Row{"round of inspection", round_of_inspection}}) {
        const Tally tally = fail_each(row.name, row.ask);
        std::printf("%-34s %9ld %6ld\n", row.name, tally.processes, tally.wrong);
        total = {total.processes + tally.processes, total.wrong + tally.wrong};
    }
    std::printf("%ld processes, %ld wrong\n", total.processes, total.wrong);
    return total.wrong == 0 ? 0 : 1;
}

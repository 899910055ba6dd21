// Long calls that tell where they are and that can be ended, from this thread and from another.
#include <array>
#include <atomic>
#include <thread>
#include <vector>

#include "score_support.hpp"
#include "test.hpp"

namespace progress_test {

using namespace capi_test;

namespace {

// Draws enough for minutes: only the cancelling ends them.
constexpr const char* without_end = R"({"format": "cchc.sensitivity_options/1", "draws": 1000000000})";
constexpr const char* few_draws = R"({"format": "cchc.sensitivity_options/1", "draws": 40})";

struct Units {
    std::vector<std::string> facts{facts_json("A", "xa", R"("rate": 80, "open": false, "level": "high")"),
                                   facts_json("B", "phuong", R"("rate": 30, "open": false)"),
                                   facts_json("C", "xa", R"("rate": 70, "open": true, "level": "low")")};
    Texts texts{facts};
    CriteriaPtr set = criteria(two_kinds);

    cchc_status sensitivity(const char* options, cchc_progress* progress, cchc_bytes** out, cchc_error* error) const {
        return cchc_sensitivity_with_progress(set.get(), texts.data.data(), texts.size.data(), facts.size(), options, nul,
                                              progress, out, error);
    }
    cchc_status score(cchc_progress* progress, cchc_bytes** out, cchc_error* error) const {
        return cchc_score_many_with_progress(set.get(), texts.data.data(), texts.size.data(), facts.size(), nullptr, 0,
                                             progress, out, error);
    }
    cchc_status what_if(cchc_progress* progress, cchc_bytes** out, cchc_error* error) const {
        return cchc_what_if_with_progress(set.get(), facts[0].data(), facts[0].size(), nullptr, 0, nullptr, 0, progress, out,
                                          error);
    }
};

std::int64_t done_of(const cchc_progress& progress) {
    std::int64_t done = -1;
    cchc_progress_read(&progress, &done, nullptr, nullptr);
    return done;
}

}  // namespace

TEST_CASE("a call is the same with a progress and without, and tells all of its steps") {
    const Units units;
    cchc_progress progress = CCHC_PROGRESS_INIT;
    cchc_bytes* out = nullptr;
    REQUIRE(units.sensitivity(few_draws, &progress, &out, nullptr) == CCHC_OK);
    const std::string draws = take(out);
    CHECK(progress.done == 43);
    CHECK(progress.total == 43);
    REQUIRE(units.sensitivity(few_draws, nullptr, &out, nullptr) == CCHC_OK);
    CHECK(take(out) == draws);
    REQUIRE(cchc_sensitivity(units.set.get(), units.texts.data.data(), units.texts.size.data(), 3, few_draws, nul, &out,
                             nullptr) == CCHC_OK);
    CHECK(take(out) == draws);

    REQUIRE(units.score(&progress, &out, nullptr) == CCHC_OK);
    const std::string scores = take(out);
    CHECK(progress.done == 3);
    CHECK(progress.total == 3);
    REQUIRE(cchc_score_many(units.set.get(), units.texts.data.data(), units.texts.size.data(), 3, nullptr, 0, &out,
                            nullptr) == CCHC_OK);
    CHECK(take(out) == scores);

    REQUIRE(units.what_if(&progress, &out, nullptr) == CCHC_OK);
    const std::string answer = take(out);
    CHECK(progress.done == progress.total);
    CHECK(progress.total > 1000);
    REQUIRE(cchc_what_if(units.set.get(), units.facts[0].data(), units.facts[0].size(), nullptr, 0, nullptr, 0, &out,
                         nullptr) == CCHC_OK);
    CHECK(take(out) == answer);
}

TEST_CASE("another thread sees a call come forward, and ends it") {
    const Units units;
    cchc_progress progress = CCHC_PROGRESS_INIT;
    std::atomic<bool> grew{false};
    std::thread watcher([&] {
        std::int64_t seen = 0;
        for (int times = 0; times < 5;) {  // five times further than before
            const std::int64_t done = done_of(progress);
            if (done > seen) ++times;
            if (done < seen) return;
            seen = done;
            std::this_thread::yield();
        }
        grew = true;
        cchc_progress_cancel(&progress, nullptr);
    });
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = units.sensitivity(without_end, &progress, &out, &error);
    watcher.join();
    CHECK(grew);
    CHECK(status == CCHC_E_CANCELLED);
    CHECK(out == nullptr);
    CHECK(error.code == CCHC_E_CANCELLED);
    CHECK(error.message == std::string("the call was ended by the caller"));
    CHECK(cchc_status_name(status) == std::string("CCHC_E_CANCELLED"));
    CHECK(progress.done > 3);
    CHECK(progress.done < progress.total);
    CHECK(progress.total == 1000000003);

    // The set is as it was, and so is the progress once its wish is taken back.
    progress.cancel = 0;
    REQUIRE(units.sensitivity(few_draws, &progress, &out, &error) == CCHC_OK);
    CHECK(contains(take(out), "\"draws\": 40"));
}

TEST_CASE("a call that is to end before it begins does nothing") {
    const Units units;
    cchc_progress progress = CCHC_PROGRESS_INIT;
    REQUIRE(cchc_progress_cancel(&progress, nullptr) == CCHC_OK);
    cchc_bytes* out = nullptr;
    CHECK(units.sensitivity(few_draws, &progress, &out, nullptr) == CCHC_E_CANCELLED);
    CHECK(units.score(&progress, &out, nullptr) == CCHC_E_CANCELLED);
    CHECK(units.what_if(&progress, &out, nullptr) == CCHC_E_CANCELLED);
    CHECK(out == nullptr);
    CHECK(progress.done == 0);
    CHECK(progress.cancel == 1);
}

TEST_CASE("a progress that cannot be polled is refused") {
    const Units units;
    cchc_progress progress = CCHC_PROGRESS_INIT;
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    progress.struct_size = 23;
    CHECK(units.score(&progress, &out, &error) == CCHC_E_ARG_STRUCT_SIZE);
    CHECK(cchc_progress_cancel(&progress, &error) == CCHC_E_ARG_STRUCT_SIZE);
    CHECK(cchc_progress_read(nullptr, nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_progress_cancel(nullptr, &error) == CCHC_E_ARG_NULL);

    struct {
        cchc_progress known = CCHC_PROGRESS_INIT;
        std::int64_t later = 0;
    } longer;
    longer.known.struct_size = sizeof longer;
    CHECK(units.score(&longer.known, &out, &error) == CCHC_OK);
    cchc_bytes_free(out);
    longer.later = 1;
    CHECK(units.score(&longer.known, &out, &error) == CCHC_E_OPTION_UNKNOWN);

    alignas(8) std::array<unsigned char, sizeof(cchc_progress) + 4> odd{};
    auto* unaligned = reinterpret_cast<cchc_progress*>(odd.data() + 4);
    CHECK(units.score(unaligned, &out, &error) == CCHC_E_ARG_RANGE);
    CHECK(contains(error.message, "aligned"));
}

}  // namespace progress_test

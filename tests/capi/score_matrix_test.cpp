// Scores of a matrix through the C interface: kinds, states, sizes, structs of other releases.
#include <array>
#include <cstring>

#include "score_support.hpp"
#include "test.hpp"

namespace score_matrix_test {

using namespace capi_test;

namespace {

cchc_fact_column column(const char* name, const std::int64_t* value, std::int32_t scale = 0, std::int32_t is_boolean = 0) {
    cchc_fact_column c = CCHC_FACT_COLUMN_INIT;
    c.name = name;
    c.name_size = nul;
    c.value = value;
    c.scale = scale;
    c.is_boolean = is_boolean;
    return c;
}

// What a test changes of a good call: a commune and three wards under two_kinds.
struct Call {
    CriteriaPtr set = criteria(two_kinds);
    std::array<std::int64_t, 4> rate{800, 400, 1000, CCHC_NO_POINTS};
    std::array<std::int64_t, 4> open{1, 0, 0, 1};
    std::vector<cchc_fact_column> columns{column("rate", rate.data(), 1), column("open", open.data(), 0, 1)};
    std::array<std::int32_t, 4> kinds{0, 1, 1, 1};
    std::string constants = facts_json("", "", R"("level": "high")");
    std::size_t units = 4;
    std::size_t leaves = 2;
    std::int32_t places = 3;
    std::array<std::int64_t, 8> points{};
    std::array<std::uint8_t, 8> state{};
    std::array<std::int64_t, 4> total{};
    std::array<std::int64_t, 4> index{};
    std::array<std::int32_t, 4> band{};
    cchc_error error = fresh_error();

    cchc_status run() {
        return cchc_score_matrix(set.get(), columns.data(), columns.size(), units, kinds.data(), constants.data(),
                                 constants.size(), places, leaves, points.data(), state.data(), total.data(), index.data(),
                                 band.data(), &error);
    }
};

constexpr std::int64_t none = CCHC_NO_POINTS;

}  // namespace

TEST_CASE("kinds, constants, functions among units and states of a matrix") {
    Call call;
    REQUIRE(call.set != nullptr);
    REQUIRE(call.run() == CCHC_OK);
    CHECK(call.points == std::array<std::int64_t, 8>{16000, 10000, 8000, none, 20000, none, none, none});
    CHECK(call.state == std::array<std::uint8_t, 8>{CCHC_LEAF_SCORED, CCHC_LEAF_SCORED, CCHC_LEAF_SCORED,
                                                    CCHC_LEAF_NOT_EXISTS, CCHC_LEAF_SCORED, CCHC_LEAF_NOT_EXISTS,
                                                    CCHC_LEAF_MISSING_INPUT, CCHC_LEAF_NOT_EXISTS});
    CHECK(call.total == std::array<std::int64_t, 4>{26000, 8000, 20000, none});
    CHECK(call.index[0] == 86667);  // 26 of 30, half even at three places
    CHECK(call.band == std::array<std::int32_t, 4>{0, 1, 0, -1});
}

TEST_CASE("each output may be NULL, and a unit alone or none at all is a matrix, too") {
    Call call;
    CHECK(cchc_score_matrix(call.set.get(), call.columns.data(), 2, 4, call.kinds.data(), nullptr, 0, 3, 2, nullptr, nullptr,
                            nullptr, nullptr, nullptr, &call.error) == CCHC_OK);
    call.units = 1;
    REQUIRE(call.run() == CCHC_OK);
    CHECK(call.points == std::array<std::int64_t, 8>{16000, 10000, 0, 0, 0, 0, 0, 0});
    CHECK(cchc_score_matrix(call.set.get(), nullptr, 0, 0, nullptr, nullptr, 0, 0, 2, nullptr, nullptr, nullptr, nullptr,
                            nullptr, &call.error) == CCHC_OK);
    call.columns[0].value = nullptr;
    call.units = 0;
    CHECK(call.run() == CCHC_OK);
    // Without columns every leaf lacks its facts.
    call.units = 2;
    call.columns.clear();
    REQUIRE(call.run() == CCHC_OK);
    CHECK(call.state[0] == CCHC_LEAF_MISSING_INPUT);
    CHECK(call.total[1] == none);
}

TEST_CASE("a set of one kind needs no kinds, and takes index 0 for it") {
    const CriteriaPtr set = builtin_criteria("vn.nd-307-2025.xa");
    const std::size_t leaves = leaf_count(set.get());
    const std::int64_t people = 16000;
    const cchc_fact_column facts = column("population", &people);
    std::vector<std::int64_t> first(leaves), second(leaves);
    const std::int32_t zero = 0;
    const auto run = [&](const std::int32_t* kinds, std::vector<std::int64_t>& points) {
        return cchc_score_matrix(set.get(), &facts, 1, 1, kinds, nullptr, 0, 6, leaves, points.data(), nullptr, nullptr,
                                 nullptr, nullptr, nullptr);
    };
    REQUIRE(run(nullptr, first) == CCHC_OK);
    REQUIRE(run(&zero, second) == CCHC_OK);
    CHECK(first == second);
}

TEST_CASE("sizes, kinds and numbers of a matrix are checked, and nothing is written then") {
    Call call;
    call.points.fill(77);
    const auto refused = [&call](cchc_status expected) {
        const cchc_status status = call.run();
        CHECK(call.points == std::array<std::int64_t, 8>{77, 77, 77, 77, 77, 77, 77, 77});
        return status == expected;
    };
    call.leaves = 3;
    CHECK(refused(CCHC_E_ARG_RANGE));
    CHECK(contains(call.error.message, "leaf_count"));
    call.leaves = 2;
    call.units = SIZE_MAX / 8;
    CHECK(refused(CCHC_E_ARG_RANGE));
    call.units = 4;
    for (const std::int32_t places : {-1, 13}) {
        call.places = places;
        CHECK(refused(CCHC_E_ARG_RANGE));
    }
    call.places = 3;
    for (const std::int32_t kind : {-1, 2}) {
        call.kinds[2] = kind;
        CHECK(refused(CCHC_E_ARG_RANGE));
        CHECK(call.error.row == 2);
    }
    call.kinds[2] = 1;
    call.constants = "{";
    CHECK(refused(CCHC_E_JSON_SYNTAX));
    call.constants =
        R"({"format": "cchc.facts/1", "unit": "", "facts": {}, "no_case": [{"criterion": "1.1", "reason": "r"}]})";
    CHECK(refused(CCHC_E_ARG_RANGE));
}

TEST_CASE("a column counts before a constant of its name") {
    Call call;
    call.constants = facts_json("", "", R"("level": "low", "rate": 5)");
    REQUIRE(call.run() == CCHC_OK);
    CHECK(call.points == std::array<std::int64_t, 8>{16000, 0, 8000, none, 20000, none, none, none});
}

TEST_CASE("two kinds need an array of kinds") {
    Call call;
    CHECK(cchc_score_matrix(call.set.get(), call.columns.data(), 2, 4, nullptr, nullptr, 0, 3, 2, nullptr, nullptr, nullptr,
                            nullptr, nullptr, &call.error) == CCHC_E_ARG_RANGE);
}

TEST_CASE("columns are checked one by one") {
    const auto refused = [](auto change, cchc_status expected) {
        Call call;
        change(call.columns[1]);
        CHECK(call.run() == expected);
        return call.error.row;
    };
    CHECK(refused([](auto& c) { c.struct_size = 8; }, CCHC_E_ARG_STRUCT_SIZE) == 1);
    CHECK(refused([](auto& c) { c.struct_size += 8; }, CCHC_E_ARG_STRUCT_SIZE) == 1);
    CHECK(refused([](auto& c) { c.reserved0 = 1; }, CCHC_E_OPTION_UNKNOWN) == 1);
    CHECK(refused([](auto& c) { c.is_boolean = 2; }, CCHC_E_ARG_ENUM) == 1);
    CHECK(refused([](auto& c) { c.name = nullptr; }, CCHC_E_ARG_NULL) == 1);
    CHECK(refused([](auto& c) { c.name = "\xFF"; }, CCHC_E_ARG_UTF8) == 1);
    CHECK(refused([](auto& c) { c.value = nullptr; }, CCHC_E_ARG_NULL) == 1);
    refused([](auto& c) { c.name = "rate"; }, CCHC_E_ARG_RANGE);
    refused(
        [](auto& c) {
            c.is_boolean = 0;
            c.scale = 19;
        },
        CCHC_E_ARG_RANGE);
    refused(
        [](auto& c) {
            c.is_boolean = 0;
            c.scale = -1;
        },
        CCHC_E_ARG_RANGE);
    Call call;
    CHECK(cchc_score_matrix(call.set.get(), nullptr, 1, 4, call.kinds.data(), nullptr, 0, 3, 2, nullptr, nullptr, nullptr,
                            nullptr, nullptr, &call.error) == CCHC_E_ARG_NULL);
    call.set.reset();
    CHECK(call.run() == CCHC_E_ARG_NULL);
}

TEST_CASE("columns of a later release lie further apart, and are taken if what is new is zero") {
    struct Longer {
        cchc_fact_column known;
        std::int64_t later;
    };
    Call call;
    std::array<Longer, 2> longer{{{call.columns[0], 0}, {call.columns[1], 0}}};
    for (Longer& c : longer) c.known.struct_size = sizeof(Longer);
    const auto run = [&] {
        return cchc_score_matrix(call.set.get(), &longer[0].known, 2, 4, call.kinds.data(), call.constants.data(),
                                 call.constants.size(), 3, 2, call.points.data(), nullptr, nullptr, nullptr, nullptr,
                                 &call.error);
    };
    REQUIRE(run() == CCHC_OK);
    CHECK(call.points[0] == 16000);
    CHECK(call.points[4] == 20000);
    longer[1].later = 1;
    CHECK(run() == CCHC_E_OPTION_UNKNOWN);
    CHECK(call.error.row == 1);
}

TEST_CASE("cchc_fact_column_init is CCHC_FACT_COLUMN_INIT") {
    cchc_fact_column made;
    std::memset(&made, 0xFF, sizeof made);
    REQUIRE(cchc_fact_column_init(&made, sizeof made) == CCHC_OK);
    const cchc_fact_column initial = CCHC_FACT_COLUMN_INIT;
    CHECK(std::memcmp(&made, &initial, sizeof made) == 0);
    CHECK(cchc_fact_column_init(nullptr, sizeof made) == CCHC_E_ARG_NULL);
    CHECK(cchc_fact_column_init(&made, 39) == CCHC_E_ARG_STRUCT_SIZE);
}

}  // namespace score_matrix_test

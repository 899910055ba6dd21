// Scores of columns of facts.
#include "../../capi/score_support.hpp"
#include "../fuzz.hpp"

namespace {

struct Scores {
    Scores(std::size_t units, std::size_t leaves)
        : points(units * leaves), state(units * leaves), total(units), index(units), band(units) {}
    std::vector<std::int64_t> points;
    std::vector<std::uint8_t> state;
    std::vector<std::int64_t> total, index;
    std::vector<std::int32_t> band;
    bool operator==(const Scores&) const = default;
};

}  // namespace

// Three columns of numbers; the constants are what is left of the input.
CCHC_FUZZ_TARGET(score_matrix) {
    using namespace cchc_fuzz;
    static const auto set = capi_test::criteria(capi_test::two_kinds);
    static const std::size_t leaves = capi_test::leaf_count(set.get());
    Bytes b(input);
    const std::int32_t places = b.take<std::uint8_t>() % 14;
    const std::size_t units = 1 + b.take<std::uint8_t>() % 8;
    const char* const names[] = {"rate", "open", "level"};
    cchc_fact_column columns[3] = {CCHC_FACT_COLUMN_INIT, CCHC_FACT_COLUMN_INIT, CCHC_FACT_COLUMN_INIT};
    std::vector<std::int64_t> values[3];
    const std::size_t count = b.take<std::uint8_t>() % 4;
    for (std::size_t c = 0; c < count; ++c) {
        values[c] = b.column<std::int64_t>(units, [](Bytes& x) {
            const auto kind = x.take<std::uint8_t>();
            return kind >= 250 ? x.take<std::int64_t>() : kind == 249 ? CCHC_NO_POINTS : kind % (kind < 20 ? 2 : 250);
        });
        const auto kind = b.take<std::uint8_t>();
        columns[c].is_boolean = kind % 5 == 1 ? 1 : 0;
        columns[c].scale = columns[c].is_boolean != 0 ? 0 : kind % 20;
        columns[c].name = names[kind % 16 == 15 ? 0 : c];
        columns[c].name_size = 5 - (columns[c].name == names[2] ? 0 : 1);
        columns[c].value = values[c].data();
    }
    const auto kinds = b.column<std::int32_t>(units, [](Bytes& x) { return x.take<std::uint8_t>() % 2; });
    Scores first(units, leaves), second(units, leaves);
    bool well = false;
    for (Scores* scores : {&first, &second})
        well = done([&](cchc_error* e) {
            return cchc_score_matrix(set.get(), columns, count, units, kinds.data(), b.rest().data(), b.rest().size(),
                                     places, leaves, scores->points.data(), scores->state.data(), scores->total.data(),
                                     scores->index.data(), scores->band.data(), e);
        });
    require(first == second, "the same matrix gave other scores");
    if (!well) return;
    for (std::size_t i = 0; i < first.points.size(); ++i)
        require(
            (first.state[i] == CCHC_LEAF_SCORED || first.state[i] == CCHC_LEAF_NO_CASE) || first.points[i] == CCHC_NO_POINTS,
            "points of a leaf that is not scored");
}

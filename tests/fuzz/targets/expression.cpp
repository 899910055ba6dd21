// Expressions and unary tests over facts.
#include "../fuzz.hpp"

CCHC_FUZZ_TARGET(expression) {
    using namespace cchc_fuzz;
    const auto parts = documents(input, 2);
    bytes([&](auto out, auto e) {
        return cchc_eval(parts[0].data(), parts[0].size(), parts[1].data(), parts[1].size(), out, e);
    });
}

CCHC_FUZZ_TARGET(unary_tests) {
    using namespace cchc_fuzz;
    const auto parts = documents(input, 3);
    bytes([&](auto out, auto e) {
        return cchc_eval_test(parts[0].data(), parts[0].size(), parts[1].data(), parts[1].size(), parts[2].data(),
                              parts[2].size(), out, e);
    });
}

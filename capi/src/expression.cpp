// Expressions over facts.
#include "cchc/expression.hpp"

#include "handles.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

cchc::Facts facts_of(const char* json, std::size_t size) {
    const std::string_view given = text(json, size, "facts_json");
    return given.empty() ? cchc::Facts{} : cchc::Facts::from_json(given, "facts");
}

}  // namespace

cchc_status cchc_eval(const char* expression, size_t expression_size, const char* facts_json, size_t facts_size,
                      cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        const cchc::Expression compiled(text(expression, expression_size, "expression"));
        return handle<cchc_bytes>(cchc::to_json(compiled.evaluate(facts_of(facts_json, facts_size))));
    });
}

cchc_status cchc_eval_test(const char* tests, size_t tests_size, const char* value, size_t value_size,
                           const char* facts_json, size_t facts_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        const std::string_view test = text(tests, tests_size, "tests");
        const std::string_view tested = text(value, value_size, "value");
        return handle<cchc_bytes>(cchc::to_json(cchc::evaluate_test(test, tested, facts_of(facts_json, facts_size))));
    });
}

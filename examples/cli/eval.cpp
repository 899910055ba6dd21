// cchc eval: one expression over facts, or unary tests of a value.
#include <cchc/cchc.hpp>
#include <string>

#include "input.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"

namespace tool {
namespace {

void check_call(const EvalOptions& o) {
    if (o.common.format == "csv") throw CallError("eval: --format is table or json");
    if (o.test.empty() != o.value.empty()) throw CallError("eval: --test and --value go together");
    if (o.expression.empty() == o.test.empty())
        throw CallError("eval: give an expression, as in cchc eval '100 * 3 / 4', or --test TESTS --value VALUE");
}

cchc::Facts read_facts(const std::string& path) {
    return path.empty() ? cchc::Facts{} : cchc::Facts::from_json(read_whole(path), path == "-" ? "stdin" : path);
}

// The expression is a part of the call, unlike one in a file.
cchc::Evaluation evaluate(const EvalOptions& o, const cchc::Facts& facts) {
    try {
        return o.test.empty() ? cchc::Expression(o.expression).evaluate(facts) : cchc::evaluate_test(o.test, o.value, facts);
    } catch (const cchc::Error& error) {
        if (error.code() != cchc::ErrorCode::expression_syntax) throw;
        throw CallError(error.what());
    }
}

}  // namespace

int run_eval(const EvalOptions& options) {
    check_call(options);
    const cchc::Evaluation result = evaluate(options, read_facts(options.facts));
    Output output(options.common);
    output.write(options.common.format == "json" ? cchc::to_json(result) : cchc::to_string(result.value) + "\n");
    output.commit();
    if (result.reason.empty()) return exit_done;
    say("cchc: " + result.reason);
    return exit_bad_data;
}

}  // namespace tool

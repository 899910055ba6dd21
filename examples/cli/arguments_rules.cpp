// The commands about rules.
#include "arguments_parts.hpp"

namespace tool {

void add_eval(CLI::App& parent, EvalOptions& o) {
    CLI::App& app = *parent.add_subcommand("eval", "The value of an expression over facts, or what unary tests say of one");
    app.add_option("expression", o.expression, "In FEEL, e.g. '100 * early / total'; one that begins with - after --")
        ->option_text("EXPR");
    app.add_option("--facts", o.facts, "A file of facts (cchc.facts/1); - is standard input")->type_name("FILE");
    app.add_option("--test", o.test, "Instead: unary tests, as a cell of a decision table has them")->type_name("TESTS");
    app.add_option("--value", o.value, "The value tested: a number, a text in quotes, a fact, any expression")
        ->type_name("EXPR");
    add_common(app, o.common);
    app.footer(
        "Exit code 1 if there is no value for want of a fact, or for a fault such as a division by zero. Examples:\n"
        "  cchc eval '100 * 3 / 4'\n"
        "  cchc eval 'round half up(100 * early / total, 2)' --facts facts.json --format json\n"
        "  cchc eval --test '[80..95)' --value 94.99");
}

}  // namespace tool

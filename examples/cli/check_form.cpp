// cchc check-form: which identities published figures break.
#include <cchc/cchc.hpp>
#include <string>

#include "csv.hpp"
#include "input.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "table.hpp"

namespace tool {
namespace {

cchc::FormCheck check(const CheckFormOptions& o) {
    cchc::FormReadOptions read;
    if (!o.variant.empty()) read.variant = find_form_variant(o.variant);
    if (!o.delimiter.empty()) read.delimiter = parse_delimiter(o.delimiter);
    const auto form = [&](const std::string& path) {
        read.source = path == "-" ? "stdin" : path;
        return cchc::read_published_form(read_whole(path), read);
    };
    if (o.files.size() == 1) return cchc::check_form(form(o.files[0]));
    const cchc::PublishedForm previous = form(o.files[0]);
    return cchc::check_forms(previous, form(o.files[1]));
}

std::string present(const cchc::FormCheck& result, const Common& common) {
    if (common.format == "json") return cchc::to_json(result);
    const cchc::Lang lang = parse_lang(common);
    std::string text = render(cchc::form_check_summary(result, lang));
    if (!result.holds()) text += '\n' + render(cchc::form_check_violations(result, lang));
    return text;
}

}  // namespace

int run_check_form(const CheckFormOptions& options) {
    if (options.files.empty() || options.files.size() > 2) {
        throw CallError("check-form: give a form, or two that follow each other; - is standard input");
    }
    if (options.common.format == "csv") throw CallError("check-form: --format is table or json");
    Output output(options.common);
    const cchc::FormCheck result = check(options);
    output.write(present(result, options.common));
    output.commit();
    if (result.holds()) return exit_done;
    say(options.files.front() + ": " + std::to_string(result.violations.size()) + " violations of identities");
    return exit_bad_data;
}

}  // namespace tool

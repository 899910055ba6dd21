#include "arguments_parts.hpp"

#include <utility>

namespace tool {

CLI::Validator one_of(std::vector<std::string> choices) { return CLI::IsMember(std::move(choices)).description(""); }

// Lines of help are broken by hand, because CLI11 does not wrap them.
void add_common(CLI::App& app, Common& common) {
    const std::string group = "Output";
    app.add_option("--lang", common.lang, "Language of tables and texts; errors are always English")
        ->check(one_of({"vi", "en"}))
        ->type_name("vi|en")
        ->capture_default_str()
        ->group(group);
    app.add_option("--format", common.format, "Default: a table, for due --csv csv")
        ->check(one_of({"table", "json", "csv"}))
        ->type_name("table|json|csv")
        ->group(group);
    app.add_option("-o,--out", common.out, "Write to this file instead of standard output")->type_name("FILE")->group(group);
    app.add_flag("--force", common.force, "Overwrite files that exist")->group(group);
}

}  // namespace tool

// The command of a round of inspection.
#include "arguments_parts.hpp"

namespace tool {

void add_inspect(CLI::App& parent, InspectOptions& o) {
    CLI::App& app = *parent.add_subcommand("inspect", "A round of inspection: from plan and self-reports to the documents");
    const std::string group = "What is asked";
    app.add_option("folder", o.folder,
                   "The folder of the round: plan.json, and as far as there are any self-reports/*.json,\n"
                   "visits/*.json, findings/*.json, facts/*.json, scores/*.json. It is only read")
        ->option_text("FOLDER");
    app.add_option("--as-of", o.as_of,
                   "Judge everything as it stood when this day began\n(default: the end of the plan's period)")
        ->type_name("DATE")
        ->group(group);
    app.add_option("--draws", o.draws,
                   "How firm the ranking is, under so many random changes of points; 0: not told\n"
                   "(default: 50 to 1,000, by the number of units)")
        ->type_name("NUMBER")
        ->group(group);
    const std::string output = "Output";
    app.add_option("-o,--out", o.out, "The folder for the documents; made where it is missing")
        ->type_name("DIR")
        ->group(output);
    app.add_flag("--force", o.force, "Write into a folder that holds files; only files of the same names are replaced")
        ->group(output);
    app.add_option("--formats", o.formats,
                   "Of html, xlsx, md, txt, json and docx, with commas between. docx needs pandoc or\n"
                   "LibreOffice")
        ->check(one_of({"html", "xlsx", "md", "txt", "json", "docx"}))
        ->type_name("FORMAT,...")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->default_str("html,xlsx,md,json")
        ->group(output);
    app.add_option("--template", o.page_template, "A page of one's own for html: a mustache file")
        ->type_name("FILE")
        ->group(output);
    app.add_option("--index-template", o.index_template, "The same for index.html, which lists the documents")
        ->type_name("FILE")
        ->group(output);
    app.add_option("--word-limit", o.word_limit, "Seconds that the program which makes a Word file may take for one")
        ->check(CLI::Range(1, 86400))
        ->type_name("SECONDS")
        ->capture_default_str()
        ->group(output);
    app.add_option("--lang", o.lang, "Language of the documents")
        ->check(one_of({"vi", "en"}))
        ->type_name("vi|en")
        ->capture_default_str()
        ->group(output);
    app.footer(
        "Exit code 1 if what was handed in has errors, or a file cannot be written; all the rest is written. Examples:\n"
        "  cchc inspect examples/data/inspection-274 -o out\n"
        "  cchc inspect examples/data/inspection-274 -o out --force --formats html,docx --draws 10000 --lang en");
}

}  // namespace tool

// cchc check: everything that is wrong with a criteria set, at once; the first mistake of the other formats.
#include <fmt/format.h>

#include <algorithm>
#include <cchc/cchc.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "format_key.hpp"
#include "input.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "row_writer.hpp"
#include "table.hpp"

namespace tool {
namespace {

using Severity = cchc::CheckFinding::Severity;
using Dictionary = std::vector<cchc::FactDefinition>;

struct Checked {
    std::string file;
    cchc::CheckReport report;

    std::ptrdiff_t count(Severity severity) const {
        return std::count_if(report.findings.begin(), report.findings.end(),
                             [&](const cchc::CheckFinding& f) { return f.severity == severity; });
    }
};

std::string severity_text(Severity severity, cchc::Lang lang) {
    const bool vi = lang == cchc::Lang::vi;
    switch (severity) {
        case Severity::error: return vi ? "lỗi" : "error";
        case Severity::warning: return vi ? "cảnh báo" : "warning";
        default: return vi ? "ghi chú" : "note";
    }
}

// What a reader refuses as a finding, so that the other files are still checked.
cchc::CheckFinding finding_of(const cchc::Error& error) {
    cchc::CheckFinding finding;
    finding.code = error.code() == cchc::ErrorCode::json_syntax ? "syntax" : "shape";
    finding.pointer = error.where().pointer;
    finding.message = error.message();
    if (error.where().line > 0)
        finding.message = fmt::format("line {}, column {}: {}", error.where().line, error.where().column, error.message());
    return finding;
}

// Reads a file of a format whose readers stop at the first mistake; false where it is none of these.
bool read_other(std::string_view format, const std::string& text, const std::string& source) {
    if (format == "cchc.calendar/1") {
        static_cast<void>(cchc::Calendar::from_json(text, source));
    } else if (format == "cchc.rule/1") {
        static_cast<void>(cchc::CountingRule::from_json(text, source));
    } else if (format == "cchc.policy/1") {
        static_cast<void>(cchc::OutcomePolicy::from_json(text, source));
    } else if (format == "cchc.facts/1") {
        static_cast<void>(cchc::Facts::from_json(text, source));
    } else {
        return false;
    }
    return true;
}

cchc::CheckReport check_text(const std::string& text, const std::string& source, const Dictionary& dictionary) {
    try {
        if (read_other(format_key(text), text, source)) return {};
        return cchc::CriteriaSet::check(text, source, frames_beside(source), dictionary);
    } catch (const cchc::Error& error) {
        return {{finding_of(error)}};
    }
}

// The facts that rules may read: those that another set declares, or those that a file of facts has.
Dictionary read_dictionary(const std::string& name) {
    if (name.empty()) return {};
    const std::string text = criteria_text(name);
    if (format_key(text) != "cchc.facts/1") {
        Dictionary dictionary = cchc::CriteriaSet::from_json(text, name).facts();
        if (dictionary.empty()) throw CallError(fmt::format("check: the criteria set \"{}\" declares no facts", name));
        return dictionary;
    }
    Dictionary dictionary;
    for (const auto& [fact, value] : cchc::Facts::from_json(text, name).values) {
        cchc::FactDefinition& definition = dictionary.emplace_back();
        definition.name = fact;
        if (std::holds_alternative<bool>(value)) definition.type = cchc::FactDefinition::Type::boolean;
        if (std::holds_alternative<std::string>(value)) definition.type = cchc::FactDefinition::Type::string;
    }
    return dictionary;
}

std::string present(const Checked& checked, cchc::Lang lang) {
    const bool vi = lang == cchc::Lang::vi;
    cchc::Table table;
    table.heading = {fmt::format(
        fmt::runtime(vi ? "{}: {} lỗi, {} cảnh báo, {} ghi chú" : "{}: {} errors, {} warnings, {} notes"), checked.file,
        checked.count(Severity::error), checked.count(Severity::warning), checked.count(Severity::note))};
    if (checked.report.findings.empty()) return table.heading.front() + '\n';
    if (vi) {
        table.captions = {{"Mức", "Vị trí", "Nội dung", "Điều"}};
    } else {
        table.captions = {{"Severity", "Place", "What", "Article"}};
    }
    table.numeric.assign(4, false);
    for (const cchc::CheckFinding& f : checked.report.findings)
        table.rows.push_back({severity_text(f.severity, lang), f.pointer, f.message, f.article});
    return render(table);
}

void write_rows(const std::vector<Checked>& all, Output& output) {
    const auto rows = make_row_writer("csv", ',', output);
    rows->header({"file", "severity", "code", "pointer", "message", "article"});
    for (const Checked& checked : all)
        for (const cchc::CheckFinding& f : checked.report.findings)
            rows->row({checked.file, severity_text(f.severity, cchc::Lang::en), f.code, f.pointer, f.message, f.article});
    rows->end();
}

void write(const std::vector<Checked>& all, const Common& common, Output& output) {
    if (common.format == "json") return output.write(all.front().report.to_json());
    if (common.format == "csv") return write_rows(all, output);
    for (const Checked& checked : all) {
        if (&checked != &all.front()) output.write("\n");
        output.write(present(checked, parse_lang(common)));
    }
}

int list(const CheckOptions& options) {
    if (!options.files.empty()) throw CallError("check: --list takes no files");
    const cchc::Lang lang = parse_lang(options.common);
    Output output(options.common);
    const auto rows = make_row_writer(options.common.format.empty() ? "table" : options.common.format, ',', output);
    const bool plain = !options.common.format.empty() && options.common.format != "table";
    const bool vi = lang == cchc::Lang::vi && !plain;
    rows->header(vi      ? std::vector<std::string>{"Mã", "Phiên bản", "Từ ngày", "Tên", "Loại đơn vị"}
                 : plain ? std::vector<std::string>{"id", "version", "valid_from", "title", "units"}
                         : std::vector<std::string>{"Id", "Version", "Valid from", "Title", "Units"});
    for (const std::string& id : cchc::CriteriaSet::builtin_ids()) {
        const cchc::CriteriaSet set = cchc::CriteriaSet::builtin(id);
        std::string units;
        for (const std::string& unit : set.units()) units += fmt::format("{}{}", units.empty() ? "" : " ", unit);
        const auto from = set.valid_from();
        rows->row({id, set.version(),
                   !from   ? ""
                   : plain ? cchc::to_string(*from)
                           : cchc::to_text(*from, lang),
                   set.title().in(lang), units});
    }
    rows->end();
    output.commit();
    return exit_done;
}

void check_call(const CheckOptions& options) {
    if (options.files.empty())
        throw CallError("check: give a file, - for standard input, or a built-in set; --list shows these");
    if (options.common.format == "json" && options.files.size() > 1)
        throw CallError("check: --format json reports on one file; table and csv on several");
    if (std::count(options.files.begin(), options.files.end(), "-") > 1)
        throw CallError("check: standard input can be read once");
}

}  // namespace

int run_check(const CheckOptions& options) {
    if (options.list) return list(options);
    check_call(options);
    const Dictionary dictionary = read_dictionary(options.dictionary);
    Output output(options.common);
    std::vector<Checked> all;
    for (const std::string& file : options.files) {
        const std::string source = file == "-" ? "stdin" : file;
        all.push_back({source, check_text(criteria_text(file), source, dictionary)});
    }
    write(all, options.common, output);
    output.commit();
    int code = exit_done;
    for (const Checked& checked : all) {
        if (checked.report.good()) continue;
        say(fmt::format("{}: {} errors, {} warnings", checked.file, checked.count(Severity::error),
                        checked.count(Severity::warning)));
        code = exit_bad_data;
    }
    return code;
}

}  // namespace tool

// cchc due: the due date of one dossier, explained.
#include <fmt/format.h>

#include <cchc/cchc.hpp>

#include "csv.hpp"
#include "due_row.hpp"
#include "json_writer.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "utf8.hpp"

namespace tool {
namespace {

DueCase read_case(const DueOptions& o) {
    if (o.received.empty() || o.limit.empty()) throw CallError("due: give --received and --limit, or --csv");
    CaseReader reader(find_calendar(o.calendar));
    reader.set_default(cchc::Unit::working_day);
    try {
        return reader.read({o.received, o.limit, o.unit, {}, o.rule});
    } catch (const CaseError& error) {
        const std::string message = fmt::format("--{}: {}", to_string(error.field), error.what());
        if (error.code == exit_bad_data) throw DataError(message);
        throw CallError(message);
    }
}

std::string_view role_name(cchc::Explanation::Role role) {
    using Role = cchc::Explanation::Role;
    switch (role) {
        case Role::receipt: return "receipt";
        case Role::counted: return "counted";
        case Role::skipped: return "skipped";
        case Role::rolled_off: return "rolled_off";
        case Role::rolled_to: return "rolled_to";
    }
    return "unknown";
}

void write_step(JsonWriter& json, const cchc::Explanation::Step& step) {
    json.object().member("date", cchc::to_string(step.day.date)).member("role", role_name(step.role));
    if (step.role == cchc::Explanation::Role::counted) json.member("number", step.number);
    json.member("kind", cchc::to_string(step.day.kind));
    if (!step.day.name.vi.empty() || !step.day.name.en.empty()) {
        json.key("name").object().member("vi", step.day.name.vi).member("en", step.day.name.en).end();
    }
    if (!step.day.source.empty()) json.member("source", step.day.source);
    json.end();
}

std::string as_json(const cchc::Explanation& e, bool explained, cchc::Lang lang) {
    JsonWriter json;
    json.object();
    json.member("received", cchc::to_string(e.received));
    json.member("limit", e.limit.amount.to_string()).member("unit", cchc::to_string(e.limit.unit));
    json.key("calendar").object().member("id", e.calendar_id).member("version", e.calendar_version).end();
    json.member("rule", e.rule.id);
    json.member("due", due_text(e.due)).member("due_date", cchc::to_string(e.due.date));
    if (e.projected_from) json.member("projected_from", cchc::to_string(*e.projected_from));
    if (explained) {
        json.key("steps").array();
        for (const auto& step : e.steps) write_step(json, step);
        json.end().member("explanation", cchc::to_text(e, lang));
    }
    json.end();
    return json.take();
}

std::string as_csv(const cchc::Explanation& e, bool explained, cchc::Lang lang) {
    std::string text = "received,limit,unit,calendar,rule,due";
    text += explained ? ",explanation\n" : "\n";
    for (const auto& cell : {cchc::to_string(e.received), e.limit.amount.to_string(),
                             std::string(cchc::to_string(e.limit.unit)), e.calendar_id, e.rule.id}) {
        text += csv_quoted(cell, ',') + ',';
    }
    text += due_text(e.due);
    if (explained) text += ',' + csv_quoted(cchc::to_text(e, lang), ',');
    return text + '\n';
}

}  // namespace

int run_due(const DueOptions& options) {
    const DueCase c = read_case(options);
    const cchc::Lang lang = parse_lang(options.common);
    cchc::Explanation e = cchc::explain(c.calendar, c.rule, c.received, c.limit);
    e.date_only = cchc::parse_moment(options.received)->second < 0;
    Output output(options.common);
    if (options.common.format == "json") {
        output.write(as_json(e, options.explain, lang));
    } else if (options.common.format == "csv") {
        output.write(as_csv(e, options.explain, lang));
    } else {
        output.write(printable(cchc::to_text(e, lang)));
    }
    output.commit();
    return exit_done;
}

}  // namespace tool

// Counting rules: the presets, and the file format cchc.rule/1.
#include <fmt/format.h>

#include <array>
#include <vector>

#include "base/ascii.hpp"
#include "base/once.hpp"
#include "base/utf8.hpp"
#include "cchc/deadline.hpp"
#include "data/data.hpp"
#include "deadline/names.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

CutOff read_cut_off(const Node& node) {
    Object o(node);
    CutOff cut_off;
    const Node time = o.at("at");
    const std::string_view t = time.string();
    const int h = text::digits(t, 0, 2), m = text::digits(t, 3, 2);
    if (t.size() != 5 || t[2] != ':' || h < 0 || m < 0 || m > 59 || h * 60 + m > 1440)
        time.fail(fmt::format("expected a time like \"15:00\"; found \"{}\"", text::excerpt(t)));
    cut_off.minute = h * 60 + m;
    if (const auto late = o.find("at_the_minute_is_late")) cut_off.at_the_minute_is_late = late->boolean();
    o.done();
    return cut_off;
}

// The fields that decide, each only where it has a meaning for the rule's unit: a field that would be ignored is refused.
void read_choices(Object& o, CountingRule& rule) {
    const auto only = [&](std::string_view key, bool meaningful, std::string_view where) {
        auto node = o.find(key);
        if (node && !meaningful) node->fail(fmt::format("has a meaning only for rules in {}", where));
        return node;
    };
    const bool hours = is_hours(rule.unit);
    if (const auto n = o.find("count_from")) {
        rule.count_from = json::choice(*n, count_from_names);
        if (hours != (rule.count_from == CountFrom::instant))
            n->fail("hours are counted from \"instant\", all other units from \"next_day\" or \"receipt_day\"");
    }
    if (const auto n = o.find("cut_off")) rule.cut_off = read_cut_off(*n);
    if (const auto n = o.find("outside_sessions")) rule.outside_sessions = json::choice(*n, outside_sessions_names);
    if (const auto n = only("due_instant", !hours, "days, weeks, months and years"))
        rule.due_instant = json::choice(*n, due_instant_names);
    if (const auto n = only("roll", rule.unit != Unit::working_day && rule.unit != Unit::working_hour,
                            "calendar time; working time never ends on a rest day"))
        rule.roll = json::choice(*n, roll_names);
    if (const auto n = only("swapped_day_is_rest", rule.roll != Roll::none, "calendar time with a roll"))
        rule.swapped_day_is_rest = n->boolean();
    if (const auto n = only("boundary", rule.unit == Unit::working_hour, "working hours"))
        rule.boundary = json::choice(*n, boundary_names);
}

}  // namespace

CountingRule CountingRule::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.rule/1");
    CountingRule rule;
    rule.id = o.at("id").string();
    if (const auto title = o.find("title")) rule.title = title->local();
    if (const auto legal = o.find("source")) rule.source = legal->string();
    rule.unit = json::choice(o.at("unit"), unit_names);
    rule.count_from = is_hours(rule.unit) ? CountFrom::instant : CountFrom::next_day;
    read_choices(o, rule);
    o.done();
    return rule;
}

CountingRule CountingRule::builtin(std::string_view id) {
    return from_json(data::builtin("rules", id, "counting rule"), id);
}

CountingRule CountingRule::builtin_for(Unit unit) {
    static constexpr std::array<const char*, unit_count> ids = {
        "working-days", "calendar-days", "working-hours", "clock-hours", "weeks", "months", "years"};
    const auto& presets = once([] {
        std::vector<CountingRule> rules;
        for (const char* id : ids) rules.push_back(builtin(id));
        return rules;
    });
    const auto u = static_cast<std::size_t>(unit);
    if (u >= presets.size()) throw Error(ErrorCode::argument_range, "no such unit");
    return presets[u];
}

std::vector<std::string> CountingRule::builtin_ids() { return data::builtin_ids("rules"); }

std::string CountingRule::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.rule/1").member("id", id);
    w.key("title").object().member("vi", title.vi).member("en", title.en).end();
    w.member("source", source).member("unit", to_string(unit));
    w.member("count_from", json::name_of(count_from, count_from_names));
    if (cut_off) {
        w.key("cut_off").object();
        w.member("at", fmt::format("{:02}:{:02}", cut_off->minute / 60, cut_off->minute % 60));
        w.member("at_the_minute_is_late", cut_off->at_the_minute_is_late).end();
    }
    w.member("outside_sessions", json::name_of(outside_sessions, outside_sessions_names));
    if (!is_hours(unit)) w.member("due_instant", json::name_of(due_instant, due_instant_names));
    if (unit != Unit::working_day && unit != Unit::working_hour) w.member("roll", json::name_of(roll, roll_names));
    if (roll != Roll::none) w.member("swapped_day_is_rest", swapped_day_is_rest);
    if (unit == Unit::working_hour) w.member("boundary", json::name_of(boundary, boundary_names));
    return w.end().take();
}

}  // namespace cchc

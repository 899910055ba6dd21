#include "statistics/query_json.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

// A name of a built-in thing, or the thing itself as an object: its text again, since each format has its own reader.
std::string text_of(const json::Value& value) {
    json::Writer w;
    const auto write = [&w](const auto& self, const json::Value& v) -> void {
        using Kind = json::Value::Kind;
        switch (v.kind) {
            case Kind::null: w.raw("null"); return;
            case Kind::boolean: w.boolean(v.flag); return;
            case Kind::number: w.raw(v.text); return;
            case Kind::string: w.string(v.text); return;
            case Kind::array:
                w.array();
                for (const json::Value& item : v.items) self(self, item);
                w.end();
                return;
            case Kind::object:
                w.object();
                for (const auto& [key, member] : v.members) {
                    w.key(key);
                    self(self, member);
                }
                w.end();
                return;
        }
    };
    write(write, value);
    return w.take();
}

// Reads a part by its own reader; an error inside it gets the pointer of the part in front of its own.
template <class Read>
auto nested(const Node& node, std::string_view source, Read read) {
    try {
        return read();
    } catch (const Error& e) {
        Where where = e.where();
        where.source = source;
        where.pointer = node.pointer() + (where.pointer == "/" ? "" : where.pointer);
        where.line = where.column = where.byte_offset = -1;
        throw Error(e.code() == ErrorCode::unknown_name ? ErrorCode::json_schema : e.code(), e.message(), std::move(where));
    }
}

template <class Thing>
Thing named_or_object(const Node& node, std::string_view source) {
    return nested(node, source, [&] {
        if (node.is(json::Value::Kind::string)) return Thing::builtin(node.string());
        return Thing::from_json(text_of(node.value()), source);
    });
}

}  // namespace

namespace query_json {

OutcomePolicy read_policy(const Node& node, std::string_view source) { return named_or_object<OutcomePolicy>(node, source); }

Calendar read_calendar(const Node& node, std::string_view source) {
    if (!node.is(json::Value::Kind::object) || Object(node).has("format")) return named_or_object<Calendar>(node, source);
    Object o(node);
    const Node id = o.at("id"), version = o.at("version");
    o.done();
    Calendar calendar = nested(id, source, [&] { return Calendar::builtin(id.string()); });
    if (calendar.version() != version.string())
        version.fail(fmt::format("the built-in calendar {} is of version {}", calendar.id(), calendar.version()));
    return calendar;
}

RuleSet read_rules(const Node& node, std::string_view source) {
    RuleSet rules;
    for (const Node& rule : node.items()) rules.set(named_or_object<CountingRule>(rule, source));
    return rules;
}

void write_calendar(json::Writer& w, const Calendar& calendar) {
    const Calendar ours = Calendar::builtin("vn");
    const bool same = &calendar.data() == &ours.data();  // a copy of it; one read from its text has tables of its own
    const std::string text = same ? std::string() : calendar.to_json();
    w.key("calendar");
    // A calendar that is not built in has to travel whole.
    if (!same && (calendar.id() != ours.id() || text != ours.to_json())) {
        w.document(text);
        return;
    }
    w.object().member("id", calendar.id()).member("version", calendar.version()).end();
}

void write_rules(json::Writer& w, const RuleSet& rules) {
    w.key("rules").array();
    for (std::uint8_t u = 0; u < unit_count; ++u)
        if (!(rules.by_unit[u] == CountingRule::builtin_for(static_cast<Unit>(u)))) w.document(rules.by_unit[u].to_json());
    w.end();
}

}  // namespace query_json
}  // namespace cchc

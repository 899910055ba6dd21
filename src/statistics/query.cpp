// The question, and its file format cchc.query/1.
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"
#include "statistics/names.hpp"

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

// A calendar may also be {"id", "version"}: a built-in one, which must still be of that version.
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

std::vector<Grouping> read_groupings(const Node& node) {
    std::vector<Grouping> out;
    for (const Node& item : node.items()) {
        Grouping grouping;
        for (const Node& dimension : item.items()) grouping.push_back(json::choice(dimension, dimension_names));
        out.push_back(std::move(grouping));
    }
    return out;
}

void write_calendar(json::Writer& w, const Calendar& calendar) {
    const std::string text = calendar.to_json();
    // A calendar that is not built in has to travel whole.
    const bool builtin = calendar.id() == "vn" && Calendar::builtin("vn").to_json() == text;
    w.key("calendar");
    if (!builtin) {
        w.document(text);
        return;
    }
    w.object().member("id", calendar.id()).member("version", calendar.version()).end();
}

}  // namespace

std::string_view to_string(Dimension dimension) noexcept { return json::name_of(dimension, dimension_names); }

std::string to_text(Dimension dimension, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (dimension) {
        case Dimension::agency: return vi ? "Đơn vị" : "Agency";
        case Dimension::field: return vi ? "Lĩnh vực" : "Field";
        case Dimension::procedure: return vi ? "Thủ tục" : "Procedure";
        case Dimension::channel: return vi ? "Kênh tiếp nhận" : "Channel";
        case Dimension::month: return vi ? "Tháng tiếp nhận" : "Month of receipt";
        case Dimension::quarter: return vi ? "Quý tiếp nhận" : "Quarter of receipt";
        case Dimension::year: return vi ? "Năm tiếp nhận" : "Year of receipt";
        case Dimension::cause: return vi ? "Nguyên nhân quá hạn" : "Cause of lateness";
        case Dimension::service_level: return vi ? "Mức độ dịch vụ công trực tuyến" : "Level of online service";
    }
    return {};
}

Query Query::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.query/1");
    Query query;
    query.from = o.at("from").date();
    query.to = o.at("to").date();
    if (const auto as_of = o.find("as_of")) query.as_of = as_of->date();
    if (const auto by = o.find("by")) query.groupings = read_groupings(*by);
    if (const auto agencies = o.find("agencies"))
        for (const Node& agency : agencies->items()) query.agencies.emplace_back(agency.string());
    if (const auto policy = o.find("policy")) query.policy = named_or_object<OutcomePolicy>(*policy, source);
    if (const auto calendar = o.find("calendar")) query.calendar = read_calendar(*calendar, source);
    if (const auto rules = o.find("rules"))
        for (const Node& rule : rules->items()) query.rules.set(named_or_object<CountingRule>(rule, source));
    if (const auto timing = o.find("timing")) query.timing = timing->boolean();
    o.done();
    return query;
}

std::string Query::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.query/1").member("from", to_string(from)).member("to", to_string(to));
    w.member("as_of", to_string(effective_as_of()));
    w.key("by").array();
    for (const Grouping& grouping : groupings) {
        w.array(true);
        for (const Dimension d : grouping) w.string(to_string(d));
        w.end();
    }
    w.end().key("agencies").array();
    for (const std::string& agency : agencies) w.string(agency);
    w.end().key("policy").document(policy.to_json());
    write_calendar(w, calendar);
    w.key("rules").array();
    for (std::uint8_t u = 0; u < unit_count; ++u)
        if (!(rules.by_unit[u] == CountingRule::builtin_for(static_cast<Unit>(u)))) w.document(rules.by_unit[u].to_json());
    w.end();
    if (timing) w.member("timing", true);
    return w.end().take();
}

}  // namespace cchc

// Facts written in the pinned format.
#include "cchc/facts.hpp"

#include "json/writer.hpp"

namespace cchc {
namespace {

void write_value(json::Writer& w, const FactValue& value) {
    if (const auto* number = std::get_if<Decimal>(&value)) {
        w.raw(number->to_string());
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        w.string(*text);
    } else {
        w.boolean(std::get<bool>(value));
    }
}

void write_conflicts(json::Writer& w, const std::vector<FactConflict>& conflicts) {
    if (conflicts.empty()) return;
    w.key("conflicts").object();
    for (const FactConflict& conflict : conflicts) {
        w.key(conflict.name).array();
        for (const auto& [source, value] : conflict.values) {
            w.object().member("source", source).key("value");
            write_value(w, value);
            w.end();
        }
        w.end();
    }
    w.end();
}

void write_notes(json::Writer& w, std::string_view key, const std::vector<CriterionNote>& notes) {
    if (notes.empty()) return;
    w.key(key).array();
    for (const CriterionNote& note : notes) {
        w.object().member("criterion", note.criterion).member("reason", note.reason);
        if (!note.authority.empty()) w.member("authority", note.authority);
        w.end();
    }
    w.end();
}

}  // namespace

std::string_view Facts::source_of(std::string_view name) const noexcept {
    if (const auto other = sources.find(name); other != sources.end()) return other->second;
    return values.find(name) != values.end() ? std::string_view(source) : std::string_view{};
}

std::string Facts::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.facts/1").member("unit", unit);
    if (!kind.empty()) w.member("kind", kind);
    if (from != Date{} || to != Date{})
        w.key("period").object().member("from", to_string(from)).member("to", to_string(to)).end();
    if (!source.empty()) w.member("source", source);
    w.key("facts").object();
    for (const auto& [name, value] : values) {
        w.key(name);
        write_value(w, value);
    }
    w.end();
    if (!sources.empty()) {
        w.key("sources").object();
        for (const auto& [name, from_where] : sources) w.member(name, from_where);
        w.end();
    }
    write_conflicts(w, conflicts);
    write_notes(w, "not_applicable", not_applicable);
    write_notes(w, "no_case", no_case);
    return w.end().take();
}

}  // namespace cchc

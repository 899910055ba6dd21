#include "inspection/json_parts.hpp"

#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc::inspection {

using json::Node;
using json::Object;
using json::Writer;

LegalDocument legal_document(const Node& node) {
    Object o(node);
    LegalDocument d;
    d.number = optional_text(o, "number");
    d.date = optional_date(o, "date");
    d.issuer = optional_text(o, "issuer");
    d.title = optional_text(o, "title");
    o.done();
    if (d == LegalDocument{}) node.fail("expected a number, date, issuer or title; found none");
    return d;
}

std::vector<LegalDocument> legal_documents(const Node& node) {
    std::vector<LegalDocument> out;
    for (const Node& item : node.items()) out.push_back(legal_document(item));
    return out;
}

std::vector<std::string> texts(const Node& node) {
    std::vector<std::string> out;
    for (const Node& item : node.items()) {
        if (item.string().empty()) item.fail("expected a text; found an empty one");
        out.emplace_back(item.string());
    }
    return out;
}

std::vector<LocalText> local_texts(const Node& node) {
    std::vector<LocalText> out;
    for (const Node& item : node.items()) out.push_back(item.local());
    return out;
}

std::pair<Date, Date> period_in(Object& object, const Node& node) {
    const Date from = object.at("from").date(), to = object.at("to").date();
    if (to <= from) node.fail("expected \"to\" after \"from\"; found " + to_string(from) + " and " + to_string(to));
    return {from, to};
}

std::pair<Date, Date> period(const Node& node) {
    Object o(node);
    const auto out = period_in(o, node);
    o.done();
    return out;
}

SourceLine source_line(Object& object) { return {optional_text(object, "place"), optional_text(object, "quote")}; }

std::vector<SourceConflict> conflicts(const Node& node) {
    std::vector<SourceConflict> out;
    for (const Node& item : node.items()) {
        Object o(item);
        SourceConflict c{std::string(o.at("place").string()), std::string(o.at("found").string()), o.at("note").local()};
        o.done();
        out.push_back(std::move(c));
    }
    return out;
}

std::optional<Date> optional_date(Object& object, std::string_view key) {
    const auto node = object.find(key);
    return node ? std::optional(node->date()) : std::nullopt;
}

std::string optional_text(Object& object, std::string_view key) {
    const auto node = object.find(key);
    return node ? std::string(node->string()) : std::string();
}

void write_value(Writer& w, const LocalText& text) {
    if (text.en.empty()) {
        w.string(text.vi);
        return;
    }
    w.object();
    write_text(w, "vi", text.vi);
    w.member("en", text.en).end();
}

void write_value(Writer& w, const LegalDocument& d) {
    w.object();
    write_text(w, "number", d.number);
    write(w, "date", d.date);
    write_text(w, "issuer", d.issuer);
    write_text(w, "title", d.title);
    w.end();
}

void write(Writer& w, std::string_view key, const LocalText& text) {
    if (text == LocalText{}) return;
    w.key(key);
    write_value(w, text);
}

void write(Writer& w, std::string_view key, const LegalDocument& document) {
    if (document == LegalDocument{}) return;
    w.key(key);
    write_value(w, document);
}

void write(Writer& w, std::string_view key, const std::vector<LegalDocument>& documents) {
    if (documents.empty()) return;
    w.key(key).array();
    for (const LegalDocument& d : documents) write_value(w, d);
    w.end();
}

void write(Writer& w, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    w.key(key).array();
    for (const std::string& text : texts) w.string(text);
    w.end();
}

void write(Writer& w, std::string_view key, const std::vector<LocalText>& texts) {
    if (texts.empty()) return;
    w.key(key).array();
    for (const LocalText& text : texts) write_value(w, text);
    w.end();
}

void write(Writer& w, std::string_view key, const std::optional<Date>& date) {
    if (date) w.member(key, to_string(*date));
}

void write_text(Writer& w, std::string_view key, std::string_view text) {
    if (!text.empty()) w.member(key, text);
}

void write_period(Writer& w, std::string_view key, Date from, Date to) {
    w.key(key).object().member("from", to_string(from)).member("to", to_string(to)).end();
}

void write(Writer& w, const SourceLine& line) {
    write_text(w, "place", line.place);
    write_text(w, "quote", line.quote);
}

void write_conflicts(Writer& w, const std::vector<SourceConflict>& conflicts) {
    if (conflicts.empty()) return;
    w.key("conflicts").array();
    for (const SourceConflict& c : conflicts) {
        w.object().member("place", c.place).member("found", c.found);
        write(w, "note", c.note);
        w.end();
    }
    w.end();
}

}  // namespace cchc::inspection

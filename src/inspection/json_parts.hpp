// Parts that all formats of an inspection share, read and written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/outline.hpp"

namespace cchc::json {
class Node;
class Object;
class Writer;
}  // namespace cchc::json

namespace cchc::inspection {

// {"number": …, "date": …, "issuer": …, "title": …}; refused when nothing is in it.
LegalDocument legal_document(const json::Node& node);
std::vector<LegalDocument> legal_documents(const json::Node& node);
std::vector<std::string> texts(const json::Node& node);      // an array of strings, none empty
std::vector<LocalText> local_texts(const json::Node& node);  // an array
std::pair<Date, Date> period(const json::Node& node);  // {"from": …, "to": …}; refused when it is empty or ends first
std::pair<Date, Date> period_in(json::Object& object, const json::Node& node);  // the same among other members of `node`
SourceLine source_line(json::Object& object);                                   // "place" and "quote", both may be left out
std::vector<SourceConflict> conflicts(const json::Node& node);
std::optional<Date> optional_date(json::Object& object, std::string_view key);
std::string optional_text(json::Object& object, std::string_view key);

// Writers leave out what is empty.
void write(json::Writer& w, std::string_view key, const LocalText& text);
void write(json::Writer& w, std::string_view key, const LegalDocument& document);
void write(json::Writer& w, std::string_view key, const std::vector<LegalDocument>& documents);
void write(json::Writer& w, std::string_view key, const std::vector<std::string>& texts);
void write(json::Writer& w, std::string_view key, const std::vector<LocalText>& texts);
void write(json::Writer& w, std::string_view key, const std::optional<Date>& date);
void write_text(json::Writer& w, std::string_view key, std::string_view text);
void write_period(json::Writer& w, std::string_view key, Date from, Date to);
void write(json::Writer& w, const SourceLine& line);  // its two members
void write_conflicts(json::Writer& w, const std::vector<SourceConflict>& conflicts);
void write_value(json::Writer& w, const LegalDocument& document);  // without a key, inside an array
void write_value(json::Writer& w, const LocalText& text);

}  // namespace cchc::inspection

// What the file formats of questions share: policies, calendars and rules, by name or in full.
#pragma once

#include <string_view>

#include "cchc/statistics.hpp"

namespace cchc {

namespace json {
class Node;
class Writer;
}  // namespace json

namespace query_json {

// Each is the name of a built-in thing, or the thing itself. An error inside it gets the pointer of the part in front of its
// own; a name that is not built in is an error of the document (json_schema).
OutcomePolicy read_policy(const json::Node& node, std::string_view source);
// A calendar may also be {"id", "version"}: a built-in one, which must still be of that version.
Calendar read_calendar(const json::Node& node, std::string_view source);
// An array of rules, each for its unit; the others are the plain presets.
RuleSet read_rules(const json::Node& node, std::string_view source);

// The members "calendar" and "rules": what is built in by id and version or not at all, the rest in full.
void write_calendar(json::Writer& w, const Calendar& calendar);
void write_rules(json::Writer& w, const RuleSet& rules);

}  // namespace query_json
}  // namespace cchc

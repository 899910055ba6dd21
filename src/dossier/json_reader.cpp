// The JSON reader: records become rows of the columns, and every one that cannot be read is counted and kept with its place.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "dossier/intake.hpp"
#include "dossier/json_row.hpp"
#include "json/record.hpp"
#include "json/stream.hpp"

namespace cchc {
namespace {

using Fault = json::RecordParser::Fault;

constexpr std::size_t max_depth = 16;
constexpr std::size_t largest_record = std::size_t{1} << 30;  // the parser counts in 32 bits

std::string shown(const json::Record& record, std::size_t item) {
    const auto text = jsonl::text_of(record, item);
    if (!text) return std::string(json::to_string(record[item].kind));
    return fmt::format("\"{}\"", text::excerpt(*text));
}

}  // namespace

struct JsonReader::State {
    State(ReadOptions o, Sink s)
        : intake(std::move(o), std::move(s), ErrorCode::json_schema),
          parser(max_depth),
          rows(intake.options),
          max_record_bytes(std::min(intake.options.max_record_bytes, largest_record)),
          splitter({[this](std::string_view text, json::Place place) { take_record(text, place); },
                    [this](json::Place place) { take_long(place); }},
                   max_record_bytes, intake.options.source) {}

    void take_record(std::string_view text, json::Place place) {
        const Fault fault = parser.parse(text);
        const json::Place at = fault == Fault::none ? place : place.after(text.substr(0, parser.fault_offset()));
        if (fault == Fault::syntax && !splitter.lines()) splitter.fail("not JSON: " + parser.fault_message(), at);
        const std::string& message = parser.fault_message();
        const json::Record& record = parser.record();
        if (fault == Fault::invalid_utf8)
            return refuse(Problem::invalid_utf8, place, at, {}, "invalid_utf8: expected UTF-8 text");
        if (fault != Fault::none)
            return refuse(Problem::bad_json, place, at, parser.fault_pointer(),
                          fmt::format("bad_json: expected a JSON object; found text that is none: {}", message));
        if (record[0].kind != json::Value::Kind::object)
            return refuse(Problem::bad_json, place, at, {},
                          fmt::format("bad_json: expected an object; found {}", json::to_string(record[0].kind)));
        take_object(text, place);
    }

    void take_object(std::string_view text, json::Place place) {
        ++intake.report.rows;
        columns::Row row;
        std::string_view id;
        if (!rows.read(parser.record(), intake.batch, row, id)) note(text, place, id);
        intake.watch_id(id, place.line);
        intake.finish_row(row, id, rows.clock());
    }

    void note(std::string_view text, json::Place place, std::string_view id) {
        const json::Record& record = parser.record();
        const jsonl::Fault& fault = rows.fault();
        const json::Place at = place.after(text.substr(0, json::offset_of(text, record.path(fault.item))));
        const std::string found = fault.item == 0 ? "nothing" : shown(record, fault.item);
        intake.add_issue({at.line, 0, at.byte, fault.problem, std::string(fault.column), std::string(id),
                          fmt::format("{}: expected {}; found {}", to_string(fault.problem), fault.expected, found),
                          record.pointer(fault.item)});
    }

    // A record that is bad as a whole.
    void refuse(Problem problem, json::Place record, json::Place at, std::string pointer, std::string message) {
        ++intake.report.rows;
        intake.add_issue({at.line, 0, at.byte, problem, {}, {}, std::move(message), std::move(pointer)});
        intake.watch_id({}, record.line);
        columns::Row row;
        row.problem = problem;
        intake.finish_row(row, {});
    }

    void take_long(json::Place place) {
        refuse(Problem::line_too_long, place, place, {},
               fmt::format("the record is longer than {} bytes; reading goes on behind it", max_record_bytes));
    }

    ReadReport finish() {
        splitter.finish();
        intake.report.ignored = rows.ignored();
        intake.report.missing = rows.missing();
        return intake.finish();
    }

    Intake intake;
    json::RecordParser parser;
    jsonl::JsonRow rows;
    std::size_t max_record_bytes;
    json::RecordSplitter splitter;
};

JsonReader::JsonReader(ReadOptions options, Sink sink)
    : state_(std::make_unique<State>(std::move(options), std::move(sink))) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

void JsonReader::feed(std::string_view block) {
    state_->intake.report.bytes += block.size();
    state_->splitter.feed(block);
}

ReadReport JsonReader::finish() { return state_->finish(); }

ReadResult read_json(std::string_view text, ReadOptions options) {
    ReadResult result;
    // One batch holds everything, so that it can be taken out whole.
    options.batch_rows = static_cast<std::size_t>(-1);
    JsonReader reader(std::move(options), [&result](Dossiers& all) { std::swap(result.dossiers, all); });
    reader.feed(text);
    result.report = reader.finish();
    return result;
}

}  // namespace cchc

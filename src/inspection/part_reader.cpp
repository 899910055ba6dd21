#include "inspection/part_reader.hpp"

#include <fmt/format.h>

#include "base/decimal_text.hpp"
#include "base/utf8.hpp"
#include "json/value.hpp"

namespace cchc::inspection {

using json::Node;
using json::Object;

namespace {

using JsonKind = json::Value::Kind;

constexpr std::uint64_t most_counted = 999'999'999'999'999;

LocalText name_of_kind(JsonKind kind) {
    switch (kind) {
        case JsonKind::null: return {"giá trị null", "null"};
        case JsonKind::boolean: return {"true hoặc false", "true or false"};
        case JsonKind::number: return {"một số", "a number"};
        case JsonKind::string: return {"một chuỗi ký tự", "a text"};
        case JsonKind::array: return {"một danh sách", "a list"};
        case JsonKind::object: return {"một đối tượng", "an object"};
    }
    return {};
}

JsonKind kind_of_shape(Shape shape) noexcept {
    switch (shape) {
        case Shape::flag: return JsonKind::boolean;
        case Shape::text: return JsonKind::string;
        case Shape::number: return JsonKind::number;
        case Shape::list: return JsonKind::array;
        case Shape::object: return JsonKind::object;
    }
    return JsonKind::null;
}

// The names of keys for a message: "part", "whole".
std::string key_list(const std::vector<std::string>& keys) {
    constexpr std::size_t most_named = 6;
    std::string out;
    for (std::size_t i = 0; i < keys.size() && i < most_named; ++i)
        out.append(i == 0 ? "\"" : ", \"").append(text::excerpt(keys[i])).append("\"");
    if (keys.size() > most_named) out.append(", …");
    return out;
}

}  // namespace

LocalText both(std::string text) { return {text, text}; }

LocalText quoted(std::string_view text) { return both(fmt::format("\"{}\"", text::excerpt(text))); }

LocalText found_in(const Node& node) {
    if (node.is(JsonKind::string)) return quoted(node.value().text);
    if (node.is(JsonKind::number)) return both(text::excerpt(node.value().text));
    if (node.is(JsonKind::boolean)) return both(node.value().flag ? "true" : "false");
    return name_of_kind(node.value().kind);
}

void PartReader::add(std::string_view code, bool error, const Node& at, const LocalText& expected, const LocalText& found) {
    InspectionProblem problem;
    problem.code = code;
    problem.error = error;
    problem.unit = unit_;
    problem.figure = figure_;
    problem.source = source_;
    problem.pointer = at.pointer();
    problem.message.vi = fmt::format("cần {}; tìm thấy {}", expected.vi, found.vi);
    problem.message.en = fmt::format("expected {}; found {}", expected.en, found.en);
    problems_->push_back(std::move(problem));
}

void PartReader::say(std::string_view code, const Node& at, const LocalText& expected, const LocalText& found) {
    good_ = false;
    add(code, true, at, expected, found);
}

void PartReader::warn(std::string_view code, const Node& at, const LocalText& expected, const LocalText& found) {
    add(code, false, at, expected, found);
}

bool PartReader::has_shape(const Node& node, Shape shape) {
    const JsonKind kind = kind_of_shape(shape);
    if (node.is(kind)) return true;
    say("wrong_type", node, name_of_kind(kind), found_in(node));
    return false;
}

bool PartReader::flag(const Node& node) { return has_shape(node, Shape::flag) && node.boolean(); }

std::string PartReader::words(const Node& node) {
    return has_shape(node, Shape::text) ? std::string(node.string()) : std::string();
}

std::string PartReader::text(const Node& node) {
    if (!has_shape(node, Shape::text)) return {};
    if (node.string().empty())
        say("empty_text", node, {"nội dung bằng chữ", "some words"}, {"chuỗi ký tự rỗng", "an empty text"});
    return std::string(node.string());
}

std::vector<std::string> PartReader::texts(const Node& node) {
    std::vector<std::string> out;
    if (!has_shape(node, Shape::list)) return out;
    for (const Node& item : node.items())
        if (std::string words = text(item); !words.empty()) out.push_back(std::move(words));
    return out;
}

std::optional<Date> PartReader::date(const Node& node) {
    if (!has_shape(node, Shape::text)) return std::nullopt;
    try {
        return node.date();
    } catch (const Error&) {
        say("bad_date", node, {"một ngày có thật, ghi như \"2020-06-17\"", "a date that exists, written as \"2020-06-17\""},
            found_in(node));
        return std::nullopt;
    }
}

std::optional<Decimal> PartReader::decimal(const Node& node) {
    const bool number = node.is(JsonKind::number);
    text::DecimalText read;
    if (number || node.is(JsonKind::string))
        read = text::read_decimal(node.value().text, number ? text::Exponent::read : text::Exponent::refused);
    if (!read.is_number) {
        say("wrong_type", node, name_of_kind(JsonKind::number), found_in(node));
    } else if (!read.value) {
        say("number_range", node, {"một số có không quá 18 chữ số", "a number of at most 18 digits"}, found_in(node));
    }
    return read.value;
}

std::optional<Decimal> PartReader::not_negative(const Node& node) {
    const auto number = decimal(node);
    if (!number || !number->is_negative()) return number;
    say("negative", node, {"một số không âm", "a number that is not negative"}, found_in(node));
    return std::nullopt;
}

std::optional<Decimal> PartReader::whole(const Node& node) {
    const auto number = not_negative(node);
    if (!number || number->is_whole()) return number;
    say("not_whole", node, {"một số nguyên", "a whole number"}, found_in(node));
    return std::nullopt;
}

std::optional<std::uint64_t> PartReader::count(const Node& node) {
    const auto number = whole(node);
    if (!number) return std::nullopt;
    const auto value = static_cast<std::uint64_t>(number->coefficient());
    if (value <= most_counted) return value;
    say("number_range", node, {"một số đếm có không quá 15 chữ số", "a count of at most 15 digits"}, found_in(node));
    return std::nullopt;
}

std::int64_t PartReader::integer(const Node& node, std::int64_t min, std::int64_t max) {
    if (!has_shape(node, Shape::number)) return 0;
    try {
        return node.integer(min, max);
    } catch (const Error&) {
        say("number_range", node,
            {fmt::format("một số nguyên từ {} đến {}", min, max), fmt::format("a whole number from {} to {}", min, max)},
            found_in(node));
        return 0;
    }
}

std::optional<LegalDocument> PartReader::document(const Node& node) {
    if (!has_shape(node, Shape::object)) return std::nullopt;
    Object o(node);
    LegalDocument d;
    const std::size_t before = problems_->size();
    if (const auto part = o.find("number")) d.number = words(*part);
    if (const auto part = o.find("date")) d.date = date(*part);
    if (const auto part = o.find("issuer")) d.issuer = words(*part);
    if (const auto part = o.find("title")) d.title = words(*part);
    nothing_else(o);
    // A document whose parts are wrong is not empty.
    if (problems_->size() == before && d == LegalDocument{})
        say("empty_document", node,
            {"số ký hiệu, ngày, cơ quan ban hành hoặc trích yếu của văn bản",
             "a number, date, issuer or title of the document"},
            {"văn bản không có thông tin nào", "none of them"});
    return d;
}

std::vector<LegalDocument> PartReader::documents(const Node& node) {
    std::vector<LegalDocument> out;
    if (!has_shape(node, Shape::list)) return out;
    for (const Node& item : node.items())
        if (auto d = document(item)) out.push_back(*std::move(d));
    return out;
}

bool PartReader::needs(Object& object, std::initializer_list<std::string_view> keys) {
    std::vector<std::string> wanted, missing;
    for (const std::string_view key : keys) {
        wanted.emplace_back(key);
        if (!object.find(key)) missing.emplace_back(key);
    }
    if (missing.empty()) return true;
    if (missing.size() < wanted.size()) {
        say("wrong_type", object.node(), both(key_list(wanted)), {"thiếu " + key_list(missing), "no " + key_list(missing)});
        return false;
    }
    // The answer to a figure of another type: its keys are one mistake, not many unknown keys.
    std::vector<std::string> found;
    for (const auto& [name, node] : object.rest()) found.push_back(name);
    const LocalText none{"không có thành phần nào", "nothing"};
    say("wrong_type", object.node(), both(key_list(wanted)), found.empty() ? none : both(key_list(found)));
    return false;
}

void PartReader::nothing_else(Object& object) {
    for (const auto& [name, node] : object.rest())
        say("unknown_key", node, {"một thành phần của định dạng", "a key of the format"}, quoted(name));
}

}  // namespace cchc::inspection

#include "json/value.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <charconv>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "json/pointer.hpp"

namespace cchc::json {

std::string_view to_string(Value::Kind kind) noexcept {
    switch (kind) {
        case Value::Kind::null: return "null";
        case Value::Kind::boolean: return "true or false";
        case Value::Kind::number: return "a number";
        case Value::Kind::string: return "a string";
        case Value::Kind::array: return "an array";
        case Value::Kind::object: return "an object";
    }
    return "?";
}

void Node::fail(const std::string& message) const {
    throw Error(ErrorCode::json_schema, message, {source_, -1, -1, -1, pointer_});
}

void Node::expect(Value::Kind kind) const {
    if (value_->kind != kind) fail(fmt::format("expected {}; found {}", to_string(kind), to_string(value_->kind)));
}

Node Node::child(std::string_view key, const Value& value) const {
    Node node(value, source_);
    node.pointer_ = pointer_ + "/" + escape_pointer(key);
    return node;
}

std::string_view Node::string() const {
    expect(Value::Kind::string);
    return value_->text;
}

bool Node::boolean() const {
    expect(Value::Kind::boolean);
    return value_->flag;
}

std::int64_t Node::integer(std::int64_t min, std::int64_t max) const {
    expect(Value::Kind::number);
    std::int64_t n = 0;
    const std::string& t = value_->text;
    const auto [end, ec] = std::from_chars(t.data(), t.data() + t.size(), n);
    if (ec != std::errc{} || end != t.data() + t.size() || n < min || n > max)
        fail(fmt::format("expected a whole number from {} to {}; found {}", min, max, text::excerpt(t)));
    return n;
}

Date Node::date() const {
    const std::string_view t = string();
    if (t.size() == 10 && t[4] == '-' && t[7] == '-')
        if (const auto d = make_date(text::digits(t, 0, 4), text::digits(t, 5, 2), text::digits(t, 8, 2))) return *d;
    fail(fmt::format("expected a date like \"2020-06-17\"; found \"{}\"", text::excerpt(t)));
}

LocalText Node::local() const {
    if (is(Value::Kind::string)) return {std::string(string()), {}};
    Object o(*this);
    LocalText out;
    if (const auto vi = o.find("vi")) out.vi = vi->string();
    if (const auto en = o.find("en")) out.en = en->string();
    o.done();
    return out;
}

std::vector<Node> Node::items() const {
    expect(Value::Kind::array);
    std::vector<Node> out;
    out.reserve(value_->items.size());
    for (std::size_t i = 0; i < value_->items.size(); ++i) out.push_back(child(std::to_string(i), value_->items[i]));
    return out;
}

Object::Object(Node node) : node_(std::move(node)) { node_.expect(Value::Kind::object); }

Node Object::at(std::string_view key) {
    if (auto node = find(key)) return *std::move(node);
    node_.fail(fmt::format("the key \"{}\" is missing", key));
}

std::optional<Node> Object::find(std::string_view key) {
    seen_.emplace(key);
    for (const auto& [name, value] : node_.value().members)
        if (name == key && value.kind != Value::Kind::null) return node_.child(name, value);
    return std::nullopt;
}

bool Object::has(std::string_view key) const noexcept {
    const auto& members = node_.value().members;
    return std::any_of(members.begin(), members.end(), [key](const Member& m) { return m.name == key; });
}

std::vector<std::pair<std::string, Node>> Object::rest() {
    std::vector<std::pair<std::string, Node>> out;
    for (const auto& [name, value] : node_.value().members)
        if (seen_.insert(name).second) out.emplace_back(name, node_.child(name, value));
    return out;
}

void Object::done() const {
    for (const auto& [name, value] : node_.value().members)
        if (!seen_.contains(name)) node_.child(name, value).fail("unknown key");
}

void Object::expect_format(std::string_view format) {
    const Node node = at("format");
    if (node.string() != format)
        node.fail(fmt::format("expected \"{}\"; found \"{}\"", format, text::excerpt(node.string())));
}

}  // namespace cchc::json

// JSON read strictly. Numbers keep their text, so that decimals stay exact; members keep their order; a duplicate key is an
// error. Readers ask for what they expect, and everything else is an error with a JSON pointer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "cchc/decimal.hpp"
#include "cchc/error.hpp"
#include "cchc/time.hpp"

namespace cchc::json {

struct Member;

struct Value {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    bool flag = false;
    std::string text;             // of a string or number
    std::vector<Value> items;     // of an array
    std::vector<Member> members;  // of an object, in order
};
struct Member {
    std::string name;
    Value value;
};
std::string_view to_string(Value::Kind kind) noexcept;

inline constexpr std::size_t max_depth = 64;

// Throws json_syntax with line and column (syntax, invalid UTF-8, nesting beyond max_depth) or json_schema with a pointer
// (duplicate key).
Value parse(std::string_view text, std::string_view source);

// A value with its place: the document's name and the JSON pointer.
class Node {
public:
    Node(const Value& value, std::string_view source) : value_(&value), source_(source) {}

    const Value& value() const noexcept { return *value_; }
    const std::string& pointer() const noexcept { return pointer_; }

    [[noreturn]] void fail(const std::string& message) const;

    bool is(Value::Kind kind) const noexcept { return value_->kind == kind; }
    std::string_view string() const;
    bool boolean() const;
    std::int64_t integer(std::int64_t min, std::int64_t max) const;
    Date date() const;        // "2020-06-17"
    LocalText local() const;  // a string, or {"vi": …, "en": …}
    std::vector<Node> items() const;

private:
    friend class Object;
    Node child(std::string_view key, const Value& value) const;
    void expect(Value::Kind kind) const;

    const Value* value_;
    std::string source_;
    std::string pointer_;
};

// The members of an object. Each is asked for by name; done() refuses those that nobody asked for.
class Object {
public:
    explicit Object(Node node);
    const Node& node() const noexcept { return node_; }
    Node at(std::string_view key);                   // error when missing
    std::optional<Node> find(std::string_view key);  // null counts as missing
    bool has(std::string_view key) const noexcept;
    std::vector<std::pair<std::string, Node>> rest();  // all members not asked for yet, in order
    void done() const;
    void expect_format(std::string_view format);  // "format": must be exactly this

private:
    Node node_;
    std::set<std::string, std::less<>> seen_;
};

// An enumeration by its names; the error lists them.
template <class E, std::size_t N>
E choice(const Node& node, const std::pair<std::string_view, E> (&names)[N]) {
    const std::string_view found = node.string();
    std::string expected;
    for (const auto& [name, value] : names) {
        if (name == found) return value;
        expected += (expected.empty() ? "" : ", ") + std::string(name);
    }
    node.fail("expected one of " + expected + "; found \"" + text::excerpt(found) + "\"");
}

template <class E, std::size_t N>
std::string_view name_of(E value, const std::pair<std::string_view, E> (&names)[N]) {
    for (const auto& [name, v] : names)
        if (v == value) return name;
    return {};
}

}  // namespace cchc::json

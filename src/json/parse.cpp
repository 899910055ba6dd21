// From text to Value, by Boost.JSON's push parser, so that numbers keep their spelling and duplicate keys are seen.
#include <boost/json/basic_parser_impl.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/utf8.hpp"
#include "json/pointer.hpp"
#include "json/value.hpp"

namespace cchc::json {
namespace {

namespace bj = boost::json;

// Receives the parser's events. A false return stops the parser; `failure` then says why.
class Handler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    Value root;
    std::string duplicate;  // pointer of a key that stands twice

    static bool on_document_begin(bj::error_code&) { return true; }
    static bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return open(Value::Kind::object); }
    bool on_object_end(std::size_t, bj::error_code&) { return close(); }
    bool on_array_begin(bj::error_code&) { return open(Value::Kind::array); }
    bool on_array_end(std::size_t, bj::error_code&) { return close(); }
    bool on_key_part(bj::string_view s, std::size_t, bj::error_code&) { return append(s); }
    bool on_key(bj::string_view s, std::size_t, bj::error_code& ec) {
        append(s);
        Frame& frame = stack_.back();
        if (!frame.keys.insert(text_).second) {
            duplicate = pointer() + "/" + escape_pointer(text_);
            ec = bj::error::exception;
            return false;
        }
        frame.value->members.push_back({std::move(text_), Value{}});
        text_.clear();
        return true;
    }
    bool on_string_part(bj::string_view s, std::size_t, bj::error_code&) { return append(s); }
    bool on_string(bj::string_view s, std::size_t, bj::error_code&) {
        append(s);
        return scalar(Value::Kind::string);
    }
    bool on_number_part(bj::string_view s, bj::error_code&) { return append(s); }
    bool on_int64(std::int64_t, bj::string_view s, bj::error_code&) { return number(s); }
    bool on_uint64(std::uint64_t, bj::string_view s, bj::error_code&) { return number(s); }
    bool on_double(double, bj::string_view s, bj::error_code&) { return number(s); }
    bool on_bool(bool b, bj::error_code&) {
        slot()->flag = b;
        return leaf(Value::Kind::boolean);
    }
    bool on_null(bj::error_code&) {
        slot();
        return leaf(Value::Kind::null);
    }
    static bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    static bool on_comment(bj::string_view, bj::error_code&) { return true; }

private:
    struct Frame {
        Value* value;
        std::unordered_set<std::string> keys;
    };

    bool append(bj::string_view s) {
        text_.append(s.data(), s.size());
        return true;
    }
    bool number(bj::string_view s) {
        append(s);
        return scalar(Value::Kind::number);
    }
    // The place of the next value: the root, a new item, or the value of the last key.
    Value* slot() {
        if (stack_.empty()) return current_ = &root;
        Value& parent = *stack_.back().value;
        if (parent.kind == Value::Kind::array) return current_ = &parent.items.emplace_back();
        return current_ = &parent.members.back().value;
    }
    bool leaf(Value::Kind kind) {
        current_->kind = kind;
        return true;
    }
    bool scalar(Value::Kind kind) {
        Value* value = slot();
        value->kind = kind;
        value->text = std::move(text_);
        text_.clear();
        return true;
    }
    bool open(Value::Kind kind) {
        Value* value = slot();
        value->kind = kind;
        stack_.push_back({value, {}});
        return true;
    }
    bool close() {
        stack_.pop_back();
        return true;
    }
    std::string pointer() const {
        std::string p;
        for (std::size_t i = 0; i + 1 < stack_.size(); ++i) {
            const Value& v = *stack_[i].value;
            p += v.kind == Value::Kind::array ? "/" + std::to_string(v.items.size() - 1)
                                              : "/" + escape_pointer(v.members.back().name);
        }
        return p;
    }

    std::vector<Frame> stack_;
    std::string text_;
    Value* current_ = nullptr;
};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// `offset` is in `text`, which a byte order mark may precede in the file: it counts for the offset, but is no column.
[[noreturn]] void fail_at(std::string_view text, std::size_t offset, std::string_view source, bool marked,
                          const std::string& message) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = start == std::string_view::npos ? before.size() + 1 : before.size() - start;
    const std::size_t in_file = offset + (marked ? byte_order_mark.size() : 0);
    throw Error(ErrorCode::json_syntax, message,
                {std::string(source), line, static_cast<std::int64_t>(column), static_cast<std::int64_t>(in_file), {}});
}

}  // namespace

Value parse(std::string_view text, std::string_view source) {
    const bool marked = text.starts_with(byte_order_mark);
    if (marked) text.remove_prefix(byte_order_mark.size());
    const auto fail = [&](std::size_t offset, const std::string& message) {
        fail_at(text, offset, source, marked, message);
    };
    if (const std::size_t bad = text::find_invalid_utf8(text); bad != std::string_view::npos)
        fail(bad, "invalid UTF-8; JSON files are UTF-8");
    bj::parse_options options;
    options.max_depth = max_depth;
    bj::basic_parser<Handler> parser(options);
    bj::error_code ec;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
    if (!parser.handler().duplicate.empty())
        throw Error(ErrorCode::json_schema, "this key stands twice",
                    {std::string(source), -1, -1, -1, parser.handler().duplicate});
    if (ec == bj::error::too_deep) fail(used, fmt::format("nested deeper than {} levels", max_depth));
    if (ec == bj::error::incomplete) fail(text.size(), "the JSON text ends too early");
    if (ec) fail(used, "not JSON: " + ec.message());
    const std::size_t rest = text.find_first_not_of(" \t\r\n", used);
    if (rest != std::string_view::npos) fail(rest, "text after the end of the JSON value");
    return std::move(parser.handler().root);
}

}  // namespace cchc::json

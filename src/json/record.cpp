// Records by Boost.JSON's push parser.
#include "json/record.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "json/pointer.hpp"

namespace cchc::json {
namespace {

namespace bj = boost::json;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Receives the parser's events and makes a Record of them.
class Collector {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    Record record;
    std::size_t duplicate = nowhere;  // the second of two members of one name

    void clear() {
        record.items.clear();
        record.texts.clear();
        open_.clear();
        key_ = key_size_ = text_ = 0;
        duplicate = nowhere;
    }

    // Ends what is still open, so that the places of what was read can be told.
    void end_all() {
        while (!open_.empty()) end();
    }

    static bool on_document_begin(bj::error_code&) { return true; }
    static bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return begin(Value::Kind::object); }
    bool on_object_end(std::size_t, bj::error_code& ec) {
        duplicate = find_duplicate(open_.back().item);
        if (duplicate != nowhere) {
            ec = bj::error::exception;
            return false;
        }
        return end();
    }
    bool on_array_begin(bj::error_code&) { return begin(Value::Kind::array); }
    bool on_array_end(std::size_t, bj::error_code&) { return end(); }
    bool on_key_part(bj::string_view s, std::size_t, bj::error_code&) { return append(s); }
    bool on_key(bj::string_view s, std::size_t, bj::error_code&) {
        append(s);
        key_ = text_;
        key_size_ = record.texts.size() - text_;
        text_ = record.texts.size();
        return true;
    }
    bool on_string_part(bj::string_view s, std::size_t, bj::error_code&) { return append(s); }
    bool on_string(bj::string_view s, std::size_t, bj::error_code&) { return text(s, Value::Kind::string); }
    bool on_number_part(bj::string_view s, bj::error_code&) { return append(s); }
    bool on_int64(std::int64_t, bj::string_view s, bj::error_code&) { return text(s, Value::Kind::number); }
    bool on_uint64(std::uint64_t, bj::string_view s, bj::error_code&) { return text(s, Value::Kind::number); }
    bool on_double(double, bj::string_view s, bj::error_code&) { return text(s, Value::Kind::number); }
    bool on_bool(bool b, bj::error_code&) {
        add(Value::Kind::boolean).flag = b;
        return true;
    }
    bool on_null(bj::error_code&) {
        add(Value::Kind::null);
        return true;
    }
    static bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    static bool on_comment(bj::string_view, bj::error_code&) { return true; }

private:
    struct Open {
        std::size_t item;
        std::uint32_t inside = 0;  // values directly inside it so far
    };

    bool append(bj::string_view s) {
        record.texts.append(s.data(), s.size());
        return true;
    }
    Record::Item& add(Value::Kind kind) {
        Record::Item item;
        item.kind = kind;
        item.end = static_cast<std::uint32_t>(record.items.size() + 1);
        item.key = static_cast<std::uint32_t>(key_);
        item.key_size = static_cast<std::uint32_t>(key_size_);
        item.text = static_cast<std::uint32_t>(text_);
        item.text_size = static_cast<std::uint32_t>(record.texts.size() - text_);
        if (!open_.empty()) item.index = open_.back().inside++;
        key_size_ = 0;
        text_ = record.texts.size();
        return record.items.emplace_back(item);
    }
    bool text(bj::string_view s, Value::Kind kind) {
        append(s);
        add(kind);
        return true;
    }
    bool begin(Value::Kind kind) {
        add(kind);
        open_.push_back({record.items.size() - 1});
        return true;
    }
    bool end() {
        record.items[open_.back().item].end = static_cast<std::uint32_t>(record.items.size());
        open_.pop_back();
        return true;
    }

    // A member of the object whose name another one before it has. Few names are compared each with each.
    std::size_t find_duplicate(std::size_t object) {
        constexpr std::size_t few = 24;
        members_.clear();
        for (std::size_t i = Record::first_of(object); i < record.items.size(); i = record.next_of(i)) members_.push_back(i);
        const auto same = [this](std::size_t a, std::size_t b) { return record.key(a) == record.key(b); };
        if (members_.size() <= few) {
            for (std::size_t b = 1; b < members_.size(); ++b)
                for (std::size_t a = 0; a < b; ++a)
                    if (same(members_[a], members_[b])) return members_[b];
            return nowhere;
        }
        std::sort(members_.begin(), members_.end(), [this](std::size_t a, std::size_t b) {
            const int order = record.key(a).compare(record.key(b));
            return order != 0 ? order < 0 : a < b;
        });
        const auto twice = std::adjacent_find(members_.begin(), members_.end(), same);
        return twice == members_.end() ? nowhere : *(twice + 1);
    }

    std::vector<Open> open_;
    std::vector<std::size_t> members_;
    std::size_t key_ = 0, key_size_ = 0;  // of the next value
    std::size_t text_ = 0;                // where the text that is being read begins
};

}  // namespace

struct RecordParser::State {
    explicit State(const bj::parse_options& options) : parser(options) {}
    bj::basic_parser<Collector> parser;
};

RecordParser::RecordParser(std::size_t levels) : levels_(levels) {
    bj::parse_options options;
    options.max_depth = levels;
    state_ = std::make_unique<State>(options);
}
RecordParser::~RecordParser() = default;

const Record& RecordParser::record() const noexcept { return state_->parser.handler().record; }

RecordParser::Fault RecordParser::fail(Fault fault, std::size_t offset, std::string message) {
    fault_offset_ = offset;
    fault_message_ = std::move(message);
    return fault;
}

RecordParser::Fault RecordParser::parse(std::string_view text) {
    auto& parser = state_->parser;
    Collector& collector = parser.handler();
    collector.clear();
    parser.reset();
    fault_pointer_.clear();
    if (const std::size_t bad = text::find_invalid_utf8(text); bad != std::string_view::npos)
        return fail(Fault::invalid_utf8, bad, "UTF-8");
    bj::error_code ec;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), ec);
    if (collector.duplicate != nowhere) {
        const std::size_t twice = collector.duplicate;
        const std::string key = text::excerpt(collector.record.key(twice));
        collector.end_all();
        fault_pointer_ = collector.record.pointer(twice);
        return fail(Fault::duplicate_key, offset_of(text, collector.record.path(twice)),
                    fmt::format("the key \"{}\" stands twice", key));
    }
    if (ec == bj::error::too_deep) return fail(Fault::too_deep, used, fmt::format("nested deeper than {} levels", levels_));
    if (ec == bj::error::incomplete) return fail(Fault::syntax, text.size(), "the text ends too early");
    if (ec) return fail(Fault::syntax, used, ec.message());
    const std::size_t rest = text.find_first_not_of(" \t\r\n", used);
    if (rest != std::string_view::npos) return fail(Fault::syntax, rest, "text after the end of the value");
    return Fault::none;
}

std::vector<std::size_t> Record::path(std::size_t i) const {
    std::vector<std::size_t> path;
    for (std::size_t at = 0; at != i;) {
        std::size_t inside = first_of(at);
        while (end_of(inside) <= i) inside = next_of(inside);
        path.push_back(items[inside].index);
        at = inside;
    }
    return path;
}

std::string Record::pointer(std::size_t i) const {
    std::string pointer;
    for (std::size_t at = 0; at != i;) {
        std::size_t inside = first_of(at);
        while (end_of(inside) <= i) inside = next_of(inside);
        const bool array = items[at].kind == Value::Kind::array;
        pointer += "/" + (array ? std::to_string(items[inside].index) : escape_pointer(key(inside)));
        at = inside;
    }
    return pointer;
}

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::size_t skip_blanks(std::string_view t, std::size_t at) noexcept {
    const std::size_t found = t.find_first_not_of(blanks, at);
    return found == std::string_view::npos ? t.size() : found;
}

std::size_t skip_string(std::string_view t, std::size_t at) noexcept {
    for (++at; at < t.size() && t[at] != '"'; ++at)
        if (t[at] == '\\') ++at;
    return std::min(at + 1, t.size());
}

// One past the value at `at`.
std::size_t skip_value(std::string_view t, std::size_t at) noexcept {
    std::size_t depth = 0;
    while (at < t.size()) {
        const char c = t[at];
        if (c == '"') {
            at = skip_string(t, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth == 0) return at;
            --depth;
            ++at;
        } else if (depth == 0 && (c == ',' || blanks.find(c) != std::string_view::npos)) {
            return at;
        } else {
            ++at;
            continue;  // inside a number or a word
        }
        if (depth == 0) return at;
    }
    return at;
}

}  // namespace

std::size_t offset_of(std::string_view t, std::span<const std::size_t> path) noexcept {
    std::size_t at = skip_blanks(t, 0);
    for (const std::size_t index : path) {
        const bool object = at < t.size() && t[at] == '{';
        ++at;
        for (std::size_t k = 0;; ++k) {
            at = skip_blanks(t, at);
            if (object) at = skip_blanks(t, skip_blanks(t, skip_string(t, at)) + 1);
            if (k == index || at >= t.size()) break;
            at = skip_blanks(t, skip_value(t, at)) + 1;
        }
    }
    return std::min(at, t.size());
}

}  // namespace cchc::json

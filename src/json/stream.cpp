#include "json/stream.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "json/value.hpp"

namespace cchc::json {
namespace {

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_data(std::string_view key) noexcept {
    constexpr std::string_view data = "data";
    return key.size() == data.size() &&
           std::equal(key.begin(), key.end(), data.begin(), [](char a, char b) { return (a | 0x20) == b; });
}

constexpr const char* layouts =
    "expected an array of dossiers, one dossier a line, or an object with an array under \"data\"";

}  // namespace

Place Place::after(std::string_view text) const noexcept {
    const auto lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    if (lines == 0) return {line, byte + text.size()};
    return {line + lines, text.size() - text.rfind('\n')};
}

void RecordSplitter::fail(const std::string& message, Place place) const {
    throw Error(ErrorCode::json_syntax, message,
                {source_, static_cast<std::int64_t>(place.line), static_cast<std::int64_t>(place.byte), -1, {}});
}

void RecordSplitter::advance(char c) noexcept {
    ++place_.byte;
    if (c != '\n') return;
    ++place_.line;
    place_.byte = 1;
}

void RecordSplitter::feed(std::string_view block) {
    if (!start(block)) return;
    consume(block);
}

// The byte order mark is seen only when three bytes are there.
bool RecordSplitter::start(std::string_view& block) {
    if (marked_) return true;
    pending_ += block;
    if (pending_.size() < 3) return false;
    marked_ = true;
    const std::string first = std::exchange(pending_, {});
    if (first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF")) fail("the file is UTF-16; JSON files are UTF-8", {});
    consume(std::string_view(first).substr(first.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    return false;
}

void RecordSplitter::consume(std::string_view block) {
    while (!block.empty()) {
        std::size_t used = 1;
        switch (state_) {
            case State::start:
                if (block[0] == '[') {
                    state_ = State::first;
                } else if (block[0] == '{') {
                    state_ = State::object;
                    record_place_ = place_;
                    continue;
                } else if (!is_blank(block[0])) {
                    fail(std::string("not JSON: ") + layouts, place_);
                }
                advance(block[0]);
                break;
            case State::object: used = consume_object(block); break;
            case State::lines: used = consume_lines(block); break;
            case State::element: used = consume_element(block); break;
            case State::tail: used = consume_tail(block); break;
            default: used = consume_array(block); break;
        }
        block.remove_prefix(used);
    }
}

// Looks at the first object until it is known to be an envelope or the first of many lines.
std::size_t RecordSplitter::consume_object(std::string_view block) {
    Seen seen = Seen::nothing;
    std::size_t used = 0;
    while (used < block.size() && seen == Seen::nothing) {
        const char c = block[used++];
        pending_ += c;
        advance(c);
        seen = pending_.size() > max_ ? Seen::lines : peek(c, pending_.size() - 1);
    }
    if (seen == Seen::nothing) return used;
    std::string read = std::exchange(pending_, {});
    if (seen == Seen::envelope) {
        prefix_ = std::move(read);
        prefix_place_ = record_place_;
        state_ = State::first;
        check_envelope("]}");
        return used;
    }
    state_ = State::lines;
    place_ = record_place_;  // they are read again, as lines
    consume(read);
    return used;
}

RecordSplitter::Seen RecordSplitter::peek_string(char c, std::size_t at) {
    if (peek_.escaped) {
        peek_.escaped = false;
    } else if (c == '\\') {
        peek_.escaped = true;
    } else if (c == '"') {
        peek_.in_string = false;
        if (peek_.depth == 1 && peek_.expect == Peek::Expect::key) {
            peek_.key_end = at;
            peek_.expect = Peek::Expect::colon;
        }
    }
    return static_cast<unsigned char>(c) < 0x20 ? Seen::lines : Seen::nothing;
}

RecordSplitter::Seen RecordSplitter::peek_bracket(char c) {
    using Expect = Peek::Expect;
    if (c == '}' || c == ']') {
        if (--peek_.depth != 0) return Seen::nothing;
        if (peek_.breaks_line) fail(std::string("the first object spans several lines: ") + layouts, record_place_);
        return Seen::lines;
    }
    if (peek_.depth == 1) {
        if (peek_.expect != Expect::value) return Seen::lines;
        const std::string_view key = std::string_view(pending_).substr(peek_.key, peek_.key_end - peek_.key);
        if (c == '[' && is_data(key)) return Seen::envelope;
        peek_.expect = Expect::end;
    }
    ++peek_.depth;
    return Seen::nothing;
}

RecordSplitter::Seen RecordSplitter::peek(char c, std::size_t at) {
    using Expect = Peek::Expect;
    if (peek_.in_string) return peek_string(c, at);
    const bool outer = peek_.depth == 1;
    switch (c) {
        case '\n': peek_.breaks_line = true; return Seen::nothing;
        case ' ':
        case '\t':
        case '\r': return Seen::nothing;
        case '{':
        case '[':
        case '}':
        case ']': return peek_bracket(c);
        case '"':
            peek_.in_string = true;
            if (outer && peek_.expect == Expect::key) peek_.key = at + 1;
            if (outer && peek_.expect == Expect::value) peek_.expect = Expect::end;
            return Seen::nothing;
        case ':':
            if (outer && peek_.expect != Expect::colon) return Seen::lines;
            if (outer) peek_.expect = Expect::value;
            return Seen::nothing;
        case ',':
            if (outer && peek_.expect != Expect::end) return Seen::lines;
            if (outer) peek_.expect = Expect::key;
            return Seen::nothing;
        default:
            if (outer && (peek_.expect == Expect::key || peek_.expect == Expect::colon)) return Seen::lines;
            if (outer) peek_.expect = Expect::end;
            return Seen::nothing;
    }
}

std::size_t RecordSplitter::consume_lines(std::string_view block) {
    const std::size_t end = block.find('\n');
    const bool whole = end != std::string_view::npos;
    const std::string_view piece = block.substr(0, end);
    if (!skipping_ && pending_.size() + piece.size() > max_) {
        handler_.too_long({place_.line, 1});
        skipping_ = true;
        pending_.clear();
    }
    if (!whole) {
        if (!skipping_) pending_ += piece;
        return block.size();
    }
    if (!skipping_) {
        if (pending_.empty()) {
            take_line(piece);
        } else {
            pending_ += piece;
            take_line(std::exchange(pending_, {}));
        }
    }
    skipping_ = false;
    ++place_.line;
    place_.byte = 1;
    return end + 1;
}

// A whole line; blank ones are nothing. place_.byte is the place of its first byte.
void RecordSplitter::take_line(std::string_view line) {
    const std::string_view record = text::trim(line);
    if (record.empty()) return;
    handler_.record(record, {place_.line, place_.byte + static_cast<std::size_t>(record.data() - line.data())});
}

// Between the elements of an array.
std::size_t RecordSplitter::consume_array(std::string_view block) {
    const char c = block[0];
    if (!is_blank(c)) {
        if (c == ']' && state_ != State::next) {
            state_ = State::tail;
            advance(c);
            tail_place_ = place_;
            return 1;
        }
        if (state_ == State::separator) {
            if (c != ',') fail("not JSON: expected , or ] behind an element of the array", place_);
            state_ = State::next;
        } else if (c == ',' || c == ']' || c == '}' || c == ':') {
            fail("not JSON: expected an element of the array", place_);
        } else {
            state_ = State::element;
            record_place_ = place_;
            depth_ = 0;
            in_string_ = escaped_ = skipping_ = false;
            scalar_ = c != '"' && c != '{' && c != '[';
            return 0;  // it is read from its first byte on
        }
    }
    advance(c);
    return 1;
}

// Whether the byte is the last one of the element that is being read.
bool RecordSplitter::ends_element(char c) noexcept {
    if (in_string_) {
        const bool closes = c == '"' && !escaped_;
        escaped_ = c == '\\' && !escaped_;
        in_string_ = !closes;
        return closes && depth_ == 0;
    }
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') return --depth_ == 0;
    return false;
}

std::size_t RecordSplitter::consume_element(std::string_view block) {
    std::size_t used = 0;
    bool ended = false;
    while (used < block.size() && !ended) {
        const char c = block[used];
        if (scalar_ && (is_blank(c) || c == ',' || c == ']' || c == '}')) {
            ended = true;
            break;
        }
        ended = !scalar_ && ends_element(c);
        ++used;
        if (!in_string_ || escaped_) continue;
        // Most of a record is inside strings.
        while (used < block.size() && block[used] != '"' && block[used] != '\\') ++used;
    }
    const std::string_view piece = block.substr(0, used);
    place_ = place_.after(piece);
    if (!skipping_ && pending_.size() + piece.size() > max_) {
        handler_.too_long(record_place_);
        skipping_ = true;
        pending_.clear();
    }
    if (ended) {
        end_element(piece);
    } else if (!skipping_) {
        pending_ += piece;
    }
    return used;
}

void RecordSplitter::end_element(std::string_view text) {
    state_ = State::separator;
    if (skipping_) return;
    if (pending_.empty()) return handler_.record(text, record_place_);
    pending_ += text;
    const std::string whole = std::exchange(pending_, {});
    handler_.record(whole, record_place_);
}

std::size_t RecordSplitter::consume_tail(std::string_view block) {
    if (prefix_.empty()) {
        const std::size_t rest = text::trim(block).empty() ? block.size() : block.find_first_not_of(" \t\r\n");
        if (rest != block.size()) fail("not JSON: text behind the end of the array", place_.after(block.substr(0, rest)));
    } else {
        tail_ += block;
        if (tail_.size() > max_) fail("the envelope of the array is too long", tail_place_);
    }
    place_ = place_.after(block);
    return block.size();
}

// The envelope must be JSON, too, as if its array were empty.
void RecordSplitter::check_envelope(std::string_view tail) const {
    const std::string envelope = prefix_ + std::string(tail);
    try {
        static_cast<void>(parse(envelope, source_));
    } catch (const Error& e) {
        const auto offset = static_cast<std::size_t>(std::max<std::int64_t>(e.where().byte_offset, 0));
        const bool before = offset <= prefix_.size();
        const Place place = before ? prefix_place_.after(std::string_view(prefix_).substr(0, offset))
                                   : tail_place_.after(tail.substr(1, offset - prefix_.size() - 1));
        fail("the object around the array: " + e.message(), place);
    }
}

void RecordSplitter::finish() {
    if (!marked_) {
        marked_ = true;
        consume(std::exchange(pending_, {}));
    }
    if (state_ == State::object) {  // it is no envelope
        state_ = State::lines;
        place_ = record_place_;
        consume(std::exchange(pending_, {}));
    }
    switch (state_) {
        case State::start: fail(std::string("the file is empty: ") + layouts, {});
        case State::lines:
            if (!skipping_ && !pending_.empty()) take_line(std::exchange(pending_, {}));
            return;
        case State::tail:
            if (!prefix_.empty()) check_envelope("]" + tail_);
            return;
        default: fail("the JSON text ends too early, inside the array", place_);
    }
}

}  // namespace cchc::json

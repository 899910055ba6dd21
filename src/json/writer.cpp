#include "json/writer.hpp"

#include <fmt/format.h>

#include <utility>

namespace cchc::json {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

}  // namespace

void Writer::indent() {
    out_ += '\n';
    out_.append(2 * levels_.size(), ' ');
}

// What stands between the last value and the next one.
void Writer::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) out_ += level.one_line ? ", " : ",";
    if (!level.one_line) indent();
    level.empty = false;
}

Writer& Writer::object() {
    separate();
    out_ += '{';
    levels_.push_back({'}', false, true});
    return *this;
}

Writer& Writer::array(bool inline_) {
    separate();
    out_ += '[';
    levels_.push_back({']', inline_, true});
    return *this;
}

Writer& Writer::end() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty && !level.one_line) indent();
    out_ += level.close;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_escaped(out_, name);
    out_ += ": ";
    after_key_ = true;
    return *this;
}

Writer& Writer::string(std::string_view text) {
    separate();
    append_escaped(out_, text);
    return *this;
}

Writer& Writer::raw(std::string_view text) {
    separate();
    out_ += text;
    return *this;
}

Writer& Writer::document(std::string_view text) {
    separate();
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    for (const char c : text) {
        if (c == '\n') {
            indent();
        } else {
            out_ += c;
        }
    }
    return *this;
}

std::string Writer::take() {
    out_ += '\n';
    return std::exchange(out_, {});
}

}  // namespace cchc::json

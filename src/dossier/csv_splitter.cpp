#include "dossier/csv_splitter.hpp"

#include <algorithm>
#include <utility>

namespace cchc::csv {

// The byte order mark is seen only when three bytes are there.
bool Splitter::start(std::string_view& block) {
    if (started_) return true;
    pending_ += block;
    block = {};
    if (pending_.size() < 3) return false;
    started_ = true;
    if (pending_.starts_with("\xEF\xBB\xBF")) pending_.erase(0, 3);
    return true;
}

void Splitter::feed(std::string_view block) {
    if (!start(block)) return;
    if (block.empty()) {  // the first bytes, or nothing at all
        const std::string first = std::exchange(pending_, {});
        if (!first.empty()) feed(first);
        return;
    }
    while (!block.empty()) {
        if (skipping_ && !skip_line(block)) return;
        if (!pending_.empty()) {
            extend_pending(block);
            pending_.erase(0, consume(pending_, false));
            continue;
        }
        block.remove_prefix(consume(block, false));
        if (skipping_) continue;
        pending_ = block;
        return;
    }
}

// Appends whole lines, at least as much as is pending, so that a long record is scanned few times, and not the whole
// block, so that most of it is never copied.
void Splitter::extend_pending(std::string_view& block) {
    const std::size_t least = std::min(pending_.size(), block.size() - 1);
    const std::size_t end = block.find('\n', least);
    const std::size_t take = end == std::string_view::npos ? block.size() : end + 1;
    pending_ += block.substr(0, take);
    block.remove_prefix(take);
}

bool Splitter::skip_line(std::string_view& block) {
    const std::size_t end = block.find('\n');
    if (end == std::string_view::npos) return false;
    block.remove_prefix(end + 1);
    ++line_;
    skipping_ = false;
    return true;
}

// Takes the whole records of `text`; the number of bytes used.
std::size_t Splitter::consume(std::string_view text, bool last) {
    std::size_t used = 0;
    while (used < text.size() && !skipping_) {
        const std::string_view rest = text.substr(used);
        if (delimiter_ == 0) {
            const std::size_t end = rest.find('\n');
            if (end == std::string_view::npos && !last && rest.size() <= max_) return used;
            delimiter_ = handler_.delimiter(rest.substr(0, end));
        }
        if (const Taken taken = handler_.plain(rest, line_); taken.records != 0) {
            used += taken.bytes;
            line_ += taken.records;
            continue;
        }
        // Never looks further than one byte beyond the bound, so that the verdict does not depend on the size of blocks.
        const std::string_view bounded = rest.size() > max_ ? rest.substr(0, max_ + 1) : rest;
        const Scan result = scan(bounded, delimiter_, last && bounded.size() == rest.size(), record_);
        const bool complete = result == Scan::complete;
        if (complete && static_cast<std::size_t>(record_.next - rest.data()) <= max_) {
            handler_.record(bounded, line_, record_);
            line_ += record_.line_breaks;
            used += static_cast<std::size_t>(record_.next - rest.data());
        } else if (rest.size() > max_ || last) {
            used += give_up(rest, result == Scan::open_quote ? Problem::open_quote : Problem::line_too_long, last);
        } else {
            return used;
        }
    }
    return used;
}

// Refuses the first line of a record that does not end, or not soon enough.
std::size_t Splitter::give_up(std::string_view text, Problem problem, bool last) {
    const std::size_t end = text.find('\n');
    // A single line beyond the bound is too long, whatever quotes it holds.
    if (end == std::string_view::npos ? !last : end > max_) problem = Problem::line_too_long;
    handler_.broken(text.substr(0, end), line_, problem);
    if (end == std::string_view::npos) {
        skipping_ = !last;
        return text.size();
    }
    ++line_;
    return end + 1;
}

void Splitter::finish() {
    started_ = true;
    const std::string rest = std::exchange(pending_, {});
    if (!skipping_) consume(rest, true);
}

namespace {

// Where text is inside quotes, as scan() sees it.
struct Quotes {
    bool inside = false;
    bool may_open = true;     // at the start of a field
    bool may_double = false;  // right after a closing quote

    // Takes the next character; true where it opens a quote.
    bool opens(char c, char delimiter) noexcept {
        const bool quote = c == '"', closes = quote && inside, doubles = quote && may_double, first = quote && may_open;
        inside = (inside && !closes) || doubles || first;
        may_double = closes;
        may_open = !inside && c == delimiter;
        return first;
    }
};

}  // namespace

std::size_t open_quote_byte(std::string_view line, char delimiter) noexcept {
    std::size_t last = 0;
    Quotes quotes;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (quotes.opens(line[at], delimiter)) last = at;
    return last + 1;
}

Position field_position(std::string_view text, char delimiter, std::uint64_t line, std::size_t field) noexcept {
    std::size_t line_start = 0, at = 0;
    Quotes quotes;
    for (; at < text.size() && field > 1; ++at) {
        const char c = text[at];
        if (!quotes.inside && c == delimiter) --field;
        quotes.opens(c, delimiter);
        if (c == '\n') {
            if (!quotes.inside) break;
            ++line;
            line_start = at + 1;
        }
    }
    return {line, at - line_start + 1};
}

}  // namespace cchc::csv

#include "dossier/csv_record.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cchc::csv {
namespace {

std::string_view without_return(const char* from, const char* to) noexcept {
    if (to > from && to[-1] == '\r') --to;
    return {from, static_cast<std::size_t>(to - from)};
}

enum class Plain : std::uint8_t { done, quoted, open };

#if defined(__SSE2__)
// One bit for each delimiter, quote or line feed in a stretch of text.
class SpecialMask {
public:
    explicit SpecialMask(char delimiter)
        : delimiter_(_mm_set1_epi8(delimiter)), quote_(_mm_set1_epi8('"')), feed_(_mm_set1_epi8('\n')) {}
    std::uint64_t of_16(const char* p) const noexcept {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(block, delimiter_),
                                             _mm_or_si128(_mm_cmpeq_epi8(block, quote_), _mm_cmpeq_epi8(block, feed_)));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(special));
    }
    std::uint64_t of_64(const char* p) const noexcept {
        return of_16(p) | of_16(p + 16) << 16 | of_16(p + 32) << 32 | of_16(p + 48) << 48;
    }

private:
    __m128i delimiter_, quote_, feed_;
};
#endif

// The fields between the special characters that a mask of up to 64 bytes shows. `room` for all of them is made before, so
// that each field costs two stores.
class PlainFields {
public:
    PlainFields(const char* start, char delimiter, Record& out) : field_(start), delimiter_(delimiter), out_(out) {}

    // The bits of `mask` are offsets from p. False at the end of the record or at a quote.
    bool take(const char* p, std::uint64_t mask) {
        if (out_.storage.size() < out_.count + 65) out_.storage.resize(2 * out_.storage.size() + 65);
        std::string_view* slot = out_.storage.data() + out_.count;
        const char* field = field_;
        for (; mask != 0; mask &= mask - 1) {
            const char* at = p + std::countr_zero(mask);
            if (*at != delimiter_) [[unlikely]] {
                out_.count = static_cast<std::size_t>(slot - out_.storage.data());
                field_ = field;
                return stop(at);
            }
            *slot++ = {field, static_cast<std::size_t>(at - field)};
            field = at + 1;
        }
        out_.count = static_cast<std::size_t>(slot - out_.storage.data());
        field_ = field;
        return true;
    }
    // The record ends before `at`, and the next one begins at `next`.
    void end(const char* at, const char* next) {
        out_.add(without_return(field_, at));
        out_.next = next;
        result_ = Plain::done;
    }
    Plain result() const noexcept { return result_; }

private:
    bool stop(const char* at) {
        if (*at == '"') {
            result_ = Plain::quoted;
        } else {
            end(at, at + 1);
        }
        return false;
    }

    const char* field_;
    char delimiter_;
    Record& out_;
    Plain result_ = Plain::open;
};

// A record without quotes; `quoted` when there is one, and nothing is known then.
Plain scan_plain(std::string_view text, char delimiter, bool last, Record& out) {
    const char* p = text.data();
    const char* const end = p + text.size();
    out.count = 0;
    PlainFields fields(p, delimiter, out);
#if defined(__SSE2__)
    const SpecialMask special(delimiter);
    for (; end - p >= 64; p += 64)
        if (!fields.take(p, special.of_64(p))) return fields.result();
#endif
    while (p < end) {
        const auto stretch = static_cast<int>(std::min<std::ptrdiff_t>(64, end - p));
        std::uint64_t mask = 0;
        for (int i = 0; i < stretch; ++i)
            mask |= static_cast<std::uint64_t>(p[i] == delimiter || p[i] == '"' || p[i] == '\n') << i;
        if (!fields.take(p, mask)) return fields.result();
        p += stretch;
    }
    if (last) fields.end(end, end);
    return fields.result();
}

// A record with quotes, field by field.
class Quoted {
public:
    Quoted(std::string_view text, char delimiter, bool last, Record& out)
        : p_(text.data()), end_(text.data() + text.size()), delimiter_(delimiter), last_(last), out_(out) {
        out_.count = 0;
        out_.unquoted.clear();
        out_.unquoted.reserve(text.size());  // so that views into it stay valid
    }

    Scan run() {
        while (true) {
            const Scan scan = p_ < end_ && *p_ == '"' ? quoted_field() : plain_field();
            if (scan != Scan::complete) return scan;
            if (ended_) return Scan::complete;
        }
    }

private:
    // Takes the delimiter or line break at p_; at the end of a last text there may be neither.
    Scan take_separator() {
        if (p_ == end_) {
            if (!last_) return Scan::incomplete;
            finish();
        } else if (*p_ == '\n') {
            ++p_;
            ++out_.line_breaks;
            finish();
        } else {
            ++p_;
        }
        return Scan::complete;
    }

    void finish() {
        ended_ = true;
        out_.next = p_;
    }

    Scan plain_field() {
        const char* from = p_;
        while (p_ < end_ && *p_ != delimiter_ && *p_ != '\n') ++p_;
        if (p_ == end_ && !last_) return Scan::incomplete;
        const bool line_end = p_ == end_ || *p_ == '\n';
        out_.add(line_end ? without_return(from, p_) : std::string_view(from, static_cast<std::size_t>(p_ - from)));
        return take_separator();
    }

    Scan quoted_field() {
        const char* from = ++p_;
        const std::size_t start = out_.unquoted.size();
        bool doubled = false;
        while (true) {
            const auto* quote =
                static_cast<const char*>(p_ == end_ ? nullptr : std::memchr(p_, '"', static_cast<std::size_t>(end_ - p_)));
            if (quote == nullptr) return Scan::open_quote;
            if (quote + 1 == end_ && !last_) return Scan::incomplete;
            out_.line_breaks += static_cast<std::size_t>(std::count(p_, quote, '\n'));
            if (quote + 1 == end_ || quote[1] != '"') {
                if (doubled) out_.unquoted.append(p_, quote);
                p_ = quote + 1;
                out_.add(doubled ? std::string_view(out_.unquoted).substr(start)
                                 : std::string_view(from, static_cast<std::size_t>(quote - from)));
                return after_quote();
            }
            out_.unquoted.append(p_, quote + 1);
            doubled = true;
            p_ = quote + 2;
        }
    }

    Scan after_quote() {
        if (end_ - p_ >= 2 && p_[0] == '\r' && p_[1] == '\n') ++p_;
        if (end_ - p_ == 1 && p_[0] == '\r') {
            if (!last_) return Scan::incomplete;
            ++p_;
        }
        if (p_ == end_ || *p_ == delimiter_ || *p_ == '\n') return take_separator();
        if (out_.problem == Problem::none) {
            out_.problem = Problem::bad_quote;
            out_.problem_field = out_.count;
        }
        // The rest of the field belongs to nothing; the record goes on at the next separator.
        while (p_ < end_ && *p_ != delimiter_ && *p_ != '\n') ++p_;
        return take_separator();
    }

    const char* p_;
    const char* end_;
    char delimiter_;
    bool last_;
    bool ended_ = false;
    Record& out_;
};

}  // namespace

Scan scan(std::string_view text, char delimiter, bool last, Record& out) {
    out.problem = Problem::none;
    out.line_breaks = 0;
    switch (scan_plain(text, delimiter, last, out)) {
        case Plain::done: out.line_breaks = out.next > text.data() && out.next[-1] == '\n' ? 1 : 0; return Scan::complete;
        case Plain::open: return Scan::incomplete;
        case Plain::quoted: break;
    }
    return Quoted(text, delimiter, last, out).run();
}

}  // namespace cchc::csv

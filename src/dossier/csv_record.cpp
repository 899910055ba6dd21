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

// Calls hit(position) for each delimiter, quote or line feed from `p` on, until it returns false.
template <class Hit>
void each_special(const char* p, const char* end, char delimiter, Hit hit) {
#if defined(__SSE2__)
    const __m128i d = _mm_set1_epi8(delimiter), q = _mm_set1_epi8('"'), n = _mm_set1_epi8('\n');
    for (; end - p >= 16; p += 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(block, d),
                                             _mm_or_si128(_mm_cmpeq_epi8(block, q), _mm_cmpeq_epi8(block, n)));
        for (auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(special)); mask != 0; mask &= mask - 1)
            if (!hit(p + std::countr_zero(mask))) return;
    }
#endif
    for (; p < end; ++p)
        if ((*p == delimiter || *p == '"' || *p == '\n') && !hit(p)) return;
}

std::string_view without_return(const char* from, const char* to) noexcept {
    if (to > from && to[-1] == '\r') --to;
    return {from, static_cast<std::size_t>(to - from)};
}

enum class Plain : std::uint8_t { done, quoted, open };

// A record without quotes; `quoted` when there is one, and nothing is known then.
Plain scan_plain(std::string_view text, char delimiter, bool last, Record& out) {
    const char* field = text.data();
    const char* const end = text.data() + text.size();
    Plain result = Plain::open;
    out.fields.clear();
    each_special(field, end, delimiter, [&](const char* p) {
        if (*p == '"') {
            result = Plain::quoted;
            return false;
        }
        if (*p == '\n') {
            out.fields.push_back(without_return(field, p));
            out.next = p + 1;
            result = Plain::done;
            return false;
        }
        out.fields.emplace_back(field, static_cast<std::size_t>(p - field));
        field = p + 1;
        return true;
    });
    if (result != Plain::open || !last) return result;
    out.fields.push_back(without_return(field, end));
    out.next = end;
    return Plain::done;
}

// A record with quotes, field by field.
class Quoted {
public:
    Quoted(std::string_view text, char delimiter, bool last, Record& out)
        : p_(text.data()), end_(text.data() + text.size()), delimiter_(delimiter), last_(last), out_(out) {
        out_.fields.clear();
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
        out_.fields.push_back(line_end ? without_return(from, p_)
                                       : std::string_view(from, static_cast<std::size_t>(p_ - from)));
        return take_separator();
    }

    Scan quoted_field() {
        const char* from = ++p_;
        const std::size_t start = out_.unquoted.size();
        bool doubled = false;
        while (true) {
            const auto* quote = static_cast<const char*>(
                p_ == end_ ? nullptr : std::memchr(p_, '"', static_cast<std::size_t>(end_ - p_)));
            if (quote == nullptr) return Scan::open_quote;
            if (quote + 1 == end_ && !last_) return Scan::incomplete;
            out_.line_breaks += static_cast<std::size_t>(std::count(p_, quote, '\n'));
            if (quote + 1 == end_ || quote[1] != '"') {
                if (doubled) out_.unquoted.append(p_, quote);
                p_ = quote + 1;
                out_.fields.push_back(doubled ? std::string_view(out_.unquoted).substr(start)
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
            out_.problem_field = out_.fields.size();
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

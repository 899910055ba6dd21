#include "dossier/csv_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "base/cpu.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif
#define CCHC_INLINE [[gnu::always_inline]] inline

namespace cchc::csv {
namespace {

constexpr std::size_t width = 64;  // bytes that are looked at together
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

// One bit for each byte of a stretch of text.
struct Masks {
    std::uint64_t delimiter = 0;
    std::uint64_t feed = 0;
    std::uint64_t quote = 0;
};

// What one stretch of text must know of those before it.
struct State {
    std::uint64_t inside = 0;        // all ones: the stretch begins inside quotes
    std::uint64_t after_sep = 1;     // 1: it begins behind a separator
    std::uint64_t after_quote = 0;   // 1: it begins behind a closing quote
    std::uint64_t after_return = 0;  // 1: it begins behind a closing quote and a carriage return
    std::uint32_t odd = nowhere;     // the first byte where quotes are not as in plain records
};

// Bit i of the result: an odd number of bits up to and with i.
CCHC_INLINE std::uint64_t odd_up_to(std::uint64_t bits) noexcept {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

// Takes the separators inside quotes out of the masks, and notes where quotes are not as in plain records: one that opens
// anywhere but behind a separator, text behind one that closes (a carriage return may stand between it and the line feed), a
// line break inside.
CCHC_INLINE void take_quotes(Masks& m, State& s, std::uint64_t carriage, std::uint32_t base) noexcept {
    const std::uint64_t inside = odd_up_to(m.quote) ^ s.inside;  // from an opening quote on, the closing one not included
    const std::uint64_t separators = (m.delimiter | m.feed) & ~inside;
    const std::uint64_t opens = m.quote & inside, closes = m.quote & ~inside;
    const std::uint64_t behind_separator = separators << 1 | s.after_sep, behind_closed = closes << 1 | s.after_quote;
    const std::uint64_t returns = behind_closed & carriage, behind_return = returns << 1 | s.after_return;
    const std::uint64_t odd = (opens & ~behind_separator) | (behind_closed & ~(separators | carriage)) |
                              (behind_return & ~m.feed) | (m.feed & inside);
    if (odd != 0 && s.odd == nowhere) s.odd = base + static_cast<std::uint32_t>(std::countr_zero(odd));
    m.delimiter &= ~inside;
    m.feed &= ~inside;
    s.inside = 0 - (inside >> 63);
    s.after_quote = closes >> 63;
    s.after_return = returns >> 63;
}

// Appends base + i for each bit i. Writes up to 8 places more than it fills: most stretches have few separators, and a loop
// of a fixed length is never guessed wrong.
CCHC_INLINE std::uint32_t* put(std::uint32_t* out, std::uint32_t base, std::uint64_t bits) noexcept {
    const auto count = std::popcount(bits);
    std::uint32_t* const end = out + count;
    for (int k = 0; k < 8; ++k, bits &= bits - 1) out[k] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    if (count > 8) [[unlikely]]
        for (out += 8; out < end; ++out, bits &= bits - 1) *out = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    return end;
}

struct Found {
    std::uint32_t* end;   // one past the last separator
    std::uint32_t* line;  // one past the last line feed
    std::uint32_t odd;    // see State
};

struct Places {
    std::uint32_t* ends;
    std::uint32_t* lines;
    std::size_t max_ends;
    std::size_t max_lines;
};

// The masks of `count` stretches, one after the other.
#if defined(__SSE2__)
std::uint64_t equal_bits(const char* p, char wanted) noexcept {
    const __m128i all = _mm_set1_epi8(wanted);
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < width; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + i));
        bits |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, all)))} << i;
    }
    return bits;
}
#else
std::uint64_t equal_bits(const char* p, char wanted) noexcept {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < width; ++i) bits |= static_cast<std::uint64_t>(p[i] == wanted) << i;
    return bits;
}
#endif

void masks_plain(const char* p, char delimiter, std::size_t count, Masks* out) noexcept {
    for (std::size_t i = 0; i < count; ++i, p += width)
        out[i] = {equal_bits(p, delimiter), equal_bits(p, '\n'), equal_bits(p, '"')};
}

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2"), gnu::always_inline]] inline std::uint64_t equal_bits(__m256i low, __m256i high,
                                                                            __m256i all) noexcept {
    const auto a = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all)));
    const auto b = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all)));
    return a | std::uint64_t{b} << 32;
}

[[gnu::target("avx2")]] void masks_avx2(const char* p, char delimiter, std::size_t count, Masks* out) noexcept {
    const __m256i separator = _mm256_set1_epi8(delimiter), feed = _mm256_set1_epi8('\n'), quote = _mm256_set1_epi8('"');
    for (std::size_t i = 0; i < count; ++i, p += width) {
        const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
        const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p + 32));
        out[i] = {equal_bits(low, high, separator), equal_bits(low, high, feed), equal_bits(low, high, quote)};
    }
}
#else
constexpr auto masks_avx2 = masks_plain;
#endif

// Extracts places from masks, stretch by stretch.
class Extraction {
public:
    CCHC_INLINE Extraction(std::string_view text, const Places& places) noexcept
        : text_(text), found_{places.ends, places.lines, nowhere} {}

    // False when quotes are not as in plain records.
    CCHC_INLINE bool take(Masks m, std::size_t at) noexcept {
        const auto base = static_cast<std::uint32_t>(at);
        if ((m.quote | state_.inside | state_.after_quote | state_.after_return) != 0)
            take_quotes(m, state_, equal_bits(text_.data() + at, '\r'), base);
        const std::uint64_t separators = m.delimiter | m.feed;
        state_.after_sep = separators >> 63;
        found_.end = put(found_.end, base, separators);
        std::uint64_t feed = m.feed;
        *found_.line = base + static_cast<std::uint32_t>(std::countr_zero(feed));
        found_.line += static_cast<std::size_t>(feed != 0);
        for (feed &= feed - static_cast<std::uint64_t>(feed != 0); feed != 0; feed &= feed - 1)
            *found_.line++ = base + static_cast<std::uint32_t>(std::countr_zero(feed));
        found_.odd = state_.odd;
        return state_.odd == nowhere;
    }
    const Found& found() const noexcept { return found_; }

private:
    std::string_view text_;
    State state_;
    Found found_;
};

template <class MakeMasks>
CCHC_INLINE Found find_separators(std::string_view text, char delimiter, const Places& places,
                                  MakeMasks make_masks) noexcept {
    constexpr std::size_t run = 32;  // stretches
    std::array<Masks, run> masks;
    const std::uint32_t* const last_end = places.ends + places.max_ends;
    const std::uint32_t* const last_line = places.lines + places.max_lines;
    Extraction extraction(text, places);
    for (std::size_t at = 0; at + width <= text.size();) {
        const std::size_t count = std::min(run, (text.size() - at) / width);
        make_masks(text.data() + at, delimiter, count, masks.data());
        for (std::size_t i = 0; i < count; ++i, at += width) {
            if (!extraction.take(masks[i], at)) return extraction.found();
            if (extraction.found().end >= last_end || extraction.found().line >= last_line) return extraction.found();
        }
    }
    return extraction.found();
}

// Compiled twice on x86-64: for every processor, and for those with instructions for bits, which are asked for at run time.
Found find_plain(std::string_view text, char delimiter, const Places& places) noexcept {
    return find_separators(text, delimiter, places, masks_plain);
}
#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2,bmi,popcnt")]] Found find_avx2(std::string_view text, char delimiter, const Places& places) noexcept {
    return find_separators(text, delimiter, places, masks_avx2);
}
#else
constexpr auto find_avx2 = find_plain;
#endif

}  // namespace

std::size_t Index::find(std::string_view text, char delimiter, std::size_t max_rows, std::size_t max_bytes) {
    rows_ = 0;
    text_ = text.data();
    // Places are numbers of 32 bits, and records that are long are for scan() anyway.
    constexpr std::size_t usual_bytes = 1024, least_bytes = 4096;
    text = text.substr(0, least_bytes + max_rows * usual_bytes);
    if (text.size() < width + margin) return 0;
    ends_.resize(1 + max_rows * fields_ + 2 * width);
    lines_.resize(max_rows + 2 * width);
    ends_[0] = nowhere;
    const Places places{ends_.data() + 1, lines_.data(), max_rows * fields_, max_rows};
    const Found found = (has_avx2() ? find_avx2 : find_plain)(text, delimiter, places);
    const auto whole = static_cast<std::size_t>(found.end - places.ends) / fields_;
    const std::size_t rows = std::min({whole, static_cast<std::size_t>(found.line - places.lines), max_rows});
    const std::size_t end = std::min<std::size_t>(found.odd, text.size() - margin);
    // Each record ends at the line feed of its number, so that it has neither more nor fewer fields than it should.
    std::size_t from = 0;
    for (; rows_ < rows; ++rows_) {
        const std::size_t line = lines_[rows_];
        if (ends_[(rows_ + 1) * fields_] != line || line >= end || line + 1 - from > max_bytes) break;
        from = line + 1;
    }
    return rows_;
}

}  // namespace cchc::csv

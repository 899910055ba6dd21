#include "base/moments.hpp"

#include <array>

#include "base/cpu.hpp"
#include "base/fast_moment.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define CCHC_HAS_AVX2_TWIN 1
#endif

namespace cchc::text {
namespace {

bool read_plain(std::span<const std::string_view> texts, std::int32_t* day, std::int32_t* second,
                std::uint8_t* left) noexcept {
    unsigned any = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        left[i] = 0;
        if (texts[i].empty()) continue;
        FastMoment moment;
        const bool read = fast_moment(texts[i], moment);
        left[i] = static_cast<std::uint8_t>(!read);
        any |= left[i];
        if (!read) continue;
        day[i] = moment.day;
        second[i] = moment.second;
    }
    return any != 0;
}

#if defined(CCHC_HAS_AVX2_TWIN)
#define CCHC_AVX2 [[gnu::target("avx2")]]

// Where the digits of yyyyMMddHHmm stand in a text, and what must stand between them.
struct Layout {
    std::array<char, 16> digits;      // place of each digit; -1: a zero
    std::array<char, 16> separators;  // 0 where there is none
};
constexpr char none = -1;
constexpr Layout iso_date = {{0, 1, 2, 3, 5, 6, 8, 9, none, none, none, none, none, none, none, none},
                             {0, 0, 0, 0, '-', 0, 0, '-'}};
constexpr Layout iso_time = {{0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, none, none, none, none},
                             {0, 0, 0, 0, '-', 0, 0, '-', 0, 0, 0, 0, 0, ':'}};
constexpr Layout day_date = {{6, 7, 8, 9, 3, 4, 0, 1, none, none, none, none, none, none, none, none},
                             {0, 0, '/', 0, 0, '/'}};
constexpr Layout day_time = {{6, 7, 8, 9, 3, 4, 0, 1, 11, 12, 14, 15, none, none, none, none},
                             {0, 0, '/', 0, 0, '/', 0, 0, 0, 0, 0, 0, 0, ':'}};

CCHC_AVX2 inline __m128i load(const void* p) noexcept { return _mm_loadu_si128(static_cast<const __m128i*>(p)); }

// The first sixteen characters (ten, for a layout without a time): year, month * 64 + day, and seconds of HH:mm, in the
// first three numbers of 32 bits. `bad` is not zero where a character or a number is not what it should be; the length of
// the month and the year are not looked at.
CCHC_AVX2 inline __m128i read_fields(__m128i text, const Layout& layout, __m128i& bad) noexcept {
    const __m128i separators = load(layout.separators.data());
    const __m128i is_separator = _mm_cmpgt_epi8(separators, _mm_setzero_si128());
    const __m128i digits = _mm_shuffle_epi8(_mm_sub_epi8(text, _mm_set1_epi8('0')), load(layout.digits.data()));
    // Pairs of digits: year / 100, year % 100, month, day, hour, minute.
    const __m128i pairs = _mm_maddubs_epi16(digits, _mm_set1_epi16(0x010A));
    const __m128i least = _mm_setr_epi16(0, 0, 1, 1, 0, 0, 0, 0), range = _mm_setr_epi16(99, 99, 11, 30, 23, 59, 0, 0);
    bad = _mm_or_si128(
        _mm_or_si128(_mm_and_si128(_mm_xor_si128(text, separators), is_separator), _mm_subs_epu8(digits, _mm_set1_epi8(9))),
        _mm_subs_epu16(_mm_sub_epi16(pairs, least), range));
    return _mm_madd_epi16(pairs, _mm_setr_epi16(100, 1, 64, 1, 3600, 60, 0, 0));
}

// The seconds in ":ss", or -1.
inline std::int32_t read_seconds(const char* p) noexcept {
    const unsigned tens = static_cast<unsigned char>(p[1]) - unsigned{'0'},
                   ones = static_cast<unsigned char>(p[2]) - unsigned{'0'};
    return p[0] == ':' && tens < 6 && ones < 10 ? static_cast<std::int32_t>(tens * 10 + ones) : -1;
}

CCHC_AVX2 inline bool read_one(std::string_view t, FastMoment& out) noexcept {
    const std::size_t n = t.size();
    const char* const p = t.data();
    if (n != 19 && n != 16 && n != 10) return false;
    const bool iso = p[4] == '-', timed = n != 10;
    const Layout& layout = iso ? (timed ? iso_time : iso_date) : (timed ? day_time : day_date);
    __m128i bad;
    const __m128i fields = read_fields(load(p), layout, bad);
    const auto year = static_cast<std::uint32_t>(_mm_cvtsi128_si32(fields)) - fast::first_year;
    const auto date = static_cast<std::uint32_t>(_mm_extract_epi32(fields, 1)), month = date >> 6, day = date & 63;
    if (_mm_testz_si128(bad, bad) == 0 || year > fast::last_year - fast::first_year) return false;
    const std::int32_t* const start = fast::month_starts.data() + std::size_t{year} * 16 + month;
    if (static_cast<std::int32_t>(day) > start[1] - start[0]) return false;
    std::int32_t second = -1;
    if (timed) {
        const std::int32_t rest = n == 19 ? read_seconds(p + 16) : 0;
        if (rest < 0 || (p[10] != ' ' && (p[10] != 'T' || !iso))) return false;
        second = _mm_extract_epi32(fields, 2) + rest;
    }
    out = {start[0] + static_cast<std::int32_t>(day), second};
    return true;
}

CCHC_AVX2 bool read_avx2(std::span<const std::string_view> texts, std::int32_t* day, std::int32_t* second,
                         std::uint8_t* left) noexcept {
    unsigned any = 0;
    const std::string_view* const text = texts.data();
    for (std::size_t i = 0, n = texts.size(); i < n; ++i) {
        left[i] = 0;
        if (text[i].empty()) continue;
        FastMoment moment;
        if (read_one(text[i], moment)) [[likely]] {
            day[i] = moment.day;
            second[i] = moment.second;
        } else {
            left[i] = 1;
            any = 1;
        }
    }
    return any != 0;
}
#else
constexpr auto read_avx2 = read_plain;
#endif

}  // namespace

bool read_moments(std::span<const std::string_view> texts, std::int32_t* day, std::int32_t* second,
                  std::uint8_t* left) noexcept {
    return (has_avx2() ? read_avx2 : read_plain)(texts, day, second, left);
}

}  // namespace cchc::text

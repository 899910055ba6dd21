// UTF-8: checking, cutting, display width, and folding of Vietnamese letters to plain ASCII for comparing names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace cchc::text {

// The offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included), or npos.
std::size_t find_invalid_utf8(std::string_view t) noexcept;

// True when all bytes are below 0x80: eight at a time, the last eight overlapping the ones before.
inline bool is_ascii(std::string_view t) noexcept {
    std::uint64_t seen = 0, word = 0;
    if (t.size() < 8) {
        for (const char c : t) seen |= static_cast<unsigned char>(c);
        return (seen & 0x80U) == 0;
    }
    for (std::size_t i = 0; i + 8 < t.size(); i += 8) {
        std::memcpy(&word, t.data() + i, 8);
        seen |= word;
    }
    std::memcpy(&word, t.data() + t.size() - 8, 8);
    return ((seen | word) & 0x8080808080808080U) == 0;
}
inline bool is_utf8(std::string_view t) noexcept { return is_ascii(t) || find_invalid_utf8(t) == std::string_view::npos; }

// The text, or its first max_bytes cut between characters; invalid bytes are replaced by '?'. For messages.
std::string excerpt(std::string_view t, std::size_t max_bytes = 80);

// Lower-case ASCII of a name: Vietnamese letters lose their diacritics (composed or decomposed), đ becomes d; blanks,
// '_', '-', '.', ':' and quotes are dropped. "Ngày tiếp nhận", "NGAY_TIEP_NHAN" and "ngayTiepNhan" fold alike.
std::string fold(std::string_view t);

}  // namespace cchc::text

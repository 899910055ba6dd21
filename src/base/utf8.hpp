// UTF-8: checking, cutting, display width, and folding of Vietnamese letters to plain ASCII for comparing names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cchc::text {

// The offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included), or npos.
std::size_t find_invalid_utf8(std::string_view t) noexcept;
inline bool is_utf8(std::string_view t) noexcept { return find_invalid_utf8(t) == std::string_view::npos; }

// The text, or its first max_bytes cut between characters; invalid bytes are replaced by '?'. For messages.
std::string excerpt(std::string_view t, std::size_t max_bytes = 80);

// Lower-case ASCII of a name: Vietnamese letters lose their diacritics (composed or decomposed), đ becomes d; blanks,
// '_', '-', '.', ':' and quotes are dropped. "Ngày tiếp nhận", "NGAY_TIEP_NHAN" and "ngayTiepNhan" fold alike.
std::string fold(std::string_view t);

}  // namespace cchc::text

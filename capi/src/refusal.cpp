#include "refusal.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "utf8.hpp"

namespace cchc::capi {
namespace {

// No struct of ours comes near this; a larger size is memory that was never set.
constexpr std::size_t max_struct_size = 4096;

std::size_t append(char* to, std::size_t used, std::size_t capacity, std::string_view text) noexcept {
    const std::size_t size = std::min(text.size(), capacity - 1 - used);
    std::memcpy(to + used, text.data(), size);
    return used + size;
}

}  // namespace

void refuse(cchc_status status, std::string_view argument, std::string_view reason, std::int64_t row,
            std::int64_t byte_offset) {
    Refusal refusal{.status = status, .row = row, .byte_offset = byte_offset};
    std::size_t used = append(refusal.message, 0, sizeof refusal.message, argument);
    used = append(refusal.message, used, sizeof refusal.message, " ");
    append(refusal.message, used, sizeof refusal.message, reason);
    throw Refusal(refusal);
}

void require_size(std::size_t count, std::size_t width, std::string_view argument) {
    constexpr auto largest = static_cast<std::size_t>(std::numeric_limits<std::ptrdiff_t>::max());
    if (count > largest / width) refuse(CCHC_E_ARG_RANGE, argument, "is larger than any memory");
}

std::string_view text(const char* data, std::size_t size, std::string_view argument) {
    if (size == CCHC_NUL_TERMINATED) {
        require(data, argument);
        size = std::strlen(data);
    }
    const std::string_view result = bytes(data, size, argument);
    const std::size_t valid = utf8_valid_prefix(result);
    if (valid != size) refuse(CCHC_E_ARG_UTF8, argument, "is not UTF-8", -1, static_cast<std::int64_t>(valid));
    return result;
}

std::vector<std::string_view> texts(const char* const* data, const std::size_t* sizes, std::size_t count,
                                    std::string_view argument) {
    const auto starts = column(data, count, argument);
    std::vector<std::string_view> result;
    result.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        try {
            result.push_back(text(starts[i], sizes == nullptr ? CCHC_NUL_TERMINATED : sizes[i], argument));
        } catch (Refusal& refusal) {
            refusal.row = static_cast<std::int64_t>(i);
            throw;
        }
    }
    return result;
}

std::string_view bytes(const char* data, std::size_t size, std::string_view argument) {
    require_size(size, 1, argument);
    if (size == 0) return {};
    require(data, argument);
    return {data, size};
}

void check_offsets(std::span<const std::int64_t> offsets, std::string_view argument) {
    if (!offsets.empty() && offsets[0] < 0) refuse(CCHC_E_ARG_RANGE, argument, "begin below 0", 0);
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        if (offsets[i + 1] < offsets[i]) refuse(CCHC_E_ARG_RANGE, argument, "go down", static_cast<std::int64_t>(i));
    }
}

std::size_t check_struct(const void* given, std::size_t known_size, std::size_t first_size, std::string_view argument) {
    require(given, argument);
    std::uint32_t size = 0;
    std::memcpy(&size, given, sizeof size);
    if (size < first_size || size > max_struct_size) {
        refuse(CCHC_E_ARG_STRUCT_SIZE, argument, "has a wrong struct_size");
    }
    const auto* first = static_cast<const unsigned char*>(given);
    const auto is_set = [](unsigned char byte) { return byte != 0; };
    if (size > known_size && std::any_of(first + known_size, first + size, is_set)) {
        refuse(CCHC_E_OPTION_UNKNOWN, argument, "has a field that this version of the library does not know");
    }
    return size;
}

void copy_struct(const void* given, void* known, std::size_t known_size, std::size_t first_size, std::string_view argument) {
    std::memcpy(known, given, std::min(check_struct(given, known_size, first_size, argument), known_size));
}

cchc_status init_struct(void* given, std::uint32_t struct_size, std::size_t first_size) noexcept {
    if (given == nullptr) return CCHC_E_ARG_NULL;
    if (struct_size < first_size || struct_size > max_struct_size) return CCHC_E_ARG_STRUCT_SIZE;
    std::memset(given, 0, struct_size);
    std::memcpy(given, &struct_size, sizeof struct_size);
    return CCHC_OK;
}

}  // namespace cchc::capi

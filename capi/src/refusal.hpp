// Refusing an argument of the C ABI: what is thrown, and the checks that every entry point begins with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "cchc.h"

namespace cchc::capi {

// An argument that is refused. The message is fixed storage, so that making one allocates nothing.
struct Refusal {
    cchc_status status = CCHC_E_INTERNAL;
    std::int64_t row = -1;
    std::int64_t byte_offset = -1;
    char message[120] = {};
};

// Throws a Refusal with the message "<argument> <reason>".
[[noreturn]] void refuse(cchc_status status, std::string_view argument, std::string_view reason, std::int64_t row = -1,
                         std::int64_t byte_offset = -1);

// CCHC_E_ARG_NULL if `pointer` is NULL.
inline void require(const void* pointer, std::string_view argument) {
    if (pointer == nullptr) refuse(CCHC_E_ARG_NULL, argument, "is NULL");
}

// CCHC_E_ARG_RANGE if `count` elements of `width` bytes are more than an object can have.
void require_size(std::size_t count, std::size_t width, std::string_view argument);

// `count` elements at `pointer`; NULL is allowed when count is 0.
template <class T>
std::span<T> column(T* pointer, std::size_t count, std::string_view argument) {
    require_size(count, sizeof(T), "count");
    if (count != 0) require(pointer, argument);
    return {pointer, count};
}

// The same, but NULL is an absent column: an empty span.
template <class T>
std::span<T> optional_column(T* pointer, std::size_t count) {
    require_size(count, sizeof(T), "count");
    return {pointer, pointer == nullptr ? 0 : count};
}

// CCHC_E_ARG_RANGE, with the row, for offsets that begin below 0 or go down; none at all are allowed.
void check_offsets(std::span<const std::int64_t> offsets, std::string_view argument);

// A text argument: measured if its size says so, and valid UTF-8.
std::string_view text(const char* data, std::size_t size, std::string_view argument);

// An array of `count` texts; sizes may be NULL, then each ends with a NUL. A refusal names the row.
std::vector<std::string_view> texts(const char* const* data, const std::size_t* sizes, std::size_t count,
                                    std::string_view argument);

// Bytes that need not be text; the size is exact.
std::string_view bytes(const char* data, std::size_t size, std::string_view argument);

// Checks a struct that begins with struct_size, whose known part is `known_size` and was `first_size` in the first release,
// and returns its size. A longer struct is taken if what we do not know in it is zero (the rule of Linux's extensible
// structs). Reads nothing of the known part but struct_size.
std::size_t check_struct(const void* given, std::size_t known_size, std::size_t first_size, std::string_view argument);

// Copies a struct that begins with struct_size into *known, after check_struct().
void copy_struct(const void* given, void* known, std::size_t known_size, std::size_t first_size, std::string_view argument);

// Sets the first bytes of a struct of the caller to zero and to its size.
cchc_status init_struct(void* given, std::uint32_t struct_size, std::size_t first_size) noexcept;

}  // namespace cchc::capi

// What the fuzz targets share. A target is a function of bytes; it aborts where the library breaks what cchc.h promises of
// every call: an out pointer is NULL exactly after a failure, the error tells the status and is text, the same input gives
// the same bytes, and no status says that the library itself is at fault.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../capi/support.hpp"

namespace cchc_fuzz {

using Target = void (*)(std::string_view input);

struct Named {
    const char* name;
    Target run;
    Named* next;
};

// Of the targets of the program, by registration.
Named*& first_target();

struct Registered {
    explicit Registered(Named& target) {
        target.next = first_target();
        first_target() = &target;
    }
};

// Begins the body of the target `name`; its bytes are `input`.
#define CCHC_FUZZ_TARGET(name)                                          \
    static void fuzz_##name(std::string_view input);                    \
    static cchc_fuzz::Named named_##name{#name, fuzz_##name, nullptr};  \
    static const cchc_fuzz::Registered registered_##name{named_##name}; \
    static void fuzz_##name(std::string_view input)

inline void require(bool holds, std::string_view what) {
    if (holds) return;
    std::fprintf(stderr, "fuzz target: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

// A status that a caller can bring about, with an error that says it.
inline bool good(cchc_status status, const cchc_error& error) {
    require(error.code == status, "the error has another code than the call, or was written without a failure");
    if (status == CCHC_OK) return true;
    require(status != CCHC_E_INTERNAL, error.message);
    require(status != CCHC_E_NO_MEMORY, "a small input used up the memory");
    require(std::string_view(cchc_status_name(status)) != "unknown", "a status without a name");
    const auto* end = static_cast<const char*>(std::memchr(error.message, 0, sizeof error.message));
    require(end != nullptr && end != error.message, "a failure without a message");
    std::size_t count = 0;
    std::int32_t day = 0;
    require(cchc_period_dates(error.message, capi_test::nul, 0, &day, &day, 0, &count, nullptr) != CCHC_E_ARG_UTF8,
            "a message that is not UTF-8");
    return false;
}

// `call(&error)` of a function that hands out nothing.
template <class Call>
bool done(Call call) {
    cchc_error error = CCHC_ERROR_INIT;
    const cchc_status status = call(&error);
    return good(status, error);
}

// `call(&out, &error)` of a function that makes a handle, which is NULL after a failure.
template <class Owner, class Call>
Owner made(Call call) {
    using Handle = typename Owner::element_type;
    char nothing = 0;
    auto* out = reinterpret_cast<Handle*>(&nothing);
    cchc_error error = CCHC_ERROR_INIT;
    const cchc_status status = call(&out, &error);
    if (good(status, error)) {
        require(out != nullptr && out != reinterpret_cast<Handle*>(&nothing), "a call that is good made nothing");
        return Owner(out);
    }
    require(out == nullptr, "the out pointer after a failure is not NULL");
    return Owner();
}

// The same of bytes: called twice, with equal results. Nothing where it was refused.
template <class Call>
std::optional<std::string> bytes(Call call) {
    using capi_test::BytesPtr;
    BytesPtr first = made<BytesPtr>(call), second = made<BytesPtr>(call);
    require((first == nullptr) == (second == nullptr), "the same call failed once");
    if (first == nullptr) return std::nullopt;
    std::string result = capi_test::take(first.release());
    require(result == capi_test::take(second.release()), "the same call gave other bytes");
    return result;
}

// Input taken apart. A number beyond its end is 0.
class Bytes {
public:
    explicit Bytes(std::string_view input) : rest_(input) {}
    template <class Number>
    Number take() {
        Number number{};
        const std::size_t size = std::min(sizeof number, rest_.size());
        std::memcpy(&number, rest_.data(), size);
        rest_.remove_prefix(size);
        return number;
    }
    // An instant or a day that is near real ones, mostly; anything at all, sometimes: rows of the first kind go further.
    std::int32_t day() {
        const auto kind = take<std::uint8_t>();
        if (kind == 255) return CCHC_NO_DAY;
        if (kind >= 250) return take<std::int32_t>();
        return 16000 + take<std::uint16_t>() % 5000;
    }
    std::int64_t instant() {
        const auto kind = take<std::uint8_t>();
        if (kind == 255) return CCHC_NO_INSTANT;
        if (kind >= 250) return take<std::int64_t>();
        return std::int64_t{16000 + take<std::uint16_t>() % 5000} * 86400 + take<std::uint16_t>() * 2 % 86400;
    }
    // How many rows there are bytes for, at most `max`.
    std::size_t rows(std::size_t bytes_a_row, std::size_t max = 64) const {
        return std::min(max, 1 + rest_.size() / bytes_a_row);
    }
    template <class Number, class Next>
    std::vector<Number> column(std::size_t count, Next next) {
        std::vector<Number> result(count);
        for (Number& number : result) number = static_cast<Number>(next(*this));
        return result;
    }
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

inline constexpr char separator = '\x1E';  // between the documents of an input that has several; no format has it

// The first `count` documents of an input, the last of them with all that is left.
inline std::vector<std::string_view> documents(std::string_view input, std::size_t count) {
    std::vector<std::string_view> result;
    while (result.size() + 1 < count) {
        const std::size_t end = std::min(input.find(separator), input.size());
        result.push_back(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    result.push_back(input);
    return result;
}

// All documents, at most `max`.
inline std::vector<std::string_view> all_documents(std::string_view input, std::size_t max) {
    const auto count = static_cast<std::size_t>(std::count(input.begin(), input.end(), separator)) + 1;
    return documents(input, std::min(count, max));
}

// Pointers and sizes of texts, as batches of texts take them.
struct Texts {
    explicit Texts(const std::vector<std::string_view>& texts) {
        for (const std::string_view text : texts) {
            data.push_back(text.data());
            size.push_back(text.size());
        }
    }
    std::vector<const char*> data;
    std::vector<std::size_t> size;
};

}  // namespace cchc_fuzz

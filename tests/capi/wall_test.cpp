// The exception wall alone: whatever is thrown below becomes a status and a message, and nothing gets through.
#include "wall.hpp"

#include <cstring>
#include <new>
#include <stdexcept>
#include <string>

#include "cchc/error.hpp"
#include "test.hpp"

using namespace cchc::capi;

namespace {

struct NotAnException {};

struct LongMessage : std::exception {
    const char* what() const noexcept override {
        static const std::string text = std::string(229, 'a') + "\xE1\xBA\xBF and more";
        return text.c_str();
    }
};

cchc_error fresh() {
    const cchc_error error = CCHC_ERROR_INIT;
    return error;
}

template <class Thrown>
cchc_error thrown(const Thrown& what, cchc_status expected) {
    cchc_error error = fresh();
    REQUIRE(wall(&error, [&] { throw what; }) == expected);
    REQUIRE(error.code == expected);
    REQUIRE(wall(nullptr, [&] { throw what; }) == expected);
    int garbage = 0;
    int* out = &garbage;
    REQUIRE(make(&out, &error, [&]() -> std::unique_ptr<int> { throw what; }) == expected);
    REQUIRE(out == nullptr);
    return error;
}

}  // namespace

TEST_CASE("each kind of exception has its status") {
    REQUIRE(thrown(std::bad_alloc(), CCHC_E_NO_MEMORY).message == std::string("out of memory"));
    REQUIRE(thrown(std::bad_array_new_length(), CCHC_E_NO_MEMORY).message == std::string("out of memory"));
    REQUIRE(thrown(std::length_error("vector"), CCHC_E_NO_MEMORY).message == std::string("out of memory"));
    REQUIRE(thrown(std::runtime_error("planted"), CCHC_E_INTERNAL).message == std::string("planted"));
    REQUIRE(thrown(std::out_of_range("planted"), CCHC_E_INTERNAL).message == std::string("planted"));
    REQUIRE(thrown(NotAnException{}, CCHC_E_INTERNAL).message == std::string("an exception of unknown type"));
    REQUIRE(thrown(42, CCHC_E_INTERNAL).message == std::string("an exception of unknown type"));
}

TEST_CASE("each code of the C++ API has its status, with message and offset") {
    using cchc::ErrorCode;
    for (const auto code :
         {ErrorCode::argument_range, ErrorCode::argument_utf8, ErrorCode::json_syntax, ErrorCode::json_schema,
          ErrorCode::csv, ErrorCode::bytes_corrupt, ErrorCode::outside_coverage, ErrorCode::limit_refused,
          ErrorCode::unknown_name, ErrorCode::incompatible, ErrorCode::time_syntax, ErrorCode::expression_syntax}) {
        const cchc::Error failure(code, "planted", {.source = "a.json", .byte_offset = 17, .pointer = "/x/0"});
        const cchc_error error = thrown(failure, static_cast<cchc_status>(code));
        REQUIRE(error.message == std::string(failure.what()));
        REQUIRE(error.byte_offset == 17);
        REQUIRE(error.row == -1);
    }
    thrown(cchc::Error(static_cast<ErrorCode>(777), "planted"), CCHC_E_INTERNAL);
}

TEST_CASE("a refusal carries argument, reason, row and offset") {
    cchc_error error = fresh();
    REQUIRE(wall(&error, [] { refuse(CCHC_E_ARG_RANGE, "days", "is odd", 3, 5); }) == CCHC_E_ARG_RANGE);
    REQUIRE(error.message == std::string("days is odd"));
    REQUIRE(error.row == 3);
    REQUIRE(error.byte_offset == 5);
    REQUIRE(wall(&error, [] { refuse(CCHC_E_ARG_RANGE, std::string(500, 'x'), "is long"); }) == CCHC_E_ARG_RANGE);
    REQUIRE(std::strlen(error.message) < 120);
}

TEST_CASE("a message that is too long is cut between characters") {
    const cchc_error error = thrown(LongMessage{}, CCHC_E_INTERNAL);
    REQUIRE(error.message == std::string(229, 'a'));  // the 3-byte character would end at byte 232
}

TEST_CASE("success leaves the error alone, and hands out what was made") {
    cchc_error error = fresh();
    int* out = nullptr;
    REQUIRE(make(&out, &error, [] { return std::make_unique<int>(5); }) == CCHC_OK);
    const std::unique_ptr<int> owner(out);
    REQUIRE(*owner == 5);
    REQUIRE(error.code == CCHC_OK);
    REQUIRE(make(static_cast<int**>(nullptr), &error, [] { return std::make_unique<int>(5); }) == CCHC_E_ARG_NULL);
    error.struct_size = 8;
    bool ran = false;
    REQUIRE(wall(&error, [&] { ran = true; }) == CCHC_E_ARG_STRUCT_SIZE);
    REQUIRE_FALSE(ran);
}

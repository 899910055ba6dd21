// Versions, status names, the error struct, bytes.
#include <cstring>
#include <set>

#include "support.hpp"
#include "test.hpp"

namespace basics_test {

using namespace capi_test;

TEST_CASE("the running library serves this header") {
    REQUIRE(cchc_version_number() == CCHC_VERSION_NUMBER);
    REQUIRE(cchc_abi_version() == CCHC_ABI_VERSION);
    REQUIRE(CCHC_CHECK_VERSION());
}

TEST_CASE("every status has its own name, and no other number has one") {
    std::set<std::string> names;
    for (cchc_status status = -1; status < 2000; ++status) {
        const char* name = cchc_status_name(status);
        REQUIRE(name != nullptr);
        if (std::strcmp(name, "unknown") != 0) REQUIRE(names.insert(name).second);
    }
    REQUIRE(names.size() == 21);
    REQUIRE(cchc_status_name(CCHC_OK) == std::string("CCHC_OK"));
    REQUIRE(cchc_status_name(CCHC_E_OUTSIDE_COVERAGE) == std::string("CCHC_E_OUTSIDE_COVERAGE"));
    REQUIRE(cchc_status_name(INT32_MIN) == std::string("unknown"));
}

TEST_CASE("the macro and the function make the same error struct") {
    REQUIRE(sizeof(cchc_error) == 256);
    cchc_error by_function;
    std::memset(&by_function, 0x5A, sizeof by_function);
    REQUIRE(cchc_error_init(&by_function, sizeof by_function) == CCHC_OK);
    const cchc_error by_macro = CCHC_ERROR_INIT;
    REQUIRE(std::memcmp(&by_function, &by_macro, sizeof by_macro) == 0);

    REQUIRE(cchc_error_init(nullptr, sizeof by_function) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_error_init(&by_function, 255) == CCHC_E_ARG_STRUCT_SIZE);
    REQUIRE(cchc_error_init(&by_function, 1000000) == CCHC_E_ARG_STRUCT_SIZE);
}

TEST_CASE("an error struct of the wrong size is refused by each kind of call, and not written") {
    cchc_error wrong;
    for (const std::uint32_t size : {0u, 24u, 255u}) {
        std::memset(&wrong, 0x5A, sizeof wrong);
        wrong.struct_size = size;
        auto* calendar = reinterpret_cast<cchc_calendar*>(&wrong);
        REQUIRE(cchc_calendar_builtin("vn", nul, &calendar, &wrong) == CCHC_E_ARG_STRUCT_SIZE);
        REQUIRE(calendar == nullptr);
        REQUIRE(cchc_calendar_coverage(vn().get(), nullptr, nullptr, &wrong) == CCHC_E_ARG_STRUCT_SIZE);
        REQUIRE(static_cast<unsigned char>(wrong.message[0]) == 0x5A);
    }
}

TEST_CASE("an error struct is written on failure only") {
    cchc_error error = fresh_error();
    cchc_calendar* calendar = nullptr;
    REQUIRE(cchc_calendar_builtin("vn", nul, &calendar, &error) == CCHC_OK);
    const CalendarPtr owner(calendar);
    const cchc_error untouched = CCHC_ERROR_INIT;
    REQUIRE(std::memcmp(&error, &untouched, sizeof error) == 0);

    REQUIRE(cchc_calendar_builtin("moon", nul, &calendar, &error) == CCHC_E_UNKNOWN_NAME);
    REQUIRE(error.code == CCHC_E_UNKNOWN_NAME);
    REQUIRE(error.row == -1);
    REQUIRE(error.byte_offset == -1);
    REQUIRE(contains(error.message, "moon"));
    REQUIRE(error.struct_size == sizeof(cchc_error));

    REQUIRE(cchc_calendar_builtin("moon", nul, &calendar, nullptr) == CCHC_E_UNKNOWN_NAME);  // NULL: no detail wanted
}

TEST_CASE("a name with a long tail of two-byte characters is cut between characters") {
    std::string name;
    for (int i = 0; i < 500; ++i) name += "\xC3\xA1";
    cchc_error error = fresh_error();
    cchc_calendar* calendar = nullptr;
    for (const char* head : {"", "x"}) {
        const std::string id = head + name;
        REQUIRE(cchc_calendar_builtin(id.data(), id.size(), &calendar, &error) == CCHC_E_UNKNOWN_NAME);
        const std::size_t size = std::strlen(error.message);
        REQUIRE(size <= sizeof error.message - 1);
        int continuation = 0;
        for (std::size_t i = 0; i < size; ++i) continuation += (error.message[i] & 0xC0) == 0x80 ? 1 : -1;
        REQUIRE((static_cast<unsigned char>(error.message[size - 1]) != 0xC3));
        REQUIRE(continuation < 1);
    }
}

TEST_CASE("bytes refuse NULL in each place") {
    cchc_error error = fresh_error();
    const char* data = nullptr;
    std::size_t size = 0;
    REQUIRE(cchc_bytes_view(nullptr, &data, &size, &error) == CCHC_E_ARG_NULL);
    REQUIRE(contains(error.message, "bytes is NULL"));

    const auto stats = statistics();
    cchc_bytes* bytes = nullptr;
    REQUIRE(cchc_statistics_serialize(stats.get(), &bytes, &error) == CCHC_OK);
    const BytesPtr owner(bytes);
    REQUIRE(cchc_bytes_view(bytes, nullptr, &size, &error) == CCHC_E_ARG_NULL);
    REQUIRE(contains(error.message, "data is NULL"));
    REQUIRE(cchc_bytes_view(bytes, &data, nullptr, &error) == CCHC_OK);
}

TEST_CASE("bytes end with a NUL that does not count") {
    cchc_bytes* bytes = nullptr;
    REQUIRE(cchc_statistics_result_json(statistics().get(), &bytes, nullptr) == CCHC_OK);
    const BytesPtr owner(bytes);
    const char* data = nullptr;
    std::size_t size = 0;
    REQUIRE(cchc_bytes_view(bytes, &data, &size, nullptr) == CCHC_OK);
    REQUIRE(size > 2);
    REQUIRE(std::strlen(data) == size);
}

TEST_CASE("freeing NULL does nothing") {
    cchc_bytes_free(nullptr);
    cchc_calendar_free(nullptr);
    cchc_rule_free(nullptr);
    cchc_policy_free(nullptr);
    cchc_statistics_free(nullptr);
}

}  // namespace basics_test

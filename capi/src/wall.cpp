#include "wall.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string_view>

#include "cchc/error.hpp"
#include "utf8.hpp"

namespace cchc::capi {
namespace {

// Writes the detail. Fixed storage and memcpy only: this also runs when there is no memory left.
cchc_status report(cchc_error* error, cchc_status code, std::string_view message, std::int64_t row = -1,
                   std::int64_t byte_offset = -1) noexcept {
    if (error == nullptr) return code;
    error->code = code;
    error->row = row;
    error->byte_offset = byte_offset;
    const std::size_t size = utf8_prefix(message, sizeof error->message - 1);
    if (size != 0) std::memcpy(error->message, message.data(), size);
    error->message[size] = '\0';
    return code;
}

// The numbers are the same by intent; a code that is not listed here has no promise in cchc.h.
cchc_status status_of(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::argument_range: return CCHC_E_ARG_RANGE;
        case ErrorCode::argument_utf8: return CCHC_E_ARG_UTF8;
        case ErrorCode::json_syntax: return CCHC_E_JSON_SYNTAX;
        case ErrorCode::json_schema: return CCHC_E_JSON_SCHEMA;
        case ErrorCode::csv: return CCHC_E_CSV;
        case ErrorCode::bytes_corrupt: return CCHC_E_BYTES_CORRUPT;
        case ErrorCode::outside_coverage: return CCHC_E_OUTSIDE_COVERAGE;
        case ErrorCode::limit_refused: return CCHC_E_LIMIT_REFUSED;
        case ErrorCode::unknown_name: return CCHC_E_UNKNOWN_NAME;
        case ErrorCode::incompatible: return CCHC_E_INCOMPATIBLE;
        case ErrorCode::time_syntax: return CCHC_E_TIME_SYNTAX;
        case ErrorCode::expression_syntax: return CCHC_E_EXPRESSION;
    }
    return CCHC_E_INTERNAL;
}

}  // namespace

bool usable(const cchc_error* error) noexcept { return error == nullptr || error->struct_size >= sizeof(cchc_error); }

cchc_status report_current_exception(cchc_error* error) noexcept {
    try {
        throw;
    } catch (const std::bad_alloc&) {  // first: it must not meet anything that formats; bad_array_new_length is one, too
        return report(error, CCHC_E_NO_MEMORY, "out of memory");
    } catch (const std::length_error&) {  // a container asked for more than the address space
        return report(error, CCHC_E_NO_MEMORY, "out of memory");
    } catch (const Refusal& refusal) {
        return report(error, refusal.status, refusal.message, refusal.row, refusal.byte_offset);
    } catch (const Error& failure) {
        return report(error, status_of(failure.code()), failure.what(), -1, failure.where().byte_offset);
    } catch (const std::exception& failure) {
        return report(error, CCHC_E_INTERNAL, failure.what());
    } catch (...) {
        return report(error, CCHC_E_INTERNAL, "an exception of unknown type");
    }
}

}  // namespace cchc::capi

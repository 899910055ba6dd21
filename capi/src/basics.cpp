// Versions, status names, the error struct and bytes.
#include "cchc/version.hpp"
#include "handles.hpp"
#include "wall.hpp"

static_assert(CCHC_VERSION_NUMBER == CCHC_VERSION_MAJOR * 10000 + CCHC_VERSION_MINOR * 100 + CCHC_VERSION_PATCH,
              "cchc.h and cchc/version.hpp name the same release");
static_assert(CCHC_ABI_VERSION == CCHC_ABI_VERSION_OF_BUILD, "cchc.h and the SONAME have the same number");
static_assert(sizeof(cchc_error) == 256);

int32_t cchc_version_number(void) noexcept { return CCHC_VERSION_NUMBER; }

int32_t cchc_abi_version(void) noexcept { return CCHC_ABI_VERSION; }

const char* cchc_status_name(cchc_status status) noexcept {
    switch (status) {
        case CCHC_OK: return "CCHC_OK";
        case CCHC_E_ARG_NULL: return "CCHC_E_ARG_NULL";
        case CCHC_E_ARG_ENUM: return "CCHC_E_ARG_ENUM";
        case CCHC_E_ARG_RANGE: return "CCHC_E_ARG_RANGE";
        case CCHC_E_ARG_STRUCT_SIZE: return "CCHC_E_ARG_STRUCT_SIZE";
        case CCHC_E_OPTION_UNKNOWN: return "CCHC_E_OPTION_UNKNOWN";
        case CCHC_E_BUFFER_SMALL: return "CCHC_E_BUFFER_SMALL";
        case CCHC_E_ARG_UTF8: return "CCHC_E_ARG_UTF8";
        case CCHC_E_JSON_SYNTAX: return "CCHC_E_JSON_SYNTAX";
        case CCHC_E_JSON_SCHEMA: return "CCHC_E_JSON_SCHEMA";
        case CCHC_E_CSV: return "CCHC_E_CSV";
        case CCHC_E_BYTES_CORRUPT: return "CCHC_E_BYTES_CORRUPT";
        case CCHC_E_OUTSIDE_COVERAGE: return "CCHC_E_OUTSIDE_COVERAGE";
        case CCHC_E_LIMIT_REFUSED: return "CCHC_E_LIMIT_REFUSED";
        case CCHC_E_UNKNOWN_NAME: return "CCHC_E_UNKNOWN_NAME";
        case CCHC_E_INCOMPATIBLE: return "CCHC_E_INCOMPATIBLE";
        case CCHC_E_TIME_SYNTAX: return "CCHC_E_TIME_SYNTAX";
        case CCHC_E_EXPRESSION: return "CCHC_E_EXPRESSION";
        case CCHC_E_NO_MEMORY: return "CCHC_E_NO_MEMORY";
        case CCHC_E_INTERNAL: return "CCHC_E_INTERNAL";
        case CCHC_E_CANCELLED: return "CCHC_E_CANCELLED";
        default: return "unknown";
    }
}

cchc_status cchc_error_init(cchc_error* error, uint32_t struct_size) noexcept {
    const cchc_status status = cchc::capi::init_struct(error, struct_size, sizeof(cchc_error));
    if (status != CCHC_OK) return status;
    error->row = -1;
    error->byte_offset = -1;
    return CCHC_OK;
}

cchc_status cchc_bytes_view(const cchc_bytes* bytes, const char** data, size_t* size, cchc_error* error) noexcept {
    return cchc::capi::wall(error, [&] {
        cchc::capi::require(bytes, "bytes");
        cchc::capi::require(data, "data");
        *data = bytes->content.c_str();
        if (size != nullptr) *size = bytes->content.size();
    });
}

void cchc_bytes_free(cchc_bytes* bytes) noexcept { delete bytes; }

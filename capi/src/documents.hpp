// A document of the core in the form that the caller asks for.
#pragma once

#include <cstdint>
#include <string>

#include "cchc/report.hpp"
#include "refusal.hpp"

namespace cchc::capi {

inline void check_document_format(std::int32_t format) {
    if (format < CCHC_DOCUMENT_JSON || format > CCHC_DOCUMENT_TEXT)
        refuse(CCHC_E_ARG_ENUM, "format", "is none of CCHC_DOCUMENT_...");
}

inline std::string written(const report::Document& document, std::int32_t format) {
    switch (format) {
        case CCHC_DOCUMENT_JSON: return to_json(document);
        case CCHC_DOCUMENT_MARKDOWN: return to_markdown(document);
        default: return to_text(document);
    }
}

}  // namespace cchc::capi

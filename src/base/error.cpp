#include "cchc/error.hpp"

#include <utility>

namespace cchc {
namespace {

std::string describe(const std::string& message, const Where& where) {
    std::string text = where.source;
    if (!where.pointer.empty()) text += "#" + where.pointer;
    if (where.line >= 0) text += ":" + std::to_string(where.line);
    if (where.column >= 0) text += ":" + std::to_string(where.column);
    return text.empty() ? message : text + ": " + message;
}

}  // namespace

Error::Error(ErrorCode code, std::string message, Where where)
    : code_(code), message_(std::move(message)), where_(std::move(where)), what_(describe(message_, where_)) {}

std::string_view to_string(RowStatus status) noexcept {
    switch (status) {
        case RowStatus::ok: return "ok";
        case RowStatus::missing: return "missing";
        case RowStatus::outside_coverage: return "outside_coverage";
        case RowStatus::limit_refused: return "limit_refused";
        case RowStatus::argument_range: return "argument_range";
    }
    return "unknown";
}

}  // namespace cchc

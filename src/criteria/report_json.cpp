// The findings of a check as JSON (format cchc.check/1).
#include <algorithm>

#include "cchc/criteria.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

std::string_view name_of(CheckFinding::Severity severity) {
    switch (severity) {
        case CheckFinding::Severity::error: return "error";
        case CheckFinding::Severity::warning: return "warning";
        default: return "note";
    }
}

}  // namespace

bool CheckReport::good() const noexcept {
    return std::none_of(findings.begin(), findings.end(),
                        [](const CheckFinding& f) { return f.severity == CheckFinding::Severity::error; });
}

std::string CheckReport::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.check/1").member("good", good());
    w.key("findings").array();
    for (const CheckFinding& f : findings) {
        w.object().member("severity", name_of(f.severity)).member("code", f.code).member("pointer", f.pointer);
        w.member("message", f.message);
        if (!f.article.empty()) w.member("article", f.article);
        w.end();
    }
    return w.end().end().take();
}

}  // namespace cchc

// The criteria sets that ship with the library.
#include "cchc/criteria.hpp"
#include "cchc/error.hpp"
#include "test.hpp"

namespace builtin_test {

TEST_CASE("Every built-in set is free of errors") {
    for (const std::string& id : cchc::CriteriaSet::builtin_ids()) {
        INFO(id);
        const auto report = cchc::CriteriaSet::check(cchc::CriteriaSet::builtin_json(id), id);
        for (const auto& finding : report.findings) {
            INFO(finding.pointer << " " << finding.code << ": " << finding.message);
            CHECK(finding.severity != cchc::CheckFinding::Severity::error);
        }
        CHECK(cchc::CriteriaSet::builtin(id).id() == id);
    }
}

}  // namespace builtin_test

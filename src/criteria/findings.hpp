// What is wrong with a set is collected, not thrown: a file of many mistakes is mended in one round.
#pragma once

#include <string>
#include <string_view>

#include "cchc/criteria.hpp"
#include "cchc/error.hpp"

namespace cchc::criteria {

// The article that a criterion rests on; empty when none is given.
inline std::string article_of(const Criterion& c) { return c.legal_basis.empty() ? "" : c.legal_basis.front().article; }

class Findings {
public:
    explicit Findings(CheckReport& report) : report_(report) {}

    void error(std::string_view code, std::string_view pointer, std::string message, std::string_view article = {}) {
        add(CheckFinding::Severity::error, code, pointer, std::move(message), article);
    }
    void warning(std::string_view code, std::string_view pointer, std::string message, std::string_view article = {}) {
        add(CheckFinding::Severity::warning, code, pointer, std::move(message), article);
    }
    void note(std::string_view code, std::string_view pointer, std::string message, std::string_view article = {}) {
        add(CheckFinding::Severity::note, code, pointer, std::move(message), article);
    }

    // Runs one part of reading; what it refuses becomes a finding, and reading goes on.
    template <class F>
    bool part(F&& f) {
        try {
            f();
            return true;
        } catch (const Error& e) {
            if (e.code() != ErrorCode::json_schema) throw;
            error("shape", e.where().pointer, e.message());
            return false;
        }
    }

private:
    void add(CheckFinding::Severity severity, std::string_view code, std::string_view pointer, std::string message,
             std::string_view article) {
        report_.findings.push_back(
            {severity, std::string(code), std::string(pointer), std::move(message), std::string(article)});
    }
    CheckReport& report_;
};

}  // namespace cchc::criteria

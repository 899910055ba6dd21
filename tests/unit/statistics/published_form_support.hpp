// What the tests of published forms share.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/published_form.hpp"
#include "unit/dossier/csv_support.hpp"

namespace cchc::test {

inline PublishedForm form_of(std::string_view text, std::string source = "a.csv") {
    return read_published_form(text, {std::move(source), std::nullopt, 0});
}

// The identities that are broken, each once, in order: "AD".
inline std::string broken(const FormCheck& check) {
    std::set<std::string> ids;
    for (const FormViolation& v : check.violations) ids.insert(v.identity);
    std::string out;
    for (const std::string& id : ids) out += id;
    return out;
}

// "A [Hộ tịch] 3 = 4 + 5 + 6: 11 10 +1"
inline std::vector<std::string> violations(const FormCheck& check) {
    std::vector<std::string> out;
    for (const FormViolation& v : check.violations)
        out.push_back(v.identity + " [" + v.row + "] " + v.text.en + ": " +
                      (v.identity == "G" ? v.found
                                         : std::to_string(v.left) + " " + std::to_string(v.right) + " " +
                                               (v.difference > 0 ? "+" : "") + std::to_string(v.difference)));
    return out;
}

// The text with one more in a field of its last line.
inline std::string with_more_in_last_row(const std::string& text, std::size_t field) {
    std::size_t at = text.rfind('\n', text.size() - 2) + 1;
    for (; field > 0; --field) at = text.find(',', at) + 1;
    const std::size_t end = text.find_first_of(",\n", at);
    return text.substr(0, at) + std::to_string(std::stoi(text.substr(at, end - at)) + 1) + text.substr(end);
}

}  // namespace cchc::test

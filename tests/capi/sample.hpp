// Dossiers for the tests of statistics: the same rows as CSV text and as columns, made by a fixed recurrence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support.hpp"

namespace capi_test {

// A column of texts as cchc_dossier_columns wants it.
struct TextData {
    std::string bytes;
    std::vector<std::int64_t> offsets{0};

    void push_back(std::string_view text) {
        bytes += text;
        offsets.push_back(static_cast<std::int64_t>(bytes.size()));
    }
};

struct Sample {
    TextData id, agency, field, procedure;
    std::vector<std::uint8_t> channel, status;
    std::vector<std::int64_t> received, due, completed, limit_milli;

    std::size_t size() const { return received.size(); }
    // All of it, or the rows [from, to).
    cchc_dossier_columns columns() const { return columns(0, size()); }
    cchc_dossier_columns columns(std::size_t from, std::size_t to) const;
    std::string csv() const { return csv(0, size()); }
    std::string csv(std::size_t from, std::size_t to) const;
};

// `count` dossiers: two of 97 are bad (completed before received; no id), many are open, some have a limit and no due date.
Sample make_sample(std::size_t count);

}  // namespace capi_test

// The window of ids against a plain table: whatever the order, the window and the size of what is noted at once.
#include "dossier/duplicates.hpp"

#include <random>
#include <tuple>
#include <unordered_map>

#include "dossier/text_key.hpp"
#include "test.hpp"

namespace duplicates_test {

using namespace cchc;

namespace {

using Found = std::vector<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t, std::string>>;  // row, line, first row, id

constexpr std::uint64_t line_of_row = 10;  // how far lines are ahead of rows

Found find(const std::vector<std::string>& ids, std::size_t window, std::size_t at_once, bool& complete) {
    Found found;
    csv::DuplicateWindow seen(window, [&](csv::DuplicateWindow::Duplicate&& d) {
        found.emplace_back(d.row, d.line, d.first_row, std::move(d.id));
    });
    std::vector<std::uint64_t> hashes;
    for (const std::string& id : ids) hashes.push_back(id.empty() ? 0 : key_of(id).hash);
    for (std::size_t from = 0; from < ids.size(); from += at_once) {
        const std::size_t count = std::min(at_once, ids.size() - from);
        seen.note(std::span(hashes).subspan(from, count), from + 1 + line_of_row,
                  [&](std::size_t i) { return std::string_view(ids[from + i]); });
    }
    seen.resolve();
    complete = seen.complete();
    return found;
}

// Rows are remembered in generations of `window` rows: the one that is being filled, and the one before.
Found expected(const std::vector<std::string>& ids, std::size_t window) {
    Found found;
    std::unordered_map<std::string, std::uint64_t> before, now;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::uint64_t row = i + 1;
        if (!ids[i].empty()) {
            const auto old = before.find(ids[i]);
            const auto here = now.try_emplace(ids[i], row).first;
            const std::uint64_t first = old != before.end() ? old->second : here->second;
            if (first != row) found.emplace_back(row, row + line_of_row, first, ids[i]);
        }
        if (row % window == 0) before = std::exchange(now, {});
    }
    return found;
}

std::vector<std::string> random_ids(std::size_t rows, std::size_t different) {
    std::mt19937 random(static_cast<unsigned>(rows + different));
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < rows; ++i)
        ids.push_back(random() % 50 == 0 ? "" : "H50-" + std::to_string(random() % different));
    return ids;
}

}  // namespace

TEST_CASE("duplicates are found as in a plain table, for any window and any number of rows at once") {
    for (const std::size_t different : {1U, 40U, 3000U, 1000000U})
        for (const std::size_t window : {1U, 7U, 500U, 4096U, 100000U}) {
            const std::vector<std::string> ids = random_ids(6000, different);
            const Found right = expected(ids, window);
            for (const std::size_t at_once : {1U, 64U, 128U, 6000U}) {
                CAPTURE(different, window, at_once);
                bool complete = false;
                CHECK(find(ids, window, at_once, complete) == right);
                CHECK(complete == (ids.size() < 2 * window));
            }
        }
}

TEST_CASE("a file of nothing but duplicates is settled in time") {
    const std::vector<std::string> ids = random_ids(200000, 300);
    bool complete = false;
    CHECK(find(ids, 1u << 20, 128, complete) == expected(ids, 1u << 20));
    CHECK(complete);
}

}  // namespace duplicates_test

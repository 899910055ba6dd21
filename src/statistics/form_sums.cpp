// Which rows of a published form are sums, and of what: only where names and serial numbers say so.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "statistics/form_grid.hpp"
#include "statistics/form_words.hpp"

namespace cchc::forms {
namespace {

// How deep a row stands, by its serial number or name; smaller is further out.
constexpr int no_rank = -1;
constexpr int letter_rank = 0;   // A B C
constexpr int level_rank = 1;    // "Cấp xã" without a serial number
constexpr int roman_rank = 2;    // I II III
constexpr int decimal_rank = 3;  // 1 2 3; one more for each dot

std::string without_end(std::string_view serial) {
    while (!serial.empty() && (serial.back() == '.' || serial.back() == ')' || serial.back() == ' '))
        serial.remove_suffix(1);
    return std::string(serial);
}

bool is_roman(std::string_view t) noexcept {
    return !t.empty() && t.size() <= 7 && t.find_first_not_of("IVXL") == std::string_view::npos;
}

int decimal(std::string_view t) noexcept {
    int dots = 0;
    bool digit = false;
    for (const char c : t) {
        if (c == '.' && digit) {
            ++dots;
            digit = false;
        } else if (text::is_digit(c)) {
            digit = true;
        } else {
            return no_rank;
        }
    }
    return digit ? decimal_rank + dots : no_rank;
}

// Letters and Roman numerals share I, V, X and L; a letter follows the letter before it in the alphabet.
class Ranks {
public:
    int of(const FormRow& row) {
        const std::string serial = without_end(row.serial);
        if (serial.empty()) return has(Words::builtin().level, caption_key(row.name)) ? level_rank : no_rank;
        if (serial.size() == 1 && serial[0] == next_letter_) {
            ++next_letter_;
            return letter_rank;
        }
        return is_roman(serial) ? roman_rank : decimal(serial);
    }

private:
    char next_letter_ = 'A';
};

// "Tổng cộng cấp xã": a sum of something, but of what?
bool may_be_a_sum(const FormRow& row) {
    const std::string key = caption_key(row.name);
    for (const std::string_view word : {"tongcong", "tongso", "tong", "cong", "subtotal", "total"}) {
        if (!key.starts_with(word)) continue;
        const std::string rest = key.substr(word.size());
        if (word == "tongcong" || word == "tongso" || word == "subtotal" || has(Words::builtin().level, rest)) return true;
    }
    return false;
}

std::string place_text(const FormPlace& place) { return place.line < 0 ? place.pointer : std::to_string(place.line); }

LocalText unclear(const FormRow& row, std::string_view vi, std::string_view en) {
    const std::string place = place_text(row.place);
    return {fmt::format("dòng {} (\"{}\") {}", place, row.name, vi), fmt::format("row {} (\"{}\") {}", place, row.name, en)};
}

struct Tree {
    std::vector<std::size_t> top;  // rows that no other row is the sum of
    std::vector<FormSum> sums;
};

// What hinders the reading of the rows as a tree; nothing where they are one.
std::optional<LocalText> find_obstacle(const PublishedForm& form, const std::vector<int>& ranks) {
    const bool ranked = std::any_of(ranks.begin(), ranks.end(), [](int r) { return r != no_rank; });
    const FormRow* total = nullptr;
    for (std::size_t i = 0; i < form.rows.size(); ++i) {
        const FormRow& row = form.rows[i];
        if (row.kind == FormRowKind::heading) continue;
        if (row.kind == FormRowKind::total) {
            if (total != nullptr) return unclear(row, "là dòng tổng thứ hai", "is a second total");
            total = &row;
            continue;
        }
        if (may_be_a_sum(row)) return unclear(row, "là tổng của những dòng không rõ", "is a sum of rows that are not told");
        if (ranked && ranks[i] == no_rank)
            return unclear(row, "không có số thứ tự nhận ra được, các dòng khác có",
                           "has no serial number that is understood, while others have");
    }
    return std::nullopt;
}

Tree build(PublishedForm& form, const std::vector<int>& ranks) {
    struct Open {
        std::size_t row;
        int rank;
    };
    Tree tree;
    std::vector<Open> open;
    std::vector<std::vector<std::size_t>> parts(form.rows.size());
    for (std::size_t i = 0; i < form.rows.size(); ++i) {
        FormRow& row = form.rows[i];
        if (row.kind == FormRowKind::total || (row.kind == FormRowKind::heading && ranks[i] == no_rank)) continue;
        while (!open.empty() && open.back().rank >= ranks[i]) open.pop_back();
        if (!open.empty()) row.name = form.rows[open.back().row].name + " / " + row.name;
        if (row.kind != FormRowKind::heading) {
            // A heading without figures is no sum: what stands below it belongs to the next row above that has some.
            const auto sum = std::find_if(open.rbegin(), open.rend(),
                                          [&](const Open& o) { return form.rows[o.row].kind != FormRowKind::heading; });
            (sum == open.rend() ? tree.top : parts[sum->row]).push_back(i);
        }
        open.push_back({i, ranks[i]});
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty()) continue;
        form.rows[i].kind = FormRowKind::group;
        tree.sums.push_back({i, std::move(parts[i])});
    }
    return tree;
}

}  // namespace

void find_sums(PublishedForm& form) {
    Ranks rank;
    std::vector<int> ranks;
    for (FormRow& row : form.rows) {
        const Words& words = Words::builtin();
        const bool total =
            has(words.total, caption_key(row.name)) || (row.name.empty() && has(words.total, caption_key(row.serial)));
        if (total && row.name.empty()) row.name = row.serial;
        if (total && row.kind != FormRowKind::heading) row.kind = FormRowKind::total;
        ranks.push_back(total ? no_rank : rank.of(row));
    }
    form.sums_unchecked = find_obstacle(form, ranks);
    if (form.sums_unchecked) return;
    Tree tree = build(form, ranks);
    form.sums = std::move(tree.sums);
    const auto total =
        std::find_if(form.rows.begin(), form.rows.end(), [](const FormRow& r) { return r.kind == FormRowKind::total; });
    if (total == form.rows.end()) {
        form.sums_unchecked = LocalText{"không có dòng tổng", "no row is a total"};
    } else if (!tree.top.empty()) {
        form.sums.push_back({static_cast<std::size_t>(total - form.rows.begin()), std::move(tree.top)});
    }
}

}  // namespace cchc::forms

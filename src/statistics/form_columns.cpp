// Which kind of form a header belongs to, and which of its columns is what.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/once.hpp"
#include "base/utf8.hpp"
#include "statistics/form_grid.hpp"
#include "statistics/form_words.hpp"

namespace cchc::forms {
namespace {

using Keys = std::vector<std::vector<std::string>>;  // by column of the grid, the most exact first

std::string whole_key(const Caption& caption) {
    std::string all;
    for (const std::string& part : caption.parts) all += caption_key(part);
    return all;
}

// The keys that a caption may be known by: all its parts together; its own after one of the captions above it, the nearest
// first. Never its own alone below another: "Quá hạn" below "Xử lý" may mean this or that. And a "Tổng số" belongs to the
// nearest caption, never to one further up.
std::vector<std::string> keys_of(const Caption& caption) {
    std::vector<std::string> parts;
    for (const std::string& part : caption.parts) parts.push_back(caption_key(part));
    std::vector<std::string> keys = {whole_key(caption)};
    if (parts.size() < 2) return keys;
    const std::size_t furthest = has(Words::builtin().total, parts.back()) ? parts.size() - 2 : 0;
    for (std::size_t i = parts.size() - 1; i-- > furthest;) keys.push_back(parts[i] + parts.back());
    return keys;
}

Keys plain_keys(const Grid& grid) {
    Keys keys;
    for (const Caption& caption : grid.captions) keys.push_back(keys_of(caption));
    return keys;
}

constexpr std::size_t most_captions = 200;  // each is looked at together with all before it

bool is_one_line(const Grid& grid) {
    return !grid.json && grid.captions.size() <= most_captions &&
           std::all_of(grid.captions.begin(), grid.captions.end(),
                       [](const Caption& caption) { return caption.parts.size() == 1; });
}

// "Tiếp nhận" of "Tổng số tiếp nhận"; nothing of "Tổng số".
std::string without_total(const std::string& key) {
    std::size_t longest = 0;
    for (const std::string& word : Words::builtin().total)
        if (key.starts_with(word)) longest = std::max(longest, word.size());
    return key.substr(longest);
}

// In a header of one line the caption of a group is its total's, and stands before its parts: "Đã giải quyết, Trước hạn,
// Đúng hạn, Quá hạn, Đang giải quyết, Trong hạn, Quá hạn". Only what stands before tells a caption that is there twice.
Keys keys_by_order(const Grid& grid) {
    std::vector<std::string> own;
    for (const Caption& caption : grid.captions) own.push_back(whole_key(caption));
    Keys keys;
    for (std::size_t f = 0; f < own.size(); ++f) {
        const std::string group = without_total(own[f]);
        std::vector<std::string> before;
        for (std::size_t i = f; !group.empty() && i-- > 0;) {
            const std::string bare = without_total(own[i]);
            if (bare.empty()) continue;
            before.push_back(own[i] + own[f]);
            if (bare != own[i]) before.push_back(bare + own[f]);
        }
        std::vector<std::string> all = {own[f]};
        if (!group.empty()) all.push_back(group + "tongso");
        all.insert(std::count(own.begin(), own.end(), own[f]) > 1 ? all.begin() : all.end(), before.begin(), before.end());
        keys.push_back(std::move(all));
    }
    return keys;
}

std::size_t column_of(const FormVariant& variant, const std::vector<std::string>& keys) {
    for (const std::string& key : keys)
        for (std::size_t c = 0; c < variant.columns.size(); ++c)
            if (has(variant.columns[c].keys, key)) return c;
    return Columns::none;
}

std::size_t numbered(const FormVariant& variant, int number) {
    for (std::size_t c = 0; number != 0 && c < variant.columns.size(); ++c)
        if (variant.columns[c].number == number) return c;
    return Columns::none;
}

// How well a header fits a variant.
struct Fit {
    explicit Fit(const FormVariant& v) : variant(&v), of(v.columns.size(), Columns::none) {}

    const FormVariant* variant;
    std::vector<std::size_t> of;
    std::size_t by_name = 0;
    std::size_t by_number = 0;
    std::string conflict;  // why it does not fit, though columns were found

    void take(std::size_t column, std::size_t field, const Grid& grid, std::size_t& counter) {
        if (of[column] == Columns::none) {
            of[column] = field;
            ++counter;
        } else if (conflict.empty()) {
            conflict = fmt::format("two columns, \"{}\" and \"{}\", mean {}", grid.captions[of[column]].text(),
                                   grid.captions[field].text(), variant->columns[column].id);
        }
    }
    std::vector<std::string> missing() const {
        std::vector<std::string> out;
        for (std::size_t c = 0; c < of.size(); ++c) {
            const FormColumn& column = variant->columns[c];
            if (of[c] != Columns::none || column.optional) continue;
            out.push_back(column.number == 0 ? column.id : fmt::format("{} ({})", column.id, column.number));
        }
        return out;
    }
    bool fits() const { return conflict.empty() && missing().empty(); }
    std::pair<std::size_t, std::size_t> merit() const { return {by_name, by_name + by_number}; }
};

bool is_label(const Caption& caption) {
    const Words& words = Words::builtin();
    return has(words.serial, whole_key(caption)) || has(words.name, whole_key(caption));
}

// Captions come first. Only where they do not tell all columns the numbers below them count, and then both must agree.
Fit fit(const Grid& grid, const Keys& keys, const FormVariant& variant) {
    Fit out(variant);
    std::vector<std::size_t> named(grid.captions.size(), Columns::none);
    for (std::size_t f = 0; f < grid.captions.size(); ++f) {
        named[f] = column_of(variant, keys[f]);
        if (named[f] != Columns::none) out.take(named[f], f, grid, out.by_name);
    }
    if (out.missing().empty()) return out;
    for (std::size_t f = 0; f < grid.captions.size(); ++f) {
        const int number = grid.captions[f].number;
        const std::size_t column = numbered(variant, number);
        const int other = named[f] == Columns::none ? 0 : variant.columns[named[f]].number;
        if (number != 0 && other != 0 && other != number && out.conflict.empty())
            out.conflict = fmt::format("the column \"{}\" should be number {}", grid.captions[f].text(), other);
        if (column != Columns::none && named[f] == Columns::none && !is_label(grid.captions[f]))
            out.take(column, f, grid, out.by_number);
    }
    return out;
}

[[noreturn]] void fail_none(const Grid& grid, const std::vector<Fit>& fits) {
    // Of those that share as many columns, the one that lacks fewest.
    const Fit& best = *std::max_element(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
        const std::size_t lacks_a = a.missing().size(), lacks_b = b.missing().size();
        return std::pair(a.merit(), lacks_b) < std::pair(b.merit(), lacks_a);
    });
    std::string found;
    for (const Caption& c : grid.captions)
        if (!c.text().empty()) found += (found.empty() ? "" : "; ") + c.text();
    const std::string why =
        best.conflict.empty() ? fmt::format("it lacks {}", fmt::join(best.missing(), ", ")) : best.conflict;
    grid.fail(
        fmt::format("the header is of no known form; nearest is {}, but {}; found: {}; a form variant may name these "
                    "captions (in the tool: --variant FILE)",
                    best.variant->id, why, text::excerpt(found, 400)));
}

std::vector<Fit> fits_of(const Grid& grid, const Keys& keys, std::span<const FormVariant> variants) {
    std::vector<Fit> fits;
    for (const FormVariant& variant : variants) fits.push_back(fit(grid, keys, variant));
    return fits;
}

const std::vector<FormVariant>& builtin_variants() {
    return once([] {
        std::vector<FormVariant> variants;
        for (const std::string& id : FormVariant::builtin_ids()) variants.push_back(FormVariant::builtin(id));
        return variants;
    });
}

Fit best_fit(const Grid& grid, std::span<const FormVariant> variants) {
    const auto fits = [](const Fit& f) { return f.fits(); };
    std::vector<Fit> good = fits_of(grid, plain_keys(grid), variants);
    if (is_one_line(grid) && std::none_of(good.begin(), good.end(), fits))
        good = fits_of(grid, keys_by_order(grid), variants);
    if (std::none_of(good.begin(), good.end(), fits)) fail_none(grid, good);
    std::erase_if(good, [](const Fit& f) { return !f.fits(); });
    std::stable_sort(good.begin(), good.end(), [](const Fit& a, const Fit& b) { return a.merit() > b.merit(); });
    if (good.size() > 1 && good[0].merit() == good[1].merit()) {
        std::string names;
        for (const Fit& f : good)
            if (f.merit() == good[0].merit()) names += (names.empty() ? "" : ", ") + f.variant->id;
        grid.fail(
            fmt::format("the header may be of several forms: {}; say which one it is (in the tool: --variant)", names));
    }
    return good.front();
}

LocalText named_note(std::string_view vi, std::string_view en, const std::string& list) {
    return {fmt::format("{}: {}", vi, list), fmt::format("{}: {}", en, list)};
}

// Serial numbers and names. Without a caption that says so, the last column before the figures is taken for the name.
void find_labels(Columns& columns, const Grid& grid) {
    const Words& words = Words::builtin();
    std::vector<bool> used(grid.captions.size(), false);
    std::size_t first = grid.captions.size();
    for (const std::size_t f : columns.of) {
        if (f == Columns::none) continue;
        used[f] = true;
        first = std::min(first, f);
    }
    for (std::size_t f = 0; f < used.size(); ++f) {
        if (used[f]) continue;
        const std::string key = whole_key(grid.captions[f]);
        if (columns.serial == Columns::none && has(words.serial, key)) {
            columns.serial = f;
        } else if (has(words.name, key)) {
            columns.names.push_back(f);
        } else {
            continue;
        }
        used[f] = true;
    }
    if (columns.names.empty() && !grid.json && first > 0 && first < used.size() && !used[first - 1]) {
        columns.names.push_back(first - 1);
        used[first - 1] = true;
        columns.notes.push_back({fmt::format("Cột thứ {} được coi là tên của dòng", first),
                                 fmt::format("Field {} is taken for the name of the row", first)});
        if (columns.serial == Columns::none && first > 1 && !used[first - 2]) {
            columns.serial = first - 2;
            used[first - 2] = true;
            columns.notes.push_back({fmt::format("Cột thứ {} được coi là số thứ tự", first - 1),
                                     fmt::format("Field {} is taken for the serial number", first - 1)});
        }
    }
    std::string unused;
    for (std::size_t f = 0; f < used.size(); ++f)
        if (!used[f] && !grid.captions[f].text().empty())
            unused += (unused.empty() ? "\"" : ", \"") + text::excerpt(grid.captions[f].text()) + "\"";
    if (!unused.empty()) columns.notes.push_back(named_note("Cột không dùng", "Columns not used", unused));
}

}  // namespace

std::string Caption::text() const {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : " / ") + part;
    if (number != 0 && caption_number(out) != number) out += (out.empty() ? "" : " ") + fmt::format("({})", number);
    return out;
}

void Grid::fail(const std::string& message) const {
    if (json) throw Error(ErrorCode::json_schema, message, {source, -1, -1, -1, "/"});
    throw Error(ErrorCode::csv, message, {source, header_line, header_line < 0 ? -1 : 1, -1, {}});
}

Columns find_columns(const Grid& grid, const std::optional<FormVariant>& asked) {
    const Fit best = asked ? best_fit(grid, {&*asked, 1}) : best_fit(grid, builtin_variants());
    Columns columns;
    columns.variant = *best.variant;
    columns.of = best.of;
    find_labels(columns, grid);
    return columns;
}

}  // namespace cchc::forms

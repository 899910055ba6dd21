// The consolidated form II.06a: by level of government, and by unit with all that is below it.
#include <fmt/format.h>

#include <array>

#include "cchc/hierarchy.hpp"
#include "json/writer.hpp"
#include "statistics/form_parts.hpp"
#include "statistics/named.hpp"

namespace cchc {
namespace {

using stats::pick;

std::string roman(std::size_t n) {
    constexpr std::array<std::pair<std::size_t, std::string_view>, 9> digits = {
        {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string out;
    for (const auto& [value, text] : digits)
        for (; n >= value; n -= value) out += text;
    return out;
}

const std::string& title_of(const ConsolidatedResult& r, std::size_t unit, Lang lang) {
    return r.hierarchy.units()[unit].title.in(lang);
}

std::string agency_text(const GroupRow& row, Lang lang) {
    return row.key.front().empty() ? pick(lang, "(không ghi)", "(not given)") : row.key.front();
}

// The form of the plain result, over other rows.
Table form_over(const ConsolidatedResult& r, GroupResult rows, std::string_view caption, Lang lang) {
    StatisticsResult shown = r.result;
    shown.groups = {std::move(rows)};
    Table table = form_ii06a(shown, 0, lang);
    for (auto& captions : table.captions)
        if (captions[0] == pick(lang, "STT", "No.")) captions[1] = caption;
    for (const IdentityCheck& check : r.identities) {
        if (check.row.empty() && !check.holds) continue;
        const std::string where = check.row.empty() ? "" : " [" + check.row + "]";
        const std::string text = check.row.empty()
                                     ? pick(lang, "tổng hợp = tổng các đơn vị: đúng", "consolidated = sum of units: holds")
                                     : check.text;
        table.notes.push_back(fmt::format("F{} {}", where, text));
    }
    if (!r.unknown.empty()) {
        std::string list;
        for (const GroupRow& row : r.unknown) list += (list.empty() ? "" : "; ") + agency_text(row, lang);
        table.notes.push_back(fmt::format(
            "{}: {}", pick(lang, "Đơn vị không có trong danh mục", "Agencies that the hierarchy does not have"), list));
    }
    return table;
}

void write_counts(json::Writer& w, std::string_view key, const Counts& counts) {
    w.key(key).object();
    stats::each_named(counts, [&](std::string_view name, std::uint64_t value) { w.member(name, value); });
    w.end();
}

void write_title(json::Writer& w, const LocalText& title) {
    w.key("title").object().member("vi", title.in(Lang::vi)).member("en", title.in(Lang::en)).end();
}

void write_unit(json::Writer& w, const ConsolidatedResult& r, const ConsolidatedUnit& u) {
    const HierarchyUnit& unit = r.hierarchy.units()[u.unit];
    w.object().member("id", unit.id);
    write_title(w, unit.title);
    w.member("level", r.hierarchy.levels()[unit.level].id).key("parent");
    if (unit.parent) {
        w.string(r.hierarchy.units()[*unit.parent].id);
    } else {
        w.raw("null");
    }
    w.member("number", u.number);
    write_counts(w, "own", u.own);
    write_counts(w, "subtree", u.subtree);
    w.end();
}

void write_identities(json::Writer& w, const ConsolidatedResult& r) {
    w.member("holds", r.holds()).key("identities").array();
    for (const IdentityCheck& check : r.identities) {
        w.object().member("id", std::string_view(&check.id, 1)).member("row", check.row).member("holds", check.holds);
        w.member("left", check.left).member("right", check.right).member("text", check.text).end();
    }
    w.end();
}

}  // namespace

Table form_by_level(const ConsolidatedResult& r, Lang lang) {
    // Two dimensions make the sum row of a section.
    GroupResult rows{{Dimension::agency, Dimension::agency}, {}};
    for (const ConsolidatedLevel& level : r.levels)
        for (const ConsolidatedUnit& u : r.units)
            if (r.hierarchy.units()[u.unit].level == level.level)
                rows.rows.push_back({{r.hierarchy.levels()[level.level].title.in(lang), title_of(r, u.unit, lang)}, u.own});
    for (const GroupRow& row : r.unknown)
        rows.rows.push_back(
            {{pick(lang, "Không có trong danh mục", "Not in the hierarchy"), agency_text(row, lang)}, row.counts});
    Table table = form_over(r, std::move(rows), pick(lang, "Đơn vị, theo cấp", "Unit, by level"), lang);
    // Sections as I, II, III, the units of each as 1, 2, 3.
    std::size_t section = 0;
    for (std::size_t i = 0; i + table.total_rows < table.rows.size(); ++i) {
        std::string& number = table.rows[i][0];
        const std::size_t dot = number.find('.');
        number = dot == std::string::npos ? roman(++section) : number.substr(dot + 1);
    }
    return table;
}

Table form_by_unit(const ConsolidatedResult& r, Lang lang) {
    GroupResult rows{{Dimension::agency}, {}};
    std::vector<std::string> numbers;
    const auto add = [&](std::size_t depth, std::string number, const std::string& name, const Counts& counts) {
        rows.rows.push_back({{std::string(2 * depth, ' ') + name}, counts});
        numbers.push_back(std::move(number));
    };
    std::size_t roots = 0;
    for (const ConsolidatedUnit& u : r.units) {
        roots += u.depth == 0 ? 1 : 0;
        add(u.depth, u.number, title_of(r, u.unit, lang), u.subtree);
        if (u.has_parts) add(u.depth + 1, u.number + ".0", pick(lang, "Hồ sơ của chính đơn vị", "Its own dossiers"), u.own);
    }
    for (const GroupRow& row : r.unknown) add(0, std::to_string(++roots), agency_text(row, lang), row.counts);
    Table table =
        form_over(r, std::move(rows), pick(lang, "Đơn vị, gồm cả đơn vị trực thuộc", "Unit, with all below it"), lang);
    for (std::size_t i = 0; i < numbers.size(); ++i) table.rows[i][0] = numbers[i];
    return table;
}

std::string to_json(const ConsolidatedResult& r) {
    json::Writer w;
    w.object().member("format", "cchc.consolidated/1").key("query").document(r.result.query.to_json());
    w.key("hierarchy").object().member("id", r.hierarchy.id());
    write_title(w, r.hierarchy.title());
    w.end();
    write_counts(w, "total", r.result.total);
    w.key("levels").array();
    for (const ConsolidatedLevel& level : r.levels) {
        const HierarchyLevel& l = r.hierarchy.levels()[level.level];
        w.object().member("id", l.id);
        write_title(w, l.title);
        w.member("units", level.units);
        write_counts(w, "counts", level.counts);
        w.end();
    }
    w.end().key("units").array();
    for (const ConsolidatedUnit& u : r.units) write_unit(w, r, u);
    w.end().key("unknown").array();
    for (const GroupRow& row : r.unknown) {
        w.object().member("agency", row.key.front());
        write_counts(w, "counts", row.counts);
        w.end();
    }
    w.end();
    write_identities(w, r);
    return w.end().take();
}

}  // namespace cchc

#include "report/builder.hpp"

#include <algorithm>

namespace cchc::report::docs {

Cell words(std::string text) { return text.empty() ? Cell{} : text_cell(std::move(text)); }

Cell percent(std::uint64_t part, std::uint64_t whole, Lang lang) {
    return percent_cell(share(as_number(part), as_number(whole)), lang);
}

Column text_column(std::string caption) { return {std::move(caption), false, {}}; }
Column number_column(std::string caption) { return {std::move(caption), true, {}}; }
Column sum_column(std::string caption) { return {std::move(caption), true, {ColumnTotal::Kind::sum, 0, 0}}; }
Column ratio_column(std::string caption, std::size_t part, std::size_t whole) {
    return {std::move(caption), true, {ColumnTotal::Kind::ratio, part, whole}};
}

Number column_sum(const Table& table, std::size_t column, std::size_t rows) {
    Number sum;
    for (std::size_t r = 0; r < rows; ++r)
        if (table.rows[r][column].value) sum += *table.rows[r][column].value;
    return sum;
}

namespace {

Cell sum_cell(const Number& sum, Lang lang) {
    const auto whole = sum.whole();
    if (whole && *whole >= 0) return count_cell(static_cast<std::uint64_t>(*whole), lang);
    return number_cell(sum, lang);
}

}  // namespace

void add_total(Table& table, Lang lang) {
    if (table.rows.empty()) return;
    const auto sum = [&](std::size_t column) { return column_sum(table, column, table.rows.size()); };
    std::vector<Cell> total(table.columns.size());
    bool labelled = false;
    for (std::size_t c = 0; c < total.size(); ++c) {
        const ColumnTotal& kind = table.columns[c].total;
        if (kind.kind == ColumnTotal::Kind::sum) {
            total[c] = sum_cell(sum(c), lang);
        } else if (kind.kind == ColumnTotal::Kind::ratio) {
            total[c] = percent_cell(share(sum(kind.part), sum(kind.whole)), lang);
        } else if (!labelled && !table.columns[c].numeric) {
            total[c] = text_cell(pick(lang, "Tổng số", "Total"));
            labelled = true;
        }
    }
    table.rows.push_back(std::move(total));
    table.has_total = true;
}

Builder::Builder(std::string_view kind, std::string name, Lang lang, Head head) {
    document_.kind = kind;
    document_.name = std::move(name);
    document_.lang = lang;
    document_.head = std::move(head);
}

void Builder::title(std::string title, std::string subject) {
    document_.title = std::move(title);
    document_.subject = std::move(subject);
}

void Builder::heading(int level, std::string text) {
    constexpr std::size_t longest_anchor = 48;
    std::string anchor = slug(text).substr(0, longest_anchor);
    while (anchor.ends_with('-')) anchor.pop_back();
    // Only letters may begin an identifier in every page format.
    if (anchor.front() >= '0' && anchor.front() <= '9') anchor.insert(0, "m-");
    document_.blocks.emplace_back(Heading{level, unique_name(ids_, anchor), std::move(text)});
}

void Builder::paragraph(std::string text, Paragraph::Style style) {
    if (!text.empty()) document_.blocks.emplace_back(Paragraph{std::move(text), style});
}

void Builder::list(std::vector<std::string> items, std::string_view if_empty, bool numbered) {
    std::erase_if(items, [](const std::string& item) { return item.empty(); });
    if (items.empty()) return paragraph(std::string(if_empty));
    document_.blocks.emplace_back(List{std::move(items), numbered});
}

void Builder::table(Table table, std::string_view if_empty) {
    if (table.rows.empty()) return paragraph(std::string(if_empty));
    table.id = unique_name(ids_, table.id);
    document_.blocks.emplace_back(std::move(table));
}

void Builder::chart(Chart chart) {
    if (chart.categories.empty()) return;
    chart.id = unique_name(ids_, chart.id);
    document_.blocks.emplace_back(std::move(chart));
}

void Builder::signature(std::string authority, std::string post) {
    document_.signatures.push_back({std::move(authority), std::move(post)});
}

}  // namespace cchc::report::docs

#include "xlsx_gather.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "xlsx_names.hpp"

namespace tool {
namespace {

using cchc::Lang;
using cchc::report::Cell;
using cchc::report::Column;
using cchc::report::ColumnTotal;
using cchc::report::Document;
using cchc::report::Table;

// What the documents of a kind are called together.
std::string title_of_all(std::string_view kind, Lang lang) {
    const bool vi = lang == Lang::vi;
    if (kind == "minutes") return vi ? "Biên bản kiểm tra các đơn vị" : "Minutes of all units";
    if (kind == "conclusion") return vi ? "Kết luận kiểm tra các đơn vị" : "Conclusions on all units";
    return vi ? "Phiếu điểm các đơn vị" : "Scorecards of all units";
}

std::string key_of(const Table& table) {
    std::string key = table.id;
    for (const Column& column : table.columns) key.append("\n").append(column.caption);
    return key;
}

// The equal tables of units while they come together.
struct Gathered {
    Table table;
    bool totals = true;  // each of them had a total
    bool named = true;   // the unit is a column of its own; else it is one of the table's
    std::set<std::string> units;
};

class Gatherer {
public:
    explicit Gatherer(Lang lang) : lang_(lang) {}

    // Of a document of the round: without the tables and charts that another one has already, with the same contents.
    void has(Document& document) {
        std::erase_if(document.blocks, [this](const auto& block) {
            if (const auto* chart = std::get_if<cchc::report::Chart>(&block))
                return !contents_.insert("chart\n" + chart->id + chart->title + chart->alternative).second;
            const auto* table = std::get_if<Table>(&block);
            if (table == nullptr) return false;
            std::string contents = key_of(*table);
            of_the_round_.insert(contents);
            for (const auto& row : table->rows)
                for (const Cell& cell : row) contents.append("\n").append(cell.text);
            return !contents_.insert(std::move(contents)).second;
        });
    }

    // True when the table is the first of its sort.
    bool add(const Document& document, const Table& table) {
        const std::string key = key_of(table);
        if (of_the_round_.contains(key)) return false;
        const auto [place, is_new] = tables_.try_emplace(key);
        Gathered& all = place->second;
        if (is_new) start(all, document, table);
        if (!all.units.insert(document.unit).second) return false;
        all.totals = all.totals && table.has_total;
        const std::size_t rows = table.rows.size() - (table.has_total && !table.rows.empty() ? 1 : 0);
        for (std::size_t r = 0; r < rows; ++r) {
            std::vector<Cell> cells;
            if (all.named) cells.push_back(cchc::report::text_cell(document.unit));
            cells.insert(cells.end(), table.rows[r].begin(), table.rows[r].end());
            all.table.rows.push_back(std::move(cells));
        }
        return is_new;
    }

    // Once for each table that add() called the first.
    Table take(const Table& first) {
        Gathered& all = tables_.at(key_of(first));
        if (all.totals && all.named && !all.table.rows.empty()) total(all.table);
        return std::move(all.table);
    }

private:
    void start(Gathered& all, const Document& document, const Table& table) const {
        all.table.id = document.kind + "-" + table.id;
        const std::string caption = lang_ == Lang::vi ? "Đơn vị" : "Unit";
        all.named =
            std::none_of(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.caption == caption; });
        if (all.named) all.table.columns.push_back({caption, false, {}});
        for (Column column : table.columns) {
            column.total.part += all.named ? 1 : 0;
            column.total.whole += all.named ? 1 : 0;
            all.table.columns.push_back(std::move(column));
        }
        all.table.caption = sheet_name(all.table, lang_);
        all.table.caption += lang_ == Lang::vi ? ", tất cả các đơn vị" : ", all units";
    }

    static cchc::Number sum(const Table& table, std::size_t column) {
        cchc::Number out;
        for (const auto& row : table.rows)
            if (row[column].value) out += *row[column].value;
        return out;
    }

    Cell total_cell(const Table& table, std::size_t c) const {
        const ColumnTotal& total = table.columns[c].total;
        if (total.kind == ColumnTotal::Kind::sum) {
            const cchc::Number value = sum(table, c);
            const bool whole = value.is_decimal() && value.to_string().find('.') == std::string::npos;
            return cchc::report::number_cell(value, lang_, whole ? 0 : 2);
        }
        if (total.kind != ColumnTotal::Kind::ratio) return {};
        const cchc::Number whole = sum(table, total.whole);
        if (whole == 0) return cchc::report::percent_cell(std::nullopt, lang_);
        return cchc::report::percent_cell(sum(table, total.part) * 100 / whole, lang_);
    }

    void total(Table& table) const {
        std::vector<Cell> cells{cchc::report::text_cell(lang_ == Lang::vi ? "Tổng" : "Total")};
        for (std::size_t c = 1; c < table.columns.size(); ++c) cells.push_back(total_cell(table, c));
        table.rows.push_back(std::move(cells));
        table.has_total = true;
    }

    Lang lang_;
    std::set<std::string> of_the_round_, contents_;
    std::map<std::string, Gathered> tables_;
};

// The documents of one kind while they become one; the tables in it are the first of their sort.
struct Kind {
    Document document;
    std::vector<Table> firsts;
};

Kind& kind_of(std::vector<Kind>& kinds, const Document& document) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.document.kind == document.kind; });
    if (found != kinds.end()) return *found;
    Kind kind;
    kind.document.kind = document.kind;
    kind.document.lang = document.lang;
    kind.document.synthetic = document.synthetic;
    kind.document.title = title_of_all(document.kind, document.lang);
    kinds.push_back(std::move(kind));
    return kinds.back();
}

}  // namespace

std::vector<Document> gathered(const std::vector<Document>& documents) {
    std::vector<Document> out;
    if (documents.empty()) return out;
    Gatherer gatherer(documents.front().lang);
    for (const Document& document : documents) {
        if (!document.unit.empty()) continue;
        out.push_back(document);
        gatherer.has(out.back());
    }
    std::vector<Kind> kinds;
    for (const Document& document : documents) {
        if (document.unit.empty()) continue;
        Kind& kind = kind_of(kinds, document);
        for (const auto& block : document.blocks)
            if (const auto* table = std::get_if<Table>(&block); table != nullptr && gatherer.add(document, *table))
                kind.firsts.push_back(*table);
    }
    for (Kind& kind : kinds) {
        for (const Table& first : kind.firsts) kind.document.blocks.emplace_back(gatherer.take(first));
        out.push_back(std::move(kind.document));
    }
    return out;
}

}  // namespace tool

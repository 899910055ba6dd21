// A published form from JSON: an array of rows, or a result of this library.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/ascii.hpp"
#include "json/pointer.hpp"
#include "json/value.hpp"
#include "statistics/form_grid.hpp"
#include "statistics/form_words.hpp"

namespace cchc::forms {
namespace {

using json::Node;
using json::Value;

// Gathers rows; a column is there once a row has it.
class Builder {
public:
    explicit Builder(Grid& grid) : grid_(grid) {}

    GridRow& begin(const Node& row) {
        GridRow& out = grid_.rows.emplace_back();
        out.place.pointer = row.pointer();
        return out;
    }
    // The members of a row; those of nested objects with the names of both.
    void add(const Value& object, const std::string& pointer, std::vector<std::string> path = {}) {
        for (const json::Member& member : object.members) {
            path.push_back(member.name);
            const std::string here = pointer + "/" + json::escape_pointer(member.name);
            switch (member.value.kind) {
                case Value::Kind::object: add(member.value, here, path); break;
                case Value::Kind::array:
                case Value::Kind::boolean: break;  // no figure of any form
                case Value::Kind::null: put(path, {{}, false, {-1, -1, here}}); break;
                case Value::Kind::number: put(path, {member.value.text, true, {-1, -1, here}}); break;
                case Value::Kind::string:
                    put(path, {std::string(text::trim(member.value.text)), false, {-1, -1, here}});
                    break;
            }
            path.pop_back();
        }
    }
    void put(const std::vector<std::string>& path, Cell cell) {
        std::string key;
        for (const std::string& part : path) key += part + '\n';
        const auto [known, is_new] = columns_.try_emplace(key, grid_.captions.size());
        if (is_new) grid_.captions.push_back({path, caption_number(path.back())});
        GridRow& row = grid_.rows.back();
        if (row.cells.size() <= known->second) row.cells.resize(known->second + 1);
        row.cells[known->second] = std::move(cell);
    }

private:
    Grid& grid_;
    std::unordered_map<std::string, std::size_t> columns_;
};

// The counts that stand in a form; what is beside them is not asked of it.
void add_counts(Builder& builder, const Node& counts, GridRow& row) {
    json::Object o(counts);
    row.place.pointer = counts.pointer();
    for (const std::string_view group : {"received", "resolved", "in_process"}) {
        const Node node = o.at(group);
        builder.add(node.value(), node.pointer(), {std::string(group)});
    }
}

void put_name(Builder& builder, std::string name, const std::string& pointer) {
    builder.put({"name"}, {std::move(name), false, {-1, -1, pointer}});
}

std::string name_of(const Node& key) {
    std::string name;
    for (const json::Member& member : key.value().members)
        name += (name.empty() ? "" : " / ") + (member.value.text.empty() ? "(not given)" : member.value.text);
    return name;
}

// Every grouping adds up to the total.
void read_statistics(Grid& grid, json::Object& document) {
    Builder builder(grid);
    const Node total = document.at("total");
    add_counts(builder, total, builder.begin(total));
    put_name(builder, "total", total.pointer());
    grid.rows.front().kind = FormRowKind::total;
    grid.sums.emplace();
    for (const Node& group : document.at("groups").items()) {
        FormSum sum;
        json::Object g(group);
        if (g.at("by").items().empty()) continue;  // the total once more
        for (const Node& row : g.at("rows").items()) {
            json::Object r(row);
            sum.parts.push_back(grid.rows.size());
            add_counts(builder, row, builder.begin(row));
            put_name(builder, name_of(r.at("key")), row.pointer());
            grid.rows.back().kind = FormRowKind::item;
        }
        grid.sums->push_back(std::move(sum));
    }
}

}  // namespace

Grid read_json_grid(std::string_view text, const FormReadOptions& options) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const Value document = json::parse(text, options.source);
    const Node root(document, options.source);
    Grid grid;
    grid.source = options.source;
    grid.json = true;
    if (root.is(Value::Kind::object)) {
        json::Object o(root);
        o.expect_format("cchc.statistics/1");
        read_statistics(grid, o);
        return grid;
    }
    Builder builder(grid);
    for (const Node& row : root.items()) {
        builder.begin(row);
        json::Object only_objects(row);
        builder.add(row.value(), row.pointer());
    }
    return grid;
}

}  // namespace cchc::forms

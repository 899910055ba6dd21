// Reading hierarchies, and refusing those that are no trees.
#include "cchc/hierarchy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "json/value.hpp"
#include "statistics/csv_table.hpp"
#include "statistics/form_words.hpp"

namespace cchc {

// Puts units together; says what is wrong through `fail`, which knows the place of a unit's entry in its file.
class HierarchyBuilder {
public:
    enum class Part : std::uint8_t { id, parent };
    using Fail = std::function<void(std::size_t unit, Part part, const std::string& message)>;

    Hierarchy& hierarchy() noexcept { return hierarchy_; }
    void identity(std::string id, LocalText title) {
        hierarchy_.id_ = std::move(id);
        hierarchy_.title_ = std::move(title);
    }
    std::optional<std::size_t> level(std::string_view id) const {
        const auto& levels = hierarchy_.levels_;
        const auto it = std::find_if(levels.begin(), levels.end(), [&](const HierarchyLevel& l) { return l.id == id; });
        if (it == levels.end()) return std::nullopt;
        return static_cast<std::size_t>(it - levels.begin());
    }
    std::size_t add_level(std::string id, LocalText title) {
        hierarchy_.levels_.push_back({std::move(id), std::move(title)});
        return hierarchy_.levels_.size() - 1;
    }
    // `parent` is looked up once all units are there; "" is none.
    void add_unit(HierarchyUnit unit, std::string parent) {
        if (unit.title.vi.empty() && unit.title.en.empty()) unit.title = {unit.id, {}};
        hierarchy_.units_.push_back(std::move(unit));
        parents_.push_back(std::move(parent));
    }

    Hierarchy finish(const Fail& fail) {
        index(fail);
        for (std::size_t i = 0; i < parents_.size(); ++i) {
            if (parents_[i].empty()) continue;
            const auto parent = hierarchy_.find(parents_[i]);
            if (!parent) fail(i, Part::parent, fmt::format("no unit is called \"{}\"", text::excerpt(parents_[i])));
            hierarchy_.units_[i].parent = parent;
        }
        check_shape(fail);
        return std::move(hierarchy_);
    }

private:
    static constexpr std::size_t deepest = 32;

    void index(const Fail& fail) {
        const auto& units = hierarchy_.units_;
        auto& order = hierarchy_.by_id_;
        order.resize(units.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return units[a].id < units[b].id; });
        for (std::size_t i = 1; i < order.size(); ++i)
            if (units[order[i]].id == units[order[i - 1]].id)
                fail(order[i], Part::id, fmt::format("the unit \"{}\" stands twice", text::excerpt(units[order[i]].id)));
    }

    // Every unit is met once: upwards until one whose depth is known, or that is above itself.
    void check_shape(const Fail& fail) const {
        const auto& units = hierarchy_.units_;
        std::vector<std::size_t> depth(units.size(), 0);  // 0: not known
        std::vector<bool> on_path(units.size(), false);
        for (std::size_t u = 0; u < units.size(); ++u) {
            std::vector<std::size_t> path;
            std::optional<std::size_t> at = u;
            for (; at && depth[*at] == 0; at = units[*at].parent) {
                if (on_path[*at])
                    fail(*at, Part::parent, fmt::format("the unit \"{}\" is above itself", text::excerpt(units[*at].id)));
                on_path[*at] = true;
                path.push_back(*at);
            }
            for (std::size_t above = at ? depth[*at] : 0; !path.empty(); path.pop_back()) {
                depth[path.back()] = ++above;
                if (above > deepest)
                    fail(path.back(), Part::parent, fmt::format("more than {} units stand above each other", deepest));
            }
        }
    }

    Hierarchy hierarchy_;
    std::vector<std::string> parents_;
};

namespace {

using json::Node;
using json::Object;

std::string not_empty(const Node& node) {
    if (node.string().empty()) node.fail("must not be empty");
    return std::string(node.string());
}

void read_levels(HierarchyBuilder& builder, const Node& node) {
    for (const Node& item : node.items()) {
        Object o(item);
        const Node id = o.at("id");
        if (builder.level(id.string())) id.fail(fmt::format("the level \"{}\" stands twice", id.string()));
        builder.add_level(not_empty(id), o.at("title").local());
        o.done();
    }
}

void read_unit(HierarchyBuilder& builder, const Node& node) {
    Object o(node);
    HierarchyUnit unit;
    unit.id = not_empty(o.at("id"));
    const Node level = o.at("level");
    const auto known = builder.level(level.string());
    if (!known) level.fail(fmt::format("no level is called \"{}\"", text::excerpt(level.string())));
    unit.level = *known;
    if (const auto title = o.find("title")) unit.title = title->local();
    std::string parent;
    if (const auto above = o.find("parent")) parent = not_empty(*above);
    o.done();
    builder.add_unit(std::move(unit), std::move(parent));
}

constexpr std::size_t absent = static_cast<std::size_t>(-1);

// Where the columns are; `title` may be absent.
struct CsvColumns {
    std::size_t unit = absent, parent = absent, level = absent, title = absent;
};

CsvColumns find_columns(const csv::TableRecord& header, const std::string& source) {
    CsvColumns columns;
    const auto find = [&](std::initializer_list<const char*> names) {
        for (std::size_t f = 0; f < header.fields.size(); ++f)
            for (const char* name : names)
                if (forms::caption_key(header.fields[f]) == name) return f;
        return absent;
    };
    columns.unit = find({"unit", "donvi", "id"});
    columns.parent = find({"parent", "donvicaptren", "captren"});
    columns.level = find({"level", "cap"});
    columns.title = find({"title", "tendonvi", "ten"});
    for (const auto& [at, name] : {std::pair(columns.unit, "unit"), {columns.parent, "parent"}, {columns.level, "level"}})
        if (at == absent)
            throw Error(ErrorCode::csv, fmt::format("no column \"{}\"; the columns are unit, parent, level and title", name),
                        {source, header.line, 1, -1, {}});
    return columns;
}

}  // namespace

std::optional<std::size_t> Hierarchy::find(std::string_view unit) const noexcept {
    const auto it = std::lower_bound(by_id_.begin(), by_id_.end(), unit,
                                     [this](std::size_t a, std::string_view id) { return units_[a].id < id; });
    if (it == by_id_.end() || units_[*it].id != unit) return std::nullopt;
    return *it;
}

Hierarchy Hierarchy::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.hierarchy/1");
    HierarchyBuilder builder;
    std::string id = not_empty(o.at("id"));
    builder.identity(std::move(id), o.at("title").local());
    read_levels(builder, o.at("levels"));
    const std::vector<Node> units = o.at("units").items();
    for (const Node& unit : units) read_unit(builder, unit);
    o.done();
    return builder.finish([&](std::size_t unit, HierarchyBuilder::Part part, const std::string& message) {
        Object entry(units[unit]);
        entry.at(part == HierarchyBuilder::Part::id ? "id" : "parent").fail(message);
    });
}

Hierarchy Hierarchy::from_csv(std::string_view text, std::string_view source_name) {
    const std::string source(source_name);
    const std::vector<csv::TableRecord> records = csv::read_table(text, 0, source);
    if (records.empty())
        throw Error(ErrorCode::csv, "no header: the columns are unit, parent, level and title", {source, 1, 1, -1, {}});
    const CsvColumns columns = find_columns(records.front(), source);
    HierarchyBuilder builder;
    builder.identity(source, {source, source});
    const auto fail = [&](std::size_t unit, HierarchyBuilder::Part part, const std::string& message) {
        const std::size_t field = part == HierarchyBuilder::Part::id ? columns.unit : columns.parent;
        throw Error(ErrorCode::csv, fmt::format("field {}: {}", field + 1, message),
                    {source, records[unit + 1].line, 1, -1, {}});
    };
    for (std::size_t r = 1; r < records.size(); ++r) {
        const auto field = [&](std::size_t f) {
            return f < records[r].fields.size() ? records[r].fields[f] : std::string();
        };
        HierarchyUnit unit;
        unit.id = field(columns.unit);
        if (unit.id.empty()) fail(r - 1, HierarchyBuilder::Part::id, "the unit has no name");
        const std::string level = field(columns.level);
        if (level.empty())
            fail(r - 1, HierarchyBuilder::Part::id, fmt::format("the unit \"{}\" has no level", text::excerpt(unit.id)));
        const auto known = builder.level(level);
        unit.level = known ? *known : builder.add_level(level, {level, {}});
        unit.title = {field(columns.title), {}};
        builder.add_unit(std::move(unit), field(columns.parent));
    }
    return builder.finish(fail);
}

Hierarchy Hierarchy::from_text(std::string_view text, std::string_view source) {
    std::string_view start = text;
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const bool json = text::trim(start).starts_with('{');
    return json ? from_json(start, source) : from_csv(text, source);
}

}  // namespace cchc

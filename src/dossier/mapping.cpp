// Names of columns, codes and units: the built-in mapping and mapping files (cchc.mapping/1).
#include "cchc/dossier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "data/data.hpp"
#include "deadline/names.hpp"
#include "dossier/names.hpp"
#include "json/value.hpp"

namespace cchc {

struct Mapping::Names {
    template <class E>
    using Values = std::unordered_map<std::string, E>;  // by folded text

    std::array<std::vector<std::string>, column_count> columns;  // as written, best first
    std::array<std::vector<std::string>, column_count> folded;   // the same, folded
    Values<Channel> channel;
    Values<Status> status;
    Values<Unit> unit;
    Values<ServiceLevel> service_level;
};

namespace {

using json::Node;
using json::Object;

template <class E, std::size_t N>
E parse_name(const Node& node, const std::array<std::string_view, N>& names) {
    const auto it = std::find(names.begin(), names.end(), node.string());
    if (it == names.end())
        node.fail(fmt::format("expected one of {}; found \"{}\"", fmt::join(names, ", "), text::excerpt(node.string())));
    return static_cast<E>(it - names.begin());
}

template <class E, class Parse>
void read_values(Object& o, std::string_view key, std::unordered_map<std::string, E>& out, Parse parse) {
    const auto node = o.find(key);
    if (!node) return;
    Object values(*node);
    for (const auto& [name, value] : values.rest()) out[text::fold(name)] = parse(value);
}

using Columns = std::array<std::vector<std::string>, column_count>;

// A mapping's own names come before those that were there, and mean no other column any more.
void read_columns(Object& o, Columns& columns) {
    const auto node = o.find("columns");
    if (!node) return;
    Object names(*node);
    Columns own;
    for (std::size_t c = 0; c < column_count; ++c)
        if (const auto list = names.find(column_names[c]))
            for (const Node& item : list->items()) own[c].emplace_back(item.string());
    names.done();
    std::set<std::string> taken;
    for (const auto& list : own)
        for (const std::string& name : list) taken.insert(text::fold(name));
    for (std::size_t c = 0; c < column_count; ++c) {
        std::erase_if(columns[c], [&](const std::string& name) { return taken.contains(text::fold(name)); });
        columns[c].insert(columns[c].begin(), own[c].begin(), own[c].end());
    }
}

Columns fold_all(const Columns& columns) {
    Columns folded;
    for (std::size_t c = 0; c < column_count; ++c)
        for (const std::string& name : columns[c]) folded[c].push_back(text::fold(name));
    return folded;
}

template <class E>
std::optional<E> look_up(const std::unordered_map<std::string, E>& values, std::string_view text) {
    const auto it = values.find(text::fold(text));
    if (it == values.end()) return std::nullopt;
    return it->second;
}

}  // namespace

Mapping::Mapping(std::shared_ptr<const Names> names) : names_(std::move(names)) {}
Mapping::Mapping(const Mapping&) = default;
Mapping& Mapping::operator=(const Mapping&) = default;
Mapping::~Mapping() = default;

const Mapping& Mapping::builtin() {
    // Built on first use and never changed after it: initialisation of a local static is safe in any thread.
    static const Mapping mapping = from_json(data::builtin("mappings", "default", "mapping"), "default");
    return mapping;
}

Mapping Mapping::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.mapping/1");
    o.find("title");
    (void)o.at("id").string();
    // Only the built-in mapping starts from nothing; every other one adds to it, whatever its id.
    const bool is_builtin = text.data() == data::builtin("mappings", "default", "mapping").data();
    auto names = std::make_shared<Names>(is_builtin ? Names{} : *builtin().names_);
    read_columns(o, names->columns);
    names->folded = fold_all(names->columns);
    read_values(o, "channel", names->channel, [](const Node& n) { return parse_name<Channel>(n, channel_names); });
    read_values(o, "status", names->status, [](const Node& n) { return parse_name<Status>(n, status_names); });
    read_values(o, "unit", names->unit, [](const Node& n) { return json::choice(n, unit_names); });
    read_values(o, "service_level", names->service_level,
                [](const Node& n) { return parse_name<ServiceLevel>(n, service_level_names); });
    o.done();
    return Mapping(std::move(names));
}

const std::vector<std::string>& Mapping::canonical_columns() {
    static const std::vector<std::string> names(column_names.begin(), column_names.end());
    return names;
}

std::optional<std::size_t> Mapping::rank(std::size_t column, std::string_view caption) const {
    const std::string folded = text::fold(caption);
    const auto& names = names_->folded[column];
    const auto it = std::find(names.begin(), names.end(), folded);
    if (it == names.end()) return std::nullopt;
    return static_cast<std::size_t>(it - names.begin());
}

std::vector<std::string> Mapping::names(std::size_t column) const { return names_->columns[column]; }
std::optional<Channel> Mapping::channel(std::string_view text) const { return look_up(names_->channel, text); }
std::optional<Status> Mapping::status(std::string_view text) const { return look_up(names_->status, text); }
std::optional<Unit> Mapping::unit(std::string_view text) const { return look_up(names_->unit, text); }
std::optional<ServiceLevel> Mapping::service_level(std::string_view text) const {
    return look_up(names_->service_level, text);
}

}  // namespace cchc

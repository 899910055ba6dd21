// Names of columns, codes and units: the built-in mapping and mapping files (cchc.mapping/1).
#include "cchc/dossier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/once.hpp"
#include "base/utf8.hpp"
#include "data/data.hpp"
#include "deadline/names.hpp"
#include "dossier/mapping_names.hpp"
#include "json/value.hpp"

namespace cchc {

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

template <class Map, class Parse>
void read_values(Object& o, std::string_view key, Map& out, Parse parse) {
    const auto node = o.find(key);
    if (!node) return;
    Object values(*node);
    for (const auto& [name, value] : values.rest()) out[text::fold(name)] = parse(value);
}

template <std::size_t n>
using Lists = std::array<std::vector<std::string>, n>;

// The lists of names of an object, one for each of `keys`.
template <std::size_t n>
Lists<n> read_lists(const Node& node, const std::array<std::string_view, n>& keys) {
    Object names(node);
    Lists<n> own;
    for (std::size_t c = 0; c < n; ++c)
        if (const auto list = names.find(keys[c]))
            for (const Node& item : list->items()) own[c].emplace_back(item.string());
    names.done();
    return own;
}

// A mapping's own names come before those that were there, and mean no other column any more.
template <std::size_t n>
void read_names(Object& o, std::string_view key, const std::array<std::string_view, n>& keys, Lists<n>& lists) {
    const auto node = o.find(key);
    if (!node) return;
    const Lists<n> own = read_lists(*node, keys);
    std::set<std::string> taken;
    for (const auto& list : own)
        for (const std::string& name : list) taken.insert(text::fold(name));
    for (std::size_t c = 0; c < n; ++c) {
        std::erase_if(lists[c], [&](const std::string& name) { return taken.contains(text::fold(name)); });
        lists[c].insert(lists[c].begin(), own[c].begin(), own[c].end());
    }
}

template <std::size_t n>
Lists<n> fold_all(const Lists<n>& lists) {
    Lists<n> folded;
    for (std::size_t c = 0; c < n; ++c)
        for (const std::string& name : lists[c]) folded[c].push_back(text::fold(name));
    return folded;
}

// What child records are called.
void read_children(Object& o, Mapping::Names& names) {
    read_names(o, "arrays", array_names, names.arrays);
    read_names(o, "pause_columns", pause_column_names, names.pause_columns);
    read_names(o, "history_columns", history_column_names, names.history_columns);
    names.arrays = fold_all(names.arrays);
    names.pause_columns = fold_all(names.pause_columns);
    names.history_columns = fold_all(names.history_columns);
    read_values(o, "pause_kind", names.pause_kind, [](const Node& n) { return parse_name<ClockKind>(n, clock_kind_names); });
}

void read_codes(Object& o, Mapping::Names& names) {
    const auto channel = [](const Node& n) { return parse_name<Channel>(n, channel_names); };
    read_values(o, "channel", names.channel, channel);
    read_values(o, "channel_flags", names.channel_flags, channel);
    read_values(o, "status", names.status, [](const Node& n) { return parse_name<Status>(n, status_names); });
    read_values(o, "unit", names.unit, [](const Node& n) { return json::choice(n, unit_names); });
    read_values(o, "service_level", names.service_level,
                [](const Node& n) { return parse_name<ServiceLevel>(n, service_level_names); });
    if (const auto hours = o.find("limit_hours_per_day"))
        names.hours_per_day = static_cast<std::int32_t>(hours->integer(1, 24));
}

// Sources are for people; they are read to refuse anything but texts.
void check_sources(Object& o) {
    if (const auto source = o.find("source")) static_cast<void>(source->string());
    const auto node = o.find("sources");
    if (!node) return;
    Object sources(*node);
    for (const auto& [name, text] : sources.rest()) static_cast<void>(text.string());
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

std::optional<std::size_t> Mapping::Names::rank_in(const std::vector<std::string>& names, std::string_view folded) noexcept {
    const auto it = std::find(names.begin(), names.end(), folded);
    if (it == names.end()) return std::nullopt;
    return static_cast<std::size_t>(it - names.begin());
}

const Mapping& Mapping::builtin() {
    return once([] { return from_json(data::builtin("mappings", "default", "mapping"), "default"); });
}

Mapping Mapping::builtin(std::string_view id) {
    const std::string_view text = data::builtin("mappings", id, "mapping");
    return id == "default" ? builtin() : from_json(text, id);
}

std::vector<std::string> Mapping::builtin_ids() { return data::builtin_ids("mappings"); }

Mapping Mapping::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    if (document.kind == json::Value::Kind::string) return builtin(document.text);
    Object o(Node(document, source));
    o.expect_format("cchc.mapping/1");
    o.find("title");
    (void)o.at("id").string();
    check_sources(o);
    // Only the built-in mapping starts from nothing; every other one adds to it, whatever its id.
    const bool is_builtin = text.data() == data::builtin("mappings", "default", "mapping").data();
    auto names = std::make_shared<Names>(is_builtin ? Names{} : *builtin().names_);
    read_names(o, "columns", column_names, names->columns);
    names->folded = fold_all(names->columns);
    read_children(o, *names);
    read_codes(o, *names);
    o.done();
    return Mapping(std::move(names));
}

const std::vector<std::string>& Mapping::canonical_columns() {
    return once([] { return std::vector<std::string>(column_names.begin(), column_names.end()); });
}

std::optional<std::size_t> Mapping::rank(std::size_t column, std::string_view caption) const {
    return Names::rank_in(names_->folded[column], text::fold(caption));
}

std::vector<std::string> Mapping::names(std::size_t column) const { return names_->columns[column]; }
std::optional<Channel> Mapping::channel(std::string_view text) const { return look_up(names_->channel, text); }
std::optional<Status> Mapping::status(std::string_view text) const { return look_up(names_->status, text); }
std::optional<Unit> Mapping::unit(std::string_view text) const { return look_up(names_->unit, text); }
std::optional<ServiceLevel> Mapping::service_level(std::string_view text) const {
    return look_up(names_->service_level, text);
}

}  // namespace cchc

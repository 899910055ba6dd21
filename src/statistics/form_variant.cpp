// Kinds of published forms, and the words of their rows: built-in ones and files.
#include <fmt/format.h>

#include <algorithm>

#include "base/once.hpp"
#include "data/data.hpp"
#include "json/value.hpp"
#include "statistics/form_words.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

using Groups = std::vector<std::pair<std::string, std::vector<std::string>>>;  // id and folded captions

std::vector<std::string> folded_list(const Node& node) {
    std::vector<std::string> out;
    for (const Node& item : node.items()) {
        out.push_back(forms::caption_key(item.string()));
        if (out.back().empty()) item.fail("a caption needs letters");
    }
    return out;
}

void read_groups(Object& o, Groups& groups) {
    const auto node = o.find("groups");
    if (!node) return;
    Object all(*node);
    for (const auto& [id, names] : all.rest()) groups.emplace_back(id, folded_list(names));
}

// A caption counts with the caption of its group before it; those of "alone" need none.
void add_keys(FormColumn& column, Object& o, const Groups& groups) {
    const auto names = o.find("names");
    const auto group = o.find("group");
    if (names.has_value() != group.has_value()) o.node().fail("\"group\" and \"names\" go together");
    if (names) {
        const auto known =
            std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == group->string(); });
        if (known == groups.end()) group->fail("no such group");
        for (const std::string& name : folded_list(*names))
            for (const std::string& before : known->second) column.keys.push_back(before + name);
    }
    if (const auto alone = o.find("alone"))
        for (std::string& key : folded_list(*alone)) column.keys.push_back(std::move(key));
}

void check_key_is_new(const FormVariant& variant, const FormColumn& column, const Node& node) {
    for (const FormColumn& other : variant.columns)
        for (const std::string& key : column.keys)
            if (&other != &column && std::find(other.keys.begin(), other.keys.end(), key) != other.keys.end())
                node.fail(fmt::format("the caption \"{}\" means {} already", key, other.id));
}

void read_column(FormVariant& variant, const Node& node, const Groups& groups) {
    Object o(node);
    const std::string id(o.at("id").string());
    const auto known =
        std::find_if(variant.columns.begin(), variant.columns.end(), [&](const FormColumn& c) { return c.id == id; });
    FormColumn& column = known == variant.columns.end() ? variant.columns.emplace_back() : *known;
    column.id = id;
    if (const auto number = o.find("number")) column.number = static_cast<int>(number->integer(1, 99));
    if (const auto title = o.find("title")) column.title = title->local();
    if (const auto optional = o.find("optional")) column.optional = optional->boolean();
    add_keys(column, o, groups);
    o.done();
    check_key_is_new(variant, column, node);
}

std::vector<std::size_t> read_sum(const FormVariant& variant, const Node& node) {
    std::vector<std::size_t> out;
    for (const Node& item : node.items()) {
        const auto it = std::find_if(variant.columns.begin(), variant.columns.end(),
                                     [&](const FormColumn& c) { return c.id == item.string(); });
        if (it == variant.columns.end()) item.fail("no such column");
        out.push_back(static_cast<std::size_t>(it - variant.columns.begin()));
    }
    if (out.empty()) node.fail("a sum needs a column");
    return out;
}

std::vector<std::size_t> read_optional_sum(const FormVariant& variant, Object& o, std::string_view key) {
    const auto node = o.find(key);
    return node ? read_sum(variant, *node) : std::vector<std::size_t>{};
}

// An identity of the name of one that was there takes its place.
void read_identity(FormVariant& variant, const Node& node) {
    Object o(node);
    FormIdentity identity;
    identity.id = o.at("id").string();
    identity.left = read_sum(variant, o.at("left"));
    identity.right = read_sum(variant, o.at("right"));
    identity.if_present = read_optional_sum(variant, o, "if_present");
    identity.maybe = read_optional_sum(variant, o, "maybe");
    if (const auto relation = o.find("relation")) {
        constexpr std::pair<std::string_view, bool> relations[] = {{"equal", false}, {"at_most", true}};
        identity.at_most = json::choice(*relation, relations);
    }
    o.done();
    if (identity.id.empty() || identity.id == "F" || identity.id == "G")
        o.node().fail("F and G are the identities of every form; give another id");
    identity.text = fmt::format("{} {} {}", forms::sum_text(variant, identity.left), identity.at_most ? "≤" : "=",
                                forms::sum_text(variant, identity.right));
    for (const std::size_t column : identity.if_present) identity.text += " + " + forms::sum_text(variant, {column});
    for (const std::size_t column : identity.maybe) identity.text += " (+ " + forms::sum_text(variant, {column}) + ")";
    const auto known = std::find_if(variant.identities.begin(), variant.identities.end(),
                                    [&](const FormIdentity& i) { return i.id == identity.id; });
    if (known == variant.identities.end()) {
        variant.identities.push_back(std::move(identity));
    } else {
        *known = std::move(identity);
    }
}

void read_chain(FormVariant& variant, const Node& node) {
    Object o(node);
    FormChain chain;
    chain.id = o.at("id").string();
    chain.opening = read_sum(variant, o.at("opening"));
    chain.closing = read_sum(variant, o.at("closing"));
    o.done();
    chain.text = fmt::format("{} = {} of the previous period", forms::sum_text(variant, chain.opening),
                             forms::sum_text(variant, chain.closing));
    variant.chain = std::move(chain);
}

// What a variant that is extended hands on beside itself: the captions of its groups.
struct Draft {
    FormVariant variant;
    Groups groups;
};

Draft read_variant(std::string_view text, std::string_view source, bool may_extend) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.form-variant/1");
    Draft draft;
    if (const auto base = o.find("extends")) {
        const std::vector<std::string>& ids = FormVariant::builtin_ids();
        if (std::find(ids.begin(), ids.end(), base->string()) == ids.end())
            base->fail(fmt::format("no built-in variant of that name; there are: {}", fmt::join(ids, ", ")));
        if (!may_extend) base->fail("the variant that is extended must not extend another one");
        draft = read_variant(data::builtin("forms", base->string(), "form variant"), base->string(), false);
    }
    FormVariant& variant = draft.variant;
    variant.id = o.at("id").string();
    variant.title = o.at("title").local();
    variant.source = o.at("source").string();
    read_groups(o, draft.groups);
    for (const Node& column : o.at("columns").items()) read_column(variant, column, draft.groups);
    if (const auto identities = o.find("identities"))
        for (const Node& identity : identities->items()) read_identity(variant, identity);
    if (const auto chain = o.find("chain")) read_chain(variant, *chain);
    o.done();
    return draft;
}

}  // namespace

std::string forms::sum_text(const FormVariant& variant, const std::vector<std::size_t>& columns) {
    const bool numbered =
        std::all_of(variant.columns.begin(), variant.columns.end(), [](const FormColumn& c) { return c.number != 0; });
    std::string out;
    for (const std::size_t c : columns) {
        const FormColumn& column = variant.columns[c];
        out += out.empty() ? "" : " + ";
        out += numbered ? std::to_string(column.number) : column.id;
    }
    return out;
}

FormVariant FormVariant::from_json(std::string_view text, std::string_view source) {
    return read_variant(text, source, true).variant;
}

FormVariant FormVariant::builtin(std::string_view id) { return from_json(data::builtin("forms", id, "form variant"), id); }

const std::vector<std::string>& FormVariant::builtin_ids() {
    return once([] { return data::builtin_ids("forms"); });
}

const forms::Words& forms::Words::builtin() {
    return once([] {
        const std::string_view text = data::builtin("form_words", "default", "words");
        const json::Value document = json::parse(text, "form words");
        Object o(Node(document, "form words"));
        o.expect_format("cchc.form-words/1");
        o.at("id");
        o.find("title");
        Words out;
        out.serial = folded_list(o.at("serial"));
        out.name = folded_list(o.at("name"));
        out.total = folded_list(o.at("total"));
        out.level = folded_list(o.at("level"));
        o.done();
        return out;
    });
}

}  // namespace cchc

// Outcome policies: the presets, and the file format cchc.policy/1.
#include <fmt/format.h>

#include "base/once.hpp"
#include "cchc/outcome.hpp"
#include "data/data.hpp"
#include "dossier/policy_fields.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;
using policy_fields::each_field;
}  // namespace

OutcomePolicy OutcomePolicy::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.policy/1");
    OutcomePolicy policy;
    if (const auto base = o.find("extends")) {
        try {
            policy = builtin(base->string());
        } catch (const Error& e) {
            if (e.code() != ErrorCode::unknown_name) throw;
            base->fail(e.message());
        }
    }
    policy.id = o.at("id").string();
    if (const auto title = o.find("title")) policy.title = title->local();
    if (const auto legal = o.find("source")) policy.source = legal->string();
    each_field(policy, [&](std::string_view name, auto& field, const auto& names) {
        if (const auto node = o.find(name)) field = json::choice(*node, names);
    });
    if (const auto sources = o.find("sources")) {
        Object by_field(*sources);
        each_field(policy, [&](std::string_view name, auto&, const auto&) {
            if (const auto node = by_field.find(name)) (void)node->string();
        });
        by_field.done();
    }
    o.done();
    return policy;
}

OutcomePolicy OutcomePolicy::builtin(std::string_view id) {
    const std::string_view text = data::builtin("policies", id, "outcome policy");
    // Asked for by every query that names no other.
    if (id == "form-ii06a") return once([text] { return from_json(text, "form-ii06a"); });
    return from_json(text, id);
}

std::vector<std::string> OutcomePolicy::builtin_ids() { return data::builtin_ids("policies"); }

std::string OutcomePolicy::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.policy/1").member("id", id);
    w.key("title").object().member("vi", title.vi).member("en", title.en).end();
    w.member("source", source);
    each_field(*this, [&](std::string_view name, const auto& field, const auto& names) {
        w.member(name, json::name_of(field, names));
    });
    return w.end().take();
}

}  // namespace cchc

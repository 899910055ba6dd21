// What ships with the library: names and texts.
#include "cchc/builtin.hpp"

#include "cchc/expression.hpp"
#include "handles.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

static_assert(static_cast<int>(cchc::Builtin::calendar) == CCHC_BUILTIN_CALENDAR);
static_assert(static_cast<int>(cchc::Builtin::rule) == CCHC_BUILTIN_RULE);
static_assert(static_cast<int>(cchc::Builtin::policy) == CCHC_BUILTIN_POLICY);
static_assert(static_cast<int>(cchc::Builtin::criteria) == CCHC_BUILTIN_CRITERIA);
static_assert(static_cast<int>(cchc::Builtin::mapping) == CCHC_BUILTIN_MAPPING);
static_assert(static_cast<int>(cchc::Builtin::form_variant) == CCHC_BUILTIN_FORM_VARIANT);
static_assert(static_cast<int>(cchc::Builtin::plan) == CCHC_BUILTIN_PLAN);
static_assert(static_cast<int>(cchc::Builtin::outline) == CCHC_BUILTIN_OUTLINE);
static_assert(static_cast<int>(cchc::Builtin::schema) == CCHC_BUILTIN_SCHEMA);

cchc::Builtin kind_of(std::int32_t kind) {
    if (kind < CCHC_BUILTIN_CALENDAR || kind > CCHC_BUILTIN_SCHEMA)
        refuse(CCHC_E_ARG_ENUM, "kind", "is none of CCHC_BUILTIN_...");
    return static_cast<cchc::Builtin>(kind);
}

// Names are those of files: letters, digits, '-' and '.'.
std::string array_of(const std::vector<std::string>& names) {
    std::string out = "[";
    for (const std::string& name : names) out.append(out.size() > 1 ? ", \"" : "\"").append(name).append("\"");
    return out + "]";
}

}  // namespace

cchc_status cchc_builtin_ids(int32_t kind, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_bytes>(array_of(cchc::builtin_ids(kind_of(kind)))); });
}

cchc_status cchc_builtin_json(int32_t kind, const char* id, size_t id_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        const cchc::Builtin of = kind_of(kind);
        return handle<cchc_bytes>(std::string(cchc::builtin_json(of, text(id, id_size, "id"))));
    });
}

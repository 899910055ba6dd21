#include "cchc/builtin.hpp"

#include <algorithm>

#include "data/data.hpp"

namespace cchc {
namespace {

struct Folder {
    std::string_view name;
    std::string_view what;
};

Folder folder_of(Builtin kind) noexcept {
    switch (kind) {
        case Builtin::calendar: return {"calendars", "calendar"};
        case Builtin::rule: return {"rules", "counting rule"};
        case Builtin::policy: return {"policies", "outcome policy"};
        case Builtin::criteria: return {"criteria", "criteria set"};
        case Builtin::mapping: return {"mappings", "mapping"};
        case Builtin::form_variant: return {"forms", "form variant"};
        case Builtin::plan: return {"plans", "plan"};
        case Builtin::outline: return {"outlines", "outline"};
        case Builtin::schema: return {"schemas", "schema"};
    }
    return {};
}

}  // namespace

std::vector<std::string> builtin_ids(Builtin kind) {
    auto ids = data::builtin_ids(folder_of(kind).name);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::string_view builtin_json(Builtin kind, std::string_view id) {
    const Folder folder = folder_of(kind);
    return data::builtin(folder.name, id, folder.what);
}

}  // namespace cchc

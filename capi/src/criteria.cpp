// Criteria sets: made, checked, described.
#include "cchc/criteria.hpp"

#include <string>

#include "cchc/score_matrix.hpp"
#include "handles.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

cchc::CriteriaLookup lookup(const char* const* frames, const std::size_t* sizes, std::size_t count) {
    if (count == 0) return {};
    std::vector<std::string> owned;
    for (const std::string_view frame : texts(frames, sizes, count, "frames")) owned.emplace_back(frame);
    return cchc::lookup_among(std::move(owned));
}

// The ids of built-in sets have nothing that JSON escapes.
std::string ids_json() {
    std::string out = "[";
    for (const std::string& id : cchc::CriteriaSet::builtin_ids()) {
        if (out.size() > 1) out += ", ";
        out.append(1, '"').append(id).append(1, '"');
    }
    return out + "]\n";
}

}  // namespace

cchc_status cchc_criteria_builtin(const char* id, size_t id_size, cchc_criteria** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_criteria>(cchc::CriteriaSet::builtin(text(id, id_size, "id"))); });
}

cchc_status cchc_criteria_from_json(const char* json, size_t json_size, const char* const* frames, const size_t* frame_sizes,
                                    size_t frame_count, cchc_criteria** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        const std::string_view set = text(json, json_size, "json");
        const auto frame = lookup(frames, frame_sizes, frame_count);
        return handle<cchc_criteria>(cchc::CriteriaSet::from_json(set, "criteria set", frame));
    });
}

void cchc_criteria_free(cchc_criteria* criteria) noexcept { delete criteria; }

cchc_status cchc_criteria_builtin_ids(cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_bytes>(ids_json()); });
}

cchc_status cchc_criteria_builtin_json(const char* id, size_t id_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error,
                [&] { return handle<cchc_bytes>(std::string(cchc::CriteriaSet::builtin_json(text(id, id_size, "id")))); });
}

cchc_status cchc_criteria_check(const char* json, size_t json_size, const char* const* frames, const size_t* frame_sizes,
                                size_t frame_count, const char* dictionary_json, size_t dictionary_size, cchc_bytes** report,
                                cchc_error* error) noexcept {
    return make(report, error, [&] {
        const std::string_view set = text(json, json_size, "json");
        const auto frame = lookup(frames, frame_sizes, frame_count);
        const std::string_view names = text(dictionary_json, dictionary_size, "dictionary_json");
        std::vector<cchc::FactDefinition> dictionary;
        if (dictionary_json != nullptr) dictionary = cchc::fact_definitions_from_json(names);
        return handle<cchc_bytes>(cchc::CriteriaSet::check(set, "criteria set", frame, dictionary).to_json());
    });
}

cchc_status cchc_criteria_description_json(const cchc_criteria* criteria, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(criteria, "criteria");
        return handle<cchc_bytes>(criteria->value.description_json());
    });
}

cchc_status cchc_criteria_leaf_count(const cchc_criteria* criteria, size_t* count, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(criteria, "criteria");
        require(count, "count");
        *count = cchc::matrix_leaves(criteria->value).size();
    });
}

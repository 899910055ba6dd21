// Rounds of inspection: plans and outlines; self-reports; what units hand in and people see; the documents that follow.
#include "../../capi/inspection_support.hpp"
#include "../fuzz.hpp"

namespace {

using namespace cchc_fuzz;
using capi_test::InspectionPtr;
using capi_test::RoundPtr;

InspectionPtr created(std::string_view plan, std::string_view outline, const cchc_criteria* criteria) {
    static const auto calendar = capi_test::vn();
    return made<InspectionPtr>([&](auto out, auto e) {
        return cchc_inspection_create(plan.data(), plan.size(), outline.data(), outline.size(), criteria, calendar.get(),
                                      out, e);
    });
}

// The names in what cchc_round_document_names() gives.
std::vector<std::string> names_in(const std::string& json) {
    constexpr std::string_view key = "\"name\": \"";
    std::vector<std::string> names;
    for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at)) {
        at += key.size();
        names.push_back(json.substr(at, json.find('"', at) - at));
    }
    return names;
}

void write_all(const cchc_inspection* inspection, std::int32_t as_of_day) {
    const auto round = made<RoundPtr>([&](auto out, auto e) { return cchc_round_create(inspection, as_of_day, out, e); });
    if (round == nullptr) return;
    require(bytes([&](auto out, auto e) { return cchc_round_result_json(round.get(), out, e); }).has_value(), "no result");
    const std::int32_t lang = as_of_day % 2 == 0 ? CCHC_LANG_VI : CCHC_LANG_EN;
    require(bytes([&](auto out, auto e) { return cchc_round_overview(round.get(), lang, out, e); }).has_value(),
            "no overview");
    const auto names = bytes([&](auto out, auto e) { return cchc_round_document_names(round.get(), lang, out, e); });
    require(names.has_value(), "no names of documents");
    // One of them, chosen by what there is: all of them take long.
    const std::vector<std::string> all = names_in(*names);
    if (all.empty()) return;
    const std::string& name = all[names->size() % all.size()];
    if (name.find('\\') != std::string::npos) return;  // written in JSON otherwise than it is
    const auto format = static_cast<std::int32_t>(names->size() % 3);
    require(bytes([&](auto out, auto e) {
                return cchc_round_document(round.get(), name.data(), name.size(), lang, format, out, e);
            }).has_value(),
            "a document that is listed cannot be written");
}

}  // namespace

CCHC_FUZZ_TARGET(plan) {
    const auto parts = documents(input, 2);
    const std::string_view outline = parts[1].empty() ? capi_test::small_outline : parts[1];
    const auto inspection = created(parts[0], outline, nullptr);
    if (inspection == nullptr) return;
    for (const char* part : {capi_test::report_a, capi_test::report_b})
        capi_test::add_part(inspection.get(), CCHC_PART_SELF_REPORT, part, "part");
    capi_test::add_part(inspection.get(), CCHC_PART_VISIT, capi_test::visit_a, "visit");
    write_all(inspection.get(), CCHC_NO_DAY);
}

// A self-report, an outline and a kind of unit.
CCHC_FUZZ_TARGET(self_report) {
    const auto parts = documents(input, 3);
    const std::string_view outline = parts[1].empty() ? capi_test::small_outline : parts[1];
    bytes([&](auto out, auto e) {
        return cchc_self_report_check(parts[0].data(), parts[0].size(), outline.data(), outline.size(), parts[2].data(),
                                      parts[2].size(), out, e);
    });
}

// Documents that begin with the digit of their CCHC_PART_...
CCHC_FUZZ_TARGET(inspection) {
    static const auto set = capi_test::criteria(capi_test::two_kinds);
    static const auto statistics = capi_test::round_statistics();
    const bool scored = input.size() % 2 == 0;
    const auto inspection = created(capi_test::small_plan, capi_test::small_outline, scored ? set.get() : nullptr);
    require(inspection != nullptr, "the small round");
    for (const std::string_view part : all_documents(input, 6)) {
        if (part.empty()) continue;
        std::uint8_t taken = 7;
        const bool well = done([&](cchc_error* e) {
            return cchc_inspection_add(inspection.get(), part[0] - '0', part.data() + 1, part.size() - 1, "part", 4, &taken,
                                       e);
        });
        require(well == (part[0] >= '0' && part[0] <= '4') && (!well || taken <= 1),
                "a part is a problem of the round, no more");
    }
    if (scored)
        require(done([&](cchc_error* e) { return cchc_inspection_set_statistics(inspection.get(), statistics.get(), e); }),
                "statistics of the plan's policy");
    write_all(inspection.get(), input.size() % 3 == 0 ? CCHC_NO_DAY : 18537);
}

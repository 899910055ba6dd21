// A small round of inspection for the tests of the C ABI: three units, four figures, two checks.
#pragma once

#include "score_support.hpp"

namespace capi_test {

using InspectionPtr = Owned<cchc_inspection, cchc_inspection_free>;
using RoundPtr = Owned<cchc_round, cchc_round_free>;

inline constexpr const char* small_outline =
    R"j({"format": "cchc.outline/1", "id": "small", "version": "1", "title": "Đề cương",
 "sections": [{"id": "I", "title": "Chung", "figures": [
  {"id": "plan", "type": "yes_no", "title": {"vi": "Kế hoạch", "en": "Plan"}, "fact": "open"},
  {"id": "tasks", "type": "pair", "title": "Nhiệm vụ", "part": "xong", "whole": "tất cả", "fact": "outline.done"},
  {"id": "rate", "type": "rate", "title": "Tỷ lệ", "fact": "rate", "required": false},
  {"id": "dossiers", "type": "dossiers", "title": "Hồ sơ", "of": ["xa"], "required": false}]}]})j";

inline constexpr const char* small_plan = R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020,
 "document": {"number": "1/KH", "date": "2020-06-17"}, "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "checklist": [{"id": "one-stop", "title": "Một cửa"}, {"id": "archive", "title": "Lưu trữ"}],
 "subjects": [{"unit": "A", "kind": "xa"}, {"unit": "B", "kind": "xa"}, {"unit": "C", "kind": "phuong", "visited": false}],
 "reports": [{"id": "q1", "title": "Quý I", "period": {"from": "2019-12-15", "to": "2020-03-15"}, "due": "2020-03-20"}],
 "tasks": [{"id": "t", "text": "Lập đề cương", "owners": ["Phòng Nội vụ"], "due": "2020-07-01", "done": "2020-07-03"}],
 "letterhead": {"issuer": "ĐOÀN KIỂM TRA", "place": "Hướng Hóa", "post": "TRƯỞNG ĐOÀN"}, "self_report_due": "2020-08-31"})j";

// In time; three working days late and with a mistake.
inline constexpr const char* report_a = R"j({"format": "cchc.self-report/1", "unit": "A", "sent": "2020-08-31",
 "period": {"from": "2020-01-01", "to": "2020-10-01"}, "reports_sent": {"q1": "2020-03-20"},
 "figures": {"plan": {"value": true}, "tasks": {"part": 1, "whole": 2}, "rate": {"value": 80}}})j";
inline constexpr const char* report_b = R"j({"format": "cchc.self-report/1", "unit": "B", "sent": "2020-09-04",
 "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "figures": {"plan": {"value": "yes"}, "tasks": {"part": 9, "whole": 10}}})j";

inline constexpr const char* visit_a = R"j({"format": "cchc.visit/1", "unit": "A", "date": "2020-09-15",
 "items": [{"item": "one-stop", "result": "not_met"}, {"item": "archive", "result": "met"}]})j";

inline constexpr const char* findings_a = R"j({"format": "cchc.findings/1",
 "findings": [{"id": "2019-1", "unit": "A", "kind": "shortcoming", "text": "Chậm", "origin": "inspection-2019", "raised": "2019-09-02"}],
 "conclusions": [{"unit": "A", "document": {"number": "3/KL", "date": "2019-10-01"}, "fixes": [{"finding": "2019-1", "due": "2019-12-31"}]}],
 "remedies": [{"finding": "2019-1", "measure": "Sửa", "done": "2020-01-03"}]})j";

inline constexpr const char* facts_a =
    R"j({"format": "cchc.facts/1", "unit": "A", "kind": "xa", "facts": {"level": "high"}})j";

// Refused as a whole by a round without criteria; with the set `two_kinds` one entry counts.
inline constexpr const char* scores_a =
    R"j({"format": "cchc.appraisal/1", "unit": "A", "set": "t.two", "version": "1", "entries": [
 {"criterion": "1.1", "round": "appraisal", "points": 12, "reason": "checked on the spot"}]})j";

// Of the period and under the policy of the round.
inline StatisticsPtr round_statistics() {
    return statistics(
        R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-10-01","by":[["agency"],["agency","field"],["month"]],
                          "policy":"outline-274"})");
}

inline InspectionPtr inspection(const cchc_criteria* criteria = nullptr, const char* plan = small_plan) {
    const CalendarPtr calendar = vn();
    cchc_inspection* round = nullptr;
    cchc_inspection_create(plan, nul, small_outline, nul, criteria, calendar.get(), &round, nullptr);
    return InspectionPtr(round);
}

// 1: it counts, 0: it is a problem of the round, -1: the call failed.
inline int add_part(cchc_inspection* round, std::int32_t part, const char* json, const char* source) {
    std::uint8_t taken = 2;
    return cchc_inspection_add(round, part, json, nul, source, nul, &taken, nullptr) == CCHC_OK ? taken : -1;
}

inline InspectionPtr filled_inspection(const cchc_criteria* criteria = nullptr) {
    InspectionPtr round = inspection(criteria);
    add_part(round.get(), CCHC_PART_SELF_REPORT, report_a, "a.json");
    add_part(round.get(), CCHC_PART_SELF_REPORT, report_b, "b.json");
    add_part(round.get(), CCHC_PART_VISIT, visit_a, "v.json");
    add_part(round.get(), CCHC_PART_FINDINGS, findings_a, "f.json");
    add_part(round.get(), CCHC_PART_FACTS, facts_a, "facts.json");
    if (criteria != nullptr) add_part(round.get(), CCHC_PART_SCORES, scores_a, "s.json");
    return round;
}

inline RoundPtr computed(const cchc_inspection* inspection, std::int32_t as_of_day = CCHC_NO_DAY) {
    cchc_round* round = nullptr;
    cchc_round_create(inspection, as_of_day, &round, nullptr);
    return RoundPtr(round);
}

inline std::string result_json(const cchc_round* round) {
    cchc_bytes* bytes = nullptr;
    cchc_round_result_json(round, &bytes, nullptr);
    return take(bytes);
}

inline std::string result_json(const cchc_inspection* inspection, std::int32_t as_of_day = CCHC_NO_DAY) {
    return result_json(computed(inspection, as_of_day).get());
}

inline std::string overview(const cchc_round* round, std::int32_t lang) {
    cchc_bytes* bytes = nullptr;
    cchc_round_overview(round, lang, &bytes, nullptr);
    return take(bytes);
}

inline std::string document_names(const cchc_round* round, std::int32_t lang) {
    cchc_bytes* bytes = nullptr;
    cchc_round_document_names(round, lang, &bytes, nullptr);
    return take(bytes);
}

inline std::string document(const cchc_round* round, const std::string& name, std::int32_t lang, std::int32_t format) {
    cchc_bytes* bytes = nullptr;
    cchc_round_document(round, name.data(), name.size(), lang, format, &bytes, nullptr);
    return take(bytes);
}

}  // namespace capi_test

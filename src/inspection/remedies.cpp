// What became of findings: "raised / handled" over years, by unit and origin.
#include <map>
#include <utility>

#include "cchc/findings.hpp"
#include "inspection/findings_rules.hpp"
#include "json/value.hpp"

namespace cchc {
namespace inspection {

namespace {

constexpr std::pair<std::string_view, RemedyState> remedy_state_names[] = {{"not_required", RemedyState::not_required},
                                                                           {"open", RemedyState::open},
                                                                           {"fixed_in_time", RemedyState::fixed_in_time},
                                                                           {"fixed_late", RemedyState::fixed_late},
                                                                           {"overdue", RemedyState::overdue}};

// The state by the due day, if there is one; in the words of lateness().
void judge_remedy(RemedyRow& row, Date as_of, const Calendar& calendar) {
    const Lateness late = lateness(row.due, row.done, as_of, calendar);
    row.working_days_late = late.working_days;
    switch (late.state) {
        case DueState::late: row.state = RemedyState::fixed_late; return;
        case DueState::missing: row.state = RemedyState::overdue; return;
        case DueState::unknown:
        case DueState::no_due:
        case DueState::waiting:
        case DueState::in_time: row.state = row.done ? RemedyState::fixed_in_time : RemedyState::open; return;
    }
}

}  // namespace
}  // namespace inspection

std::string_view to_string(RemedyState state) noexcept { return json::name_of(state, inspection::remedy_state_names); }

std::string to_text(RemedyState state, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (state) {
        case RemedyState::not_required: return vi ? "không phải khắc phục" : "nothing to fix";
        case RemedyState::open: return vi ? "chưa khắc phục, chưa quá hạn" : "open";
        case RemedyState::fixed_in_time: return vi ? "đã khắc phục đúng hạn" : "fixed in time";
        case RemedyState::fixed_late: return vi ? "đã khắc phục, quá hạn" : "fixed late";
        case RemedyState::overdue: return vi ? "chưa khắc phục, quá hạn" : "overdue";
    }
    return "?";
}

void RemedyCount::add(RemedyState state) noexcept {
    switch (state) {
        case RemedyState::not_required: return;
        case RemedyState::open: ++open; break;
        case RemedyState::fixed_in_time: ++handled; break;
        case RemedyState::fixed_late:
            ++handled;
            ++late;
            break;
        case RemedyState::overdue: ++overdue; break;
    }
    ++raised;
}

std::vector<RemedyRow> remedy_rows(const Findings& findings, Date as_of, const Calendar& calendar) {
    const inspection::FindingLinks links = inspection::links_of(findings);
    std::vector<RemedyRow> out;
    out.reserve(findings.findings.size());
    for (std::size_t i = 0; i < findings.findings.size(); ++i) {
        const Finding& f = findings.findings[i];
        RemedyRow row;
        row.finding = i;
        if (inspection::needs_fix(f)) {
            if (const auto due = links.due.find(f.id); due != links.due.end()) row.due = due->second;
            const auto remedies = links.remedies.find(f.id);
            if (remedies != links.remedies.end() && remedies->second.front()->done < as_of)
                row.done = remedies->second.front()->done;
            inspection::judge_remedy(row, as_of, calendar);
        }
        out.push_back(row);
    }
    return out;
}

std::vector<RemedyCount> count_remedies(const Findings& findings, std::span<const RemedyRow> rows, Date from, Date to) {
    std::map<std::pair<std::string_view, std::string_view>, RemedyCount> pairs;
    std::map<std::string_view, RemedyCount> units, origins;
    RemedyCount total;
    for (const RemedyRow& row : rows) {
        const Finding& f = findings.findings.at(row.finding);
        if (row.state == RemedyState::not_required || f.raised < from || f.raised >= to) continue;
        // What has no name has no row of its own: "" is all.
        if (!f.unit.empty() && !f.origin.empty()) pairs[{f.unit, f.origin}].add(row.state);
        if (!f.unit.empty()) units[f.unit].add(row.state);
        if (!f.origin.empty()) origins[f.origin].add(row.state);
        total.add(row.state);
    }
    std::vector<RemedyCount> out;
    const auto push = [&out](std::string_view unit, std::string_view origin, RemedyCount counts) {
        counts.unit = unit;
        counts.origin = origin;
        out.push_back(std::move(counts));
    };
    for (const auto& [key, counts] : pairs) push(key.first, key.second, counts);
    for (const auto& [unit, counts] : units) push(unit, {}, counts);
    for (const auto& [origin, counts] : origins) push({}, origin, counts);
    push({}, {}, total);
    return out;
}

}  // namespace cchc

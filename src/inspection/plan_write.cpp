#include "cchc/plan.hpp"
#include "inspection/json_parts.hpp"
#include "inspection/plan_names.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace inspection {

using json::Writer;

namespace {

// "key": [ … ], left out when empty; `write_one` writes the members of each.
template <class T, class WriteOne>
void write_plan_objects(Writer& w, std::string_view key, const std::vector<T>& items, WriteOne write_one) {
    if (items.empty()) return;
    w.key(key).array();
    for (const T& item : items) {
        w.object();
        write_one(w, item);
        w.end();
    }
    w.end();
}

void write_plan_item(Writer& w, const ChecklistItem& item) {
    w.member("id", item.id);
    write(w, "title", item.title);
    write(w, "basis", item.basis);
    write(w, "evidence", item.evidence);
    write(w, "figures", item.figures);
    write_text(w, "criterion", item.criterion);
    write(w, "of", item.of);
    write(w, item.source);
}

void write_plan_form(Writer& w, const InspectionForm& f) {
    w.member("id", f.id);
    write(w, "title", f.title);
    write(w, "text", f.text);
    write(w, f.source);
}

void write_plan_window(Writer& w, const std::optional<PlannedWindow>& window) {
    if (!window) return;
    w.key("visits_planned").object().member("from", to_string(window->from)).member("to", to_string(window->to));
    write(w, "text", window->text);
    write(w, window->source);
    w.end();
}

void write_plan_subject(Writer& w, const PlanSubject& s) {
    w.member("unit", s.unit).member("kind", s.kind);
    if (s.level) w.member("level", to_string(*s.level));
    w.member("visited", s.visited);
    write(w, "visit", s.visit);
    if (s.notice) write(w, "notice", *s.notice);
}

void write_plan_member(Writer& w, const TeamMember& m) {
    w.member("body", m.body).member("role", to_string(m.role));
    write(w, "post", m.post);
    write(w, "contents", m.contents);
}

void write_plan_task(Writer& w, const PlanTask& t) {
    w.member("id", t.id);
    write(w, "text", t.text);
    write(w, "owners", t.owners);
    write(w, "due", t.due);
    write(w, "done", t.done);
    write(w, t.source);
}

void write_plan_report(Writer& w, const ReportDue& r) {
    w.member("id", r.id);
    write(w, "title", r.title);
    write_period(w, "period", r.from, r.to);
    w.member("due", to_string(r.due));
}

void write_plan_letterhead(Writer& w, const Letterhead& head) {
    w.key("letterhead").object();
    write_text(w, "parent", head.parent);
    write_text(w, "issuer", head.issuer);
    write_text(w, "place", head.place);
    write(w, "addressees", head.addressees);
    write_text(w, "authority", head.authority);
    write_text(w, "post", head.post);
    w.end();
}

void write_plan_names(Writer& w, const InspectionPlan& plan) {
    w.member("outline", plan.outline);
    write_text(w, "criteria", plan.criteria);
    write(w, "dossiers", plan.dossiers);
    w.member("policy", plan.policy).member("calendar", plan.calendar);
}

constexpr std::string_view team_role_texts[][2] = {
    {"Trưởng đoàn", "head"}, {"Phó Trưởng đoàn", "deputy head"}, {"Thư ký", "secretary"}, {"Thành viên", "member"}};

constexpr std::string_view admin_level_texts[][2] = {
    {"cấp tỉnh", "province level"}, {"cấp huyện", "district level"}, {"cấp xã", "commune level"}};

}  // namespace

}  // namespace inspection

std::string_view to_string(TeamRole role) noexcept { return json::name_of(role, inspection::team_role_names); }

std::string to_text(TeamRole role, Lang lang) {
    const auto i = static_cast<std::size_t>(role);
    if (i >= std::size(inspection::team_role_texts)) return {};
    return std::string(inspection::team_role_texts[i][lang == Lang::vi ? 0 : 1]);
}

std::string_view to_string(AdminLevel level) noexcept { return json::name_of(level, inspection::admin_level_names); }

std::string to_text(AdminLevel level, Lang lang) {
    const auto i = static_cast<std::size_t>(level);
    if (i >= std::size(inspection::admin_level_texts)) return {};
    return std::string(inspection::admin_level_texts[i][lang == Lang::vi ? 0 : 1]);
}

std::string InspectionPlan::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.plan/1").member("id", id).member("version", version);
    if (synthetic) w.member("synthetic", true);
    inspection::write(w, "document", document);
    w.member("year", year);
    inspection::write(w, "basis", basis);
    inspection::write(w, "purposes", purposes);
    inspection::write(w, "requirements", requirements);
    inspection::write_plan_objects(w, "checklist", checklist, inspection::write_plan_item);
    inspection::write_plan_objects(w, "forms", forms, inspection::write_plan_form);
    inspection::write_plan_window(w, visits_planned);
    if (subjects_planned > 0) w.member("subjects_planned", subjects_planned);
    inspection::write_plan_objects(w, "subjects", subjects, inspection::write_plan_subject);
    inspection::write_plan_objects(w, "team", team, inspection::write_plan_member);
    inspection::write_plan_objects(w, "tasks", tasks, inspection::write_plan_task);
    inspection::write_plan_objects(w, "reports", reports, inspection::write_plan_report);
    inspection::write(w, "self_report_due", self_report_due);
    inspection::write_period(w, "period", from, to);
    inspection::write_plan_letterhead(w, letterhead);
    inspection::write_plan_names(w, *this);
    inspection::write_conflicts(w, conflicts);
    inspection::write(w, "additions", additions);
    w.end();
    return w.take();
}

}  // namespace cchc

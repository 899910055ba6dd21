// The plan of an inspection (kế hoạch kiểm tra): who inspects whom, what, when, on what basis, and what is due. Source of
// the one built in: plan 274/KH-UBND (Hướng Hóa district, 2020).
// Thread safety: values; const calls may run beside each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/calendar.hpp"
#include "cchc/outline.hpp"
#include "cchc/time.hpp"

namespace cchc {

// A named check of the contents (part II of the plan).
struct ChecklistItem {
    std::string id;  // "one-stop"
    LocalText title;
    std::vector<LegalDocument> basis;
    LocalText evidence;                // what the unit shows
    std::vector<std::string> figures;  // ids of the outline that say the same in numbers
    std::string criterion;             // of the criteria set, where there is one; may be empty
    std::vector<std::string> of;       // kinds of units that it is for; empty: all
    SourceLine source;
};

// A form of inspection (hình thức kiểm tra): how it goes and whom it is for, in the words of the plan.
struct InspectionForm {
    std::string id;  // "direct", "self"
    LocalText title, text;
    SourceLine source;
};

// When the visits are planned (dự kiến), before the notice names each day.
struct PlannedWindow {
    Date from{}, to{};  // half open
    LocalText text;     // "Dự kiến quý III năm 2020"
    SourceLine source;
};

// The level of government of a unit (cấp hành chính).
enum class AdminLevel : std::uint8_t { province, district, commune };
std::string_view to_string(AdminLevel level) noexcept;
std::string to_text(AdminLevel level, Lang lang);  // "cấp huyện", "district level"

// A body that is inspected (đối tượng kiểm tra).
struct PlanSubject {
    std::string unit;                     // its name: the key of everything else
    std::string kind;                     // "phong", "xa", "thi-tran"
    std::optional<AdminLevel> level;      // where the plan says it
    bool visited = true;                  // the team comes; else only the self-inspection is due
    std::optional<Date> visit;            // the day by the notice
    std::optional<LegalDocument> notice;  // that named it
};

enum class TeamRole : std::uint8_t { head, deputy, secretary, member };
std::string_view to_string(TeamRole role) noexcept;
std::string to_text(TeamRole role, Lang lang);

struct TeamMember {
    std::string body;  // never a person's name: "Phòng Nội vụ"
    TeamRole role = TeamRole::member;
    LocalText post;                     // "Lãnh đạo", "Đại diện"
    std::vector<std::string> contents;  // ids of checklist items that it judges; empty: all
};

// A duty of the plan (tổ chức thực hiện).
struct PlanTask {
    std::string id;
    LocalText text;
    std::vector<std::string> owners;
    std::optional<Date> due, done;
    SourceLine source;
};

// A periodic report on reform that each unit owes (báo cáo quý, 6 tháng, năm).
struct ReportDue {
    std::string id;  // "q1", "half-year"
    LocalText title;
    Date from{}, to{};  // the period, half open
    Date due{};         // the last day on which it is in time
};

// What stands around a document that the inspection writes.
struct Letterhead {
    std::string parent, issuer;           // "ỦY BAN NHÂN DÂN HUYỆN HƯỚNG HÓA", "ĐOÀN KIỂM TRA CÔNG TÁC CCHC"
    std::string place;                    // "Hướng Hóa"
    std::vector<std::string> addressees;  // nơi nhận
    std::string authority, post;          // who signs: "TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"; no person's name
};

// A plan (format cchc.plan/1).
struct InspectionPlan {
    std::string id, version;
    LegalDocument document;  // number, date, issuer and title of the plan itself
    int year = 0;
    bool synthetic = false;  // sample data: every document says so
    std::vector<LegalDocument> basis;
    std::vector<LocalText> purposes, requirements;
    std::vector<ChecklistItem> checklist;
    std::vector<InspectionForm> forms;
    std::optional<PlannedWindow> visits_planned;
    std::vector<PlanSubject> subjects;
    std::size_t subjects_planned = 0;  // the number that the text gives; 0: none
    std::vector<TeamMember> team;
    std::vector<PlanTask> tasks;
    std::vector<ReportDue> reports;
    std::optional<Date> self_report_due;  // the last day on which a self-report is in time
    Date from{}, to{};                    // the period that is inspected, half open; `to` is also the as-of date of figures
    Letterhead letterhead;
    std::string outline = "huong-hoa-2020";  // a built-in outline, or a file beside the plan
    std::string criteria;                    // a built-in criteria set or a file; empty: no scores
    std::vector<std::string> dossiers;       // files of dossiers beside the plan
    std::string policy = "outline-274";      // outcome policy of the dossier figures
    std::string calendar = "vn";
    std::vector<SourceConflict> conflicts;
    std::vector<LocalText> additions;  // what this data says and the text does not: choices of whoever made it

    const PlanSubject* subject(std::string_view unit) const noexcept;
    const ChecklistItem* item(std::string_view id) const noexcept;

    // "huong-hoa-2020": plan 274/KH-UBND as it stands: it names no subjects and no day for the self-reports. Throws
    // unknown_name.
    static InspectionPlan builtin(std::string_view id);
    static std::vector<std::string> builtin_ids();
    // "extends" names a built-in plan whose parts hold where the text gives none (a list given replaces the whole list).
    // Throws json_syntax, json_schema with a pointer: unknown key, wrong type, two subjects of one unit, two items, forms,
    // tasks or reports of one id, a period or a window of visits that ends before it begins, a due day before the plan, a
    // report due before its period, a member who judges an item that the checklist lacks; unknown_name.
    static InspectionPlan from_json(std::string_view text, std::string_view source = "plan");
    std::string to_json() const;
};

// In time, late, or not there: of a self-report, a periodic report or a task.
// unknown: it came without a day or does not count, or nobody is there to say; then nobody is blamed.
enum class DueState : std::uint8_t { no_due, waiting, in_time, late, missing, unknown };
std::string_view to_string(DueState state) noexcept;
std::string to_text(DueState state, Lang lang);

struct Lateness {
    DueState state = DueState::no_due;
    std::int32_t working_days =
        0;  // late or missing: working days after the due day, up to and with the day it came, or up to as_of
};
// What was due on `due` and came on `done` (or has not), seen on `as_of` (exclusive: what is due on that day still waits). A
// due day on which nobody works moves to the next working day (Bộ luật Dân sự 2015, Điều 148.5). Throws outside_coverage.
Lateness lateness(std::optional<Date> due, std::optional<Date> done, Date as_of, const Calendar& calendar);

}  // namespace cchc

// Visits held to the plan: the day, who was there, what was judged. Each is a question; the visit counts.
#include <fmt/format.h>

#include <algorithm>

#include "base/vietnamese.hpp"
#include "inspection/assembly.hpp"

namespace cchc::inspection {
namespace {

class VisitCheck {
public:
    VisitCheck(const Inputs& in, const Visit& visit, InspectionResult& out)
        : plan_(in.round.plan()), calendar_(in.round.calendar()), visit_(visit), out_(out) {}

    void run() {
        const PlanSubject* subject = plan_.subject(visit_.unit);
        if (subject == nullptr) return;
        day(*subject);
        for (std::size_t i = 0; i < visit_.present.size(); ++i) member(visit_.present[i], fmt::format("/present/{}", i));
        for (const CheckedItem& item : visit_.items) check(item, subject->kind);
    }

private:
    void ask(std::string_view code, std::string_view figure, std::string_view pointer, LocalText message) {
        out_.problems.push_back(problem(code, false, visit_.unit, figure, visit_.source, pointer, std::move(message)));
    }

    void day(const PlanSubject& subject) {
        if (!subject.visited)
            ask("unplanned_visit", {}, "/unit",
                {"kế hoạch không kiểm tra trực tiếp đơn vị này", "the plan has no visit to this unit"});
        if (subject.visit && *subject.visit != visit_.date)
            ask("other_day", {}, "/date",
                {fmt::format("kiểm tra ngày {}, thông báo ghi ngày {}", to_text(visit_.date, Lang::vi),
                             to_text(*subject.visit, Lang::vi)),
                 fmt::format("visited on {}, the notice says {}", to_string(visit_.date), to_string(*subject.visit))});
        if (!calendar_.is_working(visit_.date))
            ask("day_off", {}, "/date",
                {fmt::format("ngày kiểm tra {} là ngày nghỉ", to_text(visit_.date, Lang::vi)),
                 fmt::format("the day of the visit, {}, is a day off", to_string(visit_.date))});
    }

    // A plan without a team says nothing about who comes.
    void member(const TeamMember& present, const std::string& pointer) {
        bool body = false, role = false;
        for (const TeamMember& member : plan_.team) {
            const bool same = text::same_name(member.body, present.body);
            body = body || same;
            role = role || (same && member.role == present.role);
        }
        if (plan_.team.empty() || role) return;
        if (!body)
            return ask("not_in_team", {}, pointer,
                       {fmt::format("\"{}\" không có trong thành phần đoàn kiểm tra của kế hoạch", present.body),
                        fmt::format("\"{}\" is not in the team of the plan", present.body)});
        ask("not_in_team", {}, pointer,
            {fmt::format("kế hoạch không giao \"{}\" làm {}", present.body, to_text(present.role, Lang::vi)),
             fmt::format("the plan does not make \"{}\" {}", present.body, to_text(present.role, Lang::en))});
    }

    void check(const CheckedItem& checked, const std::string& kind) {
        const bool judged = checked.result == CheckResult::met || checked.result == CheckResult::partly ||
                            checked.result == CheckResult::not_met;
        const ChecklistItem* item = plan_.item(checked.item);
        if (!judged || item == nullptr || item->of.empty()) return;
        if (std::find(item->of.begin(), item->of.end(), kind) != item->of.end()) return;
        ask("not_for_kind", checked.item, checked.pointer,
            {"nội dung không áp dụng cho loại đơn vị này nhưng đã được đánh giá; không được tính",
             "the check is not for this kind of unit and was judged; it does not count"});
    }

    const InspectionPlan& plan_;
    const Calendar& calendar_;
    const Visit& visit_;
    InspectionResult& out_;
};

}  // namespace

void check_visits(const Inputs& in, InspectionResult& out) {
    for (std::size_t i = 0; i < out.visits.size(); ++i) VisitCheck(in, out.visits[i], out).run();
}

}  // namespace cchc::inspection

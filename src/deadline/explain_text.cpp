// The words of an explanation.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cchc/deadline.hpp"
#include "deadline/names.hpp"

namespace cchc {
namespace {

using Role = Explanation::Role;

std::string weekday(Date date, Lang lang) {
    static constexpr std::array<std::string_view, 7> vi = {"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                                           "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    static constexpr std::array<std::string_view, 7> en = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                           "Friday", "Saturday", "Sunday"};
    const std::size_t i = std::chrono::weekday{date}.iso_encoding() - 1;
    return std::string(lang == Lang::vi ? vi[i] : en[i]);
}

std::string date_text(Date date, Lang lang) { return fmt::format("{} ({})", to_text(date, lang), weekday(date, lang)); }

std::string instant_text(Instant t, Lang lang) {
    const Date date = date_of(t);
    return fmt::format("{} ({})", to_text(Moment{date, second_of_day(t)}, lang), weekday(date, lang));
}

// The due moment; 00:00 of the next date is said as 24:00 of the due date.
std::string due_text(const Due& due, Lang lang) {
    const auto second = static_cast<std::int32_t>((due.at - at(due.date)).count());
    return fmt::format("{} ({})", to_text(Moment{due.date, second}, lang), weekday(due.date, lang));
}

std::string duration(std::int64_t seconds, Lang lang) {
    const std::int64_t h = seconds / 3600, m = seconds / 60 % 60, s = seconds % 60;
    const bool vi = lang == Lang::vi;
    std::string out;
    const auto part = [&](std::int64_t n, std::string_view vi_name, std::string_view en_name) {
        if (n != 0) out += fmt::format("{}{} {}", out.empty() ? "" : " ", n, vi ? vi_name : en_name);
    };
    part(h, "giờ", "h");
    part(m, "phút", "min");
    part(s, "giây", "s");
    return out;
}

// Why a day is off: its kind, its name, and where the calendar has that from.
std::string reason(const DayInfo& day, Lang lang) {
    std::string text = to_text(day.kind, lang);
    if (const std::string& name = day.name.in(lang); !name.empty()) text = name + ", " + text;
    if (!day.source.empty()) text += fmt::format(" ({}: {})", lang == Lang::vi ? "nguồn" : "source", day.source);
    return text;
}

std::string counted(const Explanation& e, const Explanation::Step& step, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string text = is_hours(e.rule.unit) ? fmt::format("{} {}", vi ? "tính" : "counts", duration(step.number, lang))
                                             : fmt::format("{} {}", vi ? "ngày thứ" : "day", step.number);
    if (step.day.kind == DayKind::worked) text += ": " + reason(step.day, lang);
    return text;
}

std::string step_text(const Explanation& e, const Explanation::Step& step, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (step.role) {
        case Role::receipt: return vi ? "ngày tiếp nhận, không tính" : "day of receipt, not counted";
        case Role::counted: return counted(e, step, lang);
        case Role::skipped: return (vi ? "không tính: " : "not counted: ") + reason(step.day, lang);
        case Role::rolled_off:
            return (vi ? "ngày cuối là ngày nghỉ: " : "the last day is a rest day: ") + reason(step.day, lang);
        case Role::rolled_to: return vi ? "chuyển sang ngày làm việc tiếp theo" : "moved to the next working day";
    }
    return {};
}

// "04/02/2027 và 05/02/2027; hoặc 10/02/2027"
std::string choices_text(const CalendarData::OpenDays& open, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string text;
    for (const auto& choice : open.choices) {
        std::string dates;
        for (const Date date : choice) dates += (dates.empty() ? "" : ", ") + to_text(date, lang);
        if (choice.empty()) dates = vi ? "không có" : "none";
        text += (text.empty() ? "" : vi ? "; hoặc " : "; or ") + dates;
    }
    return text;
}

// Nobody has decided these days yet.
void add_projection(std::string& out, const Explanation& e, Lang lang) {
    if (!e.projected_from) return;
    const bool vi = lang == Lang::vi;
    const std::string from = to_text(*e.projected_from, lang);
    out += vi ? fmt::format("Dự kiến: từ {} lịch chưa có quyết định; hạn này có thể thay đổi\n", from)
              : fmt::format("Projected: from {} on no day of the calendar is decided; this due date may change\n", from);
    for (const auto& open : e.open)
        out += fmt::format("  {} {}: {}\n", vi ? "chưa quyết định:" : "not decided:", open.name.in(lang),
                           choices_text(open, lang));
}

// A long run of plain counted days says nothing: its inside becomes one line.
constexpr std::size_t run_shown = 3;

bool is_plain(const Explanation::Step& step) { return step.role == Role::counted && step.day.kind != DayKind::worked; }

void add_steps(std::string& out, const Explanation& e, Lang lang) {
    const auto line = [&](const Explanation::Step& step) {
        out += fmt::format("  {}  {}\n", date_text(step.day.date, lang), step_text(e, step, lang));
    };
    for (std::size_t i = 0; i < e.steps.size();) {
        std::size_t end = i;
        while (end < e.steps.size() && is_plain(e.steps[end])) ++end;
        if (end - i <= 2 * run_shown) {
            for (const std::size_t stop = end == i ? i + 1 : end; i < stop; ++i) line(e.steps[i]);
            continue;
        }
        line(e.steps[i]);
        out += fmt::format("  … {} {} …\n", end - i - 2, lang == Lang::vi ? "ngày tiếp theo" : "more days");
        line(e.steps[end - 1]);
        i = end;
    }
    if (e.steps_cut) out += lang == Lang::vi ? "  … (danh sách ngày được rút gọn)\n" : "  … (the list of days is cut)\n";
}

}  // namespace

std::string to_text(const Explanation& e, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string out = fmt::format("{}: {}\n", vi ? "Hạn trả kết quả" : "Due", due_text(e.due, lang));
    out += fmt::format("{}: {}\n", vi ? "Tiếp nhận" : "Received",
                       e.date_only ? date_text(date_of(e.received), lang) : instant_text(e.received, lang));
    if (e.counted_from != e.received)
        out += fmt::format("{}: {}\n", vi ? "Tính như tiếp nhận lúc" : "Counts as received",
                           instant_text(e.counted_from, lang));
    std::string amount = e.limit.amount.to_string();
    if (vi) std::replace(amount.begin(), amount.end(), '.', ',');
    out += fmt::format("{}: {} {}\n", vi ? "Thời hạn" : "Limit", amount, to_text(e.limit.unit, lang));
    out += fmt::format("{}: {} ({})\n", vi ? "Quy tắc" : "Rule", e.rule.title.in(lang), e.rule.id);
    if (!e.rule.source.empty()) out += fmt::format("{}: {}\n", vi ? "Căn cứ" : "Source", e.rule.source);
    out += fmt::format("{}: {} {}\n", vi ? "Lịch" : "Calendar", e.calendar_id, e.calendar_version);
    add_projection(out, e, lang);
    add_steps(out, e, lang);
    return out;
}

}  // namespace cchc

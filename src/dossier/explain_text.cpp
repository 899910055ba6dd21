// The words of a dossier's explanation.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cchc/explain.hpp"

namespace cchc {
namespace {

class Narrator {
public:
    explicit Narrator(Lang lang) : lang_(lang) {}

    std::string text(const DossierExplanation& e) {
        head(e);
        history(e.dossier);
        if (e.counted) {
            line(pick("Thời hạn, chưa kể tạm dừng:", "The limit, before any pause:"));
            indented(to_text(*e.counted, lang_));
        }
        line(pick("Theo từng chính sách:", "Under each policy:"));
        for (const PolicyView& view : e.policies) policy(view);
        if (e.left) line(to_text(*e.left, lang_));
        return std::move(out_);
    }

private:
    std::string_view pick(std::string_view vi, std::string_view en) const { return lang_ == Lang::vi ? vi : en; }
    void line(std::string_view text) { out_ += fmt::format("{}\n", text); }
    void indented(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            line("  " + text.substr(at, end - at));
            at = end + 1;
        }
    }

    void head(const DossierExplanation& e) {
        line(fmt::format("{} {}", pick("Hồ sơ", "Dossier"), e.dossier.id));
        std::string about;
        for (const std::string* part : {&e.dossier.agency, &e.dossier.field, &e.dossier.procedure})
            if (!part->empty()) about += (about.empty() ? "" : "; ") + *part;
        if (!about.empty()) line(about);
        line(fmt::format("{}: {}; {}: {}", pick("Trạng thái ghi nhận", "Recorded state"), to_text(e.dossier.status, lang_),
                         pick("kênh", "channel"), to_text(e.dossier.channel, lang_)));
        line(fmt::format("{} {} ({} {} {})", pick("Xét tại đầu ngày", "As of the beginning of"), to_text(e.as_of, lang_),
                         pick("lịch", "calendar"), e.calendar_id, e.calendar_version));
    }

    // What happened, in order; a date without an hour stands before the hours of that date.
    void history(const Dossier& d) {
        std::vector<std::pair<Moment, std::string>> all;
        for (std::size_t e = 0; e < event_count; ++e)
            if (d.events[e]) all.emplace_back(*d.events[e], to_text(static_cast<Event>(e), lang_));
        for (const ClockEvent& e : d.clock) {
            std::string what = to_text(e.kind, lang_);
            if (e.due_after) what += fmt::format(", {} {}", pick("hạn mới", "new due date"), to_text(*e.due_after, lang_));
            all.emplace_back(e.from, what);
            if (e.to) all.emplace_back(*e.to, fmt::format("{}: {}", pick("kết thúc", "end of"), to_text(e.kind, lang_)));
        }
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return std::pair(a.first.date, a.first.second) < std::pair(b.first.date, b.first.second);
        });
        line(pick("Diễn biến:", "What happened:"));
        for (const auto& [moment, what] : all) line(fmt::format("  {}  {}", to_text(moment, lang_), what));
    }

    void policy(const PolicyView& v) {
        std::string text = fmt::format("  {}: {}", v.policy.id, to_text(v.outcome, lang_));
        if (v.problem != Problem::none) text += fmt::format(" ({})", to_text(v.problem, lang_));
        const auto computed =
            v.due_computed ? pick(" (tính từ thời hạn)", " (computed from the limit)") : std::string_view();
        text += v.due ? fmt::format("; {} {}{}", pick("hạn", "due"), to_text(*v.due, lang_), computed)
                      : fmt::format("; {}", pick("không có hạn", "no due date"));
        if (v.end) text += fmt::format("; {} {}", pick("kết thúc", "ended"), to_text(*v.end, lang_));
        if (v.waiting) text += fmt::format("; {}", pick("đang chờ người nộp", "waits for the applicant"));
        line(text);
        for (const ClockStep& s : v.clock) step(s);
    }

    void step(const ClockStep& s) {
        std::string when = to_text(s.event.from, lang_);
        if (s.event.kind != ClockKind::extension) {
            when += " → ";
            when += s.event.to && !s.open ? to_text(*s.event.to, lang_) : std::string(pick("chưa kết thúc", "not ended"));
        }
        const std::string due = s.due ? to_text(s.due->date, lang_) : std::string(pick("ngoài lịch", "beyond the calendar"));
        line(fmt::format("    {} ({}): {}; {} {}", to_text(s.event.kind, lang_), when, to_text(s.model, lang_),
                         pick("hạn", "due"), due));
    }

    Lang lang_;
    std::string out_;
};

}  // namespace

std::string to_text(const DossierExplanation& explanation, Lang lang) { return Narrator(lang).text(explanation); }

}  // namespace cchc

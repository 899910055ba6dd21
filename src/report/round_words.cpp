// What a round says in words: states of duties, origins of findings, problems of the data.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/round.hpp"

namespace cchc::report::docs {

std::string kind_title(FindingKind kind, Lang lang) {
    switch (kind) {
        case FindingKind::shortcoming: return pick(lang, "Tồn tại, hạn chế", "Shortcomings");
        case FindingKind::difficulty: return pick(lang, "Khó khăn, vướng mắc", "Difficulties");
        case FindingKind::good_model: return pick(lang, "Mô hình, cách làm hay", "Good models");
    }
    return {};
}

std::string state_words(DueState state, Duty duty, Lang lang) {
    struct Words {
        DueState state;
        std::string_view report_vi, task_vi, report_en, task_en;
    };
    // That nobody recorded a duty as done is all that is known of it.
    static constexpr std::array<Words, 3> own = {
        {{DueState::in_time, "Gửi đúng hạn", "Hoàn thành đúng hạn", "Sent in time", "Done in time"},
         {DueState::late, "Gửi muộn", "Hoàn thành muộn", "Sent late", "Done late"},
         {DueState::missing, "Quá hạn, chưa gửi", "Quá hạn, chưa ghi nhận hoàn thành", "Overdue, not sent",
          "Overdue, not recorded as done"}}};
    for (const Words& w : own)
        if (w.state == state)
            return duty == Duty::report ? pick(lang, w.report_vi, w.report_en) : pick(lang, w.task_vi, w.task_en);
    return capital(to_text(state, lang));
}

std::string lateness_words(const Lateness& l, Duty duty, Lang lang) {
    std::string out = state_words(l.state, duty, lang);
    if (is_behind(l) && l.working_days > 0)
        out += fmt::format(" ({})", counted(lang, static_cast<std::uint64_t>(l.working_days), "ngày làm việc", "working day",
                                            "working days"));
    return out;
}

std::string remedy_words(const RemedyCount& c, Lang lang) {
    const auto n = [lang](std::uint64_t count) { return count_words(count, lang); };
    return say(lang,
               "Qua các năm: {} được đặt ra; đã xử lý {} (trong đó muộn {}); chưa xử lý, chưa quá hạn {}; quá hạn chưa xử "
               "lý {}.",
               "Over the years: {} raised; {} handled (of which {} late), {} open, {} overdue.",
               counted(lang, c.raised, "vấn đề", "problem", "problems"), n(c.handled), n(c.late), n(c.open), n(c.overdue));
}

std::string origin_words(std::string_view origin, Lang lang) {
    constexpr std::string_view team = "inspection-";
    struct Known {
        std::string_view origin, vi, en;
    };
    static constexpr std::array<Known, 4> known = {{{"self-inspection", "Tự kiểm tra", "Self-inspection"},
                                                    {"audit", "Kiểm toán", "Audit"},
                                                    {"inspectorate", "Thanh tra", "Inspectorate"},
                                                    {"supervision", "Giám sát", "Supervision"}}};
    for (const Known& k : known)
        if (origin == k.origin) return pick(lang, k.vi, k.en);
    const std::string_view year = origin.starts_with(team) ? origin.substr(team.size()) : std::string_view{};
    if (year.size() == 4 && std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return say(lang, "Đoàn kiểm tra năm {}", "Inspection team, {}", year);
    return origin.empty() ? std::string() : fmt::format("“{}”", origin);
}

namespace {

// Problems whose messages end with words of the library.
bool is_technical(const InspectionProblem& p) {
    return p.code == "unreadable" || p.code == "incompatible_facts" || p.code == "score";
}

// Where the words of the library begin in the Vietnamese message: what is the same in both languages, after a colon.
std::size_t technical_part(const InspectionProblem& p) {
    if (!is_technical(p)) return p.message.vi.size();
    if (p.message.vi == p.message.en) return 0;
    const std::size_t colon = p.message.vi.find(": ");
    if (colon == std::string::npos) return p.message.vi.size();
    return p.message.en.ends_with(std::string_view(p.message.vi).substr(colon + 2)) ? colon : p.message.vi.size();
}

// What a problem is about, by its name: a figure, a check, or the id of a dossier or a finding.
std::string subject_words(const Round& round, const InspectionProblem& p) {
    if (const Figure* f = round.inspection.outline().find(p.figure); f != nullptr && !f->title.in(round.lang).empty())
        return f->title.in(round.lang);
    return round.item_title(p.figure);
}

}  // namespace

std::string technical_words(const InspectionProblem& p) {
    std::string_view out = std::string_view(p.message.vi).substr(technical_part(p));
    if (out.starts_with(": ")) out.remove_prefix(2);
    return std::string(out);
}

std::string problem_words(const Round& round, const InspectionProblem& p) {
    const Lang lang = round.lang;
    std::string what = p.message.in(lang);
    if (const std::string technical = technical_words(p); !technical.empty()) {
        what = lang == Lang::vi ? p.message.vi.substr(0, technical_part(p))
                                : p.message.en.substr(0, p.message.en.size() - technical.size());
        while (what.ends_with(' ') || what.ends_with(':')) what.pop_back();
        if (what.empty()) what = pick(lang, "dữ liệu chấm điểm không dùng được", "the data of the scores cannot be used");
        what += pick(lang, " (xem chi tiết kỹ thuật)", " (see the technical details)");
    }
    const std::string about = subject_words(round, p);
    // Some messages name their subject themselves.
    return about.empty() || what.find(about) != std::string::npos ? capital(std::move(what))
                                                                  : fmt::format("{}: {}", about, what);
}

}  // namespace cchc::report::docs

// The first lines that a person needs, for the terminal.
#include <fmt/format.h>

#include <algorithm>

#include "report/round.hpp"
#include "report/score_parts.hpp"

namespace cchc::report::docs {
namespace {

// Texts of files go to a terminal here: control characters, which could move its cursor, become blanks.
std::string safe(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return text;
}

class Overview {
public:
    explicit Overview(const Round& round) : round_(round), lang_(round.lang) {}

    std::string write() {
        head();
        behind();
        failing();
        ranked();
        lowest();
        return std::move(out_);
    }

private:
    void line(const std::string& text) { out_.append(safe(text)).append("\n"); }
    void item(const std::string& text) { out_.append("  ").append(safe(text)).append("\n"); }
    void section(std::string_view vi, std::string_view en) { out_.append("\n").append(pick(lang_, vi, en)).append("\n"); }
    // After a colon.
    std::string in_line(const Lateness& l) const { return inside_sentence(lateness_words(l, Duty::report, lang_)); }
    void none() { item(pick(lang_, "không có", "none")); }

    void head() {
        const InspectionResult& r = round_.result;
        if (round_.plan().synthetic) line(synthetic_note(lang_));
        line(say(lang_, "Kiểm tra cải cách hành chính năm {}, tính đến hết ngày {}",
                 "Inspection of administrative reform {}, through {}", round_.year(), day_words(last_day(round_), lang_)));
        const auto errors = r.errors();
        line(say(lang_, "{}, {}, {}; dữ liệu có {}, {}", "{}, {}, {}; the data have {}, {}",
                 counted(lang_, r.units.size(), "đơn vị", "unit", "units"),
                 counted(lang_, r.self_reports.size(), "báo cáo tự kiểm tra", "self-report", "self-reports"),
                 counted(lang_, r.visits.size(), "lượt kiểm tra", "visit", "visits"),
                 counted(lang_, errors, "lỗi", "error", "errors"),
                 counted(lang_, r.problems.size() - errors, "lưu ý", "warning", "warnings")));
    }

    void behind() {
        section("Đơn vị chậm, chưa gửi báo cáo", "Units that are late or have sent nothing");
        bool any = false;
        for (const UnitResult& unit : round_.result.units) {
            std::vector<std::string> what;
            if (is_behind(unit.self_report))
                what.push_back(pick(lang_, "báo cáo tự kiểm tra: ", "self-report: ") + in_line(unit.self_report));
            for (std::size_t i = 0; i < std::min(unit.reports_due.size(), round_.plan().reports.size()); ++i)
                if (is_behind(unit.reports_due[i]))
                    what.push_back(
                        fmt::format("{}: {}", round_.plan().reports[i].title.in(lang_), in_line(unit.reports_due[i])));
            if (what.empty()) continue;
            any = true;
            item(fmt::format("{} – {}", unit.unit, joined(what)));
        }
        if (!any) none();
    }

    void failing() {
        section("Nội dung chưa đạt, đạt một phần", "Checks not met, or partly met");
        const std::vector<FailingCheck> checks = failing_checks(round_);
        for (const FailingCheck& check : checks) {
            std::vector<std::string> results;
            if (!check.not_met.empty())
                results.push_back(say(lang_, "chưa đạt {} ({})", "not met by {} ({})", check.not_met.size(),
                                      first_of(check.not_met, 5, lang_)));
            if (check.partly > 0) results.push_back(say(lang_, "đạt một phần {}", "partly met by {}", check.partly));
            item(fmt::format("{}: {}", check.title, joined(results, ", ")));
        }
        if (checks.empty()) none();
    }

    void ranked() {
        const auto& criteria = round_.inspection.criteria();
        if (!criteria) return;
        section("Xếp hạng", "Ranking");
        for (const RankRow& row : round_.result.ranking) {
            if (row.unit >= round_.result.units.size()) continue;
            const UnitResult& unit = round_.result.units[row.unit];
            if (!unit.score) continue;
            const std::string place = row.rank ? fmt::format("{:>3}", *row.rank) : "  –";
            // Why a unit is outside the ranking is mostly what keeps it from a band, too.
            const bool told = row.reason.empty() || row.reason == unit.score->band_reason;
            // An index of what is known so far would look like one of the whole.
            const std::string index = unit.score->total
                                          ? say(lang_, "; chỉ số {}", "; index {}", percent_words(unit.score->index, lang_))
                                          : std::string();
            item(fmt::format("{}  {}: {}{}; {}{}", place, unit.unit, score_words(*unit.score, lang_), index,
                             band_words(*criteria, *unit.score, lang_),
                             told ? "" : fmt::format(" ({})", reason_words(row.reason, lang_))));
        }
        if (round_.result.ranking.empty()) none();
    }

    void lowest() {
        constexpr std::size_t most = 10;
        section("Mười tỷ lệ thấp nhất", "The ten lowest rates");
        const std::vector<UnitRate> rates = lowest_rates(round_, most);
        for (const UnitRate& r : rates)
            item(fmt::format("{:>7}  {} – {}: {} / {}", percent_words(r.rate, lang_), r.unit, r.title,
                             number_words(r.part, lang_), number_words(r.whole, lang_)));
        if (rates.empty()) none();
    }

    const Round& round_;
    Lang lang_;
    std::string out_;
};

}  // namespace
}  // namespace cchc::report::docs

namespace cchc::report {

std::string overview(const Inspection& inspection, const InspectionResult& result, Lang lang) {
    const docs::Round round(inspection, result, lang);
    return docs::Overview(round).write();
}

}  // namespace cchc::report

// III and V of the summary: what fails, findings by kind, good models, proposals.
#include <fmt/format.h>

#include <algorithm>

#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

Table failing_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "chua-dat";
    t.caption = pick(lang, "Nội dung chưa đạt hoặc đạt một phần", "Checks that are not met, or partly met");
    t.columns = {text_column(pick(lang, "Nội dung", "Check")), sum_column(pick(lang, "Chưa đạt", "Not met")),
                 sum_column(pick(lang, "Đạt một phần", "Partly met")),
                 text_column(pick(lang, "Đơn vị chưa đạt", "Not met by"))};
    for (const FailingCheck& check : failing_checks(round))
        t.rows.push_back({words(check.title), count_cell(check.not_met.size(), lang), count_cell(check.partly, lang),
                          words(joined(check.not_met, ", "))});
    add_total(t, lang);
    return t;
}

Table finding_rows(const Round& round, FindingKind kind) {
    const Lang lang = round.lang;
    Table t;
    t.id = "phat-hien-" + slug(to_string(kind));
    t.caption = kind_title(kind, lang);
    t.columns = {text_column(pick(lang, "Mã", "Finding")), text_column(pick(lang, "Đơn vị", "Unit")),
                 text_column(pick(lang, "Nội dung kiểm tra", "Check")), text_column(pick(lang, "Nội dung", "What")),
                 text_column(pick(lang, "Ngày nêu", "Raised"))};
    for (const Finding& f : round.result.findings.findings)
        if (f.kind == kind && round.of_this_round(f))
            t.rows.push_back({words(f.id), words(f.unit), words(f.item.empty() ? f.item : round.item_title(f.item)),
                              words(f.text), date_cell(f.raised, lang)});
    return t;
}

}  // namespace

std::vector<FailingCheck> failing_checks(const Round& round) {
    std::map<std::string, FailingCheck, std::less<>> by_item;
    for (const Visit& visit : round.result.visits)
        for (const CheckedItem& c : visit.items) {
            if (c.result == CheckResult::not_met) by_item[c.item].not_met.push_back(visit.unit);
            if (c.result == CheckResult::partly) ++by_item[c.item].partly;
        }
    std::vector<FailingCheck> out;
    for (const ChecklistItem& item : round.plan().checklist)
        if (const auto found = by_item.find(item.id); found != by_item.end()) {
            found->second.title = round.item_title(item.id);
            out.push_back(std::move(found->second));
        }
    std::stable_sort(out.begin(), out.end(), [](const FailingCheck& x, const FailingCheck& y) {
        return std::pair(x.not_met.size(), x.partly) > std::pair(y.not_met.size(), y.partly);
    });
    return out;
}

void add_findings(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    b.heading(2, pick(lang, "1. Nội dung kiểm tra chưa đạt", "1. Checks not met"));
    b.table(failing_table(round), pick(lang, "Không có nội dung nào chưa đạt.", "No check fails."));
    int number = 2;
    for (const FindingKind kind : {FindingKind::shortcoming, FindingKind::difficulty, FindingKind::good_model}) {
        b.heading(2, fmt::format("{}. {}", number++, kind_title(kind, lang)));
        b.table(finding_rows(round, kind), pick(lang, "Không có.", "None."));
    }
    b.heading(2, fmt::format("{}. {}", number, pick(lang, "Khắc phục sau kiểm tra", "Remedies")));
    const auto& counts = round.result.remedy_counts;
    const auto all =
        std::find_if(counts.begin(), counts.end(), [](const RemedyCount& c) { return c.unit.empty() && c.origin.empty(); });
    if (all == counts.end() || all->raised == 0) {
        b.paragraph(pick(lang, "Không có vấn đề nào phải khắc phục.", "There is nothing to fix."));
    } else {
        b.paragraph(say(lang,
                        "Qua các năm có {} vấn đề được đặt ra; đã xử lý {} (trong đó muộn {}), đang xử lý {}, quá hạn {}.",
                        "Over the years {} problems were raised; {} are handled (of which {} late), {} open, {} overdue.",
                        all->raised, all->handled, all->late, all->open, all->overdue));
    }
}

void add_proposals(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    Table t;
    t.id = "kien-nghi";
    t.caption = pick(lang, "Kiến nghị, đề xuất của các đơn vị", "What the units propose");
    t.columns = {text_column(pick(lang, "Đơn vị", "Unit")), text_column(pick(lang, "Kiến nghị, đề xuất", "Proposal"))};
    for (const UnitResult& unit : round.result.units)
        if (const SelfReport* report = round.report_of(unit))
            for (const std::string& proposal : report->proposals) t.rows.push_back({words(unit.unit), words(proposal)});
    b.table(std::move(t), pick(lang, "Các đơn vị không có kiến nghị.", "No unit proposes anything."));
}

}  // namespace cchc::report::docs

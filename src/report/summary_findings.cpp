// III and V of the summary: what fails, findings by kind, good models, proposals.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <compare>
#include <limits>

#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

constexpr std::array<FindingKind, 3> all_kinds = {FindingKind::shortcoming, FindingKind::difficulty,
                                                  FindingKind::good_model};

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
    t.id = "phat-hien-" + slug(kind_title(kind, lang));
    t.caption = kind_title(kind, lang);
    t.columns = {text_column(pick(lang, "Mã", "Finding")),         text_column(pick(lang, "Đơn vị", "Unit")),
                 text_column(pick(lang, "Nội dung", "What")),      text_column(pick(lang, "Nội dung kiểm tra", "Check")),
                 text_column(pick(lang, "Tiêu chí", "Criterion")), text_column(pick(lang, "Nguồn", "Origin")),
                 text_column(pick(lang, "Ngày nêu", "Raised"))};
    for (const Finding& f : round.result.findings.findings)
        if (f.kind == kind && round.of_this_round(f))
            t.rows.push_back({words(f.id), words(f.unit), words(own_words(f.text, lang)), words(round.item_title(f.item)),
                              words(round.criterion_title(round.criterion_of(f))), words(origin_words(f.origin, lang)),
                              date_cell(f.raised, lang)});
    return t;
}

// Where a finding stands among the criteria: those of no set behind them, and those without any at the end.
struct Place {
    int index = std::numeric_limits<int>::max();
    std::string field, criterion;
    friend auto operator<=>(const Place&, const Place&) = default;
};

Place place_of(const Round& round, const Finding& f) {
    const auto& set = round.inspection.criteria();
    Place place;
    const std::string id = round.criterion_of(f);
    place.criterion = id.empty() ? pick(round.lang, "Không gắn với tiêu chí", "No criterion") : round.criterion_title(id);
    int index = set && !id.empty() ? set->find(id) : -1;
    if (index < 0) {
        if (!id.empty()) --place.index;
        return place;
    }
    place.index = index;
    const auto& criteria = set->criteria();
    while (criteria[static_cast<std::size_t>(index)].parent >= 0) index = criteria[static_cast<std::size_t>(index)].parent;
    place.field = round.criterion_title(criteria[static_cast<std::size_t>(index)].id);
    return place;
}

Table place_of_findings_table(const Round& round) {
    const Lang lang = round.lang;
    std::map<Place, std::array<std::uint64_t, 3>> counts;
    for (const Finding& f : round.result.findings.findings)
        if (round.of_this_round(f)) ++counts[place_of(round, f)][static_cast<std::size_t>(f.kind)];
    Table t;
    t.id = "phat-hien-theo-tieu-chi";
    t.caption = pick(lang, "Số phát hiện theo lĩnh vực, tiêu chí và loại", "Findings by field, criterion and kind");
    t.columns = {text_column(pick(lang, "Lĩnh vực", "Field")), text_column(pick(lang, "Tiêu chí", "Criterion"))};
    for (const FindingKind kind : all_kinds) t.columns.push_back(sum_column(kind_title(kind, lang)));
    t.columns.push_back(sum_column(pick(lang, "Cộng", "All")));
    for (const auto& [place, by_kind] : counts) {
        std::vector<Cell> row = {words(place.field), words(place.criterion)};
        for (const std::uint64_t count : by_kind) row.push_back(count_cell(count, lang));
        row.push_back(count_cell(by_kind[0] + by_kind[1] + by_kind[2], lang));
        t.rows.push_back(std::move(row));
    }
    add_total(t, lang);
    t.notes = {pick(lang, "Phát hiện không nêu tiêu chí được xếp vào tiêu chí của nội dung kiểm tra, nếu có.",
                    "A finding that names no criterion stands at that of its check, if there is one.")};
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
    b.table(failing_table(round), pick(lang, "Không ghi nhận nội dung nào chưa đạt.", "No check is recorded as failing."));
    int number = 2;
    for (const FindingKind kind : all_kinds) {
        b.heading(2, fmt::format("{}. {}", number++, kind_title(kind, lang)));
        b.table(finding_rows(round, kind), pick(lang, "Không ghi nhận.", "None is recorded."));
    }
    b.heading(2, fmt::format("{}. {}", number++, pick(lang, "Phát hiện theo lĩnh vực, tiêu chí", "Findings by criterion")));
    b.table(place_of_findings_table(round), pick(lang, "Không ghi nhận.", "None is recorded."));
    b.heading(2, fmt::format("{}. {}", number, pick(lang, "Khắc phục sau kiểm tra", "Remedies")));
    const auto& counts = round.result.remedy_counts;
    const auto all =
        std::find_if(counts.begin(), counts.end(), [](const RemedyCount& c) { return c.unit.empty() && c.origin.empty(); });
    b.paragraph(all == counts.end() || all->raised == 0
                    ? pick(lang, "Không ghi nhận vấn đề nào phải khắc phục.", "Nothing to fix is recorded.")
                    : remedy_words(*all, lang));
}

void add_proposals(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    Table t;
    t.id = "kien-nghi";
    t.caption = pick(lang, "Kiến nghị, đề xuất của các đơn vị", "What the units propose");
    t.columns = {text_column(pick(lang, "Đơn vị", "Unit")), text_column(pick(lang, "Kiến nghị, đề xuất", "Proposal"))};
    for (const UnitResult& unit : round.result.units)
        if (const SelfReport* report = round.report_of(unit))
            for (const std::string& proposal : report->proposals)
                t.rows.push_back({words(unit.unit), words(own_words(proposal, lang))});
    b.table(std::move(t), pick(lang, "Các báo cáo không nêu kiến nghị.", "The reports propose nothing."));
}

}  // namespace cchc::report::docs

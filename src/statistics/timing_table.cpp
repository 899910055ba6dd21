// The table of how early, how late and how soon due.
#include <fmt/format.h>

#include "statistics/form_parts.hpp"

namespace cchc {
namespace {

using namespace stats;

std::string text_of(std::optional<std::int32_t> n) { return n ? std::to_string(*n) : "-"; }

void add_histogram(std::vector<std::string>& cells, const DayHistogram& h, Lang lang) {
    cells.push_back(std::to_string(h.total()));
    cells.push_back(text_of(h.percentile(50)));
    cells.push_back(text_of(h.percentile(90)));
    cells.push_back(decimal_text(h.mean().value_or("-"), lang));
    cells.push_back(text_of(h.max()));
}

std::vector<std::string> line(std::string name, const Timing& t, std::int32_t soon, Lang lang) {
    std::vector<std::string> cells = {std::move(name)};
    add_histogram(cells, t.early, lang);
    add_histogram(cells, t.late, lang);
    add_histogram(cells, t.open_late, lang);
    cells.push_back(std::to_string(t.due_today));
    cells.push_back(std::to_string(t.due_within(soon)));
    return cells;
}

}  // namespace

Table timing_table(const StatisticsResult& result, std::size_t grouping, Lang lang, std::int32_t soon) {
    if (!result.query.timing) throw Error(ErrorCode::argument_range, "the query did not ask for the timing");
    const GroupResult* group = group_at(result, grouping);
    Table table;
    table.heading.emplace_back(pick(lang, "SỚM, MUỘN BAO NHIÊU NGÀY LÀM VIỆC", "Working days early and late"));
    add_period(table, result.query, lang);
    table.heading.emplace_back(pick(lang, "Đơn vị tính: ngày làm việc; ở các cột \"Hồ sơ\" và \"Sắp đến hạn\": hồ sơ",
                                    "Unit: working days; in the columns \"Dossiers\" and \"Due soon\": dossiers"));
    const std::string early(pick(lang, "Trước hạn", "Early")), late(pick(lang, "Quá hạn", "Overdue")),
        open(pick(lang, "Đang giải quyết, quá hạn", "In process, overdue")), due(pick(lang, "Sắp đến hạn", "Due soon"));
    table.captions = {{""}, {name_caption(group, lang)}};
    for (const std::string* part : {&early, &late, &open}) {
        table.captions[0].insert(table.captions[0].end(), 5, *part);
        for (const std::string& caption :
             {pick(lang, "Hồ sơ", "Dossiers"), pick(lang, "Trung vị", "Median"), std::string("90 %"),
              pick(lang, "Trung bình", "Mean"), pick(lang, "Lớn nhất", "Greatest")})
            table.captions[1].push_back(caption);
    }
    table.captions[0].insert(table.captions[0].end(), 2, due);
    table.captions[1].emplace_back(pick(lang, "24 giờ", "24 hours"));
    table.captions[1].push_back(fmt::format("{} {}", soon, pick(lang, "ngày làm việc", "working days")));
    table.numeric.assign(table.captions[0].size(), true);
    table.numeric[0] = false;
    if (group != nullptr)
        for (const GroupRow& row : group->rows)
            table.rows.push_back(line(name_from(*group, row, 0, lang), row.timing, soon, lang));
    table.rows.push_back(line(pick(lang, "Tổng số", "Total"), result.timing, soon, lang));
    table.total_rows = 1;
    add_basis(table, result.query, lang);
    return table;
}

}  // namespace cchc

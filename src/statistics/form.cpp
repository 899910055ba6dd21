// The tables that people read: form II.06a/VPCP/KSTT and the presentation of the inspection outline.
#include <fmt/format.h>

#include <array>

#include "base/decimal_text.hpp"
#include "cchc/statistics.hpp"
#include "statistics/counts.hpp"
#include "statistics/form_parts.hpp"

namespace cchc {
namespace {

using namespace stats;

// How one line of counts is shown: the cells after number and name.
using Cells = std::vector<std::string> (*)(const Counts&);

std::vector<std::string> texts(std::initializer_list<std::uint64_t> values) {
    std::vector<std::string> out;
    for (const std::uint64_t v : values) out.push_back(std::to_string(v));
    return out;
}

std::vector<std::string> ii06a_cells(const Counts& c) {
    return texts({c.received_total(), c.received_online.count, c.received_direct.count, c.carried_over.count,
                  c.resolved_total(), c.early.count, c.on_time.count, c.overdue.count, c.in_process_total(), c.within.count,
                  c.open_overdue.count});
}

std::vector<std::string> outline_cells(const Counts& c) {
    return texts({c.received_total(), c.resolved_total(), c.early.count + c.on_time.count, c.early.count, c.overdue.count,
                  c.in_process_total(), c.open_overdue.count, c.apologies.count});
}

std::vector<std::string> line(std::string number, std::string name, const Counts& counts, Cells cells) {
    std::vector<std::string> out = {std::move(number), std::move(name)};
    const std::vector<std::string> values = cells(counts);
    out.insert(out.end(), values.begin(), values.end());
    return out;
}

// With two dimensions or more, each value of the first has a line of its own with the sum of its rows (identity F).
void add_nested(Table& table, const GroupResult& group, Cells cells, Lang lang) {
    std::size_t serial = 0;
    for (std::size_t i = 0; i < group.rows.size();) {
        std::size_t end = i;
        Counts sum = group.rows[i].counts;
        while (++end < group.rows.size() && group.rows[end].key.front() == group.rows[i].key.front())
            sum = stats::over_units(sum, group.rows[end].counts);
        const std::string number = std::to_string(++serial);
        table.rows.push_back(line(number, key_text(group.grouping.front(), group.rows[i].key.front(), lang), sum, cells));
        for (std::size_t k = 1; i < end; ++i, ++k)
            table.rows.push_back(line(fmt::format("{}.{}", number, k), "  " + name_from(group, group.rows[i], 1, lang),
                                      group.rows[i].counts, cells));
    }
}

void add_rows(Table& table, const StatisticsResult& result, const GroupResult* group, Cells cells, Lang lang) {
    if (group != nullptr && group->grouping.size() > 1) {
        add_nested(table, *group, cells, lang);
    } else if (group != nullptr) {
        for (std::size_t i = 0; i < group->rows.size(); ++i)
            table.rows.push_back(
                line(std::to_string(i + 1), name_from(*group, group->rows[i], 0, lang), group->rows[i].counts, cells));
    }
    table.rows.push_back(line("", pick(lang, "Tổng số", "Total"), result.total, cells));
    table.total_rows = 1;
}

void add_beside(Table& table, const Counts& c, Lang lang) {
    std::string out;
    const auto add = [&](std::string_view vi, std::string_view en, std::uint64_t n) {
        if (n != 0)
            out +=
                fmt::format("{}{} {}", out.empty() ? "" : "; ", pick(lang, vi, en), text::grouped(std::to_string(n), lang));
    };
    add("rút", "withdrawn", c.withdrawn.count);
    add("trả lại", "sent back", c.returned.count);
    add("từ chối", "refused", c.refused.count);
    add("dừng", "stopped", c.stopped.count);
    add("chờ bổ sung", "waiting for a supplement", c.waiting.count);
    add("quá hạn có phiếu xin lỗi", "overdue with an apology", c.apologies.count);
    add("không có hạn", "no due date", c.no_due_resolved.count + c.no_due_in_process.count);
    add("kết thúc, tính riêng", "ended, counted apart", c.own_class.count);
    add("trạng thái kết thúc không có ngày", "end state without a date", c.undated_state);
    add("không ghi kênh tiếp nhận (tính vào cột 5)", "channel not given (in column 5)", c.channel_missing);
    add("không tiếp nhận", "not received", c.not_received);
    add("ngoài kỳ", "outside the period", c.outside_period);
    if (!out.empty()) table.notes.push_back(fmt::format("{}: {}", pick(lang, "Ngoài mẫu", "Beside the form"), out));
    for (std::size_t p = 0; p < problem_count; ++p)
        if (c.excluded[p] != 0)
            table.notes.push_back(fmt::format("{}: {} ({})", pick(lang, "Không xét được", "Not judged"),
                                              text::grouped(std::to_string(c.excluded[p]), lang),
                                              to_text(static_cast<Problem>(p), lang)));
}

void add_rates(Table& table, const Counts& c, Lang lang) {
    for (const Rate& rate : rates(c)) {
        const auto percent = rate.percent();
        table.notes.push_back(fmt::format(
            "{} {}: {} / {} = {}", rate.id, pick(lang, rate.title_vi, rate.title_en), rate.numerator, rate.denominator,
            percent ? decimal_text(*percent, lang) + " %" : pick(lang, "không có", "not available")));
    }
}

void add_identities(Table& table, const StatisticsResult& result, Lang lang) {
    for (const IdentityCheck& check : result.identities) {
        if (check.row.empty() && check.holds) {
            table.notes.push_back(fmt::format("{} {}: {}", check.id, to_text(check, lang), pick(lang, "đúng", "holds")));
        } else if (!check.row.empty()) {
            std::string note =
                fmt::format("{} [{}] {}", check.id, check.row == "total" ? pick(lang, "Tổng số", "Total") : check.row,
                            to_text(check, lang));
            if (!check.examples.empty())
                note += fmt::format(" ({}: {})", pick(lang, "ví dụ", "for example"), fmt::join(check.examples, ", "));
            table.notes.push_back(std::move(note));
        }
    }
}

std::vector<std::string> numbers(std::size_t columns) {
    std::vector<std::string> out;
    for (std::size_t i = 1; i <= columns; ++i) out.push_back(fmt::format("({})", i));
    return out;
}

void finish(Table& table, const StatisticsResult& result, const GroupResult* group, Cells cells, Lang lang) {
    table.captions.push_back(numbers(table.captions.front().size()));
    table.numeric.assign(table.captions.front().size(), true);
    table.numeric[0] = table.numeric[1] = false;
    add_rows(table, result, group, cells, lang);
    add_basis(table, result.query, lang);
    add_beside(table, result.total, lang);
    add_rates(table, result.total, lang);
    add_identities(table, result, lang);
}

}  // namespace

// A to D are formulas, the same in both languages.
std::string to_text(const IdentityCheck& check, Lang lang) {
    if (lang == Lang::en) return check.text;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> words = {{
        {"6 = 11 of the previous period", "6 = 11 của kỳ trước"},
        {"total = sum of rows", "tổng số = tổng các dòng"},
        {"every dossier is counted once", "mỗi hồ sơ được tính một lần"},
    }};
    for (const auto& [en, vi] : words)
        if (check.text.starts_with(en)) return std::string(vi) + check.text.substr(en.size());
    return check.text;
}

Table form_ii06a(const StatisticsResult& result, std::size_t grouping, Lang lang) {
    const GroupResult* group = group_at(result, grouping);
    Table table;
    table.heading.emplace_back(pick(lang, "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH (mẫu II.06a/VPCP/KSTT)",
                                    "Situation and results of handling administrative procedures (form II.06a/VPCP/KSTT)"));
    add_period(table, result.query, lang);
    add_unit_dossiers(table, lang);
    const auto p = [lang](std::string_view vi, std::string_view en) { return pick(lang, vi, en); };
    const std::string received = p("Tiếp nhận", "Received"), resolved = p("Đã giải quyết", "Resolved"),
                      open = p("Đang giải quyết", "In process"), total = p("Tổng số", "Total");
    table.captions = {
        {"", "", received, received, received, received, resolved, resolved, resolved, resolved, open, open, open},
        {p("STT", "No."), name_caption(group, lang), total, p("Trực tuyến", "Online"), p("Trực tiếp, BCCI", "Direct, post"),
         p("Kỳ trước", "Carried over"), total, p("Trước hạn", "Early"), p("Đúng hạn", "On time"), p("Quá hạn", "Overdue"),
         total, p("Trong hạn", "Within"), p("Quá hạn", "Overdue")}};
    finish(table, result, group, ii06a_cells, lang);
    return table;
}

Table form_outline(const StatisticsResult& result, std::size_t grouping, Lang lang) {
    const GroupResult* group = group_at(result, grouping);
    Table table;
    table.heading.emplace_back(pick(lang, "KẾT QUẢ GIẢI QUYẾT HỒ SƠ (đề cương báo cáo, Kế hoạch 274/KH-UBND)",
                                    "Results of handling dossiers (report outline of plan 274/KH-UBND)"));
    add_period(table, result.query, lang);
    add_unit_dossiers(table, lang);
    const auto p = [lang](std::string_view vi, std::string_view en) { return pick(lang, vi, en); };
    table.captions = {{p("STT", "No."), name_caption(group, lang), p("Tiếp nhận", "Received"),
                       p("Đã giải quyết", "Resolved"), p("Đúng hạn", "On time"), p("Trong đó trước hạn", "Of which early"),
                       p("Quá hạn", "Overdue"), p("Đang giải quyết", "In process"),
                       p("Trong đó quá hạn", "Of which overdue"), p("Phiếu xin lỗi", "Apologies")}};
    finish(table, result, group, outline_cells, lang);
    return table;
}

}  // namespace cchc

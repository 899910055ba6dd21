#include "statistics/form_parts.hpp"

#include <fmt/format.h>

#include "dossier/names.hpp"

namespace cchc::stats {

std::string pick(Lang lang, std::string_view vi, std::string_view en) { return std::string(lang == Lang::vi ? vi : en); }

std::string key_text(Dimension dimension, const std::string& key, Lang lang) {
    if (key.empty()) return pick(lang, "(không ghi)", "(not given)");
    if (dimension == Dimension::channel) {
        for (std::size_t c = 0; c < channel_names.size(); ++c)
            if (channel_names[c] == key) return to_text(static_cast<Channel>(c), lang);
    } else if (dimension == Dimension::service_level) {
        for (std::size_t l = 0; l < service_level_names.size(); ++l)
            if (service_level_names[l] == key) return to_text(static_cast<ServiceLevel>(l), lang);
    }
    return key;
}

const GroupResult* group_at(const StatisticsResult& result, std::size_t grouping) {
    if (result.groups.empty() && grouping == 0) return nullptr;
    if (grouping >= result.groups.size()) throw Error(ErrorCode::argument_range, "the query has no such grouping");
    return &result.groups[grouping];
}

std::string name_from(const GroupResult& group, const GroupRow& row, std::size_t first, Lang lang) {
    std::string name;
    for (std::size_t i = first; i < row.key.size(); ++i)
        name += (i > first ? " / " : "") + key_text(group.grouping[i], row.key[i], lang);
    return name;
}

std::string name_caption(const GroupResult* group, Lang lang) {
    if (group == nullptr || group->grouping.empty()) return pick(lang, "Nội dung", "Item");
    std::string out;
    for (const Dimension d : group->grouping) out += (out.empty() ? "" : " / ") + to_text(d, lang);
    return out;
}

void add_period(Table& table, const Query& q, Lang lang) {
    const Date last = q.to - std::chrono::days{1}, known = q.effective_as_of() - std::chrono::days{1};
    table.heading.push_back(fmt::format("{} {} {} {}", pick(lang, "Kỳ báo cáo: từ ngày", "Period: from"),
                                        to_text(q.from, lang), pick(lang, "đến hết ngày", "through"), to_text(last, lang)));
    if (known != last)
        table.heading.push_back(
            fmt::format("{} {}", pick(lang, "Tính đến hết ngày", "As known through"), to_text(known, lang)));
}

void add_unit_dossiers(Table& table, Lang lang) {
    table.heading.emplace_back(pick(lang, "Đơn vị tính: hồ sơ", "Unit: dossiers"));
}

void add_basis(Table& table, const Query& q, Lang lang) {
    table.notes.push_back(
        fmt::format("{}: {} ({})", pick(lang, "Chính sách", "Policy"), q.policy.id, q.policy.title.in(lang)));
    table.notes.push_back(fmt::format("{}: {} {}", pick(lang, "Lịch", "Calendar"), q.calendar.id(), q.calendar.version()));
}

// A decimal as the language writes it.
std::string decimal_text(std::string number, Lang lang) {
    if (lang == Lang::vi)
        for (char& c : number) c = c == '.' ? ',' : c;
    return number;
}

}  // namespace cchc::stats

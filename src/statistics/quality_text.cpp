// What a quality report shows: tables for people, CSV and JSON.
#include <fmt/format.h>

#include "cchc/quality.hpp"
#include "json/writer.hpp"
#include "statistics/csv_text.hpp"
#include "statistics/form_parts.hpp"

namespace cchc {
namespace {

using stats::pick;

std::string joined(const std::vector<std::string>& ids, std::string_view between) {
    return fmt::format("{}", fmt::join(ids, between));
}

// Calls visit(kind, name, text, source, count) for all flags, and for the problems that occur.
template <class Visit>
void each_count(const QualityRow& row, Lang lang, Visit visit) {
    for (std::size_t f = 0; f < flag_count; ++f) {
        const auto flag = static_cast<Flag>(f);
        visit(std::string_view("flag"), to_string(flag), to_text(flag, lang), row.flags[f]);
    }
    for (std::size_t p = 1; p < problem_count; ++p) {
        const auto problem = static_cast<Problem>(p);
        if (row.problems[p].count != 0)
            visit(std::string_view("problem"), to_string(problem), to_text(problem, lang), row.problems[p]);
    }
}

std::string line_text(std::string_view kind, std::string_view name, const std::string& text, Lang lang) {
    const std::string prefix = kind == "problem" ? pick(lang, "Không xét được: ", "Not judged: ") : "";
    return fmt::format("{}{} ({})", prefix, text, name);
}

std::vector<std::string> heading(const QualityResult& r, Lang lang) {
    return {pick(lang, "Dấu hiệu cần kiểm tra của hồ sơ", "Flags of dossiers"),
            fmt::format("{} {} {} {}", pick(lang, "Kỳ: từ ngày", "Period: from"), to_text(r.query.from, lang),
                        pick(lang, "đến hết ngày", "through"), to_text(r.query.to - std::chrono::days{1}, lang)),
            fmt::format("{} {}; {} {}", pick(lang, "Tình trạng đến hết ngày", "As it stood at the end of"),
                        to_text(r.query.effective_as_of() - std::chrono::days{1}, lang),
                        pick(lang, "ngày sau", "dates after"), to_text(r.today, lang)) +
                pick(lang, " là ở tương lai", " are in the future")};
}

std::vector<std::string> notes(const QualityResult& r, Lang lang) {
    return {fmt::format("{}: {}. {}: {}. {}: {}.", pick(lang, "Hồ sơ đã đọc", "Dossiers read"), r.dossiers,
                        pick(lang, "đã xét", "looked at"), r.total.dossiers, pick(lang, "có dấu hiệu", "flagged"),
                        r.total.flagged),
            fmt::format("{}: {}. {}: {} {}.", pick(lang, "Chính sách", "Policy"), r.query.policy.id,
                        pick(lang, "Lịch", "Calendar"), r.query.calendar.id(), r.query.calendar.version())};
}

}  // namespace

Table quality_total(const QualityResult& result, Lang lang) {
    Table table;
    table.heading = heading(result, lang);
    table.captions = {{pick(lang, "Dấu hiệu", "Flag"), pick(lang, "Hồ sơ", "Dossiers"), pick(lang, "Ví dụ", "Examples")}};
    table.numeric = {false, true, false};
    each_count(result.total, lang, [&](auto kind, auto name, const std::string& text, const QualityCount& c) {
        table.rows.push_back({line_text(kind, name, text, lang), std::to_string(c.count), joined(c.examples, ", ")});
    });
    table.notes = notes(result, lang);
    return table;
}

Table quality_by_agency(const QualityResult& result, Lang lang) {
    Table table;
    table.heading = {pick(lang, "Theo đơn vị", "By agency")};
    table.captions = {{pick(lang, "Đơn vị, dấu hiệu", "Agency, flag"), pick(lang, "Đã xét", "Looked at"),
                       pick(lang, "Có dấu hiệu", "Flagged"), pick(lang, "Ví dụ", "Examples")}};
    table.numeric = {false, true, true, false};
    for (const QualityRow& row : result.agencies) {
        const std::string agency = row.agency.empty() ? pick(lang, "(không ghi đơn vị)", "(no agency)") : row.agency;
        table.rows.push_back({agency, std::to_string(row.dossiers), std::to_string(row.flagged), ""});
        each_count(row, lang, [&](auto kind, auto name, const std::string& text, const QualityCount& c) {
            if (c.count == 0) return;
            table.rows.push_back(
                {"  " + line_text(kind, name, text, lang), "", std::to_string(c.count), joined(c.examples, ", ")});
        });
    }
    return table;
}

std::string to_csv(const QualityResult& result) {
    std::string out = "agency,kind,name,count,examples\n";
    const auto line = [&out](const QualityRow& row, std::string_view kind, std::string_view name, std::uint64_t count,
                             const std::string& examples) {
        out += fmt::format("{},{},{},{},{}\n", stats::quoted(row.agency), kind, name, count, stats::quoted(examples));
    };
    const auto lines = [&](const QualityRow& row) {
        line(row, "dossiers", "", row.dossiers, "");
        line(row, "flagged", "", row.flagged, "");
        each_count(row, Lang::en, [&](auto kind, auto name, const std::string&, const QualityCount& c) {
            line(row, kind, name, c.count, joined(c.examples, "; "));
        });
    };
    lines(result.total);
    for (const QualityRow& row : result.agencies) lines(row);
    return out;
}

namespace {

void write_count(json::Writer& w, std::string_view name, const QualityCount& c) {
    w.key(name).object().member("count", c.count).key("examples").array(true);
    for (const std::string& id : c.examples) w.string(id);
    w.end().end();
}

void write_row(json::Writer& w, const QualityRow& row) {
    w.member("dossiers", row.dossiers).member("flagged", row.flagged);
    w.key("flags").object();
    for (std::size_t f = 0; f < flag_count; ++f) write_count(w, to_string(static_cast<Flag>(f)), row.flags[f]);
    w.end().key("problems").object();
    for (std::size_t p = 1; p < problem_count; ++p)
        if (row.problems[p].count != 0) write_count(w, to_string(static_cast<Problem>(p)), row.problems[p]);
    w.end();
}

}  // namespace

std::string to_json(const QualityResult& result) {
    json::Writer w;
    w.object().member("format", "cchc.quality/1");
    w.key("query").document(result.query.to_json()).member("today", to_string(result.today));
    w.key("flags").array();
    for (std::size_t f = 0; f < flag_count; ++f) {
        const auto flag = static_cast<Flag>(f);
        w.object().member("name", to_string(flag)).member("bit", f);
        w.key("title").object().member("vi", to_text(flag, Lang::vi)).member("en", to_text(flag, Lang::en)).end();
        w.member("source", source_of(flag)).end();
    }
    w.end().member("dossiers", result.dossiers).key("total").object();
    write_row(w, result.total);
    w.end().key("agencies").array();
    for (const QualityRow& row : result.agencies) {
        w.object().member("agency", row.agency);
        write_row(w, row);
        w.end();
    }
    return w.end().end().take();
}

}  // namespace cchc

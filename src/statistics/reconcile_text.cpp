// What a reconciliation shows: tables for people, and JSON.
#include <fmt/format.h>

#include "cchc/reconcile.hpp"
#include "json/writer.hpp"
#include "statistics/form_parts.hpp"
#include "statistics/rates_json.hpp"

namespace cchc {
namespace {

using stats::pick;

// A field of the policies in words; its name where there are none.
std::string field_text(std::string_view field, Lang lang) {
    struct FieldWords {
        std::string_view field, vi, en;
    };
    static constexpr std::array<FieldWords, 18> all = {{
        {"due_source", "ngày hẹn ghi hay tính", "due date recorded or computed"},
        {"due_version", "ngày hẹn đầu hay đã sửa", "first or current due date"},
        {"completed_by", "ngày nào kết thúc hồ sơ", "which event ends the dossier"},
        {"missing_due", "không có ngày hẹn", "no due date"},
        {"compare", "so ngày hay so giờ", "by date or by the instant"},
        {"due_on_last_day", "đến hạn ngày cuối kỳ", "due on the last day"},
        {"refused", "từ chối", "refused"},
        {"withdrawn", "rút hồ sơ", "withdrawn"},
        {"returned", "trả lại", "sent back"},
        {"stopped", "dừng xử lý", "stopped"},
        {"waiting_supplement", "chờ bổ sung", "waiting for a supplement"},
        {"undated_waiting", "chờ mà không có ngày", "waiting, no date"},
        {"second_supplement", "bổ sung lần thứ hai", "second supplement"},
        {"early_by", "trước hạn theo ngày nào", "which date makes early"},
        {"supplement_pause", "dừng để bổ sung", "pause for a supplement"},
        {"financial_duty_pause", "dừng vì nghĩa vụ tài chính", "pause for a financial duty"},
        {"verification_pause", "dừng để xác minh", "pause for verification"},
        {"other_body_pause", "dừng chờ cơ quan khác", "pause for another body"},
    }};
    for (const FieldWords& field_words : all)
        if (field_words.field == field) return pick(lang, field_words.vi, field_words.en);
    return std::string(field);
}

std::string outcome_text(Outcome outcome, Lang lang) {
    if (outcome == Outcome::not_received) return pick(lang, "ngoài kỳ", "not of the period");
    return to_text(outcome, lang);
}

std::string percent_of(const Counts& counts, std::string_view id) {
    for (const Rate& rate : rates(counts))
        if (rate.id == id) return rate.percent().value_or("-");
    return "-";
}

std::string with_sign(std::int64_t n) { return n == 0 ? "0" : fmt::format("{:+}", n); }

std::string joined(const std::vector<std::string>& ids) {
    std::string out;
    for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + id;
    return out;
}

}  // namespace

Table reconcile_counts(const ReconcileResult& result, Lang lang) {
    Table table;
    table.heading = {
        pick(lang, "Cùng một số hồ sơ theo các chính sách", "The same dossiers under the policies"),
        fmt::format("{} {} {} {}", pick(lang, "Kỳ: từ ngày", "Period: from"), to_text(result.query.from, lang),
                    pick(lang, "đến hết ngày", "through"), to_text(result.query.to - std::chrono::days{1}, lang))};
    std::vector<std::string> captions = {pick(lang, "Số liệu", "Figure")};
    table.numeric = {false};
    for (const OutcomePolicy& policy : result.query.policies) {
        captions.push_back(policy.id);
        table.numeric.push_back(true);
    }
    table.captions = {captions};
    const auto add = [&](std::string_view vi, std::string_view en, auto value) {
        std::vector<std::string> row = {pick(lang, vi, en)};
        for (const Counts& counts : result.counts) row.push_back(value(counts));
        table.rows.push_back(std::move(row));
    };
    const auto count = [&](std::string_view vi, std::string_view en, auto of) {
        add(vi, en, [of](const Counts& c) { return std::to_string(of(c)); });
    };
    count("Tiếp nhận (3)", "Received (3)", [](const Counts& c) { return c.received_total(); });
    count("Đã giải quyết (7)", "Resolved (7)", [](const Counts& c) { return c.resolved_total(); });
    count("  trước hạn (8)", "  early (8)", [](const Counts& c) { return c.early.count; });
    count("  đúng hạn (9)", "  on time (9)", [](const Counts& c) { return c.on_time.count; });
    count("  quá hạn (10)", "  overdue (10)", [](const Counts& c) { return c.overdue.count; });
    count("  không có hạn", "  no due date", [](const Counts& c) { return c.no_due_resolved.count; });
    count("Đang giải quyết (11)", "In process (11)", [](const Counts& c) { return c.in_process_total(); });
    count("  trong hạn (12)", "  within limit (12)", [](const Counts& c) { return c.within.count; });
    count("  quá hạn (13)", "  overdue (13)", [](const Counts& c) { return c.open_overdue.count; });
    count("  không có hạn", "  no due date", [](const Counts& c) { return c.no_due_in_process.count; });
    count("Tính riêng", "Counted apart", [](const Counts& c) { return c.own_class.count; });
    count("Không xét được hoặc bị loại", "Not judged or left out", [](const Counts& c) { return c.excluded_total(); });
    for (const std::string_view id : {"R1", "R2", "R4"})
        add(fmt::format("{}, %", id), fmt::format("{}, %", id), [id](const Counts& c) { return percent_of(c, id); });
    return table;
}

Table reconcile_reasons(const ReconcileResult& result, std::size_t difference, Lang lang) {
    if (difference >= result.differences.size())
        throw Error(ErrorCode::argument_range, "the reconciliation has no such difference");
    const Difference& d = result.differences[difference];
    Table table;
    table.heading = {fmt::format("{} → {}: {} {}", result.query.policies.front().id, result.query.policies[d.policy].id,
                                 d.dossiers, pick(lang, "hồ sơ khác nhau", "dossiers differ"))};
    table.captions = {{pick(lang, "Lý do", "Reason"), pick(lang, "từ", "from"), pick(lang, "thành", "to"),
                       pick(lang, "Hồ sơ", "Dossiers"), pick(lang, "Ví dụ", "Examples")}};
    table.numeric = {false, false, false, true, false};
    for (const ReconcileReason& reason : d.reasons) {
        table.rows.push_back({fmt::format("{} ({})", field_text(reason.field, lang), reason.field), reason.from, reason.to,
                              std::to_string(reason.dossiers), ""});
        for (const ReconcileMove& move : reason.moves)
            table.rows.push_back({"", "  " + outcome_text(move.from, lang), outcome_text(move.to, lang),
                                  std::to_string(move.count), joined(move.examples)});
    }
    std::string change;
    for (std::size_t o = 0; o < d.change.size(); ++o)
        if (d.change[o] != 0)
            change += fmt::format("{}{} {}", change.empty() ? "" : "; ", outcome_text(static_cast<Outcome>(o), lang),
                                  with_sign(d.change[o]));
    table.notes = {
        fmt::format("{}: {}", pick(lang, "Cộng tất cả lý do", "All reasons together"), change.empty() ? "0" : change)};
    return table;
}

namespace {

void write_change(json::Writer& w, const OutcomeChange& change) {
    w.key("change").object();
    for (std::size_t o = 0; o < change.size(); ++o)
        if (change[o] != 0) w.member(to_string(static_cast<Outcome>(o)), change[o]);
    w.end();
}

void write_reason(json::Writer& w, const ReconcileReason& reason) {
    w.object().member("field", reason.field).member("from", reason.from).member("to", reason.to);
    w.member("dossiers", reason.dossiers);
    write_change(w, reason.change);
    w.key("moves").array();
    for (const ReconcileMove& move : reason.moves) {
        w.object().member("from", to_string(move.from)).member("to", to_string(move.to)).member("count", move.count);
        w.key("examples").array(true);
        for (const std::string& id : move.examples) w.string(id);
        w.end().end();
    }
    w.end().end();
}

void write_policy(json::Writer& w, const OutcomePolicy& policy, const Counts& c) {
    w.object().member("id", policy.id);
    w.key("outcomes").object().member("early", c.early.count).member("on_time", c.on_time.count);
    w.member("overdue", c.overdue.count).member("in_process_within", c.within.count);
    w.member("in_process_overdue", c.open_overdue.count).member("no_due_resolved", c.no_due_resolved.count);
    w.member("no_due_in_process", c.no_due_in_process.count).member("own_class", c.own_class.count);
    w.member("excluded", c.excluded_total()).member("not_received", c.not_received + c.outside_period).end();
    w.member("received", c.received_total()).member("resolved", c.resolved_total());
    w.member("in_process", c.in_process_total());
    stats::write_rates(w, c);
    w.end();
}

}  // namespace

std::string to_json(const ReconcileResult& result) {
    json::Writer w;
    w.object().member("format", "cchc.reconcile/1").member("from", to_string(result.query.from));
    w.member("to", to_string(result.query.to)).member("as_of", to_string(result.query.effective_as_of()));
    w.member("dossiers", result.dossiers);
    w.key("policies").array();
    for (std::size_t p = 0; p < result.counts.size(); ++p) write_policy(w, result.query.policies[p], result.counts[p]);
    w.end().key("differences").array();
    for (const Difference& d : result.differences) {
        w.object().member("policy", result.query.policies[d.policy].id).member("dossiers", d.dossiers);
        write_change(w, d.change);
        w.key("reasons").array();
        for (const ReconcileReason& reason : d.reasons) write_reason(w, reason);
        w.end().end();
    }
    return w.end().end().take();
}

}  // namespace cchc

// The result as JSON, format cchc.statistics/1.
#include <fmt/format.h>

#include "json/writer.hpp"
#include "statistics/names.hpp"
#include "statistics/rates_json.hpp"

namespace cchc {

void stats::write_rates(json::Writer& w, const Counts& c) {
    w.key("rates").array();
    for (const Rate& rate : rates(c)) {
        w.object().member("id", rate.id).member("numerator", rate.numerator).member("denominator", rate.denominator);
        w.key("percent");
        if (const auto percent = rate.percent()) {
            w.string(*percent);
        } else {
            w.raw("null");
        }
        w.end();
    }
    w.end();
}

namespace {

void write_form(json::Writer& w, const Counts& c) {
    w.key("received").object().member("total", c.received_total()).member("online", c.received_online.count);
    w.member("direct", c.received_direct.count).member("carried_over", c.carried_over.count).end();
    w.key("resolved").object().member("total", c.resolved_total()).member("early", c.early.count);
    w.member("on_time", c.on_time.count).member("overdue", c.overdue.count).member("no_due", c.no_due_resolved.count).end();
    w.key("in_process").object().member("total", c.in_process_total()).member("within", c.within.count);
    w.member("overdue", c.open_overdue.count).member("no_due", c.no_due_in_process.count).end();
    w.member("own_class", c.own_class.count);
}

void write_beside(json::Writer& w, const Counts& c) {
    w.key("beside").object().member("withdrawn", c.withdrawn.count).member("returned", c.returned.count);
    w.member("refused", c.refused.count).member("stopped", c.stopped.count).member("waiting", c.waiting.count);
    w.member("apologies", c.apologies.count).member("no_due_date", c.no_due_resolved.count + c.no_due_in_process.count);
    w.member("undated_state", c.undated_state).member("channel_missing", c.channel_missing).end();
    w.key("excluded").object().member("total", c.excluded_total());
    for (std::size_t p = 0; p < problem_count; ++p)
        if (c.excluded[p] != 0) w.member(p == 0 ? "by_policy" : to_string(static_cast<Problem>(p)), c.excluded[p]);
    w.end();
    w.member("not_received", c.not_received).member("outside_period", c.outside_period);
}

void write_histogram(json::Writer& w, std::string_view name, const DayHistogram& h) {
    const auto days = [&w](std::string_view key, std::optional<std::int32_t> n) {
        w.key(key);
        if (n) {
            w.integer(*n);
        } else {
            w.raw("null");
        }
    };
    w.key(name).object().member("dossiers", h.total());
    days("median", h.percentile(50));
    days("percentile_90", h.percentile(90));
    days("max", h.max());
    w.key("mean");
    if (const auto mean = h.mean()) {
        w.string(*mean);
    } else {
        w.raw("null");
    }
    w.key("working_days").array(true);
    for (const auto& [n, dossiers] : h.counts()) w.array(true).integer(n).count(dossiers).end();
    w.end().end();
}

void write_timing(json::Writer& w, const Timing& t) {
    w.key("timing").object();
    write_histogram(w, "early", t.early);
    write_histogram(w, "late", t.late);
    write_histogram(w, "left", t.left);
    write_histogram(w, "open_late", t.open_late);
    w.member("due_today", t.due_today).end();
}

void write_counts(json::Writer& w, const Counts& c) {
    write_form(w, c);
    write_beside(w, c);
    stats::write_rates(w, c);
}

void write_group(json::Writer& w, const GroupResult& group, bool timing) {
    w.object().key("by").array(true);
    for (const Dimension d : group.grouping) w.string(to_string(d));
    w.end().key("rows").array();
    for (const GroupRow& row : group.rows) {
        w.object().key("key").object();
        for (std::size_t i = 0; i < row.key.size(); ++i) w.member(to_string(group.grouping[i]), row.key[i]);
        w.end();
        write_counts(w, row.counts);
        if (timing) write_timing(w, row.timing);
        w.end();
    }
    w.end().end();
}

void write_rate_names(json::Writer& w) {
    w.key("rate_names").array();
    for (const Rate& rate : rates(Counts{})) {
        w.object().member("id", rate.id).member("vi", rate.title_vi).member("en", rate.title_en);
        w.member("source", rate.source_en).end();
    }
    w.end();
}

void write_identities(json::Writer& w, const StatisticsResult& result) {
    w.key("identities_hold").boolean(result.identities_hold());
    w.key("identities").array();
    for (const IdentityCheck& check : result.identities) {
        w.object().member("id", std::string_view(&check.id, 1)).member("row", check.row).member("holds", check.holds);
        w.member("left", check.left).member("right", check.right).member("text", check.text);
        w.key("examples").array(true);
        for (const std::string& id : check.examples) w.string(id);
        w.end().end();
    }
    w.end();
}

}  // namespace

std::string to_json(const StatisticsResult& result) {
    json::Writer w;
    w.object().member("format", "cchc.statistics/1").key("query").document(result.query.to_json());
    w.member("dossiers", result.total.dossiers_total());
    w.key("total").object();
    write_counts(w, result.total);
    if (result.query.timing) write_timing(w, result.timing);
    w.end().key("groups").array();
    for (const GroupResult& group : result.groups) write_group(w, group, result.query.timing);
    w.end();
    write_rate_names(w);
    write_identities(w, result);
    return w.end().take();
}

}  // namespace cchc

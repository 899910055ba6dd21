// cchc rank: units scored together, in order of place.
#include <fmt/format.h>

#include <algorithm>
#include <cchc/cchc.hpp>
#include <cstdint>
#include <future>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts_files.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "row_writer.hpp"
#include "scoring_words.hpp"
#include "table.hpp"

namespace tool {
namespace {

// A ranking, with what it was made of.
struct Ranking {
    const cchc::CriteriaSet& criteria;
    const std::vector<cchc::Scorecard>& cards;
    const std::vector<cchc::RankRow>& rows;

    const cchc::Scorecard& card(const cchc::RankRow& row) const { return cards[row.unit]; }
    const cchc::Band* band(const cchc::RankRow& row) const {
        return card(row).band < 0 ? nullptr : &criteria.bands()[static_cast<std::size_t>(card(row).band)];
    }
};

void check_call(const RankOptions& o) {
    if (o.criteria.empty()) throw CallError("rank: give a criteria set with --criteria: a built-in id or a file");
    if (o.facts.empty()) throw CallError("rank: give the facts of the units with --facts: files or folders of them");
    if (std::count(o.facts.begin(), o.facts.end(), "-") + (o.criteria == "-" ? 1 : 0) > 1)
        throw CallError("rank: standard input can be read once");
    if (o.draws > 0 && o.common.format == "csv") throw CallError("rank: with --draws --format is table or json");
    if (o.draws > 100'000'000) throw CallError("rank: --draws: at most 100,000,000");
}

void check_outside(const std::vector<std::string>& outside, const std::vector<cchc::Facts>& units) {
    for (const std::string& name : outside)
        if (std::none_of(units.begin(), units.end(), [&](const cchc::Facts& f) { return f.unit == name; }))
            throw CallError(fmt::format("rank: --outside: no facts of a unit \"{}\"", name));
}

// The library says in English why a unit is outside.
std::string reason_text(const std::string& reason, cchc::Lang lang) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"not ranked with the others", "không xếp hạng chung"},
        {"the total is not complete", "tổng điểm chưa đủ"},
        {"the key of the ranking has no value", "không tính được khóa xếp hạng"}};
    for (const auto& [english, vietnamese] : known)
        if (lang == cchc::Lang::vi && reason == english) return std::string(vietnamese);
    return reason;
}

std::string remark(const cchc::RankRow& row, cchc::Lang lang) {
    if (!row.rank) return reason_text(row.reason, lang);
    if (!row.tied) return {};
    return lang == cchc::Lang::vi ? "đồng hạng" : "tied";
}

std::string table(const Ranking& ranking, cchc::Lang lang) {
    const bool vi = lang == cchc::Lang::vi;
    const bool kinds =
        std::any_of(ranking.cards.begin(), ranking.cards.end(), [](const auto& c) { return !c.kind.empty(); });
    cchc::Table out;
    const cchc::CriteriaSet& set = ranking.criteria;
    out.heading = {set.title().in(lang),
                   fmt::format("{} {} {}{}", vi ? "Bộ tiêu chí" : "Criteria set", set.id(), set.version(),
                               !set.is_example() ? ""
                               : vi              ? " (ví dụ, không phải quyết định)"
                                                 : " (an example, not a decision)")};
    if (vi) {
        out.captions = {{"Hạng", "Đơn vị", "Loại", "Tổng điểm", "Chỉ số (%)", "Xếp loại", "Ghi chú"}};
    } else {
        out.captions = {{"Place", "Unit", "Kind", "Total", "Index (%)", "Band", "Remark"}};
    }
    out.numeric = {true, false, false, true, true, false, false};
    for (const cchc::RankRow& row : ranking.rows) {
        const cchc::Scorecard& card = ranking.card(row);
        const cchc::Band* const band = ranking.band(row);
        const auto index = card.index ? std::optional(card.index->rounded(2, cchc::RoundingMode::half_up)) : std::nullopt;
        out.rows.push_back({row.rank ? std::to_string(*row.rank) : "–", card.unit, card.kind, short_number(card.total),
                            short_number(index), band == nullptr ? "–" : band->title.in(lang), remark(row, lang)});
    }
    if (!kinds) {
        out.numeric.erase(out.numeric.begin() + 2);
        out.captions.front().erase(out.captions.front().begin() + 2);
        for (auto& row : out.rows) row.erase(row.begin() + 2);
    }
    return render(out);
}

std::string exact(const std::optional<cchc::Number>& value) { return value ? value->to_string() : ""; }

void write_csv(const Ranking& ranking, Output& output) {
    const auto rows = make_row_writer("csv", ',', output);
    rows->header({"rank", "tied", "unit", "kind", "total", "index", "band", "reason"});
    for (const cchc::RankRow& row : ranking.rows) {
        const cchc::Scorecard& card = ranking.card(row);
        const cchc::Band* const band = ranking.band(row);
        rows->row({row.rank ? std::to_string(*row.rank) : "", row.tied ? "true" : "false", card.unit, card.kind,
                   exact(card.total), exact(card.index), band == nullptr ? "" : band->id, row.reason});
    }
    rows->end();
}

cchc::Number share(const std::string& text, const char* option) {
    const auto number = cchc::Number::parse(text);
    if (!number) throw CallError(fmt::format("rank: {}: expected a number; found \"{}\"", option, text));
    return *number;
}

// How firm the ranking is, on two threads: draws are numbered, so the halves merge to the same bytes as one run.
std::string sensitivity(const RankOptions& o, const cchc::CriteriaSet& criteria, const std::vector<cchc::Scorecard>& cards) {
    cchc::SensitivityOptions options;
    options.points = share(o.points, "--points");
    options.weights = share(o.weights, "--weights");
    options.seed = o.seed;
    options.ranking = {o.by_kind, o.outside};
    cchc::Sensitivity first(criteria, cards, options), second = first;
    const std::uint64_t half = o.draws / 2;
    auto other = std::async(std::launch::async, [&] { second.run(half, o.draws); });
    first.run(0, half);
    other.get();
    first.merge(second);
    const auto result = first.result();
    return o.common.format == "json" ? result.to_json(criteria) : result.to_text(criteria, parse_lang(o.common));
}

}  // namespace

int run_rank(const RankOptions& options) {
    check_call(options);
    const cchc::CriteriaSet criteria = find_criteria(options.criteria);
    const std::vector<cchc::Facts> units = read_facts(options.facts);
    for (const cchc::Facts& facts : units) check_kind(criteria, facts);
    check_outside(options.outside, units);
    Output output(options.common);
    const auto cards = cchc::score_together(criteria, units, {}, options.outside);
    const auto rows = cchc::rank(criteria, cards, {options.by_kind, options.outside});
    const Ranking ranking{criteria, cards, rows};
    if (options.draws > 0) {
        output.write(sensitivity(options, criteria, cards));
    } else if (options.common.format == "json") {
        output.write(cchc::ranking_to_json(criteria, cards, rows));
    } else if (options.common.format == "csv") {
        write_csv(ranking, output);
    } else {
        output.write(table(ranking, parse_lang(options.common)));
    }
    output.commit();
    say_validity(criteria, units.front());
    bool good = true;
    for (std::size_t i = 0; i < units.size(); ++i) {
        say_conflicts(units[i]);
        good = !say_what_is_wrong(criteria, cards[i]) && good;
    }
    return good ? exit_done : exit_bad_data;
}

}  // namespace tool

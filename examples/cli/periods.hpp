// The period that a command is asked for: two dates, or a name.
#pragma once

#include <cchc/cchc.hpp>
#include <string>
#include <string_view>

#include "named.hpp"
#include "options.hpp"
#include "problems.hpp"

namespace tool {

// True when --period names several.
inline bool is_series(const StatsOptions& o) { return o.period.find("..") != std::string::npos; }

// Throws CallError when the period is missing, said twice, or several.
template <class Options>
cchc::Period one_period(const Options& o, std::string_view command) {
    const std::string where(command);
    if (o.period.empty()) {
        if (o.from.empty() || o.to.empty()) throw CallError(where + ": give the period with --from and --to, or --period");
        return {parse_date(o.from, "--from"), parse_date(o.to, "--to"), {}, {}, {}};
    }
    if (!o.from.empty() || !o.to.empty()) throw CallError(where + ": --period stands instead of --from and --to");
    const auto all = parse_periods(o.period, o.windows);
    if (o.period.find("..") != std::string::npos) throw CallError(where + ": --period names several periods here, not one");
    return all.front();
}

// What people call the period; empty where it was given by dates.
template <class Options>
cchc::LocalText period_title(const Options& o) {
    if (o.period.empty()) return {};
    const bool decree = o.windows == "nd-09-2019";
    const cchc::LocalText title = parse_periods(o.period, o.windows).front().title;
    return {title.vi + (decree ? " (Nghị định 09/2019/NĐ-CP, điều 12)" : " (theo lịch)"),
            title.en + (decree ? " (Decree 09/2019/NĐ-CP, art. 12)" : " (calendar)")};
}

// Puts the title below the first line of the heading.
inline void name_period(cchc::Table& table, const cchc::LocalText& title, cchc::Lang lang) {
    if (!title.in(lang).empty()) table.heading.insert(table.heading.begin() + 1, title.in(lang));
}

}  // namespace tool

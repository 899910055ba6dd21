#include "dossier/pause_row.hpp"

#include "base/utf8.hpp"
#include "dossier/columns.hpp"

namespace cchc {
namespace {

constexpr std::string_view date_expected = "a date such as 17/06/2020 09:10 or 2020-06-17T09:10 (day before month)";

// False for text that is no date; what stands for none is none.
bool read_moment(std::string_view text, std::optional<Moment>& out) {
    out.reset();
    if (text.empty() || is_null_moment(text)) return true;
    out = parse_moment(text);
    return out.has_value();
}

// A due date at exactly 00:00 is a date without a time, as in the columns.
bool read_due(std::string_view text, std::optional<Moment>& out) {
    const bool good = read_moment(text, out);
    if (out && out->second == 0) out->second = -1;
    return good;
}

}  // namespace

std::optional<PauseFault> read_pause(const PauseTexts& texts, const Mapping& mapping, ClockEvent& out) {
    const auto text = [&texts](PauseColumn c) { return texts[static_cast<std::size_t>(c)]; };
    out = {};
    if (const std::string_view kind = text(PauseColumn::kind); !kind.empty()) {
        const auto& kinds = mapping.tables().pause_kind;
        const auto known = kinds.find(text::fold(kind));
        if (known == kinds.end())
            return PauseFault{PauseColumn::kind, "a kind such as supplement, financial_duty, verification, extension"};
        out.kind = known->second;
    }
    std::optional<Moment> from;
    if (!read_moment(text(PauseColumn::from), from)) return PauseFault{PauseColumn::from, date_expected};
    if (!from) return PauseFault{PauseColumn::from, "the date on which it began"};
    out.from = *from;
    if (!read_moment(text(PauseColumn::to), out.to)) return PauseFault{PauseColumn::to, date_expected};
    if (!read_due(text(PauseColumn::due_before), out.due_before)) return PauseFault{PauseColumn::due_before, date_expected};
    if (!read_due(text(PauseColumn::due_after), out.due_after)) return PauseFault{PauseColumn::due_after, date_expected};
    if (columns::is_reversed(out)) return PauseFault{PauseColumn::to, "an end not before its beginning"};
    return std::nullopt;
}

}  // namespace cchc

// Figures of one report held against each other. All of it is a question to the unit, and no figure is dropped for it.
#include <fmt/format.h>

#include "cchc/number.hpp"
#include "inspection/report_reader.hpp"

namespace cchc::inspection {
namespace {

void question(SelfReport& report, std::string_view code, const Figure& figure, const FigureValue& value, LocalText message) {
    report.problems.push_back(
        {std::string(code), false, report.unit, figure.id, report.source, value.pointer, std::move(message)});
}

const FigureValue* value_of(const SelfReport& report, std::string_view figure) {
    const auto found = report.figures.find(figure);
    return found == report.figures.end() ? nullptr : &found->second;
}

bool says_the_same(const FigureValue& a, const FigureValue& b) {
    return a.number == b.number && a.whole == b.whole && a.dossiers == b.dossiers;
}

std::string in_words(const FigureValue& value, Lang lang) {
    if (value.type == FigureType::pair) return fmt::format("{}/{}", value.number.to_string(), value.whole.to_string());
    if (value.type != FigureType::dossiers) return value.number.to_string();
    const DossierFigure& d = value.dossiers;
    return fmt::format(fmt::runtime(lang == Lang::vi ? "tiếp nhận {}, trước hạn {}, đúng hạn {}, quá hạn {}"
                                                     : "received {}, early {}, on time {}, overdue {}"),
                       d.received, d.early, d.on_time, d.overdue);
}

// A unit may have resolved what it received in the period before: then it counted only the new ones as received.
void check_resolved(SelfReport& report, const Figure& figure, const FigureValue& value) {
    const DossierFigure& d = value.dossiers;
    if (figure.type != FigureType::dossiers || d.resolved() <= d.received) return;
    question(
        report, "resolved_above_received", figure, value,
        {fmt::format("đã giải quyết {} hồ sơ, nhiều hơn {} hồ sơ tiếp nhận; đề nghị kiểm tra số tiếp nhận đã gồm hồ sơ kỳ "
                     "trước chuyển sang chưa",
                     d.resolved(), d.received),
         fmt::format("{} dossiers resolved, more than the {} received; are those carried over among the received?",
                     d.resolved(), d.received)});
}

void check_same(SelfReport& report, const Outline& outline, const Figure& figure, const FigureValue& value) {
    if (figure.same_as.empty()) return;
    const FigureValue* other = value_of(report, figure.same_as);
    if (other == nullptr || says_the_same(value, *other)) return;
    const Figure* same = outline.find(figure.same_as);
    if (same == nullptr) return;
    question(report, "figures_differ", figure, value,
             {fmt::format("{}; chỉ tiêu \"{}\" cùng nội dung lại ghi: {}", in_words(value, Lang::vi),
                          same->title.in(Lang::vi), in_words(*other, Lang::vi)),
              fmt::format("{}; the figure \"{}\", which says the same, has: {}", in_words(value, Lang::en),
                          same->title.in(Lang::en), in_words(*other, Lang::en))});
}

std::uint64_t count_of(const DossierFigure& d, DossierPart part) {
    switch (part) {
        case DossierPart::received: return d.received;
        case DossierPart::resolved: return d.resolved();
        case DossierPart::early: return d.early;
        case DossierPart::on_time: return d.on_time;
        case DossierPart::overdue: return d.overdue;
    }
    return 0;
}

void check_whole(SelfReport& report, const Outline& outline, const Figure& figure, const FigureValue& value) {
    if (!figure.whole_at_least) return;
    const FigureValue* other = value_of(report, figure.whole_at_least->figure);
    const Figure* of = outline.find(figure.whole_at_least->figure);
    if (other == nullptr || of == nullptr) return;
    const std::uint64_t least = count_of(other->dossiers, figure.whole_at_least->part);
    if (Number(value.whole) >= Number(static_cast<std::int64_t>(least))) return;
    question(report, "figures_differ", figure, value,
             {fmt::format("{}: {}, ít hơn {} của chỉ tiêu \"{}\"", figure.whole.in(Lang::vi), value.whole.to_string(), least,
                          of->title.in(Lang::vi)),
              fmt::format("{}: {}, less than the {} of the figure \"{}\"", figure.whole.in(Lang::en),
                          value.whole.to_string(), least, of->title.in(Lang::en))});
}

}  // namespace

void check_between(SelfReport& report, const Outline& outline) {
    for (const Figure& figure : outline.figures) {
        const FigureValue* value = value_of(report, figure.id);
        if (value == nullptr) continue;
        check_resolved(report, figure, *value);
        check_same(report, outline, figure, *value);
        check_whole(report, outline, figure, *value);
    }
}

}  // namespace cchc::inspection

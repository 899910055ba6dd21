// Files of findings put together, and what is wrong between findings, conclusions and remedies of several files.
#include "cchc/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "inspection/findings_rules.hpp"
#include "inspection/problem.hpp"
#include "json/value.hpp"

namespace cchc {
namespace inspection {

namespace {

// Of two findings of one id the one raised first stands, whichever file was read first.
auto rank_of(const Finding& f) { return std::tie(f.raised, f.unit, f.origin, f.text, f.source, f.pointer); }

class FindingsLinker {
public:
    explicit FindingsLinker(Findings& all) : all_(all) {}

    void link() {
        drop_second_findings();
        links_ = links_of(all_);
        for (const InspectionProblem& p : all_.problems)
            if (p.error && p.pointer.starts_with("/findings/")) refused_.emplace(p.figure, p.source + "#" + p.pointer);
        for (const Conclusion& c : all_.conclusions) check(c);
        for (const Remedy& r : all_.remedies) check(r);
    }

private:
    void drop_second_findings() {
        std::map<std::string, std::size_t, std::less<>> first;
        for (std::size_t i = 0; i < all_.findings.size(); ++i) {
            const auto [at, added] = first.emplace(all_.findings[i].id, i);
            if (!added && rank_of(all_.findings[i]) < rank_of(all_.findings[at->second])) at->second = i;
        }
        for (std::size_t i = 0; i < all_.findings.size(); ++i) {
            const Finding& f = all_.findings[i];
            const std::size_t stands = first.find(f.id)->second;
            if (stands != i) second(f, all_.findings[stands]);
        }
        std::vector<Finding> kept;
        for (std::size_t i = 0; i < all_.findings.size(); ++i)
            if (first.find(all_.findings[i].id)->second == i) kept.push_back(all_.findings[i]);
        all_.findings = std::move(kept);
    }

    void add(std::string_view code, bool error, const Finding& f, std::string_view source, std::string_view pointer,
             LocalText message) {
        all_.problems.push_back(problem(code, error, f.unit, f.id, source, pointer, std::move(message)));
    }

    void second(const Finding& f, const Finding& stands) {
        const std::string id = text::excerpt(f.id);
        add("second_finding", true, f, f.source, f.pointer,
            {fmt::format("Mã phát hiện \"{}\" đã được dùng tại {}#{}; phát hiện này không được tính", id, stands.source,
                         stands.pointer),
             fmt::format("the id \"{}\" is that of the finding at {}#{}; this one does not count", id, stands.source,
                         stands.pointer)});
    }

    const Finding* known(const std::string& id, const std::string& unit, const std::string& source,
                         const std::string& pointer) {
        const auto found = links_.findings.find(id);
        if (found != links_.findings.end()) return found->second;
        const std::string name = text::excerpt(id);
        const auto refused = refused_.find(id);
        LocalText message{fmt::format("Không có phát hiện nào mang mã \"{}\"", name),
                          fmt::format("no finding has the id \"{}\"", name)};
        // Whoever looks for the id finds it: the finding itself is what has to be mended.
        if (refused != refused_.end())
            message = {fmt::format("Phát hiện \"{}\" tại {} có lỗi nên không được dùng", name, refused->second),
                       fmt::format("the finding \"{}\" at {} is wrong itself, and is left out", name, refused->second)};
        all_.problems.push_back(problem("unknown_finding", true, unit, id, source, pointer, std::move(message)));
        return nullptr;
    }

    void check(const Conclusion& c) {
        for (std::size_t i = 0; i < c.fixes.size(); ++i) {
            const RequiredFix& fix = c.fixes[i];
            const std::string pointer = fix.pointer.empty() ? fmt::format("{}/fixes/{}", c.pointer, i) : fix.pointer;
            if (const Finding* f = known(fix.finding, c.unit, c.source, pointer)) check_fix(c, fix, *f, pointer);
        }
    }

    void check_fix(const Conclusion& c, const RequiredFix& fix, const Finding& f, const std::string& pointer) {
        const FixFault fault = fault_of(c, fix, f);
        if (fault == FixFault::none) return;
        const auto [code, message] = words_of(fault, c, fix, f);
        all_.problems.push_back(problem(code, true, c.unit, f.id, c.source, pointer, message));
    }

    void check(const Remedy& r) {
        const Finding* f = known(r.finding, {}, r.source, r.pointer);
        if (f == nullptr) return;
        const std::string id = text::excerpt(f->id);
        switch (fault_of(r, *f)) {
            case RemedyFault::none: break;
            case RemedyFault::good_model:
                return add("remedy_of_good_model", true, *f, r.source, r.pointer, good_model_words(id));
            case RemedyFault::done_early:
                return add("remedy_before_finding", true, *f, r.source, r.pointer,
                           {fmt::format("Khắc phục ngày {} trước ngày phát hiện {}; không được tính",
                                        to_text(r.done, Lang::vi), to_text(f->raised, Lang::vi)),
                            fmt::format("remedied on {}, before the finding of {}; it does not count",
                                        to_text(r.done, Lang::en), to_text(f->raised, Lang::en))});
        }
        const Remedy* first = links_.remedies.find(f->id)->second.front();
        if (first != &r)
            add("second_remedy", false, *f, r.source, r.pointer,
                {fmt::format("Phát hiện \"{}\" đã được khắc phục ngày {}; lần đầu được tính", id,
                             to_text(first->done, Lang::vi)),
                 fmt::format("the finding \"{}\" was remedied on {}; the first remedy counts", id,
                             to_text(first->done, Lang::en))});
    }

    static LocalText good_model_words(const std::string& id) {
        return {fmt::format("\"{}\" là mô hình hay, không phải khắc phục", id),
                fmt::format("\"{}\" is a good model: there is nothing to fix", id)};
    }

    // "Hạn 01/03/2019 trước ngày phát hiện 20/09/2019; không được tính"
    static LocalText early_words(const LocalText& what, Date day, const LocalText& before, Date than) {
        return {fmt::format("{} {} trước {} {}; không được tính", what.vi, to_text(day, Lang::vi), before.vi,
                            to_text(than, Lang::vi)),
                fmt::format("{} {} is before {} {}; it does not count", what.en, to_text(day, Lang::en), before.en,
                            to_text(than, Lang::en))};
    }

    static std::pair<std::string_view, LocalText> words_of(FixFault fault, const Conclusion& c, const RequiredFix& fix,
                                                           const Finding& f) {
        const std::string id = text::excerpt(f.id);
        const LocalText due{"Hạn khắc phục", "the due day"}, finding{"ngày phát hiện", "the finding of"},
            concluded{"Kết luận ngày", "the conclusion of"}, conclusion{"ngày ban hành kết luận", "the conclusion of"};
        switch (fault) {
            case FixFault::other_unit:
                return {"conclusion_of_other_unit",
                        {fmt::format("Phát hiện \"{}\" là của {}, không phải của {}", id, f.unit, c.unit),
                         fmt::format("the finding \"{}\" is of {}, not of {}", id, f.unit, c.unit)}};
            case FixFault::good_model: return {"fix_of_good_model", good_model_words(id)};
            case FixFault::concluded_early:
                return {"conclusion_before_finding", early_words(concluded, *c.document.date, finding, f.raised)};
            case FixFault::due_before_finding: return {"due_before_finding", early_words(due, *fix.due, finding, f.raised)};
            case FixFault::due_before_conclusion:
                return {"due_before_conclusion", early_words(due, *fix.due, conclusion, *c.document.date)};
            case FixFault::none: break;
        }
        return {};
    }

    Findings& all_;
    FindingLinks links_;
    std::map<std::string, std::string, std::less<>> refused_;  // findings that reading left out, and where they stand
};

}  // namespace

FixFault fault_of(const Conclusion& c, const RequiredFix& fix, const Finding& f) noexcept {
    if (f.unit != c.unit) return FixFault::other_unit;
    if (!needs_fix(f)) return FixFault::good_model;
    if (c.document.date && *c.document.date < f.raised) return FixFault::concluded_early;
    if (fix.due && *fix.due < f.raised) return FixFault::due_before_finding;
    if (fix.due && c.document.date && *fix.due < *c.document.date) return FixFault::due_before_conclusion;
    return FixFault::none;
}

RemedyFault fault_of(const Remedy& r, const Finding& f) noexcept {
    if (!needs_fix(f)) return RemedyFault::good_model;
    return r.done < f.raised ? RemedyFault::done_early : RemedyFault::none;
}

FindingLinks links_of(const Findings& all) {
    FindingLinks out;
    for (const Finding& f : all.findings) out.findings.emplace(f.id, &f);
    // Of two conclusions of one day the greater number is taken for the later one, then the later due day: the order of
    // the files must not decide.
    using Rank = std::tuple<std::optional<Date>, std::string_view, std::optional<Date>>;
    std::map<std::string_view, Rank> latest;
    for (const Conclusion& c : all.conclusions)
        for (const RequiredFix& fix : c.fixes) {
            const auto found = out.findings.find(fix.finding);
            if (found == out.findings.end() || fault_of(c, fix, *found->second) != FixFault::none) continue;
            const Rank rank{c.document.date, c.document.number, fix.due};
            const auto [at, added] = latest.emplace(found->first, rank);
            if (!added && at->second < rank) at->second = rank;
        }
    for (const auto& [id, rank] : latest) out.due.emplace(id, std::get<2>(rank));
    for (const Remedy& r : all.remedies) {
        const auto found = out.findings.find(r.finding);
        if (found != out.findings.end() && fault_of(r, *found->second) == RemedyFault::none)
            out.remedies[found->first].push_back(&r);
    }
    for (auto& [id, remedies] : out.remedies)
        std::stable_sort(remedies.begin(), remedies.end(),
                         [](const Remedy* a, const Remedy* b) { return a->done < b->done; });
    return out;
}

}  // namespace inspection

std::string_view to_string(FindingKind kind) noexcept { return json::name_of(kind, inspection::finding_kind_names); }

std::string to_text(FindingKind kind, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (kind) {
        case FindingKind::shortcoming: return vi ? "tồn tại, hạn chế" : "shortcoming";
        case FindingKind::difficulty: return vi ? "khó khăn, vướng mắc" : "difficulty";
        case FindingKind::good_model: return vi ? "mô hình hay" : "good model";
    }
    return "?";
}

Findings Findings::from_json(std::string_view text, std::string_view source, const Calendar& calendar) {
    const json::Value document = json::parse(text, source);
    Findings out;
    inspection::read_findings(json::Node(document, source), source, calendar, out);
    return out;
}

void Findings::add(const Findings& other) {
    // All or (out of memory) nothing: what can fail comes first, moving cannot.
    Findings more = other;
    const auto make_room = [](auto& to, const auto& from) {
        if (to.capacity() - to.size() < from.size()) to.reserve(to.size() + std::max(to.size(), from.size()));
    };
    make_room(findings, more.findings);
    make_room(conclusions, more.conclusions);
    make_room(remedies, more.remedies);
    make_room(problems, more.problems);
    const auto append = [](auto& to, auto& from) { std::move(from.begin(), from.end(), std::back_inserter(to)); };
    append(findings, more.findings);
    append(conclusions, more.conclusions);
    append(remedies, more.remedies);
    append(problems, more.problems);
}

void Findings::link() { inspection::FindingsLinker(*this).link(); }

}  // namespace cchc

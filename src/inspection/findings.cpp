// Reading findings, and what is wrong between findings, conclusions and remedies of several files.
#include "cchc/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "cchc/error.hpp"
#include "inspection/filled.hpp"
#include "inspection/findings_rules.hpp"
#include "inspection/json_parts.hpp"
#include "json/value.hpp"

namespace cchc {
namespace inspection {

namespace {

constexpr std::pair<std::string_view, FindingKind> finding_kind_names[] = {{"shortcoming", FindingKind::shortcoming},
                                                                           {"difficulty", FindingKind::difficulty},
                                                                           {"good_model", FindingKind::good_model}};

class FindingsReader {
public:
    FindingsReader(std::string_view source, const Calendar& calendar, Findings& out)
        : source_(source), calendar_(calendar), out_(out) {}

    void read(const json::Node& document) {
        json::Object o(document);
        o.expect_format("cchc.findings/1");
        if (const auto n = o.find("findings"))
            for (const json::Node& item : n->items()) out_.findings.push_back(finding(item));
        if (const auto n = o.find("conclusions"))
            for (const json::Node& item : n->items()) out_.conclusions.push_back(conclusion(item));
        if (const auto n = o.find("remedies"))
            for (const json::Node& item : n->items()) out_.remedies.push_back(remedy(item));
        o.done();
    }

private:
    Finding finding(const json::Node& node) const {
        json::Object o(node);
        Finding f;
        f.id = filled_text(o.at("id"));
        f.unit = filled_text(o.at("unit"));
        f.kind = json::choice(o.at("kind"), finding_kind_names);
        f.item = optional_text(o, "item");
        f.criterion = optional_text(o, "criterion");
        f.text = filled_text(o.at("text"));
        if (const auto n = o.find("evidence")) f.evidence = texts(*n);
        f.responsible = optional_text(o, "responsible");
        f.origin = filled_text(o.at("origin"));
        f.raised = o.at("raised").date();
        o.done();
        f.source = source_;
        f.pointer = node.pointer();
        return f;
    }

    Conclusion conclusion(const json::Node& node) const {
        json::Object o(node);
        Conclusion c;
        c.unit = filled_text(o.at("unit"));
        const json::Node document = o.at("document");
        c.document = legal_document(document);
        // Its date says which of two conclusions is the later one, and where working days begin.
        if (!c.document.date) document.fail("expected the date of the conclusion");
        c.summary = optional_text(o, "summary");
        if (const auto n = o.find("fixes")) c.fixes = fixes(*n, *c.document.date);
        if (const auto n = o.find("praise")) c.praise = texts(*n);
        o.done();
        c.source = source_;
        c.pointer = node.pointer();
        return c;
    }

    std::vector<RequiredFix> fixes(const json::Node& list, Date concluded) const {
        std::vector<RequiredFix> out;
        std::set<std::string, std::less<>> seen;
        for (const json::Node& node : list.items()) {
            json::Object o(node);
            RequiredFix fix;
            fix.finding = filled_text(o.at("finding"));
            if (!seen.insert(fix.finding).second)
                node.fail(fmt::format("the conclusion names the finding \"{}\" twice", text::excerpt(fix.finding)));
            fix.due = optional_date(o, "due");
            if (const auto days = o.find("working_days")) {
                if (fix.due) days->fail("expected one of \"due\" and \"working_days\"");
                fix.due = counted(*days, concluded);
            }
            o.done();
            out.push_back(std::move(fix));
        }
        return out;
    }

    Date counted(const json::Node& days, Date concluded) const {
        try {
            return calendar_.add_working_days(concluded, days.integer(1, 1000));
        } catch (const Error& e) {
            if (e.code() != ErrorCode::outside_coverage) throw;
            throw Error(e.code(), e.message(), {source_, -1, -1, -1, days.pointer()});
        }
    }

    Remedy remedy(const json::Node& node) const {
        json::Object o(node);
        Remedy r;
        r.finding = filled_text(o.at("finding"));
        r.measure = filled_text(o.at("measure"));
        if (const auto n = o.find("evidence")) r.evidence = texts(*n);
        r.done = o.at("done").date();
        o.done();
        r.source = source_;
        r.pointer = node.pointer();
        return r;
    }

    std::string source_;
    const Calendar& calendar_;
    Findings& out_;
};

// Of two findings of one id the one raised first stands, whichever file was read first.
auto rank_of(const Finding& f) { return std::tie(f.raised, f.unit, f.origin, f.text, f.source, f.pointer); }

class FindingsLinker {
public:
    explicit FindingsLinker(Findings& all) : all_(all) {}

    void link() {
        drop_second_findings();
        links_ = links_of(all_);
        for (const Conclusion& c : all_.conclusions) check(c);
        for (const Remedy& r : all_.remedies) check(r);
    }

private:
    void problem(std::string code, bool error, std::string unit, const std::string& finding, const std::string& source,
                 std::string pointer, LocalText message) {
        all_.problems.push_back(
            {std::move(code), error, std::move(unit), finding, source, std::move(pointer), std::move(message)});
    }

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

    void second(const Finding& f, const Finding& stands) {
        const std::string id = text::excerpt(f.id);
        problem("second_finding", true, f.unit, f.id, f.source, f.pointer,
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
        problem(
            "unknown_finding", true, unit, id, source, pointer,
            {fmt::format("Không có phát hiện nào mang mã \"{}\"", name), fmt::format("no finding has the id \"{}\"", name)});
        return nullptr;
    }

    void check(const Conclusion& c) {
        for (std::size_t i = 0; i < c.fixes.size(); ++i) {
            const std::string pointer = fmt::format("{}/fixes/{}", c.pointer, i);
            if (const Finding* f = known(c.fixes[i].finding, c.unit, c.source, pointer)) check_fix(c, *f, pointer);
        }
    }

    void check_fix(const Conclusion& c, const Finding& f, const std::string& pointer) {
        const std::string id = text::excerpt(f.id);
        if (f.unit != c.unit)
            problem("conclusion_of_other_unit", true, c.unit, f.id, c.source, pointer,
                    {fmt::format("Phát hiện \"{}\" là của {}, không phải của {}", id, f.unit, c.unit),
                     fmt::format("the finding \"{}\" is of {}, not of {}", id, f.unit, c.unit)});
        if (!needs_fix(f))
            problem("fix_of_good_model", true, c.unit, f.id, c.source, pointer,
                    {fmt::format("\"{}\" là mô hình hay, không phải khắc phục", id),
                     fmt::format("\"{}\" is a good model: there is nothing to fix", id)});
    }

    void check(const Remedy& r) {
        const Finding* f = known(r.finding, {}, r.source, r.pointer);
        if (f == nullptr) return;
        const std::string id = text::excerpt(f->id);
        if (r.done < f->raised)
            return problem("remedy_before_finding", true, f->unit, f->id, r.source, r.pointer,
                           {fmt::format("Khắc phục ngày {} trước ngày phát hiện {}; không được tính",
                                        to_text(r.done, Lang::vi), to_text(f->raised, Lang::vi)),
                            fmt::format("remedied on {}, before the finding of {}; it does not count",
                                        to_text(r.done, Lang::en), to_text(f->raised, Lang::en))});
        const Remedy* first = links_.remedies.find(f->id)->second.front();
        if (first != &r)
            problem("second_remedy", false, f->unit, f->id, r.source, r.pointer,
                    {fmt::format("Phát hiện \"{}\" đã được khắc phục ngày {}; lần đầu được tính", id,
                                 to_text(first->done, Lang::vi)),
                     fmt::format("the finding \"{}\" was remedied on {}; the first remedy counts", id,
                                 to_text(first->done, Lang::en))});
    }

    Findings& all_;
    FindingLinks links_;
};

}  // namespace

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
            if (found == out.findings.end() || found->second->unit != c.unit || !needs_fix(*found->second)) continue;
            const Rank rank{c.document.date, c.document.number, fix.due};
            const auto [at, added] = latest.emplace(found->first, rank);
            if (!added && at->second < rank) at->second = rank;
        }
    for (const auto& [id, rank] : latest) out.due.emplace(id, std::get<2>(rank));
    for (const Remedy& r : all.remedies) {
        const auto found = out.findings.find(r.finding);
        if (found != out.findings.end() && r.done >= found->second->raised) out.remedies[found->first].push_back(&r);
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
    inspection::FindingsReader(source, calendar, out).read(json::Node(document, source));
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

#include "cchc/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.hpp"
#include "base/vietnamese.hpp"
#include "cchc/error.hpp"
#include "data/data.hpp"
#include "inspection/filled.hpp"
#include "inspection/json_parts.hpp"
#include "inspection/plan_names.hpp"
#include "json/value.hpp"

namespace cchc {
namespace inspection {

using json::Node;
using json::Object;

namespace {

class PlanReader {
public:
    PlanReader(InspectionPlan& out, std::string_view source) : out_(out), source_(source) {}

    void read(const Node& document) {
        Object o(document);
        o.expect_format("cchc.plan/1");
        if (const auto base = o.find("extends")) extend(*base);
        head(o);
        contents(o);
        people(o);
        times(o);
        letterhead(o);
        names(o);
        o.done();
        check_due_days(document);
        check_contents(document);
    }

private:
    void extend(const Node& base) {
        try {
            out_ = InspectionPlan::builtin(filled_text(base));
        } catch (const Error& error) {
            if (error.code() != ErrorCode::unknown_name) throw;
            throw Error(error.code(), error.message(), {source_, -1, -1, -1, base.pointer()});
        }
        extends_ = true;
    }

    // What a plan must have, of its own or from the plan that it extends.
    std::optional<Node> needed(Object& o, std::string_view key) const { return extends_ ? o.find(key) : o.at(key); }

    void head(Object& o) {
        if (const auto node = needed(o, "id")) out_.id = filled_text(*node);
        if (const auto node = needed(o, "version")) out_.version = filled_text(*node);
        if (const auto node = needed(o, "document")) out_.document = legal_document(*node);
        if (const auto node = needed(o, "year")) out_.year = static_cast<int>(node->integer(1, 9999));
        if (const auto node = o.find("synthetic")) out_.synthetic = node->boolean();
        if (const auto node = o.find("basis")) out_.basis = legal_documents(*node);
        if (const auto node = o.find("purposes")) out_.purposes = local_texts(*node);
        if (const auto node = o.find("requirements")) out_.requirements = local_texts(*node);
        if (const auto node = o.find("conflicts")) out_.conflicts = conflicts(*node);
        if (const auto node = o.find("additions")) out_.additions = filled_locals(*node);
    }

    // The items of a list that is given stand in place of those of the plan that is extended; no name twice.
    template <class Item>
    static void replace(Object& o, std::string_view name, std::vector<Item>& items,
                        Item (*read)(const Node&, std::set<std::string>& names)) {
        const auto list = o.find(name);
        if (!list) return;
        std::set<std::string> names;
        items.clear();
        for (const Node& item : list->items()) items.push_back(read(item, names));
    }

    void contents(Object& o) {
        replace(o, "checklist", out_.checklist, checklist_item);
        replace(o, "forms", out_.forms, form);
    }

    static InspectionForm form(const Node& node, std::set<std::string>& ids) {
        Object o(node);
        InspectionForm f;
        f.id = fresh_name(o.at("id"), ids, "form");
        f.title = filled_local(o.at("title"));
        if (const auto text = o.find("text")) f.text = filled_local(*text);
        f.source = source_line(o);
        o.done();
        return f;
    }

    static ChecklistItem checklist_item(const Node& node, std::set<std::string>& ids) {
        Object o(node);
        ChecklistItem item;
        item.id = fresh_name(o.at("id"), ids, "item");
        item.title = filled_local(o.at("title"));
        if (const auto basis = o.find("basis")) item.basis = legal_documents(*basis);
        if (const auto evidence = o.find("evidence")) item.evidence = filled_local(*evidence);
        if (const auto figures = o.find("figures")) item.figures = texts(*figures);
        item.criterion = optional_text(o, "criterion");
        if (const auto of = o.find("of")) item.of = texts(*of);
        item.source = source_line(o);
        o.done();
        return item;
    }

    void people(Object& o) {
        replace(o, "subjects", out_.subjects, subject);
        if (const auto node = o.find("subjects_planned"))
            out_.subjects_planned = static_cast<std::size_t>(node->integer(0, 1'000'000));
        replace(o, "team", out_.team, member);
        replace(o, "tasks", out_.tasks, task);
    }

    static PlanSubject subject(const Node& node, std::set<std::string>& units) {
        Object o(node);
        PlanSubject s;
        const Node unit = o.at("unit");
        s.unit = filled_text(unit);
        // Two spellings of one name would be one unit everywhere else.
        if (!units.insert(text::name_key(s.unit)).second)
            unit.fail(fmt::format("expected each unit once; found \"{}\" again", text::excerpt(s.unit)));
        s.kind = filled_text(o.at("kind"));
        if (const auto level = o.find("level")) s.level = json::choice(*level, admin_level_names);
        if (const auto visited = o.find("visited")) s.visited = visited->boolean();
        s.visit = optional_date(o, "visit");
        if (const auto notice = o.find("notice")) s.notice = legal_document(*notice);
        o.done();
        return s;
    }

    static TeamMember member(const Node& node, std::set<std::string>&) {
        Object o(node);
        TeamMember m;
        m.body = filled_text(o.at("body"));
        if (const auto role = o.find("role")) m.role = json::choice(*role, team_role_names);
        if (const auto post = o.find("post")) m.post = filled_local(*post);
        if (const auto judged = o.find("contents")) m.contents = texts(*judged);
        o.done();
        return m;
    }

    static PlanTask task(const Node& node, std::set<std::string>& ids) {
        Object o(node);
        PlanTask t;
        t.id = fresh_name(o.at("id"), ids, "task");
        t.text = filled_local(o.at("text"));
        if (const auto owners = o.find("owners")) t.owners = texts(*owners);
        t.due = optional_date(o, "due");
        t.done = optional_date(o, "done");
        t.source = source_line(o);
        o.done();
        return t;
    }

    void times(Object& o) {
        replace(o, "reports", out_.reports, report);
        if (const auto due = o.find("self_report_due")) out_.self_report_due = due->date();
        if (const auto node = needed(o, "period")) std::tie(out_.from, out_.to) = period(*node);
        if (const auto node = o.find("visits_planned")) out_.visits_planned = window(*node);
    }

    static PlannedWindow window(const Node& node) {
        Object o(node);
        PlannedWindow w;
        std::tie(w.from, w.to) = period_in(o, node);
        if (const auto text = o.find("text")) w.text = filled_local(*text);
        w.source = source_line(o);
        o.done();
        return w;
    }

    static ReportDue report(const Node& node, std::set<std::string>& ids) {
        Object o(node);
        ReportDue r;
        r.id = fresh_name(o.at("id"), ids, "report");
        r.title = filled_local(o.at("title"));
        std::tie(r.from, r.to) = period(o.at("period"));
        const Node due = o.at("due");
        r.due = due.date();
        if (r.due < r.from)
            due.fail(fmt::format("expected a day of the period or after it, which begins on {}; found {}", to_string(r.from),
                                 to_string(r.due)));
        o.done();
        return r;
    }

    void letterhead(Object& o) {
        const auto node = o.find("letterhead");
        if (!node) return;
        Object l(*node);
        Letterhead& head = out_.letterhead;
        const std::pair<std::string_view, std::string*> members[] = {{"parent", &head.parent},
                                                                     {"issuer", &head.issuer},
                                                                     {"place", &head.place},
                                                                     {"authority", &head.authority},
                                                                     {"post", &head.post}};
        for (const auto& [key, text] : members)
            if (const auto found = l.find(key)) *text = found->string();
        if (const auto addressees = l.find("addressees")) head.addressees = texts(*addressees);
        l.done();
    }

    void names(Object& o) {
        if (const auto node = o.find("outline")) out_.outline = filled_text(*node);
        if (const auto node = o.find("criteria")) out_.criteria = node->string();
        if (const auto node = o.find("dossiers")) out_.dossiers = texts(*node);
        if (const auto node = o.find("policy")) out_.policy = filled_text(*node);
        if (const auto node = o.find("calendar")) out_.calendar = filled_text(*node);
    }

    // Seen on the whole, since either the date of the plan or the due day may come from the plan that it extends: what the
    // text says itself is refused, and where it says neither, the plan that it extends was refused already.
    void check_due_days(const Node& document) const {
        Object o(document);
        not_before_plan(out_.self_report_due, o.find("self_report_due"), o);
        std::vector<Node> own;
        if (const auto list = o.find("tasks")) own = list->items();
        for (std::size_t i = 0; i < out_.tasks.size(); ++i)
            not_before_plan(out_.tasks[i].due, i < own.size() ? Object(own[i]).find("due") : std::nullopt, o);
    }

    void not_before_plan(std::optional<Date> due, const std::optional<Node>& own, Object& o) const {
        if (!due || !out_.document.date || *due >= *out_.document.date) return;
        (own ? *own : o.at("document"))
            .fail(fmt::format("expected a due day on or after that of the plan, {}; found {}",
                              to_string(*out_.document.date), to_string(*due)));
    }

    // A member that judges an item which is not there would judge nothing, unseen.
    void check_contents(const Node& document) const {
        Object o(document);
        std::vector<Node> own;
        if (const auto list = o.find("team")) own = list->items();
        for (std::size_t i = 0; i < out_.team.size(); ++i) {
            const auto& contents = out_.team[i].contents;
            for (std::size_t j = 0; j < contents.size(); ++j) {
                if (out_.item(contents[j]) != nullptr) continue;
                const std::string message = fmt::format("the team judges the item \"{}\"; the checklist has none of this id",
                                                        text::excerpt(contents[j]));
                if (i < own.size()) Object(own[i]).at("contents").items()[j].fail(message);
                o.at("checklist").fail(message);
            }
        }
    }

    InspectionPlan& out_;
    std::string source_;
    bool extends_ = false;
};

}  // namespace

}  // namespace inspection

const PlanSubject* InspectionPlan::subject(std::string_view unit) const noexcept {
    auto it = std::find_if(subjects.begin(), subjects.end(), [&](const PlanSubject& s) { return s.unit == unit; });
    if (it == subjects.end())
        it = std::find_if(subjects.begin(), subjects.end(),
                          [&](const PlanSubject& s) { return text::same_name(s.unit, unit); });
    return it == subjects.end() ? nullptr : &*it;
}

const ChecklistItem* InspectionPlan::item(std::string_view name) const noexcept {
    const auto it = std::find_if(checklist.begin(), checklist.end(), [&](const ChecklistItem& i) { return i.id == name; });
    return it == checklist.end() ? nullptr : &*it;
}

InspectionPlan InspectionPlan::builtin(std::string_view id) { return from_json(data::builtin("plans", id, "plan"), id); }

std::vector<std::string> InspectionPlan::builtin_ids() { return data::builtin_ids("plans"); }

InspectionPlan InspectionPlan::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    InspectionPlan out;
    inspection::PlanReader(out, source).read(json::Node(document, source));
    return out;
}

}  // namespace cchc

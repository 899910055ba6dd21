#include "cchc/self_report.hpp"

#include <set>
#include <tuple>
#include <utility>

#include "inspection/asked.hpp"
#include "inspection/figure_value.hpp"
#include "inspection/json_parts.hpp"
#include "inspection/part_reader.hpp"
#include "inspection/report_reader.hpp"
#include "json/value.hpp"

namespace cchc {
namespace inspection {
namespace {

using json::Node;
using json::Object;

bool is_null(const Node& node) { return node.is(json::Value::Kind::null); }

// Reads one report. What every report must have throws; all else is listed.
class ReportReader {
public:
    ReportReader(const Outline& outline, const InspectionPlan* plan, std::string_view kind, SelfReport& report)
        : outline_(outline), plan_(plan), kind_(kind), report_(report) {}

    void read(const Node& root) {
        Object o(root);
        o.expect_format("cchc.self-report/1");
        const Node unit = o.at("unit");
        report_.unit = unit.string();
        if (report_.unit.empty()) unit.fail("expected the name of a unit; found an empty text");
        name_unit();
        std::tie(report_.from, report_.to) = period(o.at("period"));
        const Node figures = o.at("figures");
        // An Object refuses what is no object of figures.
        for (const auto& [name, node] : Object(figures).rest())
            if (!is_null(node)) answered_.insert(name);
        // Member by member, so that problems come in the order of the text.
        Object again(root);
        for (const auto& [name, node] : again.rest())
            if (!is_null(node)) member(name, node);
        leave_out_contradicted();
        check_between(report_, outline_);
        missing(figures);
    }

private:
    void name_unit() {
        const PlanSubject* subject = plan_ != nullptr ? plan_->subject(report_.unit) : nullptr;
        if (subject == nullptr) return;
        report_.unit = subject->unit;
        kind_ = subject->kind;
    }

    void leave_out_contradicted() {
        for (const std::string& id : contradicted_)
            if (const auto at = report_.figures.find(id); at != report_.figures.end()) report_.figures.erase(at);
    }

    PartReader reader(std::string_view figure = {}) {
        return PartReader(report_.problems, report_.unit, report_.source, figure);
    }

    void member(std::string_view name, const Node& node) {
        PartReader r = reader();
        if (name == "format" || name == "unit" || name == "period") return;
        if (name == "figures") {
            figures(node);
        } else if (name == "sent") {
            report_.sent = r.date(node);
        } else if (name == "author") {
            report_.author = r.words(node);
        } else if (name == "not_applicable") {
            not_applicable(node);
        } else if (name == "reports_sent") {
            reports_sent(node);
        } else if (name == "proposals") {
            report_.proposals = r.texts(node);
        } else {
            r.say("unknown_key", node, {"một thành phần của định dạng", "a key of the format"}, quoted(name));
        }
    }

    const Figure* known(std::string_view id, const Node& node) {
        const Figure* figure = outline_.find(id);
        if (figure == nullptr)
            reader(id).say("unknown_figure", node, {"mã chỉ tiêu có trong đề cương", "the id of a figure of the outline"},
                           quoted(id));
        return figure;
    }

    void figures(const Node& node) {
        Object all(node);
        for (const auto& [id, item] : all.rest()) {
            const Figure* figure = known(id, item);
            if (figure == nullptr || is_null(item)) continue;
            PartReader r = reader(id);
            if (!asked_of_kind(figure->of, kind_))
                r.warn("not_asked", item,
                       {"câu trả lời của loại đơn vị được hỏi", "an answer of a kind of unit that is asked"},
                       {"câu trả lời của loại đơn vị khác", "one of another kind"});
            if (auto value = figure_value(r, item, *figure)) report_.figures.emplace(id, *std::move(value));
        }
    }

    void not_applicable(const Node& node) {
        if (!reader().has_shape(node, Shape::object)) return;
        Object all(node);
        for (const auto& [id, item] : all.rest()) {
            if (known(id, item) == nullptr || is_null(item)) continue;
            noted_.insert(id);
            PartReader r = reader(id);
            std::string reason = r.text(item);
            if (answered_.contains(id)) {
                r.say("value_and_not_applicable", item,
                      {"hoặc số liệu, hoặc lý do không áp dụng", "either a figure or why it is not applicable"},
                      {"cả hai", "both"});
                contradicted_.insert(id);
            }
            if (r.good()) report_.not_applicable.emplace(id, std::move(reason));
        }
    }

    void reports_sent(const Node& node) {
        PartReader r = reader();
        if (!r.has_shape(node, Shape::object)) return;
        Object all(node);
        for (const auto& [id, item] : all.rest())
            if (!is_null(item))
                if (const auto day = r.date(item)) report_.reports_sent.emplace(id, *day);
    }

    void missing(const Node& figures) {
        for (const Figure& figure : outline_.figures) {
            if (!figure.required || !asked_of_kind(figure.of, kind_)) continue;
            // A figure that was given wrongly has been named already.
            if (answered_.contains(figure.id) || noted_.contains(figure.id)) continue;
            reader(figure.id).say("missing_figure", figures,
                                  {"chỉ tiêu bắt buộc \"" + figure.title.in(Lang::vi) + "\"",
                                   "the required figure \"" + figure.title.in(Lang::en) + "\""},
                                  {"không có câu trả lời", "no answer"});
        }
    }

    const Outline& outline_;
    const InspectionPlan* plan_;
    std::string kind_;
    SelfReport& report_;
    std::set<std::string, std::less<>> answered_, noted_, contradicted_;  // figures, however wrongly
};

}  // namespace

SelfReport read_self_report(const json::Value& document, std::string_view source, const Outline& outline,
                            const InspectionPlan* plan, std::string_view kind) {
    SelfReport report;
    report.source = source;
    ReportReader(outline, plan, kind, report).read(Node(document, source));
    return report;
}

}  // namespace inspection

SelfReport SelfReport::from_json(std::string_view text, std::string_view source, const Outline& outline,
                                 std::string_view kind) {
    return inspection::read_self_report(json::parse(text, source), source, outline, nullptr, kind);
}

}  // namespace cchc

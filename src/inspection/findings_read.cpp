// Reading a file of findings item by item: what is wrong in one is listed, and the others stand.
#include <fmt/format.h>

#include <set>
#include <utility>

#include "cchc/error.hpp"
#include "inspection/findings_rules.hpp"
#include "inspection/part_reader.hpp"
#include "json/value.hpp"

namespace cchc::inspection {
namespace {

// The text of a member, to name a problem by it; empty where it is none.
std::string named_in(const json::Node& node, std::string_view key) {
    if (!node.is(json::Value::Kind::object)) return {};
    json::Object o(node);
    const auto member = o.find(key);
    return member && member->is(json::Value::Kind::string) ? std::string(member->string()) : std::string();
}

std::string words_at(PartReader& p, json::Object& o, std::string_view key) {
    const auto node = o.find(key);
    return node ? p.words(*node) : std::string();
}

std::vector<std::string> texts_at(PartReader& p, json::Object& o, std::string_view key) {
    const auto node = o.find(key);
    return node ? p.texts(*node) : std::vector<std::string>();
}

// Of what needs() has asked for and not found.
std::string text_at(PartReader& p, json::Object& o, std::string_view key) {
    const auto node = o.find(key);
    return node ? p.text(*node) : std::string();
}

Date date_at(PartReader& p, json::Object& o, std::string_view key) {
    const auto node = o.find(key);
    return node ? p.date(*node).value_or(Date{}) : Date{};
}

class FindingsFileReader {
public:
    FindingsFileReader(std::string_view source, const Calendar& calendar, Findings& out)
        : source_(source), calendar_(calendar), out_(out) {}

    void read(const json::Node& document) {
        json::Object o(document);
        o.expect_format("cchc.findings/1");
        // All three are lists, or nothing of the file is taken.
        const auto findings = list(o, "findings"), conclusions = list(o, "conclusions"), remedies = list(o, "remedies");
        for (const json::Node& item : findings) read_finding(item);
        for (const json::Node& item : conclusions) read_conclusion(item);
        for (const json::Node& item : remedies) read_remedy(item);
        PartReader(out_.problems, {}, source_, {}).nothing_else(o);
    }

private:
    static std::vector<json::Node> list(json::Object& o, std::string_view key) {
        const auto node = o.find(key);
        return node ? node->items() : std::vector<json::Node>();
    }

    void read_finding(const json::Node& node) {
        PartReader p(out_.problems, named_in(node, "unit"), source_, named_in(node, "id"));
        if (!p.has_shape(node, Shape::object)) return;
        json::Object o(node);
        p.needs(o, {"id", "unit", "kind", "text", "origin", "raised"});
        Finding f;
        f.id = text_at(p, o, "id");
        f.unit = text_at(p, o, "unit");
        if (const auto kind = o.find("kind")) f.kind = kind_of(p, *kind);
        f.item = words_at(p, o, "item");
        f.criterion = words_at(p, o, "criterion");
        f.text = text_at(p, o, "text");
        f.evidence = texts_at(p, o, "evidence");
        f.responsible = words_at(p, o, "responsible");
        f.origin = text_at(p, o, "origin");
        f.raised = date_at(p, o, "raised");
        p.nothing_else(o);
        if (p.good()) keep(out_.findings, std::move(f), node);
    }

    static FindingKind kind_of(PartReader& p, const json::Node& node) {
        if (!p.has_shape(node, Shape::text)) return {};
        for (const auto& [name, kind] : finding_kind_names)
            if (name == node.string()) return kind;
        p.say("unknown_kind", node,
              {"một trong các giá trị shortcoming (tồn tại, hạn chế), difficulty (khó khăn, vướng mắc), good_model (mô hình "
               "hay)",
               "one of shortcoming, difficulty, good_model"},
              found_in(node));
        return {};
    }

    void read_conclusion(const json::Node& node) {
        PartReader p(out_.problems, named_in(node, "unit"), source_, {});
        if (!p.has_shape(node, Shape::object)) return;
        json::Object o(node);
        p.needs(o, {"unit", "document"});
        Conclusion c;
        c.unit = text_at(p, o, "unit");
        if (const auto document = o.find("document")) c.document = document_of(p, *document);
        c.summary = words_at(p, o, "summary");
        c.praise = texts_at(p, o, "praise");
        if (const auto fixes = o.find("fixes"))
            if (p.has_shape(*fixes, Shape::list)) read_fixes(*fixes, c);
        p.nothing_else(o);
        if (p.good()) keep(out_.conclusions, std::move(c), node);
    }

    static LegalDocument document_of(PartReader& p, const json::Node& node) {
        LegalDocument out = p.document(node).value_or(LegalDocument{});
        // Its date says which of two conclusions is the later one, and where working days begin.
        if (p.good() && !out.date)
            p.say("wrong_type", node,
                  {"văn bản có ngày ban hành của kết luận (\"date\")", "the date of the conclusion (\"date\")"},
                  {"văn bản không có ngày", "a document without a date"});
        return out;
    }

    // A fix that is wrong leaves the conclusion and its other fixes.
    void read_fixes(const json::Node& list, Conclusion& c) {
        std::set<std::string, std::less<>> seen;
        for (const json::Node& node : list.items()) {
            PartReader p(out_.problems, c.unit, source_, named_in(node, "finding"));
            if (!p.has_shape(node, Shape::object)) continue;
            RequiredFix fix = fix_of(p, node, c.document.date);
            if (p.good() && !seen.insert(fix.finding).second)
                p.say("second_fix", node, {"mỗi phát hiện một lần trong một kết luận", "each finding once in a conclusion"},
                      quoted(fix.finding));
            if (!p.good()) continue;
            fix.pointer = node.pointer();
            c.fixes.push_back(std::move(fix));
        }
    }

    RequiredFix fix_of(PartReader& p, const json::Node& node, const std::optional<Date>& concluded) const {
        json::Object o(node);
        p.needs(o, {"finding"});
        RequiredFix fix;
        fix.finding = text_at(p, o, "finding");
        const auto due = o.find("due");
        if (due) fix.due = p.date(*due);
        if (const auto days = o.find("working_days")) {
            const std::int64_t count = p.integer(*days, 1, 1000);
            if (due) {
                p.say("wrong_type", *days,
                      {"một trong hai: \"due\" hoặc \"working_days\"", "one of \"due\" and \"working_days\""},
                      {"cả hai", "both"});
            } else if (p.good() && concluded) {
                fix.due = counted(p, *days, *concluded, count);
            }
        }
        p.nothing_else(o);
        return fix;
    }

    std::optional<Date> counted(PartReader& p, const json::Node& days, Date concluded, std::int64_t count) const {
        try {
            return calendar_.add_working_days(concluded, count);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::outside_coverage) throw;
            p.say("outside_coverage", days,
                  {fmt::format("thời hạn trong phạm vi lịch làm việc \"{}\" ({} đến {})", calendar_.id(),
                               to_text(calendar_.from(), Lang::vi), to_text(calendar_.to(), Lang::vi)),
                   fmt::format("a due day that the calendar \"{}\" covers ({} to {})", calendar_.id(),
                               to_string(calendar_.from()), to_string(calendar_.to()))},
                  {fmt::format("{} ngày làm việc từ {}", count, to_text(concluded, Lang::vi)),
                   fmt::format("{} working days after {}", count, to_string(concluded))});
            return std::nullopt;
        }
    }

    void read_remedy(const json::Node& node) {
        PartReader p(out_.problems, {}, source_, named_in(node, "finding"));
        if (!p.has_shape(node, Shape::object)) return;
        json::Object o(node);
        p.needs(o, {"finding", "measure", "done"});
        Remedy r;
        r.finding = text_at(p, o, "finding");
        r.measure = text_at(p, o, "measure");
        r.evidence = texts_at(p, o, "evidence");
        r.done = date_at(p, o, "done");
        p.nothing_else(o);
        if (p.good()) keep(out_.remedies, std::move(r), node);
    }

    template <class Item>
    void keep(std::vector<Item>& to, Item item, const json::Node& node) {
        item.source = source_;
        item.pointer = node.pointer();
        to.push_back(std::move(item));
    }

    std::string source_;
    const Calendar& calendar_;
    Findings& out_;
};

}  // namespace

void read_findings(const json::Node& document, std::string_view source, const Calendar& calendar, Findings& out) {
    FindingsFileReader(source, calendar, out).read(document);
}

}  // namespace cchc::inspection

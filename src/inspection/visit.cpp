// Reading a visit: what is wrong in a part of it is listed, and the other parts stand.
#include "cchc/visit.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "cchc/error.hpp"
#include "inspection/filled.hpp"
#include "inspection/json_parts.hpp"
#include "inspection/plan_names.hpp"
#include "inspection/unit_names.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace inspection {

namespace {

constexpr std::pair<std::string_view, CheckResult> check_result_names[] = {{"met", CheckResult::met},
                                                                           {"partly", CheckResult::partly},
                                                                           {"not_met", CheckResult::not_met},
                                                                           {"not_applicable", CheckResult::not_applicable},
                                                                           {"not_judged", CheckResult::not_judged}};

Outcome outcome_named(const json::Node& node) {
    const std::string_view name = node.string();
    std::string expected;
    for (std::uint8_t i = 0; i < outcome_count; ++i) {
        const auto outcome = static_cast<Outcome>(i);
        if (to_string(outcome) == name) return outcome;
        expected += fmt::format("{}{}", i == 0 ? "" : ", ", to_string(outcome));
    }
    node.fail(fmt::format("expected one of {}; found \"{}\"", expected, text::excerpt(name)));
}

bool is_time_of_day(std::string_view t) {
    const bool shaped = t.size() == 5 && t[2] == ':' && text::is_digit(t[0]) && text::is_digit(t[1]) &&
                        text::is_digit(t[3]) && text::is_digit(t[4]);
    return shaped && t.substr(0, 2) <= "23" && t[3] <= '5';
}

// A sampled dossier by its columns: every text that is there, by the name of its column.
struct SampledTexts {
    std::vector<std::pair<std::string_view, std::string>> columns;
    std::optional<Outcome> recorded;
    std::string pointer;
    std::string id;
};

class VisitReader {
public:
    VisitReader(const InspectionPlan& plan, Visit& out) : plan_(plan), out_(out) {}

    void read(const json::Node& document) {
        json::Object o(document);
        o.expect_format("cchc.visit/1");
        out_.unit = plan_name(plan_, filled_text(o.at("unit")));
        out_.date = o.at("date").date();
        if (const auto n = o.find("from_time")) attempt({}, [&] { out_.from_time = time_of_day(*n); });
        if (const auto n = o.find("to_time")) attempt({}, [&] { out_.to_time = end_time(*n); });
        if (const auto n = o.find("place")) attempt({}, [&] { out_.place = n->string(); });
        if (const auto n = o.find("present")) each(*n, [&](const json::Node& item) { read_present(item); });
        if (const auto n = o.find("representatives")) read_texts(*n, out_.representatives);
        if (const auto n = o.find("items")) each(*n, [&](const json::Node& item) { read_item(item); });
        if (const auto n = o.find("sampled")) read_sampled(*n);
        if (const auto n = o.find("opinions")) read_texts(*n, out_.opinions);
        for (const auto& [name, node] : o.rest()) attempt({}, [&node = node] { node.fail("unknown key"); });
    }

private:
    // Reads a part; where it has the wrong shape, that is a problem and the part is left out.
    template <class Read>
    void attempt(std::string figure, Read part) {
        try {
            part();
        } catch (const Error& e) {
            if (e.code() != ErrorCode::json_schema) throw;
            problem(
                "wrong_type", std::move(figure), e.where().pointer,
                {fmt::format(
                     "Giá trị tại {} không đúng mẫu cchc.visit/1 (sai kiểu, sai tên hoặc thiếu khóa) nên không được dùng",
                     e.where().pointer),
                 e.message()});
        }
    }

    template <class Read>
    void each(const json::Node& list, Read part) {
        attempt({}, [&] {
            for (const json::Node& item : list.items()) attempt({}, [&] { part(item); });
        });
    }

    void problem(std::string code, std::string figure, std::string pointer, LocalText message) {
        out_.problems.push_back(
            {std::move(code), true, out_.unit, std::move(figure), out_.source, std::move(pointer), std::move(message)});
    }

    void read_texts(const json::Node& list, std::vector<std::string>& out) {
        each(list, [&](const json::Node& item) { out.push_back(filled_text(item)); });
    }

    // Empty where it is none, which is said.
    std::string time_of_day(const json::Node& node) {
        const std::string_view t = node.string();
        if (is_time_of_day(t)) return std::string(t);
        const std::string found = text::excerpt(t);
        problem("bad_time", {}, node.pointer(),
                {fmt::format("cần giờ trong ngày, ghi như \"08:00\"; tìm thấy \"{}\"; không được dùng", found),
                 fmt::format("expected a time of day such as \"08:00\"; found \"{}\", which is not used", found)});
        return {};
    }

    std::string end_time(const json::Node& node) {
        const std::string end = time_of_day(node);
        if (end.empty() || end >= out_.from_time) return end;
        problem("bad_time", {}, node.pointer(),
                {fmt::format("kết thúc lúc {}, trước khi bắt đầu lúc {}; giờ kết thúc không được dùng", end, out_.from_time),
                 fmt::format("ended at {}, before it began at {}; the end is not used", end, out_.from_time)});
        return {};
    }

    void read_present(const json::Node& node) {
        json::Object o(node);
        TeamMember member;
        member.body = filled_text(o.at("body"));
        if (const auto n = o.find("role")) member.role = json::choice(*n, team_role_names);
        if (const auto n = o.find("post")) member.post = n->local();
        o.done();
        out_.present.push_back(std::move(member));
    }

    void read_item(const json::Node& node) {
        json::Object o(node);
        CheckedItem item;
        item.item = filled_text(o.at("item"));
        item.pointer = node.pointer();
        attempt(item.item, [&] {
            item.result = json::choice(o.at("result"), check_result_names);
            item.note = optional_text(o, "note");
            if (const auto n = o.find("evidence")) item.evidence = texts(*n);
            o.done();
            take(std::move(item));
        });
    }

    void take(CheckedItem item) {
        const std::string name = text::excerpt(item.item);
        if (plan_.item(item.item) == nullptr)
            return problem("unknown_item", item.item, item.pointer,
                           {fmt::format("Danh mục kiểm tra của kế hoạch không có nội dung \"{}\"", name),
                            fmt::format("the checklist of the plan has no item \"{}\"", name)});
        if (!judged_.insert(item.item).second)
            return problem("second_item", item.item, item.pointer,
                           {fmt::format("Nội dung \"{}\" được đánh giá hai lần; chỉ tính lần đầu", name),
                            fmt::format("the item \"{}\" is judged twice; the first counts", name)});
        out_.items.push_back(std::move(item));
    }

    void read_sampled(const json::Node& list) {
        std::vector<SampledTexts> all;
        each(list, [&](const json::Node& item) {
            json::Object o(item);
            const auto id = o.find("id");
            attempt(id && id->is(json::Value::Kind::string) ? std::string(id->string()) : std::string(),
                    [&] { all.push_back(sampled_texts(item, o)); });
        });
        if (!all.empty()) take(all);
    }

    static SampledTexts sampled_texts(const json::Node& node, json::Object& o) {
        SampledTexts out;
        out.pointer = node.pointer();
        for (const std::string& column : Mapping::canonical_columns())
            if (const auto n = o.find(column)) out.columns.emplace_back(column, n->string());
        if (const auto n = o.find("recorded")) out.recorded = outcome_named(*n);
        o.done();
        if (const auto n = o.find("id")) out.id = n->string();
        return out;
    }

    // One array for the reader of dossiers, so that texts mean here what they mean in every file of dossiers.
    static std::string as_file(const std::vector<SampledTexts>& all) {
        json::Writer w;
        w.array();
        for (const SampledTexts& texts : all) {
            w.object();
            for (const auto& [column, text] : texts.columns) w.member(column, text);
            w.end();
        }
        return w.end().take();
    }

    void take(const std::vector<SampledTexts>& all) {
        ReadOptions options;
        options.source = out_.source;
        options.max_issues = all.size();
        options.duplicate_window = 0;
        const ReadResult read = read_json(as_file(all), options);
        std::size_t issue = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (read.dossiers.problem[i] == Problem::none)
                take(read.dossiers[i], all[i]);
            else
                refuse(all[i], read.report.issues.at(issue++));
        }
    }

    void take(Dossier dossier, const SampledTexts& texts) {
        if (dossier.id.empty() || sampled_.insert(std::string(dossier.id)).second) {
            out_.sampled.push_back({std::move(dossier), texts.recorded, texts.pointer});
            return;
        }
        const std::string name = text::excerpt(texts.id);
        problem("second_sample", texts.id, texts.pointer,
                {fmt::format("Hồ sơ \"{}\" được kiểm tra hai lần; chỉ tính lần đầu", name),
                 fmt::format("the dossier \"{}\" is sampled twice; the first counts", name)});
    }

    void refuse(const SampledTexts& texts, const RowIssue& issue) {
        const std::string name = text::excerpt(texts.id);
        std::string pointer = texts.pointer;
        for (const auto& [column, text] : texts.columns)
            if (column == issue.field) pointer += fmt::format("/{}", column);
        problem("bad_dossier", texts.id, std::move(pointer),
                {fmt::format("Hồ sơ \"{}\" không xét được: {}", name, to_text(issue.problem, Lang::vi)),
                 fmt::format("the dossier \"{}\" cannot be judged: {}", name, issue.message)});
    }

    const InspectionPlan& plan_;
    Visit& out_;
    std::set<std::string, std::less<>> judged_;
    std::set<std::string, std::less<>> sampled_;
};

}  // namespace
}  // namespace inspection

std::string_view to_string(CheckResult result) noexcept { return json::name_of(result, inspection::check_result_names); }

std::string to_text(CheckResult result, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (result) {
        case CheckResult::met: return vi ? "đạt" : "met";
        case CheckResult::partly: return vi ? "đạt một phần" : "partly met";
        case CheckResult::not_met: return vi ? "chưa đạt" : "not met";
        case CheckResult::not_applicable: return vi ? "không áp dụng" : "not applicable";
        case CheckResult::not_judged: return vi ? "chưa đánh giá" : "not judged";
    }
    return "?";
}

Visit Visit::from_json(std::string_view text, std::string_view source, const InspectionPlan& plan) {
    const json::Value document = json::parse(text, source);
    Visit out;
    out.source = source;
    inspection::VisitReader(plan, out).read(json::Node(document, source));
    return out;
}

}  // namespace cchc

// The question, and its file format cchc.query/1.
#include "json/value.hpp"
#include "json/writer.hpp"
#include "statistics/names.hpp"
#include "statistics/query_json.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

std::vector<Grouping> read_groupings(const Node& node) {
    std::vector<Grouping> out;
    for (const Node& item : node.items()) {
        Grouping grouping;
        for (const Node& dimension : item.items()) grouping.push_back(json::choice(dimension, dimension_names));
        out.push_back(std::move(grouping));
    }
    return out;
}

}  // namespace

std::string_view to_string(Dimension dimension) noexcept { return json::name_of(dimension, dimension_names); }

std::string to_text(Dimension dimension, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (dimension) {
        case Dimension::agency: return vi ? "Đơn vị" : "Agency";
        case Dimension::field: return vi ? "Lĩnh vực" : "Field";
        case Dimension::procedure: return vi ? "Thủ tục" : "Procedure";
        case Dimension::channel: return vi ? "Kênh tiếp nhận" : "Channel";
        case Dimension::month: return vi ? "Tháng tiếp nhận" : "Month of receipt";
        case Dimension::quarter: return vi ? "Quý tiếp nhận" : "Quarter of receipt";
        case Dimension::year: return vi ? "Năm tiếp nhận" : "Year of receipt";
        case Dimension::cause: return vi ? "Nguyên nhân quá hạn" : "Cause of lateness";
        case Dimension::service_level: return vi ? "Mức độ dịch vụ công trực tuyến" : "Level of online service";
    }
    return {};
}

Query Query::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.query/1");
    Query query;
    query.from = o.at("from").date();
    query.to = o.at("to").date();
    if (const auto as_of = o.find("as_of")) query.as_of = as_of->date();
    if (const auto by = o.find("by")) query.groupings = read_groupings(*by);
    if (const auto agencies = o.find("agencies"))
        for (const Node& agency : agencies->items()) query.agencies.emplace_back(agency.string());
    if (const auto policy = o.find("policy")) query.policy = query_json::read_policy(*policy, source);
    if (const auto calendar = o.find("calendar")) query.calendar = query_json::read_calendar(*calendar, source);
    if (const auto rules = o.find("rules")) query.rules = query_json::read_rules(*rules, source);
    if (const auto timing = o.find("timing")) query.timing = timing->boolean();
    o.done();
    return query;
}

std::string Query::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.query/1").member("from", to_string(from)).member("to", to_string(to));
    w.member("as_of", to_string(effective_as_of()));
    w.key("by").array();
    for (const Grouping& grouping : groupings) {
        w.array(true);
        for (const Dimension d : grouping) w.string(to_string(d));
        w.end();
    }
    w.end().key("agencies").array();
    for (const std::string& agency : agencies) w.string(agency);
    w.end().key("policy").document(policy.to_json());
    query_json::write_calendar(w, calendar);
    query_json::write_rules(w, rules);
    if (timing) w.member("timing", true);
    return w.end().take();
}

}  // namespace cchc

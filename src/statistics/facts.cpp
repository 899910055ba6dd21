#include "cchc/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "json/writer.hpp"
#include "statistics/named.hpp"

namespace cchc {

Facts facts(const StatisticsResult& result, std::string_view agency) {
    Facts out;
    out.unit = agency;
    out.from = result.query.from;
    out.to = result.query.to;
    const Counts* counts = agency.empty() ? &result.total : nullptr;
    for (const GroupResult& group : result.groups) {
        if (counts != nullptr || group.grouping != Grouping{Dimension::agency}) continue;
        for (const GroupRow& row : group.rows)
            if (row.key.front() == agency) counts = &row.counts;
    }
    if (counts == nullptr)
        throw Error(ErrorCode::argument_range, fmt::format("no row for the agency \"{}\" in a grouping by agency", agency));
    stats::each_named(*counts, [&out](std::string_view name, std::uint64_t value) {
        out.values.emplace(fmt::format("dossiers.{}", name), Decimal(static_cast<std::int64_t>(value)));
    });
    return out;
}

std::string Facts::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.facts/1").member("unit", unit);
    w.key("period").object().member("from", to_string(from)).member("to", to_string(to)).end();
    w.key("facts").object();
    for (const auto& [name, value] : values) {
        w.key(name);
        if (const auto* number = std::get_if<Decimal>(&value)) {
            w.raw(number->to_string());
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            w.string(*text);
        } else {
            w.boolean(std::get<bool>(value));
        }
    }
    return w.end().end().take();
}

}  // namespace cchc

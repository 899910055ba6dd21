#include "cchc/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

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

}  // namespace cchc

// Sensitivity as JSON (format cchc.sensitivity/1), and for people.
#include <fmt/format.h>

#include "cchc/sensitivity.hpp"
#include "json/writer.hpp"
#include "scoring/number_json.hpp"

namespace cchc {
namespace {

using json::Writer;
using scoring::number;

const std::string& field_id(const CriteriaSet& criteria, int field) {
    return criteria.criteria()[static_cast<std::size_t>(field)].id;
}

void write(Writer& w, const CriteriaSet& criteria, const SensitivityResult& result, const SensitivityUnit& unit) {
    w.object().member("unit", unit.unit);
    if (!unit.kind.empty()) w.member("kind", unit.kind);
    if (!unit.group.empty()) w.member("group", unit.group);
    if (!unit.rank) {
        w.key("rank").raw("null").member("reason", unit.reason).end();
        return;
    }
    w.member("rank", *unit.rank);
    if (unit.mean) {
        number(w, "mean", *unit.mean);
        w.member("best", unit.best).member("worst", unit.worst).member("p5", unit.p5).member("p95", unit.p95);
        w.key("histogram").array();
        for (const auto& [rank, times] : unit.histogram) w.array(true).integer(rank).count(times).end();
        w.end();
    }
    w.key("without").object();
    for (std::size_t f = 0; f < unit.without.size(); ++f) {
        w.key(field_id(criteria, result.fields[f]));
        if (unit.without[f]) {
            w.integer(*unit.without[f]);
        } else {
            w.raw("null");
        }
    }
    w.end().end();
}

std::string about(const std::optional<Number>& value, int places) {
    return value ? value->rounded(places, RoundingMode::half_up).to_string() : "–";
}

class Text {
public:
    Text(const CriteriaSet& criteria, const SensitivityResult& result, Lang lang)
        : criteria_(criteria), result_(result), lang_(lang) {}

    std::string write() {
        std::string out = criteria_.title().in(lang_);
        if (criteria_.is_example()) out += pick(" (ví dụ, không phải quyết định)", " (an example, not a decision)");
        out += fmt::format("\n{}: {}; {} ±{}%; {} ±{}%; {} {}\n", pick("Số lần mô phỏng", "Draws"), result_.draws,
                           pick("điểm", "points"), about(result_.points * Number(100), 4), pick("trọng số", "weights"),
                           about(result_.weights * Number(100), 4), pick("số gieo", "seed"), result_.seed);
        out += fmt::format("{}: {}\n\n", pick("Hạng thay đổi trung bình", "Mean absolute change of rank"),
                           about(result_.mean_change, 4));
        for (const SensitivityUnit& unit : result_.units) out += line(unit);
        out += "\n";
        for (std::size_t f = 0; f < result_.fields.size(); ++f) {
            const Criterion& c = criteria_.criteria()[static_cast<std::size_t>(result_.fields[f])];
            out += fmt::format("{} {} {}: {} {}\n", pick("Không có lĩnh vực", "Without field"), c.id, c.title.in(lang_),
                               pick("hạng thay đổi trung bình", "mean change of rank"),
                               about(result_.mean_change_without[f], 4));
        }
        return out;
    }

private:
    std::string pick(std::string_view vi, std::string_view en) const { return std::string(lang_ == Lang::vi ? vi : en); }

    std::string line(const SensitivityUnit& unit) const {
        if (!unit.rank) return fmt::format("– {}: {}\n", unit.unit, unit.reason);
        std::string out = fmt::format("{} {}", *unit.rank, unit.unit);
        if (unit.mean)
            out += fmt::format(": {} {}, {} {}–{}, 90%: {}–{}", pick("trung bình", "mean"), about(unit.mean, 2),
                               pick("từ", "from"), unit.best, unit.worst, unit.p5, unit.p95);
        return out + "\n";
    }

    const CriteriaSet& criteria_;
    const SensitivityResult& result_;
    Lang lang_;
};

}  // namespace

std::string SensitivityResult::to_json(const CriteriaSet& criteria) const {
    Writer w;
    w.object().member("format", "cchc.sensitivity/1").member("set", set).member("version", version);
    if (criteria.is_example()) w.member("status", "example");
    number(w, "points", points);
    number(w, "weights", weights);
    w.member("seed", std::to_string(seed)).member("draws", draws);
    w.key("ranges").array();
    for (const auto& [first, last] : ranges) w.array(true).count(first).count(last).end();
    w.end();
    number(w, "mean_change", mean_change);
    w.key("fields").array();
    for (std::size_t f = 0; f < fields.size(); ++f) {
        w.object().member("field", field_id(criteria, fields[f]));
        number(w, "mean_change_without", mean_change_without[f]);
        w.end();
    }
    w.end().key("units").array();
    for (const SensitivityUnit& unit : units) write(w, criteria, *this, unit);
    return w.end().end().take();
}

std::string SensitivityResult::to_text(const CriteriaSet& criteria, Lang lang) const {
    return Text(criteria, *this, lang).write();
}

}  // namespace cchc

#include "inspection/figure_value.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "cchc/number.hpp"
#include "json/value.hpp"

namespace cchc::inspection {

using json::Node;
using json::Object;

namespace {

constexpr std::uint64_t most_decimal = 999'999'999'999'999'999;

const FigureKind* kind_by_id(const Figure& figure, std::string_view id) {
    const auto at = std::find_if(figure.kinds.begin(), figure.kinds.end(), [&](const FigureKind& k) { return k.id == id; });
    return at == figure.kinds.end() ? nullptr : &*at;
}

LocalText one_of_kinds(const Figure& figure) {
    std::string ids;
    for (const FigureKind& kind : figure.kinds) ids.append(ids.empty() ? "" : ", ").append(kind.id);
    return {"một trong các mã: " + ids, "one of " + ids};
}

void read_choice(PartReader& r, const Node& node, const Figure& figure, FigureValue& out) {
    out.text = r.text(node);
    if (!out.text.empty() && kind_by_id(figure, out.text) == nullptr)
        r.say("unknown_choice", node, one_of_kinds(figure), found_in(node));
}

void read_rate(PartReader& r, const Node& node, FigureValue& out) {
    const auto number = r.decimal(node);
    if (!number) return;
    out.number = *number;
    if (Number(*number) < Number(0) || Number(*number) > Number(100))
        r.say("rate_range", node, {"một tỷ lệ phần trăm từ 0 đến 100", "a per cent from 0 to 100"}, found_in(node));
}

void read_single(PartReader& r, Object& o, const Figure& figure, FigureValue& out) {
    if (!r.needs(o, {"value"})) return;
    const Node node = o.at("value");
    switch (figure.type) {
        case FigureType::yes_no:
            out.yes = r.flag(node);
            if (const auto proof = o.find("document"))
                if (auto document = r.document(*proof)) out.documents.push_back(*std::move(document));
            return;
        case FigureType::choice: read_choice(r, node, figure, out); return;
        case FigureType::count: out.number = r.whole(node).value_or(Decimal()); return;
        case FigureType::rate: read_rate(r, node, out); return;
        // Income may fall, so an amount may be negative.
        case FigureType::money: out.number = r.decimal(node).value_or(Decimal()); return;
        case FigureType::date: out.date = r.date(node); return;
        default: out.text = r.text(node); return;
    }
}

void read_pair(PartReader& r, Object& o, FigureValue& out) {
    if (!r.needs(o, {"part", "whole"})) return;
    const Node part_node = o.at("part"), whole_node = o.at("whole");
    const auto part = r.whole(part_node), whole = r.whole(whole_node);
    if (!part || !whole) return;
    out.number = *part;
    out.whole = *whole;
    if (part->coefficient() > whole->coefficient())
        r.say("part_above_whole", part_node,
              {"một phần không lớn hơn tổng số " + whole->to_string(),
               "a part that is not above the whole of " + whole->to_string()},
              found_in(part_node));
}

// The sum of the kinds, where all of them are right.
std::optional<std::uint64_t> read_kinds(PartReader& r, const Node& node, const Figure& figure, FigureValue& out) {
    for (const FigureKind& kind : figure.kinds) out.breakdown.emplace_back(kind.id, 0);
    if (!r.has_shape(node, Shape::object)) return std::nullopt;
    bool right = true;
    std::uint64_t sum = 0;
    for (const auto& [name, item] : Object(node).rest()) {
        const FigureKind* kind = kind_by_id(figure, name);
        if (kind == nullptr) {
            r.say("unknown_kind", item, one_of_kinds(figure), quoted(name));
            right = false;
            continue;
        }
        if (item.is(json::Value::Kind::null)) continue;
        const auto count = r.count(item);
        right = right && count;
        if (!count) continue;
        out.breakdown[static_cast<std::size_t>(kind - figure.kinds.data())].second = *count;
        sum = std::min(sum + *count, most_decimal + 1);
    }
    if (!right) return std::nullopt;
    if (sum <= most_decimal) return sum;
    r.say("number_range", node, {"các số có tổng không quá 18 chữ số", "counts whose sum has at most 18 digits"},
          found_in(node));
    return std::nullopt;
}

void read_breakdown(PartReader& r, Object& o, const Figure& figure, FigureValue& out) {
    if (!r.needs(o, {"kinds"})) return;
    const auto sum = read_kinds(r, o.at("kinds"), figure, out);
    if (sum) out.number = Decimal(static_cast<std::int64_t>(*sum));
    const auto total_node = o.find("total");
    if (!total_node) return;
    const auto total = r.whole(*total_node);
    if (total && sum && *total != out.number)
        r.say("total_differs", *total_node,
              {"tổng số bằng tổng các loại là " + out.number.to_string(), "the sum of the kinds, " + out.number.to_string()},
              found_in(*total_node));
}

void read_dossiers(PartReader& r, Object& o, const Figure& figure, FigureValue& out) {
    if (!r.needs(o, {"received", "early", "on_time", "overdue"})) return;
    const Node early_node = o.at("early");
    const auto received = r.count(o.at("received")), early = r.count(early_node), on_time = r.count(o.at("on_time")),
               overdue = r.count(o.at("overdue"));
    if (!received || !early || !on_time || !overdue) return;
    out.dossiers = {*received, *early, *on_time, *overdue};
    if (!figure.early_inside) return;
    if (*early > *on_time) {
        const std::string most = std::to_string(*on_time);
        r.say("early_above_on_time", early_node,
              {fmt::format("số hồ sơ trước hạn không lớn hơn số đúng hạn là {}, vì đúng hạn đã gồm trước hạn", most),
               fmt::format("early dossiers not above the {} on time, which include them", most)},
              found_in(early_node));
    } else {
        out.dossiers.on_time -= *early;
    }
}

IndexValue read_index(PartReader& r, const Node& node) {
    IndexValue out;
    Object o(node);
    if (r.needs(o, {"name", "year"})) {
        out.name = r.text(o.at("name"));
        out.year = static_cast<int>(r.integer(o.at("year"), 1, 9999));
        const auto value = o.find("value"), rank = o.find("rank");
        if (value) out.value = r.not_negative(*value);
        if (rank) out.rank = static_cast<int>(r.integer(*rank, 1, 1'000'000));
        if (!value && !rank)
            r.say("wrong_type", node, {"giá trị hoặc thứ hạng của chỉ số", "a value or a rank of the index"},
                  {"không có cả hai", "neither"});
    }
    r.nothing_else(o);
    return out;
}

void read_indices(PartReader& r, Object& o, FigureValue& out) {
    if (!r.needs(o, {"indices"})) return;
    const Node list = o.at("indices");
    if (!r.has_shape(list, Shape::list)) return;
    for (const Node& item : list.items()) {
        if (!r.has_shape(item, Shape::object)) continue;
        IndexValue index = read_index(r, item);
        const auto same = [&](const IndexValue& other) { return other.name == index.name && other.year == index.year; };
        if (!index.name.empty() && std::any_of(out.indices.begin(), out.indices.end(), same))
            r.say("second_index", item, {"mỗi chỉ số một lần cho mỗi năm", "each index once a year"},
                  both(fmt::format("{} {}", text::excerpt(index.name), index.year)));
        out.indices.push_back(std::move(index));
    }
    if (list.value().items.empty())
        r.say("wrong_type", list, {"ít nhất một chỉ số", "at least one index"}, {"danh sách rỗng", "an empty list"});
}

void read_by_type(PartReader& r, Object& o, const Figure& figure, FigureValue& out) {
    switch (figure.type) {
        case FigureType::pair: read_pair(r, o, out); return;
        case FigureType::documents:
            if (r.needs(o, {"documents"})) out.documents = r.documents(o.at("documents"));
            return;
        case FigureType::breakdown: read_breakdown(r, o, figure, out); return;
        case FigureType::dossiers: read_dossiers(r, o, figure, out); return;
        case FigureType::index: read_indices(r, o, out); return;
        default: read_single(r, o, figure, out); return;
    }
}

}  // namespace

std::optional<FigureValue> figure_value(PartReader& reader, const Node& node, const Figure& figure) {
    if (!reader.has_shape(node, Shape::object)) return std::nullopt;
    FigureValue out;
    out.type = figure.type;
    out.pointer = node.pointer();
    Object o(node);
    if (const auto evidence = o.find("evidence")) out.evidence = reader.texts(*evidence);
    if (const auto note = o.find("note")) out.note = reader.words(*note);
    read_by_type(reader, o, figure, out);
    reader.nothing_else(o);
    if (!reader.good()) return std::nullopt;
    return out;
}

}  // namespace cchc::inspection

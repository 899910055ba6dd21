// Cells of an input in words: "rate is in [40..60)".
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "criteria/axis.hpp"

namespace cchc::criteria {

std::string Axis::bound_text(std::size_t i) const {
    return symbol_.empty() ? bounds_[i].to_string() : text::excerpt(symbol_);
}

// The numbers from one cell to another.
std::string Axis::run(std::size_t first, std::size_t last) const {
    const std::size_t from = cells_[first].place, to = cells_[last].place;
    const std::size_t bounds = symbol_.empty() ? bounds_.size() : 1;
    const bool from_in = from % 2 == 1, to_in = to % 2 == 1;
    if (from == to && from_in) return fmt::format("{} = {}", name_, bound_text(from / 2));
    const bool lowest = from == 0, highest = to == 2 * bounds;
    if (lowest && highest) return fmt::format("{} is a number", name_);
    const auto low = [&] { return bound_text(from_in ? from / 2 : from / 2 - 1); };
    const auto high = [&] { return bound_text(to / 2); };
    if (lowest) return fmt::format("{} {} {}", name_, to_in ? "<=" : "<", high());
    if (highest) return fmt::format("{} {} {}", name_, from_in ? ">=" : ">", low());
    return fmt::format("{} is in {}{}..{}{}", name_, from_in ? '[' : '(', low(), high(), to_in ? ']' : ')');
}

void Axis::number_words(const Bits& cells, std::vector<std::string>& out) const {
    const auto end = static_cast<std::size_t>(
        std::find_if(cells_.begin(), cells_.end(), [](const Cell& c) { return c.kind != Kind::number; }) - cells_.begin());
    std::vector<std::size_t> left_out;
    for (std::size_t i = 0; i < end; ++i)
        if (!cells.test(i)) left_out.push_back(i);
    const bool all_but_a_point =
        left_out.size() == 1 && cells_[left_out[0]].place % 2 == 1 && left_out[0] != 0 && left_out[0] + 1 != end;
    if (all_but_a_point) {
        out.push_back(fmt::format("{} != {}", name_, bound_text(cells_[left_out[0]].place / 2)));
        return;
    }
    for (std::size_t i = 0; i < end; ++i) {
        if (!cells.test(i)) continue;
        const std::size_t first = i;
        while (i + 1 < end && cells.test(i + 1)) ++i;
        out.push_back(run(first, i));
    }
}

void Axis::other_words(const Bits& cells, std::vector<std::string>& out) const {
    std::vector<std::string> values, texts, texts_left_out;
    bool any_text = false;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const bool in = cells.test(i);
        switch (cells_[i].kind) {
            case Kind::text:
                (in ? texts : texts_left_out).push_back(fmt::format("\"{}\"", text::excerpt(texts_[cells_[i].place])));
                break;
            case Kind::other_text: any_text = in; break;
            case Kind::boolean:
                if (in) values.emplace_back(cells_[i].place == 1 ? "true" : "false");
                break;
            case Kind::null:
                if (in) values.emplace_back("null");
                break;
            case Kind::anything:
                if (in) out.push_back(fmt::format("{} is not null", name_));
                break;
            case Kind::number: break;
        }
    }
    if (!any_text) {
        values.insert(values.end(), texts.begin(), texts.end());
    } else if (texts_left_out.empty()) {
        out.push_back(fmt::format("{} is a text", name_));
    } else {
        out.push_back(fmt::format("{} is any text but {}", name_, fmt::join(texts_left_out, ", ")));
    }
    if (values.size() == 1) out.push_back(fmt::format("{} = {}", name_, values[0]));
    if (values.size() > 1) out.push_back(fmt::format("{} is one of {}", name_, fmt::join(values, ", ")));
}

std::string Axis::words(const Bits& cells) const {
    if (cells.count() == cells_.size()) return {};
    std::vector<std::string> parts;
    number_words(cells, parts);
    other_words(cells, parts);
    return fmt::format("{}", fmt::join(parts, " or "));
}

}  // namespace cchc::criteria

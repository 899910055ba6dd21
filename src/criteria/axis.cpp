#include "criteria/axis.hpp"

#include <algorithm>

#include "expression/walk.hpp"
#include "expression/write.hpp"

namespace cchc::criteria {
namespace {

using feel::Op;
using feel::Type;
using feel::Value;

template <class T>
void sort_once(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

Axis::Axis(std::string name, Domain domain, const std::vector<const feel::Code*>& tests, const Value* slots)
    : name_(std::move(name)), domain_(std::move(domain)), slots_(slots) {
    for (const feel::Code* code : tests) collect(*code, code->root);
    settle();
    if (undecided_.empty()) cut();
}

// The bounds that the tests speak of.
void Axis::collect(const feel::Code& tests, std::uint32_t index) {
    const feel::Node& node = tests.nodes[index];
    switch (node.op) {
        case Op::any: return;
        case Op::test_equal: bound(tests, node.a, false); return;
        case Op::range:
            if (node.a != feel::no_node) bound(tests, node.a, true);
            if (node.b != feel::no_node) bound(tests, node.b, true);
            return;
        case Op::one_of:
        case Op::none_of:
            for (std::uint32_t i = 0; i < node.b; ++i) collect(tests, tests.args[node.a + i]);
            return;
        default: undecided_ = "its tests compute with \"?\"";
    }
}

void Axis::bound(const feel::Code& tests, std::uint32_t index, bool ordered) {
    feel::for_each_node(tests, index, [&](const feel::Node& node) {
        if (node.op == Op::input) undecided_ = "its tests compute with \"?\"";
    });
    if (!undecided_.empty()) return;
    const Value value = value_of(tests, index);
    switch (value.type) {
        case Type::missing: {
            std::string text = feel::write(tests, index);
            if (!symbol_.empty() && symbol_ != text) undecided_ = "its tests have several bounds that are no constants";
            symbol_ = std::move(text);
            return;
        }
        case Type::number:
            sees_number_ = true;
            bounds_.push_back(value.number);
            return;
        case Type::boolean: sees_boolean_ = true; return;
        case Type::string:
            sees_text_ = true;
            orders_texts_ = orders_texts_ || ordered;
            texts_.emplace_back(value.text);
            return;
        default: sees_null_ = true;
    }
}

// Which kinds of value the input has, once its tests are known.
void Axis::settle() {
    if (!undecided_.empty()) return;
    const bool unknown = !domain_.number && !domain_.boolean && !domain_.text;
    if (!symbol_.empty()) {
        if (sees_number_ || sees_boolean_ || sees_text_)
            undecided_ = "some bounds of its tests are constants and some are not";
        else if (!unknown && !domain_.number)
            undecided_ = "its tests have a bound that is no constant";
        domain_.number = true;
        return;
    }
    if (unknown && !domain_.always) {
        domain_.number = sees_number_;
        domain_.boolean = sees_boolean_;
        domain_.text = sees_text_;
    }
    if (domain_.text && domain_.texts.empty() && orders_texts_) undecided_ = "its tests order texts";
}

void Axis::cut() {
    if (domain_.always && domain_.always->is_number()) bounds_.push_back(domain_.always->number);
    if (domain_.always && domain_.always->type == Type::string) texts_.emplace_back(domain_.always->text);
    if (symbol_.empty()) {
        if (domain_.min) bounds_.push_back(*domain_.min);
        if (domain_.max) bounds_.push_back(*domain_.max);
    }
    sort_once(bounds_);
    texts_.insert(texts_.end(), domain_.texts.begin(), domain_.texts.end());
    sort_once(texts_);
    if (domain_.always) {
        cells_.push_back(cell_of(*domain_.always));
        return;
    }
    if (domain_.number) cut_numbers();
    if (domain_.boolean) cells_.insert(cells_.end(), {{Kind::boolean, 1}, {Kind::boolean, 0}});
    for (std::size_t i = 0; domain_.text && i < texts_.size(); ++i) {
        const auto& known = domain_.texts;
        if (known.empty() || std::find(known.begin(), known.end(), texts_[i]) != known.end())
            cells_.push_back({Kind::text, i});
    }
    if (domain_.text && domain_.texts.empty()) cells_.push_back({Kind::other_text, 0});
    if (cells_.empty()) cells_.push_back({Kind::anything, 0});
    if (sees_null_ && domain_.may_be_null) cells_.push_back({Kind::null, 0});
}

void Axis::cut_numbers() {
    if (!symbol_.empty()) {
        for (std::size_t place = 0; place < 3; ++place) cells_.push_back({Kind::number, place});
        return;
    }
    const auto place_of = [this](const Number& n) { return cell_of(Value::of_number(n)).place; };
    const std::size_t first = domain_.min ? place_of(*domain_.min) : 0;
    const std::size_t last = domain_.max ? place_of(*domain_.max) : 2 * bounds_.size();
    for (std::size_t place = first; place <= last; ++place)
        if (has_values(place)) cells_.push_back({Kind::number, place});
}

// A rounded number has no value between two neighbours.
bool Axis::has_values(std::size_t place) const {
    if (!domain_.places) return true;
    const int places = *domain_.places;
    if (place % 2 == 1) return bounds_[place / 2].rounded(places, RoundingMode::floor) == bounds_[place / 2];
    if (place == 0 || place == 2 * bounds_.size()) return true;
    const Number next = bounds_[place / 2 - 1].rounded(places, RoundingMode::floor) + Number(10).power(-places);
    return next < bounds_[place / 2];
}

Value Axis::value_of(const feel::Code& tests, std::uint32_t node) const {
    feel::Context context{slots_, nullptr, nullptr, feel::Fault::none, 0};
    return feel::evaluate(tests, node, context);
}

Axis::Cell Axis::cell_of(const Value& value) const {
    const auto index = [](const auto& values, const auto& v) {
        return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), v) - values.begin());
    };
    switch (value.type) {
        case Type::number: return {Kind::number, 2 * index(bounds_, value.number) + 1};
        case Type::missing: return {Kind::number, 1};  // the one bound that is no constant
        case Type::boolean: return {Kind::boolean, value.flag ? std::size_t{1} : 0};
        case Type::string: return {Kind::text, index(texts_, value.text)};
        default: return {Kind::null, 0};
    }
}

// A test whose bounds have become cells. Three values, as FEEL's: null where two values cannot be compared.
struct Axis::Test {
    enum class Truth : std::uint8_t { no, yes, null };

    Op op = Op::any;
    std::uint8_t flags = 0;
    std::optional<Cell> a, b;
    std::vector<Test> parts;

    Truth of(const Cell& cell) const {
        switch (op) {
            case Op::test_equal: return equal(cell, *a);
            case Op::range: return in_range(cell);
            case Op::one_of: return one_of(cell);
            case Op::none_of: {
                const Truth t = one_of(cell);
                return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : t;
            }
            default: return Truth::yes;
        }
    }

private:
    static Truth equal(const Cell& cell, const Cell& bound) {
        if (cell.kind == bound.kind) return cell.place == bound.place ? Truth::yes : Truth::no;
        const bool texts = cell.kind == Kind::other_text && bound.kind == Kind::text;
        const bool null = cell.kind == Kind::null || bound.kind == Kind::null;
        return texts || null ? Truth::no : Truth::null;
    }

    // Whether the cell lies above (or below) the bound; a point may also be equal.
    static Truth beyond(const Cell& cell, const Cell& bound, bool above, bool included) {
        if (cell.kind != bound.kind || (cell.kind != Kind::number && cell.kind != Kind::text)) return Truth::null;
        if (cell.place == bound.place) return included ? Truth::yes : Truth::no;
        return (cell.place > bound.place) == above ? Truth::yes : Truth::no;
    }

    Truth in_range(const Cell& cell) const {
        Truth low = Truth::yes;
        if (a) low = beyond(cell, *a, true, (flags & feel::from_included) != 0);
        if (low == Truth::no || !b) return low;
        const Truth high = beyond(cell, *b, false, (flags & feel::to_included) != 0);
        return high == Truth::yes ? low : high;
    }

    Truth one_of(const Cell& cell) const {
        Truth result = Truth::no;
        for (const Test& part : parts) {
            const Truth t = part.of(cell);
            if (t == Truth::yes) return t;
            if (t == Truth::null) result = t;
        }
        return result;
    }
};

Axis::Test Axis::compiled(const feel::Code& tests, std::uint32_t index) const {
    const feel::Node& node = tests.nodes[index];
    Test out;
    out.op = node.op;
    out.flags = node.flags;
    if (node.op == Op::test_equal || node.op == Op::range) {
        if (node.a != feel::no_node) out.a = cell_of(value_of(tests, node.a));
        if (node.b != feel::no_node) out.b = cell_of(value_of(tests, node.b));
    } else if (node.op == Op::one_of || node.op == Op::none_of) {
        for (std::uint32_t i = 0; i < node.b; ++i) out.parts.push_back(compiled(tests, tests.args[node.a + i]));
    }
    return out;
}

Bits Axis::matching(const feel::Code& tests) const {
    const Test test = compiled(tests, tests.root);
    Bits out(cells_.size());
    for (std::size_t i = 0; i < cells_.size(); ++i)
        if (test.of(cells_[i]) == Test::Truth::yes) out.set(i);
    return out;
}

}  // namespace cchc::criteria

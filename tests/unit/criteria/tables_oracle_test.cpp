// Random small tables against brute force over a grid that holds every bound, every midpoint and a value beyond each end.
// The grid looks at the tests as they were drawn and knows nothing of cells; what the check says in words is read back.
#include <functional>
#include <random>
#include <set>

#include "support.hpp"
#include "test.hpp"

namespace tables_oracle_test {

namespace {

using Finding = cchc::CheckFinding;

// Numbers are counted in halves: bounds are whole, so the odd ones are midpoints. Texts and booleans are values 0, 1, 2.
struct Input {
    enum class Kind { number, boolean, text } kind = Kind::number;
    std::string name;
    std::vector<int> values;  // of the grid
};

struct Test {
    std::string text;
    std::function<bool(int)> holds;
};
using Row = std::vector<Test>;  // by input
using Point = std::vector<int>;

class Drawer {
public:
    explicit Drawer(unsigned seed) : random_(seed) {}

    int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

    Test test(const Input& input) {
        if (up_to(4) == 0) return {"-", [](int) { return true; }};
        const int count = up_to(3) == 0 ? 1 + up_to(2) : 1;
        std::vector<Test> parts;
        std::string text;
        for (int i = 0; i < count; ++i) {
            parts.push_back(part(input));
            text += (i == 0 ? "" : ", ") + parts.back().text;
        }
        const bool negated = up_to(5) == 0;
        return {negated ? "not(" + text + ")" : text, [parts, negated](int v) {
                    bool any = false;
                    for (const Test& p : parts) any = any || p.holds(v);
                    return any != negated;
                }};
    }

private:
    Test part(const Input& input) {
        const int v = up_to(input.kind == Input::Kind::boolean ? 1 : 2);
        if (input.kind == Input::Kind::boolean) return {v == 1 ? "true" : "false", [v](int x) { return x == v; }};
        if (input.kind == Input::Kind::text) return {std::string("\"") + "abc"[v] + '"', [v](int x) { return x == v; }};
        return number_part();
    }

    Test number_part() {
        const int a = up_to(4), b = up_to(4);
        const std::string text = std::to_string(a);
        switch (up_to(6)) {
            case 0: return {text, [a](int x) { return x == 2 * a; }};
            case 1: return {"< " + text, [a](int x) { return x < 2 * a; }};
            case 2: return {"<= " + text, [a](int x) { return x <= 2 * a; }};
            case 3: return {"> " + text, [a](int x) { return x > 2 * a; }};
            case 4: return {">= " + text, [a](int x) { return x >= 2 * a; }};
            default: break;
        }
        const bool from = up_to(1) == 1, to = up_to(1) == 1;
        return {(from ? "[" : "(") + text + ".." + std::to_string(b) + (to ? "]" : ")"),
                [a, b, from, to](int x) { return (from ? x >= 2 * a : x > 2 * a) && (to ? x <= 2 * b : x < 2 * b); }};
    }

    std::mt19937 random_;
};

struct Table {
    std::vector<Input> inputs;
    std::vector<Row> rows;
    std::string hit, dictionary;

    std::string rule() const {
        std::string out = R"({"hit": ")" + hit + R"(", "rows": [)";
        for (std::size_t r = 0; r < rows.size(); ++r) {
            out += r == 0 ? R"({"when": {)" : R"(, {"when": {)";
            for (std::size_t i = 0; i < inputs.size(); ++i) {
                std::string test;
                for (const char c : rows[r][i].text) test += c == '"' ? std::string("\\\"") : std::string(1, c);
                out += (i == 0 ? "\"" : ", \"") + inputs[i].name + "\": \"" + test + "\"";
            }
            out += R"(}, "points": "1"})";
        }
        return out + "]}";
    }

    bool matches(std::size_t row, const Point& p) const {
        for (std::size_t i = 0; i < inputs.size(); ++i)
            if (!rows[row][i].holds(p[i])) return false;
        return true;
    }

    void each(const std::function<void(const Point&)>& f) const {
        Point p(inputs.size());
        const std::function<void(std::size_t)> fill = [&](std::size_t i) {
            if (i == p.size()) return f(p);
            for (const int v : inputs[i].values) {
                p[i] = v;
                fill(i + 1);
            }
        };
        fill(0);
    }
};

Table draw(Drawer& drawer) {
    Table t;
    constexpr const char* hits[] = {"unique", "first", "collect_sum", "collect_max"};
    t.hit = hits[drawer.up_to(3)];
    const int count = 1 + drawer.up_to(2);
    for (int i = 0; i < count; ++i) {
        Input in;
        in.name = std::string(1, "xyz"[i]);
        in.kind = static_cast<Input::Kind>(drawer.up_to(3) % 3);
        const bool defined = drawer.up_to(1) == 1;
        std::string type = in.kind == Input::Kind::number    ? "number"
                           : in.kind == Input::Kind::boolean ? "boolean"
                                                             : "string";
        if (in.kind == Input::Kind::number) {
            for (int v = -1; v <= 9; ++v) in.values.push_back(v);
            if (defined && drawer.up_to(1) == 1) {
                in.values = {2, 3, 4, 5, 6};
                type += R"(", "min": 1, "max": "3)";
            }
        } else {
            in.values = {0, 1};
            if (in.kind == Input::Kind::text) in.values = defined ? std::vector<int>{0, 1, 2} : std::vector<int>{0, 1, 2, 3};
            if (in.kind == Input::Kind::text && defined) type += R"(", "values": ["a", "b", "c"], "unit": ")";
        }
        // Without a dictionary the tests tell the type; where they do not, the check knows less than the grid.
        t.dictionary += (i == 0 ? "\"" : ", \"") + in.name + R"(": {"type": ")" + type + "\"}";
        t.inputs.push_back(in);
    }
    t.dictionary = R"("facts": {)" + t.dictionary + "},";
    const int rows = 1 + drawer.up_to(4);
    for (int r = 0; r < rows; ++r) {
        Row& row = t.rows.emplace_back();
        for (const Input& in : t.inputs) row.push_back(drawer.test(in));
    }
    return t;
}

// Reads the words of a message back.
std::vector<std::string> split(const std::string& text, const std::string& by) {
    std::vector<std::string> out;
    std::size_t from = 0;
    for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by, from)) {
        out.push_back(text.substr(from, at - from));
        from = at + by.size();
    }
    out.push_back(text.substr(from));
    return out;
}

int value_of(const std::string& word) {
    if (word == "true" || word == "false") return word == "true" ? 1 : 0;
    if (word[0] == '"') return word[1] - 'a';
    return 2 * std::stoi(word);
}

bool atom_holds(const std::string& atom, int v) {
    const auto listed = [v](const std::string& list) {
        const auto values = split(list, ", ");
        return std::any_of(values.begin(), values.end(), [v](const auto& w) { return value_of(w) == v; });
    };
    if (atom.rfind("is one of ", 0) == 0) return listed(atom.substr(10));
    if (atom.rfind("is any text but ", 0) == 0) return !listed(atom.substr(16));
    if (atom.rfind("is in ", 0) == 0) {
        const auto ends = split(atom.substr(7, atom.size() - 8), "..");
        const int a = value_of(ends[0]), b = value_of(ends[1]);
        return (atom[6] == '[' ? v >= a : v > a) && (atom.back() == ']' ? v <= b : v < b);
    }
    const auto words = split(atom, " ");
    const int bound = value_of(words.at(1));
    if (words[0] == "=") return v == bound;
    if (words[0] == "!=") return v != bound;
    if (words[0] == "<") return v < bound;
    if (words[0] == "<=") return v <= bound;
    if (words[0] == ">") return v > bound;
    if (words[0] == ">=") return v >= bound;
    FAIL("not understood: " << atom);
    return false;
}

bool region_holds(const std::string& region, const Point& p) {
    for (std::string part : split(region, " and ")) {
        if (part.front() == '(' && part.back() == ')') part = part.substr(1, part.size() - 2);
        bool any = false;
        for (const std::string& atom : split(part, " or "))
            any = any || atom_holds(atom.substr(2), p[static_cast<std::size_t>(atom[0] - 'x')]);
        if (!any) return false;
    }
    return true;
}

std::string after(const std::string& text, const std::string& mark) {
    const std::size_t at = text.find(mark);
    return at == std::string::npos ? "" : text.substr(at + mark.size());
}

void check_overlap(const Table& t, const Finding& f, std::set<std::pair<std::size_t, std::size_t>>& found) {
    const auto words = split(f.message, " ");
    const auto a = static_cast<std::size_t>(std::stoi(words.at(1)) - 1),
               b = static_cast<std::size_t>(std::stoi(words.at(3)) - 1);
    CHECK(f.severity == Finding::Severity::error);
    CHECK(f.pointer == "/fields/0/criteria/0/rule/rows/" + std::to_string(b));
    CHECK(found.emplace(a, b).second);
    const std::string where = after(f.message, " where ");
    t.each([&](const Point& p) {
        const bool both = t.matches(a, p) && t.matches(b, p);
        if ((where.empty() || region_holds(where, p)) != both) FAIL("overlap at " << p[0]);
    });
}

void check_gap(const Table& t, const Finding& f) {
    const std::string where = after(f.message, " where ");
    const auto listed = split(where, "; or where ");
    const bool more = f.message.find("more region") != std::string::npos;
    std::size_t seen = 0;
    t.each([&](const Point& p) {
        bool any = false, said = where.empty();
        for (std::size_t r = 0; r < t.rows.size(); ++r) any = any || t.matches(r, p);
        for (std::string region : listed)
            if (!where.empty()) said = said || region_holds(region.substr(0, region.find("; and in")), p);
        seen += any ? 0 : 1;
        if (said && any) FAIL("no gap at " << p[0]);
        if (!said && !any && !more) FAIL("an unsaid gap at " << p[0]);
    });
    CHECK(seen > 0);
}

void compare(const Table& t, const cchc::CheckReport& report) {
    std::set<std::pair<std::size_t, std::size_t>> pairs, true_pairs;
    std::set<std::string> unreachable, true_unreachable;
    bool gap = false, true_gap = false;
    for (const Finding& f : report.findings) {
        if (f.code == "overlap") check_overlap(t, f, pairs);
        if (f.code == "unreachable") unreachable.insert(f.pointer);
        if (f.code == "gap") check_gap(t, f);
        gap = gap || f.code == "gap";
        if (f.code != "overlap" && f.code != "unreachable" && f.code != "gap") FAIL(f.code << " " << f.message);
    }
    std::vector<bool> any(t.rows.size()), first(t.rows.size());
    t.each([&](const Point& p) {
        std::vector<std::size_t> rows;
        for (std::size_t r = 0; r < t.rows.size(); ++r)
            if (t.matches(r, p)) rows.push_back(r);
        if (rows.empty()) true_gap = true;
        for (const std::size_t a : rows) any[a] = true;
        if (!rows.empty()) first[rows[0]] = true;
        for (const std::size_t a : rows)
            for (const std::size_t b : rows)
                if (a < b) true_pairs.emplace(a, b);
    });
    for (std::size_t r = 0; r < t.rows.size(); ++r)
        if (!(t.hit == "first" ? first[r] : any[r]))
            true_unreachable.insert("/fields/0/criteria/0/rule/rows/" + std::to_string(r));
    if (t.hit != "unique") true_pairs.clear();
    CHECK(pairs == true_pairs);
    CHECK(unreachable == true_unreachable);
    CHECK(gap == (true_gap && t.hit != "collect_sum"));
}

}  // namespace

TEST_CASE("What is said of random tables is what a grid of all bounds and midpoints shows") {
    Drawer drawer(20251127);
    for (int i = 0; i < 1500; ++i) {
        const Table t = draw(drawer);
        const std::string text = criteria_test::set_with_rule(t.rule(), t.dictionary);
        INFO(text);
        compare(t, cchc::CriteriaSet::check(text));
    }
}

}  // namespace tables_oracle_test

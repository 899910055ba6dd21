// The check as a whole: all mistakes at once, each at a place that exists, and nothing on a good set.
#include <algorithm>

#include "cchc/error.hpp"
#include "json/value.hpp"
#include "support.hpp"
#include "test.hpp"

namespace check_test {

namespace {

using cchc::CheckFinding;
using cchc::CheckReport;
using cchc::CriteriaSet;
using cchc::json::Value;
using criteria_test::lines;
using Lines = std::vector<std::string>;

// Whether a JSON pointer leads somewhere in the document.
bool leads(const Value& document, const std::string& pointer) {
    const Value* at = &document;
    for (std::size_t from = 0; from < pointer.size();) {
        const std::size_t to = std::min(pointer.find('/', from + 1), pointer.size());
        std::string key = pointer.substr(from + 1, to - from - 1);
        for (std::size_t p = key.find("~1"); p != std::string::npos; p = key.find("~1")) key.replace(p, 2, "/");
        for (std::size_t p = key.find("~0"); p != std::string::npos; p = key.find("~0", p + 1)) key.replace(p, 2, "~");
        const Value* below = nullptr;
        for (const auto& m : at->members)
            if (m.name == key) below = &m.value;
        if (at->kind == Value::Kind::array && key.find_first_not_of("0123456789") == std::string::npos &&
            std::stoul(key) < at->items.size())
            below = &at->items[std::stoul(key)];
        if (below == nullptr) return false;
        at = below;
        from = to;
    }
    return true;
}

void check_pointers(const std::string& text, const CheckReport& report) {
    const Value document = cchc::json::parse(text, "t");
    for (const CheckFinding& f : report.findings) {
        INFO(f.code << " " << f.pointer << " " << f.message);
        CHECK(leads(document, f.pointer));
    }
}

std::string set_that_extends(const std::string& id, const std::string& base) {
    return R"({"format": "cchc.criteria/1", "id": ")" + id + R"(", "version": "1", "extends": ")" + base + R"("})";
}

bool has(const CheckReport& report, const std::string& code, const std::string& pointer) {
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [&](const CheckFinding& f) { return f.code == code && f.pointer == pointer; });
}

// A set with every key of the format.
const std::string every_key = R"~({
  "format": "cchc.criteria/1", "id": "all", "version": "1", "title": {"vi": "a", "en": "b"}, "status": "example",
  "units": ["xa", "phuong"], "valid": {"from": "2025-01-01", "to": "2026-01-01"},
  "legal_basis": [{"document": "D", "article": "1", "note": "n", "successor": "E"}], "notes": [{"vi": "a", "en": "b"}],
  "max": {"xa": 10, "phuong": 8}, "rounding": {"places": 2, "mode": "half_up"},
  "criterion_rounding": {"places": 1, "mode": "down"}, "not_applicable": "shrink", "when_missing": "no_total",
  "ties": "dense", "tie_break": ["points(\"1\")"], "rank_by": "total", "unranked": ["phuong"],
  "facts": {"a": {"type": "number", "min": 0, "max": 100, "unit": "%", "title": {"vi": "a", "en": "b"}, "source": "s"},
            "t": {"type": "string", "values": ["p", "q"]}, "b": {"type": "boolean"}},
  "fields": [{"id": "1", "title": {"vi": "a", "en": "b"}, "max": {"xa": 10, "phuong": 8}, "not_applicable": "rescale",
    "rounding": {"places": 1, "mode": "up"}, "legal_basis": [{"article": "2"}],
    "criteria": [
      {"id": "1.1", "max": 4, "units": ["xa", "phuong"], "assessed_by": "survey", "evidence": "required",
       "no_case": "a = 0", "when_no_case": "full", "rule": {"let": {"r": "a / 2"}, "points": "min(max, r)", "cap": {"min": "0", "max": "max"}}},
      {"id": "1.2", "max": 4, "components": [
        {"id": "1.2.1", "max": 4, "rule": {"hit": "unique", "rows": [
          {"when": {"a": ">= 50", "t": "-"}, "points": "max", "article": "3", "note": "n"}, {"when": {"a": "< 50"}, "points": "0"}]}}]},
      {"id": "1.3", "max": 2, "units": ["xa"], "rule": {"manual": {"min": "0", "max": "max", "step": "0.5"}}}]}],
  "accounts": [{"id": "bonus", "title": {"vi": "a", "en": "b"}, "mode": "sum", "min": -1, "max": 2, "legal_basis": {"article": "4"},
    "criteria": [{"id": "bonus.1", "min": -1, "max": 2, "rule": {"points": "if b then 1 else 0"}}]}],
  "bands": [{"id": "I", "title": {"vi": "a", "en": "b"}, "units": ["xa", "phuong"], "on": "total", "when": ">= 5",
    "if": "b", "at_most": [{"if": "b", "title": {"vi": "a", "en": "b"}, "legal_basis": {"article": "5"}}], "legal_basis": {"article": "6"}},
    {"id": "II", "when": "-"}]
})~";

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return out + '"';
}

std::string written(const Value& v) {
    std::string out;
    switch (v.kind) {
        case Value::Kind::null: return "null";
        case Value::Kind::boolean: return v.flag ? "true" : "false";
        case Value::Kind::number: return v.text;
        case Value::Kind::string: return quoted(v.text);
        case Value::Kind::array:
            for (const Value& item : v.items) out += (out.empty() ? "" : ",") + written(item);
            return "[" + out + "]";
        default:
            for (const auto& m : v.members) out += (out.empty() ? "" : ",") + quoted(m.name) + ":" + written(m.value);
            return "{" + out + "}";
    }
}

struct Place {
    Value* value;
    std::string key, pointer;  // the key of an item is that of its list
};

void all_places(Value& v, const std::string& key, const std::string& pointer, std::vector<Place>& out) {
    out.push_back({&v, key, pointer});
    for (std::size_t i = 0; i < v.items.size(); ++i) all_places(v.items[i], key, pointer + "/" + std::to_string(i), out);
    for (auto& m : v.members) all_places(m.value, m.name, pointer + "/" + m.name, out);
}

// The set with every key, to be spoilt at one place.
struct Copy {
    Value document = cchc::json::parse(every_key, "t");
    std::vector<Place> places;
    Copy() { all_places(document, "", "", places); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
};

// Where more than one JSON type is good: an expression may be a number or a boolean, a title one text, a list of documents
// may be one or none, and null is as if the key were not there.
bool also_good(const Place& place, Value::Kind kind) {
    const auto is = [&](std::initializer_list<const char*> keys) {
        return std::any_of(keys.begin(), keys.end(), [&](const char* k) { return place.key == k; });
    };
    const auto below = [&](const std::string& key) { return place.pointer.find("/" + key + "/") != std::string::npos; };
    switch (kind) {
        case Value::Kind::null: return true;
        case Value::Kind::string: return is({"title", "notes"});
        case Value::Kind::array:
        case Value::Kind::object: return is({"legal_basis"});
        case Value::Kind::number:
        case Value::Kind::boolean:
            return is({"points", "no_case", "on", "if", "tie_break", "rank_by"}) || below("let") || below("when") ||
                   below("cap") || below("manual") || place.key == "when";
    }
    return false;
}

std::vector<Value> one_of_each_type() {
    std::vector<Value> out(6);
    out[1].kind = Value::Kind::boolean;
    out[2].kind = Value::Kind::number;
    out[2].text = "-7";
    out[3].kind = Value::Kind::string;
    out[3].text = "?!";
    out[4].kind = Value::Kind::array;
    out[5].kind = Value::Kind::object;
    return out;
}

}  // namespace

TEST_CASE("Twenty planted mistakes are found in one run") {
    const std::string text = criteria_test::file("tests/golden/criteria/twenty_mistakes.json");
    const CheckReport report = CriteriaSet::check(text);
    check_pointers(text, report);
    Lines expected, found;
    std::istringstream in(criteria_test::file("tests/golden/criteria/twenty_mistakes.expected.txt"));
    for (std::string line; std::getline(in, line);) expected.push_back(line);
    for (const CheckFinding& f : report.findings) found.push_back(f.pointer + "\t" + f.code);
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
    CHECK(!report.good());
}

TEST_CASE("A set with every key has no finding, and so have the sets of the tests no error") {
    CHECK(lines(CriteriaSet::check(every_key)) == Lines{"note successor /legal_basis: D was replaced by E"});
    for (const std::string name : {"bands", "forms"}) {
        const std::string text = criteria_test::file("tests/golden/criteria/" + name + ".json");
        const CheckReport report = CriteriaSet::check(text);
        INFO(name);
        CHECK(report.good());
        check_pointers(text, report);
    }
}

TEST_CASE("Findings of the built-in sets stand at places that exist") {
    for (const std::string& id : CriteriaSet::builtin_ids()) {
        const std::string text(CriteriaSet::builtin_json(id));
        check_pointers(text, CriteriaSet::check(text));
    }
}

TEST_CASE("Any value of another JSON type is a finding at a place that exists, never a crash") {
    for (std::size_t i = 0; i < Copy().places.size(); ++i) {
        for (const Value& other : one_of_each_type()) {
            Copy copy;
            const Place& place = copy.places[i];
            if (other.kind == place.value->kind) continue;
            *place.value = other;
            const std::string text = written(copy.document);
            INFO(place.pointer << " becomes " << written(other));
            const CheckReport report = CriteriaSet::check(text);
            check_pointers(text, report);
            if (!also_good(place, other.kind)) CHECK(!report.good());
        }
    }
}

TEST_CASE("A key left out is missed or may be left out; a key that nobody knows is a finding") {
    for (std::size_t i = 0; i < Copy().places.size(); ++i) {
        const Copy original;
        const Place& place = original.places[i];
        for (std::size_t m = 0; m < place.value->members.size(); ++m) {
            Copy copy;
            auto& members = copy.places[i].value->members;
            members.erase(members.begin() + static_cast<std::ptrdiff_t>(m));
            const std::string text = written(copy.document);
            INFO(place.pointer << " without " << place.value->members[m].name);
            check_pointers(text, CriteriaSet::check(text));
        }
        const bool free =
            place.key == "let" || place.key == "facts" || place.pointer.ends_with("/when");  // any name is good
        if (place.value->kind != Value::Kind::object || free) continue;
        Copy copy;
        copy.places[i].value->members.push_back({"colour", one_of_each_type()[1]});
        INFO(place.pointer << " with an unknown key");
        CHECK(!CriteriaSet::check(written(copy.document)).good());
    }
}

TEST_CASE("A set that extends itself, directly or by a circle, is refused") {
    const cchc::CriteriaLookup lookup = [](std::string_view id) -> std::optional<std::string> {
        if (id == "a") return set_that_extends("a", "b");
        if (id == "b") return set_that_extends("b", "a");
        return std::nullopt;
    };
    CHECK(has(CriteriaSet::check(set_that_extends("a", "a"), "t", lookup), "extends", "/extends"));
    CHECK(has(CriteriaSet::check(set_that_extends("a", "b"), "t", lookup), "extends", "/extends"));
    CHECK(has(CriteriaSet::check(set_that_extends("c", "a"), "t", lookup), "extends", "/extends"));
    CHECK(has(CriteriaSet::check(set_that_extends("c", "nobody"), "t", lookup), "extends", "/extends"));
    CHECK_THROWS_AS(CriteriaSet::from_json(set_that_extends("a", "a"), "t", lookup), cchc::Error);
}

TEST_CASE("A chain of eight sets is read, one of nine is refused") {
    const cchc::CriteriaLookup lookup = [](std::string_view id) -> std::optional<std::string> {
        const int n = id[0] - '0';
        return n == 1 ? criteria_test::set_with_rule(R"({"points": "1"})")
                      : set_that_extends(std::string(id), std::to_string(n - 1));
    };
    CHECK(CriteriaSet::check(set_that_extends("8", "7"), "t", lookup).findings.empty());
    CHECK(CriteriaSet::from_json(set_that_extends("8", "7"), "t", lookup).id() == "8");
    CHECK(has(CriteriaSet::check(set_that_extends("9", "8"), "t", lookup), "extends", "/extends"));
}

TEST_CASE("A cycle of lets is found, whatever stands around it") {
    const auto cycle = [](const std::string& let) {
        return CriteriaSet::check(criteria_test::set_with_rule(R"({"let": )" + let + R"(, "points": "1"})"));
    };
    const std::string at = "/fields/0/criteria/0/rule/let/";
    CHECK(has(cycle(R"({"a": "a"})"), "let_cycle", at + "a"));
    CHECK(has(cycle(R"({"a": "b", "b": "c", "c": "a + 1"})"), "let_cycle", at + "a"));
    CHECK(has(cycle(R"({"x": "b", "a": "b", "b": "a"})"), "let_cycle", at + "b"));
    CHECK(cycle(R"({"x": "b", "b": "c", "c": "d"})").findings.empty());
    const auto chain = [](int length) {
        std::string out;
        for (int i = 0; i < length; ++i)
            out += (i == 0 ? "\"l" : ",\"l") + std::to_string(i) + "\": \"l" + std::to_string(i + 1) + "\"";
        return "{" + out + "}";
    };
    CHECK(cycle(chain(1'000)).findings.empty());
    CHECK(has(cycle(chain(1'001)), "shape", "/fields/0/criteria/0/rule/let"));
}

TEST_CASE("A mistake that is easily overlooked is a finding") {
    using criteria_test::check_rule;
    const std::string leaf = "/fields/0/criteria/0", shape = "error shape ";
    const auto in_set = [](const std::string& more) { return check_rule(R"({"points": "1"})", more); };
    const auto in_rule = [&](const std::string& rule) { return check_rule(rule); };
    CHECK(in_rule(R"({"points": ""})") == Lines{shape + leaf + "/rule/points: expected an expression; found an empty text"});
    CHECK(in_rule(R"({"let": {"a b": "1"}, "points": "1"})") ==
          Lines{shape + leaf +
                "/rule/let/a b: expected a name that an expression can read: letters, digits, \"_\" and \".\""});
    CHECK(
        in_rule(R"({"hit": "unique", "rows": [{"when": {"a / b": "> ("}, "points": "1"}]})") ==
        Lines{"error expression " + leaf +
              "/rule/rows/0/when/a ~1 b: line 1, column 4: expected a number, a text, a name or \"(\"; found the end of the "
              "expression"});
    CHECK(in_rule(R"({"manual": {"max": "max + 1"}})") ==
          Lines{"error points_range " + leaf + "/rule/manual/max: expected points from 0 to 10; found 11"});
    CHECK(in_rule(R"({"points": "a", "cap": {"max": "12"}})") ==
          Lines{"error points_range " + leaf + "/rule/cap/max: expected points from 0 to 10; found 12"});
    CHECK(in_rule(R"({"let": {"k": "11"}, "points": "k"})") ==
          Lines{"error points_range " + leaf + "/rule/points: expected points from 0 to 10; found 11"});
    CHECK(in_rule(R"~({"let": {"m": "mean among units(a)", "n": "m + 1"}, "points": "best among units(n)"})~") ==
          Lines{"error expression " + leaf +
                "/rule/points: expected no value inside \"among units\" that itself depends on \"among units\""});
    CHECK(in_set(R"("units": ["a", "a"],)") == Lines{"error duplicate_id /units/1: the kind of unit \"a\" is there twice"});
    CHECK(in_set(R"("facts": {"a": {"type": "number", "min": 5, "max": 4}},)") ==
          Lines{shape + "/facts/a/max: expected a maximum of 5 or more; found 4"});
    CHECK(in_set(R"("facts": {"a": {"type": "boolean", "min": 5}},)") ==
          Lines{shape + "/facts/a/min: expected \"min\" only of a number"});
    CHECK(in_set(R"("facts": {"a-b": {"type": "boolean"}},)").size() == 1);
    CHECK(in_set(R"("add": [],)") == Lines{"error unknown_key /add: expected \"add\" only in a set that extends another"});
    CHECK(in_set(R"("accounts": [{"id": "x", "mode": "sum", "min": 3, "max": 2, "criteria": []}],)") ==
          Lines{shape + "/accounts/0/max: expected a maximum of 3 or more; found 2"});
    CHECK(lines(CriteriaSet::check(R"({"format": "cchc.criteria/1", "id": "a", "id": "b"})")).size() == 1);
}

TEST_CASE("A divisor that cannot be zero needs no word on no case") {
    const auto check = [](const std::string& rule) {
        std::string text =
            criteria_test::set_with_rule(rule, R"("facts": {"a": {"type": "number"}, "b": {"type": "number", "min": 1}},)");
        const std::string key = R"("when_no_case": "zero",)";
        return lines(CriteriaSet::check(text.erase(text.find(key), key.size())));
    };
    CHECK(check(R"({"points": "a / 100"})").empty());
    CHECK(check(R"({"points": "a / b"})").empty());
    CHECK(check(R"({"points": "a / max"})").empty());
    CHECK(check(R"({"let": {"all": "2 * max"}, "points": "a / all"})").empty());
    CHECK(check(R"({"points": "b / a"})").size() == 1);
    CHECK(check(R"~({"let": {"r": "b / (a - 1)"}, "points": "r"})~").size() == 1);
}

TEST_CASE("Hostile texts are findings or clear errors") {
    const std::string deep = std::string(10'000, '(') + "1" + std::string(10'000, ')');
    const auto report = CriteriaSet::check(criteria_test::set_with_rule(R"({"points": ")" + deep + R"("})"));
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].code == "expression");
    CHECK(report.findings[0].pointer == "/fields/0/criteria/0/rule/points");
    CHECK(report.findings[0].message.find("nested at most 200 deep") != std::string::npos);

    const auto refused = [](const std::string& text) {
        try {
            (void)CriteriaSet::check(text, "set.json");
            return std::string("accepted");
        } catch (const cchc::Error& e) {
            CHECK(e.code() == cchc::ErrorCode::json_syntax);
            return e.message();
        }
    };
    CHECK(refused("{\"id\": \"\xC3\x28\"}").find("UTF-8") != std::string::npos);
    CHECK(refused(std::string(17U << 20U, ' ')).find("at most 16777216 bytes") != std::string::npos);
    CHECK(refused("") != "accepted");
    CHECK(refused(std::string(100'000, '[')) != "accepted");
    for (const std::string text : {"[]", "null", "7", "\"x\"", "{}"}) CHECK(!CriteriaSet::check(text).good());
}

}  // namespace check_test

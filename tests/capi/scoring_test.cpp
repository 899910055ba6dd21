// Scores through the C interface: Nghị định 307/2025/NĐ-CP in every row of its oracle, one by one, together and as a matrix.
#include <algorithm>
#include <thread>

#include "score_support.hpp"
#include "test.hpp"

namespace scoring_test {

using namespace capi_test;

namespace {

// A table of units with their facts and what the oracle (tests/oracle/nd307.py) makes of them.
class Golden {
public:
    explicit Golden(const std::string& name) : set_(builtin_criteria("vn.nd-307-2025." + name)) {
        REQUIRE(set_ != nullptr);
        std::istringstream file(read_source("tests/golden/nd-307/" + name + ".csv"));
        std::string line;
        REQUIRE(std::getline(file, line));
        names_ = split(line, ',');
        while (std::getline(file, line)) rows_.push_back(split(line, ','));
        REQUIRE(rows_.size() >= 30);
        leaves_ = strings_of(description(set_.get()), "leaves");
        facts_ = strings_of(description(set_.get()), "fact_names");
    }

    const cchc_criteria* set() const { return set_.get(); }
    std::size_t size() const { return rows_.size(); }
    const std::vector<std::string>& leaves() const { return leaves_; }
    const std::vector<std::string>& fact_names() const { return facts_; }
    std::string cell(std::size_t row, const std::string& name) const {
        const auto at = std::find(names_.begin(), names_.end(), name);
        return at == names_.end() ? "" : rows_[row][static_cast<std::size_t>(at - names_.begin())];
    }
    bool expects(const std::string& name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }
    std::string json(std::size_t row) const {
        std::string members;
        for (const std::string& fact : facts_) {
            const std::string value = cell(row, fact);
            if (value.empty()) continue;
            members += (members.empty() ? "\"" : ", \"") + fact + "\": " + value;
        }
        return facts_json(cell(row, "unit"), cell(row, "kind"), members);
    }

private:
    CriteriaPtr set_;
    std::vector<std::string> names_, leaves_, facts_;
    std::vector<std::vector<std::string>> rows_;
};

void check_card(const Golden& golden, std::size_t row, std::string_view card) {
    INFO(golden.cell(row, "unit"));
    for (const std::string& leaf : golden.leaves()) {
        INFO(leaf);
        if (!golden.expects(leaf)) continue;
        CHECK(hundredths(value_after(card, "\"criterion\": \"" + leaf + "\"", "points")) ==
              hundredths(golden.cell(row, leaf)));
    }
    CHECK(hundredths(value_after(card, "{", "total")) == hundredths(golden.cell(row, "total")));
    const std::string band = value_after(card, "{", "band");
    CHECK((band == "null" ? "" : band) == golden.cell(row, "band"));
}

std::string score_one(const cchc_criteria* set, const std::string& facts, std::int32_t trace = 0) {
    cchc_bytes* card = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = cchc_score(set, facts.data(), facts.size(), nullptr, 0, trace, &card, &error);
    INFO(error.message);
    REQUIRE(status == CCHC_OK);
    return take(card);
}

std::string score_all(const cchc_criteria* set, const std::vector<std::string>& facts, const char* options = nullptr) {
    const Texts texts(facts);
    cchc_bytes* scores = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = cchc_score_many(set, texts.data.data(), texts.size.data(), facts.size(), options,
                                               options == nullptr ? 0 : nul, &scores, &error);
    INFO(error.message);
    REQUIRE(status == CCHC_OK);
    return take(scores);
}

// One column of facts; numbers with 6 decimals, booleans as 0 and 1.
std::vector<std::int64_t> column_of(const Golden& golden, const std::string& fact, bool& boolean) {
    std::vector<std::int64_t> out;
    for (std::size_t row = 0; row < golden.size(); ++row) {
        const std::string text = golden.cell(row, fact);
        boolean = boolean || text == "true" || text == "false";
        if (boolean) {
            out.push_back(text.empty() ? CCHC_NO_POINTS : text == "true" ? 1 : 0);
            continue;
        }
        out.push_back(hundredths(text));
        const std::size_t point = text.find('.');
        const std::size_t decimals = point == std::string::npos ? 2 : std::max<std::size_t>(text.size() - point - 1, 2);
        for (std::size_t d = decimals; d < 6 && !text.empty(); ++d) out.back() *= 10;
    }
    return out;
}

std::vector<std::string> band_ids(const cchc_criteria* set) {
    const std::string json = description(set);
    std::string_view bands = std::string_view(json).substr(json.find("\"bands\": ["));
    bands = bands.substr(0, bands.find("\"facts\": ["));
    std::vector<std::string> ids;
    for (std::size_t at = bands.find("\"id\""); at != bands.npos; at = bands.find("\"id\"", at + 1))
        ids.push_back(value_after(bands.substr(at), "", "id"));
    return ids;
}

void check_matrix(const Golden& golden) {
    std::vector<std::vector<std::int64_t>> values;
    std::vector<cchc_fact_column> columns;
    for (const std::string& fact : golden.fact_names()) {
        bool boolean = false;
        values.push_back(column_of(golden, fact, boolean));
        cchc_fact_column column = CCHC_FACT_COLUMN_INIT;
        column.is_boolean = boolean ? 1 : 0;
        column.scale = boolean ? 0 : 6;
        column.name = fact.data();
        column.name_size = fact.size();
        columns.push_back(column);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].value = values[i].data();
    const std::size_t units = golden.size(), leaves = golden.leaves().size();
    std::vector<std::int64_t> points(units * leaves), total(units);
    std::vector<std::int32_t> band(units), kinds;
    const auto names = strings_of(description(golden.set()), "units"), bands = band_ids(golden.set());
    for (std::size_t u = 0; u < units; ++u) {
        const auto kind = std::find(names.begin(), names.end(), golden.cell(u, "kind"));
        kinds.push_back(static_cast<std::int32_t>(kind - names.begin()));
    }
    REQUIRE(cchc_score_matrix(golden.set(), columns.data(), columns.size(), units, kinds.data(), nullptr, 0, 2, leaves,
                              points.data(), nullptr, total.data(), nullptr, band.data(), nullptr) == CCHC_OK);
    for (std::size_t u = 0; u < units; ++u) {
        INFO(golden.cell(u, "unit"));
        for (std::size_t l = 0; l < leaves; ++l) {
            if (golden.expects(golden.leaves()[l]))
                CHECK(points[u * leaves + l] == hundredths(golden.cell(u, golden.leaves()[l])));
        }
        CHECK(total[u] == hundredths(golden.cell(u, "total")));
        CHECK((band[u] < 0 ? "" : bands[static_cast<std::size_t>(band[u])]) == golden.cell(u, "band"));
    }
}

void check_kind(const std::string& name) {
    const Golden golden(name);
    std::vector<std::string> facts;
    for (std::size_t row = 0; row < golden.size(); ++row) facts.push_back(golden.json(row));
    for (std::size_t row = 0; row < golden.size(); row += 7) check_card(golden, row, score_one(golden.set(), facts[row]));
    check_matrix(golden);
}

}  // namespace

TEST_CASE("a province is classified through the C interface") { check_kind("tinh"); }
TEST_CASE("a commune is classified through the C interface") { check_kind("xa"); }
TEST_CASE("a ward is classified through the C interface") { check_kind("phuong"); }
TEST_CASE("a special zone is classified through the C interface") { check_kind("dac-khu"); }

TEST_CASE("units scored together have the scorecards of units scored alone, and places") {
    const Golden golden("xa");
    const std::vector<std::string> facts = {golden.json(0), golden.json(1), golden.json(2)};
    const std::string scores = score_all(golden.set(), facts);
    CHECK(value_after(scores, "{", "format") == "cchc.scores/1");
    std::string alone = score_one(golden.set(), facts[1]);
    std::string indented;
    for (const char c : alone.substr(0, alone.find_last_not_of('\n') + 1)) {
        indented += c;
        if (c == '\n') indented += "    ";
    }
    CHECK(contains(scores, indented));
    CHECK(value_after(scores, "\"ranking\"", "format") == "cchc.ranking/1");
    CHECK(value_after(scores, "\"ranking\"", "rank") == "1");

    const std::string none = score_all(golden.set(), {});
    CHECK(contains(none, "\"scorecards\": []"));
}

TEST_CASE("options of scores: outside, by kind, trace") {
    const CriteriaPtr set = criteria(two_kinds);
    REQUIRE(set != nullptr);
    const std::vector<std::string> facts = {facts_json("A", "xa", R"("rate": 80, "open": false, "level": "high")"),
                                            facts_json("B", "phuong", R"("rate": 40, "open": false)"),
                                            facts_json("C", "phuong", R"("rate": 100, "open": true)")};
    const std::string all = score_all(set.get(), facts);
    CHECK(value_after(all, "\"unit\": \"B\"", "total") == "8");  // 20 × 40 / 100
    CHECK_FALSE(contains(all, "\"trace\""));
    const std::string outside = score_all(
        set.get(), facts, R"({"format": "cchc.scores_options/1", "outside": ["C"], "by_kind": true, "trace": true})");
    CHECK(value_after(outside, "\"unit\": \"B\"", "total") == "10");  // 20 × 40 / 80
    CHECK(contains(outside, "\"trace\""));
    const std::string ranking = outside.substr(outside.find("\"ranking\""));
    CHECK(value_after(ranking, "\"unit\": \"B\"", "rank") == "1");
    CHECK(value_after(ranking, "\"unit\": \"C\"", "rank") == "null");
}

TEST_CASE("a trace is asked for, and a table for people exists in two languages") {
    const CriteriaPtr set = criteria(two_kinds);
    const std::string facts = facts_json("A", "xa", R"("rate": 80, "open": true, "level": "low")");
    CHECK_FALSE(contains(score_one(set.get(), facts), "\"trace\""));
    CHECK(contains(score_one(set.get(), facts, 1), "\"trace\""));
    const auto table = [&](std::int32_t trace, std::int32_t lang) {
        cchc_bytes* text = nullptr;
        REQUIRE(cchc_score_text(set.get(), facts.data(), facts.size(), nullptr, 0, trace, lang, &text, nullptr) == CCHC_OK);
        return take(text);
    };
    CHECK(contains(table(0, CCHC_LANG_VI), "Tỷ lệ"));
    CHECK(contains(table(0, CCHC_LANG_EN), "Rate"));
    CHECK(table(1, CCHC_LANG_EN).size() > table(0, CCHC_LANG_EN).size());
}

TEST_CASE("one unit is compared over two years, and an argument that is wrong is named") {
    const CriteriaPtr before = criteria(two_kinds), after = criteria(two_kinds);
    const std::string first = facts_json("A", "xa", R"("rate": 80, "open": true, "level": "low")");
    const std::string second = facts_json("B", "xa", R"("rate": 60, "open": true, "level": "low")");
    const std::string bad = "{";
    cchc_error error = fresh_error();
    const auto compared = [&](const cchc_criteria* was, const std::string& facts_before, const std::string& facts_after,
                              const char* sheet_after = nullptr) {
        cchc_bytes* out = nullptr;
        const cchc_status status =
            cchc_score_compare(was, facts_before.data(), facts_before.size(), nullptr, 0, after.get(), facts_after.data(),
                               facts_after.size(), sheet_after, sheet_after == nullptr ? 0 : nul, &out, &error);
        CHECK((status == CCHC_OK) == (out != nullptr));
        return out == nullptr ? std::to_string(status) + " " + error.message : take(out);
    };
    const std::string json = compared(before.get(), first, second);
    for (const auto& [year, facts] : {std::pair("before", first), std::pair("after", second)})
        CHECK(value_after(json, std::string("\"") + year + "\"", "total") ==
              value_after(score_one(before.get(), facts), "{", "total"));
    CHECK(value_after(json, "\"after\"", "unit") == "B");
    CHECK(contains(compared(nullptr, first, second), std::to_string(CCHC_E_ARG_NULL) + " before"));
    CHECK(contains(compared(before.get(), bad, second), std::to_string(CCHC_E_JSON_SYNTAX) + " facts_before"));
    CHECK(contains(compared(before.get(), first, bad), std::to_string(CCHC_E_JSON_SYNTAX) + " facts_after"));
    CHECK(contains(compared(before.get(), first, second, "{}"), std::to_string(CCHC_E_JSON_SCHEMA) + " sheet_after"));
}

TEST_CASE("facts of several sources are merged, with conflicts as data") {
    const std::vector<std::string> facts = {
        R"({"format": "cchc.facts/1", "unit": "A", "source": "portal", "facts": {"rate": "0.50", "open": true}})",
        R"({"format": "cchc.facts/1", "unit": "A", "facts": {"rate": 0.5, "open": false, "level": "high"}})"};
    const Texts texts(facts);
    cchc_bytes* merged = nullptr;
    REQUIRE(cchc_facts_merge(texts.data.data(), texts.size.data(), 2, &merged, nullptr) == CCHC_OK);
    const std::string json = take(merged);
    CHECK(value_after(json, "\"facts\"", "rate") == "0.5");
    CHECK(value_after(json, "\"sources\"", "level") == "facts[1]");
    CHECK(contains(json.substr(json.find("\"conflicts\"")), "\"open\""));

    const std::vector<std::string> others = {facts[0], R"({"format": "cchc.facts/1", "unit": "B", "facts": {}})"};
    const Texts other(others);
    cchc_error error = fresh_error();
    CHECK(cchc_facts_merge(other.data.data(), other.size.data(), 2, &merged, &error) == CCHC_E_INCOMPATIBLE);
    CHECK(merged == nullptr);
    CHECK(cchc_facts_merge(nullptr, nullptr, 0, &merged, &error) == CCHC_E_ARG_RANGE);
}

TEST_CASE("arguments of scores are checked") {
    const CriteriaPtr set = criteria(two_kinds);
    const std::string facts = facts_json("A", "xa", R"("rate": 80)");
    cchc_error error = fresh_error();
    cchc_bytes* out = nullptr;
    const auto one = [&](const cchc_criteria* c, const std::string& json, const char* sheet, std::int32_t trace) {
        const cchc_status status = cchc_score(c, json.data(), json.size(), sheet, 0, trace, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(one(nullptr, facts, nullptr, 0) == CCHC_E_ARG_NULL);
    CHECK(cchc_score(set.get(), facts.data(), facts.size(), "{}", 2, 0, &out, &error) == CCHC_E_JSON_SCHEMA);
    CHECK(one(set.get(), facts, nullptr, 2) == CCHC_E_ARG_ENUM);
    CHECK(one(set.get(), "\xFF", nullptr, 0) == CCHC_E_ARG_UTF8);
    CHECK(one(set.get(), "{", nullptr, 0) == CCHC_E_JSON_SYNTAX);
    CHECK(one(set.get(), "{}", nullptr, 0) == CCHC_E_JSON_SCHEMA);
    CHECK(one(set.get(), facts_json("A", "tinh", ""), nullptr, 0) == CCHC_E_ARG_RANGE);
    CHECK(cchc_score(set.get(), facts.data(), facts.size(), nullptr, 0, 0, nullptr, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_score_text(set.get(), facts.data(), facts.size(), nullptr, 0, 0, 7, &out, &error) == CCHC_E_ARG_ENUM);

    const char* documents[] = {facts.data(), "\xC0"};
    const auto many = [&](const char* options, std::size_t count) {
        const cchc_status status =
            cchc_score_many(set.get(), documents, nullptr, count, options, options == nullptr ? 0 : nul, &out, &error);
        CHECK(out == nullptr);
        return status;
    };
    CHECK(many(nullptr, 2) == CCHC_E_ARG_UTF8);
    CHECK(error.row == 1);
    CHECK(error.byte_offset == 0);
    documents[1] = nullptr;
    CHECK(many(nullptr, 2) == CCHC_E_ARG_NULL);
    CHECK(error.row == 1);
    CHECK(many(nullptr, SIZE_MAX / 4) == CCHC_E_ARG_RANGE);
    CHECK(many(R"({"format": "cchc.scores_options/1", "sorted": true})", 1) == CCHC_E_JSON_SCHEMA);
    CHECK(contains(error.message, "/sorted"));
    documents[0] = "{}";
    CHECK(many(nullptr, 1) == CCHC_E_JSON_SCHEMA);
    CHECK(contains(error.message, "facts[0]"));
}

TEST_CASE("threads score with one set at once and get the same bytes") {
    const Golden golden("dac-khu");
    const std::string facts = golden.json(3);
    const std::string expected = score_one(golden.set(), facts, 1);
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (std::string& text : found)
        threads.emplace_back([&text, &facts, &golden] {
            for (int i = 0; i < 20; ++i) {
                cchc_bytes* card = nullptr;
                cchc_score(golden.set(), facts.data(), facts.size(), nullptr, 0, 1, &card, nullptr);
                text = take(card);
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& text : found) CHECK(text == expected);
}

TEST_CASE("the scores of people count, and what is refused of them is named") {
    const CriteriaPtr set = criteria(two_kinds);
    const std::string facts = facts_json("A", "phuong", R"("rate": 80, "open": true)");
    const std::string sheet = R"({"format": "cchc.appraisal/1", "unit": "A", "set": "t.two", "version": "1", "entries": [
        {"criterion": "1.1", "round": "appraisal", "points": 12, "reason": "checked on the spot"},
        {"criterion": "9.9", "round": "self", "points": 1}]})";
    cchc_error error = fresh_error();
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_score(set.get(), facts.data(), facts.size(), sheet.data(), sheet.size(), 0, &out, &error) == CCHC_OK);
    const std::string card = take(out);
    CHECK(card.find(R"("counts": "appraised")") != std::string::npos);
    CHECK(card.find(R"("total": "12")") != std::string::npos);
    CHECK(card.find("scores, /entries/1: the set has no leaf") != std::string::npos);
    const std::string other =
        R"({"format": "cchc.appraisal/1", "unit": "B", "set": "t.two", "version": "1", "entries": []})";
    cchc_bytes* none = nullptr;
    CHECK(cchc_score(set.get(), facts.data(), facts.size(), other.data(), other.size(), 0, &none, &error) ==
          CCHC_E_INCOMPATIBLE);
}

TEST_CASE("what-if and sensitivity through the C interface") {
    const CriteriaPtr set = criteria(two_kinds);
    const std::string facts = facts_json("A", "phuong", R"("rate": 40, "open": true)");
    cchc_error error = fresh_error();
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_what_if(set.get(), facts.data(), facts.size(), nullptr, 0, nullptr, 0, &out, &error) == CCHC_OK);
    const std::string answer = take(out);
    CHECK(answer.find(R"("format": "cchc.whatif/1")") != std::string::npos);
    CHECK(answer.find(R"("missing": "6.995")") != std::string::npos);  // 8 points; 14.995 is rounded to 15
    const std::string sheet = R"({"format": "cchc.appraisal/1", "unit": "A", "set": "t.two", "version": "1", "entries": [
        {"criterion": "1.1", "round": "appraisal", "points": 12, "reason": "checked on the spot"},
        {"criterion": "9.9", "round": "self", "points": 1}]})";
    REQUIRE(cchc_what_if(set.get(), facts.data(), facts.size(), sheet.data(), sheet.size(), nullptr, 0, &out, &error) ==
            CCHC_OK);
    const std::string appraised = take(out);
    CHECK(appraised.find(R"("missing": "2.995")") != std::string::npos);
    CHECK(appraised.find("scores, /entries/1") != std::string::npos);
    cchc_bytes* none = nullptr;
    CHECK(cchc_what_if(set.get(), facts.data(), facts.size(), nullptr, 0,
                       R"({"format": "cchc.whatif_options/1", "band": "best"})", nul, &none, &error) == CCHC_E_UNKNOWN_NAME);
    CHECK(cchc_what_if(set.get(), facts.data(), facts.size(), nullptr, 0, R"({"format": "x"})", nul, &none, &error) ==
          CCHC_E_JSON_SCHEMA);

    const std::string second = facts_json("B", "phuong", R"("rate": 60, "open": true)");
    const char* documents[] = {facts.c_str(), second.c_str()};
    const auto run = [&](const char* options) {
        cchc_bytes* bytes = nullptr;
        REQUIRE(cchc_sensitivity(set.get(), documents, nullptr, 2, options, nul, &bytes, &error) == CCHC_OK);
        return take(bytes);
    };
    const char* options = R"({"format": "cchc.sensitivity_options/1", "draws": 50, "seed": 3, "points": 0.2})";
    CHECK(run(options) == run(options));
    CHECK(run(options).find(R"("format": "cchc.sensitivity/1")") != std::string::npos);
    CHECK(cchc_sensitivity(set.get(), documents, nullptr, 2, R"({"format": "cchc.sensitivity_options/1", "points": 2})", nul,
                           &none, &error) == CCHC_E_ARG_RANGE);
}

}  // namespace scoring_test

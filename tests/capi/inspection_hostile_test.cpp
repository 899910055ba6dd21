// Files of a round that are cut off, altered or made to do harm: each call ends with a status, and each file that does not
// count is a problem of the round.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

#include "inspection_support.hpp"
#include "test.hpp"

namespace inspection_hostile_test {

using namespace capi_test;
using namespace std::string_view_literals;

namespace {

struct Part {
    std::int32_t part;
    const char* small;
    const char* sample;  // in examples/data/inspection-274
};

constexpr Part parts[] = {{CCHC_PART_SELF_REPORT, report_a, "self-reports/ubnd-xa-thanh.json"},
                          {CCHC_PART_VISIT, visit_a, "visits/ubnd-xa-tan-thanh.json"},
                          {CCHC_PART_FINDINGS, findings_a, "findings/2019.json"},
                          {CCHC_PART_FACTS, facts_a, "facts/ubnd-xa-thanh.json"},
                          {CCHC_PART_SCORES, scores_a, "scores/ubnd-xa-thanh.json"}};

// Without the end of the last line, so that every cut takes something away.
std::string sample(const std::string& name) {
    std::ifstream file(std::string(CCHC_SOURCE_DIR "/examples/data/inspection-274/") + name, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    text.resize(text.find_last_of('}') + 1);
    REQUIRE(text.size() > 100);
    return text;
}

std::string builtin(cchc_status (*call)(const char*, std::size_t, cchc_bytes**, cchc_error*)) {
    cchc_bytes* bytes = nullptr;
    REQUIRE(call("huong-hoa-2020", nul, &bytes, nullptr) == CCHC_OK);
    std::string text = take(bytes);
    text.resize(text.find_last_of('}') + 1);
    return text;
}

std::vector<std::size_t> cuts(std::size_t size, std::size_t most) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < most; ++i) out.push_back(size * i / most);
    for (std::size_t before = 1; before < 20; ++before) out.push_back(size - before);
    return out;
}

// One to three bytes that are other ones, gone, or there twice.
std::string altered(std::string text, std::mt19937& random) {
    static constexpr std::string_view likely = "{}[]\":,-0123456789.eE\\/\x00\xFF\xC3 ntu"sv;
    for (std::size_t n = random() % 3 + 1; n > 0; --n) {
        const std::size_t at = random() % text.size();
        const char other = random() % 2 == 0 ? likely[random() % likely.size()] : static_cast<char>(random() % 256);
        switch (random() % 4) {
            case 0: text.erase(at, 1); break;
            case 1: text.insert(at, 1, other); break;
            default: text[at] = other; break;
        }
    }
    return text;
}

int added(cchc_inspection* inspection, std::int32_t part, const std::string& json, const std::string& source) {
    std::uint8_t taken = 2;
    REQUIRE(cchc_inspection_add(inspection, part, json.data(), json.size(), source.c_str(), nul, &taken, nullptr) ==
            CCHC_OK);
    REQUIRE(taken < 2);
    return taken;
}

// The result, the overview and the documents: none of them fails, whatever was taken.
std::string read_all(const cchc_inspection* inspection, bool documents) {
    const RoundPtr round = computed(inspection);
    REQUIRE(round != nullptr);
    for (const std::int32_t lang : {CCHC_LANG_VI, CCHC_LANG_EN}) {
        CHECK_FALSE(overview(round.get(), lang).empty());
        CHECK_FALSE(document_names(round.get(), lang).empty());
    }
    if (documents) {
        CHECK_FALSE(document(round.get(), "summary", CCHC_LANG_EN, CCHC_DOCUMENT_MARKDOWN).empty());
        CHECK_FALSE(document(round.get(), "bao-cao-tong-hop", CCHC_LANG_VI, CCHC_DOCUMENT_TEXT).empty());
    }
    return result_json(round.get());
}

bool documented(cchc_status status) {
    for (const cchc_status s :
         {CCHC_OK, CCHC_E_JSON_SYNTAX, CCHC_E_JSON_SCHEMA, CCHC_E_ARG_UTF8, CCHC_E_UNKNOWN_NAME, CCHC_E_OUTSIDE_COVERAGE})
        if (status == s) return true;
    return false;
}

// A round of this plan and outline; none: it was refused, with a status that is documented.
InspectionPtr made(const std::string& plan, const std::string& outline) {
    static const CalendarPtr calendar = vn();
    cchc_inspection* out = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = cchc_inspection_create(plan.data(), plan.size(), outline.data(), outline.size(), nullptr,
                                                      calendar.get(), &out, &error);
    INFO(status << " " << error.message);
    CHECK(documented(status));
    CHECK((status == CCHC_OK) == (out != nullptr));
    return InspectionPtr(out);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a part that is cut off anywhere is a problem of the round") {
    const std::string plan = builtin(cchc_plan_builtin_json), outline = builtin(cchc_outline_builtin_json);
    const InspectionPtr inspection = made(sample("plan.json"), outline);
    REQUIRE(inspection != nullptr);
    std::set<std::string> refused;
    for (const Part& p : parts) {
        const std::string whole = sample(p.sample);
        for (const std::size_t cut : cuts(whole.size(), 60)) {
            const std::string source = std::string(p.sample) + "@" + std::to_string(cut);
            INFO(source);
            CHECK(added(inspection.get(), p.part, whole.substr(0, cut), source) == 0);
            refused.insert(source);
        }
    }
    const std::string result = read_all(inspection.get(), true);
    for (const std::string& source : refused) {
        INFO(source);
        CHECK(contains(result, "\"" + source + "\""));
    }
    for (const std::size_t cut : cuts(plan.size(), 60)) CHECK(made(plan.substr(0, cut), outline) == nullptr);
    for (const std::size_t cut : cuts(outline.size(), 60)) CHECK(made(plan, outline.substr(0, cut)) == nullptr);
}

TEST_CASE("altered bytes of a part end in a problem or in what can be computed") {
    std::mt19937 random(20200617);
    const CriteriaPtr set = criteria(two_kinds);
    std::size_t taken = 0;
    for (const Part& p : parts)
        for (int i = 0; i < 100; ++i) {
            const InspectionPtr inspection = capi_test::inspection(set.get());
            const std::string json = altered(p.small, random);
            INFO(p.part << " " << json);
            const int counts = added(inspection.get(), p.part, json, "altered.json");
            const std::string result = read_all(inspection.get(), true);
            if (counts == 0) CHECK(contains(result, "\"altered.json\""));
            taken += counts == 1 ? 1U : 0U;
        }
    CHECK(taken > 20);  // a letter in a text is not all that was altered
    CHECK(taken < 480);
}

TEST_CASE("altered bytes of a plan, an outline or a long report end in a status or in a round") {
    std::mt19937 random(274);
    std::size_t rounds = 0;
    for (int i = 0; i < 250; ++i) {
        const bool of_plan = i % 2 == 0;
        const std::string plan = of_plan ? altered(small_plan, random) : small_plan;
        const std::string outline = of_plan ? small_outline : altered(small_outline, random);
        INFO(plan << outline);
        const InspectionPtr inspection = made(plan, outline);
        if (inspection == nullptr) continue;
        ++rounds;
        for (const Part& p : parts) added(inspection.get(), p.part, p.small, "small.json");
        read_all(inspection.get(), true);
    }
    CHECK(rounds > 10);
    CHECK(rounds < 250);
    const InspectionPtr inspection = made(sample("plan.json"), builtin(cchc_outline_builtin_json));
    for (const Part& p : parts) {
        const std::string whole = sample(p.sample);
        for (int i = 0; i < 50; ++i) added(inspection.get(), p.part, altered(whole, random), "long.json");
    }
    read_all(inspection.get(), true);
}

TEST_CASE("a plan that wants to cost much time ends soon") {
    const std::string plan = small_plan;
    const std::string subjects_from = "\"subjects\": [";
    const std::size_t at = plan.find(subjects_from) + subjects_from.size();
    const auto start = std::chrono::steady_clock::now();

    // Deep nesting, open or closed, as a plan, in a plan and in an outline.
    const std::string deep(200000, '['), objects = [] {
        std::string out;
        for (int i = 0; i < 50000; ++i) out += "{\"a\":";
        return out;
    }();
    for (const std::string& nested : {deep, deep + std::string(200000, ']'), objects}) {
        CHECK(made(nested, small_outline) == nullptr);
        CHECK(made(small_plan, nested) == nullptr);
        CHECK(made(plan.substr(0, at) + nested, small_outline) == nullptr);
    }
    std::string sections;
    for (int i = 0; i < 5000; ++i) sections += "{\"id\": \"s\", \"title\": \"t\", \"sections\": [";
    CHECK(made(small_plan, R"({"format": "cchc.outline/1", "id": "o", "version": "1", "title": "O", "sections": [)" +
                               sections) == nullptr);

    // A hundred thousand units, once with names that are all different and once with names that are the same in a file name.
    for (const char* name : {"Đơn vị ", "Đơn vị"}) {
        std::string many = plan.substr(0, at);
        for (int i = 0; i < 100000; ++i) {
            const std::string different = name + std::to_string(i);
            std::string same = name;
            for (int bit = 0; bit < 17; ++bit) same += (i >> bit & 1) != 0 ? "." : ",";
            many += "{\"unit\": \"" + (std::string_view(name).ends_with(' ') ? different : same) + "\", \"kind\": \"xa\"},";
        }
        const InspectionPtr large = made(many + plan.substr(at), small_outline);
        REQUIRE(large != nullptr);
        CHECK(add_part(large.get(), CCHC_PART_SELF_REPORT, report_a, "a.json") == 1);
        const RoundPtr round = computed(large.get());
        CHECK(overview(round.get(), CCHC_LANG_VI).size() > 100000);
        CHECK(document(round.get(), "summary", CCHC_LANG_EN, CCHC_DOCUMENT_JSON).size() > 100000);
    }
    CHECK(seconds_since(start) < 60);  // a few seconds; with work that grows with the square of the units, hours
}

}  // namespace inspection_hostile_test

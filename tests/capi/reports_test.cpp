// Periods by name, chains, levels and published forms through the C ABI.
#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace reports_test {

using namespace capi_test;

namespace {

const char* const units = "unit,parent,level\nUBND xã Tân Liên,UBND huyện,commune\nUBND huyện,,district\n";

StatisticsPtr filled(const char* query) {
    StatisticsPtr out = statistics(query);
    const Sample sample = make_sample(300);
    const auto columns = sample.columns();
    REQUIRE(cchc_statistics_add_columns(out.get(), &columns, nullptr, nullptr, nullptr) == CCHC_OK);
    return out;
}

const char* const first_quarter = R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-04-01","by":[["agency"]]})";
const char* const second_quarter = R"({"format":"cchc.query/1","from":"2020-04-01","to":"2020-07-01","by":[["agency"]]})";

const std::string form =
    "STT,Tên,received.total,received.online,received.direct,received.carried_over,resolved.total,resolved.early,resolved.on_"
    "time,"
    "resolved.overdue,in_process.total,in_process.within,in_process.overdue\n"
    "1,a,3,1,1,1,2,1,1,0,1,1,0\n";

}  // namespace

TEST_CASE("periods: dates of one and of several") {
    std::int32_t from[4] = {}, to[4] = {};
    std::size_t count = 0;
    cchc_error error = fresh_error();
    REQUIRE(cchc_period_dates("2020-Q1", nul, CCHC_WINDOWS_ND_09_2019, from, to, 1, &count, &error) == CCHC_OK);
    REQUIRE(count == 1);
    REQUIRE(from[0] == day(2019, 12, 15));
    REQUIRE(to[0] == day(2020, 3, 15));
    REQUIRE(cchc_period_dates("2020-01..2020-04", nul, CCHC_WINDOWS_CALENDAR, from, to, 4, &count, &error) == CCHC_OK);
    REQUIRE(count == 4);
    REQUIRE(from[3] == day(2020, 4, 1));
    REQUIRE(to[3] == day(2020, 5, 1));

    from[0] = 7;
    REQUIRE(cchc_period_dates("2020-01..2020-12", nul, CCHC_WINDOWS_CALENDAR, from, to, 4, &count, &error) ==
            CCHC_E_BUFFER_SMALL);
    REQUIRE(count == 12);
    REQUIRE(from[0] == 7);
    REQUIRE(cchc_period_dates("2020", nul, CCHC_WINDOWS_CALENDAR, nullptr, nullptr, 0, &count, &error) ==
            CCHC_E_BUFFER_SMALL);
    REQUIRE(cchc_period_dates("2020", nul, 2, from, to, 4, &count, &error) == CCHC_E_ARG_ENUM);
    REQUIRE(cchc_period_dates("2020", nul, 0, nullptr, to, 4, &count, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_period_dates("2020", nul, 0, from, nullptr, 4, &count, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_period_dates("2020", nul, 0, from, to, 4, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_period_dates(nullptr, 4, 0, from, to, 4, &count, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_period_dates("2020-Q5", nul, 0, from, to, 4, &count, &error) == CCHC_E_TIME_SYNTAX);
    REQUIRE(cchc_period_dates("2020..2019", nul, 0, from, to, 4, &count, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(cchc_period_dates("20\xFF", nul, 0, from, to, 4, &count, &error) == CCHC_E_ARG_UTF8);
}

TEST_CASE("chain: two periods that meet, and two that do not") {
    const auto before = filled(first_quarter), after = filled(second_quarter);
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_statistics_check_chain(before.get(), after.get(), &out, &error) == CCHC_OK);
    const std::string json = take(out);
    REQUIRE(contains(json, "\"cchc.chain/1\""));
    REQUIRE(contains(json, "\"holds\": true"));
    // Where the later one lacks the dossiers that were open, it shows.
    const auto empty = statistics(second_quarter);
    REQUIRE(cchc_statistics_check_chain(before.get(), empty.get(), &out, &error) == CCHC_OK);
    REQUIRE(contains(take(out), "\"holds\": false"));
    REQUIRE(cchc_statistics_check_chain(after.get(), before.get(), &out, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(out == nullptr);
    REQUIRE(cchc_statistics_check_chain(nullptr, after.get(), &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_check_chain(before.get(), nullptr, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_check_chain(before.get(), after.get(), nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("levels and subtrees") {
    const auto stats = filled(first_quarter);
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_statistics_consolidate(stats.get(), units, nul, &out, &error) == CCHC_OK);
    const std::string json = take(out);
    for (const char* part : {"\"cchc.consolidated/1\"", "\"UBND huyện\"", "\"unknown\"", "\"holds\": true"})
        REQUIRE(contains(json, part));
    REQUIRE(cchc_statistics_consolidate(stats.get(), "unit,parent,level\na,b,l\n", nul, &out, &error) == CCHC_E_CSV);
    REQUIRE(contains(error.message, "hierarchy:2"));
    REQUIRE(out == nullptr);
    REQUIRE(cchc_statistics_consolidate(stats.get(), "{\"format\":\"cchc.soup/1\"}", nul, &out, &error) ==
            CCHC_E_JSON_SCHEMA);
    REQUIRE(cchc_statistics_consolidate(stats.get(), "{", nul, &out, &error) == CCHC_E_JSON_SYNTAX);
    const auto total = filled(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-04-01"})");
    REQUIRE(cchc_statistics_consolidate(total.get(), units, nul, &out, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(cchc_statistics_consolidate(nullptr, units, nul, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_consolidate(stats.get(), nullptr, 3, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_consolidate(stats.get(), units, nul, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("published forms: a broken one is a result, what is no form is an error") {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_form_check(form.data(), form.size(), nullptr, 0, nullptr, 0, &out, &error) == CCHC_OK);
    REQUIRE(contains(take(out), "\"holds\": true"));
    REQUIRE(cchc_form_check(form.data(), form.size(), form.data(), form.size(), "ii06a", nul, &out, &error) == CCHC_OK);
    REQUIRE(contains(take(out), "\"sources\": ["));
    std::string broken = form;
    broken.replace(broken.find("a,3"), 3, "a,4");
    REQUIRE(cchc_form_check(broken.data(), broken.size(), nullptr, 0, nullptr, 0, &out, &error) == CCHC_OK);
    const std::string json = take(out);
    REQUIRE(contains(json, "\"holds\": false"));
    REQUIRE(contains(json, "\"difference\": 1"));
    REQUIRE(cchc_form_check("a,b,c\n1,2,3\n", nul, nullptr, 0, nullptr, 0, &out, &error) == CCHC_E_CSV);
    REQUIRE(out == nullptr);
    REQUIRE(cchc_form_check("[1]", nul, nullptr, 0, nullptr, 0, &out, &error) == CCHC_E_JSON_SCHEMA);
    REQUIRE(cchc_form_check("[", nul, nullptr, 0, nullptr, 0, &out, &error) == CCHC_E_JSON_SYNTAX);
    REQUIRE(cchc_form_check(form.data(), form.size(), nullptr, 0, "soup", nul, &out, &error) == CCHC_E_UNKNOWN_NAME);
    REQUIRE(cchc_form_check(form.data(), form.size(), nullptr, 0, "{}", nul, &out, &error) == CCHC_E_JSON_SCHEMA);
    REQUIRE(
        cchc_form_check(form.data(), form.size(),
                        "opening,new,early,on_time,late,not_due,overdue,withdrawn,returned,closing\n1,0,1,0,0,0,0,0,0,0\n",
                        nul, nullptr, 0, &out, &error) == CCHC_E_INCOMPATIBLE);
    REQUIRE(cchc_form_check(nullptr, 3, nullptr, 0, nullptr, 0, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_form_check(form.data(), form.size(), nullptr, 0, nullptr, 0, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_form_check("\xFF", nul, nullptr, 0, nullptr, 0, &out, &error) == CCHC_E_ARG_UTF8);
}

}  // namespace reports_test

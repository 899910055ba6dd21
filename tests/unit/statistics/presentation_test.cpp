// Facts, CSV, JSON and the tables of a small input, byte for byte.
#include "golden.hpp"
#include "support.hpp"
#include "test.hpp"

namespace presentation_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// A dossier of an agency, field and channel, by the form's columns that it counts in.
Dossier row(const std::string& id, const std::string& agency, const std::string& field, Channel channel,
            std::initializer_list<std::pair<Event, const char*>> events, Status status = Status::finished) {
    Dossier d = dossier(id, events, status);
    d.agency = agency;
    d.field = field;
    d.channel = channel;
    return d;
}

// Every column of the form and everything beside it at least once, in two communes, one of them with a comma in its name.
std::vector<Dossier> tiny_rows() {
    const std::string a = "UBND xã Tân Hợp", b = "UBND thị trấn Lao Bảo, huyện Hướng Hóa", civil = "Hộ tịch",
                      land = "Đất đai";
    const auto online = Channel::online, direct = Channel::in_person, post = Channel::post, unknown = Channel::unknown;
    return {
        row("HS-01", a, civil, online, {{Event::completed, "2020-03-06"}}),
        row("HS-02", a, civil, direct, {{Event::completed, "2020-03-09"}}),
        row("HS-03", a, land, post, {{Event::completed, "2020-03-12"}, {Event::apology, "2020-03-06"}}),
        row("HS-04", a, land, unknown, {{Event::due, "2020-04-10"}}, Status::processing),
        row("HS-05", a, land, direct, {{Event::apology, "2020-03-08"}}, Status::processing),
        row("HS-06", a, civil, direct,
            {{Event::received, "2020-02-03"}, {Event::due, "2020-02-10"}, {Event::completed, "2020-03-02"}}),
        row("HS-07", b, civil, direct, {{Event::completed, "2020-03-05"}}, Status::withdrawn),
        row("HS-08", b, civil, direct, {{Event::completed, "2020-03-20"}}, Status::returned),
        row("HS-09", b, civil, online, {{Event::completed, "2020-03-05"}}, Status::refused),
        row("HS-10", b, civil, direct, {{Event::completed, "2020-03-05"}}, Status::stopped),
        row("HS-11", b, civil, direct, {{Event::supplement_requested, "2020-03-04"}}, Status::supplement),
        row("HS-12", b, "", direct, {{Event::due, ""}}, Status::processing),
        row("HS-13", b, "", direct, {{Event::due, ""}, {Event::completed, "2020-03-05"}}),
        row("HS-14", b, civil, direct, {}, Status::withdrawn),
        row("HS-15", b, civil, direct, {{Event::received, ""}, {Event::due, ""}}, Status::not_accepted),
        row("HS-16", b, civil, direct, {{Event::received, "2020-05-04"}, {Event::due, "2020-05-11"}}),
        row("HS-17", b, civil, direct, {{Event::received, ""}}),
        row("HS-18", b, civil, direct, {{Event::completed, "2020-03-01"}}),
    };
}

const Grouping by_agency = {Dimension::agency}, by_both = {Dimension::agency, Dimension::field};

StatisticsResult tiny(std::vector<Grouping> groupings = {by_agency, by_both, {Dimension::channel}}) {
    Query q = query_of("2020-03-01", "2020-04-01", std::move(groupings));
    q.agencies = {"Phòng Tư pháp"};
    return result_of(q, columns_of(tiny_rows()));
}

// A table as text: heading, caption rows, rows, notes; the totals are marked.
std::string text_of(const Table& table) {
    std::string out;
    for (const std::string& line : table.heading) out += line + "\n";
    for (const auto& line : table.captions) out += "# " + joined(line, " | ") + "\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        out += (i + table.total_rows >= table.rows.size() ? "= " : "- ") + joined(table.rows[i], " | ") + "\n";
    for (const std::string& line : table.notes) out += "* " + line + "\n";
    return out;
}

void check_shape(const Table& table) {
    REQUIRE_FALSE(table.captions.empty());
    const std::size_t columns = table.captions.front().size();
    CHECK(table.numeric.size() == columns);
    for (const auto& line : table.captions) CHECK(line.size() == columns);
    for (const auto& line : table.rows) CHECK(line.size() == columns);
}

void check_golden(const std::string& name, const std::string& now) {
    INFO("tests/golden/" << name << " (CCHC_REFRESH_GOLDEN=1 writes it anew)");
    CHECK(now == golden_text(name, now));
}

}  // namespace

TEST_CASE("the tiny input has every count of the form and beside it") {
    const StatisticsResult result = tiny();
    const Counts& c = result.total;
    for (const std::uint64_t n :
         {c.received_online.count, c.received_direct.count,   c.carried_over.count, c.early.count,
          c.on_time.count,         c.overdue.count,           c.within.count,       c.open_overdue.count,
          c.no_due_resolved.count, c.no_due_in_process.count, c.withdrawn.count,    c.returned.count,
          c.refused.count,         c.stopped.count,           c.waiting.count,      c.apologies.count,
          c.undated_state,         c.channel_missing,         c.excluded_total(),   c.not_received,
          c.outside_period})
        CHECK(n > 0);
    CHECK(c.dossiers_total() == 18);
}

TEST_CASE("golden: the result as JSON") {
    check_golden("statistics.json", to_json(tiny({by_agency, {Dimension::channel}})));
}

TEST_CASE("golden: form II.06a and the outline, in Vietnamese and English") {
    const StatisticsResult result = tiny();
    for (const auto& [lang, suffix] : {std::pair{Lang::vi, "vi"}, {Lang::en, "en"}}) {
        for (const std::size_t grouping : {0U, 1U, 2U}) {
            check_shape(form_ii06a(result, grouping, lang));
            check_shape(form_outline(result, grouping, lang));
        }
        check_golden(std::string("form-ii06a.") + suffix + ".txt", text_of(form_ii06a(result, 1, lang)));
        check_golden(std::string("form-outline.") + suffix + ".txt", text_of(form_outline(result, 0, lang)));
    }
}

TEST_CASE("the form: columns, numbers and the total") {
    const Table table = form_ii06a(tiny(), 0, Lang::vi);
    CHECK(table.captions.size() == 3);
    CHECK(joined(table.captions.back(), "") == "(1)(2)(3)(4)(5)(6)(7)(8)(9)(10)(11)(12)(13)");
    CHECK(table.rows.size() == 4);
    CHECK(joined(table.rows[0]) == "1 / Phòng Tư pháp / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0");
    CHECK(joined(table.rows[2]) == "3 / UBND xã Tân Hợp / 6 / 1 / 4 / 1 / 4 / 1 / 1 / 2 / 2 / 1 / 1");
    CHECK(table.total_rows == 1);
    std::vector<bool> numeric(13, true);
    numeric[0] = numeric[1] = false;
    CHECK(table.numeric == numeric);
    for (const std::string& note : table.notes) CHECK_FALSE(note.empty());
}

TEST_CASE("the form of two dimensions has a sum row for each value of the first (identity F)") {
    const Table table = form_ii06a(tiny(), 1, Lang::vi);
    std::vector<std::string> numbers;
    std::vector<std::uint64_t> sum(13, 0);
    for (std::size_t i = 0; i + 1 < table.rows.size(); ++i) {
        numbers.push_back(table.rows[i][0]);
        if (contains(table.rows[i][0], ".")) continue;
        for (std::size_t c = 2; c < 13; ++c) sum[c] += std::stoull(table.rows[i][c]);
    }
    CHECK(joined(numbers, " ") == "1 1.1 1.2 2 2.1 2.2");
    for (std::size_t c = 2; c < 13; ++c) CHECK(table.rows.back()[c] == std::to_string(sum[c]));
    CHECK(contains(table.rows[1][1], "(không ghi)"));
}

TEST_CASE("forms without a grouping, with another one, and with one that the query does not have") {
    const Table total = form_ii06a(tiny({}), 0, Lang::en);
    CHECK(total.rows.size() == 1);
    CHECK(joined(total.rows[0]).starts_with(" / Total / 14 / "));
    const Table channels = form_ii06a(tiny(), 2, Lang::vi);
    CHECK(channels.rows[0][1] == "(không ghi)");
    CHECK(channels.rows[1][1] == "trực tiếp");
    CHECK(channels.rows[2][1] == "trực tuyến");
    CHECK(error_of([] { (void)form_ii06a(tiny(), 3, Lang::vi); }).code() == ErrorCode::argument_range);
    CHECK(error_of([] { (void)form_ii06a(tiny({}), 1, Lang::vi); }).code() == ErrorCode::argument_range);
    CHECK(error_of([] { (void)form_outline(tiny(), 3, Lang::vi); }).code() == ErrorCode::argument_range);
}

TEST_CASE("a period as known at another date says so") {
    Query q = query_of("2020-01-01", "2020-04-01");
    q.as_of = date("2020-04-15");
    const StatisticsResult result = result_of(q, {});
    CHECK(joined(form_ii06a(result, 0, Lang::vi).heading, "\n").find("14/04/2020") != std::string::npos);
    CHECK(joined(form_ii06a(result, 0, Lang::vi).heading, "\n").find("từ ngày 01/01/2020 đến hết ngày 31/03/2020") !=
          std::string::npos);
    q.as_of.reset();
    CHECK(form_ii06a(result_of(q, {}), 0, Lang::vi).heading.size() + 1 == form_ii06a(result, 0, Lang::vi).heading.size());
}

TEST_CASE("CSV: one line for each row, with texts quoted where they must be") {
    const std::string csv = to_csv(tiny(), 0);
    CHECK(csv ==
          "agency,received.total,received.online,received.direct,received.carried_over,resolved.total,resolved.early,"
          "resolved.on_time,"
          "resolved.overdue,resolved.no_due,in_process.total,in_process.within,in_process.overdue,in_process.no_due,own_"
          "class,withdrawn,"
          "returned,refused,stopped,waiting,apologies,undated_state,channel_missing,excluded,not_received,outside_period\n"
          "Phòng Tư pháp,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n"
          "\"UBND thị trấn Lao Bảo, huyện Hướng Hóa\",8,1,7,0,4,1,2,0,1,4,2,1,1,0,1,1,1,1,1,0,1,0,2,1,1\n"
          "UBND xã Tân Hợp,6,1,4,1,4,1,1,2,0,2,1,1,0,0,0,0,0,0,0,2,0,1,0,0,0\n");
    // The reader of this library reads it back, a quote and a line break included.
    Dossier d = dossier("1", {});
    d.agency = "a \"b\"\nc";
    CHECK(contains(to_csv(result_of(query_of("2020-03-01", "2020-04-01", {by_agency}), columns_of({d})), 0),
                   "\n\"a \"\"b\"\"\nc\",1,1,"));
    CHECK(to_csv(tiny(), 1).starts_with("agency,field,received.total,"));
    CHECK(to_csv(result_of(query_of("2020-03-01", "2020-04-01", {{}}), columns_of({d})), 0).starts_with("received.total,"));
    CHECK(error_of([] { (void)to_csv(tiny(), 3); }).code() == ErrorCode::argument_range);
}

TEST_CASE("facts of the total and of one agency") {
    const StatisticsResult result = tiny();
    const Facts total = facts(result);
    CHECK(total.unit.empty());
    CHECK(total.from == date("2020-03-01"));
    CHECK(total.to == date("2020-04-01"));
    CHECK(total.values.size() == 25);
    CHECK(total.values.at("dossiers.received.total") == FactValue(Decimal(14)));
    CHECK(total.values.at("dossiers.resolved.early") == FactValue(Decimal(2)));
    const Facts one = facts(result, "UBND xã Tân Hợp");
    CHECK(one.unit == "UBND xã Tân Hợp");
    CHECK(one.values.at("dossiers.received.total") == FactValue(Decimal(6)));
    CHECK(facts(result, "Phòng Tư pháp").values.at("dossiers.received.total") == FactValue(Decimal(0)));
    CHECK(error_of([&] { (void)facts(result, "UBND xã không có"); }).code() == ErrorCode::argument_range);
    CHECK(error_of([&] { (void)facts(tiny({}), "UBND xã Tân Hợp"); }).code() == ErrorCode::argument_range);
}

TEST_CASE("golden: facts as JSON, with every kind of value") {
    Facts f = facts(tiny(), "UBND xã Tân Hợp");
    f.values["survey.satisfied"] = Decimal(9345, 4);
    f.values["plan.number"] = std::string("274/KH-UBND");
    f.values["plan.issued"] = true;
    check_golden("facts.json", f.to_json());
}

}  // namespace presentation_test

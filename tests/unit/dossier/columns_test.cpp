// Dossiers in columns: dictionaries, events, and what push_back() finds wrong with a row.
#include "csv_support.hpp"
#include "test.hpp"

namespace columns_test {

using namespace cchc;
using namespace cchc::test;

namespace {

Dossier good() {
    Dossier d;
    d.id = "HS-1";
    d.agency = "UBND xã A";
    d.field = "Hộ tịch";
    d.procedure = "Khai sinh";
    d.cause = "thiếu người";
    d.channel = Channel::online;
    d.status = Status::finished;
    d.event(Event::received) = moment("2020-03-02T09:10");
    d.event(Event::due) = moment("2020-03-09T17:00");
    d.event(Event::completed) = moment("2020-03-06");
    d.limit = TimeLimit{Decimal(5), Unit::working_day};
    return d;
}

Problem problem_of(const Dossier& d) {
    Dossiers dossiers;
    const Problem problem = dossiers.push_back(d);
    CHECK(dossiers.size() == 1);
    CHECK(dossiers.problem[0] == problem);
    return problem;
}

template <class Change>
Problem with(Change change) {
    Dossier d = good();
    change(d);
    return problem_of(d);
}

}  // namespace

TEST_CASE("a dossier comes out of the columns as it went in") {
    Dossiers dossiers;
    Dossier d = good();
    for (std::size_t e = 0; e < event_count; ++e)
        d.events[e] = Moment{*make_date(2020, 3, 2) + std::chrono::days{e}, 3600 * static_cast<int>(e + 1)};
    d.limit = TimeLimit{*Decimal::parse("0.125"), Unit::clock_hour};
    CHECK(dossiers.push_back(Dossier{}) == Problem::missing_id);
    CHECK(dossiers.push_back(d) == Problem::none);
    CHECK(dossiers.push_back(good()) == Problem::none);
    REQUIRE(dossiers.size() == 3);
    CHECK(describe(dossiers[1]) == describe(d));
    CHECK(describe(dossiers[2]) == describe(good()));
    for (const EventColumn& event : dossiers.events) CHECK((event.day.size() == 3 && event.second.size() == 3));
    CHECK(dossiers.id[0].empty());
    CHECK(dossiers.id[2] == "HS-1");
    CHECK(dossiers.agency[2] == "UBND xã A");
    CHECK(dossiers.event(Event::apology)[2] == std::nullopt);
}

TEST_CASE("clear_rows() takes the rows and keeps the texts") {
    Dossiers dossiers;
    dossiers.push_back(good());
    const std::uint32_t code = dossiers.agency.codes[0];
    dossiers.clear_rows();
    CHECK(dossiers.size() == 0);
    CHECK(dossiers.id.ends.empty());
    CHECK(dossiers.agency.names.find("UBND xã A") == code);
    dossiers.push_back(good());
    CHECK(dossiers.size() == 1);
    CHECK(dossiers.agency.codes[0] == code);
    CHECK(describe(dossiers[0]) == describe(good()));
}

TEST_CASE("push_back() finds what the reader finds") {
    CHECK(problem_of(good()) == Problem::none);
    CHECK(with([](Dossier& d) { d.id.clear(); }) == Problem::missing_id);
    CHECK(with([](Dossier& d) { d.event(Event::received).reset(); }) == Problem::missing_received);
    CHECK(with([](Dossier& d) { d.event(Event::due) = moment("2020-03-01"); }) == Problem::due_before_received);
    CHECK(with([](Dossier& d) { d.event(Event::original_due) = moment("2020-03-01"); }) == Problem::due_before_received);
    CHECK(with([](Dossier& d) { d.event(Event::completed) = moment("2020-03-01"); }) == Problem::completed_before_received);
    CHECK(with([](Dossier& d) { d.event(Event::returned) = moment("2020-03-01"); }) == Problem::completed_before_received);
    CHECK(with([](Dossier& d) { d.event(Event::due) = moment("2020-03-02T08:00"); }) == Problem::none);  // by date
    CHECK(with([](Dossier& d) { d.limit->amount = Decimal(-1); }) == Problem::bad_limit);
    CHECK(with([](Dossier& d) { d.limit->amount = Decimal(100001); }) == Problem::bad_limit);
    CHECK(with([](Dossier& d) { d.limit->amount = Decimal(1'000'000'000); }) == Problem::bad_limit);
    CHECK(with([](Dossier& d) { d.limit->amount = Decimal(1, 4); }) == Problem::bad_limit);
    CHECK(with([](Dossier& d) { d.limit->amount = Decimal(100000); }) == Problem::none);
    for (std::string Dossier::*text :
         {&Dossier::id, &Dossier::agency, &Dossier::field, &Dossier::procedure, &Dossier::cause})
        CHECK(with([text](Dossier& d) { d.*text = "x\xE3"; }) == Problem::invalid_utf8);
}

TEST_CASE("a limit of 0 is a limit: the rule decides whether it has a meaning") {
    Dossier d = good();
    d.event(Event::due).reset();
    d.limit = TimeLimit{Decimal(0), Unit::working_day};
    Dossiers dossiers;
    CHECK(dossiers.push_back(d) == Problem::none);
    CHECK(dossiers.limit_milli[0] == 0);
    CHECK(describe(dossiers[0]) == describe(d));
}

TEST_CASE("dossiers that were never received need no receipt") {
    for (const Status status : {Status::registered, Status::not_accepted}) {
        CHECK(with([status](Dossier& d) {
                  d.status = status;
                  d.event(Event::received).reset();
              }) == Problem::none);
        CHECK(with([status](Dossier& d) {
                  d.status = status;
                  d.event(Event::due) = moment("2020-03-01");
              }) == Problem::due_before_received);
    }
}

TEST_CASE("a problem that is given stays, and of several the first is named") {
    CHECK(with([](Dossier& d) { d.problem = Problem::bad_date; }) == Problem::bad_date);
    CHECK(with([](Dossier& d) {
              d.problem = Problem::unknown_status;
              d.id.clear();
              d.event(Event::received).reset();
              d.limit->amount = Decimal(-1);
          }) == Problem::unknown_status);
    CHECK(with([](Dossier& d) {
              d.id.clear();
              d.event(Event::received).reset();
          }) == Problem::missing_id);
}

TEST_CASE("texts that are not UTF-8 never reach the columns") {
    Dossiers dossiers;
    Dossier d = good();
    d.cause = "\xFF";
    dossiers.push_back(d);
    CHECK(dossiers.cause[0].empty());
    CHECK(dossiers.cause.names.size() == 1);
    CHECK(dossiers.id[0].empty());
}

TEST_CASE("due dates at 00:00 lose their time, others and other events keep it") {
    Dossiers dossiers;
    Dossier d = good();
    d.event(Event::due) = moment("2020-03-09T00:00");
    d.event(Event::original_due) = moment("2020-03-05T00:00");
    d.event(Event::received) = moment("2020-03-02T00:00");
    dossiers.push_back(d);
    CHECK(dossiers[0].event(Event::due) == moment("2020-03-09"));
    CHECK(dossiers[0].event(Event::original_due) == moment("2020-03-05"));
    CHECK(dossiers[0].event(Event::received) == moment("2020-03-02T00:00"));
}

TEST_CASE("a dictionary gives dense codes, and the same text the same code") {
    Dictionary dictionary;
    CHECK(dictionary.size() == 1);
    CHECK(dictionary[0].empty());
    CHECK(dictionary.add("") == 0);
    CHECK(dictionary.find("") == 0U);
    CHECK(dictionary.add("b") == 1);
    CHECK(dictionary.add("a") == 2);
    CHECK(dictionary.add("b") == 1);
    CHECK(dictionary.find("a") == 2U);
    CHECK(dictionary.find("c") == std::nullopt);
    CHECK(dictionary.size() == 3);
    const std::string nul("a\0", 2);
    CHECK(dictionary.add(nul) == 3);
    CHECK(dictionary[3] == nul);
}

TEST_CASE("a dictionary of many and of long texts, copied and moved") {
    Dictionary dictionary;
    std::vector<std::string> texts = {""};
    for (int i = 0; i < 40000; ++i) texts.push_back(std::string(static_cast<std::size_t>(i % 40), 'x') + std::to_string(i));
    for (const std::size_t size : {15U, 16U, 17U, 16383U, 16384U, 16385U, 100000U}) texts.push_back(std::string(size, 'y'));
    for (std::size_t i = 1; i < texts.size(); ++i) REQUIRE(dictionary.add(texts[i]) == i);
    const std::string_view early = dictionary[1];
    Dictionary copy = dictionary;
    CHECK(copy.add("only here") == texts.size());
    CHECK(dictionary.find("only here") == std::nullopt);
    Dictionary moved = std::move(dictionary);
    CHECK(early == texts[1]);  // the texts did not move
    bool same = copy.size() == texts.size() + 1 && moved.size() == texts.size();
    for (std::size_t i = 0; i < texts.size() && same; ++i)
        same = moved[static_cast<std::uint32_t>(i)] == texts[i] && copy.find(texts[i]) == i;
    CHECK(same);
    dictionary = copy;
    CHECK(dictionary.find("only here") == texts.size());
    const Dictionary& self = dictionary;
    dictionary = self;
    CHECK(dictionary.find(texts[7]) == 7U);
}

}  // namespace columns_test

// The parsing bugs of systems in use that change outcomes (domain/systems-in-use.md §2.3): the library must not have them,
// so these are the answers that those systems should have given.
#include "support.hpp"
#include "test.hpp"

namespace systems_bugs_test {

using namespace cchc;
using namespace cchc::test;

TEST_CASE("§2.3 twelve o'clock is noon: HH, not hh") {
    CHECK(parse_moment("2020-03-10 12:30:00")->second == 12 * 3600 + 1800);
    CHECK(parse_moment("10/03/2020 12:05")->second == 12 * 3600 + 300);
    Query q = query_of("2020-03-01", "2020-04-01");
    q.policy = Policy::builtin("opencps");  // by the instant on the due date
    const auto late = dossier("1", {{Event::due, "2020-03-10T12:00"}, {Event::completed, "2020-03-10T12:30"}});
    CHECK(result_of(q, columns_of({late})).total.overdue.count == 1);
}

TEST_CASE("§2.3 the first instant of a period belongs to it, and is received, not carried over") {
    const auto first = dossier("1", {{Event::received, "2020-03-01T00:00"}, {Event::completed, "2020-03-05"}});
    const Counts c = result_of(query_of("2020-03-01", "2020-04-01"), columns_of({first})).total;
    CHECK(c.received_online.count == 1);
    CHECK(c.carried_over.count == 0);
    CHECK(c.early.count == 1);
}

TEST_CASE("§2.3 the last second of a period belongs to it") {
    const auto last = dossier("1", {{Event::due, "2020-03-31"}, {Event::completed, "2020-03-31T23:59:59"}});
    const Counts c = result_of(query_of("2020-03-01", "2020-04-01"), columns_of({last})).total;
    CHECK(c.on_time.count == 1);
    CHECK(c.in_process_total() == 0);
}

TEST_CASE("§2.3 a dossier without a date of receipt stops nothing: it is counted and named") {
    const auto none = dossier("1", {{Event::received, ""}}), good = dossier("2", {{Event::completed, "2020-03-05"}});
    const Counts c = result_of(query_of("2020-03-01", "2020-04-01"), columns_of({none, good})).total;
    CHECK(c.excluded[static_cast<std::size_t>(Problem::missing_received)] == 1);
    CHECK(c.early.count == 1);
}

TEST_CASE("§2.3 a past month comes out the same whatever happened to the dossier since") {
    const Query march = query_of("2020-03-01", "2020-04-01");
    const auto then = dossier("1", {{Event::due, "2020-03-20"}}, Status::processing);
    const auto waits =
        dossier("1", {{Event::due, "2020-03-20"}, {Event::supplement_requested, "2020-04-02"}}, Status::supplement);
    const auto ended = dossier("1", {{Event::due, "2020-03-20"}, {Event::completed, "2020-05-04"}}, Status::withdrawn);
    const std::string expected = describe(result_of(march, columns_of({then})).total);
    CHECK(describe(result_of(march, columns_of({waits})).total) == expected);
    CHECK(describe(result_of(march, columns_of({ended})).total) == expected);
}

}  // namespace systems_bugs_test

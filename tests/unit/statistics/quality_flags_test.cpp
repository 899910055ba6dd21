// Each flag: a dossier that has it, and its twin that just has not.
#include "cchc/quality.hpp"
#include "statistics/dossier_code.hpp"
#include "support.hpp"
#include "test.hpp"

namespace quality_flags_test {

using namespace cchc;
using namespace cchc::test;

namespace {

std::string names_of(std::uint32_t found) {
    std::vector<std::string> names;
    for (std::size_t f = 0; f < 32; ++f)
        if ((found >> f & 1U) != 0) names.emplace_back(to_string(static_cast<Flag>(f)));
    return joined(names, " ");
}

struct Asked {
    Policy policy = Policy::builtin("form-ii06a");
    std::string as_of = "2020-10-01";
    std::optional<Date> today = date("2020-12-31");  // so that what comes later is no error
};

std::uint32_t bits_of(const Dossier& d, const Asked& asked = {}) {
    static const Calendar calendar = Calendar::builtin("vn");
    static const RuleSet rules;
    std::uint32_t found = 0;
    flags(columns_of({d}), asked.policy, calendar, rules, date(asked.as_of), std::span(&found, 1), asked.today);
    return found;
}

std::string flags_of(const Dossier& d, const Asked& asked = {}) { return names_of(bits_of(d, asked)); }

// The dossier of support.hpp: received on Monday 2020-03-02, due on Monday 2020-03-09, ended on 2020-03-06.
Dossier plain(std::initializer_list<std::pair<Event, const char*>> events = {}, Status status = Status::finished) {
    Dossier d = dossier("HS-1", {{Event::completed, "2020-03-06"}}, status);
    for (const auto& [event, text] : events) {
        d.event(event).reset();
        if (*text != '\0') d.event(event) = moment(text);
    }
    return d;
}

ClockEvent event_of(ClockKind kind, const char* from, const char* to = "", const char* before = "", const char* after = "") {
    const auto read = [](const char* text) { return *text == '\0' ? std::nullopt : std::optional(moment(text)); };
    return {kind, moment(from), read(to), read(before), read(after)};
}

ClockEvent extension(const char* from, const char* before = "", const char* after = "") {
    return event_of(ClockKind::extension, from, "", before, after);
}

Dossier with(Dossier d, std::vector<ClockEvent> clock) {
    d.clock = std::move(clock);
    return d;
}

Dossier with_id(std::string id) {
    Dossier d = plain();
    d.id = std::move(id);
    return d;
}

}  // namespace

TEST_CASE("a dossier without fault has no flag, and every flag has its name, words and source") {
    CHECK(flags_of(plain()) == "");
    std::vector<std::string> seen;
    for (std::uint8_t f = 0; f < flag_count; ++f) {
        const auto flag = static_cast<Flag>(f);
        CHECK(!source_of(flag).empty());
        CHECK(to_text(flag, Lang::vi) != to_text(flag, Lang::en));
        CHECK(std::find(seen.begin(), seen.end(), std::string(to_string(flag))) == seen.end());
        seen.emplace_back(to_string(flag));
    }
    CHECK(to_string(static_cast<Flag>(flag_count)) == "?");
    CHECK(source_of(static_cast<Flag>(flag_count)).empty());
}

TEST_CASE("a second extension") {
    const Dossier once = with(plain({{Event::due, "2020-03-16"}}), {extension("2020-03-05", "2020-03-09", "2020-03-16")});
    CHECK(flags_of(once) == "");
    Dossier twice =
        with(plain({{Event::due, "2020-03-23"}, {Event::completed, "2020-03-22"}}),
             {extension("2020-03-05", "2020-03-09", "2020-03-16"), extension("2020-03-12", "2020-03-16", "2020-03-23")});
    CHECK((bits_of(twice) & bit(Flag::second_extension)) != 0);
    // As of the day of the second one it had not happened yet, a day later it had.
    CHECK((bits_of(twice, {.as_of = "2020-03-12"}) & bit(Flag::second_extension)) == 0);
    CHECK((bits_of(twice, {.as_of = "2020-03-13"}) & bit(Flag::second_extension)) != 0);
}

TEST_CASE("an apology is in time one calendar day before the due date") {
    CHECK(flags_of(plain({{Event::apology, "2020-03-08"}})) == "");  // a Sunday: the decree does not say working day
    CHECK(flags_of(plain({{Event::apology, "2020-03-09"}})) == "late_apology");
    CHECK(flags_of(plain({{Event::apology, "2020-03-09"}}), {.as_of = "2020-03-09"}) == "");
    SECTION("the original appointment counts, not the one that the apology announces") {
        const Dossier moved = plain({{Event::original_due, "2020-03-05"}, {Event::apology, "2020-03-05"}});
        CHECK((bits_of(moved) & bit(Flag::late_apology)) != 0);
        CHECK((bits_of(plain({{Event::original_due, "2020-03-05"}, {Event::apology, "2020-03-04"}})) &
               bit(Flag::late_apology)) == 0);
    }
    SECTION("the date that the first extension replaced, where it was kept") {
        const auto extended = [](const char* apology) {
            return with(plain({{Event::due, "2020-03-16"}, {Event::apology, apology}}),
                        {extension("2020-03-08", "2020-03-09", "2020-03-16")});
        };
        CHECK(flags_of(extended("2020-03-08")) == "");
        CHECK(flags_of(extended("2020-03-09")) == "late_apology");
    }
    SECTION("nothing is said where it was not kept") {
        CHECK(flags_of(with(plain({{Event::due, "2020-03-16"}, {Event::apology, "2020-03-16"}}),
                            {extension("2020-03-08")})) == "");
    }
    SECTION("a pause moves the due date lawfully") {
        const auto paused = [](const char* apology) {
            return with(plain({{Event::original_due, "2020-03-09"},
                               {Event::due, "2020-03-16"},
                               {Event::completed, "2020-03-16"},
                               {Event::apology, apology}}),
                        {event_of(ClockKind::verification, "2020-03-03", "2020-03-10")});
        };
        CHECK((bits_of(paused("2020-03-15")) & bit(Flag::late_apology)) == 0);
        CHECK((bits_of(paused("2020-03-16")) & bit(Flag::late_apology)) != 0);
    }
    SECTION("a due date that is computed") {
        Dossier limited = plain({{Event::due, ""}});
        limited.limit = TimeLimit{Decimal(5), Unit::working_day};  // due on 2020-03-09
        limited.event(Event::apology) = moment("2020-03-08");
        CHECK(flags_of(limited) == "");
        limited.event(Event::apology) = moment("2020-03-09");
        CHECK(flags_of(limited) == "late_apology");
    }
}

TEST_CASE("a request for a supplement within three working days") {
    // Received on Thursday 2020-04-28's week: 2020-04-30 and 2020-05-01 are days off, 2 and 3 May a weekend.
    const auto asked = [](const char* day) {
        return plain({{Event::received, "2020-04-28"},
                      {Event::due, "2020-05-20"},
                      {Event::completed, "2020-05-20"},
                      {Event::supplement_requested, day}});
    };
    CHECK(flags_of(asked("2020-05-05")) == "");  // the third: 29 April, 4 and 5 May
    CHECK(flags_of(asked("2020-05-06")) == "late_supplement_request");
    CHECK(flags_of(asked("2020-05-06"), {.as_of = "2020-05-06"}) == "");
    // Only the first request counts, and only one for a supplement.
    CHECK(flags_of(with(asked(""), {event_of(ClockKind::financial_duty, "2020-05-12")})) == "");
    CHECK(flags_of(with(asked(""), {event_of(ClockKind::supplement, "2020-05-06")})) == "late_supplement_request");
    // Days that the calendar does not know say nothing.
    CHECK(flags_of(plain({{Event::received, "2026-12-30"},
                          {Event::due, ""},
                          {Event::completed, ""},
                          {Event::supplement_requested, "2027-03-01"}},
                         Status::processing),
                   {.as_of = "2027-04-01", .today = std::nullopt}) == "");
}

TEST_CASE("a second request for a supplement") {
    const ClockEvent first = event_of(ClockKind::supplement, "2020-03-03", "2020-03-04");
    CHECK(flags_of(with(plain(), {first})) == "");
    const Dossier twice = with(plain(), {first, event_of(ClockKind::supplement, "2020-03-05", "2020-03-06")});
    CHECK(flags_of(twice) == "second_supplement");
    CHECK(flags_of(twice, {.as_of = "2020-03-05"}) == "");
    CHECK(flags_of(with(plain(), {first, event_of(ClockKind::verification, "2020-03-05", "2020-03-06")})) == "");
}

TEST_CASE("a refusal after the due date") {
    CHECK(flags_of(plain({{Event::completed, "2020-03-09T17:30"}}, Status::refused)) == "");
    CHECK(flags_of(plain({{Event::completed, "2020-03-10"}}, Status::refused)) == "late_refusal");
    CHECK(flags_of(plain({{Event::completed, "2020-03-10"}}, Status::returned)) == "");
    CHECK(flags_of(plain({{Event::completed, "2020-03-10"}}, Status::refused), {.as_of = "2020-03-10"}) == "");
    SECTION("the due date is the policy's, and so is the event that ends") {
        Asked asked;
        const Dossier moved =
            with(plain({{Event::due, "2020-03-16"}, {Event::completed, "2020-03-12"}, {Event::returned, "2020-03-20"}},
                       Status::refused),
                 {extension("2020-03-05", "2020-03-09", "2020-03-16")});
        CHECK((bits_of(moved, asked) & bit(Flag::late_refusal)) == 0);
        asked.policy.completed_by = Policy::CompletedBy::returned;
        CHECK((bits_of(moved, asked) & bit(Flag::late_refusal)) != 0);
        asked.policy.completed_by = Policy::CompletedBy::completed;
        CHECK((bits_of(moved, asked) & bit(Flag::late_refusal)) == 0);
        asked.policy.due_version = Policy::DueVersion::original;
        CHECK((bits_of(moved, asked) & bit(Flag::late_refusal)) != 0);
    }
}

TEST_CASE("the date inside a code") {
    CHECK(flags_of(with_id("000.00.01.H29-200302-0001")) == "");
    CHECK(flags_of(with_id("000.00.01.H29-200303-0001")) == "code_date_differs");
    CHECK(flags_of(with_id("G09.20-20200302-0092637")) == "");
    CHECK(flags_of(with_id("G09.20-20200301-0092637")) == "code_date_differs");
    using quality::date_in_code;
    CHECK(date_in_code("H29-240229-1") == date("2024-02-29"));
    CHECK(date_in_code("A-B-20240115-0001") == date("2024-01-15"));
    for (const char* none :
         {"HS-1", "", "-", "--", "H29-240230-1", "H29-20241301-1", "H29-2401155-1", "H29-24011-1", "H29-240115-",
          "H29-240115-12a", "-240115-1", "240115-1", "H29--1", "H29-24a115-1", "H29-00000101-1"}) {
        CAPTURE(none);
        CHECK(!date_in_code(none));
    }
}

TEST_CASE("a due date that was edited") {
    const auto dates = [](const char* original, const char* due) {
        return plain({{Event::original_due, original}, {Event::due, due}});
    };
    CHECK(flags_of(dates("2020-03-09", "2020-03-09")) == "");
    CHECK(flags_of(dates("2020-03-10", "2020-03-09")) == "due_edited");
    CHECK(flags_of(dates("2020-03-10", "")) == "");
    SECTION("an extension explains it, if it is this extension") {
        CHECK(flags_of(with(dates("2020-03-09", "2020-03-16"), {extension("2020-03-05")})) == "");
        CHECK(flags_of(with(dates("2020-03-09", "2020-03-16"), {extension("2020-03-05", "2020-03-09", "2020-03-16")})) ==
              "");
        CHECK(flags_of(with(dates("2020-03-09", "2020-03-16"), {extension("2020-03-05", "2020-03-09", "2020-03-17")})) ==
              "due_edited");
        CHECK(flags_of(with(dates("2020-03-09", "2020-03-16"), {extension("2020-03-05", "2020-03-10", "2020-03-16")})) ==
              "due_edited");
    }
    SECTION("so does a pause that has ended") {
        const ClockEvent paused = event_of(ClockKind::verification, "2020-03-03", "2020-03-05");
        CHECK(flags_of(with(dates("2020-03-09", "2020-03-11"), {paused})) == "");
        CHECK(flags_of(with(dates("2020-03-09", "2020-03-11"), {event_of(ClockKind::verification, "2020-03-03")})) ==
              "due_edited");
        CHECK(flags_of(plain({{Event::original_due, "2020-03-09"},
                              {Event::due, "2020-03-11"},
                              {Event::supplement_requested, "2020-03-03"},
                              {Event::supplement_received, "2020-03-05"}})) == "");
        // An answer before the request is none to it.
        CHECK(flags_of(plain({{Event::original_due, "2020-03-09"},
                              {Event::due, "2020-03-11"},
                              {Event::supplement_requested, "2020-03-05"},
                              {Event::supplement_received, "2020-03-04"}})) == "due_edited");
    }
    SECTION("a later extension does not change what was so before it") {
        const Dossier before = dates("2020-03-09", "2020-03-09"), edited = dates("2020-03-10", "2020-03-09");
        const auto later = [](Dossier d) {
            d.clock = {extension("2020-03-05", "2020-03-09", "2020-03-16")};
            d.event(Event::due) = moment("2020-03-16");
            return d;
        };
        const Asked early{.as_of = "2020-03-05"};
        CHECK(flags_of(before, early) == "");
        CHECK(flags_of(later(before), early) == "");
        CHECK(flags_of(edited, early) == "due_edited");
        CHECK(flags_of(later(edited), early) == "due_edited");
    }
}

TEST_CASE("an outcome changed by an extension or an edit") {
    const auto ended = [](const char* day) {
        return with(plain({{Event::due, "2020-03-16"}, {Event::completed, day}}),
                    {extension("2020-03-05", "2020-03-09", "2020-03-16")});
    };
    CHECK(flags_of(ended("2020-03-08")) == "");  // early under both
    CHECK(flags_of(ended("2020-03-09")) == "outcome_changed_by_due");
    CHECK(flags_of(ended("2020-03-17")) == "");  // overdue under both
    SECTION("whichever due date the policy takes") {
        CHECK(flags_of(ended("2020-03-09"), {.policy = Policy::builtin("decree-61")}) == "outcome_changed_by_due");
    }
    SECTION("as of a date") {
        const Asked on_11th{.as_of = "2020-03-11"};
        CHECK(flags_of(ended("2020-03-17"), on_11th) == "outcome_changed_by_due");  // open: within limit, or overdue
        // Before the extension was made it could not change anything, even where the date that it replaced was not kept.
        const Asked on_5th{.as_of = "2020-03-05"};
        CHECK(flags_of(ended("2020-03-17"), on_5th) == "");
        Dossier lost = plain({{Event::original_due, "2020-03-03"}, {Event::due, "2020-03-16"}});
        lost.clock = {extension("2020-03-05")};
        CHECK(flags_of(lost, on_5th) == "");
        CHECK(flags_of(lost, {.as_of = "2020-03-06"}) == "outcome_changed_by_due");
    }
    SECTION("an edit") {
        CHECK(flags_of(plain({{Event::original_due, "2020-03-06"}})) == "due_edited outcome_changed_by_due");
        CHECK(flags_of(plain({{Event::original_due, "2020-03-05"}, {Event::due, "2020-03-06"}})) ==
              "due_edited outcome_changed_by_due");
        CHECK(flags_of(plain({{Event::original_due, "2020-03-08"}})) == "due_edited");
    }
    SECTION("an appointment that the limit does not give is no edit") {
        Dossier d = plain({{Event::original_due, "2020-03-05"}, {Event::due, ""}});
        d.limit = TimeLimit{Decimal(5), Unit::working_day};
        CHECK(flags_of(d) == "");
        d.clock = {extension("2020-03-04", "", "2020-03-09")};
        CHECK(flags_of(d) == "outcome_changed_by_due");
    }
}

TEST_CASE("filed online below level 3") {
    const auto filed = [](Channel channel, ServiceLevel level) {
        Dossier d = plain();
        d.channel = channel;
        d.service_level = level;
        return flags_of(d);
    };
    CHECK(filed(Channel::online, ServiceLevel::level_1) == "online_below_level_3");
    CHECK(filed(Channel::online, ServiceLevel::level_2) == "online_below_level_3");
    for (const auto level :
         {ServiceLevel::unknown, ServiceLevel::level_3, ServiceLevel::level_4, ServiceLevel::partial, ServiceLevel::full})
        CHECK(filed(Channel::online, level) == "");
    CHECK(filed(Channel::in_person, ServiceLevel::level_2) == "");
}

TEST_CASE("no date of receipt") {
    const auto status = [](Status s) { return flags_of(plain({{Event::received, ""}, {Event::completed, ""}}, s)); };
    CHECK(status(Status::processing) == "missing_received");
    CHECK(status(Status::unknown) == "missing_received");
    for (const Status s : {Status::supplement, Status::registered, Status::not_accepted}) CHECK(status(s) == "");
    Dossier waiting = plain({{Event::received, ""}, {Event::completed, ""}, {Event::supplement_requested, "2020-03-03"}},
                            Status::processing);
    CHECK(flags_of(waiting) == "");
    waiting.event(Event::supplement_received) = moment("2020-03-04");
    CHECK(flags_of(waiting) == "missing_received");
    SECTION("but what could not be read is not missing") {
        Dossier unread = plain({{Event::received, ""}, {Event::completed, ""}});
        unread.problem = Problem::bad_date;
        CHECK(flags_of(unread) == "");
        unread.problem = Problem::unknown_channel;
        CHECK(flags_of(unread) == "missing_received finished_without_end");
    }
}

TEST_CASE("an end without its date") {
    const auto status = [](Status s, Event end, const char* day) {
        return flags_of(plain({{Event::completed, ""}, {end, day}}, s));
    };
    for (const Status s : {Status::finished, Status::result_returned}) {
        CHECK(status(s, Event::completed, "") == "finished_without_end");
        CHECK(status(s, Event::completed, "2020-03-06") == "");
        CHECK(status(s, Event::returned, "2020-03-06") == "");
    }
    for (const Status s : {Status::withdrawn, Status::returned, Status::refused, Status::stopped}) {
        CHECK(status(s, Event::completed, "") == "undated_state");
        CHECK(status(s, Event::returned, "2020-03-06") == "");
    }
    CHECK(status(Status::processing, Event::completed, "") == "");
}

TEST_CASE("dates in the future") {
    const Asked by_default{.today = std::nullopt};
    const Dossier received = plain({{Event::received, "2020-10-01"}, {Event::due, ""}, {Event::completed, ""}});
    CHECK(flags_of(received, by_default) == "received_in_future");  // and of the rest nothing is asked
    CHECK(flags_of(received, {.today = date("2020-09-30")}) == "received_in_future");
    CHECK(flags_of(received, {.today = date("2020-10-01")}) == "");
    CHECK(flags_of(received, {.as_of = "2020-10-02", .today = std::nullopt}) == "finished_without_end");
    const Dossier ended = plain({{Event::completed, "2020-10-01"}});
    CHECK(flags_of(ended, by_default) == "ended_in_future");
    CHECK(flags_of(ended, {.as_of = "2020-10-02", .today = std::nullopt}) == "");
    CHECK(flags_of(ended, {.today = date("2020-10-01")}) == "");
    CHECK(flags_of(plain({{Event::returned, "2020-10-01"}}), by_default) == "ended_in_future");
}

TEST_CASE("an end before the receipt") {
    CHECK(flags_of(plain({{Event::completed, "2020-03-02T08:00"}})) == "");  // by date
    CHECK(flags_of(plain({{Event::completed, "2020-03-01"}})) == "ended_before_received");
    CHECK(flags_of(plain({{Event::returned, "2020-03-01"}})) == "ended_before_received");
}

TEST_CASE("flags of many rows are those of each, and the columns have one length") {
    const Dossiers many = RandomDossiers(3, date("2020-02-10"), 60).rows(5000);
    const Calendar calendar = Calendar::builtin("vn");
    const RuleSet rules;
    const Policy policy = Policy::builtin("form-ii06a");
    std::vector<std::uint32_t> found(many.size()), one(1);
    flags(many, policy, calendar, rules, date("2020-03-20"), found);
    std::uint32_t any = 0;
    for (std::size_t i = 0; i < many.size(); i += 7) {
        flags(columns_of({many[i]}), policy, calendar, rules, date("2020-03-20"), one);
        REQUIRE(names_of(found[i]) == names_of(one[0]));
    }
    for (const std::uint32_t f : found) any |= f;
    CHECK((any & bit(Flag::ended_before_received)) != 0);
    CHECK((any & bit(Flag::outcome_changed_by_due)) != 0);
    CHECK_THROWS_AS(flags(many, policy, calendar, rules, date("2020-03-20"), one), Error);
}

}  // namespace quality_flags_test

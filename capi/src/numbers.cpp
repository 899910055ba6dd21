// The numbers of cchc.h are those of the C++ API. Nothing here makes code: a difference does not compile.
#include "cchc.h"
#include "cchc/cchc.hpp"

namespace {

template <class Enum>
constexpr bool same(Enum value, int number) {
    return static_cast<int>(value) == number;
}

using cchc::Channel;
using cchc::ClockKind;
using cchc::Outcome;
using cchc::Problem;
using cchc::ServiceLevel;
using cchc::Status;
using cchc::Unit;

static_assert(CCHC_NO_DAY == cchc::no_day && CCHC_NO_INSTANT == cchc::no_instant);

static_assert(same(Unit::working_day, CCHC_UNIT_WORKING_DAY) && same(Unit::calendar_day, CCHC_UNIT_CALENDAR_DAY) &&
              same(Unit::working_hour, CCHC_UNIT_WORKING_HOUR) && same(Unit::clock_hour, CCHC_UNIT_CLOCK_HOUR) &&
              same(Unit::week, CCHC_UNIT_WEEK) && same(Unit::month, CCHC_UNIT_MONTH) && same(Unit::year, CCHC_UNIT_YEAR) &&
              cchc::unit_count == CCHC_UNIT_YEAR + 1);

static_assert(same(Channel::unknown, CCHC_CHANNEL_UNKNOWN) && same(Channel::in_person, CCHC_CHANNEL_IN_PERSON) &&
              same(Channel::online, CCHC_CHANNEL_ONLINE) && same(Channel::post, CCHC_CHANNEL_POST));

static_assert(same(Status::unknown, CCHC_STATUS_UNKNOWN) && same(Status::registered, CCHC_STATUS_REGISTERED) &&
              same(Status::received, CCHC_STATUS_RECEIVED) && same(Status::not_accepted, CCHC_STATUS_NOT_ACCEPTED) &&
              same(Status::processing, CCHC_STATUS_PROCESSING) && same(Status::supplement, CCHC_STATUS_SUPPLEMENT) &&
              same(Status::financial_duty, CCHC_STATUS_FINANCIAL_DUTY) && same(Status::withdrawn, CCHC_STATUS_WITHDRAWN) &&
              same(Status::stopped, CCHC_STATUS_STOPPED) && same(Status::finished, CCHC_STATUS_FINISHED) &&
              same(Status::result_returned, CCHC_STATUS_RESULT_RETURNED) && same(Status::refused, CCHC_STATUS_REFUSED) &&
              same(Status::returned, CCHC_STATUS_RETURNED) && cchc::status_count == CCHC_STATUS_RETURNED + 1);

static_assert(same(Outcome::early, CCHC_OUTCOME_EARLY) && same(Outcome::on_time, CCHC_OUTCOME_ON_TIME) &&
              same(Outcome::overdue, CCHC_OUTCOME_OVERDUE) &&
              same(Outcome::in_process_within, CCHC_OUTCOME_IN_PROCESS_WITHIN) &&
              same(Outcome::in_process_overdue, CCHC_OUTCOME_IN_PROCESS_OVERDUE) &&
              same(Outcome::no_due_resolved, CCHC_OUTCOME_NO_DUE_RESOLVED) &&
              same(Outcome::no_due_in_process, CCHC_OUTCOME_NO_DUE_IN_PROCESS) &&
              same(Outcome::own_class, CCHC_OUTCOME_OWN_CLASS) && same(Outcome::excluded, CCHC_OUTCOME_EXCLUDED) &&
              same(Outcome::not_received, CCHC_OUTCOME_NOT_RECEIVED) &&
              cchc::outcome_count == CCHC_OUTCOME_NOT_RECEIVED + 1);

static_assert(same(Problem::none, CCHC_PROBLEM_NONE) && same(Problem::wrong_field_count, CCHC_PROBLEM_WRONG_FIELD_COUNT) &&
              same(Problem::line_too_long, CCHC_PROBLEM_LINE_TOO_LONG) &&
              same(Problem::open_quote, CCHC_PROBLEM_OPEN_QUOTE) && same(Problem::bad_quote, CCHC_PROBLEM_BAD_QUOTE) &&
              same(Problem::invalid_utf8, CCHC_PROBLEM_INVALID_UTF8) && same(Problem::bad_date, CCHC_PROBLEM_BAD_DATE) &&
              same(Problem::bad_limit, CCHC_PROBLEM_BAD_LIMIT) && same(Problem::bad_unit, CCHC_PROBLEM_BAD_UNIT) &&
              same(Problem::unknown_status, CCHC_PROBLEM_UNKNOWN_STATUS) &&
              same(Problem::unknown_channel, CCHC_PROBLEM_UNKNOWN_CHANNEL) &&
              same(Problem::missing_received, CCHC_PROBLEM_MISSING_RECEIVED) &&
              same(Problem::due_before_received, CCHC_PROBLEM_DUE_BEFORE_RECEIVED) &&
              same(Problem::completed_before_received, CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED) &&
              same(Problem::outside_coverage, CCHC_PROBLEM_OUTSIDE_COVERAGE) &&
              same(Problem::limit_refused, CCHC_PROBLEM_LIMIT_REFUSED) &&
              same(Problem::needs_hour, CCHC_PROBLEM_NEEDS_HOUR) && same(Problem::missing_id, CCHC_PROBLEM_MISSING_ID) &&
              same(Problem::unknown_service_level, CCHC_PROBLEM_UNKNOWN_SERVICE_LEVEL) &&
              same(Problem::bad_pause, CCHC_PROBLEM_BAD_PAUSE) && same(Problem::bad_json, CCHC_PROBLEM_BAD_JSON) &&
              cchc::problem_count == CCHC_PROBLEM_BAD_JSON + 1);

static_assert(same(ServiceLevel::unknown, CCHC_LEVEL_UNKNOWN) && same(ServiceLevel::level_1, CCHC_LEVEL_1) &&
              same(ServiceLevel::level_2, CCHC_LEVEL_2) && same(ServiceLevel::level_3, CCHC_LEVEL_3) &&
              same(ServiceLevel::level_4, CCHC_LEVEL_4) && same(ServiceLevel::partial, CCHC_LEVEL_PARTIAL) &&
              same(ServiceLevel::full, CCHC_LEVEL_FULL) && cchc::service_level_count == CCHC_LEVEL_FULL + 1);

static_assert(same(ClockKind::supplement, CCHC_CLOCK_SUPPLEMENT) &&
              same(ClockKind::financial_duty, CCHC_CLOCK_FINANCIAL_DUTY) &&
              same(ClockKind::verification, CCHC_CLOCK_VERIFICATION) && same(ClockKind::other_body, CCHC_CLOCK_OTHER_BODY) &&
              same(ClockKind::extension, CCHC_CLOCK_EXTENSION) && cchc::clock_kind_count == CCHC_CLOCK_EXTENSION + 1);

}  // namespace

// What stands behind the opaque handles of cchc.h.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "cchc.h"
#include "cchc/calendar.hpp"
#include "cchc/criteria.hpp"
#include "cchc/deadline.hpp"
#include "cchc/inspection.hpp"
#include "cchc/outcome.hpp"

struct cchc_bytes {
    std::string content;
};

struct cchc_calendar {
    cchc::Calendar value;
};

struct cchc_rule {
    cchc::CountingRule value;
};

struct cchc_criteria {
    cchc::CriteriaSet value;
};

struct cchc_inspection {
    cchc::Inspection value;
};

// With a copy of the inspection: its documents read the plan, the criteria and the statistics, and nobody changes them here.
struct cchc_round {
    cchc::Inspection inspection;
    cchc::InspectionResult result;
};

struct cchc_policy {
    cchc::OutcomePolicy value;
};

namespace cchc::capi {

// A handle around a value.
template <class Handle, class Value>
std::unique_ptr<Handle> handle(Value&& value) {
    return std::unique_ptr<Handle>(new Handle{std::forward<Value>(value)});
}

}  // namespace cchc::capi

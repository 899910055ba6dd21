// The whole C++ API of cchc. The C ABI is cchc.h; only that one is binary-stable, these headers are source-stable.
#pragma once

#include "cchc/calendar.hpp"
#include "cchc/clock_table.hpp"
#include "cchc/deadline.hpp"
#include "cchc/decimal.hpp"
#include "cchc/dossier.hpp"
#include "cchc/error.hpp"
#include "cchc/facts.hpp"
#include "cchc/outcome.hpp"
#include "cchc/reconcile.hpp"
#include "cchc/statistics.hpp"
#include "cchc/time.hpp"
#include "cchc/version.hpp"

"""Due dates, outcomes, report forms and scores of dossiers: the library cchc, called through ctypes.

Three lines print form II.06a from a CSV file:

    import cchc, pathlib
    form = cchc.form_ii06a(pathlib.Path("dossiers.csv"), from_="2020-01-01", to="2020-10-01")
    print(form)

When is a dossier due that was received on Thursday 16 January 2020, with fifteen working days, across the Lunar New Year?

>>> import cchc
>>> print(cchc.Calendar.builtin("vn").due("2020-01-16T09:00", 15))
2020-02-13 17:00:00

Many at once: columns in, columns out. numpy arrays, array.array and memoryviews of the right type are read where they lie, and
numpy in gives numpy out; lists are copied, and may hold dates and datetimes.

>>> with cchc.Calendar.builtin("vn") as vn, cchc.Rule.builtin("working-days") as rule:
...     rows = vn.due_dates(received=["2020-01-16T09:00", "2030-01-03T09:00"], limit_milli=[15000, 15000], rule=rule)
>>> [str(cchc.to_datetime(at)) for at in rows.due_at], [cchc.Row(row).name for row in rows.row_status]
(['2020-02-13 17:00:00', 'None'], ['OK', 'OUTSIDE_COVERAGE'])

A day is a number of days since 1970-01-01, an instant a number of seconds of Viet Nam wall time since then. What fails raises
cchc.Error. The environment variable CCHC_LIBRARY names the library to load; else it is the one inside this package, else the
system's.
"""

from . import lunar
from ._columns import Column
from ._errors import Cancelled, Error
from ._library import version
from ._time import day, instant, limit_milli, to_date, to_datetime
from .builtin import builtin_document, builtin_ids
from .calendars import Calendar, DueDates, Pauses, Rows, TimeLeft, projected_holidays
from .constants import (
    NO_DAY, NO_INSTANT, NO_LIMIT, NO_POINTS, Boundary, Builtin, Channel, Clock, Code, DocumentFormat, Flag, Input, Leaf, Level,
    Outcome, Part, Pause, Problem, Row, Status, Table, Unit, Windows,
)
from .criteria import Criteria, FactColumn, Matrix, evaluate, evaluate_test, merge_facts
from .dossiers import Added, Dossiers, PackedTexts, explain_dossier, explain_dossier_text, query
from .forms import Form, FormRow, form_ii06a
from .inspection import Inspection, Round, builtin_outline, builtin_plan, check_self_report
from .progress import Progress
from .rules import Outcomes, Policy, Rule
from .statistics import Flagged, Quality, Reconciliation, Statistics, form_check, period_dates

__version__ = version()

__all__ = [
    "Added", "Boundary", "Builtin", "Calendar", "Cancelled", "Channel", "Clock", "Code", "Column", "Criteria",
    "DocumentFormat", "Dossiers", "DueDates", "Error", "FactColumn", "Flag", "Flagged", "Form", "FormRow", "Input",
    "Inspection", "Leaf", "Level", "Matrix", "NO_DAY", "NO_INSTANT", "NO_LIMIT", "NO_POINTS", "Outcome", "Outcomes",
    "PackedTexts", "Part", "Pause", "Pauses", "Policy", "Problem", "Progress", "Quality", "Reconciliation", "Round", "Row",
    "Rows", "Rule", "Statistics", "Status", "Table", "TimeLeft", "Unit", "Windows", "builtin_document", "builtin_ids",
    "builtin_outline", "builtin_plan", "check_self_report", "day", "evaluate", "evaluate_test", "explain_dossier",
    "explain_dossier_text", "form_check", "form_ii06a", "instant", "limit_milli", "lunar", "merge_facts", "period_dates",
    "projected_holidays", "query", "to_date", "to_datetime", "version",
]

"""Counting rules and outcome policies."""

from ctypes import c_uint8
from typing import Any, NamedTuple, Optional

from . import _structs
from ._call import Document, Handle, call, take_text, text
from ._columns import Batch, Column
from ._time import Day, day


class Rule(Handle):
    """How a time limit is counted: its unit, where counting begins, when it ends, what a rest day does. Never changes; any
    number of threads may use it.

    >>> import cchc
    >>> with cchc.Calendar.builtin("vn") as vn, cchc.Rule.builtin("calendar-days") as rule:
    ...     print(vn.due("2020-01-16T09:00", 5, rule))
    2020-01-22 00:00:00
    """

    _kind = _structs.Rule
    _free = "cchc_rule_free"

    @classmethod
    def builtin(cls, id: str) -> "Rule":
        """A rule that ships with the library: "working-days", "working-days-keep-time", "calendar-days", "working-hours",
        "clock-hours", "same-day-15h", "from-next-day-15h", "weeks", "months", "years"."""
        return cls._make("cchc_rule_builtin", *text(id))

    @classmethod
    def from_json(cls, document: Document) -> "Rule":
        """Reads a rule (format cchc.rule/1)."""
        return cls._make("cchc_rule_from_json", *text(document))

    def to_json(self) -> str:
        """The rule as a file (format cchc.rule/1); reading it back gives an equal one. Pickling does it, too.

        >>> import cchc, json
        >>> json.loads(cchc.Rule.builtin("weeks").to_json())["format"]
        'cchc.rule/1'
        """
        return take_text("cchc_rule_to_json", self._handle)

    def __reduce__(self) -> Any:
        return Rule.from_json, (self.to_json(),)


class Outcomes(NamedTuple):
    """Columns: outcome (cchc.Outcome), row_status (cchc.Row); and how many rows are not Row.OK."""

    outcome: Any
    row_status: Any
    failed: int


class Policy(Handle):
    """Every choice on which the law, the forms and the systems differ, by name. Never changes; any number of threads may use
    it.

    >>> import cchc
    >>> with cchc.Policy.builtin("form-ii06a") as policy:
    ...     rows = policy.classify(received=["2020-03-02T09:00"], due=["2020-03-09T17:00"], ended=["2020-03-10T09:00"],
    ...                            status=[cchc.Status.FINISHED], as_of="2020-04-01")
    >>> cchc.Outcome(rows.outcome[0]).name
    'OVERDUE'
    """

    _kind = _structs.Policy
    _free = "cchc_policy_free"

    @classmethod
    def builtin(cls, id: str) -> "Policy":
        """A policy that ships with the library: "form-ii06a", "decree-61", "qd-766", "opencps", "td", "outline-274"."""
        return cls._make("cchc_policy_builtin", *text(id))

    @classmethod
    def from_json(cls, document: Document) -> "Policy":
        """Reads a policy (format cchc.policy/1); "extends" names a built-in one whose fields it changes."""
        return cls._make("cchc_policy_from_json", *text(document))

    def to_json(self) -> str:
        """The policy as a file (format cchc.policy/1), in full; reading it back gives an equal one. Pickling does it, too.

        >>> import cchc, json
        >>> json.loads(cchc.Policy.builtin("td").to_json())["format"]
        'cchc.policy/1'
        """
        return take_text("cchc_policy_to_json", self._handle)

    def __reduce__(self) -> Any:
        return Policy.from_json, (self.to_json(),)

    def classify(self, received: Column, due: Column, ended: Column, *, as_of: Day, status: Optional[Column] = None) -> Outcomes:
        """The outcome of each dossier from what happened before 00:00 of as_of. Instants; a due instant at exactly 00:00 is
        that whole date. status: cchc.Status; None: unknown."""
        batch = Batch()
        columns = [batch.instants(received), batch.instants(due), batch.instants(ended), batch.codes(status)]
        outcome, pointer = batch.out(c_uint8)
        call("cchc_policy_classify", self._handle, *columns, batch.count, day(as_of), pointer, *batch.rows())
        return Outcomes(outcome, batch.row_status, batch.failed)

"""Criteria sets, scores, rankings; expressions over facts."""

from ctypes import byref, c_int32, c_int64, c_size_t, c_uint8, sizeof
from typing import Any, List, Mapping, NamedTuple, Optional, Sequence, Union

from . import _structs
from ._call import Document, Handle, call, lang_number, take_json, take_text, text, texts
from ._columns import Batch, Column
from ._library import LIBRARY
from .constants import NO_POINTS
from .progress import Progress, watched


class FactColumn(NamedTuple):
    """One fact for all units: whole numbers of 10^-scale, or 0 and 1 where boolean; NO_POINTS (or None): missing."""

    values: Column
    scale: int = 0
    boolean: bool = False


class Matrix(NamedTuple):
    """Columns. points and state (cchc.Leaf): the leaves of a unit side by side, leaf j of unit i at i * leaf_count + j; with
    numpy they have that shape. total and index: NO_POINTS where there is none. band: -1 where there is none."""

    points: Any
    state: Any
    total: Any
    index: Any
    band: Any


def _columns(facts: Mapping[str, Union[FactColumn, Column]], batch: Batch) -> Any:
    columns = (_structs.FactColumn * len(facts))()
    for column, (name, given) in zip(columns, facts.items()):
        LIBRARY.cchc_fact_column_init(byref(column), sizeof(column))
        fact = given if isinstance(given, FactColumn) else FactColumn(given)
        column.name, column.name_size = text(name)
        column.is_boolean, column.scale = int(fact.boolean), fact.scale
        column.value = batch.numbers(fact.values, NO_POINTS)
    return columns


class Criteria(Handle):
    """A criteria set, read, checked and compiled once. It never changes, and any number of threads may score with it.

    >>> import cchc
    >>> with cchc.Criteria.builtin("vn.nd-307-2025.xa") as communes:
    ...     card = communes.score({"format": "cchc.facts/1", "unit": "A", "kind": "xa", "facts": {"water.clean_rate": "77.7"}})
    >>> card["total"], sorted({leaf["state"] for leaf in card["leaves"]})[:2]
    (None, ['missing_input', 'scored'])
    """

    _kind = _structs.Criteria
    _free = "cchc_criteria_free"

    @classmethod
    def builtin(cls, id: str) -> "Criteria":
        """A set that ships with the library, one of builtin_ids()."""
        return cls._make("cchc_criteria_builtin", *text(id))

    @classmethod
    def from_json(cls, document: Document, frames: Sequence[Document] = ()) -> "Criteria":
        """Reads a set (format cchc.criteria/1). frames: sets that it may extend, found before the built-in ones."""
        return cls._make("cchc_criteria_from_json", *text(document), *texts(frames))

    @staticmethod
    def builtin_ids() -> List[str]:
        """The sets that ship with the library.

        >>> import cchc
        >>> "vn.nd-307-2025.xa" in cchc.Criteria.builtin_ids()
        True
        """
        return [str(id) for id in take_json("cchc_criteria_builtin_ids")]

    @staticmethod
    def builtin_document(id: str) -> Any:
        """A set that ships with the library, to read or to change."""
        return take_json("cchc_criteria_builtin_json", *text(id))

    @staticmethod
    def check(document: Document, frames: Sequence[Document] = (), dictionary: Optional[Document] = None) -> Any:
        """Everything that is wrong with a set, or worth knowing (format cchc.check/1). dictionary: names of facts besides
        those of the set."""
        return take_json("cchc_criteria_check", *text(document), *texts(frames), *text(dictionary))

    def description(self) -> Any:
        """What tables of scores need to know (format cchc.criteria-description/1)."""
        return take_json("cchc_criteria_description_json", self._handle)

    @property
    def leaf_count(self) -> int:
        """The number of leaves: the width of Matrix.points."""
        count = c_size_t()
        call("cchc_criteria_leaf_count", self._handle, byref(count))
        return int(count.value)

    def score(self, facts: Document, sheet: Optional[Document] = None, *, trace: bool = False) -> Any:
        """Scores one unit (format cchc.scorecard/1). facts: format cchc.facts/1; sheet: the scores of people (format
        cchc.appraisal/1); trace: each leaf says how it came about."""
        return take_json("cchc_score", self._handle, *text(facts), *text(sheet), int(trace))

    def score_text(self, facts: Document, sheet: Optional[Document] = None, *, trace: bool = False, lang: str = "vi") -> str:
        """The same as a table for people."""
        return take_text("cchc_score_text", self._handle, *text(facts), *text(sheet), int(trace), lang_number(lang))

    def compare(
        self, facts: Document, after: "Criteria", facts_after: Document, *, sheet: Optional[Document] = None,
        sheet_after: Optional[Document] = None
    ) -> Any:
        """One unit in two years (format cchc.comparison/1): under this set, and under a later one. sheet, sheet_after: the
        scores of people."""
        return take_json("cchc_score_compare", self._handle, *text(facts), *text(sheet), after._handle, *text(facts_after),
                         *text(sheet_after))

    def score_many(
        self, facts: Sequence[Document], options: Optional[Document] = None, *, progress: Optional[Progress] = None
    ) -> Any:
        """Scores units together and ranks them (format cchc.scores/1). options: format cchc.scores_options/1; progress: through
        which other threads see how many units are done, and end the call."""
        return watched(take_json, "cchc_score_many", progress, self._handle, *texts(facts), *text(options))

    def what_if(
        self, facts: Document, sheet: Optional[Document] = None, options: Optional[Document] = None, *,
        progress: Optional[Progress] = None
    ) -> Any:
        """What would change the score of a unit (format cchc.whatif/1). options: format cchc.whatif_options/1; progress: its
        steps are the leaves and then the parts of the search for the cheapest set, which most often needs few of them."""
        return watched(take_json, "cchc_what_if", progress, self._handle, *text(facts), *text(sheet), *text(options))

    def sensitivity(
        self, facts: Sequence[Document], options: Optional[Document] = None, *, progress: Optional[Progress] = None
    ) -> Any:
        """How firm a ranking is (format cchc.sensitivity/1). options: format cchc.sensitivity_options/1; progress: its steps
        are the units that are scored and then the draws."""
        return watched(take_json, "cchc_sensitivity", progress, self._handle, *texts(facts), *text(options))

    def score_matrix(
        self, facts: Mapping[str, Union[FactColumn, Column]], *, kinds: Optional[Column] = None,
        constants: Optional[Document] = None, places: int = 2, units: Optional[int] = None
    ) -> Matrix:
        """Scores many units from columns of facts: the results of score_many(), in columns.

        facts      names and columns; one that is no cchc.FactColumn holds whole numbers
        kinds      for each unit the index of its kind in description(); None: the set has one kind
        constants  facts that are the same for all units (format cchc.facts/1)
        places     points, totals and indices are whole numbers of 10^-places
        units      how many; needed where there is no column

        >>> import cchc
        >>> communes = cchc.Criteria.builtin("vn.nd-307-2025.xa")
        >>> scored = communes.score_matrix({"population": [16000, 30000], "unit.mountain": cchc.FactColumn([0, 0], boolean=True)})
        >>> leaf = communes.description()["leaves"].index("6.1")
        >>> [scored.points[unit * communes.leaf_count + leaf] > 1000 for unit in (0, 1)]
        [False, True]
        """
        batch, leaves = Batch(), self.leaf_count
        columns = _columns(facts, batch)
        kind_column = batch.column(kinds, c_int32)
        count = batch.count if units is None else units
        if count < 0 or batch.count not in (-1, count):
            raise ValueError("how many units there are is said by the columns, or by units")
        outs = [batch.out(c_int64, count * leaves), batch.out(c_uint8, count * leaves), batch.out(c_int64, count),
                batch.out(c_int64, count), batch.out(c_int32, count)]
        call("cchc_score_matrix", self._handle, columns, len(facts), count, kind_column, *text(constants), places, leaves,
             *[pointer for _, pointer in outs])
        points, state, total, index, band = [values for values, _ in outs]
        if batch.with_numpy:
            points, state = points.reshape(count, leaves), state.reshape(count, leaves)
        return Matrix(points, state, total, index, band)


def merge_facts(facts: Sequence[Document]) -> Any:
    """Merges what several sources say of one unit and period (format cchc.facts/1); values that differ become conflicts."""
    return take_json("cchc_facts_merge", *texts(facts))


def evaluate(expression: str, facts: Optional[Document] = None) -> Any:
    """Evaluates an expression over facts (format cchc.facts/1). Returns format cchc.evaluation/1.

    >>> import cchc
    >>> cchc.evaluate("100 * early / total", {"format": "cchc.facts/1", "unit": "u", "facts": {"early": 1, "total": 3}})["exact"]
    '100/3'
    """
    return take_json("cchc_eval", *text(expression), *text(facts))


def evaluate_test(tests: str, value: str, facts: Optional[Document] = None) -> Any:
    """Evaluates unary tests, as a cell of a decision table has them, of a value, which is an expression.

    >>> import cchc
    >>> cchc.evaluate_test("[80..95)", "94.99")["value"]
    True
    """
    return take_json("cchc_eval_test", *text(tests), *text(value), *text(facts))

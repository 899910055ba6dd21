"""Dossiers: read from CSV or JSON, or given in columns."""

import json
import os
from ctypes import byref, c_char_p, c_int64, c_size_t, c_uint8, sizeof
from dataclasses import dataclass, fields
from typing import IO, Any, ClassVar, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Sequence, TypeVar, Union

from . import _structs
from ._call import Document, Handle, call, encoded, lang_number, take_json, take_text, text
from ._columns import Batch, Column, new_column
from ._library import LIBRARY
from ._time import is_missing
from .constants import NO_LIMIT, Input

#: A document of dossiers: its text or bytes, a path, an open binary file, or blocks of bytes cut anywhere.
Source = Union[str, bytes, "os.PathLike[str]", IO[bytes], Iterable[bytes]]

_BLOCK = 1 << 20

SelfType = TypeVar("SelfType", bound="Counter")


class PackedTexts(NamedTuple):
    """Texts one after the other in UTF-8, as Arrow has them: text i is data[offsets[i]:offsets[i + 1]]."""

    data: bytes
    offsets: Column


Texts = Union[PackedTexts, Sequence[Optional[str]]]


@dataclass
class Dossiers:
    """Dossiers in columns; None: no dossier has it. Instants at exactly 00:00 are dates whose time of day is not known.

    channel is cchc.Channel, status cchc.Status, limit_unit cchc.Unit, service_level cchc.Level, clock_kind cchc.Clock. Pauses
    and extensions of dossier i are clock_offsets[i] to clock_offsets[i + 1] of the other clock columns.
    """

    id: Texts
    received: Column
    agency: Optional[Texts] = None
    field: Optional[Texts] = None
    procedure: Optional[Texts] = None
    channel: Optional[Column] = None
    status: Optional[Column] = None
    original_due: Optional[Column] = None
    due: Optional[Column] = None
    completed: Optional[Column] = None
    returned: Optional[Column] = None
    supplement_requested: Optional[Column] = None
    supplement_received: Optional[Column] = None
    apology: Optional[Column] = None
    limit_milli: Optional[Column] = None
    limit_unit: Optional[Column] = None
    cause: Optional[Texts] = None
    service_level: Optional[Column] = None
    clock_offsets: Optional[Column] = None
    clock_kind: Optional[Column] = None
    clock_from: Optional[Column] = None
    clock_to: Optional[Column] = None
    clock_due_before: Optional[Column] = None
    clock_due_after: Optional[Column] = None


_TEXTS = ("id", "agency", "field", "procedure", "cause")
_CODES = ("channel", "status", "limit_unit", "service_level", "clock_kind")


class _Given:
    """The struct for Dossiers, and what its pointers point to."""

    def __init__(self, dossiers: Dossiers) -> None:
        self.rows, self._clocks, self._offsets = Batch(), Batch(), Batch()
        self._kept: List[Any] = []
        self.struct = _structs.DossierColumns()
        LIBRARY.cchc_dossier_columns_init(byref(self.struct), sizeof(self.struct))
        # Instants first: they say how many dossiers there are.
        for one in sorted(fields(Dossiers), key=lambda field: field.name in _TEXTS):
            values = getattr(dossiers, one.name)
            if values is not None:
                self._put(one.name, values)
        if self.rows.count < 0:
            raise ValueError("received says how many dossiers there are")
        self.struct.count = self.rows.count
        self._check_offsets(dossiers.clock_offsets)

    def _put(self, name: str, values: Any) -> None:
        if name in _TEXTS:
            self._put_texts(name, values)
            return
        batch = self._offsets if name == "clock_offsets" else self._clocks if name.startswith("clock_") else self.rows
        if name in _CODES:
            pointer = batch.codes(values)
        elif name == "limit_milli":
            pointer = batch.numbers(values, NO_LIMIT)
        elif name == "clock_offsets":
            pointer = batch.column(values, c_int64)
        else:
            pointer = batch.instants(values)
        self._kept.append(pointer)
        setattr(self.struct, name, pointer)

    def _put_texts(self, name: str, values: Texts) -> None:
        if not isinstance(values, PackedTexts):
            values = _packed(values)
        batch = Batch()
        offsets = batch.column(values.offsets, c_int64)
        if batch.count != self.rows.count + 1 or offsets[batch.count - 1] > len(values.data):
            raise ValueError(f"{name}: {self.rows.count} dossiers have as many texts, and one offset more")
        self._kept += [values.data, offsets]
        setattr(self.struct, name + "_bytes", c_char_p(values.data))
        setattr(self.struct, name + "_offsets", offsets)

    def _check_offsets(self, offsets: Optional[Column]) -> None:
        # The library cannot see how long the columns behind the offsets are.
        if offsets is None:
            return
        if self._offsets.count != self.rows.count + 1 or self.struct.clock_offsets[self.rows.count] > self._clocks.count:
            raise ValueError("clock_offsets: one more than there are dossiers, none beyond the clock columns")


def _packed(values: Sequence[Optional[str]]) -> PackedTexts:
    # Not what encoded() makes of numbers: a missing agency of pandas, NaN, is not one with that name.
    data = [b"" if is_missing(value) else encoded(str(value)) for value in values]
    offsets = [0]
    for one in data:
        offsets.append(offsets[-1] + len(one))
    return PackedTexts(b"".join(data), offsets)


class Added(NamedTuple):
    """A column: problem (cchc.Problem: why a dossier counts as excluded); and how many have one."""

    problem: Any
    failed: int


def _blocks(source: Source) -> Iterator[bytes]:
    if isinstance(source, (str, bytes)):
        if "\n" not in str(source) and len(source) < 4096 and os.path.isfile(source):
            raise ValueError(f"a text is the document itself; for the file write pathlib.Path({source!r})")
        yield encoded(source)
    elif isinstance(source, os.PathLike):
        with open(source, "rb") as file:
            yield from _blocks(file)
    elif hasattr(source, "read"):
        block = source.read(_BLOCK)
        while block:
            yield block
            block = source.read(_BLOCK)
    else:
        for block in source:
            yield bytes(block)


def _options(given: Mapping[str, Any]) -> _structs.CsvOptions:
    options = _structs.CsvOptions()
    LIBRARY.cchc_csv_options_init(byref(options), sizeof(options))
    for name, value in given.items():
        setattr(options, name, value)
    return options


class Counter(Handle):
    """What dossiers are added to: Statistics, Reconciliation, Quality. In any parts and any order, in one or in many that are
    merged: the result is the same to the byte. Calls of several threads wait for each other; one for each thread, merged at the
    end, is faster."""

    _name: ClassVar[str]
    _one_thread = True

    def read(
        self, source: Source, *, format: str = "csv", mapping: Union[Document, None] = None, pauses: Union[str, bytes, None] = None,
        delimiter: Optional[str] = None, name: Optional[str] = None, stop_at_first_issue: bool = False, max_issues: int = 0,
        max_record_bytes: int = 0
    ) -> Any:
        """Reads a whole document of dossiers, and counts it; where it fails, nothing is counted. Memory does not grow with it.

        format   "csv", or "json": a dossier a line, an array of them, or an object with that array under "data"
        mapping  names of columns and codes (format cchc.mapping/1), or a built-in one: "opencps", "dvcqg", "td", "default"
        pauses   a CSV document of pauses and extensions
        name     of the document in messages
        max_issues  bad rows kept with their text; 0: 100, -1: none

        Returns what was read (format cchc.read_report/1).

        >>> import cchc
        >>> counted = cchc.Statistics(cchc.query("2020-01-01", "2020-10-01"))
        >>> report = counted.read("id,received,due,completed\\n1,2020-03-02,2020-03-09,2020-03-06\\n2,tomorrow,,\\n")
        >>> report["rows"], report["by_problem"], report["issues"][0]["line"]
        (2, {'bad_date': 1}, 3)
        """
        try:
            number = ("csv", "json").index(format)
        except ValueError:
            raise ValueError(f'format is "csv" or "json", not {format!r}') from None
        is_name = isinstance(mapping, str) and not mapping.lstrip().startswith(("{", '"'))
        with self._handle.lock:  # type: ignore[attr-defined]  # a document, without blocks of another thread's
            self.begin(source=name, mapping=json.dumps(mapping) if is_name else mapping, pauses=pauses, format=Input(number),
                       delimiter=delimiter, stop_at_first_issue=stop_at_first_issue, max_issues=max_issues,
                       max_record_bytes=max_record_bytes)
            for block in _blocks(source):
                self.add_block(block)
            return self.finish()

    def begin(
        self, *, source: Optional[str] = None, mapping: Optional[Document] = None, pauses: Union[str, bytes, None] = None,
        format: Input = Input.CSV, delimiter: Optional[str] = None, stop_at_first_issue: bool = False, max_issues: int = 0,
        max_record_bytes: int = 0
    ) -> None:
        """Begins a document, whose blocks come one by one. One that was begun and not finished is dropped, uncounted."""
        given = {"format": int(format), "delimiter": ord(delimiter) if delimiter else 0, "max_issues": max_issues,
                 "stop_at_first_issue": int(stop_at_first_issue), "max_record_bytes": max_record_bytes}
        for prefix, bytes_name, value in (("source", "source", source), ("mapping", "mapping_json", mapping),
                                          ("pauses", "pauses_csv", pauses)):
            if value is not None:
                given[bytes_name], given[prefix + "_size"] = text(value)  # type: ignore[assignment]
        call(f"cchc_{self._name}_begin_csv", self._handle, byref(_options(given)))

    def add_block(self, block: bytes) -> None:
        """Reads the next block of the document, cut anywhere."""
        call(f"cchc_{self._name}_add_csv", self._handle, block, len(block))

    def finish(self) -> Any:
        """Ends the document and counts it. Returns what was read (format cchc.read_report/1)."""
        return take_json(f"cchc_{self._name}_finish_csv", self._handle)

    def add(self, dossiers: Dossiers) -> Any:
        """Adds dossiers in columns, all or (where it fails) none.

        >>> import cchc
        >>> counted = cchc.Statistics(cchc.query("2020-01-01", "2020-10-01"))
        >>> added = counted.add(cchc.Dossiers(id=["1", "2"], received=["2020-03-02", "2020-03-02"],
        ...                                   due=["2020-03-09", None], completed=["2020-03-06", "2020-03-01"]))
        >>> [cchc.Problem(code).name for code in added.problem], added.failed
        (['NONE', 'COMPLETED_BEFORE_RECEIVED'], 1)
        """
        given = _Given(dossiers)
        problem, pointer = new_column(c_uint8, given.rows.count, given.rows.with_numpy)
        failed = c_size_t()
        call(f"cchc_{self._name}_add_columns", self._handle, byref(given.struct), pointer, byref(failed))
        return Added(problem, int(failed.value))

    def merge(self: SelfType, other: SelfType) -> None:
        """Adds the dossiers of another one with an equal query."""
        call(f"cchc_{self._name}_merge", self._handle, other._handle)

    def result_json(self) -> str:
        """Everything, as the library writes it; equal dossiers give equal bytes."""
        return take_text(f"cchc_{self._name}_result_json", self._handle)

    def result(self) -> Any:
        """Everything: the JSON, read."""
        return json.loads(self.result_json())


def query(from_: Any, to: Any, *, by: Union[str, Sequence[str]] = (), **more: Any) -> Any:
    """The question that statistics and quality reports answer (format cchc.query/1), for [from_, to). by: groupings, as
    "agency" or "agency,field". More: as_of, agencies, policy, calendar, rules.

    >>> import cchc
    >>> cchc.query("2020-01-01", "2020-10-01", by=["agency", "agency,field"])["by"]
    [['agency'], ['agency', 'field']]
    """
    groupings = [by] if isinstance(by, str) else by
    asked = {"format": "cchc.query/1", "from": from_, "to": to, **more}
    if groupings:
        asked["by"] = [[part.strip() for part in grouping.split(",")] for grouping in groupings]
    return asked


def explain_dossier(dossier: Dossiers, query: Document) -> Any:
    """One dossier: its events, how its due date came about, what each policy makes of it (format cchc.explanation/1). query:
    format cchc.reconcile_query/1."""
    given = _Given(dossier)
    return take_json("cchc_dossier_explain", byref(given.struct), *text(query), -1)


def explain_dossier_text(dossier: Dossiers, query: Document, lang: str = "vi") -> str:
    """The same as text."""
    given = _Given(dossier)
    return take_text("cchc_dossier_explain", byref(given.struct), *text(query), lang_number(lang))

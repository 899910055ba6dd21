"""What ships with the library: calendars, rules, policies, criteria sets, mappings, plans, schemas."""

from typing import Any, List

from ._call import take_json, text
from .constants import Builtin


def builtin_ids(kind: Builtin) -> List[str]:
    """The names of what ships with the library, of one kind.

    >>> import cchc
    >>> cchc.builtin_ids(cchc.Builtin.MAPPING)
    ['default', 'dvcqg', 'opencps', 'td']
    """
    return [str(id) for id in take_json("cchc_builtin_ids", kind)]


def builtin_document(kind: Builtin, id: str) -> Any:
    """A document that ships with the library, to read or to change.

    >>> import cchc
    >>> rule = cchc.builtin_document(cchc.Builtin.RULE, "working-days")
    >>> with cchc.Rule.from_json({**rule, "id": "ours"}) as ours:
    ...     print(rule["format"], cchc.Calendar.builtin("vn").due("2020-01-16T09:00", 15, ours))
    cchc.rule/1 2020-02-13 17:00:00
    """
    return take_json("cchc_builtin_json", kind, *text(id))

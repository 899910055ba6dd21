"""How the package calls the library: texts in, errors as exceptions, bytes and handles out."""

import ctypes
import json
import threading
import weakref
from contextlib import ExitStack
from ctypes import POINTER, byref, c_char, c_char_p, c_size_t, c_void_p
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any, ClassVar, List, Mapping, NoReturn, Optional, Sequence, Tuple, Type, TypeVar, Union

from . import _structs
from ._errors import Error, from_struct
from ._library import LIBRARY

#: A JSON document: its text, or what json.loads() would make of it. Decimals and dates become the texts that the formats want.
Document = Union[str, bytes, Mapping[str, Any]]
#: A document, or several in a list, as published forms may be.
AnyDocument = Union[Document, Sequence[Any]]

SelfType = TypeVar("SelfType", bound="Handle")


def status_name(code: int) -> str:
    name = LIBRARY.cchc_status_name(code)
    return str(name.decode())


def call(name: str, *arguments: Any) -> None:
    """Calls a function whose last parameter is the error. Other threads run meanwhile: what may not be shared is locked, in one
    order, so that two threads that merge crosswise do not wait for each other."""
    error = _structs.Error()
    LIBRARY.cchc_error_init(byref(error), ctypes.sizeof(error))
    with ExitStack() as held:
        for lock in sorted({one.lock for one in arguments if getattr(one, "lock", None) is not None}, key=id):
            held.enter_context(lock)
        status = getattr(LIBRARY, name)(*arguments, byref(error))
    if status != 0:
        raise from_struct(error, status_name(error.code))


def refuse(code: int, message: str) -> NoReturn:
    """For single values, which the library refuses in a column of one row."""
    raise Error(code, status_name(code), message)


def make(kind: Type[c_void_p], name: str, *arguments: Any) -> c_void_p:
    """Calls a function that hands out a handle."""
    handle = kind()
    call(name, *arguments, byref(handle))
    return handle


def take(name: str, *arguments: Any) -> bytes:
    """Calls a function that hands out bytes, and copies them."""
    handle = make(_structs.Bytes, name, *arguments)
    try:
        data, size = POINTER(c_char)(), c_size_t()
        call("cchc_bytes_view", handle, byref(data), byref(size))
        return ctypes.string_at(data, size.value)
    finally:
        LIBRARY.cchc_bytes_free(handle)


def take_text(name: str, *arguments: Any) -> str:
    return take(name, *arguments).decode("utf-8")


def take_json(name: str, *arguments: Any) -> Any:
    return json.loads(take(name, *arguments))


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a document")


def encoded(value: AnyDocument) -> bytes:
    """The bytes of a text or a document. What is not UTF-8 is left for the library to refuse, with the place."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    return json.dumps(value, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")


def text(value: Optional[AnyDocument]) -> Tuple[Optional[bytes], int]:
    """A text as the two parameters that the library takes; None is the empty text."""
    if value is None:
        return None, 0
    data = encoded(value)
    return data, len(data)


def texts(values: Sequence[Document]) -> Tuple[Any, Any, int]:
    """Several texts as the three parameters that the library takes."""
    data: List[bytes] = [encoded(value) for value in values]
    count = len(data)
    return (c_char_p * count)(*data), (c_size_t * count)(*[len(one) for one in data]), count


def lang_number(lang: str) -> int:
    """Languages are "vi" and "en"."""
    try:
        return ("vi", "en").index(lang)
    except ValueError:
        raise ValueError(f'lang is "vi" or "en", not {lang!r}') from None


class Handle:
    """Something of the library that is freed: at the end of a with block, by close(), or when it is no longer used. A call in
    another thread that still uses it comes first."""

    _kind: ClassVar[Type[c_void_p]]
    _free: ClassVar[str]
    _one_thread: ClassVar[bool] = False

    def _own(self, handle: c_void_p) -> None:
        # Freed with the last reference to the pointer, not with self: a call that runs holds one, too.
        self._pointer: Optional[c_void_p] = handle
        self._finalizer = weakref.finalize(handle, getattr(LIBRARY, self._free), self._kind(handle.value))
        if self._one_thread:
            handle.lock = threading.RLock()  # type: ignore[attr-defined]

    @classmethod
    def _make(cls: Type[SelfType], name: str, *arguments: Any) -> SelfType:
        made = cls.__new__(cls)
        made._own(make(cls._kind, name, *arguments))
        return made

    @property
    def _handle(self) -> c_void_p:
        pointer = self._pointer
        if pointer is None:
            raise ValueError(f"{type(self).__name__} is closed")
        return pointer

    def close(self) -> None:
        """Frees it; once is enough, more does no harm."""
        self._pointer = None

    def __enter__(self: SelfType) -> SelfType:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} cannot be copied or pickled")

"""Columns: numpy arrays and other buffers are handed to the library where they lie, other sequences are copied. numpy is never
imported here; who passes an array of it has it."""

import sys
from array import array
from ctypes import byref, c_int32, c_int64, c_size_t, c_uint8, c_uint32
from operator import index
from typing import Any, Callable, List, Optional, Protocol, Sequence, Tuple, Union

from ._time import day, instant, is_missing
from .constants import NO_DAY, NO_INSTANT


class Array(Protocol):
    """What numpy understands: its own arrays, columns of pandas, of Arrow."""

    def __array__(self) -> Any: ...


#: A column of a batch. Without a copy: a numpy array or buffer of the very type, side by side in memory. With one: any sequence
#: of numbers; days may be dates and ISO texts, instants datetimes, too, and None is "no value".
Column = Union[Sequence[Any], Array]

# For each type: its code in the module array, numpy's name, and the formats of buffers that are it.
_TYPES = {
    c_int32: ("i", "int32", "il"),
    c_int64: ("q", "int64", "ql"),
    c_uint8: ("B", "uint8", "B?"),
    c_uint32: ("I", "uint32", "IL"),
}


def _numpy_array(values: Any) -> Any:
    """The numpy array that values are or give, else None."""
    numpy = sys.modules.get("numpy")
    if numpy is None or not hasattr(values, "__array__"):
        return None
    return numpy.asarray(values)


def _of_dates(values: Any, kind: Any) -> Any:
    """A numpy array of moments as numbers of the library; NaT is "no value". datetime64[s] is what the library has."""
    if kind is c_int64:
        return values.astype("datetime64[s]", copy=False).view("int64")
    days = values.astype("datetime64[D]", copy=False).view("int64")
    return _checked(sys.modules["numpy"].where(days == NO_INSTANT, NO_DAY, days), "int32")


def _checked(values: Any, dtype: str) -> Any:
    """Values in another type of whole numbers; none changes."""
    if values.dtype.kind not in "iub":
        raise TypeError(f"whole numbers are wanted; found an array of {values.dtype}")
    converted = values.astype(dtype)
    if (converted != values).any():
        raise OverflowError(f"a number does not fit into {dtype}")
    return converted


def _without_nan(values: Any, missing: int) -> Any:
    """Floats as whole numbers, for pandas has a column of numbers as floats where one is missing."""
    numpy = sys.modules["numpy"]
    absent = numpy.isnan(values)
    whole = numpy.where(absent, 0, values)
    if (whole != numpy.floor(whole)).any() or (abs(whole) > 2**53).any():
        raise TypeError(f"whole numbers are wanted; found an array of {values.dtype} with others")
    return numpy.where(absent, missing, whole.astype("int64"))


def _from_numpy(values: Any, kind: Any, missing: Optional[int]) -> Any:
    """A numpy array as the library wants it: the same memory where it can be."""
    numpy, dtype = sys.modules["numpy"], _TYPES[kind][1]
    if values.ndim != 1:
        raise ValueError(f"a column has one dimension; found {values.ndim}")
    if values.dtype.kind == "M":
        values = _of_dates(values, kind)
    elif values.dtype.kind == "f" and missing is not None:
        values = _without_nan(values, missing)
    elif values.dtype == bool and dtype == "uint8":
        values = values.view("uint8")
    elif values.dtype != dtype:
        values = _checked(values, dtype)
    values = numpy.ascontiguousarray(values)
    pointer = (kind * len(values)).from_address(values.ctypes.data)
    pointer._keeps = values
    return pointer


def _from_buffer(values: Any, kind: Any) -> Any:
    """A buffer of the very type as an array in the same memory (a copy, if it is read-only); else None."""
    try:
        view = memoryview(values)
    except TypeError:
        return None
    wanted = view.format.lstrip("@=<" if sys.byteorder == "little" else "@=>") in tuple(_TYPES[kind][2])
    if not wanted or view.itemsize != array(_TYPES[kind][0]).itemsize or view.ndim != 1 or not view.c_contiguous:
        return None
    whole = kind * len(view)
    return whole.from_buffer_copy(view) if view.readonly else whole.from_buffer(view)


def pointer_to(
    values: Column, kind: Any, convert: Optional[Callable[[Any], int]] = None, missing: Optional[int] = None
) -> Any:
    """A ctypes array of the column. It keeps alive what it points to."""
    from_numpy = _numpy_array(values)
    if from_numpy is not None and from_numpy.dtype.kind != "O":
        return _from_numpy(from_numpy, kind, missing)
    shared = _from_buffer(values, kind)
    if shared is not None:
        return shared
    numbers = values if convert is None else [convert(value) for value in values]  # type: ignore[union-attr]
    return (kind * len(values)).from_buffer(array(_TYPES[kind][0], numbers))  # type: ignore[arg-type]


def new_column(kind: Any, count: int, with_numpy: bool) -> Tuple[Any, Any]:
    """Memory for a result, and a ctypes array of it: a numpy array if numpy was given, else an array.array."""
    if with_numpy:
        made = sys.modules["numpy"].zeros(count, _TYPES[kind][1])
    else:
        made = array(_TYPES[kind][0], bytes(count * array(_TYPES[kind][0]).itemsize))
    return made, (kind * count).from_buffer(made)


class Batch:
    """The columns of one call: all of one length, results of the kind that was given."""

    def __init__(self) -> None:
        self.count = -1
        self.with_numpy = False
        self.failed_count = c_size_t()
        self.row_status: Any = None

    def column(
        self, values: Optional[Column], kind: Any, convert: Optional[Callable[[Any], int]] = None, missing: Optional[int] = None
    ) -> Any:
        """A column that is given; None where there is none."""
        if values is None:
            return None
        pointer = pointer_to(values, kind, convert, missing)
        if self.count not in (-1, len(pointer)):
            raise ValueError(f"the columns of a call are of one length; found {self.count} and {len(pointer)}")
        self.count = len(pointer)
        self.with_numpy = self.with_numpy or _numpy_array(values) is not None
        return pointer

    def days(self, values: Optional[Column]) -> Any:
        return self.column(values, c_int32, day)

    def instants(self, values: Optional[Column]) -> Any:
        return self.column(values, c_int64, instant)

    def codes(self, values: Optional[Column]) -> Any:
        return self.column(values, c_uint8)

    def numbers(self, values: Optional[Column], missing: int) -> Any:
        """Whole numbers of 64 bits; None in a sequence, and NaN, is `missing`."""
        return self.column(values, c_int64, lambda value: missing if is_missing(value) else index(value), missing)

    def out(self, kind: Any, count: Optional[int] = None) -> Tuple[Any, Any]:
        return new_column(kind, self.count if count is None else count, self.with_numpy)

    def rows(self) -> List[Any]:
        """The parameters row_status and failed."""
        self.row_status, pointer = self.out(c_uint8)
        return [pointer, byref(self.failed_count)]

    @property
    def failed(self) -> int:
        return int(self.failed_count.value)


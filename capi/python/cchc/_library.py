"""Finds libcchc and binds its functions: $CCHC_LIBRARY, else the library inside this package, else the system's."""

import ctypes
import ctypes.util
import os
from pathlib import Path
from typing import List

from ._functions import SIGNATURES
from .constants import ABI_VERSION

IN_PACKAGE = Path(__file__).resolve().with_name("libcchc.so")


def _candidates() -> List[str]:
    own = os.environ.get("CCHC_LIBRARY")
    if own:
        return [own]
    if IN_PACKAGE.exists():
        return [str(IN_PACKAGE)]
    found = ctypes.util.find_library("cchc")
    return [f"libcchc.so.{ABI_VERSION}"] + ([found] if found else [])


def _open() -> ctypes.CDLL:
    reasons = []
    for path in _candidates():
        try:
            return ctypes.CDLL(path)
        except OSError as refused:
            reasons.append(str(refused))
    raise ImportError("libcchc cannot be loaded; install it, or set CCHC_LIBRARY to its path (" + "; ".join(reasons) + ")")


def _bind(library: ctypes.CDLL) -> ctypes.CDLL:
    for name, (restype, argtypes) in SIGNATURES.items():
        try:
            function = getattr(library, name)
        except AttributeError:
            raise ImportError(f"{library._name} is not the libcchc of this package: it has no {name}") from None
        function.restype = restype
        function.argtypes = argtypes
    if library.cchc_abi_version() != ABI_VERSION:
        raise ImportError(f"{library._name} has the ABI {library.cchc_abi_version()}, this package calls {ABI_VERSION}")
    return library


LIBRARY = _bind(_open())


def version() -> str:
    """The release of the library that runs: "0.1.0"."""
    number = int(LIBRARY.cchc_version_number())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"

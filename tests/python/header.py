"""Reads cchc.h: what it declares, as ctypes types."""

import functools
import re
from ctypes import POINTER, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32

from cchc import _structs

NUMBERS = {"int32_t": c_int32, "cchc_status": c_int32, "int64_t": c_int64, "uint8_t": c_uint8, "uint32_t": c_uint32,
           "size_t": c_size_t}


def without_comments(text):
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


@functools.lru_cache(maxsize=None)  # asked for each parameter
def code(text):
    """The declarations alone: neither comments nor what the preprocessor eats."""
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", "", without_comments(text), flags=re.MULTILINE)


def class_of(name):
    """cchc_dossier_columns is DossierColumns."""
    found = getattr(_structs, "".join(part.title() for part in name[len("cchc_"):].split("_")), None)
    if found is None:
        raise AssertionError(f"cchc/_structs.py has no class for {name}")
    return found


@functools.lru_cache(maxsize=None)
def structs(text):
    return dict(re.findall(r"typedef struct (cchc_\w+) \{(.*?)\}", code(text), flags=re.DOTALL))


def ctypes_of(declared, text):
    """The ctypes type of a C type."""
    base = re.sub(r"\bconst\b|[\s*]", "", declared)
    stars = declared.count("*")
    if base == "void" and not stars:
        return None
    if base == "char":
        # Texts are pointers into memory of the caller; what the library shows may have NULs inside.
        return {1: c_char_p, 2: POINTER(c_char_p) if declared.count("const") > 1 else POINTER(POINTER(c_char))}[stars]
    if base in NUMBERS:
        return POINTER(NUMBERS[base]) if stars else NUMBERS[base]
    found = class_of(base)
    return found if stars - (base not in structs(text)) == 0 else POINTER(found)


def split(parameter):
    """("const char*", "id") of "const char* id"."""
    return re.fullmatch(r"\s*(.*?)\s*(\w+)\s*", parameter, flags=re.DOTALL).groups()


def functions(text):
    """Each function: what it returns, what it takes."""
    declared = re.findall(r"CCHC_API\s+([\w\s]+?[\s*]+)(cchc_\w+)\s*\(([^)]*)\)\s*CCHC_NOEXCEPT;", code(text))
    if len(declared) != len(re.findall(r"\bCCHC_API\b", code(text))):
        raise AssertionError("a declaration of cchc.h is not understood by tests/python/header.py")
    found = {}
    for result, name, parameters in declared:
        taken = [] if parameters.strip() == "void" else [ctypes_of(split(p)[0], text) for p in parameters.split(",")]
        found[name] = (ctypes_of(result, text), taken)
    return found


def fields(body, text):
    """The fields of a struct."""
    found = []
    for declaration in filter(str.strip, body.split(";")):
        array = re.fullmatch(r"\s*char (\w+)\[(\d+)\]\s*", declaration)
        if array:
            found.append((array.group(1), c_char * int(array.group(2))))
        else:
            kind, name = split(declaration)
            found.append((name, ctypes_of(kind, text)))
    return found


def constants(text):
    """Names without CCHC_, and numbers."""
    joined = without_comments(text).replace("\\\n", " ")
    return {name: int(number) for name, number in re.findall(r"#define CCHC_(\w+)\s+\(?(-?\d+)\)?\s*$", joined, re.MULTILINE)}

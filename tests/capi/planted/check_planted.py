"""Every function of symbols.txt in a library whose implementations throw: the status and the message are the documented ones, no
handle is handed out, and nothing gets through the wall. Each function runs in a process of its own, so that one that ends its
process is named, too. With --can-fail the functions that are wrong on purpose must be found. Exit status 1 for a difference."""

import argparse
import ctypes
import os
import pathlib
import sys

# Functions that have no wall, and why nothing can be thrown in them.
NO_WALL = {
    "a constant": ["cchc_version_number", "cchc_abi_version"],
    "a static text": ["cchc_status_name"],
    "sets memory of the caller to zero": [
        "cchc_error_init", "cchc_progress_init", "cchc_csv_options_init", "cchc_dossier_columns_init", "cchc_fact_column_init"],
    "ends an object; no destructor throws": [
        f"cchc_{kind}_free" for kind in ("bytes", "calendar", "rule", "policy", "statistics", "reconcile", "quality", "criteria",
                                         "inspection", "round")],
}
WRONG = {
    "cchc_planted_without_wall": "nothing was thrown",
    "cchc_planted_before_wall": "the process ended",
    "cchc_planted_keeps_out": "*out is not NULL",
}


def plants(constants):
    """(which, status, message, row, byte offset) of each exception that is thrown."""
    no_memory, internal = constants["CCHC_E_NO_MEMORY"], constants["CCHC_E_INTERNAL"]
    result = [(which, no_memory, "out of memory", -1, -1) for which in (1, 2, 3)]
    result += [(which, internal, "planted", -1, -1) for which in (4, 5, 6, 7)]
    result += [(8, internal, "a" * 229, -1, -1)]
    result += [(which, internal, "an exception of unknown type", -1, -1) for which in (9, 10, 11)]
    result += [(12, constants["CCHC_E_ARG_RANGE"], "days is planted", 3, 5)]
    for name in ("ARG_RANGE", "ARG_UTF8", "JSON_SYNTAX", "JSON_SCHEMA", "CSV", "BYTES_CORRUPT", "OUTSIDE_COVERAGE",
                 "LIMIT_REFUSED", "UNKNOWN_NAME", "INCOMPATIBLE", "TIME_SYNTAX", "EXPRESSION"):
        code = constants["CCHC_E_" + name]
        result.append((code, code, "planted", -1, 17))
    result.append((777, internal, "planted", -1, 17))  # a code that the C++ API does not have
    return result


class Call:
    """A function with NULL and 0 for its arguments, a usable error and, for a handle, a place with garbage in it."""

    def __init__(self, library, name, argtypes, handles):
        self.function = getattr(library, name)
        self.function.restype, self.function.argtypes = ctypes.c_int32, argtypes
        self.error_type = argtypes[-1]._type_
        self.given = [kind() if not hasattr(kind, "contents") else None for kind in argtypes]
        self.out = None
        # The last but one is the handle that is handed out, where the function hands out one.
        if len(argtypes) > 1 and argtypes[-2] in [ctypes.POINTER(handle) for handle in handles]:
            self.out = argtypes[-2]._type_()
            self.given[-2] = ctypes.pointer(self.out)

    def run(self, error):
        if self.out is not None:
            ctypes.memset(ctypes.addressof(self.out), 0x5A, ctypes.sizeof(self.out))
        self.given[-1] = None if error is None else ctypes.pointer(error)
        return self.function(*self.given)

    def out_is_null(self):
        return self.out is None or not ctypes.cast(self.out, ctypes.c_void_p).value


def check_one(library, call, plant):
    """Problems of one function under one exception."""
    which, status, message, row, offset = plant
    library.cchc_planted_choose(which)
    before = library.cchc_planted_thrown()
    error = call.error_type(struct_size=ctypes.sizeof(call.error_type))
    got = call.run(error)
    if library.cchc_planted_thrown() != before + 1:
        return ["nothing was thrown"]
    problems = []
    seen = (got, error.code, error.message.decode("utf-8"), error.row, error.byte_offset)
    if seen != (status, status, message, row, offset):
        problems.append(f"exception {which} became {seen}")
    if not call.out_is_null():
        problems.append("*out is not NULL")
    if call.run(None) != status:
        problems.append(f"exception {which} without an error struct: another status")
    short = call.error_type(struct_size=8)
    if call.run(short) == status or not call.out_is_null() or short.code != 0:
        problems.append("an error struct that is too small is written")
    return problems


def in_process(check):
    """Problems that `check` finds in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what terminate() says is said by the report
        os.write(writing, "\n".join(dict.fromkeys(check())).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said = pipe.read().splitlines()
    _, ended = os.waitpid(child, 0)
    return said + ([f"the process ended ({ended})"] if ended != 0 else [])


def silent(library, name, signature):
    """Problems of a function without a wall: called, it throws nothing."""
    library.cchc_planted_choose(4)
    function = getattr(library, name)
    function.restype, function.argtypes = signature
    function(*[kind() if not hasattr(kind, "contents") else None for kind in function.argtypes])
    return ["meets the wall, and stands in the list of those without"] if library.cchc_planted_thrown() else []


def check(library, names, signatures, handles, constants):
    problems = []
    without = [name for group in NO_WALL.values() for name in group]
    problems += [f"{name}: is in the list and not in the library" for name in without if name not in names]
    for name in names:
        if name not in signatures:
            problems.append(f"{name}: has no signature")
        elif name in without:
            problems += [f"{name}: {said}" for said in in_process(lambda: silent(library, name, signatures[name]))]
        else:
            call = Call(library, name, signatures[name][1], handles)
            found = in_process(lambda: [p for plant in plants(constants) for p in check_one(library, call, plant)])
            problems += [f"{name}: {said}" for said in found]
    return problems, len(names) - len(without)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--capi", type=pathlib.Path, required=True)
    parser.add_argument("--planted", required=True)
    parser.add_argument("--shipped", type=pathlib.Path, required=True)
    parser.add_argument("--can-fail", action="store_true")
    given = parser.parse_args()
    os.environ["CCHC_LIBRARY"] = given.planted  # the package, whose table is wanted, loads a library
    sys.path.insert(0, str(given.capi / "python"))
    from cchc import _functions, _structs
    handles = [kind for name, kind in vars(_structs).items()
               if isinstance(kind, type) and not issubclass(kind, ctypes.Structure) and kind.__module__ == _structs.__name__]
    library = ctypes.CDLL(given.planted)
    library.cchc_planted_thrown.restype = ctypes.c_long
    constants = dict(line.split()[:2] for line in (given.capi / "abi/constants.txt").read_text(encoding="utf-8").splitlines())
    constants = {name: int(value) for name, value in constants.items() if name.startswith("CCHC_E_")}
    names = (given.capi / "abi/symbols.txt").read_text(encoding="utf-8").split()
    signatures = dict(_functions.SIGNATURES)
    if given.can_fail:
        for name in WRONG:
            names.append(name)
            signatures[name] = signatures["cchc_criteria_builtin_ids"]
    problems, walled = check(library, names, signatures, handles, constants)
    if b"planted" in given.shipped.read_bytes():
        problems.append("the library that is shipped knows of planted exceptions")
    for problem in problems:
        print(problem)
    if given.can_fail:
        missed = [name for name, what in WRONG.items() if not any(p.startswith(f"{name}: {what}") for p in problems)]
        print(f"{len(WRONG)} wrong functions, {len(missed)} not found")
        return 1 if missed or any(p.split(":")[0] not in WRONG for p in problems) else 0
    print(f"{len(names)} functions: {walled} behind the wall under {len(plants(constants))} exceptions, "
          f"{len(names) - walled} that cannot throw:")
    for reason, group in NO_WALL.items():
        print(f"  {len(group)} ({reason}): {', '.join(group)}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

"""The package against cchc.h: functions and their types, structs, constants; and that each function has a place in it."""

import os
import re
import unittest
from pathlib import Path

import cchc
import header
from cchc import _functions, _structs, constants

TEXT = Path(os.environ["CCHC_HEADER"]).read_text(encoding="utf-8")
VERSION = (Path(__file__).resolve().parents[2] / "include" / "cchc" / "version.hpp").read_text(encoding="utf-8")
ENUMS = {
    "ROW": constants.Row, "LANG": constants.Lang, "PAUSE": constants.Pause, "OUTCOME": constants.Outcome,
    "STATUS": constants.Status, "INPUT": constants.Input, "UNIT": constants.Unit, "CHANNEL": constants.Channel,
    "PROBLEM": constants.Problem, "LEVEL": constants.Level, "CLOCK": constants.Clock, "WINDOWS": constants.Windows,
    "FLAG": constants.Flag, "LEAF": constants.Leaf, "PART": constants.Part, "DOCUMENT": constants.DocumentFormat,
    "BUILTIN": constants.Builtin, "BOUNDARY": constants.Boundary, "TABLE": constants.Table,
}


def differences(text):
    """What the table has otherwise than a header."""
    declared = header.functions(text)
    names = set(declared) | set(_functions.SIGNATURES)
    return sorted(name for name in names if declared.get(name) != _functions.SIGNATURES.get(name))


class HeaderTest(unittest.TestCase):
    def test_every_function_is_bound_as_it_is_declared(self):
        self.assertGreater(len(header.functions(TEXT)), 90)
        self.assertEqual(differences(TEXT), [])

    def test_a_header_that_differs_is_seen(self):
        for old, new, name in (
            ("int32_t cchc_abi_version(void)", "int64_t cchc_abi_version(void)", "cchc_abi_version"),
            ("cchc_calendar_free(cchc_calendar*", "cchc_calendar_free(cchc_rule*", "cchc_calendar_free"),
            ("cchc_error_init(cchc_error* error, uint32_t", "cchc_error_init(cchc_error* error, int32_t", "cchc_error_init"),
            ("cchc_round_overview(const cchc_round* round, int32_t lang,", "cchc_round_overview(const cchc_round* round,",
             "cchc_round_overview"),
            ("cchc_quality_free(", "cchc_quality_release(", "cchc_quality_free"),
        ):
            self.assertIn(old, TEXT)
            self.assertIn(name, differences(TEXT.replace(old, new)))

    def test_structs(self):
        for name, body in header.structs(TEXT).items():
            self.assertEqual(header.fields(body, TEXT), list(header.class_of(name)._fields_), name)
        opaque = re.findall(r"typedef struct (cchc_\w+) \1;", header.code(TEXT))
        classes = {header.class_of(name) for name in [*opaque, *header.structs(TEXT)]}
        own = {value for value in vars(_structs).values() if isinstance(value, type) and value.__module__ == _structs.__name__}
        self.assertEqual(classes, own)

    def test_constants(self):
        declared = header.constants(TEXT)
        self.assertEqual(declared.pop("ABI_VERSION"), constants.ABI_VERSION)
        self.assertEqual(declared.pop("NO_LIMIT"), constants.NO_LIMIT)
        declared.pop("VERSION_NUMBER")
        own = {code.name: int(code) for code in constants.Code}
        for prefix, enum in ENUMS.items():
            own.update({f"{prefix}_{one.name[6:] if one.name[:6] == 'LEVEL_' else one.name}": int(one) for one in enum})
        self.assertEqual(declared, own)
        for name, bits in (("NO_DAY", 32), ("NO_INSTANT", 64), ("NO_POINTS", 64)):
            self.assertIn(f"#define CCHC_{name} INT{bits}_MIN", TEXT)
            self.assertEqual(getattr(constants, name), -(2 ** (bits - 1)))

    def test_every_function_is_called_by_the_package(self):
        folder = Path(cchc.__file__).parent
        source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name != "_functions.py")
        for shared in re.findall(r"cchc_\{self\._name\}_(\w+)", source):
            source += "".join(f" cchc_{name}_{shared}" for name in ("statistics", "reconcile", "quality"))
        source += "".join(f" {name}_with_progress" for name in re.findall(r'watched\(\w+, "(cchc_\w+)"', source))
        self.assertEqual(sorted(set(_functions.SIGNATURES) - set(re.findall(r"cchc_\w+", source))), [])

    def test_version(self):
        self.assertEqual(cchc.__version__, ".".join(re.findall(r"VERSION_\w+ (\d+)", VERSION)))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""The include check must be able to fail: each rule is broken once in a small tree of its own."""
import sys
import tempfile
from pathlib import Path

import check_includes

BREACHES = {
    "src/calendar/a.cpp": '#include "deadline/count.hpp"',
    "src/base/b.cpp": '#include "cchc/calendar.hpp"',
    "src/statistics/c.cpp": "#include <boost/json.hpp>",
    "src/dossier/d.hpp": "#include <fmt/format.h>",
    "src/dossier/e.hpp": '#include "json/value.hpp"',
    "src/base/moments.cpp": "#include <boost/multiprecision/cpp_int.hpp>",
    "src/base/number.cpp": "#include <boost/json.hpp>",
    "src/base/decimal.cpp": '#include "base/number_big.hpp"',
    "src/facts/j.cpp": '#include "cchc/statistics.hpp"',
    "src/attic/f.cpp": '#include "base/utf8.hpp"',
    "src/statistics/g.cpp": '#include "cchc.h"',
    "include/cchc/calendar.hpp": '#include "cchc/statistics.hpp"',
    "include/cchc/dossier.hpp": "#include <fmt/core.h>",
    "include/cchc/stray.hpp": "#include <string>",
    "capi/src/h.cpp": '#include "statistics/impl.hpp"',
    "examples/cli/i.cpp": '#include "dossier/judge.hpp"',
}


def problems_of(files):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("include/cchc", "src", "capi/src", "examples"):
            (root / name).mkdir(parents=True)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text + "\n", encoding="utf-8")
        return check_includes.check(root)


def main():
    silent = [name for name, text in BREACHES.items() if len(problems_of({name: text})) != 1]
    for name in silent:
        print(f"not found: {name}: {BREACHES[name]}")
    good = problems_of({"src/dossier/ok.cpp": '#include "json/value.hpp"\n#include <fmt/format.h>\n#include "calendar/tables.hpp"',
                       "src/base/number_big.hpp": "#include <boost/multiprecision/cpp_int.hpp>"})
    for problem in good:
        print("false alarm:", problem)
    print(f"{len(BREACHES) - len(silent)} of {len(BREACHES)} planted breaches found")
    return 1 if silent or good else 0


if __name__ == "__main__":
    sys.exit(main())

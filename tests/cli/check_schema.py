#!/usr/bin/env python3
"""A result of `cchc stats --format json` satisfies the schema of its format.

    check_schema.py CCHC SOURCE_ROOT
"""
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    tool, root = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        with result.open("wb") as out:
            subprocess.run([tool, "stats", str(root / "examples/data/dossiers.csv"), "--from", "2020-01-01", "--to", "2020-10-01",
                            "--by", "agency", "--by", "agency,field", "--by", "month", "--format", "json"], stdout=out, check=True)
        check = root / "tests/unit/structure/check_schemas.py"
        return subprocess.run([sys.executable, "-B", str(check), str(root), str(result)]).returncode


if __name__ == "__main__":
    sys.exit(main())

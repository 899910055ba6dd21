"""Runs the tool `cchc` (environment CCHC_TOOL) in a temporary directory. Standard library only."""
import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

TOOL = os.environ.get("CCHC_TOOL", "cchc")
ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "data" / "dossiers.csv"
PERIOD = ("--from", "2020-01-01", "--to", "2020-10-01")


class Result:
    """What one run left: exit code, standard output and standard error."""

    def __init__(self, process):
        self.code = process.returncode
        self.bytes = process.stdout
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")

    def json(self):
        return json.loads(self.out)

    def csv(self):
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


class ToolTest(unittest.TestCase):
    """A test with a directory of its own, in which the tool runs."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.dir = pathlib.Path(directory.name)

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.dir / name).write_bytes(data)
        return name

    def read(self, name):
        return (self.dir / name).read_bytes()

    def run_tool(self, *args, stdin=b""):
        process = subprocess.run([TOOL, *map(str, args)], input=stdin, capture_output=True, cwd=self.dir, timeout=300, check=False)
        return Result(process)

    def expect(self, code, *args, stdin=b""):
        """Runs the tool and holds its exit code; the error text must be there exactly when something is wrong."""
        result = self.run_tool(*args, stdin=stdin)
        self.assertEqual(result.code, code, f"cchc {' '.join(map(str, args))}\n{result.out[:2000]}{result.err}")
        if code == 2:
            self.assertEqual(result.out, "", "a wrong call prints no result")
        if code != 0:
            self.assertNotEqual(result.err, "", "what is wrong is said on standard error")
        return result


def main():
    unittest.main(verbosity=1)

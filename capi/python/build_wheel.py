#!/usr/bin/env python3
"""Builds the wheel of the package cchc, with the library inside. Standard library only; the same inputs give the same bytes.

    python3 build_wheel.py build/release/capi/libcchc.so dist [--strip strip]

prints the path of the wheel. The version is that of include/cchc/version.hpp.
"""

import argparse
import base64
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Dict

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MACHINES = {62: "x86_64", 183: "aarch64", 243: "riscv64"}  # e_machine of ELF, as pip names it

METADATA = """\
Metadata-Version: 2.1
Name: cchc
Version: {version}
Summary: Due dates, outcomes, report forms and scores of administrative dossiers
License: Apache-2.0
Classifier: Operating System :: POSIX :: Linux
Classifier: Typing :: Typed
Requires-Python: >=3.8
Description-Content-Type: text/markdown

{readme}"""

WHEEL = """\
Wheel-Version: 1.0
Generator: cchc
Root-Is-Purelib: false
Tag: {tag}
"""


def version() -> str:
    text = (ROOT / "include" / "cchc" / "version.hpp").read_text(encoding="utf-8")
    return ".".join(re.findall(r"#define CCHC_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", text))


def tag(library: bytes) -> str:
    """py3-none-linux_x86_64: no compiled Python, but a library that needs a C++ runtime as new as its builder's: not manylinux."""
    if library[:6] != b"\x7fELF\x02\x01":
        sys.exit("the library is not of 64-bit little-endian Linux")
    machine = int.from_bytes(library[18:20], "little")
    if machine not in MACHINES:
        sys.exit(f"the library is for a machine without a name here: {machine}")
    return f"py3-none-linux_{MACHINES[machine]}"


def stripped(library: Path, strip: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "libcchc.so"
        shutil.copyfile(library, copy)
        subprocess.run([strip, "--strip-unneeded", str(copy)], check=True)
        return copy.read_bytes()


def contents(library: bytes) -> Dict[str, bytes]:
    release = version()
    info = f"cchc-{release}.dist-info"
    files = {f"cchc/{path.name}": path.read_bytes() for path in (HERE / "cchc").iterdir() if path.suffix == ".py"}
    files["cchc/py.typed"] = b""
    files["cchc/libcchc.so"] = library
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    files[f"{info}/METADATA"] = METADATA.format(version=release, readme=readme).encode()
    files[f"{info}/WHEEL"] = WHEEL.format(tag=tag(library)).encode()
    files[f"{info}/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    record = f"{info}/RECORD"
    lines = []
    for name, data in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}\n")
    return {**dict(sorted(files.items())), record: "".join([*lines, f"{record},,\n"]).encode()}


def write(files: Dict[str, bytes], path: Path) -> None:
    with zipfile.ZipFile(path, "w") as wheel:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # a time of its own would change the bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100755 if name.endswith(".so") else 0o100644) << 16
            wheel.writestr(entry, data)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("library", type=Path, help="libcchc.so, as it was built")
    parser.add_argument("folder", type=Path, help="where the wheel goes")
    parser.add_argument("--strip", help="program that removes what only debuggers need")
    given = parser.parse_args()
    library = stripped(given.library, given.strip) if given.strip else given.library.read_bytes()
    given.folder.mkdir(parents=True, exist_ok=True)
    path = given.folder / f"cchc-{version()}-{tag(library)}.whl"
    write(contents(library), path)
    print(path)


if __name__ == "__main__":
    main()

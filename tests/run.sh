#!/usr/bin/env bash
# Passes the tests, from a fresh machine on: installs what is missing, builds, and runs the suite over what is installed,
# under the address and undefined sanitizers, and the threads under theirs. Run it again whenever you like: only what changed is built.
#   tests/run.sh           all three
#   tests/run.sh --fast    the first only
#   tests/run.sh --all     all three, and the gates that take longer or need root (tests/gates.sh): packages, same bytes, fuzzing
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. examples/packages.sh

mkdir -p build
log=$PWD/build/packages.log
install_missing cmake=cmake ninja=ninja-build g++=g++ nm=binutils pkg-config=pkg-config python3=python3 \
    /usr/include/boost/json/src.hpp=libboost1.81-dev /usr/include/fmt/format.h=libfmt-dev \
    /usr/include/CLI/CLI.hpp=libcli11-dev /usr/include/kainjow/mustache.hpp=libkainjow-mustache-dev \
    /usr/include/xlsxwriter.h=libxlsxwriter-dev /usr/include/catch2=catch2 \
    /usr/lib/python3/dist-packages/jsonschema=python3-jsonschema /usr/lib/python3/dist-packages/openpyxl=python3-openpyxl \
    /usr/lib/python3/dist-packages/mypy=python3-mypy /usr/lib/python3/dist-packages/numpy=python3-numpy \
    /usr/lib/python3/dist-packages/pytest=python3-pytest /usr/share/python-wheels=python3-pip-whl \
    clang=clang php=php8.2-cli mcs=mono-mcs mono=mono-runtime javac=default-jdk-headless /usr/share/java/jna.jar=libjna-java \
    /usr/include/sqlite3.h=libsqlite3-dev \
    abidw=abigail-tools /usr/bin/chromium=chromium pandoc=pandoc pdfinfo=poppler-utils /usr/share/fonts/truetype/liberation2=fonts-liberation2

# Debian's Python where there is one: it has the package above, whatever else stands in PATH.
python=$(PATH=/usr/bin:$PATH command -v python3)

run_preset() {
    printf '\n== %s: build\n' "$1"
    cmake --preset "$1" "-DPython3_EXECUTABLE=$python" >/dev/null
    cmake --build --preset "$1"
    printf '\n== %s: test\n' "$1"
    ctest --preset "$1" -j 2
}

run_preset check
[ "${1:-}" != --fast ] || exit 0
run_preset asan
if [ "${1:-}" = --all ]; then tests/gates.sh; else tests/gates.sh threads; fi

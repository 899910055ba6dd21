#!/usr/bin/env bash
# cchc on a fresh machine: installs what is missing, builds and installs the library into build/release/prefix, builds the
# examples against it, and shows one due date explained, form II.06a for the sample dossiers, and what they are worth.
# Run it from anywhere, as root or with sudo at hand; run it again whenever you like.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
log=$build/quickstart.log
# shellcheck source=examples/packages.sh
. "$root/examples/packages.sh"

say() { printf '\n== %s\n' "$*"; }

show_log() {
    tail -n 40 "$log" >&2
    fail "$1 failed; all of its output is in $log"
}

quietly() { "$@" >>"$log" 2>&1 || show_log "$*"; }

build_all() {
    cd "$root"
    say "Building the library (once, about a minute or two)"
    quietly cmake --preset release
    quietly cmake --build --preset release-install
    say "Building the examples against the installed library"
    quietly cmake -S examples -B build/examples -G Ninja -DCMAKE_BUILD_TYPE=Release -DCCHC_EXAMPLES_TOOL=OFF \
        "-DCMAKE_PREFIX_PATH=$build/release/prefix"
    quietly cmake --build build/examples
}

show() {
    local cchc=$build/release/prefix/bin/cchc
    say "When is a dossier due that was received on 20/01/2020, with 5 working days, across Tết?"
    echo "\$ cchc due --received 2020-01-20T09:00 --limit 5 --unit working_day"
    "$cchc" due --received 2020-01-20T09:00 --limit 5 --unit working_day
    say "Form II.06a for the sample of Hướng Hóa district (synthetic), nine months of 2020"
    echo "\$ cchc stats examples/data/dossiers.csv --from 2020-01-01 --to 2020-10-01 --by agency"
    "$cchc" stats "$root/examples/data/dossiers.csv" --from 2020-01-01 --to 2020-10-01 --by agency
    say "What the first half of the year is worth: the on-time part of the index of Decision 766/QĐ-TTg"
    echo "\$ cchc stats examples/data/dossiers.csv --from 2020-01-01 --to 2020-07-01 --policy qd-766 --facts-dir build/facts"
    "$cchc" stats "$root/examples/data/dossiers.csv" --from 2020-01-01 --to 2020-07-01 --policy qd-766 \
        --facts-dir "$build/facts" --out "$build/facts.txt" --force
    echo "\$ cchc rank --criteria vn.qd-766-2022.progress --facts build/facts"
    "$cchc" rank --criteria vn.qd-766-2022.progress --facts "$build/facts"
    say "A round of inspection (synthetic, with planted mistakes): who is late, what fails, the ranking; and the documents"
    echo "\$ cchc inspect examples/data/inspection-274 -o build/inspection"
    # Exit 1: the sample has mistakes on purpose, which are listed first.
    "$cchc" inspect "$root/examples/data/inspection-274" -o "$build/inspection" --force || [ $? -eq 1 ]
}

where_next() {
    say "Where to look next"
    cat <<END
  build/inspection/index.html                the documents of the inspection, for a browser; tables.xlsx beside it
  build/release/prefix/bin/cchc --help       the tool: due, stats, eval, score, rank, inspect and more; each command has its own --help with examples
  build/release/prefix/bin/cchc calendar 2020 the working calendar, with the source of every day off
  examples/cpp, examples/c, examples/python  the library from C++, C and Python
  include/cchc/, capi/include/cchc.h         its interfaces, documented where they are declared
  tests/run.sh                               the whole test suite
END
}

mkdir -p "$build"
: >"$log"
install_missing cmake=cmake ninja=ninja-build g++=g++ /usr/include/boost/json/src.hpp=libboost1.81-dev \
    /usr/include/fmt/format.h=libfmt-dev /usr/include/CLI/CLI.hpp=libcli11-dev \
    /usr/include/kainjow/mustache.hpp=libkainjow-mustache-dev /usr/include/xlsxwriter.h=libxlsxwriter-dev
build_all
show
where_next

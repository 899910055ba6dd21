#!/usr/bin/env bash
# cchc on a fresh machine: installs what is missing, builds and installs the library into build/release/prefix, builds the
# examples against it, and shows one due date explained and form II.06a for the sample dossiers.
# Run it from anywhere, as root or with sudo at hand; run it again whenever you like.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
log=$build/quickstart.log

say() { printf '\n== %s\n' "$*"; }

fail() {
    printf 'quickstart: %s\n' "$*" >&2
    exit 1
}

# The Debian packages that are needed and not there, by the file or program that each is needed for.
missing_packages() {
    command -v cmake >/dev/null || echo cmake
    command -v ninja >/dev/null || echo ninja-build
    command -v g++ >/dev/null || echo g++
    [ -e /usr/include/boost/json/src.hpp ] || echo libboost1.81-dev
    [ -e /usr/include/fmt/format.h ] || echo libfmt-dev
    [ -e /usr/include/CLI/CLI.hpp ] || echo libcli11-dev
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "needs root or sudo to run: $*"
    fi
}

apt_install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; }

install_missing() {
    local packages
    mapfile -t packages < <(missing_packages)
    [ ${#packages[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "please install what these Debian packages hold, then run this again: ${packages[*]}"
    say "Installing ${packages[*]}"
    # The lists of packages are fetched only when those at hand do not do.
    apt_install "${packages[@]}" >>"$log" 2>&1 && return 0
    as_root apt-get update -q >>"$log" 2>&1 || show_log "apt-get update"
    apt_install "${packages[@]}" >>"$log" 2>&1 || show_log "apt-get install"
}

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
    quietly cmake -S examples -B build/examples -G Ninja -DCMAKE_BUILD_TYPE=Release "-DCMAKE_PREFIX_PATH=$build/release/prefix"
    quietly cmake --build build/examples
}

show() {
    local cchc=$build/examples/cli/cchc
    say "When is a dossier due that was received on 20/01/2020, with 5 working days, across Tết?"
    echo "\$ cchc due --received 2020-01-20T09:00 --limit 5 --unit working_day"
    "$cchc" due --received 2020-01-20T09:00 --limit 5 --unit working_day
    say "Form II.06a for the sample of Hướng Hóa district (synthetic), nine months of 2020"
    echo "\$ cchc stats examples/data/dossiers.csv --from 2020-01-01 --to 2020-10-01 --by agency"
    "$cchc" stats "$root/examples/data/dossiers.csv" --from 2020-01-01 --to 2020-10-01 --by agency
}

where_next() {
    say "Where to look next"
    cat <<END
  build/examples/cli/cchc --help             the tool: due, stats, calendar; each command has its own --help with examples
  build/examples/cli/cchc calendar 2020      the working calendar, with the source of every day off
  examples/cpp, examples/c, examples/python  the library from C++, C and Python
  include/cchc/, capi/include/cchc.h         its interfaces, documented where they are declared
  tests/run.sh                               the whole test suite
END
}

mkdir -p "$build"
: >"$log"
install_missing
build_all
show
where_next

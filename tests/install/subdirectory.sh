#!/usr/bin/env bash
# A project that adds the source tree with add_subdirectory, links the C library shared and static, and runs. Configuration, link
# and run are real; the objects of the library are copied from the build at hand, because compiling them takes minutes.
# Usage: subdirectory.sh SOURCE BUILD WORK EXPECTED [cmake option ...]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$1 build=$2 work=$3 expected=$4
shift 4
export CCHC_BUILD=$build

rm -rf "$work"
cmake -S "$here/hosts/subdirectory" -B "$work" -G Ninja "-DCCHC_SOURCE=$source" "-DCMAKE_C_COMPILER_LAUNCHER=$here/take_object.sh" \
    "-DCMAKE_CXX_COMPILER_LAUNCHER=$here/take_object.sh" "$@" >/dev/null
cmake --build "$work" >"$work/log" || { cat "$work/log" >&2; exit 1; }
# Something was taken, or this has compiled the library after all; and the host's own files were not.
[ "$(wc -l <"$work/taken")" -gt 10 ] && ! grep -q due_date "$work/taken"
for program in shared static; do "$work/$program" | diff "$expected" -; done

#!/usr/bin/env bash
# A host that brings its own Boost and fmt: it defines and exports, under the very names that the library uses inside, functions of
# every Boost and fmt name, each of which ends the process. The library must call none of them, shared or static.
# Usage: other_boost.sh LIBRARY_SO LIBRARY_A|none INCLUDE_DIR SOURCE EXPECTED WORK COMPILER [flag ...]
set -euo pipefail

shared=$(realpath "$1") archive=$2 include=$3 source=$4 expected=$5 work=$6
shift 6
mkdir -p "$work"

# Clones of functions (name.part.0) are no names that a linker would look for.
nm "$shared" | awk '$2 ~ /^[tTwW]$/ && $3 ~ /^_ZN?K?[A-Z]*N?K?(5boost|3fmt)/ && $3 !~ /[.]/ { print $3 }' | sort -u >"$work/names"
count=$(wc -l <"$work/names")
[ "$count" -gt 200 ] || { echo "only $count names of Boost and fmt in $shared: is it stripped?" >&2; exit 1; }
awk 'BEGIN { print "extern void abort(void);" } { printf "void other%d(void) __asm__(\"%s\");\nvoid other%d(void) { abort(); }\n", NR, $1, NR }' \
    "$work/names" >"$work/others.c"

"$@" -w -I"$include" "$source" "$work/others.c" -rdynamic -o "$work/with_shared" "$shared" "-Wl,-rpath,$(dirname "$shared")"
"$work/with_shared" | diff "$expected" -
if [ "$archive" != none ]; then
    "$@" -w -I"$include" "$source" "$work/others.c" -rdynamic -o "$work/with_static" "$archive" -lstdc++ -lm
    "$work/with_static" | diff "$expected" -
fi
echo "$count names of Boost and fmt in the host, none called"

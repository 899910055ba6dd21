#!/usr/bin/env bash
# Two builds of the same sources in different directories must give the same bytes: builds once more, in a copy of the sources
# elsewhere, and compares with the release build at hand.
# Usage: reproducible.sh RELEASE_BUILD_DIR [FILE ...]
# FILE is a file of the build to make and compare; the shared library unless said, which takes minutes. tests/run.sh has time only
# for objects of some rooms: what differs by directory, date or name of the build would differ there, too.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
shift
if [ $# -eq 0 ]; then
    link=$build/capi/libcchc.so
    set -- "capi/$(basename "$(realpath "$link")")"
fi

copy=$(mktemp -d)/another/and-longer/directory
trap 'rm -rf "${copy%/another/*}"' EXIT
mkdir -p "$copy"
(cd "$source" && git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf -) | tar -xf - -C "$copy"
# The same sources without a cache of compilations, which would only prove that the cache works.
cd "$copy"
CCACHE_DISABLE=1 cmake --preset release >/dev/null
CCACHE_DISABLE=1 cmake --build --preset release --target "$@" >/dev/null

status=0
for file in "$@"; do
    if cmp "$build/$file" "$copy/build/release/$file"; then
        echo "same: $(basename "$file") $(sha256sum <"$build/$file" | cut -c1-16)"
    else
        status=1
    fi
done
if strings -a "$build/$1" | grep -F "$source/"; then
    echo "the file names the directory in which it was built" >&2
    status=1
fi
exit "$status"

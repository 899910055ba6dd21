#!/usr/bin/env bash
# The Debian packages, from the release build at hand (examples/quickstart.sh makes it): lintian finds no error, what they say of
# symbols is so, they install into a small root with only what they depend on, the tool runs there, the examples build against
# them with CMake and pkg-config, and once they are removed nothing is left. Root only; needs no network.
# Usage: deb.sh RELEASE_BUILD_DIR WORK_DIR
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(cd "$here/../.." && pwd)
build=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
root=$work/root
debs=$work/debs

say() { printf -- '-- %s\n' "$*"; }
in_root() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 chroot "$root" "$@"; }
# What is there, but for what dpkg and ldconfig write down of their own.
list_root() { (cd "$root" && find . ! -path './var/lib/dpkg*' ! -path './var/cache/ldconfig*' ! -path './var/log/*' \
    ! -path './etc/ld.so.cache' ! -path './packages*' | sort); }

pack() {
    say "cpack"
    rm -rf "$debs" "$root" "$work/runtime"
    # The folders of Debian for as long as this takes; nothing is compiled by it.
    cmake "$build" -DCMAKE_INSTALL_LIBDIR="lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)" >/dev/null
    trap 'cmake "$build" -DCMAKE_INSTALL_LIBDIR=lib >/dev/null; rm -rf "$root"' EXIT
    SOURCE_DATE_EPOCH=$(git -C "$source" log -1 --format=%ct) cpack -G DEB --config "$build/CPackConfig.cmake" -B "$debs" \
        -D CPACK_CCHC_COMPRESSION=gzip >"$work/cpack.log" || { cat "$work/cpack.log" >&2; exit 1; }
    rm -rf "$debs/_CPack_Packages"
    (cd "$debs" && ls -- *.deb)
}

check_packages() {
    say "lintian"
    lintian --allow-root --fail-on error "$debs"/*.deb
    say "symbols"
    dpkg-deb -x "$debs"/libcchc0_*.deb "$work/runtime"
    dpkg-deb -I "$debs"/libcchc0_*.deb symbols >"$work/symbols"
    mkdir -p "$work/debian"
    printf 'Source: cchc\n\nPackage: libcchc0\nArchitecture: any\n' >"$work/debian/control"
    (cd "$work" && dpkg-gensymbols -plibcchc0 -v"$(dpkg-deb -f "$debs"/libcchc0_*.deb Version)" -Pruntime -Isymbols -c4 -O/dev/null)
    ! readelf -d "$work"/runtime/usr/lib/*/libcchc.so.0 | grep -E 'R(UN)?PATH' || fail "the library has an rpath"
}

fail() {
    printf 'deb.sh: %s\n' "$*" >&2
    exit 1
}

# install FILE ... : as dpkg does it, in the root; and remove PACKAGE ... : after which the root must be as before.
install_packages() {
    list_root >"$work/before"
    mkdir -p "$root/packages"
    cp "$@" "$root/packages"
    in_root sh -c 'dpkg -i /packages/*.deb' >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "dpkg -i"; }
}

remove_packages() {
    in_root dpkg -P "$@" >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; fail "dpkg -P"; }
    rm -rf "$root/packages"
    diff "$work/before" <(list_root) || fail "the lines above with > are left after removal"
}

depends_of() { dpkg-deb -f "$1" Depends | sed -E 's/ *\([^)]*\)//g; s/ //g; s/libcchc0,?//'; }

use_tool() {
    say "the tool in a root of its dependencies only"
    "$here/minimal_root.py" "$root" "bash,$(depends_of "$debs"/cchc_*.deb)"
    install_packages "$debs"/cchc_*.deb
    in_root cchc due --received 2020-01-20T09:00 --limit 5 --unit working_day --lang en --format csv
    in_root bash -c '. /usr/share/bash-completion/completions/cchc && complete -p cchc'
    in_root cat /usr/share/cchc/data/calendars/vn.json | cmp - "$source/src/data/calendars/vn.json"
    remove_packages cchc
}

use_library() {
    say "the examples in a root with compilers"
    "$here/minimal_root.py" "$root" "g++,cmake,make,pkg-config,$(depends_of "$debs"/libcchc0_*.deb)"
    install_packages "$debs"/libcchc0_*.deb "$debs"/libcchc-dev_*.deb
    in_root ldconfig -p | grep -q libcchc.so.0 || fail "the trigger of ldconfig was not run"
    mkdir -p "$root/packages/examples"
    cp -r "$source"/examples/{CMakeLists.txt,c,cpp,cli} "$root/packages/examples"
    in_root sh -ec 'cd /packages; cmake -S examples -B build -DCCHC_EXAMPLES_TOOL=OFF; cmake --build build' >"$work/examples.log" 2>&1 ||
        { cat "$work/examples.log" >&2; fail "the examples with CMake"; }
    in_root /packages/build/cpp/statistics | diff "$here/expected/cpp_statistics.txt" -
    in_root /packages/build/c/due_date | diff "$here/expected/c_due_date.txt" -
    in_root sh -ec 'cd /packages; gcc examples/c/due_date.c -o shared $(pkg-config --cflags --libs cchc)
        gcc -static examples/c/due_date.c -o static $(pkg-config --static --cflags --libs cchc)'
    in_root /packages/shared | diff "$here/expected/c_due_date.txt" -
    remove_packages libcchc-dev libcchc0
}

[ "$(id -u)" = 0 ] || fail "needs root"
pack
check_packages
use_tool
use_library
say "installed, used and removed"

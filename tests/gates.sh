#!/usr/bin/env bash
# The gates that take too long for each change, from a fresh machine on; `tests/run.sh --all` runs them after the suite. Root, for the
# packages are installed into a small root.
#   threads      eight threads on shared handles, under the thread sanitizer
#   fuzz         libFuzzer over each target, CCHC_FUZZ_SECONDS (30) each
#   packages     the Debian packages: lintian, installed, used, removed
#   same-bytes   the library built twice, in two directories
# Usage: tests/gates.sh [GATE ...]        all of them without GATE
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. examples/packages.sh

mkdir -p build
log=$PWD/build/packages.log
install_missing clang=clang /usr/lib/llvm-14/lib/clang/14.0.6/lib/linux/libclang_rt.fuzzer-x86_64.a=libclang-rt-14-dev \
    lintian=lintian dpkg-gensymbols=dpkg-dev git=git

threads() {
    cmake --preset tsan >/dev/null
    cmake --build --preset tsan
    ctest --preset tsan
}

fuzz() {
    cmake --preset fuzz "-DCCHC_FUZZ_SECONDS=${CCHC_FUZZ_SECONDS:-30}" >/dev/null
    cmake --build --preset fuzz
    ctest --preset fuzz -j "$(nproc)"
}

release() {
    cmake --preset release >/dev/null
    cmake --build --preset release-install >/dev/null
}

packages() {
    release
    tests/install/deb.sh build/release build/packages
}

same-bytes() {
    release
    tests/install/reproducible.sh build/release
}

[ $# -gt 0 ] || set -- threads fuzz packages same-bytes
for gate in "$@"; do
    printf '\n== gate: %s\n' "$gate"
    "$gate"
done
printf '\n== gates passed: %s\n' "$*"

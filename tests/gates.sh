#!/usr/bin/env bash
# The gates that need a build or a root of their own, after tests/run.sh has installed what building takes. tests/run.sh runs `threads`,
# .ci/run also `packages` and `same-bytes`; fuzzing takes too long for each change, and runs with `tests/run.sh --all`.
#   threads      eight threads on shared handles, under the thread sanitizer
#   packages     the Debian packages: lintian, installed into a small root, used, removed; root only
#   same-bytes   the library built twice, in two directories
#   fuzz         libFuzzer over each target, CCHC_FUZZ_SECONDS (30) each
# Usage: tests/gates.sh [GATE ...]        all of them without GATE
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. examples/packages.sh

mkdir -p build
log=$PWD/build/packages.log

threads() {
    cmake --preset tsan >/dev/null
    cmake --build --preset tsan
    # Where a kernel scatters addresses more widely than this sanitizer can follow, it has to be told not to.
    local steady=(setarch "$(uname -m)" -R)
    "${steady[@]}" true 2>/dev/null || steady=()
    "${steady[@]}" ctest --preset tsan
}

fuzz() {
    install_missing clang=clang /usr/lib/llvm-14/lib/clang/14.0.6/lib/linux/libclang_rt.fuzzer-x86_64.a=libclang-rt-14-dev
    cmake --preset fuzz "-DCCHC_FUZZ_SECONDS=${CCHC_FUZZ_SECONDS:-30}" >/dev/null
    cmake --build --preset fuzz
    ctest --preset fuzz -j "$(nproc)"
}

release() {
    cmake --preset release >/dev/null
    cmake --build --preset release-install >/dev/null
}

packages() {
    install_missing lintian=lintian dpkg-gensymbols=dpkg-dev git=git make=make
    release
    tests/install/deb.sh build/release build/packages
}

same-bytes() {
    install_missing git=git
    release
    tests/install/reproducible.sh build/release
}

[ $# -gt 0 ] || set -- threads packages same-bytes fuzz
for gate in "$@"; do
    printf '\n== gate: %s\n' "$gate"
    "$gate"
done
printf '\n== gates passed: %s\n' "$*"

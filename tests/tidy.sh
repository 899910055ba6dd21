#!/usr/bin/env bash
# clang-tidy over the library and the C ABI, with the compile commands of the dev preset.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cmake --preset dev >/dev/null
# boost_json.cpp and fmt.cpp hold nothing of ours.
git ls-files 'src/*.cpp' 'capi/src/*.cpp' | grep -v -e boost_json.cpp -e base/fmt.cpp |
    xargs -P 2 -n 4 clang-tidy --quiet -p build/dev --extra-arg=-Wno-unknown-warning-option
echo "clang-tidy passed"

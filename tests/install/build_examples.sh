#!/usr/bin/env bash
# Installs a build into a prefix of its own and builds the examples against it, with find_package.
# Usage: build_examples.sh BUILD_DIR EXAMPLES_DIR WORK_DIR GENERATOR [cmake option ...]
# Leaves WORK_DIR/prefix and WORK_DIR/examples. The prefix is not the one that the build was configured with, so the
# package must find its own files wherever it lies.
set -euo pipefail

build=$1 examples=$2 work=$3 generator=$4
shift 4

rm -rf "$work/prefix"
cmake --install "$build" --prefix "$work/prefix" >/dev/null
cmake -S "$examples" -B "$work/examples" -G "$generator" -DCMAKE_PREFIX_PATH="$work/prefix" "$@"
cmake --build "$work/examples"

# Nothing that was installed may point back into the build or the source.
source=$(cd "$examples/.." && pwd)
if grep -rIl -e "$source" "$work/prefix" --include='*.cmake' --include='*.pc' --include='*.h' --include='*.hpp'; then
    echo "the files above name the source or build directory" >&2
    exit 1
fi

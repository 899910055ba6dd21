#!/usr/bin/env bash
# Compiles a C program against an installed prefix with what pkg-config says, and runs it.
# Usage: pkg_config.sh PREFIX SOURCE PROGRAM COMPILER [flag ...]
set -euo pipefail

prefix=$1 source=$2 program=$3
shift 3

pc=$(find "$prefix" -name cchc.pc -print -quit)
[ -n "$pc" ] || { echo "no cchc.pc below $prefix" >&2; exit 1; }
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
read -ra cflags <<<"$(pkg-config --cflags cchc)"
read -ra libs <<<"$(pkg-config --libs cchc)"

"$@" -std=c99 -Wall -Wextra -Wpedantic -Werror "${cflags[@]}" "$source" -o "$program" "${libs[@]}"
LD_LIBRARY_PATH=$(pkg-config --variable=libdir cchc) exec "$program"

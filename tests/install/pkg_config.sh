#!/usr/bin/env bash
# Compiles a C program against an installed prefix with what pkg-config says, and runs it.
# Usage: pkg_config.sh shared|static PREFIX SOURCE PROGRAM COMPILER [flag ...]
set -euo pipefail

kind=$1 prefix=$2 source=$3 program=$4
shift 4

pc=$(find "$prefix" -name cchc.pc -print -quit)
[ -n "$pc" ] || { echo "no cchc.pc below $prefix" >&2; exit 1; }
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
read -ra cflags <<<"$(pkg-config --cflags cchc)"
options=()
[ "$kind" = shared ] || options=(--static)
read -ra libs <<<"$(pkg-config "${options[@]}" --libs cchc)"
# The linker takes a shared library where both are, unless all is to be static.
[ "$kind" = shared ] || libs+=(-static)

"$@" -std=c99 -Wall -Wextra -Wpedantic -Werror "${cflags[@]}" "$source" -o "$program" "${libs[@]}"
[ "$kind" = shared ] || ! readelf -d "$program" | grep NEEDED
LD_LIBRARY_PATH=$(pkg-config --variable=libdir cchc) exec "$program"

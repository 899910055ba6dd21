#!/usr/bin/env bash
# Compiles, where that is the language's way, and runs a program of another language against an installed library.
# Usage: language.sh php|csharp|java LIBRARY_DIR EXAMPLES_DIR WORK_DIR [NAME=VALUE ...]
# The variables are set for the program alone: compilers do not load the library.
set -euo pipefail

language=$1 libraries=$2 examples=$3 work=$4/$1
shift 4

# need PROOF PACKAGE: a runtime that is missing fails the test, because a test that is skipped tells nothing.
need() {
    if [ ! -e "$1" ] && ! command -v "$1" >/dev/null; then
        echo "$language: there is no $1; install Debian's $2" >&2
        exit 1
    fi
}

mkdir -p "$work"
case $language in
    php)
        need php php8.2-cli
        exec env "CCHC_LIBRARY=$libraries/libcchc.so" "$@" php "$examples/php/three_calls.php"
        ;;
    csharp)
        need mcs mono-mcs
        need mono mono-runtime
        mcs -warnaserror -warn:4 "-out:$work/ThreeCalls.exe" "$examples/csharp/ThreeCalls.cs"
        exec env "LD_LIBRARY_PATH=$libraries" "$@" mono "$work/ThreeCalls.exe"
        ;;
    java)
        jna=/usr/share/java/jna.jar
        need javac default-jdk-headless
        need "$jna" libjna-java
        javac -encoding UTF-8 -Xlint:all -Werror -cp "$jna" -d "$work" "$examples"/java/*.java
        exec env "$@" java -cp "$jna:$work" "-Djna.library.path=$libraries" ThreeCalls
        ;;
    *)
        echo "no such language: $language" >&2
        exit 1
        ;;
esac

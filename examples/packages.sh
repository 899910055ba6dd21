# Installs Debian packages that are missing; sourced by examples/quickstart.sh and tests/run.sh.
#
#   install_missing PROOF=PACKAGE ...
# PROOF is a program or an absolute path that the package brings; where it is there, the package is not asked for. Works as root
# and with sudo; without apt it names what is missing and stops. What apt prints goes to $log, if that is set.

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "needs root or sudo to run: $*"
    fi
}

is_there() {
    case $1 in
        /*) [ -e "$1" ] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

apt_install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; }

install_missing() {
    local pair packages=() out=${log:-/dev/null}
    for pair in "$@"; do is_there "${pair%%=*}" || packages+=("${pair#*=}"); done
    [ ${#packages[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "please install what these Debian packages hold, then run this again: ${packages[*]}"
    printf '\n== Installing %s\n' "${packages[*]}"
    # The lists of packages are fetched only when those at hand do not do.
    apt_install "${packages[@]}" >>"$out" 2>&1 && return 0
    as_root apt-get update -q >>"$out" 2>&1 || fail "apt-get update failed; see $out"
    apt_install "${packages[@]}" >>"$out" 2>&1 || fail "apt-get install failed; see $out"
}

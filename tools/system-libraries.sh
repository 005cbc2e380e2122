#!/bin/sh
# Makes sure of the libraries WeasyPrint loads: Pango, fontconfig, HarfBuzz and its subsetter.
# Installs what is missing where it may (apt-get, as root or by a sudo that asks nothing), else says how and exits 1.
set -u
cd "$(dirname "$0")/.." || exit

python=.venv/bin/python
[ -x "$python" ] || python=python3

# Prints those of the libraries, given as "stem.version", that cannot be loaded the way WeasyPrint tries to.
missing() {
    "$python" - "$@" <<'PYTHON'
import ctypes
import ctypes.util
import sys


def loads(stem, version):
    for name in (f"lib{stem}.so.{version}", f"lib{stem}.{version}.dylib", f"lib{stem}.dylib"):
        try:
            return ctypes.CDLL(name)
        except OSError:
            pass
    return ctypes.util.find_library(stem)


libraries = [name.rsplit(".", 1) for name in sys.argv[1:]]
print(*[f"lib{stem}" for stem, version in libraries if not loads(stem, version)])
PYTHON
}

required() {
    missing gobject-2.0.0 pango-1.0.0 pangoft2-1.0.0 harfbuzz.0 fontconfig.1
}

optional() {
    missing harfbuzz-subset.0
}

may_install() {
    command -v apt-get >/dev/null || return
    if [ "$(id -u)" = 0 ]; then
        as_root=
    else
        command -v sudo >/dev/null && sudo -n true 2>/dev/null && as_root='sudo -n'
    fi
}

# Installs packages; apt's own words appear only if it fails.
install() {
    # shellcheck disable=SC2086 # no words at all when there is no sudo
    if log=$($as_root env DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends install "$@" 2>&1); then
        return
    fi
    echo "$log" >&2
    return 1
}

if [ -z "$(required)$(optional)" ]; then
    echo 'system libraries: all there'
    exit
fi

if may_install; then
    echo "system libraries: installing $(required) $(optional)"
    # A list of packages that cannot be fetched anew may still serve.
    # shellcheck disable=SC2086
    $as_root apt-get -q update >/dev/null 2>&1
    install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libfontconfig1
    install libharfbuzz-subset0
fi

if [ -n "$(required)" ]; then
    cat >&2 <<EOF
system libraries: missing $(required) $(optional)
Please install them, then run make again:
  Debian, Ubuntu   sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora           sudo dnf install pango fontconfig harfbuzz
  Arch             sudo pacman -S pango fontconfig harfbuzz
  macOS            brew install pango
EOF
    exit 1
fi

if [ -n "$(optional)" ]; then
    echo 'warning: without libharfbuzz-subset every PDF takes about half a second longer' >&2
fi

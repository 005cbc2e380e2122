#!/bin/sh
# Proves what a newcomer sees: a bare Debian or Ubuntu with python3, python3-venv, make and git, a fresh clone of what
# is committed here, and `make pdf` and `make test`. Run it as root; it needs debootstrap.
#
#   tools/bare-machine.sh [--user] [--keep] [suite] [mirror]
#
# --user   work as a user who may not install system libraries: `make pdf` must first say how, and root then does so
# --keep   leave the root directory and print where it is
# suite    bookworm unless told; trixie, noble, ...
# mirror   that of this machine's apt sources unless told, or else debootstrap's own for Debian
set -eu

# In mounts of its own, so that nothing stays mounted whatever happens.
[ "${own_mounts:-}" ] || exec env own_mounts=1 unshare --mount --propagation private "$0" "$@"

user=root keep=
while :; do
    case ${1:-} in
        --user) user=newcomer ;;
        --keep) keep=1 ;;
        -*) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
        *) break ;;
    esac
    shift
done
suite=${1:-bookworm}

case $suite in
    bookworm | trixie | forky | sid | stable | testing)
        distribution=debian components=main family=sid ;;
    *)  # python3-venv is in universe
        distribution=ubuntu components=main,universe family=gutsy ;;
esac
# shellcheck disable=SC2016 # apt's variable, not the shell's
here=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m 1 "/$distribution/\$") || here=
mirror=${2:-$here}
[ "$mirror" ] || [ "$distribution" = debian ] || { echo "name a mirror of $distribution: $0 $suite MIRROR" >&2; exit 2; }

# An older debootstrap builds a newer suite by the script of its family.
script=/usr/share/debootstrap/scripts/$suite
[ -e "$script" ] || script=${script%/*}/$family

source=$(cd "$(dirname "$0")/.." && git rev-parse --show-toplevel)
[ -z "$(git -C "$source" status --porcelain)" ] || echo 'note: what is not committed takes no part'

root=$(mktemp -d "${TMPDIR:-/tmp}/bare-$suite.XXXXXX")
chmod 755 "$root"  # the newcomer must be able to enter
log=$root.log
leave() {
    umount --recursive "$root/proc" "$root/dev" 2>/dev/null || true
    rm -f "$log"
    if [ "$keep" ]; then echo "kept: $root"; else rm -rf --one-file-system "$root"; fi
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

# inside USER COMMAND: runs a command line in the root, with nothing of this machine's environment but its proxies.
inside() {
    home=/root
    [ "$1" = root ] || home=/home/$1
    chroot --userspec="$1" "$root" env -i HOME="$home" USER="$1" LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        DEBIAN_FRONTEND=noninteractive PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${no_proxy:+no_proxy="$no_proxy"} sh -c "cd $home && $2" </dev/null
}

fail() {
    echo "FAILED: $1" >&2
    [ ! -e "$log" ] || tail -n "${2:-60}" "$log" >&2
    exit 1
}

# timed WHAT COMMAND...: runs a command, its output into the log, and says how long it took.
timed() {
    what=$1
    shift
    start=$(date +%s%N)
    "$@" >"$log" 2>&1 || fail "$what"
    echo "$(( ($(date +%s%N) - start) / 10000000 ))" |
        awk -v what="$what" '{ printf "%-34s %8.2f s\n", what, $1 / 100 }'
}

# What the newcomer reads.
shown() {
    sed 's/^/    /' "$log"
}

timed "bare $suite" \
    debootstrap --variant=minbase --components="$components" "$suite" "$root" "$mirror" "$script"

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
apt-config dump | grep -E '^Acquire::https?::' >"$root/etc/apt/apt.conf.d/00proxy" || true
[ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"
needs='python3 python3-venv make git ca-certificates'
timed 'python3, python3-venv, make, git' \
    inside root "apt-get update && apt-get install -y --no-install-recommends $needs"
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
inside root 'python3 --version'

[ "$user" = root ] || inside root "useradd --create-home $user"
home=/root
[ "$user" = root ] || home=/home/$user
timed 'git clone' git clone --no-hardlinks "$source" "$root$home/typeset"
inside root "chown -R $user: $home/typeset"

if [ "$user" != root ]; then
    if inside "$user" 'cd typeset && make pdf' >"$log" 2>&1; then fail 'make pdf found libraries nobody installed'; fi
    shown
    command=$(sed -n 's/.*sudo \(apt-get install .*\)/\1/p' "$log")
    [ "$command" ] || fail 'make pdf did not say what to install'
    timed 'what it said to install' inside root "$command -y --no-install-recommends"
fi

timed 'make pdf' inside "$user" 'cd typeset && make pdf'
shown
pdfs=$(find "$root$home/typeset/out" -name '*.pdf')
[ "$pdfs" ] || fail 'make pdf made no PDF'
echo "$pdfs" | while read -r pdf; do
    [ "$(head -c 5 "$pdf")" = %PDF- ] || fail "not a PDF: $pdf" 0
done

timed 'make pdf, again' inside "$user" 'cd typeset && make pdf'
shown
grep -q 'up to date' "$log" || fail 'the second make pdf did not say that all is up to date'

timed 'make test' inside "$user" 'cd typeset && make test'
shown | tail -n 1

echo "$suite, as $user: $(echo "$pdfs" | wc -l) PDFs, tests passed"

#!/bin/sh
# Makes .venv ready, and the system packages below it: `setup.sh run` or `setup.sh test`.
# A second call finds everything in place and ends at once.
set -eu
cd "$(dirname "$0")/.."

die() {
    echo "setup: $*" >&2
    exit 1
}

case "${1-}" in
run) lists=scripts/debian-packages/run.txt ;;
test) lists="scripts/debian-packages/run.txt scripts/debian-packages/test.txt" ;;
*) die "say \`setup.sh run\` or \`setup.sh test\`" ;;
esac

has_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

# The names, one a line, of the Debian packages that are not here. A package also counts as here
# under each name that it provides (libglib2.0-0t64 provides libglib2.0-0).
missing_packages() {
    here=" $(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' |
        sed -n 's/^installed //p' | sed 's/([^)]*)//g' | tr ',\n' '  ') "
    # shellcheck disable=SC2086 # $lists is a list
    for names in $(has_venv || echo python3-venv) $(grep -hv '^#' $lists); do
        name=${names%%|*}
        case "$here" in *" $name "*) continue ;; esac
        if [ "$name" != "$names" ] && ! apt-cache show "$name" >/dev/null 2>&1; then
            name=${names#*|}
            case "$here" in *" $name "*) continue ;; esac
        fi
        echo "$name"
    done
}

install_packages() {
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif sudo -n true 2>/dev/null; then
        sudo="sudo -n"
    else
        die "some system packages are missing. Install them, then try again:
    sudo apt-get install -y --no-install-recommends $(missing_packages | xargs)"
    fi
    $sudo apt-get update
    # shellcheck disable=SC2046 # one argument a package
    $sudo env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $(missing_packages)
}

command -v python3 >/dev/null || die "Python 3.11 or newer is needed, as python3"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "Python 3.11 or newer is needed; $(command -v python3) is $(python3 -V)"
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null && [ "$(missing_packages)" ]; then
    install_packages
fi
has_venv || die "$(command -v python3) lacks the modules venv and ensurepip: install them"

# What .venv was made from: the interpreter, this folder, the lock. Read only if all are the same.
origin=$(pwd; python3 -c 'import sys; print(sys.version, sys.base_prefix)')
stamp=$(cat requirements-dev.lock pyproject.toml | cksum)
[ "$(cat .venv/origin 2>/dev/null)" = "$origin" ] || {
    python3 -m venv --clear .venv
    echo "$origin" >.venv/origin
}
[ "$(cat .venv/stamp 2>/dev/null)" != "$stamp" ] || exit 0

echo "setup: installing the locked packages into .venv (the first time takes about a minute)"
pip() { .venv/bin/python -m pip --quiet --disable-pip-version-check "$@"; }
# The lock names every package, so --no-deps; setuptools goes first, as docopt has no wheel.
sed -n '/^setuptools==/,/[^\\]$/p' requirements-dev.lock >.venv/setuptools.txt
pip install --require-hashes --no-deps -r .venv/setuptools.txt
pip install --require-hashes --no-deps --no-build-isolation -r requirements-dev.lock
pip install --no-deps --no-build-isolation --editable .
if [ "$(uname)" = Linux ] && ! command -v dpkg-query >/dev/null; then
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c \
        'from PySide6.QtWidgets import QApplication; QApplication([])' 2>/dev/null ||
        echo "setup: Qt does not start. It needs your system's packages for what these Debian ones" \
            "hold: $(cat scripts/debian-packages/*.txt | grep -v '^#' | xargs)" >&2
fi
echo "$stamp" >.venv/stamp

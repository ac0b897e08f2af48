#!/bin/sh
# Opens the window. Without a display, shows in out/ what the program would do.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname)" != Linux ] || [ "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    exec .venv/bin/mou-desktop
fi

echo "No display (neither DISPLAY nor WAYLAND_DISPLAY is set): writing the example to out/ instead."
mkdir -p out
rm -f out/example.mou
.venv/bin/mou-desktop new out/example.mou --example
.venv/bin/mou-desktop export out/example.mou --to out --overwrite
QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/screenshot.py out/window.png

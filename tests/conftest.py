"""For all tests: windows are drawn off the screen where there is none."""

import os
import sys

from hypothesis import settings

if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes is nothing that a test may fail for.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

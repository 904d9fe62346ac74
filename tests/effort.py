"""How much work a call is, without a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import kg
import kg.compiled
import kg.opening

PACKAGE = str(Path(kg.__file__).parent)
ONCE = (kg.compiled.__file__, kg.opening.__file__)
"""What runs when a pattern is first used."""


def lines_run(call: Callable[[], object]) -> int:
    """Lines of kg that a call runs; what patterns do inside, or compiling them takes, is not counted."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        file = frame.f_code.co_filename
        if not file.startswith(PACKAGE) or file in ONCE:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count

"""A command's time, and the memory of its process and all below it at its highest."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import NamedTuple

import psutil


class Measured(NamedTuple):
    """Seconds by the clock on the wall; megabytes of all processes together, what they share counted once."""

    seconds: float
    megabytes: float


def build(*arguments: str) -> Measured:
    """Run `kg build` with these arguments."""
    return measured([sys.executable, "-m", "kg", "build", *arguments])


def measured(command: Sequence[str]) -> Measured:
    """Run a command, with compiled modules kept from run to run as Python does. Ends the benchmark where it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    peaks = [0]
    watcher = threading.Thread(target=_watch, args=(process, peaks))
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - began
    watcher.join()
    if code:
        sys.exit(f"{' '.join(command)}: exit code {code}")
    return Measured(seconds, max(peaks) / 1e6)


def _watch(process: psutil.Popen, peaks: list[int]) -> None:
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        try:
            family = [process, *process.children(recursive=True)]
            peaks.append(sum(each.memory_full_info().pss for each in family))
        except psutil.Error:
            continue
        time.sleep(0.2)


def table(rows: Sequence[str]) -> None:
    """Print rows of cells between bars, as Markdown has them."""
    head, *others = rows
    print(f"| {head} |\n|{'---|' * (head.count('|') + 1)}")
    print("\n".join(f"| {row} |" for row in others), end="\n\n", flush=True)

"""The work on one document, with limits: what a task makes of it, or a `Failure` that says what, where and what next.

A document that raises, loops or eats memory is one failure, never the end of a run: an alarm interrupts what takes too
long, an address-space limit turns hunger into MemoryError; what neither stops ends the worker process (`kg.run.pool`).
"""

from __future__ import annotations

import hashlib
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Generic, TypeVar

from kg.errors import InputError, KgError, ShapeError
from kg.read import Source

T = TypeVar("T")


SLOW = 2.0
"""Seconds from which on a document is reported as slow."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: `seconds` of processor time plus `seconds_per_mb` of its size; `memory` bytes for a
    worker process."""

    seconds: float = 30.0
    seconds_per_mb: float = 15.0
    memory: int = 4 << 30

    def time(self, size: int) -> float:
        return self.seconds + self.seconds_per_mb * size / 1e6


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Job:
    """A document to build, its bytes at hand. `key` tells them and the way they are read apart from all others."""

    key: str
    source: Source

    @property
    def size(self) -> int:
        """Bytes of the source."""
        return len(self.source.data or b"")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be built; `message` is `what, what next`, without the source's name."""

    source: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of the job of that source name, and the seconds of processor time it took."""

    name: str
    found: T | Failure
    seconds: float


Task = Callable[[Job], T]


class OverTime(BaseException):
    """The alarm of a document's time limit. Not an Exception: no stage may swallow it."""


def load(source: Source) -> Job:
    """The job of a source, its bytes read. Raises InputError where there are none."""
    data = source.bytes()
    return Job(hashlib.sha256(data).hexdigest() + source.manner, replace(source, data=data))


def attempt(task: Task[T], job: Job, limits: Limits) -> Outcome[T]:
    """Do a task on a job within its limits. Errors of our own data are raised: they concern every job."""
    began = time.thread_time()
    allowed = limits.time(job.size)
    try:
        with _alarm(allowed):
            found: T | Failure = task(job)
    except OverTime:
        found = _failure(job, "too-slow", f"not done after {allowed:.0f} s and stopped; cut it into smaller documents")
    except MemoryError:
        found = _failure(job, "too-big", "needs more memory than a document may take; cut it into smaller documents")
    except InputError as error:
        found = _failure(job, "unreadable", str(error).removeprefix(f"{job.source.name}: "))
    except ShapeError as error:
        found = _failure(job, "defect", str(error).removeprefix(f"{job.source.name}: "))
    except KgError:
        raise
    except Exception as error:  # noqa: BLE001 — the boundary: a defect on one document must not stop the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        what = f"{type(error).__name__} at {where}: {error}"
        found = _failure(job, "defect", f"{what}; please report it with the document")
    return Outcome(job.source.name, found, time.thread_time() - began)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise OverTime in the block after so many seconds of processor time: a machine that pauses blames no document."""
    if not hasattr(signal, "ITIMER_PROF") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise OverTime


def _failure(job: Job, code: str, message: str) -> Failure:
    return Failure(job.source.name, code, message)

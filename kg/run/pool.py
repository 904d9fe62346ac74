"""Jobs over processes. A worker that dies takes no other document with it: what it held is tried again one by one."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.context import BaseContext
from multiprocessing.synchronize import Event

from kg.errors import KgError
from kg.run.task import Failure, Job, Limits, Outcome, T, Task, attempt
from kg.run.worker import BUSY, GRACE, is_stopped, restrict, watchdog

CHUNK_JOBS, CHUNK_BYTES = 32, 256_000
"""A chunk is large enough to outweigh its way through the pipe and small enough to keep all workers busy."""

FEW_JOBS, FEW_BYTES = 8, 200_000
"""Up to here the work is done before a pool has started."""

PATIENCE = 1.0
"""Seconds that workers get to end by themselves."""

Chunk = list[Job]
Waiting = dict["Future[list[Outcome[T]]]", Chunk]


def outcomes(jobs: Iterable[Job], task: Task[T], workers: int, limits: Limits) -> Iterator[Outcome[T]]:
    """What comes of each job, in any order; holds a few chunks in memory, however many jobs there are.

    `task` must be importable by name. Few small jobs are done in this process.
    """
    jobs = iter(jobs)
    first = list(islice(jobs, FEW_JOBS + 1))
    if len(first) <= FEW_JOBS and sum(job.size for job in first) <= FEW_BYTES:
        yield from (attempt(task, job, limits) for job in first)
        return
    chunks = _chunks(chain(first, jobs))
    while lost := (yield from _in_parallel(chunks, task, workers, limits)):
        yield from _one_by_one(lost, task, limits)


def _chunks(jobs: Iterable[Job]) -> Iterator[Chunk]:
    chunk: Chunk = []
    size = 0
    for job in jobs:
        chunk.append(job)
        size += job.size
        if len(chunk) == CHUNK_JOBS or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _in_parallel(
    chunks: Iterator[Chunk], task: Task[T], workers: int, limits: Limits
) -> Generator[Outcome[T], None, list[Job]]:
    """Yield outcomes until the chunks are done or a worker dies; return the jobs that were under way then."""
    waiting: Waiting[T] = {}
    stop = _context().Event()
    pool = _pool(workers, limits, stop)
    try:
        for chunk in chunks:
            try:
                with _undisturbed():
                    waiting[pool.submit(_attempt_all, task, chunk, limits)] = chunk
            except BrokenProcessPool:
                return (yield from _rescue(waiting)) + chunk
            if len(waiting) > 2 * workers and (yield from _collect(waiting)):
                return (yield from _rescue(waiting))
        while waiting:
            if (yield from _collect(waiting)):
                return (yield from _rescue(waiting))
    except BaseException:
        stop.set()
        _end(waiting)
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    return []


def _end(waiting: Waiting[T]) -> None:
    """Let workers that were told to stop end after the document each has under way; end by force those with a long one.

    A worker that is ended while it sends what it has made leaves half a message, for whose rest the pool would wait.
    """
    for future in waiting:
        future.cancel()
    if wait(waiting, timeout=PATIENCE).not_done:
        for child in multiprocessing.active_children():
            child.terminate()


def _collect(waiting: Waiting[T]) -> Generator[Outcome[T], None, bool]:
    """Yield what the finished chunks gave; True where a worker died."""
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        if isinstance(future.exception(), BrokenProcessPool):
            return True
        yield from future.result()
        del waiting[future]
    return False


def _rescue(waiting: Waiting[T]) -> Generator[Outcome[T], None, list[Job]]:
    """Yield what chunks had finished before a worker died; return the jobs of the others."""
    wait(waiting)
    lost: list[Job] = []
    for future, chunk in waiting.items():
        if isinstance(future.exception(), BrokenProcessPool):
            lost += chunk
        else:
            yield from future.result()
    return lost


def _one_by_one(jobs: list[Job], task: Task[T], limits: Limits) -> Iterator[Outcome[T]]:
    pool = _pool(1, limits)
    _prove(pool)
    for job in jobs:
        try:
            yield from pool.submit(_attempt_all, task, [job], limits).result()
        except BrokenProcessPool:
            message = "ended the process that was building it (crash, memory or time); cut it up or leave it out"
            failure = Failure(job.source.name, "crash", message)
            yield Outcome(job.source.name, failure, limits.time(job.size))
            pool.shutdown()
            pool = _pool(1, limits)
    pool.shutdown()


def _prove(pool: ProcessPoolExecutor) -> None:
    """Raise KgError where no worker can live, so that no document is blamed for it."""
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        hint = "in a script of your own, call run() below `if __name__ == '__main__':`"
        raise KgError(f"worker processes end as soon as they start; {hint}") from error


def _attempt_all(task: Task[T], chunk: Chunk, limits: Limits) -> list[Outcome[T]]:
    done = []
    for job in chunk:
        if is_stopped():
            break
        with watchdog(BUSY * limits.time(job.size) + GRACE):
            done.append(attempt(task, job, limits))
    return done


def _context() -> BaseContext:
    # Not fork: the parent has threads (progress bar, the pool's own). A fork server forks clean workers.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return multiprocessing.get_context(method)


def _pool(workers: int, limits: Limits, stop: Event | None = None) -> ProcessPoolExecutor:
    """`stop`, once set, lets the workers do no further document."""
    context = _context()
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["kg.run.work"])
    return ProcessPoolExecutor(workers, context, restrict, (limits.memory, stop))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait while work is handed over, for which processes may have to be started: the fork server would end
    with a traceback of its own, and so would a worker that is born after its parent has gone."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

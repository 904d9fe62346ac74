"""Worker processes: a request gets one that is free, and is stopped with it where it takes too long.

Requests are quick or turn out to be slow. A slow one yields its core to others and keeps its process, and a fresh
process takes its place among the quick, so that as many runaway queries as there are places do not keep anyone waiting.
A process that served a slow request is not used again.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Coroutine
from pathlib import Path

from kg.serve.message import Answer, Job, refusal
from kg.serve.settings import Settings

_LOG = logging.getLogger("kg.serve")
_NICE = 10
_START = 60
"""Seconds a process has to open the store."""


class Pool:
    """The processes of one server. `database` is the generation that new processes open; see `renew`."""

    def __init__(self, database: Path, settings: Settings, base: str | None = None) -> None:
        self.settings, self.database, self.base = settings, database, base
        self.free: asyncio.Queue[Worker] = asyncio.Queue()
        self.waiting = self.slow = 0
        self.network = "unknown"
        self._all: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the processes; raises OSError where the first of them cannot open the store."""
        await asyncio.gather(*(self._add() for _ in range(self.settings.workers)))

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*(worker.kill() for worker in list(self._all)))

    def renew(self, database: Path) -> None:
        """Open another generation: free processes are replaced now, busy ones when they have answered."""
        self.database = database
        for _ in range(self.free.qsize()):
            self._release(self.free.get_nowait())

    async def run(self, job: Job) -> Answer:
        """The answer, or the reason why there is none. Cancelling it stops the work."""
        if self.free.empty() and self.waiting >= self.settings.queue:
            return refusal(503, "too many requests wait already; try again in a moment", retry=2)
        self.waiting += 1
        try:
            async with asyncio.timeout(self.settings.deadline):
                worker = await self._take()
        except TimeoutError:
            return refusal(503, "no process became free in time; try again in a moment", retry=5)
        finally:
            self.waiting -= 1
        return await self._watched(worker, job)

    async def _take(self) -> Worker:
        while True:
            worker = await self.free.get()
            if worker.alive and worker.database == self.database:
                return worker
            self._release(worker)

    async def _watched(self, worker: Worker, job: Job) -> Answer:
        asked = asyncio.ensure_future(worker.ask(job))
        is_slow = False
        try:
            done, _ = await asyncio.wait({asked}, timeout=self.settings.slow)
            if not done and self.slow < self.settings.workers:
                is_slow, self.slow = True, self.slow + 1
                worker.yield_to_others()
                self._spawn()
            if not done:
                await asyncio.wait({asked}, timeout=self.settings.deadline - self.settings.slow)
            return asked.result() if asked.done() else self._late()
        except (EOFError, OSError):
            return refusal(
                503,
                "the engine gave up: the request needs more memory than the "
                f"{self.settings.memory >> 20} MiB allowed, or is nested too deeply; ask for less",
            )
        finally:
            if not asked.done():
                worker.broken = True
            asked.cancel()
            if is_slow:
                self.slow -= 1
            self._release(worker, is_replaced=is_slow)

    def _late(self) -> Answer:
        return refusal(
            504,
            f"the request was stopped after {self.settings.deadline:g} seconds; ask for less: "
            "fewer patterns without a variable in common, a LIMIT, one document (GRAPH)",
        )

    def _release(self, worker: Worker, is_replaced: bool = False) -> None:
        """Put a process back among the free, or in its place a new one."""
        is_usable = worker.alive and not worker.broken and worker.database == self.database
        if is_usable and not is_replaced:
            self.free.put_nowait(worker)
            return
        self._later(self._end(worker))
        if not is_replaced:
            self._spawn()

    def _spawn(self) -> None:
        self._later(self._add())

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _add(self) -> None:
        """Start a process; where the store cannot be opened, say so and try again."""
        worker = Worker(self.database, self.settings, self.base)
        self._all.add(worker)
        try:
            self.network = await asyncio.wait_for(worker.start(), _START)
        except (OSError, EOFError, ValueError, TimeoutError) as error:
            _LOG.error("a worker process did not start: %s", error)
            await self._end(worker)
            await asyncio.sleep(1)
            self._spawn()
            return
        self.free.put_nowait(worker)

    async def _end(self, worker: Worker) -> None:
        await worker.kill()
        self._all.discard(worker)


class Worker:
    """One process, and the line to it."""

    def __init__(self, database: Path, settings: Settings, base: str | None) -> None:
        self.database, self.settings, self.base = database, settings, base
        self.broken = False
        self._process: Process | None = None

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> str:
        """Start and wait until the store is open; returns whether the network is `cut` or `open`."""
        settings = self.settings
        options = {
            "database": str(self.database),
            "base": self.base,
            "rows": settings.rows,
            "result": settings.result,
            "memory": settings.memory,
            "deadline": settings.deadline,
        }
        command = (sys.executable, "-m", "kg.serve.worker", json.dumps(options))
        # A session of its own, so that Ctrl-C reaches the server, which then ends the processes in order.
        self._process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, start_new_session=True)
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        if not line:
            raise EOFError(f"{self.database}: cannot be opened")
        return str(json.loads(line)["network"])

    async def ask(self, job: Job) -> Answer:
        """Raises EOFError or OSError where the process ends without an answer."""
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(job.encode())
        await self._process.stdin.drain()
        line = await self._process.stdout.readline()
        if not line:
            self.broken = True
            raise EOFError
        head = json.loads(line)
        return Answer(head["status"], head["media"], await self._process.stdout.readexactly(head["length"]))

    def yield_to_others(self) -> None:
        assert self._process is not None
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _NICE)

    async def kill(self) -> None:
        """End the process at once; it has nothing to lose."""
        self.broken = True
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

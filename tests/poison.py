"""Tasks that do to a worker what a poisoned document might. At the top of a module, so that processes find them."""

from __future__ import annotations

import os
import time

from kg.run.task import Job


def obey(job: Job) -> str:
    """Do what the document says; else give it back."""
    text = (job.source.data or b"").decode()
    match text.split("#")[0]:
        case "pid":
            return str(os.getpid())
        case "raise":
            raise ValueError("no such figure")
        case "crash":
            os._exit(11)
        case "loop":
            while True:
                pass
        case "much":
            return "much" * 200_000
        case "sleep":
            time.sleep(3)
        case "eat":
            hoard = []
            while True:
                hoard.append(bytearray(1 << 24))
    return text

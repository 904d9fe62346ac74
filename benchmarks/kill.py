"""Kill builds again and again at random moments, and compare what comes of it with a build from nothing.

    python benchmarks/kill.py [KILLS [SEED]]       default 40

In each round some articles are changed, added and removed, and the build is killed (SIGKILL) up to three times before
it may end. Then OUT must hold what a full build holds: all files byte for byte, and the store by its statements.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import article

from kg.run import Options, run
from kg.write.store import open_store

ARTICLES = 600


def main() -> None:
    wanted, seed = ([int(word) for word in sys.argv[1:]] + [40, 1][len(sys.argv) - 1 :])[:2]
    dice = random.Random(seed)
    kills = 0
    with tempfile.TemporaryDirectory(dir=".") as temporary:
        folder, out, full = (Path(temporary, name) for name in ("articles", "out", "full"))
        folder.mkdir()
        rounds, lasts = 0, 4.0
        while kills < wanted:
            rounds += 1
            edit(folder, dice)
            for _ in range(dice.randint(1, 3)):
                kills += kill(folder, out, dice.uniform(0, lasts))
            shutil.rmtree(full, ignore_errors=True)
            began = time.perf_counter()
            run([str(folder)], full, Options(page=False))
            lasts = time.perf_counter() - began
            run([str(folder)], out, Options(page=False))
            if content(out) != content(full) or set(open_store(out)) != set(open_store(full)):
                sys.exit(f"round {rounds} of seed {seed}: the build differs from a full one")
    print(f"{rounds} rounds, {kills} builds killed before their end: always equal to a full build")


def edit(folder: Path, dice: random.Random) -> None:
    """Change some articles or many, add some and remove some."""
    for number in dice.sample(range(ARTICLES), dice.choice((5, 30, ARTICLES))):
        path = folder / f"{number:04}.md"
        if dice.random() < 0.1:
            path.unlink(missing_ok=True)
        else:
            path.write_text(article(dice.randrange(100_000)), "utf-8")


def kill(folder: Path, out: Path, seconds: float) -> bool:
    """Start a build and kill it after so long; whether it was still at work."""
    command = [sys.executable, "-m", "kg", "build", str(folder), "-o", str(out), "--no-page", "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    return process.returncode == -signal.SIGKILL


def content(out: Path) -> dict[str, bytes]:
    """All files but the store's, whose bytes are the database's own."""
    files = (path for path in out.rglob("*") if path.is_file() and "store" not in path.relative_to(out).parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


if __name__ == "__main__":
    main()

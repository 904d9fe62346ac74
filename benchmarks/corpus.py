"""A folder of real articles built cold, again with nothing changed, and after one in a hundred has changed.

    python benchmarks/corpus.py [FOLDER]        default ../shared/corpus

The folder is copied; with --no-page as for thousands of articles, with the store.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path

from measured import build, table

from kg.read.source import is_article

SENTENCE = "\n\n到2030年，全市造林面积达到12万亩。\n"


def main() -> None:
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus")
    with tempfile.TemporaryDirectory(dir=".") as temporary:
        folder, out = Path(temporary, "articles"), Path(temporary, "out")
        shutil.copytree(source, folder, copy_function=shutil.copyfile)
        for path in folder.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        rows = [f"{source.name}, with store, no page | s | MB in all processes"]
        for what, change in (("cold", 0.0), ("nothing changed", 0.0), ("1 % changed", 0.01)):
            edit(folder, change)
            found = build(str(folder), "-o", str(out), "--no-page")
            rows.append(f"{what} | {found.seconds:.1f} | {found.megabytes:,.0f}")
        table(rows)


def edit(folder: Path, share: float) -> None:
    """Add a sentence to so many of the articles, always the same ones."""
    articles = sorted(path for path in folder.rglob("*") if path.is_file() and is_article(str(path)))
    for path in random.Random(1).sample(articles, round(len(articles) * share)):
        path.write_bytes(path.read_bytes() + SENTENCE.encode())


if __name__ == "__main__":
    main()

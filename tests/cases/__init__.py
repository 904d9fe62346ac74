"""Case tables: a TOML file per recogniser, each `[[case]]` one decision."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.model import Article, Block

Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The rows of `<name>.toml`."""
    return list(tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))["case"])


def article(case: Case) -> Article:
    """The row's text as an article; each line is a block."""
    text = case["text"]
    return Article("case", text, tuple(_blocks(text)), published=case.get("published"))


def _blocks(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line:
            yield Block(start, start + len(line))
        start += len(line) + 1

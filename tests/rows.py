"""Rows of the case tables as parameters: named by their text, the hard ones marked."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

Row = dict[str, Any]
_FOLDER = Path(__file__).with_name("cases")


@cache
def _table(name: str) -> tuple[Row, ...]:
    text = (_FOLDER / f"{name}.toml").read_text("utf-8")
    return tuple(tomllib.loads(text, parse_float=Decimal)["case"])


def rows(name: str) -> list[ParameterSet]:
    """The rows of `<name>.toml`, then those of `hard.toml` that say `table = "<name>"`.

    A hard row is a decision that the code does not reach yet: it must fail, and turns red when it no longer does.
    """
    known = [pytest.param(row, id=_named(row)) for row in _table(name)]
    hard = [row for row in _table("hard") if row["table"] == name]
    return known + [pytest.param(row, id=_named(row), marks=_hard(row["reason"])) for row in hard]


def texts() -> list[str]:
    """The texts of all tables."""
    return [str(row["text"]) for path in sorted(_FOLDER.glob("*.toml")) for row in _table(path.stem)]


def _hard(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)


def _named(row: Row) -> str:
    return str(row["text"])[:20].replace("\n", " ")

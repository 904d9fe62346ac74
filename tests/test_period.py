"""Times: their kind and year, read against the day of publication."""

from __future__ import annotations

import pytest

from kg.lexicon.script import plain
from kg.recognise.time.period import Time, find_times
from tests.rows import Row, rows


def told(time: Time) -> str:
    stretch = f" {time.period[0]}-{time.period[1]}" if time.period else ""
    return f"{time.kind} {time.year or '-'}{stretch}"


@pytest.mark.parametrize("row", rows("period"))
def test_times(row: Row) -> None:
    found = find_times(plain(row["text"]), row.get("published"))
    assert [told(time) for time in found] == row["expect"]

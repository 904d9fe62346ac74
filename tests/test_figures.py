"""Figures side by side: what contradicts, what compares, what changed."""

from __future__ import annotations

import pytest

from kg.figures import Figure, changes, compare, conflicts


def figure(
    amount: str, *, metric: str = "造林面积", region: str = "云山市", year: str = "2025", source: str = "a"
) -> Figure:
    """`ge 80`, `range 3 5` and the like, in 亩."""
    comparator, value, upper = (*amount.split(), "")[:3]
    return Figure(
        source, f"{source}的报道", "云山市规划", metric, "", region, value, upper, "亩", comparator,
        "level", "", year, "", "target", "造林",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("amounts", "contradict"),
    [
        (("eq 80", "eq 80"), False),
        (("eq 80", "eq 85"), True),
        (("eq 80", "ge 80"), False),
        (("eq 80", "gt 80"), True),
        (("lt 80", "eq 80"), True),
        (("le 80", "ge 80"), False),
        (("le 80", "gt 80"), True),
        (("ge 80", "gt 90"), False),
        (("range 3 5", "eq 5"), False),
        (("range 3 5", "eq 6"), True),
        (("approx 100", "eq 95"), False),
        (("approx 100", "eq 120"), True),
        (("range 1 4", "range 3 6", "range 5 8"), True),
    ],
)
def test_amounts_that_exclude_each_other_contradict(amounts: tuple[str, ...], contradict: bool) -> None:
    found = [figure(amount, source=str(number)) for number, amount in enumerate(amounts)]
    assert list(conflicts(found)) == ([tuple(found)] if contradict else [])


@pytest.mark.parametrize(
    "other",
    [{"metric": "绿地面积"}, {"region": "清河县"}, {"year": "2030"}, {"region": ""}, {"year": ""}],
)
def test_figures_about_different_things_do_not_contradict(other: dict[str, str]) -> None:
    assert list(conflicts([figure("eq 80"), figure("eq 85", **other)])) == []


def test_a_figure_without_place_contradicts_nothing() -> None:
    assert list(conflicts([figure("eq 80", region=""), figure("eq 85", region="")])) == []


def test_an_indicator_is_tabulated_by_region_and_year() -> None:
    found = [
        figure("eq 80"),
        figure("ge 90", year="2030"),
        figure("eq 7", region="清河县"),
        figure("eq 1", metric="人口"),
    ]
    columns, rows = compare(found, "造林", ())
    assert columns == ["2025", "2030"]
    assert rows == {
        ("造林面积", "云山市", "target"): ["80 亩", "≥ 90 亩"],
        ("造林面积", "清河县", "target"): ["7 亩", ""],
    }


def test_only_the_years_asked_for_are_tabulated() -> None:
    assert compare([figure("eq 80"), figure("ge 90", year="2030")], "造林", ["2030"])[0] == ["2030"]


def test_changes_are_additions_removals_and_other_amounts() -> None:
    before = [figure("eq 80"), figure("eq 1", year="2030"), figure("eq 5", region="清河县")]
    after = [figure("eq 80"), figure("eq 2", year="2030"), figure("eq 6", year="2035")]
    found = {(change.about[3], change.about[2]): (change.before, change.after) for change in changes(before, after)}
    assert found == {
        ("2025", "清河县"): (("5 亩",), ()),
        ("2030", "云山市"): (("1 亩",), ("2 亩",)),
        ("2035", "云山市"): ((), ("6 亩",)),
    }

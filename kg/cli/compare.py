"""`kg compare`: an indicator by region and year."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.table import Table

from kg.figures import About, compare, figures

HEAD = ("indicator", "region", "status")


@click.command("compare")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--indicator", required=True, metavar="WORDS", help="Part of the indicator's name.")
@click.option("--year", "years", multiple=True, metavar="YEAR", help="Only this year; may be repeated.")
@click.option("--format", "form", type=click.Choice(("table", "csv")), default="table", show_default=True)
def command(out: Path, indicator: str, years: tuple[str, ...], form: str) -> None:
    """Tabulate an indicator of OUT: a row per region, a column per year.

    \b
    Example:
      kg compare out --indicator 数字化转型比例 --year 2025 --year 2035
    """
    found = list(figures(out))
    columns, rows = compare(found, indicator, years)
    if not rows:
        raise click.ClickException(_nothing(out, indicator, compare(found, indicator, ())[0]))
    click.echo(_csv(columns, rows) if form == "csv" else _table(columns, rows), nl=False)


def _nothing(out: Path, indicator: str, years: list[str]) -> str:
    """Why there is no row, and what to ask instead; `years` are those that the indicator does have figures of."""
    if years:
        return f"{out}: of {indicator} there are figures for {', '.join(years)} only; name one of these with --year"
    return f"{out}: no dated indicator with {indicator} in its name; try fewer characters"


def _csv(columns: list[str], rows: dict[About, list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(((*HEAD, *columns), *((*about, *cells) for about, cells in rows.items())))
    return text.getvalue()


def _table(columns: list[str], rows: dict[About, list[str]]) -> str:
    table = Table(*HEAD, *columns, box=box.SIMPLE_HEAD)
    for about, cells in rows.items():
        table.add_row(*about, *cells)
    console = Console()
    with console.capture() as capture:
        console.print(table)
    return capture.get()

"""`kg diff`: what changed between two builds."""

from __future__ import annotations

from pathlib import Path

import click

from kg.figures import Change, changes, figures


@click.command("diff")
@click.argument("a", type=click.Path(path_type=Path))
@click.argument("b", type=click.Path(path_type=Path))
def command(a: Path, b: Path) -> None:
    """List the figures that build B has and A has not (+), the other way round (-), and those whose amount differs (~).

    \b
    Example:
      kg diff out-2021 out-2022
    """
    found = list(changes(figures(a), figures(b)))
    for change in found:
        click.echo(_line(change))
    click.echo(f"{len(found)} differences" if len(found) != 1 else "1 difference", err=True)


def _line(change: Change) -> str:
    about = " · ".join(filter(None, change.about[:4]))
    before, after = (" / ".join(amounts) for amounts in (change.before, change.after))
    if not before:
        return f"+ {about}: {after}"
    return f"~ {about}: {before} → {after}" if after else f"- {about}: {before}"

"""`kg conflicts`: figures that contradict each other."""

from __future__ import annotations

from pathlib import Path

import click

from kg.figures import conflicts, figures


@click.command("conflicts")
@click.argument("out", type=click.Path(path_type=Path))
def command(out: Path) -> None:
    """List figures of OUT that contradict each other: same indicator, place and time, amounts that exclude each other.

    \b
    Example:
      kg conflicts out
    """
    found = list(conflicts(figures(out)))
    for group in found:
        metric, place, when, *_ = group[0].about
        click.echo(f"{metric} · {place} · {when}")
        for figure in group:
            click.echo(f"  {figure.amount}  {figure.title or figure.source}: {figure.quote}")
    click.echo(f"{len(found)} contradictions" if len(found) != 1 else "1 contradiction", err=True)

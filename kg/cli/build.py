"""`kg build`: articles → a folder with the graph in several forms."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from kg.cli.export import require_parquet
from kg.iri import BASE
from kg.read import sources
from kg.run import Options, Report, run
from kg.run.assemble import PAGE, PAGE_DATA
from kg.run.driver import Progress as Follow

FILES = {
    PAGE: "the page: open it in a browser, no network needed",
    "graph.ttl": "the graph in Turtle, for people and for other tools",
    "graph.nq": "the graph in N-Quads, one named graph per document",
    "claims.csv": "every figure with all that makes it mean something, for a spreadsheet",
    "claims.parquet": "the same, typed, for DuckDB, Spark and pandas",
    "parts": "graph.nq in gzip parts, for stores that load many files side by side",
    "issues.jsonl": "what was doubtful or could not be read",
    "store": "the SPARQL store: kg query, kg serve",
}
LARGE_PAGE = "the page; with its data it would pass 30 MB, so they lie in graph.data beside it: show it with kg serve"
LONG_RUN = 200
"""Sources from which on a progress bar is worth its lines."""


@click.command("build")
@click.argument("names", nargs=-1, metavar="SOURCE…")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Folder to make or replace.")
@click.option("--base", default=BASE, show_default=True, metavar="IRI", help="Base of the IRIs that are minted.")
@click.option("--workers", default=0, metavar="N", type=click.IntRange(0), help="Processes; 0 for one per core.")
@click.option("--page/--no-page", default=True, help="Make graph.html, the page for people.")
@click.option("--store/--no-store", default=True, help="Make the store for kg query and kg serve.")
@click.option("--parts", default=0, metavar="N", type=click.IntRange(0), help="Write gzip parts of N documents, too.")
@click.option("--parquet", is_flag=True, help="Write claims.parquet, too.")
@click.option(
    "--files-from",
    type=click.File("r", encoding="utf-8-sig", errors="surrogateescape"),
    metavar="FILE",
    help="Read more SOURCEs, one a line; - for standard input.",
)
def command(names: tuple[str, ...], out: Path, files_from: Iterator[str] | None, **options: Any) -> None:
    """Build the graph of the articles into OUT.

    SOURCE is a file, a folder, a glob, a JSON Lines file, or - for standard input. A source that cannot be read is
    reported and the others are built (exit code 1). An OUT of an earlier build is replaced when the new one is whole;
    documents that have not changed since are not built again.

    \b
    Example:
      kg build examples/*.md -o out
    """
    listed = (line.rstrip("\r\n") for line in files_from or ())
    every = [*names, *filter(None, listed)]
    if not every:
        raise click.UsageError("No SOURCE was named; give files or folders, or --files-from FILE.")
    if options["parquet"]:
        require_parquet()
    with _bar(every) as follow:
        report = run(every, out, Options(**options), follow)
    _tell(report, out)
    sys.exit(1 if report.failures else 0)


class _Rate(ProgressColumn):
    """Documents per second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:.0f}/s")


@contextmanager
def _bar(names: list[str]) -> Iterator[Follow]:
    """A progress bar on a terminal, where a run is long. Standard input cannot be counted beforehand."""
    total = sum(1 for _ in sources(names)) if sys.stderr.isatty() and "-" not in names else 0
    columns = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=total < LONG_RUN) as progress:
        task = progress.add_task("", total=total)
        yield lambda done: progress.update(task, completed=done)


def _tell(report: Report, out: Path) -> None:
    """What was found and which files to open on stdout; what went wrong on stderr."""
    for failure in report.failures:
        click.echo(f"{failure.source}: {failure.message}", err=True)
    for name, seconds in report.slow:
        click.echo(f"{name}: took {seconds:.1f} s", err=True)
    if not report.tally.documents:
        click.echo(f"{out}: nothing could be built; it is left as it was", err=True)
        return
    click.echo("Nothing has changed." if report.unchanged else f"Found in {', '.join(report.tally.lines())}.")
    for flag, number in sorted(report.tally.flags.items()):
        click.echo(f"Flagged: {number} × {flag.replace('-', ' ')}")
    click.echo("Open:")
    for name, what in FILES.items():
        if (out / name).exists():
            large = name == PAGE and (out / PAGE_DATA).exists()
            click.echo(f"  {out / name}  {LARGE_PAGE if large else what}")

"""`kg query`."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import pyoxigraph as ox

FORMATS = ("table", "csv", "json", "ttl")


@click.command("query")
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.argument("sparql", required=False)
@click.option("--name", help="Ask a shipped question instead of giving SPARQL.")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="Fill a blank of the shipped question.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: table; ttl for CONSTRUCT and DESCRIBE.")
@click.option("--list", "listing", is_flag=True, help="List the shipped questions and their blanks.")
def command(  # noqa: PLR0913, PLR0917 — one parameter per option
    out: Path | None, sparql: str | None, name: str | None, values: tuple[str, ...], form: str | None, listing: bool
) -> None:
    """Ask a built graph a question in SPARQL, or a shipped one by name.

    SPARQL is the text of a query, a file NAME.rq, or - for standard input. The prefixes gp:, kg:, rdfs:, skos:, oa:,
    schema: and the like need no declaration. GRAPH ?document {} tells what one document says.

    \b
    Examples:
      kg query out 'SELECT ?plan { ?plan a gp:Plan }'
      kg query out --name targets --format csv > targets.csv
      kg query --list
    """
    if listing:
        click.echo(_listing())
        return
    if out is None:
        raise click.UsageError("Missing argument 'OUT': the folder that `kg build` has made.")
    text = _text(sparql, name, values)
    # The engine does not come back to Python while it works, so Ctrl-C must end the process by itself.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from kg.opened import open, reading  # noqa: A004, PLC0415

    opened = open(out)
    with reading(out):
        shown = _shown(opened.query(text), form)
    sys.stdout.buffer.write(shown)


def _text(sparql: str | None, name: str | None, values: tuple[str, ...]) -> str:
    from kg.query import fill, question  # noqa: PLC0415

    if (sparql is None) == (name is None):
        raise click.UsageError("Give either SPARQL, a file .rq, or --name (see --list).")
    if name is not None:
        return fill(question(name), dict(_pair(value) for value in values))
    if values:
        raise click.UsageError("--set fills the blanks of a shipped question; give --name with it.")
    assert sparql is not None
    if sparql != "-" and not sparql.endswith(".rq"):
        return sparql
    try:
        return (sys.stdin.buffer.read() if sparql == "-" else Path(sparql).read_bytes()).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{sparql}: cannot be read as a query in UTF-8 ({error}).") from error


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign:
        raise click.UsageError(f"--set {text}: write NAME=VALUE.")
    return key, value


def _shown(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, form: str | None) -> bytes:
    import pyoxigraph as ox  # noqa: PLC0415

    from kg.query import Limits, graph, tabular  # noqa: PLC0415
    from kg.query.table import table  # noqa: PLC0415

    if isinstance(result, ox.QueryTriples):
        if form not in (None, "ttl"):
            raise click.UsageError(f"CONSTRUCT and DESCRIBE give triples; --format {form} is for rows. Use ttl.")
        return graph(result, ox.RdfFormat.TURTLE, Limits())
    if form == "ttl":
        raise click.UsageError("--format ttl is for CONSTRUCT and DESCRIBE; SELECT and ASK give table, csv or json.")
    if form in ("csv", "json"):
        return tabular(result, getattr(ox.QueryResultsFormat, form.upper()), Limits()) + b"\n" * (form == "json")
    if isinstance(result, ox.QueryBoolean):
        return b"yes\n" if result else b"no\n"
    columns = [variable.value for variable in result.variables]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return (table(columns, result, width) + "\n").encode()


def _listing() -> str:
    from kg.query import questions  # noqa: PLC0415

    lines = []
    for asked in questions().values():
        lines.append(f"{asked.name}\n    {asked.title}")
        for blank in asked.blanks:
            default = "" if blank.default is None else f" [{blank.default}]"
            lines.append(f"    --set {blank.name}=…{default}  {blank.description}")
    return "\n".join(lines)

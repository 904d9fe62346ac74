"""`kg push`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click


@click.command("push")
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("url")
@click.option("--method", type=click.Choice(["auto", "gsp", "update"]), default="auto", show_default=True,
              help="Graph Store Protocol, or SPARQL Update; auto asks the store.")  # fmt: skip
@click.option("--query", "query", metavar="URL", help="Query endpoint to count with, where updates go elsewhere.")
@click.option("--again", is_flag=True, help="Send what was sent before, too.")
def command(out: Path, url: str, method: str, query: str | None, again: bool) -> None:
    """Send a built graph to a SPARQL store, one named graph per document.

    URL is that of its graph store or its update endpoint. Who you are is taken from KG_PUSH_USER and KG_PUSH_PASSWORD,
    from KG_PUSH_TOKEN, or from ~/.netrc. An interrupted push goes on where it was; documents that are no longer in the
    build are removed.

    \b
    Examples:
      kg push out http://localhost:7878/store                               Oxigraph
      kg push out http://localhost:3030/plans/data                          Fuseki
      kg push out http://localhost:8890/sparql-graph-crud-auth              Virtuoso
      kg push out http://localhost:7200/repositories/plans/statements       GraphDB, RDF4J
    """
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    from kg.write.remote import Connection, login  # noqa: PLC0415
    from kg.write.sparql import Journal, choose_way, push  # noqa: PLC0415
    from kg.write.store import open_store  # noqa: PLC0415

    store = open_store(out)
    connection = Connection(url, login(url))
    way = choose_way(connection, method, query)  # type: ignore[arg-type]  # click has checked it
    steps = push(store, way, Journal.beside(out, url, again))
    counts: Counter[str] = Counter()
    total = sum(1 for _ in store.named_graphs())
    console = Console(stderr=True)
    for step in track(
        steps, "documents", total=total, console=console, transient=True, disable=not console.is_terminal
    ):
        counts[step.done] += 1
        counts["triples"] += step.triples * (step.done == "sent")
    click.echo(
        f"{url}: {counts['sent']:,} documents sent ({counts['triples']:,} triples, counted there), "
        f"{counts['unchanged']:,} unchanged, {counts['removed']:,} removed",
        err=True,
    )

"""`kg store`."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("store")
def command() -> None:
    """The embedded SPARQL store, which is a cache of graph.nq.

    \b
    Example:
      kg store rebuild out
    """


@command.command("rebuild")
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
def rebuild(out: Path) -> None:
    """Make OUT/store anew from OUT/graph.nq; the old one stays in use until the new one is whole.

    \b
    Example:
      kg store rebuild out
    """
    from kg.errors import OutputError  # noqa: PLC0415
    from kg.write.store import build_store, open_store  # noqa: PLC0415

    nquads = out / "graph.nq"
    if not nquads.is_file():
        raise OutputError(f"{out}: no graph.nq in it; name a folder that `kg build` has made")
    build_store(nquads, out / "store")
    graphs = sum(1 for _ in open_store(out).named_graphs())
    click.echo(f"{out / 'store'}: {graphs:,} document{'s' * (graphs != 1)}; ask it with `kg query {out}`", err=True)

"""`kg serve`."""

from __future__ import annotations

from pathlib import Path

import click

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("serve")
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on; 0: a free one."
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes for quick requests; default: one per core.")
@click.option(
    "--deadline", type=click.FloatRange(min=0.1), default=10.0, show_default=True, help="Seconds a query has."
)
@click.option("--memory", type=click.IntRange(min=64), default=1024, show_default=True, help="MiB a query may need.")
@click.option("--rows", type=click.IntRange(min=1), default=100_000, show_default=True, help="Rows a result may have.")
@click.option("--cors", metavar="ORIGIN", help="Let pages of this origin read the answers; * for any.")
@click.option("--base", metavar="IRI", help="Base of the entities under /id/; default: that of the documents.")
def command(  # noqa: PLR0913, PLR0917 — one parameter per option
    out: Path,
    host: str,
    port: int,
    workers: int | None,
    deadline: float,
    memory: int,
    rows: int,
    cors: str | None,
    base: str | None,
) -> None:
    """Serve a built graph: SPARQL endpoint, query editor, entity pages.

    Nothing can be written through it, and only this machine is listened to unless --host says otherwise. A new build of
    OUT is served as soon as it is whole.

    \b
    Example:
      kg serve out --port 8000
    """
    try:
        from kg.serve.server import serve  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = f"kg serve needs {error.name}; install it with: pip install 'govplan-kg[server]'"
        raise click.ClickException(message) from error
    from kg.serve.settings import Settings  # noqa: PLC0415

    chosen = Settings(
        deadline=deadline,
        slow=min(1.0, deadline / 2),
        memory=memory << 20,
        rows=rows,
        cors=cors,
        # A name that leads here from elsewhere (DNS rebinding) is not one of these.
        hosts=("127.0.0.1", "localhost") if host in _LOOPBACK else ("*",),
        **({"workers": workers} if workers else {}),
    )
    serve(out, chosen, (host, port), base)

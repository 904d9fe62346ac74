"""`kg export`: a built graph in other formats."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from kg.errors import OutputError
from kg.run.folder import manifest
from kg.write import WRITERS

NETWORKS = {"graphml": "to_graphml", "gexf": "to_gexf"}
FOLDERS = ("neo4j-csv", "nquads-parts")
FORMATS = (*WRITERS, *NETWORKS, "parquet", *FOLDERS)


@click.command("export")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--to", "form", required=True, type=click.Choice(FORMATS), help="Format to write.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File, default stdout; a folder for neo4j-csv and nquads-parts.",
)
def command(out: Path, form: str, output: Path | None) -> None:
    """Write the graph of OUT in another format.

    RDF formats and tables hold everything; graphml, gexf and neo4j-csv hold the drawing of the page, one node per fact.

    \b
    Example:
      kg export out --to graphml -o graph.graphml
      kg export out --to neo4j-csv -o neo4j
      kg export out --to nquads-parts -o parts
    """
    if form in FOLDERS:
        _write_folder(out, form, output)
    elif output is None or str(output) == "-":
        sys.stdout.buffer.writelines(_parts(out, form))
    else:
        with _writing(output), output.open("wb") as file:
            file.writelines(_parts(out, form))


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    """Say what to do where a file or folder cannot be made."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{error.filename or output}: {error.strerror}; choose another place with -o") from error


def _parts(out: Path, form: str) -> Iterator[bytes]:
    base = manifest(out)["base"]
    if form in WRITERS:
        yield from _rdf(out, form, base)
        return
    from kg.run.reopen import facts, results  # noqa: PLC0415 — brings the stages, which RDF formats need not

    if form == "parquet":
        require_parquet()
        yield from import_module("kg.write.parquet").to_parquet(facts(out), base)
    else:
        yield getattr(import_module("kg.write.property_graph"), NETWORKS[form])(tuple(results(out)))


def require_parquet() -> None:
    """Say what to install where Parquet cannot be written."""
    if find_spec("pyarrow") is None:
        raise click.ClickException("parquet needs pyarrow; pip install 'govplan-kg[parquet]'")


def _rdf(out: Path, form: str, base: str) -> Iterator[bytes]:
    from kg.write.term import read_graphs  # noqa: PLC0415 — brings rdflib

    try:
        with (out / "graph.nq").open("rb") as nquads:
            yield from WRITERS[form].write(read_graphs(nquads), base)
    except FileNotFoundError as error:
        raise OutputError(f"{out / 'graph.nq'}: {error.strerror}; run `kg build` again") from error


def _write_folder(out: Path, form: str, output: Path | None) -> None:
    if output is None:
        raise click.UsageError(f"{form} makes several files: name their folder with -o.")
    from kg.run.reopen import documents, results  # noqa: PLC0415
    from kg.write.parts import write_parts  # noqa: PLC0415
    from kg.write.property_graph import to_neo4j  # noqa: PLC0415

    with _writing(output):
        if form == "nquads-parts":
            write_parts(out / "graph.nq", output, (document.graph.bytes for document in documents(out)))
            return
        files = to_neo4j(tuple(results(out)))
        output.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (output / name).write_bytes(data)

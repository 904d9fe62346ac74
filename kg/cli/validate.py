"""`kg validate`: a built graph, or any file of RDF, against shapes and invariants."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kg.check.shapes import Violation, validate
from kg.run.folder import manifest
from kg.run.journal import JOURNAL
from kg.run.reopen import results


@click.command("validate")
@click.argument("target", metavar="OUT|FILE", type=click.Path(exists=True, path_type=Path))
def command(target: Path) -> None:
    """Check a folder that `kg build` has made, or a file of RDF, against the shapes of the ontology.

    In a folder, the files are compared with their hashes in manifest.json too, and quotes with the articles' text.
    Exit code 1 where there are faults, each with its place.

    \b
    Example:
      kg validate out
    """
    faults = list(_changed(target)) if target.is_dir() else []
    faults += map(_line, validate(target, _texts(target)))
    for fault in faults:
        click.echo(fault)
    click.echo(f"{target}: {len(faults) or 'no'} fault{'s' * (len(faults) != 1)}", err=True)
    sys.exit(1 if faults else 0)


def _changed(out: Path) -> Iterator[str]:
    """Files that are not as the build left them."""
    for name, about in manifest(out)["files"].items():
        path = out / name
        if not path.is_file():
            yield f"{path}: is missing; run `kg build` again"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != about["sha256"]:
            yield f"{path}: is not as the build left it; run `kg build` again"


def _texts(target: Path) -> dict[str, str]:
    """The visible texts by document, where the journal of the build still has them."""
    if not (target / JOURNAL).is_file():
        return {}
    base = manifest(target)["base"]
    return {base + result.facts.document.id: result.article.text for result in results(target)}


def _line(fault: Violation) -> str:
    place = " ".join(filter(None, (fault.node, fault.path, fault.value)))
    return f"{place}: {fault.message}"

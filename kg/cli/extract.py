"""`kg extract`: what articles say, one JSON object per line."""

from __future__ import annotations

import sys

import click

from kg.errors import InputError
from kg.extract import extract
from kg.iri import BASE
from kg.read import read, sources
from kg.run.task import DEFAULT_LIMITS, SLOW, Failure, Job, attempt, load
from kg.write.record import record, to_json


@click.command("extract")
@click.argument("names", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--with-text", is_flag=True, help="Add the visible text, into which start and end point.")
@click.option("--base", default=BASE, metavar="IRI", help="Base of the ids.")
def command(names: tuple[str, ...], with_text: bool, base: str) -> None:
    """Print what the articles say as JSON Lines, one object per document.

    SOURCE is a file, a folder, a glob, a JSON Lines file, or - for standard input.

    \b
    Example:
      kg extract examples --with-text > facts.jsonl
    """

    def line(job: Job) -> bytes:
        article = read(job.source)
        return to_json(record(article, extract(article), base, with_text=with_text))

    failed = False
    for source in sources(names):
        try:
            outcome = attempt(line, load(source), DEFAULT_LIMITS)
            found = outcome.found
            if outcome.seconds > SLOW:
                click.echo(f"{source.name}: took {outcome.seconds:.1f} s", err=True)
        except InputError as error:
            found = Failure(source.name, "unreadable", str(error).removeprefix(f"{source.name}: "))
        if isinstance(found, Failure):
            click.echo(f"{found.source}: {found.message}", err=True)
            failed = True
        else:
            sys.stdout.buffer.write(found)
    sys.stdout.buffer.flush()
    sys.exit(failed)

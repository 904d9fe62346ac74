"""The command line. Data on stdout, log and progress on stderr, `-` is stdin or stdout.

Each subcommand is a module beside this one with a click command named `command`; it is imported when it is called.
Exit codes: 0 all good, 1 some sources had faults (the others are built), 2 usage, 130 stopped by Ctrl-C; others stand
in `kg.errors`.
"""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click

from kg import __version__
from kg.errors import KgError

COMMANDS = {
    "build": "Build the graph of some articles.",
    "extract": "Print what articles say, as JSON Lines.",
    "explain": "Show an article with what was recognised marked, and why.",
    "spark": "Build on a Spark cluster.",
    "query": "Ask a built graph a question in SPARQL, or a shipped one by name.",
    "serve": "Serve a built graph: SPARQL endpoint, query editor, entity pages.",
    "compare": "Tabulate an indicator by region and year.",
    "conflicts": "List figures that contradict each other.",
    "diff": "List what changed between two builds.",
    "validate": "Check a built graph against shapes and invariants.",
    "export": "Write a built graph in another format.",
    "push": "Send a built graph to a SPARQL store.",
    "store": "Rebuild the embedded store from graph.nq.",
}

INTERRUPTED = 130
"""What shells say of a command that Ctrl-C ended: 128 and the number of the signal."""


class Fault(click.ClickException):
    """A KgError on its way to the terminal."""

    def __init__(self, error: KgError) -> None:
        super().__init__(str(error))
        self.exit_code = error.exit_code  # type: ignore[misc]  # click reads it from the instance


class Commands(click.Group):
    """Subcommands by name, imported only when called; `kg --help` reads the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"kg.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            close = get_close_matches(args[0], COMMANDS)
            meant = f" Did you mean {' or '.join(close)}?" if close else ""
            raise click.UsageError(error.message + meant, ctx) from error

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise Fault(error) from error
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            # `python -m` kills itself by the signal where it came while a string was executed (a dataclass being made),
            # though it was caught; the next string that is executed lets it forget that.
            exec("")  # noqa: S102
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader (`| head`) has what it wanted. Python would still flush stdout at exit and complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group("kg", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Turn Chinese government plans into a knowledge graph in which every number points at the words it was read from.

    \b
    Example:
      kg build examples/*.md -o out
      kg query out --name targets
    """

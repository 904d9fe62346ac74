"""The command's front door: lazy, documented, with honest exit codes."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main
from kg.errors import KgError, LexiconError, OutputError, StoreError


def leaves() -> list[tuple[str, click.Command]]:
    """All commands by what is typed, subcommands of groups included."""
    found = []
    for name in COMMANDS:
        command = import_module(f"kg.cli.{name}").command
        below = command.commands.items() if isinstance(command, click.Group) else ()
        found += [(name, command), *((f"{name} {sub}", each) for sub, each in below)]
    return found


@pytest.mark.parametrize(("name", "command"), leaves(), ids=lambda value: value if isinstance(value, str) else "")
def test_help_ends_with_an_example(name: str, command: click.Command) -> None:
    text = CliRunner().invoke(main, [*name.split(), "--help"]).output
    assert f"Usage: kg {name}" in text
    assert "Example" in text
    assert f"kg {name}" in text.split("Example")[1]


def test_help_lists_every_command_and_imports_none() -> None:
    program = "import sys, kg.cli; kg.cli.main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    *text, modules = done.stdout.splitlines()
    assert [name for name in COMMANDS if not any(line.strip().startswith(name) for line in text)] == []
    assert {name for name in modules.split() if name.startswith("kg")} == {"kg", "kg.cli", "kg.errors"}
    assert {"rdflib", "pyoxigraph", "rich", "networkx", "jinja2"}.isdisjoint(modules.split())


@pytest.mark.parametrize("error", [OutputError, LexiconError, StoreError])
def test_an_error_gives_its_message_and_its_exit_code(error: type[KgError], monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command
    def broken() -> None:
        raise error("out: what, where, what next")

    monkeypatch.setattr("kg.cli.diff.command", broken)
    done = CliRunner().invoke(main, ["diff"])
    assert done.exit_code == error.exit_code
    assert done.stderr == "Error: out: what, where, what next\n"
    assert done.stdout == ""


@pytest.mark.parametrize("arguments", [["no-such"], ["build"], ["build", "-o", "out"], ["diff", "a"], ["extract"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_a_reader_that_goes_away_is_no_error(example: object) -> None:
    sources = [str(example)] * 100
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "extract", *sources], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0

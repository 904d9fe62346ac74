"""The command's front door: lazy, documented, with honest exit codes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "No such command 'bild'. Did you mean build?"),
        (["serve", "out", "--port", "70000"], "70000 is not in the range"),
    ],
)
def test_wrong_usage_is_told_what_was_meant(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_ctrl_c_has_an_exit_code_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.cli.diff.command", stopped)
    done = CliRunner().invoke(main, ["diff"])
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "Stopped.\n")


def test_ctrl_c_while_a_class_is_made_has_the_same_exit_code(tmp_path: Path) -> None:
    program = (
        "from kg.cli import diff, main\ndiff.command.callback = lambda **_: exec('raise KeyboardInterrupt')\nmain()\n"
    )
    (tmp_path / "stopped.py").write_text(program, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "stopped", "diff", ".", "."], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"Stopped.\n")


def test_explain_goes_on_after_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("云山市绿化规划\n\n到2025年，云山市造林面积达到12万亩。\n", "utf-8")
    done = CliRunner().invoke(main, ["explain", str(tmp_path)])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{tmp_path / 'a.txt'}: the file is empty; ")
    assert str(tmp_path / "b.txt") in done.stdout
    assert "120000 亩" in done.stdout


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_reader_that_goes_away_is_no_error(command: str, example: Path, tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.md").write_bytes(example.read_bytes())
    with subprocess.Popen(
        [sys.executable, "-m", "kg", command, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read().splitlines()
        assert [line for line in told if b": took " not in line] == []
    assert process.returncode == 0


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="a terminal sends Ctrl-C to all processes of a group")
@pytest.mark.parametrize("seconds", [0.7, 1.2])
def test_ctrl_c_in_the_midst_of_a_build_is_told_in_a_word(seconds: float, example: Path, tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.md").write_bytes(example.read_bytes() + f"第{number}篇。".encode())
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "build", str(tmp_path), "-o", str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate()
    assert (process.returncode, told) in ((130, b"Stopped.\n"), (0, b""))

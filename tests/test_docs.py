"""The README says what there is: every command, the files of a build, pictures that exist, commands that run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main
from kg.cli.build import FILES


@pytest.fixture(scope="session")
def readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(readme: str, name: str) -> None:
    assert f"`kg {name}" in readme


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_a_build_is_in_the_readme(readme: str, name: str) -> None:
    assert f"`{name}" in readme


def test_the_readme_opens_with_two_commands_and_a_picture(readme: str) -> None:
    opening = readme.split("\n## ", maxsplit=1)[0]
    assert re.search(r"make demo.*\n.*make test.*\n", opening)
    assert "](docs/page.png)" in opening


def test_what_the_readme_points_at_is_there(root: Path, readme: str) -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", readme) if not target.startswith("http")]
    assert [target for target in targets if not (root / target).exists()] == []


def console_lines(root: Path) -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ kg ")]


def test_the_commands_of_the_readme_run(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = console_lines(root)
    assert len(lines) >= 5
    (tmp_path / "examples").symlink_to(root / "examples")
    monkeypatch.chdir(tmp_path)
    for line in lines:
        command = line.split("|")[0].split(">")[0].split("  #")[0]
        done = CliRunner().invoke(main, shlex.split(command)[1:])
        assert done.exit_code == 0, f"{line}\n{done.output}"

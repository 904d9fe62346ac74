"""The wheel works elsewhere: installed in an environment of its own, outside the checkout, it builds the example."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(root)]
    subprocess.run(command, check=True)
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_carries_data_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "kg/py.typed" in names
    for part in (
        "kg/lexicon/region.csv",
        "kg/lexicon/unit.toml",
        "kg/ontology/govplan.ttl",
        "kg/write/page/page.html.j2",
    ):
        assert part in names
    assert any(name.startswith("kg/ontology/queries/") and name.endswith(".rq") for name in names)
    assert any(name.startswith("kg/write/page/vendor/") and name.endswith(".js") for name in names)
    assert any("/licenses/" in name and name.endswith("LICENSE") for name in names)
    assert any(name.startswith("kg/write/page/vendor/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "out/", "benchmarks/"))]


def test_the_wheel_builds_the_example_elsewhere(wheel: Path, example: Path, tmp_path: Path) -> None:
    home = tmp_path / "环境 with space"
    venv.create(home, with_pip=True)
    bin_folder = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([bin_folder / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    kg = [str(bin_folder / "python"), "-m", "kg"]
    assert (
        "Commands" in subprocess.run([*kg, "--help"], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    )
    done = subprocess.run(
        [*kg, "build", str(example), "-o", "out"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert "9 targets" in done.stdout
    asked = subprocess.run([*kg, "query", "--list"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert asked.stdout.strip()

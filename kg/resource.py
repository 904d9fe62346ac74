"""Where the files are that travel with the package: beside it in a checkout, inside it once it is installed."""

from __future__ import annotations

from pathlib import Path


def ontology_path() -> Path:
    """The folder of govplan.ttl, shapes.ttl and queries/."""
    installed = Path(__file__).parent / "ontology"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "ontology"


def package_text(name: str) -> str:
    """The text of a data file of the package by its path below `kg/`: lexicon/unit.toml.

    A plain path: `importlib.resources` would load archives and temporary files, for which `kg extract` need not wait.
    """
    return (Path(__file__).parent / name).read_text("utf-8")

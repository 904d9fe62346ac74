"""Where the files are that travel with the package: beside it in a checkout, inside it once it is installed."""

from __future__ import annotations

from pathlib import Path


def ontology_path() -> Path:
    """The folder of govplan.ttl, shapes.ttl and queries/."""
    installed = Path(__file__).parent / "ontology"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "ontology"

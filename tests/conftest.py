"""What tests share: where things stand, and the example's build."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-out", action="store_true", help="renew the checked-in build of the example")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def example() -> Path:
    """The example article."""
    return ROOT / "examples" / "shanghai-digital.md"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, example: Path) -> Path:
    """A build of the example article. Read it; do not change it."""
    from kg.run import run

    out = tmp_path_factory.mktemp("built") / "out"
    run([str(example)], out)
    return out

"""The example article: its checked-in build is current, and it says what the article it was modelled on says."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.extract import extract
from kg.model import Claim, Facts
from kg.read import read, sources
from kg.run import Options, run

SHIPPED = ("claims.csv", "documents.jsonl", "graph.html", "graph.nq", "graph.ttl", "issues.jsonl", "manifest.json")


def test_the_checked_in_build_is_current(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(root)  # sources are named in the build as they are given
    fresh = tmp_path / "out"
    run(["examples"], fresh, Options(store=False))
    if request.config.getoption("--update-out"):
        for name in SHIPPED:
            shutil.copy(fresh / name, root / "out" / name)
    assert sorted(path.name for path in fresh.iterdir() if not path.name.startswith(".")) == sorted(SHIPPED)
    stale = [name for name in SHIPPED if (fresh / name).read_bytes() != (root / "out" / name).read_bytes()]
    assert stale == [], "run `make out` and look at the difference"


def test_what_is_found_is_printed(example: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(example), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    found = "1 document, 1 organisation, 1 event, 1 plan, 6 projects, 4 visions, 9 targets"
    assert found in done.stdout
    assert "9 × deadline beyond period" in done.stdout
    assert all(
        str(tmp_path / "out" / name) in done.stdout for name in ("graph.html", "graph.ttl", "claims.csv", "store")
    )
    assert done.stderr == ""


def facts(path: Path) -> Facts:
    (source,) = sources([str(path)])
    return extract(read(source))


def amount(claim: Claim) -> tuple[object, ...]:
    return claim.metric, claim.value, claim.value_max, claim.unit, claim.comparator


def bare(found: Facts) -> dict[str, Any]:
    """What is said, without where it stands, whose words it is in and in which order."""
    plan = {one.id: one.title for one in found.plans}
    body = {one.id: one.name for one in found.organisations}
    return {
        "plans": {(p.title, p.aliases, p.kind, p.period, p.region) for p in found.plans},
        "organisations": {(o.name, o.region) for o in found.organisations},
        "events": {(e.kind, e.date, tuple(body[o] for o in e.organisers)) for e in found.events},
        "projects": {(p.name, plan.get(p.plan or ""), p.region) for p in found.projects},
        "visions": sorted((g.year, plan.get(g.plan or ""), g.region, bool(g.prepares_for)) for g in found.goals),
        "claims": {
            (*amount(c), c.change, c.status, c.year, c.period, c.subject, c.region, c.flags)
            for c in found.claims
            if c.plan in plan
        },
        "published": found.document.published and found.document.published.value,
    }


def test_the_example_says_what_its_model_says(root: Path, example: Path) -> None:
    model = root.parent / "shared" / "seed" / "000_3bc42b969c8e5e2b.txt"
    if not model.exists():
        pytest.skip("the article it was modelled on is not here")
    assert bare(facts(example)) == bare(facts(model))


def test_the_example_is_complete(example: Path) -> None:
    found = facts(example)
    assert found.document.editor
    assert found.document.editor.value == "林予安"
    assert found.document.image
    assert [c.value for c in found.document.categories] == ["城市", "示例财经", "示例财经－国内"]
    assert sorted(claim.value for claim in found.claims) == [35, 50, 50, 80, 80, 100, 200, 100_000_000, 1_500_000_000]
    assert {claim.year for claim in found.claims} == {2035}
    assert [goal.year for goal in found.goals] == [2025, 2025, 2025, 2035]
    last = found.goals[-1]
    assert [goal.prepares_for for goal in found.goals] == [last.id, last.id, last.id, None]
    assert replace(last, prepares_for=None) == last

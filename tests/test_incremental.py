"""Whatever happened to the articles and to earlier builds, the next build equals one from nothing, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kg.iri import BASE
from kg.run import Options, run
from kg.run.product import Product
from kg.run.task import Job
from kg.run.work import work

from .test_build import article, content

LEAN = Options(workers=1, store=False, page=False)
NAMES = st.sampled_from([f"{number}{end}" for number in range(4) for end in (".md", ".txt", " 2021-03-04.md")])
TEXTS = st.integers(0, 5).map(article) | st.just("今年，全市造林面积达到12万亩。")


def power_cut(job: Job, left: list[int]) -> Product:
    """Build as usual until the given number of documents is done."""
    if not left[0]:
        raise KeyboardInterrupt
    left[0] -= 1
    return work(job, BASE)


class Folder(RuleBasedStateMachine):
    """A folder of articles that people edit, and the build they keep up to date."""

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.articles, self.out = self.root / "articles", self.root / "out"
        self.articles.mkdir()
        (self.articles / "always.md").write_text(article(9), "utf-8")
        self.published: dict[str, bytes] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @rule(name=NAMES, text=TEXTS)
    def write(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, "utf-8")

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        (self.articles / name).unlink(missing_ok=True)

    @rule(name=NAMES, other=NAMES)
    def move(self, name: str, other: str) -> None:
        if (self.articles / name).exists():
            (self.articles / name).replace(self.articles / other)

    @rule(name=NAMES)
    def spoil(self, name: str) -> None:
        (self.articles / name).write_bytes(b"\x00\x01")

    @rule(left=st.integers(0, 3))
    def cut_the_power(self, left: int) -> None:
        """A run that ends after a few documents, or with nothing left to do."""
        options = Options(workers=1, store=False, page=False, task=partial(power_cut, left=[left]))
        try:
            run([str(self.articles)], self.out, options)
        except KeyboardInterrupt:
            return
        self.published = content(self.out)

    @rule()
    def tear_the_spool(self) -> None:
        """What a dying disk or file system may leave of an unfinished run."""
        spool = self.root / ".out.building" / "spool"
        if spool.exists():
            spool.write_bytes(spool.read_bytes()[:-7])

    @rule()
    def build(self) -> None:
        run([str(self.articles)], self.out, LEAN)
        run([str(self.articles)], self.root / "full", LEAN)
        self.published = content(self.out)
        assert self.published == content(self.root / "full")
        shutil.rmtree(self.root / "full")

    @invariant()
    def out_is_what_was_published_last(self) -> None:
        assert (content(self.out) if self.out.exists() else {}) == self.published


TestFolder = Folder.TestCase
TestFolder.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.parametrize("number", range(10))
def test_builds_killed_again_and_again(tmp_path: Path, number: int) -> None:
    """Kill a run at ten moments of its life, each time going on from where the last one was killed."""
    articles, out = tmp_path / "articles", tmp_path / "out"
    articles.mkdir()
    for each in range(60):
        (articles / f"{each:02}.md").write_text(article(each), "utf-8")
    command = [sys.executable, "-m", "kg", "build", str(articles), "-o", str(out), "--no-page", "--no-store"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        time.sleep(0.2 + number * 0.07)
        process.kill()
    assert not out.exists() or (out / "manifest.json").exists()
    options = Options(store=False, page=False)
    run([str(articles)], out, options)
    run([str(articles)], tmp_path / "full", options)
    assert content(out) == content(tmp_path / "full")

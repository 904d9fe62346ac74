"""Drivers: the pool with its limits, the log, the output folder."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.read import Source
from kg.run import log
from kg.run.folder import MANIFEST, NEW, refuse_foreign, staging, swap
from kg.run.pool import FEW_JOBS, outcomes
from kg.run.task import Failure, Job, Limits, attempt
from tests import poison
from tests.conftest import ROOT

QUICK = Limits(seconds=2, seconds_per_mb=0, memory=1 << 29)


def jobs(*texts: str) -> Iterator[Job]:
    for number, text in enumerate(texts):
        yield Job(str(number), Source(f"{number}.md", f"{text}#{number}".encode()))


def many(*texts: str) -> Iterator[Job]:
    return jobs(*texts, *["plain"] * 100)


def failures(given: Iterator[Job]) -> dict[str, str]:
    """Codes of the failures by source; asserts that all other jobs were done."""
    found = list(outcomes(given, poison.obey, 2, QUICK))
    failed = {o.found.source: o.found.code for o in found if isinstance(o.found, Failure)}
    done = {o.name: o.found for o in found if not isinstance(o.found, Failure)}
    assert len(done) + len(failed) == len(found) == len({o.name for o in found})
    assert all(text == f"plain#{name.removesuffix('.md')}" for name, text in done.items())
    return failed


def test_few_jobs_are_done_in_this_process() -> None:
    found = list(outcomes(jobs(*["plain"] * FEW_JOBS), lambda job: os.getpid(), 2, QUICK))
    assert {o.found for o in found} == {os.getpid()}


def test_many_jobs_are_done_in_other_processes() -> None:
    assert failures(many()) == {}


def test_a_run_that_is_given_up_ends_though_workers_are_sending_much() -> None:
    """A worker ended in the middle of a message would leave the pool waiting for its rest."""

    def give_up() -> None:
        for _ in range(3):
            found = outcomes(jobs(*["much"] * 400), poison.obey, 2, QUICK)
            next(found)
            found.close()  # type: ignore[attr-defined]  # it is a generator

    thread = threading.Thread(target=give_up, daemon=True)
    thread.start()
    thread.join(60)
    assert not thread.is_alive()


@pytest.mark.parametrize("text", ["raise", "loop"])
def test_a_poisoned_document_among_few_is_one_failure(text: str) -> None:
    code = {"raise": "defect", "loop": "too-slow"}[text]
    assert failures(jobs("plain", text, "plain")) == {"1.md": code}


def test_poisoned_documents_among_many_are_failures_of_their_own() -> None:
    given = many("raise", "plain", "crash", "loop", "plain", "crash", "eat")
    expected = {"0.md": "defect", "2.md": "crash", "3.md": "too-slow", "5.md": "crash", "6.md": "too-big"}
    assert failures(given) == expected


@pytest.mark.parametrize("others", [0, 100])
def test_time_that_a_document_gets_no_processor_for_does_not_count(others: int) -> None:
    found = {o.name: o.found for o in outcomes(jobs("sleep", *["plain"] * others), poison.obey, 2, QUICK)}
    assert found["0.md"] == "sleep#0"


def test_a_failure_says_what_and_where() -> None:
    found = attempt(poison.obey, next(jobs("raise")), QUICK).found
    assert isinstance(found, Failure)
    assert found.message.startswith("ValueError at poison.py:")
    assert "no such figure" in found.message


def test_a_time_limit_grows_with_size() -> None:
    assert Limits(seconds=1, seconds_per_mb=2).time(3_000_000) == 7


def test_a_log_gives_back_what_was_appended(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("wb") as file:
        for number in range(3):
            file.write(log.frame(b"head%d" % number, b"body" * number))
    found = list(log.frames(path))
    assert [frame.head for frame in found] == [b"head0", b"head1", b"head2"]
    assert path.read_bytes()[found[2].offset :][: found[2].length] == b"bodybody"
    assert log.end(path) == path.stat().st_size


@pytest.mark.parametrize("cut", range(1, 21))
def test_a_torn_log_ends_at_its_last_whole_frame(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "log"
    with path.open("wb") as file:
        file.write(log.frame(b"head", b"body"))
        whole = file.tell()
        file.write(log.frame(b"head", b"body"))
    os.truncate(path, path.stat().st_size - cut)
    assert log.end(path) == whole if cut < 20 else log.end(path) in (0, whole)


def test_a_damaged_frame_is_not_seen(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with path.open("wb") as file:
        file.write(log.frame(b"head", b"body"))
    path.write_bytes(path.read_bytes().replace(b"body", b"bodi"))
    assert list(log.frames(path)) == []


def make(folder: Path, text: str) -> None:
    (folder / NEW / "graph.nq").write_text(text)
    (folder / NEW / MANIFEST).write_text('{"files": {"graph.nq": {"bytes": 1}}}')


def test_out_is_replaced_as_a_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for text in ("old", "new"):
        with staging(out) as folder:
            make(folder, text)
            swap(folder, out)
    assert (out / "graph.nq").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_out_is_replaced_where_folders_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.run.folder._exchange", lambda one, other: False)
    test_out_is_replaced_as_a_whole(tmp_path)


def test_a_replacement_killed_half_way_is_undone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with staging(out) as folder:
        make(folder, "old")
        swap(folder, out)
    out.rename(tmp_path / ".out.replaced")
    with staging(out):
        assert (out / "graph.nq").read_text() == "old"


def test_an_unfinished_build_leaves_out_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with staging(out) as folder:
        make(folder, "old")
        swap(folder, out)
    with staging(out) as folder:
        make(folder, "half")
    assert (out / "graph.nq").read_text() == "old"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"notes.txt": "mine"}, "choose an empty folder"),
        ({MANIFEST: '{"files": {}}', "notes.txt": "mine"}, "holds notes.txt"),
        ({MANIFEST: "{"}, "cannot be read"),
        ({MANIFEST: "[]"}, "is not of a build"),
    ],
)
def test_a_folder_of_others_is_refused(tmp_path: Path, files: dict[str, str], words: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(OutputError, match=words):
        refuse_foreign(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="is a file"):
        refuse_foreign(tmp_path / "out")


def test_two_builds_of_one_out_exclude_each_other(tmp_path: Path) -> None:
    with staging(tmp_path / "out"), pytest.raises(OutputError, match="another build"), staging(tmp_path / "out"):
        pass


def test_what_a_killed_build_was_starting_holds_its_out_for_a_moment_only(tmp_path: Path) -> None:
    holder = tmp_path / ".out.building"
    holder.mkdir()
    program = (
        "import fcntl, os, time\n"
        f"fcntl.flock(os.open({str(holder)!r}, os.O_RDONLY), fcntl.LOCK_EX)\n"
        "print(flush=True)\ntime.sleep(0.3)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with staging(tmp_path / "out") as folder:
            assert folder == holder


def test_workers_die_with_their_parent(tmp_path: Path) -> None:
    """A killed build must not leave processes that wait for work for ever."""
    program = (
        "import os, sys\nfrom tests import poison, test_run\nfrom kg.run.pool import outcomes\n"
        "for each in outcomes(test_run.jobs(*['pid'] * 50), poison.obey, 2, test_run.QUICK):\n"
        "    print(each.found, flush=True)\nsys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout
        worker = int(process.stdout.readline())
        process.kill()
    deadline = time.monotonic() + 20
    while _is_alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_alive(worker)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_no_document_is_blamed_for_a_script_without_a_guard(tmp_path: Path) -> None:
    """Worker processes import the script that started them; one that builds when it is imported ends them."""
    script = tmp_path / "script.py"
    script.write_text(
        "from tests import poison, test_run\nfrom kg.run.pool import outcomes\n"
        "print(len(list(outcomes(test_run.jobs(*['plain'] * 50), poison.obey, 1, test_run.QUICK))))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("call run() below `if __name__ == '__main__':`")
    assert done.stdout == ""

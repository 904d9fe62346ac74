"""Compiled patterns kept between runs: the same patterns, never a wrong one, never a failure."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg.compiled
from kg.compiled import compiled, keep

PATTERNS = (
    "到(?P<year>[0-9]{4})年",
    "(?:一|二)(?P<a>三)?(?P<b>四)",
    "[、，甲乙丙丁戊己]+",
    "^甲$",
    "(?i:kg)|[^\\W\\d]",
    "(?<=近)[0-9]+",
    "(?<!近)(?:[0-9]{2}|(?=[二三])(?:二|一)?三|到?(?P<year>20))|(?!年)甲",
    "(?:|二)三|(?=一)四?",
    "(?<=一)(?:[^三]|二)|.甲|(?:近)?(?=3)",
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of its own, and a process that has compiled nothing yet and may write."""
    path = tmp_path / "cache" / "compiled.patterns"
    monkeypatch.setattr(kg.compiled, "FILE", path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    _forget(monkeypatch)
    return path


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.compiled, "_new", {})
    kg.compiled._kept.cache_clear()
    monkeypatch.setattr(kg.compiled, "_keep_at_exit", lambda: None)


def _same(pattern: str, flags: int = 0) -> None:
    found, wanted = compiled(pattern, flags), re.compile(pattern, flags)
    text = "近300，到2025年，二三四、一四kg甲\n甲"
    assert (found.pattern, found.flags, found.groups, found.groupindex) == (
        wanted.pattern,
        wanted.flags,
        wanted.groups,
        wanted.groupindex,
    )
    assert [(m.span(), m.groupdict(), m.lastgroup) for m in found.finditer(text)] == [
        (m.span(), m.groupdict(), m.lastgroup) for m in wanted.finditer(text)
    ]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_kept_pattern_is_the_pattern(pattern: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for flags in (0, re.MULTILINE):
        _same(pattern, flags)
    keep()
    assert file.exists()
    _forget(monkeypatch)
    monkeypatch.setattr(kg.compiled, "_arguments", None)  # nothing may be compiled now
    for flags in (0, re.MULTILINE):
        assert (pattern, flags) in kg.compiled._kept()
        _same(pattern, flags)


def test_what_others_kept_meanwhile_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("甲", 0)
    keep()
    _forget(monkeypatch)
    compiled("乙", 0)
    kg.compiled._kept.cache_clear()
    keep()
    _forget(monkeypatch)
    assert set(kg.compiled._kept()) == {("甲", 0), ("乙", 0)}
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "other Python", "bad integers", "folder"])
def test_a_damaged_file_costs_time_only(damage: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("到(?P<year>[0-9]{4})年", 0)
    if damage == "bad integers":
        monkeypatch.setitem(kg.compiled._new, (PATTERNS[0], 0), marshal.dumps((32, b"\xff\0\0\0" * 9, 1, {}, ())))
    keep()
    raw = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        middle = len(raw) // 2
        written = {
            "empty": b"",
            "cut": raw[:middle],
            "flipped": raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :],
            "other Python": b"2.7" + raw[3:],
        }
        file.write_bytes(written.get(damage, raw))
    _forget(monkeypatch)
    _same(PATTERNS[0])
    keep()


def test_what_other_code_compiled_is_not_taken(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("甲", 0)
    keep()
    _forget(monkeypatch)
    made_by = kg.compiled._made_by()
    monkeypatch.setattr(kg.compiled, "_made_by", lambda: made_by[:-1] + b"9")
    assert kg.compiled._kept() == {}
    assert file.exists()


def test_nothing_is_written_where_python_writes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled("甲", 0)
    keep()
    assert not file.exists()


def test_a_large_file_is_begun_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("甲", 0)
    keep()
    monkeypatch.setattr(kg.compiled, "ENOUGH", 10)
    _forget(monkeypatch)
    assert kg.compiled._kept() == {}
    assert file.exists()


def test_a_faulty_pattern_is_no_secret(file: Path) -> None:
    with pytest.raises(re.error):
        compiled("(", 0)
    assert not file.exists()


def test_the_next_process_compiles_nothing(tmp_path: Path) -> None:
    """The real thing: two runs of the command, the second with a `re` that refuses to compile what kg asks of it."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    article = Path(__file__).parents[1] / "examples" / "shanghai-digital.md"
    script = (
        "import sys, kg.compiled\n"
        "if sys.argv.pop(1) == 'second':\n"
        "    kg.compiled._arguments = lambda pattern, flags: sys.exit(f'compiled again: {pattern}')\n"
        "from kg.cli import main\n"
        "main()"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, name, "extract", str(article)],
            env=environment,
            capture_output=True,
            check=True,
        ).stdout
        for name in ("first", "second")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 1000

"""Patterns compiled late: as good as those compiled at once, and every one of them compiles."""

from __future__ import annotations

import gc
import pkgutil
import re
import subprocess
import sys
from importlib import import_module

import pytest

from kg.pattern import Late, late
from kg.recognise.entity import body
from tests.rows import texts

PACKAGES = ("lexicon", "read", "recognise", "resolve", "describe")


def patterns() -> list[Late]:
    """All patterns of the packages."""
    for package in map(import_module, (f"kg.{name}" for name in PACKAGES)):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    body.patterns()
    return [thing for thing in gc.get_objects() if isinstance(thing, Late) and thing.pattern != "("]


def test_all_find_what_re_finds() -> None:
    """None passes over a place where it would match, because of what it is told to begin with."""
    found = patterns()
    assert len(found) > 500
    text = "\n".join(texts()[::15])
    for pattern in found:
        plain = re.compile(pattern.pattern, pattern.flags)
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain.finditer(text)], pattern.pattern


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_finds_what_the_compiled_pattern_finds(method: str) -> None:
    text = "到2025年，绿道达到80公里"
    for source in ("[0-9]+", "到(?P<year>[0-9]{4})年", "^.*$", "没有"):
        found, wanted = getattr(late(source), method)(text, 1), getattr(re.compile(source), method)(text, 1)
        assert (found and found.span()) == (wanted and wanted.span())


def test_flags_count() -> None:
    assert [m.start() for m in late("^甲", re.MULTILINE).finditer("甲\n甲")] == [0, 2]
    assert late("[、，]").split("甲、乙，丙") == ["甲", "乙", "丙"]
    assert late("甲").sub("乙", "甲丙") == "乙丙"
    assert late("甲").findall("甲甲") == ["甲", "甲"]


def test_a_faulty_pattern_says_so_at_its_first_use() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_what_is_no_method_is_missing() -> None:
    with pytest.raises(AttributeError):
        late("甲").scanner  # type: ignore[attr-defined]  # noqa: B018


def test_nothing_is_compiled_before_its_use() -> None:
    """Importing the recognisers compiles only the few patterns that are put together from lexicons."""
    script = (
        "import re, sys\n"
        "import kg.pattern\n"
        "compiled = []\n"
        "kg.pattern.re = type('Re', (), {'compile': lambda *a: compiled.append(a) or re.compile(*a)})\n"
        "import kg.extract\n"
        "print(len(compiled))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "0"

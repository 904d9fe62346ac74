"""Shipped questions: ontology/queries/NAME.rq, SPARQL with blanks to fill in.

The first line is a comment with the question in words. `# @param NAME DEFAULT description` declares a blank, `-` as
DEFAULT that it must be filled. `$NAME$` in the text is replaced by a literal: inside quotes by the escaped words,
elsewhere by a number as it is or by a quoted string, so that no value can become anything but a value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError, QueryError
from kg.resource import ontology_path

_PARAM = re.compile(r"^#\s*@param\s+(\w+)\s+(\S+)\s*(.*)$", re.MULTILINE)
_ROLLUP = re.compile(r"^#\s*@rollup\s*$", re.MULTILINE)
_BLANK = re.compile(r"(?P<quote>[\"']?)\$(?P<name>\w+)\$")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Blank:
    """A parameter of a question; `default` is None where a value must be given."""

    name: str
    default: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped query: its name, what it asks in words, its blanks, and the text with `$NAME$` in it."""

    name: str
    title: str
    blanks: tuple[Blank, ...]
    text: str
    is_rollup: bool = False
    """Marked `# @rollup`: costly, without blanks, and answered when a store is built."""


def questions(folder: Path | None = None) -> dict[str, Question]:
    """The shipped questions by name, in order of their names."""
    found = (folder or ontology_path() / "queries").glob("*.rq")
    return {path.stem: _read(path) for path in sorted(found)}


def question(name: str, folder: Path | None = None) -> Question:
    """One question by name. Raises QueryError that lists the names where there is none such."""
    known = questions(folder)
    if name not in known:
        raise QueryError(f"no shipped question is called {name!r}; there are {', '.join(known) or 'none'}")
    return known[name]


def fill(question: Question, values: Mapping[str, str]) -> str:
    """The question as a query, each blank replaced by its value or default.

    Raises QueryError where a value is missing or names no blank.

    >>> asked = Question("a", "在何处？", (Blank("region", None, ""),), 'ASK { ?r rdfs:label "$region$"@zh }')
    >>> fill(asked, {"region": '上海" }'})
    'ASK { ?r rdfs:label "上海\\\\" }"@zh }'
    """
    names = [blank.name for blank in question.blanks]
    if unknown := sorted(set(values) - set(names)):
        takes = f"it takes {', '.join(names)}" if names else "it takes none"
        raise QueryError(f"question {question.name} has no parameter {unknown[0]}; {takes}")
    filled = {blank.name: values.get(blank.name, blank.default) for blank in question.blanks}
    if missing := [name for name, value in filled.items() if value is None]:
        raise QueryError(f"question {question.name} needs a value: --set {missing[0]}=…")
    return _BLANK.sub(lambda match: _literal(match, question, filled), question.text)


def _literal(match: re.Match[str], question: Question, filled: Mapping[str, str | None]) -> str:
    if match["name"] not in filled:
        raise OntologyError(f"queries/{question.name}.rq: ${match['name']}$ is used and not declared with # @param")
    value = filled[match["name"]] or ""
    if match["quote"]:
        return match["quote"] + value.translate(_ESCAPES)
    return value if _NUMBER.fullmatch(value) else f'"{value.translate(_ESCAPES)}"'


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    blanks = tuple(
        Blank(name, None if default == "-" else default.strip('"'), description)
        for name, default, description in _PARAM.findall(text)
    )
    return Question(path.stem, first.lstrip("# ").strip(), blanks, text, _ROLLUP.search(text) is not None)

"""What a query asks for, decided before it is run: its form, its dataset, and nothing that reaches out or writes.

SPARQL 1.1 Update is another grammar, so an update is no query; SERVICE (Federated Query) would make this machine send
requests for a stranger, and FROM may only name a graph that the store holds: nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.query.place import fault
from kg.query.token import Token, tokens

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
DEEPEST = 60
"""Brackets within brackets: people need a dozen; parsers that call themselves run out of stack in the thousands."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A query that may be run. `default` and `named` are the graphs of its FROM and FROM NAMED clauses, absolute IRIs;
    both empty where it has none and asks the whole dataset."""

    text: str
    form: str
    default: tuple[str, ...]
    named: tuple[str, ...]
    places: tuple[int, ...] = ()
    """Where in the text the graphs are named: the default ones, then the named ones."""


def inspect(text: str, prefixes: Mapping[str, str]) -> Inspected:
    """Read the query's tokens. `prefixes` are those known without a declaration.

    Raises QueryError with its place for an update, SERVICE, an undeclared prefix, too deep nesting, or no query at all.
    """
    found = list(tokens(text))
    form = _form(text, found)
    _refuse(text, found)
    declared = {**prefixes, **_declared(found)}
    _check_prefixes(text, found, declared)
    graphs = _graphs(text, found, declared)
    default = [(iri, place) for iri, is_named, place in graphs if not is_named]
    named = [(iri, place) for iri, is_named, place in graphs if is_named]
    places = tuple(place for _, place in default + named)
    return Inspected(text, form, tuple(iri for iri, _ in default), tuple(iri for iri, _ in named), places)


def _form(text: str, found: Sequence[Token]) -> str:
    """The keyword after the prologue, which consists of PREFIX name IRI, BASE IRI and VERSION string."""
    index = 0
    while index < len(found) and found[index].is_word("PREFIX", "BASE", "VERSION"):
        index += 3 if found[index].is_word("PREFIX") else 2
    if index >= len(found):
        raise fault(text, len(text), f"the query ends before {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    first = found[index]
    if first.is_word(*UPDATES):
        raise fault(text, first.start, f"{first.text} is an update; graphs are only read here, `kg build` makes them")
    if not first.is_word(*FORMS):
        raise fault(text, first.start, f"a query begins with {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    return first.text.upper()


def _refuse(text: str, found: Sequence[Token]) -> None:
    depth = 0
    for token in found:
        if token.is_word("SERVICE"):
            raise fault(text, token.start, "SERVICE asks another server and is refused; ask that server yourself")
        if token.is_word("LOAD"):
            raise fault(text, token.start, "LOAD is an update and is refused; graphs are only read here")
        if token.text in ("{", "(", "[", "<<"):
            depth += 1
        elif token.text in ("}", ")", "]", ">>"):
            depth -= 1
        if depth > DEEPEST:
            raise fault(text, token.start, f"more than {DEEPEST} brackets within one another; simplify the query")


def _declared(found: Sequence[Token]) -> dict[str, str]:
    return {
        name.text[:-1]: _unescape(iri.text[1:-1])
        for word, name, iri in zip(found, found[1:], found[2:], strict=False)
        if word.is_word("PREFIX") and name.kind == "name" and iri.kind == "iri"
    }


def _check_prefixes(text: str, found: Sequence[Token], declared: Mapping[str, str]) -> None:
    for token in found:
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and prefix not in declared:
            known = ", ".join(f"{name}:" for name in sorted(declared))
            raise fault(text, token.start, f"prefix {prefix}: is not declared; known are {known}")


def _graphs(text: str, found: Sequence[Token], declared: Mapping[str, str]) -> list[tuple[str, bool, int]]:
    """IRI, whether NAMED, and place of each dataset clause."""
    graphs = []
    for index, token in enumerate(found):
        if not token.is_word("FROM"):
            continue
        rest = found[index + 1 : index + 3]
        named = bool(rest) and rest[0].is_word("NAMED")
        source = rest[named] if len(rest) > named else None
        if source is None or source.kind not in ("iri", "name"):
            raise fault(text, token.start, "FROM is followed by the IRI of a graph")
        graphs.append((_iri(source, declared), named, source.start))
    return graphs


def _iri(token: Token, declared: Mapping[str, str]) -> str:
    if token.kind == "iri":
        return _unescape(token.text[1:-1])
    prefix, _, local = token.text.partition(":")
    return declared[prefix] + re.sub(r"\\(.)", r"\1", local)


def _unescape(text: str) -> str:
    return re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", lambda m: chr(int(m[1] or m[2], 16) % 0x110000), text)

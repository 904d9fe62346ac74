"""SPARQL text → tokens, by the terminals of the grammar (SPARQL 1.1 Query Language, §19.8, [139]–[173]).

What a query may do is decided on tokens, not on strings: `SERVICE` in a literal, an IRI or a comment is not a clause.
So the tokens must be the ones that the engine sees; where a text could be read in two ways, it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.query.place import fault

_ECHAR = r"""\\(?:[tbnrf"'\\]|u(?![dD][89abAB])[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})"""
_NAME = r"[\w\u00B7\u0300-\u036F\u203F\u2040-]"
_LOCAL = rf"""(?:{_NAME}|[:.]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?#@%])"""

_TERMINALS = (
    ("comment", r"#[^\r\n]*"),
    ("space", r"[ \t\r\n]+"),
    ("iri", r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>"""),
    ("string", rf'''"""(?:"{{0,2}}(?:[^"\\]|{_ECHAR}))*"""'''),
    ("string", rf"""'''(?:'{{0,2}}(?:[^'\\]|{_ECHAR}))*'''"""),
    ("torn", r"""\"{3}|'{3}"""),
    ("string", rf'''"(?:[^"\\\r\n]|{_ECHAR})*"'''),
    ("string", rf"""'(?:[^'\\\r\n]|{_ECHAR})*'"""),
    ("blank", rf"_:\w(?:{_NAME}|\.(?={_NAME}))*"),
    ("name", rf"(?:[^\W\d_](?:{_NAME}|\.(?=[\w.:-]))*)?:(?:(?!-|\.){_LOCAL}*)?(?<!\.)"),
    ("variable", r"[?$]\w[\w\u00B7\u0300-\u036F\u203F\u2040]*"),
    ("language", r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[A-Za-z]+)?"),
    ("number", r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"),
    ("word", r"[A-Za-z][A-Za-z0-9_]*"),
    ("sign", r"\^\^|&&|\|\||!=|<=|>=|<<|>>|[{}()\[\],;.=<>!+\-*/|^?~]"),
)
_TOKEN = re.compile("|".join(f"(?P<t{number}>{pattern})" for number, (_, pattern) in enumerate(_TERMINALS)))

_OPERANDS = {"variable", "name", "iri", "string", "number", "language", "blank"}


class Token(NamedTuple):
    """A terminal: its kind, its words, and where they start in the query (code points)."""

    kind: str
    text: str
    start: int

    def is_word(self, *words: str) -> bool:
        """Whether this is one of these keywords (given in capitals; case does not matter in SPARQL)."""
        return self.kind == "word" and self.text.upper() in words


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query without white space and comments.

    Raises QueryError with its place for what is no token, or could be two different ones.

    >>> [t.text for t in tokens('SELECT * { ?s rdfs:label "上海 SERVICE" } # SERVICE')]
    ['SELECT', '*', '{', '?s', 'rdfs:label', '"上海 SERVICE"', '}']
    """
    position, last = 0, Token("start", "", 0)
    while position < len(query):
        match = _TOKEN.match(query, position)
        if match is None or match.lastgroup is None:
            raise fault(query, position, _why(query[position]))
        token = Token(_TERMINALS[int(match.lastgroup[1:])][0], match.group(), position)
        position = match.end()
        if token.kind in ("space", "comment"):
            continue
        _refuse_two_readings(query, token, last)
        yield token
        last = token


def _why(character: str) -> str:
    if character in "\"'":
        return "this string does not end on its line, or has a wrong escape in it"
    return f"{character!r} cannot stand here in SPARQL"


def _refuse_two_readings(query: str, token: Token, last: Token) -> None:
    """Refuse what an engine that backs up could read otherwise and so see a comment or string begin elsewhere.

    `?a<b:c#>` is an IRI after a variable, or a comparison and a comment;
    an unfinished `'''` is an empty string and a quote.
    """
    if token.kind == "torn":
        raise fault(query, token.start, "this long string has no end, or a wrong escape in it")
    risky = token.kind == "iri" and re.search("[#']", token.text.split("//", maxsplit=1)[0])
    if risky and (last.kind in _OPERANDS or last.text == ")") and not last.text.endswith(":"):
        raise fault(query, token.start, "an IRI or a comparison? Put a space after <, or use a prefix")

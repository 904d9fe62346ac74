"""Where a query stops being SPARQL.

The engine's parser reads characters and reports how far any of its attempts came, words ahead of the mistake. This
one reads tokens, so the furthest token that no rule could take is the mistake, and what the rules wanted could stand
there. It is asked only for the place of an error, never whether a query may be run.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.query.token import Token, tokens

_RULES = """
query = prologue ( select | construct | describe | ask ) values
prologue = ( BASE @iri | PREFIX @name @iri | VERSION @string )*
select = SELECT ( DISTINCT | REDUCED )? ( '*' | column+ ) dataset* where modifiers
column = @variable | '(' expression AS @variable ')'
construct = CONSTRUCT ( template dataset* where | dataset* WHERE template ) modifiers
describe = DESCRIBE ( '*' | term+ ) dataset* where? modifiers
ask = ASK dataset* where modifiers
dataset = FROM NAMED? iri
where = WHERE? group
template = '{' triples? '}'
subselect = SELECT ( DISTINCT | REDUCED )? ( '*' | column+ ) where modifiers values
modifiers = grouping? having? ordering? slice?
grouping = GROUP BY grouped+
grouped = '(' expression ( AS @variable )? ')' | @variable | call
having = HAVING constraint+
ordering = ORDER BY ordered+
ordered = ( ASC | DESC ) '(' expression ')' | @variable | constraint
slice = LIMIT @number ( OFFSET @number )? | OFFSET @number ( LIMIT @number )?
values = ( VALUES data )?
data = @variable '{' datum* '}' | '(' @variable* ')' '{' ( '(' datum* ')' )* '}'
datum = iri | literal | UNDEF
group = '{' ( subselect | body ) '}'
body = triples? ( clause '.'? triples? )*
clause = OPTIONAL group | MINUS group | LATERAL group | GRAPH term group | FILTER constraint | bind | inline | union
bind = BIND '(' expression AS @variable ')'
inline = VALUES data
union = group ( UNION group )*
triples = statement ( '.' statement )* '.'?
statement = ( @variable | iri | literal | @blank ) properties | complex properties?
complex = '[' properties? ']' | '(' node* ')'
properties = verb nodes ( ';' ( verb nodes )? )*
verb = @variable | path
nodes = node ( ',' node )*
node = @variable | iri | literal | @blank | complex
path = steps ( '|' steps )*
steps = step ( '/' step )*
step = '^'? ( iri | a | '!' excluded | '(' path ')' ) ( '?' | '*' | '+' )?
excluded = property | '(' ( property ( '|' property )* )? ')'
property = '^'? ( iri | a )
constraint = '(' expression ')' | call
call = builtin | iri arguments
arguments = '(' DISTINCT? ( expression ( ',' expression )* )? ')'
expression = conjunction ( '||' conjunction )*
conjunction = comparison ( '&&' comparison )*
comparison = sum ( ( '=' | '!=' | '<=' | '>=' | '<' | '>' ) sum | NOT? IN arguments )?
sum = product ( ( '+' | '-' ) product )*
product = factor ( ( '*' | '/' ) factor )*
factor = ( '!' | '-' | '+' )* atom
atom = '(' expression ')' | builtin | iri arguments? | literal | @variable
builtin = NOT EXISTS group | EXISTS group | count | concat | aggregate | function arguments
count = COUNT '(' DISTINCT? ( '*' | expression ) ')'
concat = GROUP_CONCAT '(' DISTINCT? expression ( ';' SEPARATOR '=' @string )? ')'
aggregate = ( SUM | MIN | MAX | AVG | SAMPLE ) '(' DISTINCT? expression ')'
term = @variable | iri
iri = @iri | @name
literal = @string ( @language | '^^' iri )? | ( '+' | '-' )? @number | TRUE | FALSE
"""
_FUNCTIONS = """
STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN SUBSTR UCASE LCASE
ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW
UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC
REGEX REPLACE
""".split()
_SYMBOL = re.compile(r"'[^']+'|@\w+|\w+|[()|*+?]")
_MOST_SHOWN = 6


class Mistake(NamedTuple):
    """Where (code points) the query goes wrong, and what is wrong."""

    start: int
    message: str


def mistake(query: str) -> Mistake | None:
    """The first token that cannot stand where it stands; None where the grammar of SPARQL 1.1 finds nothing wrong.

    >>> print(mistake("SELECT ?s WHERE { ?s rdfs:label }").message)
    '}' cannot stand here; expected a variable, an IRI, a string, a number, a blank node, TRUE …
    """
    found = [*tokens(query), Token("end", "", len(query))]
    reader = _Reader(found)
    try:
        end = reader.read("query", 0)
    except RecursionError:
        return None
    if end == len(found) - 1:
        return None
    furthest = max(reader.furthest, end or 0)
    wrong = found[furthest]
    what = f"{wrong.text!r} cannot stand here" if wrong.text else "the query is not complete"
    return Mistake(wrong.start, f"{what}; expected {_listed(reader.expected)}")


class _Reader:
    """Reads tokens by the rules, first fitting alternative; remembers the furthest token none could take."""

    def __init__(self, found: list[Token]) -> None:
        self.found, self.furthest = found, 0
        self.expected: dict[str, None] = {}

    def read(self, rule: str, at: int) -> int | None:
        """Index after what the rule takes from `at` on, None where it takes nothing."""
        return self._any(_rules()[rule], at)

    def _any(self, alternatives: Alternatives, at: int) -> int | None:
        for sequence in alternatives:
            end = self._all(sequence, at)
            if end is not None:
                return end
        return None

    def _all(self, sequence: Sequence_, at: int) -> int | None:
        for symbol, times in sequence:
            end = self._one(symbol, at)
            if end is None and times in "1+":
                return None
            while end is not None and end > at:
                at = end
                end = self._one(symbol, at) if times in "*+" else None
        return at

    def _one(self, symbol: str | Alternatives, at: int) -> int | None:
        if not isinstance(symbol, str):
            return self._any(symbol, at)
        if symbol in _rules():
            return self.read(symbol, at)
        if _fits(symbol, self.found[at]):
            return at + 1
        if at > self.furthest:
            self.furthest, self.expected = at, {}
        if at == self.furthest:
            self.expected[symbol] = None
        return None


Sequence_ = list[tuple["str | Alternatives", str]]
Alternatives = list[Sequence_]


def _fits(symbol: str, token: Token) -> bool:
    if symbol[0] == "@":
        return token.kind == symbol[1:]
    if symbol[0] == "'":
        return token.kind == "sign" and token.text == symbol[1:-1]
    return token.is_word(*_FUNCTIONS) if symbol == "function" else token.is_word(symbol.upper())


@lru_cache(maxsize=1)
def _rules() -> dict[str, Alternatives]:
    rules = {}
    for line in _RULES.strip().splitlines():
        name, _, right = line.partition(" = ")
        rules[name] = _alternatives(_SYMBOL.findall(right))
    return rules


def _alternatives(symbols: list[str]) -> Alternatives:
    """Take the symbols up to the closing bracket; how often a part may stand is 1, ?, * or +."""
    alternatives: Alternatives = [[]]
    while symbols:
        symbol = symbols.pop(0)
        if symbol == ")":
            break
        if symbol == "|":
            alternatives.append([])
            continue
        part = _alternatives(symbols) if symbol == "(" else symbol
        times = symbols.pop(0) if symbols and symbols[0] in ("?", "*", "+") else "1"
        alternatives[-1].append((part, times))
    return alternatives


def _listed(expected: dict[str, None]) -> str:
    """What could stand there, things before keywords before signs."""
    spoken = {"@iri": "an IRI", "@name": "an IRI", "function": "a function", "@blank": "a blank node"}
    names = list(dict.fromkeys(spoken.get(s) or (f"a {s[1:]}" if s[0] == "@" else s) for s in expected))
    names.sort(key=lambda name: (name[0] == "'", name.isupper()))
    if len(names) > _MOST_SHOWN:
        return ", ".join(names[:_MOST_SHOWN]) + " …"
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))

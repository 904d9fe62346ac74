"""Errors by the decision they ask of the caller.

    KgError
     ├─ InputError     this source cannot be read: report it, go on with the next   (exit 1 at the end)
     ├─ LexiconError   our package data contradict themselves: stop                 (exit 70)
     ├─ OntologyError  a term is used that ontology/ lacks: stop                    (exit 70)
     ├─ ShapeError     output violates a shape: stop before publishing              (exit 70)
     ├─ OutputError    OUT is missing, foreign or damaged: correct the command      (exit 1)
     ├─ QueryError     a query is wrong or refused: correct the query               (exit 1)
     └─ StoreError     an endpoint refused or cannot be reached: keep, retry later  (exit 75)

A message says what, where and what to do next.
"""

from typing import ClassVar


class KgError(Exception):
    """Root of what kg raises on purpose."""

    exit_code: ClassVar[int] = 1


class InputError(KgError):
    """A source cannot be read; others can."""


class LexiconError(KgError):
    """Package data contradict themselves."""

    exit_code = 70


class OntologyError(KgError):
    """A term is used that the ontology does not declare."""

    exit_code = 70


class ShapeError(KgError):
    """Triples violate a SHACL shape or an invariant."""

    exit_code = 70


class OutputError(KgError):
    """An output folder is missing, foreign or damaged."""


class QueryError(KgError):
    """A query is malformed or refused."""


class StoreError(KgError):
    """A remote store refused or cannot be reached."""

    exit_code = 75

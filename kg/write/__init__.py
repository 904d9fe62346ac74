"""Result → bytes and stores. Heavy libraries are imported by the writer that needs them, when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import NamedTuple, cast

from kg.model import Triple

Graphs = Iterable[tuple[str, Sequence[Triple]]]
"""Documents as (IRI of the named graph, its triples)."""


class Writer(NamedTuple):
    """A format: how its files end, its media type, and the function `place` ("module:name") that writes it."""

    suffix: str
    media_type: str
    place: str

    def write(self, graphs: Graphs, base: str) -> Iterator[bytes]:
        """Parts of the file, in order: the same graphs give the same bytes."""
        module, _, name = self.place.partition(":")
        function = cast(Callable[[Graphs, str], Iterator[bytes]], getattr(import_module(module), name))
        return function(graphs, base)


WRITERS = {
    "turtle": Writer(".ttl", "text/turtle", "kg.write.rdf:graphs_to_turtle"),
    "trig": Writer(".trig", "application/trig", "kg.write.rdf:graphs_to_trig"),
    "ntriples": Writer(".nt", "application/n-triples", "kg.write.rdf:graphs_to_ntriples"),
    "nquads": Writer(".nq", "application/n-quads", "kg.write.rdf:graphs_to_nquads"),
    "jsonld": Writer(".jsonld", "application/ld+json", "kg.write.term:graphs_to_jsonld"),
    "rdfxml": Writer(".rdf", "application/rdf+xml", "kg.write.term:graphs_to_rdfxml"),
}

"""Administrative regions: names from the lexicon, links to other graphs where we are sure of them.

Data: region.tsv (GB/T 2260 code, Wikidata item, GeoNames id) for the provinces.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg import vocab
from kg.describe.literal import chinese, english, string
from kg.describe.provenance import Scene
from kg.lexicon import region_name
from kg.model import Triple
from kg.resource import package_text

_WIKIDATA = "http://www.wikidata.org/entity/"
_GEONAMES = "https://sws.geonames.org/"


def describe_regions(scene: Scene) -> Iterator[Triple]:
    """The regions that the describers before this one have referred to."""
    for code, node in scene.regions.items():
        name, translation = region_name(code)
        yield Triple(node, vocab.TYPE, vocab.AREA)
        yield chinese(node, vocab.LABEL, name)
        if translation is not None:
            yield english(node, vocab.LABEL, translation)
        yield string(node, vocab.REGION_CODE, code)
        for link in _links().get(code, ()):
            yield Triple(node, vocab.SAME_AS, link)


def is_name_of(text: str, code: str) -> bool:
    """Whether the text is the region's name, with or without its rank (上海, 上海市).

    >>> is_name_of("上海", "310000"), is_name_of("工业企业", "310000")
    (True, False)
    """
    name = region_name(code)[0]
    return text in (name, name[:-1])


@cache
def _links() -> dict[str, tuple[str, ...]]:
    lines = package_text("describe/region.tsv").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: (f"{_WIKIDATA}{item}", f"{_GEONAMES}{place}/") for code, item, place in rows}

"""Results → `graph.html`: one UTF-8 file that shows everything and asks the network for nothing.

pyvis generates the drawing's data; template, style and scripts are our own (`kg/write/page/`), vis-network is inlined.
The article's words reach the page only through one block of JSON, and the DOM only as text: a Content-Security-Policy
names the hash of every script and style the page may run and forbids the rest. Many articles give the page of a corpus.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.iri import BASE
from kg.model import Result
from kg.write.network import title_of, to_network
from kg.write.page.card import Card
from kg.write.page.corpus_file import LARGEST, write_corpus
from kg.write.page.data import articles, cards, flags, nodes
from kg.write.page.shell import asset, joined, rendered
from kg.write.page.spread import force_layout, time_layout
from kg.write.page.tree import Place, parts, tree_layout
from kg.write.page.turtle import statements
from kg.write.page.wall import outline_layout, wall_layout
from kg.write.page.words import WORDS

SCRIPTS = (
    "state.js",
    "dom.js",
    "card.js",
    "graph.js",
    "text.js",
    "table.js",
    "timeline.js",
    "facts.js",
    "filters.js",
    "suggestions.js",
    "search.js",
    "save.js",
    "menu.js",
    "download.js",
    "main.js",
)
"""In the order in which they run; together one script."""

MOST_ARTICLES = 12
MOST_CLAIMS = 1500
"""More articles or figures than these are shown as a corpus: counts first, then lists."""

LAYOUTS = {
    "tree": tree_layout,
    "wall": wall_layout,
    "outline": outline_layout,
    "force": force_layout,
    "time": time_layout,
}
MOST_LINKED = 400
"""Beyond this many cards a layout by links shows nothing but a ball, and is not offered."""
MOST_IN_TREE = 36
"""Beyond this many cards the plan's layout is a wall: a tree would be too small to read."""


def write_page(
    results: Iterable[Result], path: Path, base: str = BASE, *, title: str | None = None, largest: int = LARGEST
) -> Path | None:
    """Write the page: one or a few articles in full, more of them as a corpus. The same results give the same bytes.

    The results are read once, in order, and a corpus of them is not held in memory. Where a single file would pass
    `largest` bytes, the page's data go into a folder beside it, which is returned: a browser shows such a page only
    from a server (`kg serve`, or any that serves files). `title` replaces the title.
    """
    rest = iter(results)
    few: list[Result] = []
    for result in rest:
        few.append(result)
        if len(few) > MOST_ARTICLES or sum(len(r.facts.claims) for r in few) > MOST_CLAIMS:
            return write_corpus(chain(few, rest), path, base, title=title, largest=largest)
    path.write_text(page(few, title=title), "utf-8", newline="\n")
    return None


def page(results: Sequence[Result], *, title: str | None = None) -> str:
    """The whole page of one or a few articles. Same results, same text; write it as UTF-8 with `\\n` line ends."""
    heading = title or _heading(results)
    data = _data(results, to_network(results), heading)
    return rendered("page.html.j2", heading, data, [asset("page.css"), _vendored(), joined(SCRIPTS)])


def _data(results: Sequence[Result], graph: nx.MultiDiGraph[str], heading: str) -> dict[str, Any]:
    view = nodes(results, graph)
    sizes = cards(view)
    plan = "tree" if len(graph) <= MOST_IN_TREE else "wall"
    linked = ["force"] if len(graph) <= MOST_LINKED else []
    layouts = {name: LAYOUTS[name](graph, sizes) for name in (plan, "outline", *linked, "time")}
    drawn, edges, options = _drawing(graph, sizes, layouts[plan])
    return {
        "title": heading,
        "articles": articles(results),
        "nodes": view,
        "flags": flags(results),
        "drawing": {"nodes": drawn, "edges": edges, "options": options},
        "layouts": {name: [places[n] for n in graph] for name, places in layouts.items() if name != plan},
        "plan": plan,
        "parents": {kid: parent for tree in parts(graph) for parent, kids in tree.children.items() for kid in kids},
        "cards": {name: [list(c.lines), c.width, c.height] for name, c in sizes.items()},
        "triples": statements(triple for result in results for triple in result.triples),
        "words": WORDS,
    }


def _drawing(
    graph: nx.MultiDiGraph[str], sizes: Mapping[str, Card], places: Mapping[str, Place]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Nodes, edges and options as pyvis gives them to vis-network, physics off; looks are left to the page."""
    network = Network(directed=True)
    for name in graph:
        x, y = places[name]
        network.add_node(name, label=" ".join(sizes[name].lines), shape="box", color=None, x=x, y=y)
    for start, end, relation in graph.edges(keys=True):
        network.add_edge(start, end, relation=relation)
    network.toggle_physics(False)
    drawn, edges, _, _, _, options = network.get_network_data()
    keep = [{key: node[key] for key in ("id", "x", "y")} for node in drawn]
    links = [{key: edge[key] for key in ("from", "to", "relation")} for edge in edges]
    return keep, links, json.loads(options)


def _heading(results: Sequence[Result]) -> str:
    titles = [title_of(result) for result in results]
    more = f" +{len(titles) - 1}" if len(titles) > 1 else ""
    return (titles[0] if titles else "govplan-kg") + more


@cache
def _vendored() -> str:
    """vis-network without the link to its source map, which a browser's inspector would ask for."""
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", asset("vendor/vis-network.min.js"))

"""Results → `graph.html`: one UTF-8 file that shows everything and asks the network for nothing.

pyvis generates the drawing's data; template, style and scripts are our own (`kg/write/page/`), vis-network is inlined.
The article's words reach the page only through one block of JSON, and the DOM only as text: a Content-Security-Policy
names the hash of every script and style the page may run and forbids the rest.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import networkx as nx
from jinja2 import Environment
from pyvis.network import Network

from kg.model import Result
from kg.write.network import title_of, to_network
from kg.write.page.card import Card
from kg.write.page.corpus import corpus_data
from kg.write.page.data import articles, cards, flags, nodes
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
    "search.js",
    "save.js",
    "download.js",
    "main.js",
)
"""In the order in which they run; together one script."""
CORPUS_SCRIPTS = ("dom.js", "save.js", "corpus.js")

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

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def page(results: Sequence[Result], *, title: str | None = None) -> str:
    """The whole page: one or a few articles in full, more of them as a corpus page of their figures.

    Same results, same text; write it as UTF-8 with `\\n` line ends. `title` replaces the first article's title.
    """
    if len(results) > MOST_ARTICLES or sum(len(r.facts.claims) for r in results) > MOST_CLAIMS:
        return _corpus_page(results, title or f"{len(results)} 篇文章里的数字")
    return _article_page(results, title or _heading(results))


def _corpus_page(results: Sequence[Result], heading: str) -> str:
    script = _script(CORPUS_SCRIPTS)
    return _rendered("corpus.html.j2", heading, corpus_data(results, heading), [script])


def _article_page(results: Sequence[Result], heading: str) -> str:
    data = _data(results, to_network(results), heading)
    return _rendered("page.html.j2", heading, data, [_vendored(), _script(SCRIPTS)])


def _rendered(template: str, heading: str, data: object, scripts: Sequence[str]) -> str:
    style = _asset("page.css")
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    return environment.from_string(_asset(template)).render(
        title=_UNSAFE.sub("\ufffd", heading) if _broken(heading) else heading,
        policy=policy(scripts, style),
        library=scripts[0],
        script=scripts[-1],
        style=style,
        data=to_json(data),
    )


def to_json(value: object) -> str:
    """JSON that is safe inside an HTML script element: no character of it can end the element or a line.

    >>> to_json("</script>规划")
    '"\\\\u003c/script\\\\u003e规划"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def policy(scripts: Sequence[str], style: str) -> str:
    """The Content-Security-Policy that lets exactly these scripts and this style run and loads nothing."""
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_digest(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


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


def _broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return resources.files("kg.write.page").joinpath(name).read_text(encoding="utf-8")


@cache
def _vendored() -> str:
    """vis-network without the link to its source map, which a browser's inspector would ask for."""
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", _asset("vendor/vis-network.min.js"))


@cache
def _script(names: tuple[str, ...]) -> str:
    return '"use strict";\n(() => {\n' + "\n".join(map(_asset, names)) + "\n})();\n"

"""The first view: the plan in the middle, what it sets in blocks of cards to its left and right.

A closed form, no iteration: cards of one kind under one parent form a grid; grids of one parent are stacked;
the number of columns is the one that fills the window best. So nothing overlaps and nothing is random.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import networkx as nx

from kg.write.page.card import Card

Place = tuple[int, int]
"""Centre of a card, in pixels; y grows downwards."""

GAP_X, GAP_Y, GAP_KIND, GAP_LEVEL = 20, 12, 26, 90
ASPECT = 1.75
"""Width to height of the drawing's pane on a common screen."""
MOST_COLUMNS = 12

KINDS = ("document", "event", "organisation", "region", "plan", "target", "section", "goal", "project", "figure")
CONTEXT = KINDS.index("plan")
"""Kinds before this one tell where the plan comes from; they stay together on one side."""


class Block(NamedTuple):
    """Cards placed relative to the block's top edge and the edge nearest its parent; x grows away from the parent."""

    width: float
    height: float
    places: tuple[tuple[str, float, float], ...]


def tree_layout(graph: nx.MultiDiGraph[str], cards: Mapping[str, Card]) -> dict[str, Place]:
    """Centre of every card: one tree for each connected part, parts below each other, the largest first."""
    plain: nx.Graph[str] = nx.Graph(graph)
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    order = {name: index for index, name in enumerate(graph)}
    places: dict[str, Place] = {}
    top = 0.0
    for part in parts:
        block = _best(plain, sorted(part, key=order.__getitem__), graph, cards)
        left = block.width / 2
        places |= {name: (round(x - left), round(y + top)) for name, x, y in block.places}
        top += block.height + 3 * GAP_KIND
    return places


def root_of(graph: nx.Graph[str], names: Sequence[str], kinds: Mapping[str, str]) -> str:
    """The plan with the most links; without a plan the document, else the best linked node."""
    rank = {"plan": 0, "document": 1}
    return min(names, key=lambda n: (rank.get(kinds[n], 2), -graph.degree(n), names.index(n)))


def children_of(graph: nx.Graph[str], root: str) -> dict[str, list[str]]:
    """Children by parent in the breadth-first tree from the root."""
    return {parent: list(kids) for parent, kids in nx.bfs_successors(graph, root)}


def _best(plain: nx.Graph[str], names: Sequence[str], graph: nx.MultiDiGraph[str], cards: Mapping[str, Card]) -> Block:
    kinds = {name: graph.nodes[name]["kind"] for name in names}
    root = root_of(plain, names, kinds)
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(names)
    # Regions and bodies are linked with many things; what is reached over others first hangs there.
    links = sorted(plain.subgraph(names).edges, key=lambda link: "region" in (kinds[link[0]], kinds[link[1]]))
    ordered.add_edges_from(links)
    children = children_of(ordered, root)
    tries = [_two_sided(root, children, kinds, cards, columns) for columns in range(1, MOST_COLUMNS + 1)]
    # The zoom that shows all of it: the larger, the better it reads.
    return min(tries, key=lambda block: max(block.width / ASPECT, block.height))


def _two_sided(
    root: str, children: Mapping[str, list[str]], kinds: Mapping[str, str], cards: Mapping[str, Card], columns: int
) -> Block:
    """Root in the middle, its children's blocks on the two sides, each going to the lower side."""
    sides: tuple[list[Block], list[Block]] = ([], [])
    for block in _blocks(root, children, kinds, cards, columns):
        lower = min(sides, key=_stacked)
        lower.append(block)
    left, right = _stack(sides[0]), _stack(sides[1])
    height = max(left.height, right.height, cards[root].height)
    half = cards[root].width / 2 + GAP_LEVEL
    middle = left.width + (half if left.places else cards[root].width / 2)
    places = [(root, middle, height / 2)]
    places += [(n, middle - half - x, y + (height - left.height) / 2) for n, x, y in left.places]
    places += [(n, middle + half + x, y + (height - right.height) / 2) for n, x, y in right.places]
    width = middle + (half + right.width if right.places else cards[root].width / 2)
    return Block(width, height, tuple(places))


def _blocks(
    parent: str, children: Mapping[str, list[str]], kinds: Mapping[str, str], cards: Mapping[str, Card], columns: int
) -> list[Block]:
    """One block for each child that has children, one grid for the leaves of each kind."""
    kids = children.get(parent, [])
    found: list[tuple[int, int, Block]] = []
    for index, kid in enumerate(kids):
        if children.get(kid):
            inner = _stack(_blocks(kid, children, kinds, cards, columns))
            found.append((KINDS.index(kinds[kid]), index, _beside(kid, cards[kid], inner)))
    for rank, kind in enumerate(KINDS):
        leaves = [kid for kid in kids if kinds[kid] == kind and not children.get(kid)]
        if leaves:
            found.append((rank, len(kids), _grid([(leaf, cards[leaf]) for leaf in leaves], columns)))
    found.sort(key=lambda item: item[:2])
    context = [block for rank, _, block in found if rank < CONTEXT]
    rest = [block for rank, _, block in found if rank >= CONTEXT]
    return [_stack(context, GAP_Y), *rest] if context else rest


def _beside(name: str, card: Card, inner: Block) -> Block:
    """A card with its children's block beyond it."""
    height = max(card.height, inner.height)
    shift = card.width + GAP_LEVEL * 0.6
    own = (name, card.width / 2, height / 2)
    rest = tuple((n, x + shift, y + (height - inner.height) / 2) for n, x, y in inner.places)
    return Block(shift + inner.width, height, (own, *rest))


def _grid(leaves: Sequence[tuple[str, Card]], columns: int) -> Block:
    """Leaves in columns, read downwards; aligned on the side of the parent. A short list stays one column."""
    rows = max(-(-len(leaves) // columns), min(len(leaves), 4))
    places: list[tuple[str, float, float]] = []
    x = height = 0.0
    for start in range(0, len(leaves), rows):
        column = leaves[start : start + rows]
        y = 0.0
        for name, card in column:
            places.append((name, x + card.width / 2, y + card.height / 2))
            y += card.height + GAP_Y
        x += max(card.width for _, card in column) + GAP_X
        height = max(height, y - GAP_Y)
    return Block(x - GAP_X, height, tuple(places))


def _stacked(blocks: Sequence[Block]) -> float:
    return sum(block.height + GAP_KIND for block in blocks)


def _stack(blocks: Sequence[Block], gap: int = GAP_KIND) -> Block:
    """Blocks below each other."""
    places: list[tuple[str, float, float]] = []
    y = 0.0
    for block in blocks:
        places += [(name, x, top + y) for name, x, top in block.places]
        y += block.height + gap
    return Block(max((b.width for b in blocks), default=0.0), max(0.0, y - gap), tuple(places))

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

GAP_X, GAP_Y, GAP_KIND, GAP_LEVEL = 20, 12, 26, 76
ASPECT = 1.75
"""Width to height of the drawing's pane on a common screen."""
MOST_COLUMNS = 4

KINDS = ("document", "event", "organisation", "region", "plan", "target", "section", "goal", "project", "figure")
CONTEXT = KINDS.index("plan")
"""Kinds before this one tell where the plan comes from; they stay together on one side."""


class Block(NamedTuple):
    """Cards placed relative to the block's top edge and the edge nearest its parent; x grows away from the parent."""

    width: float
    height: float
    places: tuple[tuple[str, float, float], ...]


class Tree(NamedTuple):
    """A connected part of the graph as the breadth-first tree from its root."""

    root: str
    children: Mapping[str, list[str]]
    kinds: Mapping[str, str]
    size: int


def tree_layout(graph: nx.MultiDiGraph[str], cards: Mapping[str, Card]) -> dict[str, Place]:
    """Centre of every card: one tree for each connected part, the largest first."""
    return shelve([_best(tree, cards) for tree in parts(graph)])


def parts(graph: nx.MultiDiGraph[str]) -> list[Tree]:
    """The connected parts, largest first, each as a tree."""
    plain: nx.Graph[str] = nx.Graph(graph)
    order = {name: index for index, name in enumerate(graph)}
    found = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(map(order.__getitem__, part))))
    return [_tree(plain, sorted(part, key=order.__getitem__), graph) for part in found]


def root_of(graph: nx.Graph[str], names: Sequence[str], kinds: Mapping[str, str]) -> str:
    """The best linked of plans and documents, a plan before a document; without either the best linked node."""
    rank = {"plan": 0, "document": 1}
    return min(names, key=lambda n: (kinds[n] not in rank, -graph.degree(n), rank.get(kinds[n], 2), names.index(n)))


def children_of(graph: nx.Graph[str], root: str) -> dict[str, list[str]]:
    """Children by parent in the breadth-first tree from the root."""
    return {parent: list(kids) for parent, kids in nx.bfs_successors(graph, root)}


def fitting(block: Block) -> float:
    """Smaller where the whole block can be shown larger."""
    return max(block.width / ASPECT, block.height)


def shelve(blocks: Sequence[Block]) -> dict[str, Place]:
    """Blocks in rows, read as a text is, the row length chosen so that all of it can be shown largest."""
    lengths = sorted({sum(b.width + 3 * GAP_X for b in blocks[: count + 1]) for count in range(len(blocks))})
    return spread_out(min((_shelves(blocks, length) for length in lengths), key=fitting)) if blocks else {}


def spread_out(block: Block) -> dict[str, Place]:
    """The block's cards by name, in whole pixels."""
    return {name: (round(x), round(y)) for name, x, y in block.places}


def stack(blocks: Sequence[Block], gap: int = GAP_KIND) -> Block:
    """Blocks below each other."""
    places: list[tuple[str, float, float]] = []
    y = 0.0
    for block in blocks:
        places += [(name, x, top + y) for name, x, top in block.places]
        y += block.height + gap
    return Block(max((b.width for b in blocks), default=0.0), max(0.0, y - gap), tuple(places))


def _tree(plain: nx.Graph[str], names: Sequence[str], graph: nx.MultiDiGraph[str]) -> Tree:
    kinds = {name: graph.nodes[name]["kind"] for name in names}
    root = root_of(plain, names, kinds)
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(names)
    # Regions and bodies are linked with many things; what is reached over others first hangs there.
    links = sorted(plain.edges(names), key=lambda link: "region" in (kinds[link[0]], kinds[link[1]]))
    ordered.add_edges_from(links)
    return Tree(root, children_of(ordered, root), kinds, len(names))


def _shelves(blocks: Sequence[Block], length: float) -> Block:
    rows: list[list[Block]] = [[]]
    for block in blocks:
        if rows[-1] and sum(b.width + 3 * GAP_X for b in (*rows[-1], block)) > length:
            rows.append([])
        rows[-1].append(block)
    return stack([_row(row) for row in rows], 3 * GAP_KIND)


def _row(blocks: Sequence[Block]) -> Block:
    places: list[tuple[str, float, float]] = []
    x = 0.0
    for block in blocks:
        places += [(name, x + left, y) for name, left, y in block.places]
        x += block.width + 3 * GAP_X
    return Block(x - 3 * GAP_X, max(block.height for block in blocks), tuple(places))


def _best(tree: Tree, cards: Mapping[str, Card]) -> Block:
    """A further column must gain something: lines run below the cards of the columns before it."""
    tries = {columns: _two_sided(tree, cards, columns) for columns in range(1, MOST_COLUMNS + 1)}
    return tries[min(tries, key=lambda columns: fitting(tries[columns]) * (1 + 0.25 * columns))]


def _two_sided(tree: Tree, cards: Mapping[str, Card], columns: int) -> Block:
    """Root in the middle, its children's blocks on the two sides, each going to the lower side."""
    sides: tuple[list[Block], list[Block]] = ([], [])
    for block in _blocks(tree.root, tree, cards, columns):
        min(sides, key=lambda side: sum(b.height + GAP_KIND for b in side)).append(block)
    left, right = stack(sides[0]), stack(sides[1])
    height = max(left.height, right.height, cards[tree.root].height)
    half = cards[tree.root].width / 2 + GAP_LEVEL
    middle = left.width + (half if left.places else cards[tree.root].width / 2)
    places = [(tree.root, middle, height / 2)]
    places += [(n, middle - half - x, y + (height - left.height) / 2) for n, x, y in left.places]
    places += [(n, middle + half + x, y + (height - right.height) / 2) for n, x, y in right.places]
    width = middle + (half + right.width if right.places else cards[tree.root].width / 2)
    return Block(width, height, tuple(places))


def _blocks(parent: str, tree: Tree, cards: Mapping[str, Card], columns: int) -> list[Block]:
    """One block for each child that has children, one grid for the leaves of each kind."""
    kids = tree.children.get(parent, [])
    found: list[tuple[int, Block]] = []
    for rank, kind in enumerate(KINDS):
        own = [kid for kid in kids if tree.kinds[kid] == kind]
        inner = [kid for kid in own if tree.children.get(kid)]
        found += [(rank, _beside(cards[kid], kid, stack(_blocks(kid, tree, cards, columns)))) for kid in inner]
        if leaves := [kid for kid in own if not tree.children.get(kid)]:
            found.append((rank, _grid([(leaf, cards[leaf]) for leaf in leaves], columns)))
    context = [block for rank, block in found if rank < CONTEXT]
    rest = [block for rank, block in found if rank >= CONTEXT]
    return [stack(context, GAP_Y), *rest] if context else rest


def _beside(card: Card, name: str, inner: Block) -> Block:
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

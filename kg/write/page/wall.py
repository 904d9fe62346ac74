"""Many cards: what belongs to the plan in columns below its card, as bricks in a wall; as one column, an outline.

What hangs on a card stands below it, indented, and continues in a further column where the wall is full. The page draws
the links as lines in the gutters. Closed form, so nothing overlaps and nothing is random.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import networkx as nx

from kg.write.page.card import Card
from kg.write.page.tree import GAP_KIND, GAP_Y, KINDS, Block, Place, Tree, fitting, parts, shelve, spread_out, stack

INDENT = 30
"""Room left of a column for its lines; so much of it stays free of any card."""
CHUNK = 5
"""Longest run of cards of one kind that stays together."""
HEIGHTS = [round(150 * 1.2**step) for step in range(22)]
"""Heights of wall that are tried, in pixels."""


def wall_layout(graph: nx.MultiDiGraph[str], cards: Mapping[str, Card]) -> dict[str, Place]:
    """Centre of every card; the wall as high as fills the window best."""
    return shelve([min((_wall(tree, cards, h) for h in HEIGHTS), key=fitting) for tree in parts(graph)])


def outline_layout(graph: nx.MultiDiGraph[str], cards: Mapping[str, Card]) -> dict[str, Place]:
    """One column for a narrow screen: the tree read downwards, children indented."""
    return spread_out(stack([_wall(tree, cards, math.inf) for tree in parts(graph)], 3 * GAP_KIND))


def _wall(tree: Tree, cards: Mapping[str, Card], height: float) -> Block:
    """The root's card, and below it all the rest; the card in the middle where there are several columns."""
    root = cards[tree.root]
    gap = GAP_KIND if height < math.inf else GAP_Y
    below = _columns(_bricks(tree.root, tree, cards, height), height, gap)
    width = max(root.width, below.width)
    middle = width / 2 if height < math.inf else root.width / 2
    shift = root.height + 2 * gap
    return Block(
        width,
        shift + below.height,
        ((tree.root, middle, root.height / 2), *((n, x, y + shift) for n, x, y in below.places)),
    )


def _bricks(parent: str, tree: Tree, cards: Mapping[str, Card], height: float) -> list[Block]:
    """The parent's children in the order of kinds: each with all that hangs on it, leaves a few at a time."""
    kids = tree.children.get(parent, [])
    bricks: list[Block] = []
    for kind in KINDS:
        own = [kid for kid in kids if tree.kinds[kid] == kind]
        leaves = [kid for kid in own if not tree.children.get(kid)]
        bricks += [
            stack([_single(leaf, cards) for leaf in leaves[at : at + CHUNK]], GAP_Y)
            for at in range(0, len(leaves), CHUNK)
        ]
        bricks += [_outline(kid, tree, cards, height) for kid in own if tree.children.get(kid)]
    return bricks


def _outline(name: str, tree: Tree, cards: Mapping[str, Card], height: float) -> Block:
    """A card with all that hangs on it below, indented."""
    own = _single(name, cards)
    shift = own.height + GAP_Y
    below = _columns(_bricks(name, tree, cards, height), height - shift, GAP_Y)
    places = tuple((n, x, y + shift) for n, x, y in below.places)
    return Block(max(own.width, below.width), shift + below.height, (*own.places, *places))


def _columns(bricks: Sequence[Block], height: float, gap: int) -> Block:
    """Bricks read downwards, a new column begun where the height is passed."""
    columns: list[list[Block]] = []
    filled = 0.0
    for brick in bricks:
        if not columns or filled + brick.height > height:
            columns.append([])
            filled = 0.0
        columns[-1].append(brick)
        filled += brick.height + gap
    places: list[tuple[str, float, float]] = []
    x = tallest = 0.0
    for column in columns or [[]]:
        x += INDENT
        block = stack(column, gap)
        places += [(name, left + x, y) for name, left, y in block.places]
        x += block.width
        tallest = max(tallest, block.height)
    return Block(x, tallest, tuple(places))


def _single(name: str, cards: Mapping[str, Card]) -> Block:
    card = cards[name]
    return Block(card.width, card.height, ((name, card.width / 2, card.height / 2),))

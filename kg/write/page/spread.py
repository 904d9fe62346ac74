"""The other layouts: by links (stress), and by year.

Only + - * / and square roots are used in the iteration, and what it converges to is rounded, so that the same article
gives the same places on every machine; numpy and scipy, on which networkx's own spring layouts stand, promise neither.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import networkx as nx

from kg.write.page.card import Card
from kg.write.page.tree import ASPECT, GAP_X, GAP_Y, Place, children_of, root_of

LINK = 150.0
"""Wished length of one link, in pixels."""
WORK = 600_000
"""Pairs of nodes looked at in one pass after the other, at most: well under a second."""
PASSES = 60


def force_layout(graph: nx.MultiDiGraph[str], cards: Mapping[str, Card]) -> dict[str, Place]:
    """Linked cards near each other: stress majorisation from a radial start, then overlapping cards pushed apart."""
    plain: nx.Graph[str] = nx.Graph(graph)
    order = list(graph)
    for part in list(nx.connected_components(plain))[1:]:
        plain.add_edge(order[0], min(part, key=order.index))
    if len(order) < 2:
        return dict.fromkeys(order, (0, 0))
    places = _radial(plain, order, {n: graph.nodes[n]["kind"] for n in order})
    rounds = min(PASSES, WORK // len(order) ** 2)
    if rounds:
        distances = dict(nx.all_pairs_shortest_path_length(plain))
        for _ in range(rounds):
            places = _closer(places, distances)
    return separate({n: (x * ASPECT, y) for n, (x, y) in places.items()}, cards)


def time_layout(graph: nx.MultiDiGraph[str], cards: Mapping[str, Card]) -> dict[str, Place]:
    """Years as columns from left to right, what has no year before them; tall columns are folded."""
    own: dict[str, int | None] = {name: data.get("year") for name, data in graph.nodes(data=True)}
    years = sorted({year for year in own.values() if year is not None})
    groups = [[name for name in graph if own[name] == year] for year in [None, *years]]
    tries = [_columns(groups, cards, 4 + step * step) for step in range(20)]
    return min(tries, key=lambda found: max(found[1] / ASPECT, found[2]))[0]


def _columns(
    groups: Sequence[Sequence[str]], cards: Mapping[str, Card], rows: int
) -> tuple[dict[str, Place], int, int]:
    """Groups side by side, each folded into columns of at most `rows` cards; with the width and height of it all."""
    places: dict[str, Place] = {}
    x = height = 0
    for group in groups:
        for start in range(0, len(group), rows):
            column = group[start : start + rows]
            y = 0
            for name in column:
                places[name] = (x + cards[name].width // 2, y + cards[name].height // 2)
                y += cards[name].height + GAP_Y
            x += max(cards[name].width for name in column) + GAP_X
            height = max(height, y)
        x += 2 * GAP_X if group else 0
    return places, x, height


def separate(places: Mapping[str, tuple[float, float]], cards: Mapping[str, Card]) -> dict[str, Place]:
    """Places near the given ones at which no two cards overlap.

    Cards are pushed apart along the shorter way; what is still crowded then moves down, from the top card on.
    """
    spots = {name: [x, y] for name, (x, y) in places.items()}
    names = list(spots)
    for _ in range(min(PASSES, WORK // len(names) ** 2)):
        if not sum(_push(spots, cards, a, b) for i, a in enumerate(names) for b in names[i + 1 :]):
            break
    settled: dict[str, Place] = {}
    for name in sorted(names, key=lambda n: (round(spots[n][1]), round(spots[n][0]), n)):
        settled[name] = _settle(name, (round(spots[name][0]), round(spots[name][1])), settled, cards)
    return settled


def _settle(name: str, at: Place, settled: Mapping[str, Place], cards: Mapping[str, Card]) -> Place:
    """The nearest place straight below where the card meets none that is settled."""
    x, y = at
    taken: list[tuple[int, int]] = []
    for other, (ox, oy) in settled.items():
        if abs(x - ox) < (cards[name].width + cards[other].width + GAP_X) // 2:
            reach = (cards[name].height + cards[other].height + 1) // 2 + GAP_Y // 2
            taken.append((oy - reach, oy + reach))
    for top, bottom in sorted(taken):
        if top < y < bottom:
            y = bottom
    return x, y


def _radial(graph: nx.Graph[str], order: list[str], kinds: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Rings around the root, each subtree a sector as wide as its leaves."""
    root = root_of(graph, order, kinds)
    children = children_of(graph, root)
    places: dict[str, tuple[float, float]] = {}

    def leaves(name: str) -> int:
        return sum(map(leaves, children.get(name, []))) or 1

    todo = [(root, 0, 0.0, 1.0)]
    while todo:
        name, ring, start, turn = todo.pop()
        angle = 2 * math.pi * (start + turn / 2)
        # Rounded: the last digit of sine and cosine is the C library's.
        places[name] = (round(ring * LINK * math.cos(angle), 3), round(ring * LINK * math.sin(angle), 3))
        kids, total = children.get(name, []), leaves(name)
        for kid in kids:
            share = turn * leaves(kid) / total
            todo.append((kid, ring + 1, start, share))
            start += share
    return {name: places[name] for name in order}


def _closer(
    places: dict[str, tuple[float, float]], distances: Mapping[str, Mapping[str, int]]
) -> dict[str, tuple[float, float]]:
    """One round of SMACOF with weights 1/d²: each node to where the others, at their wished distance, want it."""
    moved: dict[str, tuple[float, float]] = {}
    for name, (x, y) in places.items():
        sum_x = sum_y = total = 0.0
        for other, (ox, oy) in places.items():
            if other == name:
                continue
            hops = distances[name][other]
            weight = 1.0 / (hops * hops)
            dx, dy = x - ox, y - oy
            length = math.sqrt(dx * dx + dy * dy) or 1.0
            pull = hops * LINK / length
            sum_x += weight * (ox + dx * pull)
            sum_y += weight * (oy + dy * pull)
            total += weight
        moved[name] = (sum_x / total, sum_y / total)
    return moved


def _push(spots: dict[str, list[float]], cards: Mapping[str, Card], a: str, b: str) -> bool:
    """Moves two overlapping cards apart by half the overlap each; False where they are clear of each other."""
    (ax, ay), (bx, by) = spots[a], spots[b]
    over_x = (cards[a].width + cards[b].width) / 2 + GAP_X - abs(ax - bx)
    over_y = (cards[a].height + cards[b].height) / 2 + GAP_Y - abs(ay - by)
    if over_x <= 0 or over_y <= 0:
        return False
    axis, over = (0, over_x) if over_x < over_y else (1, over_y)
    step = over / 2 if spots[a][axis] > spots[b][axis] else -over / 2
    spots[a][axis] += step
    spots[b][axis] -= step
    return True

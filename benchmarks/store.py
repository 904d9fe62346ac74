"""Load and ask a graph of a given size: the store of kg on disk, the same engine in memory, rdflib.

    python benchmarks/store.py [QUADS [RDFLIB_QUADS]]      default 1,000,000 for both; rdflib is skipped with 0

The graph is made by a seeded generator in the shape of a build: per document a plan, ten figures with indicator, value,
unit, year, region and evidence. Each query runs several times; the table has the median. rdflib gets a minute a query.
"""

from __future__ import annotations

import platform
import random
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import vocab
from kg.iri import BASE
from kg.opened import open as open_out
from kg.query import PREFIXES, questions, run
from kg.write.store import build_store

MINUTE = 60
RUNS = 5
REGIONS, INDICATORS = 340, 500
CLAIM = f"{BASE}claim-7-3"
QUERIES = {
    "point look-up": f"SELECT * {{ <{CLAIM}> ?p ?o }}",
    "evidence of a number": f"SELECT ?w ?s {{ <{CLAIM}> gp:evidence ?e . ?e oa:exact ?w ; oa:start ?s }}",
    "targets of a plan": (
        "SELECT ?l ?v ?y { ?c gp:onAuthorityOf kg:plan-7 ; gp:indicator/rdfs:label ?l ; gp:value ?v ; gp:year ?y }"
    ),
    "one document": "CONSTRUCT { ?s ?p ?o } { GRAPH kg:doc-7 { ?s ?p ?o } }",
    "indicator across regions": (
        'SELECT ?r ?y ?v { ?i rdfs:label "指标7"@zh . ?c gp:indicator ?i ; gp:region ?r ; gp:year ?y ; gp:value ?v }'
    ),
    "figures of a region and year": "SELECT ?c ?v { ?c gp:region kg:region-7 ; gp:year 2025 ; gp:value ?v }",
    "deadline beyond period": (
        "SELECT (COUNT(*) AS ?n) { ?p gp:endYear ?end . ?c gp:onAuthorityOf ?p ; gp:year ?y FILTER(?y > ?end) }"
    ),
    "group by region, year, rolled up": questions()["regions"].text,
    "group by region, year": "SELECT ?r ?y (COUNT(?c) AS ?n) { ?c gp:region ?r ; gp:year ?y } GROUP BY ?r ?y",
}


def quads(most: int, seed: int = 7) -> Iterator[str]:
    """About `most` N-Quads lines, the same for the same arguments."""
    chance = random.Random(seed)
    made, number = 0, 0
    while made < most:
        lines = list(document(number, chance))
        yield "".join(lines)
        made, number = made + len(lines), number + 1


def document(number: int, chance: random.Random) -> Iterator[str]:
    def line(subject: str, prop: str, value: str) -> str:
        return f"<{BASE}{subject}> <{prop}> {value} <{BASE}doc-{number}> .\n"

    def integer(value: int) -> str:
        return f'"{value}"^^<{vocab.XSD}integer>'

    plan, region = f"plan-{number}", f"region-{chance.randrange(REGIONS)}"
    end = chance.choice((2020, 2025, 2030))
    yield line(plan, vocab.TYPE, f"<{vocab.PLAN}>")
    yield line(plan, vocab.LABEL, f'"第{number}号规划"@zh')
    yield line(plan, vocab.END_YEAR, integer(end))
    yield line(region, vocab.LABEL, f'"{region}"@zh')
    for place in range(10):
        claim, kind = f"claim-{number}-{place}", chance.randrange(INDICATORS)
        evidence = f"ev-{number}-{place * 40}-{place * 40 + 30}"
        yield line(claim, vocab.TYPE, f"<{vocab.CLAIM_CLASS['target']}>")
        yield line(claim, vocab.HAS_INDICATOR, f"<{BASE}ind-{kind}>")
        yield line(f"ind-{kind}", vocab.LABEL, f'"指标{kind}"@zh')
        yield line(claim, vocab.VALUE, f'"{chance.randrange(1, 10_000)}"^^<{vocab.XSD}decimal>')
        yield line(claim, vocab.HAS_UNIT, f"<{vocab.UNIT}PERCENT>")
        yield line(claim, vocab.YEAR, integer(end + chance.choice((0, 0, 0, 5))))
        yield line(claim, vocab.HAS_REGION, f"<{BASE}{region}>")
        yield line(claim, vocab.ON_AUTHORITY_OF, f"<{BASE}{plan}>")
        yield line(claim, vocab.HAS_EVIDENCE, f"<{BASE}{evidence}>")
        yield line(evidence, vocab.START, integer(place * 40))
        yield line(evidence, vocab.END, integer(place * 40 + 30))
        yield line(evidence, vocab.EXACT, f'"到{end}年，指标{kind}达到{chance.randrange(1, 100)}%"')


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def ask(query: Callable[[str], Any], text: str) -> float:
    """Median time in seconds to the last row."""
    return statistics.median(timed(lambda: sum(1 for _ in query(text))) for _ in range(RUNS))


def ask_rdflib(graph: object, text: str) -> float:
    """As `ask`, once, and infinite where a minute does not do."""

    def stop(*_arguments: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(MINUTE)
    try:
        return timed(lambda: list(graph.query(text, initNs=PREFIXES)))  # type: ignore[attr-defined]
    except TimeoutError:
        return float("inf")
    finally:
        signal.alarm(0)


def on_disk(nquads: Path, folder: Path) -> tuple[float, dict[str, float]]:
    seconds = timed(lambda: build_store(nquads, folder / "store"))
    opened = open_out(folder)
    return seconds, {name: ask(opened.query, text) for name, text in QUERIES.items()}


def in_memory(nquads: Path) -> tuple[float, dict[str, float]]:
    """The union as default graph, as in the store on disk."""
    store = ox.Store()

    def load() -> None:
        store.load(path=str(nquads), format=ox.RdfFormat.N_QUADS)
        store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None))

    return timed(load), {name: ask(partial(run, store), text) for name, text in QUERIES.items()}


def with_rdflib(nquads: Path) -> tuple[float, dict[str, float]]:
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    seconds = timed(lambda: dataset.parse(nquads, format="nquads"))
    return seconds, {name: ask_rdflib(dataset, text) for name, text in QUERIES.items()}


def main() -> None:
    size, rdflib_size = ([int(word) for word in sys.argv[1:]] + [1_000_000, 1_000_000][len(sys.argv) - 1 :])[:2]
    print(f"Python {platform.python_version()}, pyoxigraph {version('pyoxigraph')}, rdflib {version('rdflib')}")
    with tempfile.TemporaryDirectory(dir=".") as temporary:
        folder = Path(temporary)
        nquads = folder / "graph.nq"
        write(nquads, size)
        columns = {f"kg store, {size:,}": on_disk(nquads, folder)}
        columns[f"in memory, {size:,}"] = in_memory(nquads)
        if rdflib_size:
            write(nquads, rdflib_size)
            columns[f"rdflib, {rdflib_size:,}"] = with_rdflib(nquads)
        disk = sum(path.stat().st_size for path in (folder / "store").rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"store on disk {disk / 1e6:.0f} MB; peak memory {peak / 1e3:.0f} MB")
    show(columns)


def write(path: Path, size: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(quads(size))


def show(columns: dict[str, tuple[float, dict[str, float]]]) -> None:
    print(f"{'ms':32}" + "".join(f"{name:>26}" for name in columns))
    print(f"{'load':32}" + "".join(f"{seconds * 1000:26,.0f}" for seconds, _ in columns.values()))
    for name in QUERIES:
        cells = (answers[name] * 1000 for _, answers in columns.values())
        print(f"{name:32}" + "".join(f"{'over a minute' if ms == float('inf') else f'{ms:,.1f}':>26}" for ms in cells))


if __name__ == "__main__":
    main()

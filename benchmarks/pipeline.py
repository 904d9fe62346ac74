"""Speed of the whole pipeline beside that of others, on the same machine and the same articles.

    python benchmarks/pipeline.py [--to 10000] [--no-peers]
    python benchmarks/pipeline.py --profile

Articles are made by `generate.py`. Peers are installed into `work-bench/peers`, an environment of their own.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import platform
import pstats
import shutil
import subprocess
import time
import venv
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import rdflib
from generate import articles, write
from measured import Measured, table
from measured import build as build_folder

from kg.build import build
from kg.iri import BASE
from kg.model import Result
from kg.read import Source, read
from kg.run.task import load
from kg.run.work import work
from kg.write.rdf import nquads, turtle
from kg.write.term import to_rdflib

WORK = Path("work-bench")
SAMPLE = 300
REQUIREMENTS = ("recognizers-text-suite", "emoji<2", "jionlp", "cn2an", "jieba", "quantulum3", "setuptools<81")


def per_second(what: Callable[[int], object], count: int = SAMPLE) -> float:
    """Calls per second of processor time, the best of three rounds."""
    rounds = []
    for _ in range(3):
        began = time.process_time()
        for number in range(count):
            what(number)
        rounds.append(count / (time.process_time() - began))
    return max(rounds)


def stages() -> None:
    """Print what becomes of an article on one core, what merely parsing it would take, and what writing takes."""
    texts = [text for _, text in articles(SAMPLE)]
    jobs = [load(Source(f"{number}.md", text.encode())) for number, text in enumerate(texts)]
    results = [build(read(job.source)) for job in jobs]
    characters = sum(len(result.article.text) for result in results) / SAMPLE
    rates = {
        "html.parser alone (no text kept)": per_second(lambda n: HTMLParser().feed(texts[n])),
        "kg: read": per_second(lambda n: read(jobs[n].source)),
        "kg: read, recognise, describe, check": per_second(lambda n: build(read(jobs[n].source))),
        "kg: the same, and N-Quads, Turtle, journal": per_second(lambda n: work(jobs[n], BASE)),
    }
    whole = rates["kg: the same, and N-Quads, Turtle, journal"]
    rows = [f"{name} | {rate:,.0f} | {rate * characters:,.0f} | {rate / whole:.1f}" for name, rate in rates.items()]
    table(["one core | articles/s | characters/s | × kg", *rows])
    table(writing(results))


def writing(results: list[Result]) -> list[str]:
    """Triples per second as N-Quads and Turtle, ours and rdflib's from terms that it has already."""
    graphs = [to_rdflib(result.triples) for result in results]
    triples = sum(len(result.triples) for result in results) / SAMPLE
    ours = {
        "N-Quads": lambda n: nquads(results[n].triples, BASE + "g"),
        "Turtle": lambda n: turtle(results[n].triples, BASE),
    }
    theirs: dict[str, Callable[[int], object]] = {
        "N-Quads": lambda n: graphs[n].serialize(format="nt"),
        "Turtle": lambda n: graphs[n].serialize(format="turtle"),
    }
    rows = [f"writing, triples/s | kg | rdflib {rdflib.__version__} (N-Triples, Turtle) | ×"]
    for form, write_one in ours.items():
        mine, other = per_second(write_one) * triples, per_second(theirs[form], 30) * triples
        rows.append(f"{form} | {mine:,.0f} | {other:,.0f} | {mine / other:.1f}")
    return rows


def growth(most: int) -> list[str]:
    """Whole builds of more and more articles, with the memory of all processes at its highest."""
    rows = [
        "kg build --no-page | workers | s | articles/s | × one worker | MB | nothing changed, s | with store, s | MB"
    ]
    count = 1000
    while count <= most:
        folder = WORK / f"articles-{count}"
        if not folder.exists():
            write(count, folder)
        one = 0.0
        for workers in (1, 2):
            found, again = bare(folder, workers), bare(folder, workers, anew=False)
            stored = bare(folder, workers, store=True)
            one = one or found.seconds
            rows.append(
                f"{count:,} | {workers} | {found.seconds:.1f} | {count / found.seconds:,.0f} | "
                f"{one / found.seconds:.2f} | {found.megabytes:,.0f} | {again.seconds:.1f} | "
                f"{stored.seconds:.1f} | {stored.megabytes:,.0f}"
            )
        count *= 10
    return rows


def bare(folder: Path, workers: int, *, anew: bool = True, store: bool = False) -> Measured:
    """A build without the page, from nothing or over the last one."""
    out = WORK / "out"
    if anew:
        shutil.rmtree(out, ignore_errors=True)
    return build_folder(
        str(folder), "-o", str(out), "--workers", str(workers), "--no-page", *["--no-store"] * (not store)
    )


def profile() -> None:
    """Print where the time of an article goes: the ten functions that take most by themselves."""
    jobs = [load(Source(f"{number}.md", text.encode())) for number, text in articles(SAMPLE)]
    work(jobs[0], BASE)
    profiler = cProfile.Profile()
    profiler.enable()
    for job in jobs:
        work(job, BASE)
    profiler.disable()
    stats = pstats.Stats(profiler)
    whole = stats.total_tt  # type: ignore[attr-defined]  # missing in the stubs
    rows = [f"of {whole / SAMPLE * 1000:.2f} ms an article, under the profiler | own time | with what it calls | calls"]
    found = sorted(stats.stats.items(), key=lambda item: -item[1][2])[:10]  # type: ignore[attr-defined]
    for (file, line, name), (_, calls, own, cumulative, _) in found:
        place = f"{file.partition('/kg/')[2] or Path(file).name}:{line} {name}" if line else name
        rows.append(f"{place} | {own / whole:.1%} | {cumulative / whole:.1%} | {calls / SAMPLE:,.1f}")
    table(rows)


def peers() -> list[str]:
    """Articles per second of others, on the visible texts of the same articles."""
    home = WORK / "peers"
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *REQUIREMENTS], check=True)
        (home / "ready").touch()
    texts = [read(Source(f"{n}.md", text.encode())).text for n, (_, text) in enumerate(articles(50))]
    script = Path(__file__).with_name("peers.py")
    done = subprocess.run([python, script], input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True)
    whole = per_second(partial(one, texts=texts), 50)
    rows = ["on the same visible texts, one core | does | articles/s | characters/s | kg is × faster"]
    for found in map(json.loads, done.stdout.splitlines()):
        if "failed" in found:
            rows.append(f"{found['name']} | {found['does']} | failed: {found['failed']} | | ")
        else:
            rate = found["articles"]
            name = f"{found['name']} {found['version']}"
            rows.append(f"{name} | {found['does']} | {rate:,.1f} | {found['characters']:,.0f} | {whole / rate:,.1f}")
    rows.append(f"kg | all of it: claims, entities, triples | {whole:,.0f} | | 1.0")
    return rows


def one(number: int, texts: list[str]) -> Result:
    return build(read(Source("text.txt", texts[number].encode())))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=int, default=10_000, help="largest number of articles (1,000, 10,000, 100,000)")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--profile", action="store_true", help="only where the time of an article goes")
    arguments = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    load_average = os.getloadavg()[0]
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}, load {load_average:.1f}\n"
    )
    if arguments.profile:
        profile()
        return
    stages()
    if not arguments.no_peers:
        table(peers())
    table(growth(arguments.to))


if __name__ == "__main__":
    main()

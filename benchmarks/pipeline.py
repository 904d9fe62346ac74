"""Speed of the whole pipeline beside that of others, on the same machine and the same articles.

    python benchmarks/pipeline.py [--to 10000] [--no-peers]

Articles are made by `generate.py`. Peers are installed into `work-bench/peers`, an environment of their own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import threading
import time
import venv
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import psutil
import rdflib
from generate import articles, write

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


def stages() -> list[str]:
    """What becomes of an article on one core, and what merely parsing it would take."""
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
    return ["one core | articles/s | characters/s | × kg", *rows, "", *writing(results)]


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
        "kg build --no-page --no-store | workers | s | articles/s | MB in all processes | again, nothing changed, s"
    ]
    count = 1000
    while count <= most:
        folder = WORK / f"articles-{count}"
        if not folder.exists():
            write(count, folder)
        for workers in (1, 2):
            out = WORK / "out"
            shutil.rmtree(out, ignore_errors=True)
            seconds, memory = run_build(folder, out, workers)
            again, _ = run_build(folder, out, workers)
            rows.append(f"{count:,} | {workers} | {seconds:.1f} | {count / seconds:,.0f} | {memory:,.0f} | {again:.1f}")
        count *= 10
    return rows


def run_build(folder: Path, out: Path, workers: int) -> tuple[float, float]:
    """Seconds of a build by the clock on the wall, and its highest memory (own pages, all processes) in MB."""
    command = [sys.executable, "-m", "kg", "build", str(folder), "-o", str(out), "--workers", str(workers)]
    began = time.perf_counter()
    process = psutil.Popen([*command, "--no-page", "--no-store"], stdout=subprocess.DEVNULL)
    peaks: list[int] = []
    watcher = threading.Thread(target=watch, args=(process, peaks))
    watcher.start()
    if process.wait() != 0:
        sys.exit("the build failed")
    seconds = time.perf_counter() - began
    watcher.join()
    return seconds, max(peaks, default=0) / 1e6


def watch(process: psutil.Popen, peaks: list[int]) -> None:
    """Note the unshared memory of a process and all below it until it ends."""
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        try:
            family = [process, *process.children(recursive=True)]
            peaks.append(sum(each.memory_full_info().uss for each in family))
        except psutil.Error:
            continue
        time.sleep(0.2)


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
    arguments = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    tables = [stages(), *([] if arguments.no_peers else [peers()]), growth(arguments.to)]
    for table in tables:
        print("\n".join(f"| {row} |" if row else "" for row in table), end="\n\n")


if __name__ == "__main__":
    main()

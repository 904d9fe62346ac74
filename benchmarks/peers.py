"""What others reach on the parts they can do. Runs in an environment of its own, without kg: see `pipeline.py`.

Standard input: JSON list of visible texts. Standard output: a JSON object per peer that is installed.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

SECONDS = 4.0


def recognizers() -> Callable[[str], Any]:
    """Numbers, units and times, as a pipeline would need them."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    culture = "zh-cn"
    parts = (recognize_number, recognize_dimension, recognize_currency, recognize_datetime)
    return lambda text: [part(text, culture) for part in parts]


def jionlp() -> Callable[[str], Any]:
    """Times."""
    import jionlp as jio

    return lambda text: jio.ner.extract_time(text, time_base=1635300000)


def cn2an() -> Callable[[str], Any]:
    """Chinese numerals to Arabic ones, over the whole text."""
    import cn2an

    return lambda text: cn2an.transform(text, "cn2an")


def jieba() -> Callable[[str], Any]:
    """Segmentation, the usual first step of Chinese pipelines."""
    import jieba

    jieba.setLogLevel(60)
    return jieba.lcut


def quantulum3() -> Callable[[str], Any]:
    """Quantities with units (made for English)."""
    from quantulum3 import parser

    return parser.parse


PEERS = {
    "recognizers-text-suite": (recognizers, "number + unit + time"),
    "jionlp": (jionlp, "time only"),
    "cn2an": (cn2an, "numerals only"),
    "jieba": (jieba, "segmentation only"),
    "quantulum3": (quantulum3, "quantity + unit, English rules"),
}


def measure(texts: list[str]) -> Iterator[dict[str, Any]]:
    """Articles and characters per second of each peer, over at most SECONDS."""
    for name, (load, does) in PEERS.items():
        try:
            run = load()
            run(texts[0])
        except Exception as error:  # noqa: BLE001 — whatever a peer fails with is its result
            yield {"name": name, "does": does, "failed": f"{type(error).__name__}: {error}"[:120]}
            continue
        began, done, characters = time.perf_counter(), 0, 0
        while time.perf_counter() - began < SECONDS:
            run(texts[done % len(texts)])
            characters += len(texts[done % len(texts)])
            done += 1
        seconds = time.perf_counter() - began
        found = {"articles": done / seconds, "characters": characters / seconds, "version": version(name)}
        yield {"name": name, "does": does} | found


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    # Some peers greet on standard output when they are imported.
    with contextlib.redirect_stdout(sys.stderr):
        table = list(measure(json.load(sys.stdin)))
    print("\n".join(map(json.dumps, table)))

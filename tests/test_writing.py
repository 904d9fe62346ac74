"""The same text written, laid out or opened otherwise: every sentence of the case tables says what it says in print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from html import escape

import pytest

from kg.extract import extract
from kg.lexicon.script import plain
from kg.model import Claim
from kg.read import Source, read
from tests.rows import texts

SENTENCES = [text for text in dict.fromkeys(texts()) if len(text) > 8 and not re.search(r"[\n<|—–]", text)]
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
YEARS = str.maketrans("0123456789", "〇一二三四五六七八九")


def halved(text: str) -> str:
    return text.translate(str.maketrans("，；：（）", ",;:()"))


def in_han(text: str) -> str:
    return re.sub(r"((?:19|20)[0-9]{2})年", lambda year: year[1].translate(YEARS) + "年", text)


def spaced(text: str) -> str:
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])", " ", text)


def in_html(text: str) -> str:
    return f"<html><body><div>{escape(text[:4])}<b>{escape(text[4:9])}</b>{escape(text[9:])}<br></div></body></html>"


WRITTEN: dict[str, Callable[[str], str]] = {
    "full width": lambda text: text.translate(WIDE),
    "marks of half width": halved,
    "straight quotation marks": lambda text: re.sub("[“”]", '"', text),
    "corner marks": lambda text: text.replace("“", "「").replace("”", "」"),
    "years in characters": in_han,
    "spaces around figures": spaced,
    "plans without quotation marks": lambda text: re.sub("“(十[二三四]五)”(?=时期|期间|末|规划)", r"\1", text),
    "indented": lambda text: "\u3000\u3000" + text,
    "HTML": in_html,
    "below a date": lambda text: f"2023年5月6日\n\n{text}",
    "above other lines": lambda text: f"{text}\n（责任编辑：某某）\n相关链接",
}
OPENED = (
    "本报讯（记者 某某）",
    "（记者某某）",
    "【本报讯】",
    "某社甲市5月6日电（记者某某）",
    "某网甲市5月6日电 ",
    "▲",
    "• ",
    "（一）",
    "（1）",
    "2. ",
    "第一，",
    "一是",
)
SAMPLE = 250
"""Sentences tried in each way."""
FEW = 0.02
"""A share of the figures whose reading leans on how their sentence opens, or on a mark that the writing takes away."""


def wrapped(text: str, width: int, *, indent: str = "", gap: str = "\n", whole: bool = False) -> str:
    """The paragraphs of a text in lines of `width` characters; `whole` figures are moved to the next line."""
    units = r"[A-Za-z0-9.%]+|." if whole else "."
    done = []
    for paragraph in text.split("\n"):
        lines = [""]
        for unit in re.findall(units, indent + paragraph):
            if len(lines[-1] + unit) > width and not (whole and unit in "，。；：！？、）》”"):
                lines.append("")
            lines[-1] += unit
        done.append("\n".join(lines))
    return gap.join(done)


def told(claim: Claim) -> tuple[object, ...]:
    value = claim.value, claim.value_max, claim.unit, claim.comparator, claim.change
    return re.sub(r"[\s“”]", "", plain(claim.metric)), *value


@cache
def claims(text: str) -> Counter[tuple[object, ...]]:
    name = "case.html" if text.startswith("<") else "case.txt"
    return Counter(map(told, extract(read(Source(name, text.encode()))).claims))


def lost(write: Callable[[str], str]) -> float:
    """The share of figures that are not read as in print."""
    written = {text: write(text) for text in SENTENCES}
    changed = [text for text in SENTENCES if written[text] != text]
    assert len(changed) > 10
    changed = changed[:: max(1, len(changed) // SAMPLE)]
    printed = {text: claims(text) for text in changed}
    missing = sum((printed[text] - claims(written[text])).total() for text in changed)
    return missing / sum(found.total() for found in printed.values())


@pytest.mark.parametrize("way", WRITTEN)
def test_however_it_is_written(way: str) -> None:
    assert lost(WRITTEN[way]) <= FEW


@pytest.mark.parametrize("opening", OPENED)
def test_however_it_opens(opening: str) -> None:
    assert lost(lambda text: opening + text) <= FEW


ARTICLES = ["\n".join(SENTENCES[i : i + 12]) for i in range(0, len(SENTENCES), len(SENTENCES) // 5)]
WRAPPED: dict[str, Callable[[str], str]] = {
    "indents": lambda text: wrapped(text, 36, indent="\u3000\u3000"),
    "indents, narrow": lambda text: wrapped(text, 14, indent="\u3000\u3000"),
    "indents, whole figures": lambda text: wrapped(text, 20, indent="\u3000\u3000", whole=True),
    "blank lines": lambda text: wrapped(text, 30, gap="\r\n\r\n"),
    "blank lines, whole figures": lambda text: wrapped(text, 24, gap="\n\n", whole=True),
    "indents and spaces": lambda text: wrapped(text, 28, indent="    ").replace("\n", "  \n"),
}


@pytest.mark.parametrize("way", WRAPPED)
def test_however_it_is_wrapped(way: str) -> None:
    for article in ARTICLES:
        assert claims(WRAPPED[way](article)) == claims(article)

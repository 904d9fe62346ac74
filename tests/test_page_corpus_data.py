"""What the corpus page is given, without a browser: its index, its topics, its words."""

from __future__ import annotations

import json
import re
import struct
from array import array
from dataclasses import replace
from importlib import resources

import pytest

from kg.errors import LexiconError
from kg.write.page import corpus_topic
from kg.write.page.corpus import COLUMNS, Index
from kg.write.page.corpus_file import SCRIPTS
from kg.write.page.corpus_topic import topic_of, topics
from kg.write.page.corpus_words import CORPUS_WORDS
from kg.write.page.shell import asset
from kg.write.page.words import WORDS
from tests.page_facts import facts, result


def unpacked(data: bytes) -> tuple[dict[str, object], dict[str, list[int]]]:
    """The JSON and the columns, read as the page reads them."""
    (length,) = struct.unpack_from("<I", data)
    about = json.loads(data[4 : 4 + length])
    offset, columns = 4 + length, {}
    for name, width in about["columns"]:
        assert offset % 4 == 0
        code = {1: "B", 2: "H", 4: "I"}[width]
        columns[name] = list(struct.unpack_from(f"<{about['count']}{code}", data, offset))
        offset += -(-width * about["count"] // 4) * 4
    assert offset == len(data)
    return about, columns


def test_the_index_says_what_the_facts_say() -> None:
    index = Index()
    index.add(result())
    index.add(result(replace(facts(), claims=facts().claims[:1])))
    about, columns = unpacked(index.packed([]))
    lists: dict[str, list[object]] = about["lists"]  # type: ignore[assignment]
    assert tuple(columns) == COLUMNS
    assert columns["document"] == [0] * 10 + [1]
    assert columns["year"] == [2035] * 9 + [2020, 2035]
    assert [lists["metric"][place] for place in columns["metric"]][-2:] == ["规上工业企业上云比例"] * 2
    assert [lists["status"][place] for place in columns["status"]] == ["target"] * 9 + ["observed", "target"]
    assert [lists["topic"][place] for place in columns["topic"]][3] == "health"
    assert lists["region"][columns["region"][0]] == ["310000", "上海市", "Shanghai"]
    assert lists["flags"][columns["flags"][9]] == []
    assert lists["flags"][columns["flags"][0]][0][0] == "原文写 2035 年，规划期为 2021–2025 年"  # type: ignore[index]


@pytest.mark.parametrize(("most", "width"), [(0, 1), (255, 1), (256, 2), (65535, 2), (65536, 4)])
def test_a_column_takes_no_more_bytes_than_it_needs(most: int, width: int) -> None:
    index = Index()
    for name in COLUMNS:
        index.columns[name] = array("I", [0, most])
    about, columns = unpacked(index.packed([]))
    assert about["columns"] == [[name, width] for name in COLUMNS]
    assert columns["metric"] == [0, most]


def test_half_a_character_does_not_stop_it() -> None:
    broken = tuple(replace(claim, metric="甲\ud800") for claim in facts().claims)
    index = Index()
    index.add(result(replace(facts(), claims=broken)))
    about, _ = unpacked(index.packed([]))
    assert about["lists"]["metric"] == ["甲?"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("metric", "plan", "topic"),
    [
        ("示范医院", "", "health"),
        ("规上工业企业上云比例", "", "digital"),
        ("农村公路总里程", "", "transport"),
        ("城镇新增就业", "", "employment"),
        ("数字经济核心产业增加值", "", "economy"),
        ("单位国内生产总值能耗", "", "energy"),
        ("造林面积", "", "agriculture"),
        ("甲", "某市数字经济发展规划", "economy"),
        ("甲", "", ""),
        ("", "", ""),
    ],
)
def test_topics(metric: str, plan: str, topic: str) -> None:
    assert topic_of(metric, plan) == topic


def test_a_word_has_one_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(topic.zh and topic.en for topic in topics().values())
    twice = '[[topic]]\nkey = "a"\nzh = "甲"\nen = "A"\nwords = "煤 油"\n' * 2
    monkeypatch.setattr(corpus_topic, "asset", lambda _: twice)
    with pytest.raises(LexiconError, match="煤、油"):
        topics.__wrapped__()


def test_every_word_the_page_says_is_known_and_said() -> None:
    text = "".join(map(asset, SCRIPTS)) + asset("corpus.html.j2")
    said = set(re.findall(r'"((?:ui|row|kind|status|change)\.[A-Za-z]+)"', text))
    assert said <= WORDS.keys() | CORPUS_WORDS.keys()
    built = {"row.topic", "row.unit"}  # from a dimension's name
    assert CORPUS_WORDS.keys() - built <= said
    assert not WORDS.keys() & CORPUS_WORDS.keys()


def test_every_script_is_used() -> None:
    names = {path.name for path in resources.files("kg.write.page").iterdir()}
    assert {name for name in names if re.fullmatch(r"corpus.*\.js", name)} <= set(SCRIPTS)

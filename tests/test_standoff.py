"""Annotations of real documents are kept without a word of these, and come back as they were."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from standoff import kept, laid_out, of_folder, told

TEXT = "<p>到2027年，全县公办养老床位、民办养老床位分别达到900张和400张。</p>\n"
GOLD: dict[str, Any] = {
    "plans": [],
    "claims": [
        {"quote": "公办养老床位、民办养老床位分别达到900张", "metric": "公办养老床位数", "value": 900, "unit": "张"},
        {"quote": "400张", "metric": "民办养老床位", "metric_alt": ["民办床位"], "value": 400, "unit": "张"},
    ],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus" / "county").mkdir(parents=True)
    (tmp_path / "corpus" / "county" / "beds.html").write_text(TEXT, "utf-8")
    return tmp_path / "corpus"


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    folder = tmp_path / "annotated"
    folder.mkdir()
    (folder / "county-beds.html").write_text(TEXT, "utf-8")
    (folder / "county-beds.gold.json").write_text(json.dumps(GOLD), "utf-8")
    return folder


def test_an_annotation_comes_back_beside_its_document(tmp_path: Path, corpus: Path, annotated: Path) -> None:
    lines = list(of_folder(annotated, corpus))
    assert [json.loads(line)["file"] for line in lines] == ["county/beds.html"]
    (tmp_path / "set.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "out").mkdir()
    laid_out(tmp_path / "set.jsonl", corpus, tmp_path / "out")
    assert json.loads((tmp_path / "out" / "001.gold.json").read_text("utf-8")) == GOLD
    assert (tmp_path / "out" / "001.html").read_text("utf-8") == TEXT


def test_a_piece_of_a_document_stands_below_its_first_words(tmp_path: Path, corpus: Path, annotated: Path) -> None:
    (corpus / "county" / "beds.txt").write_text("县养老规划\n\n一\n二\n三\n到2027年，床位达到900张。\n完", "utf-8")
    (annotated / "county-beds.gold.json").unlink()
    (annotated / "beds-4.txt").write_text("", "utf-8")
    (annotated / "beds-4.gold.json").write_text(json.dumps({"claims": [{"metric": "床位"}]}), "utf-8")
    window = {"name": "beds-4.txt", "file": "county/beds.txt", "lines": [4, 6]}
    (annotated / "windows.jsonl").write_text(json.dumps(window), "utf-8")
    (tmp_path / "set.jsonl").write_text("\n".join(of_folder(annotated, corpus)), "utf-8")
    laid_out(tmp_path / "set.jsonl", corpus, tmp_path)
    assert (tmp_path / "001.txt").read_text("utf-8") == "县养老规划\n一\n\n三\n到2027年，床位达到900张。"
    assert json.loads((tmp_path / "001.gold.json").read_text("utf-8")) == {"claims": [{"metric": "床位"}]}


@pytest.mark.parametrize("words", ["", "全县", "全县床位", "全县床位数"])
def test_words_come_back(words: str) -> None:
    text = "全县公办养老床位"
    assert told(kept(words, text), text) == words


def test_the_sets_hold_no_sentences(root: Path) -> None:
    sets = sorted((root / "benchmarks" / "annotations").glob("*.jsonl"))
    assert sets
    for path in sets:
        for line in path.read_text("utf-8").splitlines():
            gold = json.loads(line)["gold"]
            assert not re.findall("[一-鿿，、]{12,}", json.dumps(gold, ensure_ascii=False)), path.name

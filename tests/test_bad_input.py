"""Bad input: each source is built or reported as `file: what, where, what next`; the others are built; exit code 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main

GOOD = (
    "---\ntitle: 云山市发布绿化规划\ndate: 2023-03-01\n---\n"
    "<p>《云山市国土绿化“十四五”规划》提出，到2025年，云山市造林面积达到12万亩。</p>\n"
)
FRONT = "---\ntitle: 云山市绿化\ndate: 2023-03-01\n---\n"

REPORTED = {
    "empty": b"",
    "white-space": " \n　\n".encode(),
    "only-front-matter": FRONT.encode(),
    "binary": bytes(range(256)) * 40,
    "old-word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000),
    "rich-text": rb"{\rtf1\ansi\ansicpg936 {\b 2025} \par}",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(3000),
}
BUILT = {
    "no-front-matter": "<p>到2025年，云山市造林面积达到13万亩。</p>".encode(),
    "broken-front-matter": "---\ntitle: 'open\ndate: [\n---\n<p>到2025年，云山市造林面积达到14万亩。</p>".encode(),
    "unclosed-front-matter": "---\ntitle: 云山市绿化\n\n到2025年，云山市造林面积达到15万亩。\n".encode(),
    "no-date": "---\ntitle: 云山市绿化\n---\n<p>到2025年，云山市造林面积达到16万亩。</p>".encode(),
    "bad-date": "---\ntitle: 云山市绿化\ndate: Wed, 32 Oct\n---\n<p>到2025年，云山市造林面积达到17万亩。</p>".encode(),
    "unclosed-tags": (FRONT + "<div><p>到2025年，<b>云山市造林面积达到18万亩。<p><table><tr><td>完").encode(),
    "gb18030": (FRONT + "<p>到2025年，云山市造林面积达到19万亩。</p>").encode("gb18030"),
    "byte-order-mark": b"\xef\xbb\xbf" + (FRONT + "<p>到2025年，云山市造林面积达到20万亩。</p>").encode(),
    "utf-16": (FRONT + "<p>到2025年，云山市造林面积达到21万亩。</p>").encode("utf-16"),
    "control": (FRONT + "<p>到2025年，\x07\x1b云山市造林面积\x0b达到22万亩。</p>").encode(),
    "script": (
        "---\ntitle: '<script>alert(1)</script>云山市'\ndate: 2023-03-01\n---\n"
        "<p>到2025年，云山市&lt;script&gt;alert(2)&lt;/script&gt;造林面积达到23万亩。</p><script>alert(3)</script>"
    ).encode(),
    "crlf": (FRONT + "<p>到2025年，云山市造林面积达到24万亩。</p>").replace("\n", "\r\n").encode(),
    "名字 有 空格 和中文": GOOD.replace("12万亩", "25万亩").encode(),
}
EITHER = {
    "nul": (FRONT + "<p>到2025年，云山市\x00造林面积达到26万亩。</p>").encode(),
    "half-a-character": (FRONT + "<p>到2025年，云山市造林面积达到27万亩。</p>").encode()[:-12],
    "lone-surrogate": FRONT.encode() + b"<p>\xed\xa0\x80</p>",
}


def build(folder: Path, *sources: str) -> tuple[int, str, list[str]]:
    """Exit code, stderr, and the sources that were built."""
    out = folder / "out"
    done = CliRunner().invoke(main, ["build", *sources, "-o", str(out)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    listed = (out / "documents.jsonl").read_bytes().splitlines()
    return done.exit_code, done.stderr, [name for line in listed for name in json.loads(line)["sources"]]


def put(folder: Path, name: str, data: bytes) -> str:
    path = folder / f"{name}.md"
    path.write_bytes(data)
    return str(path)


@pytest.fixture
def good(tmp_path: Path) -> str:
    return put(tmp_path, "good", GOOD.encode())


@pytest.mark.parametrize("name", REPORTED)
def test_what_cannot_be_read_is_reported_and_the_others_are_built(tmp_path: Path, good: str, name: str) -> None:
    bad = put(tmp_path, name, REPORTED[name])
    code, errors, built = build(tmp_path, bad, good)
    assert (code, built) == (1, [good])
    (line,) = errors.splitlines()
    assert line.startswith(f"{bad}: ")
    assert ";" in line, "what next?"
    issues = [json.loads(line) for line in (tmp_path / "out" / "issues.jsonl").read_bytes().splitlines()]
    assert (bad, "error") in {(issue["source"], issue["level"]) for issue in issues}


@pytest.mark.parametrize("name", BUILT)
def test_what_is_odd_is_built(tmp_path: Path, good: str, name: str) -> None:
    odd = put(tmp_path, name, BUILT[name])
    code, errors, built = build(tmp_path, odd, good)
    assert (code, errors, sorted(built)) == (0, "", sorted([odd, good]))
    claims = (tmp_path / "out" / "claims.csv").read_text("utf-8-sig")
    assert claims.count("造林面积") >= 2


@pytest.mark.parametrize("name", EITHER)
def test_what_is_broken_is_built_or_reported(tmp_path: Path, good: str, name: str) -> None:
    broken = put(tmp_path, name, EITHER[name])
    code, errors, built = build(tmp_path, broken, good)
    assert good in built
    assert code == (broken not in built)
    assert (broken in errors) == (broken not in built)


def test_a_list_of_sources_may_have_a_mark_and_other_bytes(tmp_path: Path, good: str) -> None:
    listed = tmp_path / "list.txt"
    listed.write_bytes(b"\xef\xbb\xbf" + good.encode() + b"\r\n\xff.md\r\n")
    code, errors, built = build(tmp_path, "--files-from", str(listed))
    assert (code, built) == (1, [good])
    assert "no such file" in errors


def test_a_missing_file_is_reported(tmp_path: Path, good: str) -> None:
    missing = str(tmp_path / "missing.md")
    code, errors, built = build(tmp_path, missing, good)
    assert (code, built) == (1, [good])
    assert errors.startswith(f"{missing}: ")


def test_a_folder_without_articles_is_reported(tmp_path: Path, good: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "notes.xyz").write_text("x")
    code, errors, built = build(tmp_path, str(tmp_path / "folder"), good)
    assert (code, built) == (1, [good])
    assert errors.startswith(f"{tmp_path / 'folder'}: ")


def test_a_file_of_20_mb_is_built(tmp_path: Path, good: str) -> None:
    filler = "".join(
        f"<p>这一段没有指标，只是第{'一二三四五六七八九'[n % 9]}种写法的填充文字。</p>\n" for n in range(1000)
    )
    text = FRONT + filler * (20_000_000 // len(filler.encode())) + "<p>到2025年，云山市造林面积达到28万亩。</p>"
    large = put(tmp_path, "large", text.encode())
    code, errors, built = build(tmp_path, large, good)
    assert (code, sorted(built)) == (0, sorted([large, good]))
    assert "280000" in (tmp_path / "out" / "claims.csv").read_text("utf-8-sig")
    assert "defect" not in errors


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    build(tmp_path, put(tmp_path, "script", BUILT["script"]))
    page = (tmp_path / "out" / "graph.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "alert(3)" not in page

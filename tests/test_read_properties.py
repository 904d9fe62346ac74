"""Reading, whatever comes in: blocks tile the text, every character has its place in the source, work is linear."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article
from kg.read import Source, read, read_text
from tests.effort import lines_run

NAMES = ("a.html", "a.md", "a.txt", "-")
SCRAPS = [
    *(
        "<p>",
        "</p>",
        "<div class=ad>",
        "</div>",
        "<br>",
        "<table>",
        "<tr>",
        "<td rowspan=2>",
        "</table>",
        "<li>",
        "<a>",
    ),
    *(
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<",
        ">",
        "&amp;",
        "&#x4e00;",
        "&",
        "&notin",
        "&ampx;",
    ),
    *("---\n", "# ", "- ", "> ", "|", "|-|-|\n", "**", "*", "_", "`", "[", "](", ")", "![", "\\", "```\n", "==="),
    *("《", "》", "。", "，", "　　", " ", "\t", "\n", "\r\n", "\n\n", "\u2028", "\x00", "\u200b", "\ufeff", "\ud800"),
    *("一、", "（二）", "到2025年", "增长8%", "建成三个园区", "smart", "字" * 30),
]
texts = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=4), max_size=60).map("".join)


def decoded(article: Article, source: str) -> Iterator[str]:
    """What the source has where each piece points, with what the text has."""
    for piece in article.pieces:
        words = article.text[piece.text : piece.text + piece.length]
        found = source[piece.source : piece.source + piece.length]
        yield "" if words == found else f"{words!r} is {found!r}"


@given(texts, st.sampled_from(NAMES))
@settings(max_examples=400, deadline=None)
def test_blocks_tile_the_text_and_pieces_map_it(source: str, name: str) -> None:
    article = read_text(source, name)
    words = [article.text[block.start : block.end] for block in article.blocks]
    assert "\n".join(words) == article.text
    assert all(word and word == word.strip() for word in words)
    assert [piece.text for piece in article.pieces] == sorted(piece.text for piece in article.pieces)
    assert sum(piece.length for piece in article.pieces) == sum(map(len, words))
    odd = [piece for piece, wrong in zip(article.pieces, decoded(article, source), strict=True) if wrong]
    assert all(p.length == 1 and (source[p.source] in "&<" or source[p.source].isspace()) for p in odd)
    assert not set(article.text) & set("\x00\u200b\ufeff\ud800\t\r\u2028")


@given(st.binary(max_size=200) | texts.map(lambda text: text.encode("gb18030", "replace")))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        article = read(Source("a", data))
    except InputError as error:
        assert str(error).startswith("a: ")  # noqa: PT017 - both ways are right
    else:
        assert article.text
        article.text.encode("utf-8")


@given(texts, st.sampled_from(NAMES))
@settings(max_examples=100, deadline=None)
def test_same_input_same_article(source: str, name: str) -> None:
    assert read_text(source, name) == read_text(source, name)


HOSTILE = [
    *("<div>", "<!--", "<", "&", "<a x=", "</a", "<![CDATA[", "<?", "<ul><li>", "<table><tr><td>", "<script>", "<p>"),
    *(
        "<!--<!-- -->",
        '<a b="',
        '<a b=">" ',
        "</div></p></span></td>",
        "<span class=ad>",
        "<table><td colspan=9 rowspan=9>",
        "《",
        "1",
    ),
    *("分别", "字\n", "**", "__a", "*a ", "[", "[a](", "|a|\n|-|\n", "`", "> ", "- ", "{{<", "---\n", "字" * 25 + "\n"),
]


@pytest.mark.parametrize("scrap", HOSTILE)
@pytest.mark.parametrize("name", NAMES[:3])
def test_work_is_linear(scrap: str, name: str) -> None:
    short, long = (lines_run(partial(read_text, scrap * count, name)) for count in (150, 600))
    assert long <= 4.5 * short + 500


@pytest.mark.parametrize("scrap", HOSTILE)
def test_a_long_hostile_line_comes_to_an_end(scrap: str) -> None:
    """What patterns do inside is not counted in lines; quadratic, 200 KB would take minutes."""
    article = read_text(scrap * (200_000 // len(scrap)), "a.md")
    assert len(article.text) <= 200_000

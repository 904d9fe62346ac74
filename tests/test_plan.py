"""Policy documents: which words name one, what it is called and who issues it."""

from __future__ import annotations

import pytest

from kg.lexicon.script import plain
from kg.model import Article, Block, Header, Span
from kg.recognise.document.title import find_own_title, signed_day
from kg.recognise.entity.organisation import find_organisations
from kg.recognise.entity.plan import find_plans
from tests.cases import Case, article, cases


@pytest.mark.parametrize("case", cases("plan"), ids=lambda c: c["text"][:24])
def test_cases(case: Case) -> None:
    page = article(case)
    found = [m for m in find_plans(page, find_organisations(page)) if not m.short]
    assert [m.title for m in found] == case["expect"]
    assert all("".join(page.quote(m.span).split()) == "".join(m.title.split()) for m in found)
    seen = {
        "kinds": [m.kind for m in found],
        "called": [list(m.called) for m in found],
        "issuers": [[page.quote(s) for s in m.issuers] for m in found],
        "issued": [m.issued for m in found],
    }
    assert {key: seen[key] for key in seen if key in case} == {key: case[key] for key in seen if key in case}


def _paper(*lines: str, title: str = "") -> Article:
    text = plain("\n".join(lines))
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    return Article("paper", text, tuple(blocks), (Header("title", title),) if title else ())


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("甲市人民政府关于促进就业的意见", "各县人民政府："), "甲市人民政府关于促进就业的意见"),
        (("水利部办公厅", "2022年6月14日", "2022年智慧水利工作要点", "正文。"), "2022年智慧水利工作要点"),
        (("人才培养方案的几点体会", "正文。"), None),
        (("甲市发布养老规划", "消息。"), None),
        (("一图读懂甲市养老规划", "消息。"), None),
        (("规划", "正文。"), None),
        (("深圳市将实施大规模退税政策", "消息。"), None),
        (("（一）企业梯度培育实施方案", "正文。"), None),
        (("甲县人民政府关于印发《甲县水网规划》的通知", "各乡镇："), "甲县人民政府关于印发《甲县水网规划》的通知"),
    ],
)
def test_own_title_in_the_first_lines(lines: tuple[str, ...], title: str | None) -> None:
    found = find_own_title(_paper(*lines))
    assert (found.title if found else None) == title


def test_own_title_broken_over_lines_is_found_in_the_text() -> None:
    title = "国务院办公厅关于发展冰雪运动的指导意见"
    page = _paper("国务院办公厅关于发展", "冰雪运动的指导意见", "正文。", title=title)
    found = find_own_title(page)
    assert found is not None
    assert page.quote(found.span) == "国务院办公厅关于发展\n冰雪运动的指导意见"


def test_own_title_that_only_the_header_has_gets_an_empty_span() -> None:
    found = find_own_title(_paper("第三章 保障措施。", title="国务院关于发展冰雪运动的意见"))
    assert found is not None
    assert found.span == Span(0, 0)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("（2021年9月22日）", "2021-09-22"),
        ("二〇〇六年九月七日", "2006-09-07"),
        ("二○一一年十二月三十一日", "2011-12-31"),
        ("二〇〇四年十一月四日", "2004-11-04"),
        ("2021 年 3 月 9 日", "2021-03-09"),
        ("各县人民政府：请认真执行。\u3000\u3000 二○一一年五月六日\u3000甲县节水办法 ", "2011-05-06"),
        ("会议2021年9月22日召开", None),
        ("二〇一一年五月十十日", None),
    ],
)
def test_signed_day(line: str, day: str | None) -> None:
    found = signed_day(_paper("甲办法", line, "正文。"))
    assert (found.isoformat() if found else None) == day


def test_the_letter_is_signed_before_what_it_annexes() -> None:
    lines = ["正文。"] * 9
    page = _paper(*lines, "国务院办公厅", "二〇〇四年十一月四日", "附件", "甲省财政厅", "二〇〇四年十月十日")
    assert str(signed_day(page)) == "2004-11-04"

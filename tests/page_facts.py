"""Facts built by hand for the tests of the page: an article of our own wording, and ways to vary it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kg.model import (
    Article,
    Block,
    Claim,
    Document,
    Event,
    Facts,
    Goal,
    Header,
    Organisation,
    Plan,
    Project,
    Result,
    Sourced,
    Span,
    Triple,
)

BASE = "https://w3id.org/govplan/id/"
TITLE = "青浦湾数字化规划公布（图解）"
TEXT = (
    "青浦湾市政府新闻办今天（3月9日）召开发布会，公布《青浦湾市数字化发展“十四五”规划》（下称《规划》）。"
    "文件提出到2025年，全市数字化发展迈上新台阶，数字城区的骨架基本成形，为2035年建成滨海数字名城打好基础。\n"
    "《规划》明确，到2035年，规上工业企业上云比例达到80%，建成智能车间200家；打造数字生活街区100个、示范医院50个；"
    "“一窗通办”网办比例达到80%，“办好一件事”“处置一件事”样板场景分别达到50个和35个；"
    "城市感知终端超过1亿个，公共数据开放量超过15亿条。2020年，规上工业企业上云比例为46%。\n"
    "为此，将实施“数字底座、数据要素”工程，🌊支撑全市转型。\n"
    "责任编辑：林一苇"
)


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """Where the words stand for the nth time."""
    found = [m.start() for m in re.finditer(re.escape(words), text)]
    return Span(found[nth], found[nth] + len(words))


def claim(number: int, metric: str, quote: str, value_text: str, **more: Any) -> Claim:
    """A target of the article for 2035; `more` replaces any field."""
    where = span(quote)
    offset = quote.index(value_text)
    value_span = Span(where.start + offset, where.start + offset + len(value_text))
    inside = [span(part) for part in (metric,) if part in quote]
    fields: dict[str, Any] = {
        "id": f"claim-{number:016x}",
        "span": where,
        "metric": metric,
        "metric_spans": tuple(
            Span(where.start + quote.index(metric), where.start + quote.index(metric) + len(metric)) for _ in inside
        ),
        "value": Decimal(re.sub(r"\D", "", value_text)) * (10**8 if "亿" in value_text else 1),
        "value_max": None,
        "unit": value_text[-1],
        "comparator": "eq",
        "change": "level",
        "status": "target",
        "value_span": value_span,
        "value_text": value_text,
        "year": 2035,
        "time_span": span("到2035年"),
        "region": "310000",
        "plan": "plan-0000000000000001",
        "flags": ("deadline-beyond-period",),
        "rule": "aim",
    }
    return Claim(**(fields | more))


def facts() -> Facts:
    """Everything the article says."""
    plan = "plan-0000000000000001"
    body = "organisation-0000000000000001"
    return Facts(
        document=Document(
            id="doc-0000000000000001",
            title=Sourced(TITLE, field="title"),
            published=Sourced("2022-03-09T02:00:00Z", field="published"),
            publisher=Sourced("海湾财经", field="publisher"),
            editor=Sourced("林一苇", span=span("林一苇")),
            url=Sourced("https://news.example/a?b=1&c=2", field="url"),
            categories=(Sourced("财经", field="category"),),
        ),
        plans=(
            Plan(
                id=plan,
                title="青浦湾市数字化发展“十四五”规划",
                aliases=("规划",),
                kind="plan",
                mentions=(span("《青浦湾市数字化发展“十四五”规划》"), span("《规划》"), span("《规划》", 1)),
                period=(2021, 2025),
                period_span=span("十四五"),
                region="310000",
            ),
        ),
        organisations=(
            Organisation(body, "青浦湾市政府新闻办", ("市政府新闻办",), (span("青浦湾市政府新闻办"),), "310000"),
        ),
        events=(
            Event(
                "event-0000000000000001",
                "press_conference",
                "新闻发布会（2022-03-09）",
                date(2022, 3, 9),
                (span("发布会"),),
                span("3月9日"),
                (body,),
                (plan,),
            ),
        ),
        projects=tuple(
            Project(f"project-{i:016x}", f"{name}工程", (span(name), span("工程")), "重点工程", plan, "310000")
            for i, name in enumerate(("数字底座", "数据要素"), 1)
        ),
        goals=(
            goal(1, "数字化发展迈上新台阶", 2025),
            goal(2, "数字城区的骨架基本成形", 2025, prepares_for="goal-0000000000000003"),
            goal(3, "建成滨海数字名城", 2035),
        ),
        claims=claims(),
    )


def goal(number: int, words: str, year: int, prepares_for: str | None = None) -> Goal:
    return Goal(
        f"goal-{number:016x}",
        words,
        span(words),
        year,
        span(f"{year}年"),
        "plan-0000000000000001",
        "310000",
        prepares_for,
    )


def claims() -> tuple[Claim, ...]:
    pair = "“办好一件事”“处置一件事”样板场景分别达到50个和35个"
    gt: dict[str, Any] = {"comparator": "gt"}
    return (
        claim(1, "规上工业企业上云比例", "规上工业企业上云比例达到80%", "80%"),
        claim(2, "智能车间", "建成智能车间200家", "200家"),
        claim(3, "数字生活街区", "打造数字生活街区100个", "100个"),
        claim(4, "示范医院", "示范医院50个", "50个"),
        claim(5, "“一窗通办”网办比例", "“一窗通办”网办比例达到80%", "80%"),
        claim(6, "“办好一件事”样板场景", pair, "50个", metric_spans=(span("“办好一件事”"), span("样板场景"))),
        claim(7, "“处置一件事”样板场景", pair, "35个", metric_spans=(span("“处置一件事”"), span("样板场景"))),
        claim(8, "城市感知终端", "城市感知终端超过1亿个", "超过1亿个", **gt),
        claim(9, "公共数据开放量", "公共数据开放量超过15亿条", "超过15亿条", **gt),
        claim(
            10, "规上工业企业上云比例", "规上工业企业上云比例为46%", "46%",
            status="observed", year=2020, time_span=span("2020年"), flags=(), plan=None,
        ),
    )  # fmt: skip


def article(text: str = TEXT, source: str = "data/青浦湾.txt", title: str = TITLE) -> Article:
    """The text as read: one paragraph per line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    return Article(source, text, tuple(blocks), (Header("title", title),), published=date(2022, 3, 9))


def triples(found: Facts, base: str = BASE) -> tuple[Triple, ...]:
    """A few statements of the kind `describe` makes: types, labels, evidence."""
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    rows = [Triple(base + c.id, label, c.metric, language="zh") for c in found.claims]
    rows += [
        Triple(base + c.id, "https://w3id.org/govplan/evidence", f"{base}ev-1-{c.span.start}") for c in found.claims
    ]
    rows += [
        Triple(
            f"{base}ev-1-{c.span.start}",
            "http://www.w3.org/ns/oa#exact",
            TEXT[c.span.start : c.span.end],
            language="zh",
        )
        for c in found.claims
    ]
    rows.append(Triple(base + "plan-0000000000000001", label, "Digital plan of Qingpu Bay", language="en"))
    return tuple(dict.fromkeys(rows))


def result(found: Facts | None = None, read: Article | None = None, rows: Sequence[Triple] | None = None) -> Result:
    found = found or facts()
    return Result(read or article(), found, tuple(triples(found) if rows is None else rows))

"""Mentions to entities: one body under several names, one plan under several titles, days, periods and places."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Article, Block, Facts, Header
from kg.recognise.entity.event import find_events
from kg.recognise.entity.goal import find_goals
from kg.recognise.entity.organisation import find_organisations
from kg.recognise.entity.plan import find_plans
from kg.recognise.entity.project import find_projects
from kg.recognise.mention import Mentions
from kg.resolve import resolve


def facts(text: str, title: str = "", published: date | None = None, **headers: str) -> Facts:
    """The facts of a text without its claims; each line is a block."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    named = {"title": title, **headers}
    header = tuple(Header(name, value) for name, value in named.items() if value)
    article = Article("case", text, tuple(blocks), header, digest="d", published=published)
    organisations = find_organisations(article)
    plans = find_plans(article, organisations)
    events = find_events(article, organisations, plans)
    return resolve(
        article, article, Mentions(organisations, plans, find_projects(article), events, find_goals(article))
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国家发改委部署，国家发展改革委负责。", [("国家发展改革委", ("国家发改委",))]),
        ("浙江省政府发文。省政府要求落实。", [("浙江省政府", ("省政府",))]),
        ("国新办举行活动，国务院新闻办公室介绍。", [("国务院新闻办公室", ("国新办",))]),
        ("苏州市工信局与市工业和信息化局联动。", [("市工业和信息化局", ("苏州市工信局",))]),
        ("江苏省财政厅、安徽省财政厅。", [("江苏省财政厅", ()), ("安徽省财政厅", ())]),
        ("党中央、中共中央。", [("中共中央", ("党中央",))]),
    ],
)
def test_one_body_under_several_names(text: str, names: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(o.name, o.aliases) for o in facts(text).organisations] == names


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("南京市动态：市政府部署。", "320100"),
        ("北京市委、市政府支持。", "110000"),
        ("市政府部署，市政府督办。", None),
        ("江苏、浙江、安徽的省政府会商。", None),
    ],
)
def test_place_of_a_body_named_by_its_level(text: str, region: str | None) -> None:
    assert [o.region for o in facts(text).organisations][-1] == region


def test_a_body_of_an_unknown_place_is_one_of_its_document_only() -> None:
    one, other = facts("省政府部署。"), resolve(empty := Article("b", "", (), digest="other"), empty, Mentions())
    article = Article("b", "省政府部署。", (Block(0, 6),), digest="other")
    twin = resolve(article, article, Mentions(find_organisations(article)))
    assert one.organisations[0].id != twin.organisations[0].id
    assert other.organisations == ()


def test_the_same_body_has_one_id_in_two_texts() -> None:
    assert facts("国家发改委负责。").organisations[0].id == facts("发展改革委牵头办理。").organisations[0].id


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("《甲市水网规划》（以下简称《规划》）印发。《规划》提出", [("甲市水网规划", ("规划",), 3)]),
        (
            "《甲条例》和《乙实施方案》。《方案》明确，《条例》规定",
            [("甲条例", ("条例",), 2), ("乙实施方案", ("方案",), 2)],
        ),
        ("《意见》出台。《关于治沙的意见》分三章。", [("关于治沙的意见", ("意见",), 2)]),
        ("《规划》提出目标。", []),
        ("公布《限用目录（2026年版）》（简称《目录》），《目录》列出", [("限用目录（2026年版）", ("目录",), 3)]),
        (
            "《达标管理目录（2026年版）》（以下简称《达标目录》）。《达标目录》列出",
            [("达标管理目录（2026年版）", ("达标目录",), 3)],
        ),
        ('《甲“十四五”规划》与《甲"十四五"规划》', [("甲“十四五”规划", ('甲"十四五"规划',), 2)]),
        (
            "《国民经济和社会发展第十四个五年规划纲要》发布，“十四五”规划开局。",
            [("国民经济和社会发展第十四个五年规划纲要", ("“十四五”规划",), 2)],
        ),
        (
            "《国民经济和社会发展第7个五年计划纲要》通过，在第七个五年计划期间建闸，为第八个五年计划准备。",
            [
                ("国民经济和社会发展第7个五年计划纲要", ("第七个五年计划",), 2),
                ("第八个五年计划", (), 1),
            ],
        ),
        (
            "《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》公布，“十五五”规划建议明确。",
            [("中共中央关于制定国民经济和社会发展第十五个五年规划的建议", ("“十五五”规划建议",), 2)],
        ),
        (
            "按照“十四五”规划部署，“十四五”规划纲要草案提请审议，“十四五”规划和2035年远景目标纲要印发。",
            [("“十四五”规划", ("“十四五”规划纲要草案", "“十四五”规划和2035年远景目标纲要"), 3)],
        ),
        (
            "《关于加快渔港改造的若干意见》公布\n甲部近日印发《加快渔港改造若干意见》。",
            [("关于加快渔港改造的若干意见", ("加快渔港改造若干意见",), 2)],
        ),
        (
            "甲部印发《渔船登记管理办法（试行）》，此前对《渔船登记管理办法》征求意见。",
            [("渔船登记管理办法（试行）", ("渔船登记管理办法",), 2)],
        ),
        ("会议审议渔港管理法草案，渔港管理法获得通过。", [("渔港管理法草案", ("渔港管理法",), 2)]),
        (
            "《甲市妇女发展纲要（2021—2030年）》印发，《妇女纲要》提出",
            [("甲市妇女发展纲要（2021—2030年）", ("妇女纲要",), 2)],
        ),
        (
            "根据《国务院关于印发节水规划的通知》，落实《节水规划》",
            [("国务院关于印发节水规划的通知", ("节水规划",), 2)],
        ),
        ("《国务院关于治沙的意见》印发，《关于治沙的意见》要求", [("国务院关于治沙的意见", ("关于治沙的意见",), 2)]),
        (
            "发布《船闸设备推广目录（2021年版）》，今后修订《船闸设备推广目录》。",
            [("船闸设备推广目录（2021年版）", ("船闸设备推广目录",), 2)],
        ),
        (
            "甲部印发《船闸提升三年行动计划》\n甲部印发《船闸提升三年行动计划（2031—2033年）》，启动改造。",
            [("船闸提升三年行动计划（2031—2033年）", ("船闸提升三年行动计划",), 2)],
        ),
    ],
)
def test_one_plan_under_several_titles(text: str, plans: list[tuple[str, tuple[str, ...], int]]) -> None:
    assert [(p.title, p.aliases, len(p.mentions)) for p in facts(text).plans] == plans


@pytest.mark.parametrize(
    ("title", "period", "words"),
    [
        ("甲市“十四五”水网规划", (2021, 2025), "十四五"),
        ("全民健身计划（2021—2025年）", (2021, 2025), "2021—2025年"),
        ("造船业方案(2013-2015年)", (2013, 2015), "2013-2015年"),
        ("第十个五年计划纲要", (2001, 2005), "第十个五年"),
        ("第3个五年计划纲要", (1966, 1970), "第3个五年"),
        ("“十五”计划纲要", (2001, 2005), "十五"),
        ("2022年水利工作要点", (2022, 2022), "2022"),
        ("2030年前碳达峰行动方案", None, None),
        ("养老规划", None, None),
    ],
)
def test_period_of_a_title(title: str, period: tuple[int, int] | None, words: str | None) -> None:
    text = f"印发《甲{title}》" if title == "养老规划" else f"印发《{title}》"
    plan = facts(text).plans[0]
    assert plan.period == period
    assert (text[slice(*plan.period_span)] if plan.period_span else None) == words


def test_region_of_a_plan_comes_from_its_title_or_its_issuer() -> None:
    text = "广东省人民政府印发《关于发展海洋牧场的意见》，参照《海南省海洋条例》。"
    text += "《国务院关于同意在杭州市开展试点的批复》有效。"
    assert [p.region for p in facts(text).plans] == ["440000", "460000", None]


def test_issuers_and_day_of_a_joint_issue() -> None:
    found = facts("1月5日，财政部、水利部联合印发《节水方案》。", published=date(2022, 1, 6))
    plan, names = found.plans[0], {o.id: o.name for o in found.organisations}
    assert ([names[i] for i in plan.issuers], plan.issued) == (["财政部", "水利部"], date(2022, 1, 5))
    event = found.events[0]
    assert (event.kind, event.organisers, event.about) == ("issuance", plan.issuers, (plan.id,))
    assert event.name == "财政部印发《节水方案》"


def test_a_title_that_only_the_header_has_still_names_its_issuer() -> None:
    found = facts("第三章 保障。", title="国务院关于印发职教方案的通知", issuer="国务院")
    assert [o.name for o in found.organisations] == ["国务院"]
    assert [(p.title, p.mentions, p.issuers) for p in found.plans] == [
        ("国务院关于印发职教方案的通知", (), (found.organisations[0].id,)),
        ("职教方案", (), (found.organisations[0].id,)),
    ]


def test_metadata_of_a_document() -> None:
    text = "原标题：甲市规划发布 来源：乙日报\n正文。\n责任编辑：王小明 SF014"
    document = facts(text, title="甲市规划发布", author="丙网").document
    lines = (document.editor, document.origin, document.original_title)
    assert [text[slice(*line.span)] for line in lines if line and line.span] == ["王小明", "乙日报", "甲市规划发布"]
    assert document.publisher is not None
    assert (document.publisher.value, document.publisher.field) == ("丙网", "author")


def test_goals_point_at_the_later_goal_they_prepare_for() -> None:
    text = "印发《甲规划》。到2025年，转型取得显著成效，框架基本形成，为2035年建成乙都奠定基础。"
    goals = facts(text).goals
    assert [g.prepares_for for g in goals] == [goals[2].id, goals[2].id, None]
    assert {g.plan for g in goals} == {facts(text).plans[0].id}


def test_projects_belong_to_the_plan_named_last() -> None:
    found = facts("《甲条例》施行。《乙省“十四五”规划》提出实施河湖连通工程。此外开展城市净水专项行动。")
    assert [p.plan for p in found.projects] == [found.plans[1].id] * 2


def test_a_law_that_is_cited_launches_no_project() -> None:
    found = facts("《乙规划》提出总目标，依照《甲条例》办理，实施河湖连通工程。")
    assert [p.plan for p in found.projects] == [found.plans[0].id]


def test_resolving_twice_gives_the_same() -> None:
    text = "甲省政府10月1日印发《甲省规划》，实施强基工程。到2030年，体系更加完善。"
    assert facts(text, published=date(2022, 10, 3)) == facts(text, published=date(2022, 10, 3))

"""Facts written by hand, as resolve should give them for a news report of a plan: what later stages are tested on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kg.iri import mint
from kg.model import (
    Article,
    Claim,
    Comparator,
    Document,
    Event,
    Facts,
    Goal,
    Header,
    Organisation,
    Plan,
    Project,
    Sourced,
    Span,
)

BASE = "https://w3id.org/govplan/id/"
_PARAGRAPHS = (
    "今天（10月27日），上海市政府新闻办召开新闻发布会，发布并解读《上海市全面推进城市数字化转型“十四五”规划》（下称《规划》），"
    "提出到2025年，上海城市数字化转型迈出坚实步伐，建成国内领先、全球知名的数字化样板城市，国际数字之都的主体框架搭建成型，"
    "为2035年建成具有全球影响力的国际数字之都打下牢固根基。",
    "《规划》明确，到2035年，上海建设标杆性智能工厂200家，规模以上制造业企业数字化转型比例达到80%；"
    "打造数字化转型示范医院50个、生活数字化转型标杆场景100个；"
    "“高效处置一件事”“高效办成一件事”标杆场景数量分别达到35个和50个，“一网通办”平台实际办件网办比例达到80%；"
    "开放公共数据规模超过15亿条，建成物联感知终端数超过1亿个。",
    "为实现《规划》目标，上海将实施“数字底座赋能、数字技术策源、数字价值提升、应用场景共建、数字规则引领、转型标杆示范”工程，"
    "让数字化惠及城市的每个角落。",
    "责任编辑：林予安",
)
TEXT = "\n".join(_PARAGRAPHS)


def at(words: str, after: str = "") -> Span:
    """Where the words stand in TEXT, the first time after the words `after`."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


DOCUMENT = mint("doc", "shanghai-digital")
PLAN = Plan(
    id=mint("plan", "上海市全面推进城市数字化转型“十四五”规划"),
    title="上海市全面推进城市数字化转型“十四五”规划",
    aliases=("规划",),
    kind="plan",
    mentions=(at("《上海市全面推进城市数字化转型“十四五”规划》"), at("《规划》"), at("《规划》", "\n")),
    issued=date(2021, 10, 27),
    period=(2021, 2025),
    period_span=at("“十四五”"),
    region="310000",
)
OFFICE = Organisation(
    id=mint("org", "上海市政府新闻办"),
    name="上海市政府新闻办",
    aliases=(),
    mentions=(at("上海市政府新闻办"),),
    region="310000",
)
EVENT = Event(
    id=mint("event", "press_conference", "2021-10-27", PLAN.id),
    kind="press_conference",
    name="《上海市全面推进城市数字化转型“十四五”规划》新闻发布会",
    date=date(2021, 10, 27),
    mentions=(at("新闻发布会"),),
    date_span=at("10月27日"),
    organisers=(OFFICE.id,),
    about=(PLAN.id,),
)


def project(name: str) -> Project:
    return Project(
        id=mint("project", PLAN.id, name),
        name=name + "工程",
        name_spans=(at(name), at("工程")),
        plan=PLAN.id,
        region="310000",
    )


def goal(text: str, year: int, when: Span, prepares_for: str | None = None) -> Goal:
    return Goal(mint("goal", PLAN.id, text), text, at(text), year, when, PLAN.id, "310000", prepares_for)


def target(  # noqa: PLR0917 - one row of a table
    metric: str,
    quantity: str,
    value: int,
    unit: str,
    spans: tuple[Span, ...] = (),
    comparator: Comparator = "eq",
    after: str = "",
) -> Claim:
    spans = spans or (at(metric),)
    where = at(quantity, after or metric)
    return Claim(
        id=mint("claim", DOCUMENT, str(where.start)),
        span=Span(spans[0].start, where.end),
        metric=metric,
        metric_spans=spans,
        value=Decimal(value),
        value_max=None,
        unit=unit,
        comparator=comparator,
        change="level",
        status="target",
        value_span=where,
        value_text=quantity,
        year=2035,
        time_span=at("到2035年"),
        subject="上海",
        region="310000",
        plan=PLAN.id,
        flags=("deadline-beyond-period",),
        rule="metric-verb-quantity",
    )


_LATER = goal("建成具有全球影响力的国际数字之都", 2035, at("2035年"))
_BY_2025 = at("到2025年")
_SCENES = at("标杆场景数量")
GOALS = (
    goal("上海城市数字化转型迈出坚实步伐", 2025, _BY_2025, _LATER.id),
    goal("建成国内领先、全球知名的数字化样板城市", 2025, _BY_2025, _LATER.id),
    goal("国际数字之都的主体框架搭建成型", 2025, _BY_2025, _LATER.id),
    _LATER,
)
CLAIMS = (
    target("标杆性智能工厂", "200家", 200, "家"),
    target("规模以上制造业企业数字化转型比例", "80%", 80, "%"),
    target("数字化转型示范医院", "50个", 50, "个"),
    target("生活数字化转型标杆场景", "100个", 100, "个"),
    target("“高效处置一件事”标杆场景数量", "35个", 35, "个", (at("“高效处置一件事”"), _SCENES), after="分别"),
    target("“高效办成一件事”标杆场景数量", "50个", 50, "个", (at("“高效办成一件事”"), _SCENES), after="分别"),
    target("“一网通办”平台实际办件网办比例", "80%", 80, "%"),
    target("开放公共数据规模", "超过15亿条", 1500000000, "条", comparator="gt"),
    target("物联感知终端数", "超过1亿个", 100000000, "个", comparator="gt"),
)
PROJECTS = tuple(
    project(name)
    for name in ("数字底座赋能", "数字技术策源", "数字价值提升", "应用场景共建", "数字规则引领", "转型标杆示范")
)

ARTICLE = Article(
    source="examples/shanghai-digital.md",
    text=TEXT,
    blocks=(),
    headers=(
        Header("title", "一张图看懂：上海城市数字化转型_十四五_规划出炉"),
        Header("category", "城市"),
        Header("category", "示例财经"),
        Header("category", "示例财经－国内"),
        Header("image", "https://img.example.org/20211027/shanghai-digital.jpg"),
        Header("author", "示例财经"),
        Header("published", "2021-10-27T03:55:42Z"),
    ),
    digest="a" * 64,
    published=date(2021, 10, 27),
)
FACTS = Facts(
    document=Document(
        id=DOCUMENT,
        title=Sourced("一张图看懂：上海城市数字化转型_十四五_规划出炉", field="title"),
        published=Sourced("2021-10-27T03:55:42Z", field="published"),
        publisher=Sourced("示例财经", field="author"),
        author=Sourced("示例财经", field="author"),
        editor=Sourced("林予安", span=at("林予安")),
        image=Sourced("https://img.example.org/20211027/shanghai-digital.jpg", field="image"),
        categories=tuple(Sourced(name, field="category") for name in ("城市", "示例财经", "示例财经－国内")),
    ),
    plans=(PLAN,),
    organisations=(OFFICE,),
    events=(EVENT,),
    projects=PROJECTS,
    goals=GOALS,
    claims=CLAIMS,
)


def with_claim(**changes: object) -> Facts:
    """The facts with one claim only: the first, changed."""
    return replace(FACTS, claims=(replace(CLAIMS[0], **changes),))  # type: ignore[arg-type]

"""Visions: clauses that say, without a number, what is to be true by a year.

到2025年，甲市转型取得显著成效，建设形成基本框架，为2035年建成乙奠定坚实基础 sets two goals for 2025, one for 2035.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon.scan import opened_by
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.mention import GoalMention

_YEAR = opened_by(
    "到至展力争将通2",
    r"(?:到|至|展望|力争到|争取到|力争|将在|通过[^，。]{0,8}努力，到)[“\"]?(?P<year>20[2-9][0-9]|20[01][0-9])年(?:底|末|之?前|以前|年底|年末|，?基本)?|(?P<lone>20[2-9][0-9])年(?:底|末)?(?:之)?前"
    r"|到[“\"]?(?P<plan>十[一二三四五六]五|[九十]五)[”\"]?(?:期)?末",
)
_PLANS = {
    "九五": 2000,
    "十五": 2005,
    "十一五": 2010,
    "十二五": 2015,
    "十三五": 2020,
    "十四五": 2025,
    "十五五": 2030,
    "十六五": 2035,
}
_ACHIEVED = opened_by(
    "不位健充全初加取基处大奠完定实居广建形总成打持明显普更有涌深满确稳缓解走跻达迈进",
    r"取得[^，]{0,8}(?:成效|进展|突破|成果|成就)|(?:基本|初步|全面|加快|更加)?(?:形成|建成|建立|实现|完善|健全|成型|定型|满足|解决|缓解|打通|确立)|打造|建设成|迈上|迈出|进入|跻身|成为|"
    r"(?:显著|明显|大幅|稳步|持续|进一步|不断|全面|有效|有力|普遍)(?:提升|提高|增强|改善|优化|加快|扩大|缩小|下降|降低|缓解|发挥|夯实|推进|释放|保障|扭转|遏制|壮大|拓展|控制)|"
    r"更加|更为|位居|居于|走在|处于[^，]{0,8}(?:前列|水平)|达到[^，]{0,12}(?:水平|前列)|充分发挥|总体平稳|广泛形成|深入人心|涌现|奠定",
)
_PREPARES = late(r"为(?:到)?(?P<year>20[2-9][0-9])年(?P<goal>[^，。；\n]{2,60}?)(?:奠定|打下|夯实|提供|创造)")
_NUMBER = late(
    r"[0-9一二三四五六七八九十百千两](?:[0-9.,，]*)(?:%|‰|[万亿余多]|个(?!体|人)|家|项|条|件|处|座|公里|平方|吨|元|人|倍|成|辆|台|米|亩|千瓦|户|所|张|种|名|岁|年(?!代)|小时|分钟)|分之|左右|翻一?番"
)
_ASIDE = late(r"^(?:其中|并|同时|据|根据|按照|上述|对此|记者|他|她|该|预计|有望|将\b)")
_CLAUSE = late(r"[^，。；;\n！？]+")
_OVER = late(r"[。！？\n]")


def find_goals(article: Article) -> tuple[GoalMention, ...]:
    """Visions of the article in text order; only for years that lie ahead of its publication, when that is known.

    >>> text = "到2025年，甲市转型取得显著成效，治理体系基本形成，为2035年建成乙都奠定基础。"
    >>> [(text[g.span.start : g.span.end], g.year, g.prepares_for) for g in find_goals(Article("", text, ()))]
    [('甲市转型取得显著成效', 2025, 2035), ('治理体系基本形成', 2025, 2035), ('建成乙都', 2035, None)]
    """
    found: list[GoalMention] = []
    covered = 0
    now = article.published.year if article.published else 0
    for head in _YEAR.finditer(article.text):
        year = _PLANS.get(head["plan"] or "") or int(head["year"] or head["lone"] or 0)
        if year >= now and year and head.start() >= covered:
            span = Span(
                *(head.span("year") if head["year"] else head.span("lone") if head["lone"] else head.span("plan"))
            )
            goals, covered = _under(article.text, head, year, span)
            found += goals
    return tuple(found)


def _under(text: str, head: re.Match[str], year: int, year_span: Span) -> tuple[list[GoalMention], int]:
    """The goals under a head of time, up to the end of its sentence or the next head; and where they end."""
    over = _OVER.search(text, head.end(), head.end() + 600)
    end = over.start() if over else min(len(text), head.end() + 600)
    following = _YEAR.search(text, head.end(), end)
    stop = following.start() if following else end
    later = _PREPARES.search(text, head.end(), stop)
    until = int(later["year"]) if later and int(later["year"]) > year else None
    goals = [
        GoalMention(span, year, year_span, until)
        for span in _clauses(text, head.end(), later.start() if later else stop)
    ]
    if later and until:
        goals.append(GoalMention(Span(*later.span("goal")), until, Span(*later.span("year"))))
    return goals, max(stop, head.end())


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    for clause in _CLAUSE.finditer(text, start, end):
        words = clause[0]
        if len(words) >= 6 and _ACHIEVED.search(words) and not _NUMBER.search(words) and not _ASIDE.match(words):
            lead = len(words) - len(words.lstrip(" 　、：:"))
            yield Span(clause.start() + lead, clause.end() - (len(words) - len(words.rstrip())))

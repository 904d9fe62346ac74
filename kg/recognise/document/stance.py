"""How a document speaks: in which year, and whether its plain verbs report, order or rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Article, Block
from kg.pattern import late
from kg.recognise.document.evidence import orders
from kg.recognise.document.title import find_own_title
from kg.recognise.time.period import Time, find_plans
from kg.recognise.time.years import YEAR


@dataclass(frozen=True, slots=True)
class Stance:
    """How a document speaks: the year it is of (None: unknown); `directive` for plans, opinions and notices, whose
    plain verbs (建设, 培育) are orders; `ruling` for 办法, 条例 and 指南, whose figures are limits and conditions."""

    year: int | None
    directive: bool
    horizon: int | None = None
    """The nearest deadline of an undated document: what lies before it is past."""
    ruling: bool = False
    aims: bool = False
    """In the part that sets the aims."""
    bulletin: bool = False
    """A bulletin of news: its headings tell what is reported, not how."""
    calls: bool = False
    """A call for applications: its sentences on who applies, and how, set conditions."""
    month: int | None = None
    """The month in which it was published."""
    told: int | None = None
    """In a run of sentences that reviews: the latest year told of so far, 0 for none; elsewhere None."""


SAMPLE = 6000
"""How much of a text its voice is judged by, in code points."""
PER_APPLICANT = 250
"""What calls for applications speaks of those who apply at least once in so many code points."""
FEW = 4
"""So often may any text speak of those who apply."""
TOP = 12
"""How many blocks from the top may hold the title of a rule and its number."""
LONGEST_TITLE = 60

_BULLETIN = late(r"新闻联播|本台(?:消息|记者)")
"""A bulletin reports what plans order."""
_RULES = late(
    r"(?:办法|细则|规定|条例|规则|规程|规范|技术要求|标准|(?<!建设)指南|准则|章程|须知|守则)(?:\s*[（(][^（）()]{1,12}[）)])?(?:》?的(?:通知|公告|决定))?》?$"
)
_MOVES = late(r"(?:提高|调整|[上下]调|降低|增加|下达)[^，。；\n]{1,60}标准的通知")
"""关于提高低保标准的通知 moves a standard, and is none."""
_SENTENCE = late(r"[，；。]|^[\s\u3000]*(?:对|根据|按照|要)|实行|成为")
"""改变漫撒肥料的办法 ends a sentence, and names no rule."""
_NUMBERED = late(r"[\s\u3000]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|第[^，。章节]{1,3}[章节])")
"""（三）安全标准 heads a part, not a rule."""
_APPLICANTS = late(r"申[报请](?:人|单位|书|项目|者|时间|材料|主体|条件|要求)|项目负责人|依托单位|推荐单位")
"""Those who may apply, and what they hand in: of these what calls for applications is full."""
_TOLD = late(r"印发|发布|公布|出台|实施|施行|解读|修订|通过|征求意见|审议|联播")
_PASSES_ON = ("的通知", "的公告", "的决定")
"""A headline that tells of a rule is none; a notice that passes it on is."""
_OF_ITSELF = late(r"本(?:文件|办法|规范|规定|条例|细则|规程|导则|预案)(?:适用于|所称|所指)")
"""A rule says to whom it applies, and what its words mean."""
_ARTICLES = late(r"(?:^|[\n\u3000])\s*第[一二三四五六七八九十]{1,3}条[\s\u3000]")


def stance_of(article: Article, times: Sequence[Time], now: date | None) -> Stance:
    """How the document speaks, from its day (`now`, see now.py), its title, its deadlines and its verbs."""
    sample = article.text[:SAMPLE]
    bulletin = _BULLETIN.search(sample) is not None
    ruling = not bulletin and _rules(article)
    calls = len(_APPLICANTS.findall(sample)) > max(len(sample) // PER_APPLICANT, FEW)
    dated = article.published is not None
    told = orders(sample, dated=dated) or _is_sent(article) or _is_order(article) or _promises(article)
    directive = not bulletin and told
    if article.published is not None:
        day = article.published
        return Stance(day.year, directive, ruling=ruling, bulletin=bulletin, calls=calls, month=day.month)
    horizon = min((t.year for t in times if t.kind == "deadline" and t.year), default=None)
    year, bulletin = now.year if now else _first_year(article), now is not None and bulletin
    month = now.month if now else None
    return Stance(year, directive, horizon, ruling, bulletin=bulletin, calls=calls, month=month)


_PROMISED = late(rf"(?:(?P<year>{YEAR})年(?!度?以来)|今年)[^。；\n]{{0,20}}(?:为民办|民生|惠民)实事(?:项目|工程|清单)")
_KEPT = late(r"完成|建成|完工|竣工|进展|如期|落地|兑现|回眸|交付|成绩单|推进情况|见效|温暖|暖")
"""Headlines on promises that were kept."""


def _promises(article: Article) -> bool:
    """2030年甲市为民办实事项目公布: news of what a government promises to do this year or the next."""
    title = article.header("title") or ""
    found = _PROMISED.search(title)
    if found is None or _KEPT.search(title):
        return False
    published, year = article.published, found["year"]
    return published is None or year is None or int(year) >= published.year


_FIVE_YEARS = late(r"(?:规划|纲要|计划|方案)》?(?:的(?:通知|建议))?$")


def _is_order(article: Article) -> bool:
    """Whether the document is by its own title a plan or an opinion: 甲市行动方案, 关于推进乙的意见, 丙县若干措施."""
    own = find_own_title(article)
    return own is not None and own.kind in ("plan", "opinion")


def _first_year(article: Article) -> int | None:
    """The year in which the period begins that an undated plan is for: 甲省“十四五”规划."""
    lines = (article.text[b.start : b.end] for b in article.blocks[:TOP] if _is_short(b))
    title = next((line for line in lines if _FIVE_YEARS.search(line)), "")
    return next((years[0] for _, years in find_plans(title)), None)


def _rules(article: Article) -> bool:
    """Whether the document is a rule: called 办法, 条例 and so on, or made of articles (第一条), or telling what it
    applies to (本办法适用于…)."""
    title = article.header("title")
    lines = [title] if title else [article.text[b.start : b.end] for b in article.blocks[:TOP] if _is_short(b)]
    named = any(
        _RULES.search(line)
        and not (_NUMBERED.match(line) or _SENTENCE.search(line) or _MOVES.search(line) or _is_told(line))
        for line in lines
    )
    return named or _OF_ITSELF.search(article.text, 0, SAMPLE) is not None or _has_articles(article.text)


_NOTICE = late(r"(?![^\n]*(?:公布|通报|情况|结果|表彰|名单|认定|命名|公示))[^，。；：\n]{4,60}的通知\s*")
_ADDRESSED = late(r"\s*各(?=[^，。；：\n]{0,30}[市县区镇乡街委部局厅办司院校单])[^，。；：\n]{1,80}[：:]\s*")


def _is_sent(article: Article) -> bool:
    """Whether the document is a notice to those who carry it out: …的通知, 各县区人民政府：; or one that moves a
    standard."""
    lines = [article.text[b.start : b.end] for b in article.blocks[:TOP]]
    notice = next((line for line in lines if _NOTICE.fullmatch(line)), None)
    if notice is None:
        return False
    return _MOVES.search(notice) is not None or any(_ADDRESSED.fullmatch(line) for line in lines)


def _has_articles(text: str) -> bool:
    return text.count("条", 0, SAMPLE) >= 3 and len(_ARTICLES.findall(text, 0, SAMPLE)) >= 3


def _is_told(line: str) -> bool:
    return not line.endswith(_PASSES_ON) and _TOLD.search(line) is not None


def _is_short(block: Block) -> bool:
    return block.end - block.start <= LONGEST_TITLE


_UP_TO = ("截至", "截止")
_MONTHS_GONE = late(rf"(?:今年|{YEAR}年)?(?:1\s*[—–－~～至-]\s*[0-9]{{1,2}}月|前[0-9一二三四五六七八九十]{{1,2}}个月)")
"""今年1—5月: months counted from the first on are over."""


def is_known(text: str, time: Time | None, stance: Stance) -> bool:
    """截至今年6月底, 今年1—5月, 到2012年10月底 (no deadline in December): what was reached up to then is known, unless
    that day lies ahead."""
    if time is None or time.year is None or stance.year is None or time.year > stance.year:
        return False
    start, end = time.span
    if time.kind == "year" and text.startswith(("到", "至"), start):
        return True
    return text.startswith(_UP_TO, start) or any(_MONTHS_GONE.match(text, at) is not None for at in (start, end))

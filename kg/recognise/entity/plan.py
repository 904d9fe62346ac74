"""Policy documents named in the text: 《…规划》, “十四五”规划, 国务院关于…的批复, and the document's own title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.lexicon.title import follows_genre, is_short, title_kind
from kg.model import Article, PlanKind, Span
from kg.pattern import late
from kg.recognise.document.evidence import orders
from kg.recognise.document.title import (
    LONGEST_TITLE,
    WRAPPED,
    Signature,
    find_own_title,
    find_signature,
    is_action,
    is_programme,
)
from kg.recognise.entity.law import find_laws
from kg.recognise.entity.unmarked import find_nicknames, find_unmarked, is_to_come
from kg.recognise.mention import OrganisationMention, PlanMention
from kg.recognise.syntax.along import Along
from kg.recognise.time.day import find_days

_QUOTED = late(
    rf"[《«]([^《》«»\n]{{1,{LONGEST_TITLE}}}(?:[《＜<][^《》«»\n]{{1,{LONGEST_TITLE}}}[》＞>][^《》«»\n]{{0,{LONGEST_TITLE}}})?)[》»]"
)
_APPOSITION = late(
    r"(?:[、和]?《[^《》\n]{1,60}》){0,8}(?:等[^，。；：《》\n]{0,20}?)?(?:[两一二三四五六七八九十0-9]{1,3}[份项个])?"
    r"(?:系列|国家|行业|团体|地方|研究|年度|成果|政策){0,2}(?P<kind>标准|报告|白皮书|蓝皮书|方案|通知|意见)(?![一-鿿]?(?:说|称))"
)
_CALLED_SO = late(
    r"[》»”\"’]?\s*[（(][^）)（(\n]{0,30}?(?:统|简|合|以下|下|并)称(?:为)?\s*[：:]?\s*[《“\"‘]*([^》”\"’，、；\n]{1,24}?)[》”\"’」]*(?:，下同)?[）)]"
)
_LICENCE = late("第[一二三四五六七八九十]{1,3}条，本作品")
"""What follows the law that a library cites to say that a text is free."""
_HEARD = "的报告"
"""What tells that the words before it are the title of what a congress hears: 作题为《…》的报告."""
_ISSUING = late(r"印发|发布|公布|出台|下发|颁布|发出|制定|起草|编制|推出|签署|批复|转发|公示|下达|施行")
_PASSED_ON = late(
    r"》(?:[（(][^（）()\n]{0,60}[）)])?"
    r"(?:[^。《》\n]{0,60}?(?:(?:印发|转发|下发|公布)给?(?:你们|，请(?!问))|现予(?:以)?(?:公布|发布|印发))|(?:公布|发布)，自)"
)
_ANNOUNCED = late(r"现(?:予)?(?:公布|发布|印发)(?:修订后的)?《")
"""What stands beside the title that a letter or an order without a title puts out: 《…》已经同意，现印发给你们."""
_ORDER = late(r"[^，。；：\n]{2,30}(?:令|公告|命令)(?=[\s（(]|$)", re.MULTILINE)
"""The first line of an order: 中华人民共和国国务院令."""
_NOTE = late(
    r"[（(](?:[一-鿿]{0,6}(?:草案|征求意见稿|送审稿|试行|暂行)|(?:19|20)[0-9]{2}\s?年?[-—–－~～至]{1,2}(?:19|20)[0-9]{2}\s?年)[）)]"
)
_MATTER = late(r"关于|转发|批转|印发")
_LAUNCHING = ("实施", "启动", "开展")
"""What makes the action plan after it, in a document that sets tasks, one of its projects."""
_SAMPLE = 6000
"""How much of a text without a title tells whether it orders, in code points."""
_LASTING = late(r"(?:纲要|草案|(?<!办)法|年[^，。]{0,12}(?:计划|方案|规划))$")
"""What is named long before it is there: 甲发展规划纲要, 乙三年行动计划, bills."""
_PASSED_BY = late(rf"》[^《》]{{0,40}}?，(?![^《》]*(?:{_ISSUING.pattern}))")
"""What makes a title one that the issued one is about: 甲部印发《…》，对落实 | 《乙纲要》作出部署."""
_ISSUED_BY = late(
    r"》(?:[（(][^（）()\n]{0,40}[）)])?(?:已|近日|日前|[今昨][天日])*由(?P<by>[^，。；《》\n]{2,40}?)"
    r"(?:联合|共同|正式|近日|日前|[今昨][天日]|[0-9]+[月日])*(?:印发|发布|公布|制定|编制|颁布)"
)
"""《甲规划》由 | 乙部、丙部 | 联合印发."""
_JOINT = late(r"(?:[、，和与及同\s]|会同|联合|以及|共同|等)*")


def find_plans(article: Article, organisations: Sequence[OrganisationMention] = ()) -> tuple[PlanMention, ...]:
    """Policy documents named in the article, in text order, with the short names given on the spot and who issues them.

    Books, films and periodicals are none. `organisations` are those found in the article.

    >>> text = "日前印发《甲市教育规划》（以下简称《规划》）。《规划》提出"
    >>> [(m.title, m.short, m.called) for m in find_plans(Article("", text, ()))]
    [('甲市教育规划', False, ('规划',)), ('规划', True, ()), ('规划', True, ())]
    """
    text = article.text
    found = [*_quoted(text)]
    own = find_own_title(article)
    if own is None:
        found = [replace(m, own=True) if _is_put_out(text, m) else m for m in found]
    issued = (m for m in _after_issuer(text, organisations) if own is None or m.span != own.span)
    more: Iterable[PlanMention]
    for more in ((own,) if own else (), issued):
        found = sorted([*found, *_apart(more, found)], key=lambda m: m.span)
    titles = dict.fromkeys(m.title for m in found if not m.short)
    sets_tasks = is_programme(own, text)
    for unmarked in (find_nicknames, find_unmarked, find_laws):
        more = (_with_note(text, m) for m in unmarked(text, titles))
        if unmarked is find_unmarked:
            more = _there(article, [*more], sets_tasks, own is not None)
        if sets_tasks:
            more = (m for m in more if not (is_action(m.title) and text.endswith(_LAUNCHING, 0, m.span.start)))
        found = sorted([*found, *_apart(more, found)], key=lambda m: m.span)
    bodies = Along(organisations)
    signature = find_signature(article) if any(m.own for m in found) else None
    whole = [m if m.short else _with_issue(article, m, bodies, signature) for m in found]
    return tuple(sorted([*whole, *_wrapped(whole)], key=lambda m: m.span))


def _there(article: Article, mentions: Sequence[PlanMention], orders_all: bool, titled: bool) -> Iterator[PlanMention]:
    """Those that are not only to be drawn up; a text without a title has to order in most of its sentences."""
    doubtful = [m for m in mentions if not _LASTING.search(m.title)]
    if doubtful and orders_all and not titled:
        orders_all = orders(article.text[:_SAMPLE], dated=article.published is not None)
    return (m for m in mentions if m not in doubtful or not is_to_come(article.text, m.span, orders_all))


def _with_note(text: str, mention: PlanMention) -> PlanMention:
    """The mention with the note in brackets after a title without marks: 甲办法（征求意见稿）."""
    note = _NOTE.match(text, mention.span.end)
    span = Span(mention.span.start, note.end()) if note else mention.span
    return replace(mention, span=span, title=mention.title + note[0]) if note else mention


def _is_put_out(text: str, mention: PlanMention) -> bool:
    """Whether the text is the letter or the order that puts this document out."""
    if mention.short:
        return False
    start, end = mention.span
    return bool(_PASSED_ON.match(text, end) or _ANNOUNCED.search(text, max(0, start - 12), start))


def _apart(mentions: Iterable[PlanMention], taken: Sequence[PlanMention]) -> Iterator[PlanMention]:
    """Those that overlap none of the taken mentions, which are in order; a title may hold what it passes on or its own
    short name (“十五五”规划《纲要》)."""
    starts = [m.span.start for m in taken]
    end = -1
    for mention in mentions:
        before = bisect_right(starts, mention.span.end - 1) - 1
        clear = before < 0 or taken[before].span.end <= mention.span.start
        inner = None if clear or mention.span.start >= taken[before].span.start else taken[before]
        holds = inner is not None and (inner.short or WRAPPED.search(mention.title) is not None)
        if mention.span.start >= end and (clear or holds):
            end = mention.span.end
            yield mention


def _quoted(text: str) -> Iterator[PlanMention]:
    if "》" not in text and "»" not in text:
        return
    for match in _QUOTED.finditer(text):
        title = match[1].strip()
        kind = title_kind(title) or _kind_told(text, match.end())
        spoken = follows_genre(text, match.start()) and not text.startswith(_HEARD, match.end())
        if kind is None or spoken or _LICENCE.match(text, match.end()):
            continue
        start = match.start(1) + match[1].index(title)
        short = is_short(title)
        called = () if short else (*_called(text, match.end()), *_passed_on(title))
        yield PlanMention(Span(start, start + len(title)), title, kind, short, called)


def _passed_on(title: str) -> tuple[str, ...]:
    """The title inside a cited letter's, which stands for the letter: 关于印发甲规划的通知."""
    match = WRAPPED.search(title)
    return (match["inner"],) if match and not match["changed"] else ()


def _kind_told(text: str, end: int) -> PlanKind | None:
    """The kind that the word after titles tells: 《…指数2020》报告, 《甲》《乙》等三项国家标准."""
    if text.startswith(_HEARD, end):
        return "report"
    match = _APPOSITION.match(text, end)
    return title_kind(match["kind"]) if match else None


def _called(text: str, end: int) -> tuple[str, ...]:
    """Short names given right after a title: （以下简称《规划》）, (下称“方案”)."""
    match = _CALLED_SO.match(text, end)
    return (match[1].strip(),) if match else ()


@cache
def _about() -> re.Pattern[str]:
    """关于…的意见 after a body's name, no quotes around it."""
    unit = r"(?:《[^《》\n]{1,60}》|[（(][^（）()\n]{1,20}[）)]|[^，。；：:！？《》\n（）()])"
    heads = "意见|通知|决定|批复|公告|通告|通报|复函|函|规定|办法|方案|建议|报告"
    heads += "|纲要|规划|计划|措施|若干政策|条例|细则|决议"
    return late(
        rf"关于{unit}{{4,70}}?(?:{heads})(?=$|[，。；：:》）)”\s]|的?(?:要求|精神|部署|规定|明确|提出|指出|有关|等)|(?:听取|征求)[^，。；]{{0,40}}意见|的意见$|已|及(?=[0-9])|下发|印发|[（(][^（）()\n]{{0,30}}[）)](?![的和])|\s*[一-鿿]{{1,10}}\s*[〔﹝［\[])"
    )


def _after_issuer(text: str, organisations: Sequence[OrganisationMention]) -> Iterator[PlanMention]:
    if "关于" not in text:
        return
    for index, organisation in enumerate(organisations):
        if not text.startswith("关于", organisation.span.end) and not re.match(
            r"等[^，。]{0,6}部门关于", text[organisation.span.end :][:12]
        ):
            continue
        match = _about().search(text, organisation.span.end, organisation.span.end + LONGEST_TITLE)
        if match and match.start() <= organisation.span.end + 10 and (kind := title_kind(match[0])):
            start = _run_start(text, organisations, index)
            called = (*_called(text, match.end()), *_passed_on(match[0]))
            yield PlanMention(Span(start, match.end()), text[start : match.end()], kind, False, called)


def _run_start(text: str, organisations: Sequence[OrganisationMention], index: int) -> int:
    """Where a run of bodies that ends with the `index`-th begins: 财政部 税务总局关于 …"""
    while index and not text[organisations[index - 1].span.end : organisations[index].span.start].strip("、 \u3000"):
        index -= 1
    return organisations[index].span.start


def _wrapped(mentions: Sequence[PlanMention]) -> Iterator[PlanMention]:
    """The document that this letter passes on, or that a decision changes: 关于印发《…规划》的通知."""
    quoted = {m.title for m in mentions}
    for mention in mentions:
        match = WRAPPED.search(mention.title)
        if (
            match
            and (mention.own or match["changed"])
            and match["inner"] not in quoted
            and (kind := title_kind(match["inner"]))
        ):
            start = mention.span.start + match.start("inner")
            span = (
                Span(start, start + len(match["inner"]))
                if mention.span.end == mention.span.start + len(mention.title)
                else mention.span
            )
            yield replace(mention, span=span, title=match["inner"], kind=kind)


def _with_issue(
    article: Article, mention: PlanMention, bodies: Along[OrganisationMention], signature: Signature | None
) -> PlanMention:
    """The mention with the bodies that issue it and the day they did, where its sentence or title tells.

    `signature` is that of the article, where it puts out a plan itself.
    """
    text, start = article.text, mention.span.start
    inside = tuple(o.span for o in bodies.within(start, start + _head(mention.title)))
    head = max(text.rfind(mark, max(0, start - 160), start) for mark in "。\n！；") + 1
    head = max(head, start - 160, 0)
    if mention.own:
        names = tuple(o.span for o in bodies.within(*signature.names)) if signature else ()
        if not names and (order := _ORDER.match(text)):
            names = tuple(o.span for o in bodies.within(*order.span()))
        return replace(mention, issuers=inside or names, issued=signature.day if signature else None)
    verb = _ISSUING.search(text, head, start)
    passive = _ISSUED_BY.match(text, mention.span.end)
    named = tuple(o.span for o in bodies.within(*passive.span("by"))) if passive else ()
    issuers = inside or named or (_issuers(text, Span(head, start), bodies) if verb else ())
    days = find_days(text, head, start, article.published) if verb else ()
    return replace(mention, issuers=issuers, issued=days[-1].date if days else None) if issuers or days else mention


def _head(title: str) -> int:
    """How many characters of a title name who issues it: those before 关于, 转发 or 印发, else all."""
    match = _MATTER.search(title)
    return match.start() if match else len(title)


def _issuers(text: str, sentence: Span, bodies: Along[OrganisationMention]) -> tuple[Span, ...]:
    """The last run of bodies before a title that a verb of issuing follows."""
    last = bodies.last_before(sentence.end)
    if last < 0 or bodies.items[last].span.start < sentence.start:
        return ()
    between = text[bodies.items[last].span.end : sentence.end]
    # Who holds a conference on a plan presents it and need not have issued it.
    if not _ISSUING.search(between) or "会" in between or _PASSED_BY.search(between):
        return ()
    first = last
    while (
        first
        and bodies.items[first - 1].span.start >= sentence.start
        and _JOINT.fullmatch(text, bodies.items[first - 1].span.end, bodies.items[first].span.start)
    ):
        first -= 1
    return tuple(o.span for o in bodies.items[first : last + 1])

"""Policy documents named in the text: 《…规划》, “十四五”规划, 国务院关于…的批复, and the document's own title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.lexicon.scan import opened_by
from kg.lexicon.title import follows_genre, is_short, title_kind
from kg.model import Article, PlanKind, Span
from kg.recognise.along import Along
from kg.recognise.day import find_days
from kg.recognise.mention import OrganisationMention, PlanMention
from kg.recognise.title import LONGEST_TITLE, WRAPPED, find_own_title, find_signature

_QUOTED = re.compile(
    rf"[《«]([^《》«»\n]{{1,{LONGEST_TITLE}}}(?:[《＜<][^《》«»\n]{{1,{LONGEST_TITLE}}}[》＞>][^《》«»\n]{{0,{LONGEST_TITLE}}})?)[》»]"
)
_CALLED_SO = re.compile(
    r"[》»”\"’]?\s*[（(][^）)（(\n]{0,30}?(?:统|简|合|以下|下|并)称(?:为)?\s*[：:]?\s*[《“\"‘「]*([^》”\"’」，、；\n]{1,24}?)[》”\"’」]*[）)]"
)
_FIVE_YEARS = opened_by(
    r"国“\"‘十第",
    r"(?:国家)?(?:国民经济和社会发展)?(?:[“\"‘](?:十[一二三四五六]?五|[六七八九]五)[”\"’]|十[一二三四五六]五|第(?:[六七八九十]|十[一二三四五六])个五年)"
    r"(?:规划纲要|计划纲要|规划|计划)(?:和(?:二〇三五年|2035年)远景目标(?:纲要)?)?",
)
_PROGRAMME = re.compile(r"[“\"](?:[^“”\"，。、\s]{1,10}计划[”\"]|[^“”\"，。、\s]{2,10}[”\"]计划)(?![一-鿿]?[”\"])")
_LAUNCHED = re.compile(r"(?:实施|启动|开展|深化|推行)(?:[^，。；\n]|，(?=[“\"])){0,16}$")
_ANY = "或|发布|授权|年度|具体|相关|有关|本|各|与|和|的|相应|详细|统一|专门|符合|并|完善|个性|一系列|若干"
"""What begins words that name no plan but any of many."""
_TITLE = rf"(?!{_ANY})(?:(?!各|具体|相关|有关|实施|全面|时限|的负面)[^，。；：、《》“”\s（）()]|[0-9]{{4}}年)"
_UNMARKED = (
    re.compile(
        rf"(?:修订|制定(?:出台|实施)?|印发|编制|出台|发布)了?(?P<title>{_TITLE}{{4,28}}?"
        r"(?:(?:指导|鼓励|管理|实施)目录|负面清单|(?:行动|工作)计划|行动方案|(?:规划|行动|发展)纲要|的通知))(?=[，。；：、]|等|提出|$)"
    ),
    re.compile(
        rf"(?:实施好?|启动|推进|落实|执行)(?P<title>{_TITLE}{{4,24}}?(?<!个)[一二三四五六七八九十]{{1,2}}年(?:行动)?(?:计划|方案))(?=[，。；：、]|$)"
    ),
    re.compile(
        r"(?:依照|根据|按照|违反|适用)(?P<title>(?:中华人民共和国)?(?!有关|相关|国家|本|该|上述|法律|国务院)"
        r"[^，。；：、《》“”\s本该]{2,14}?(?<![办方立司执依普])(?:法|条例))(?=第[一二三四五六七八九十百0-9]+条|(?:有关|的)?规定)"
    ),
    opened_by(
        "国全",
        r"(?:(?<=根据|按照|列入|纳入|依据|落实|实施|编制|完成)|(?<![一-鿿]))(?P<title>(?:国家|全国)"
        rf"(?!发展|总体|统一|五年|战略|现有|政策){_TITLE}{{3,18}}?(?:规划纲要|规划))(?=[，。；：、]|重大|确定|提出|的|要求|目标)",
    ),
)
_WORK_REPORT = re.compile(r"(?<![省市县区州])(?<!大会作)政府工作报告")
_ISSUING = re.compile(r"印发|发布|公布|出台|下发|颁布|发出|制定|起草|编制|推出|签署|批复|转发|公示|下达|施行")
_PASSED_ON = re.compile(
    r"》(?:[（(][^（）()\n]{0,60}[）)])?"
    r"(?:[^。《》\n]{0,60}?(?:(?:印发|转发|下发|公布)给?(?:你们|，请)|现予(?:以)?(?:公布|发布|印发))|(?:公布|发布)，自)"
)
_ANNOUNCED = re.compile(r"现(?:予)?(?:公布|发布|印发)(?:修订后的)?《")
"""What stands beside the title that a letter or an order without a title puts out: 《…》已经同意，现印发给你们."""
_ORDER = re.compile(r"[^，。；：\n]{2,30}(?:令|公告|命令)(?=[\s（(]|$)", re.MULTILINE)
"""The first line of an order: 中华人民共和国国务院令."""
_MATTER = re.compile(r"关于|转发|批转|印发")
_JOINT = re.compile(r"(?:[、，和与及同\s]|会同|联合|以及|共同|等)*")


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
        found = [replace(m, own=_is_put_out(text, m)) for m in found]
    for more in ((own,) if own else (), _after_issuer(text, organisations), _named(text), _unmarked(text)):
        found = sorted([*found, *_apart(more, found)], key=lambda m: m.span)
    bodies = Along(organisations)
    whole = [m if m.short else _with_issue(article, m, bodies) for m in found]
    return tuple(sorted([*whole, *_wrapped(whole)], key=lambda m: m.span))


def _is_put_out(text: str, mention: PlanMention) -> bool:
    """Whether the text is the letter or the order that puts this document out."""
    if mention.short:
        return False
    start, end = mention.span
    return bool(_PASSED_ON.match(text, end) or _ANNOUNCED.search(text, max(0, start - 12), start))


def _apart(mentions: Iterable[PlanMention], taken: Sequence[PlanMention]) -> Iterator[PlanMention]:
    """Those that overlap none of the taken mentions, which are in order; a title may hold what it passes on."""
    starts = [m.span.start for m in taken]
    end = -1
    for mention in mentions:
        before = bisect_right(starts, mention.span.end - 1) - 1
        clear = before < 0 or taken[before].span.end <= mention.span.start
        holds = not clear and mention.span.start < taken[before].span.start and WRAPPED.search(mention.title)
        if mention.span.start >= end and (clear or holds):
            end = mention.span.end
            yield mention


def _quoted(text: str) -> Iterator[PlanMention]:
    if "》" not in text and "»" not in text:
        return
    for match in _QUOTED.finditer(text):
        title = match[1].strip()
        kind = title_kind(title)
        if kind is None or follows_genre(text, match.start()):
            continue
        start = match.start(1) + match[1].index(title)
        short = is_short(title)
        called = () if short else _called(text, match.end())
        yield PlanMention(Span(start, start + len(title)), title, kind, short, called)


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
    return re.compile(
        rf"关于{unit}{{4,70}}?(?:{heads})(?=$|[，。；：:》）)”\s]|的?(?:要求|精神|部署|规定|明确|提出|指出|有关|等)|已|下发|印发|[（(][^（）()\n]{{0,30}}[）)](?![的和])|\s*[一-鿿]{{1,10}}\s*[〔﹝［\[])"
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
            yield PlanMention(
                Span(start, match.end()), text[start : match.end()], kind, False, _called(text, match.end())
            )


def _run_start(text: str, organisations: Sequence[OrganisationMention], index: int) -> int:
    """Where a run of bodies that ends with the `index`-th begins: 财政部 税务总局关于 …"""
    while index and not text[organisations[index - 1].span.end : organisations[index].span.start].strip("、 \u3000"):
        index -= 1
    return organisations[index].span.start


def _named(text: str) -> Iterator[PlanMention]:
    """Plans named without 《》: “十四五”规划, 政府工作报告; and programmes that are no project here: “863”计划."""
    found: list[tuple[Span, PlanKind]] = [
        (Span(*m.span()), "plan") for m in _FIVE_YEARS.finditer(text) if not _is_local(text, m.start())
    ]
    if "政府工作报告" in text:
        found += [(Span(*m.span()), "report") for m in _WORK_REPORT.finditer(text)]
    if "计划" in text:
        found += [
            (Span(*m.span()), "programme")
            for m in _PROGRAMME.finditer(text)
            if not _LAUNCHED.search(text, max(0, m.start() - 20), m.start())
        ]
    for span, kind in sorted(found):
        yield PlanMention(span, text[span.start : span.end], kind)


def _is_local(text: str, start: int) -> bool:
    """省“十四五”规划, 各地“十四五”规划: any of many."""
    return text.endswith(("省", "市", "县", "区", "州", "地", "部门", "行业", "企业", "我们的"), 0, start)


def _unmarked(text: str) -> Iterator[PlanMention]:
    """Titles that only their verb and their last word give away: 修订产业结构调整指导目录."""
    found = (match for pattern in _UNMARKED for match in pattern.finditer(text))
    for match in sorted(found, key=lambda m: m.span("title")):
        if kind := title_kind(match["title"]):
            yield PlanMention(Span(*match.span("title")), match["title"], kind)


def _wrapped(mentions: Sequence[PlanMention]) -> Iterator[PlanMention]:
    """The document that another one passes on: 关于印发《…规划》的通知."""
    quoted = {m.title for m in mentions}
    for mention in mentions:
        match = WRAPPED.search(mention.title)
        if match and match["inner"] not in quoted and (kind := title_kind(match["inner"])):
            start = mention.span.start + match.start("inner")
            span = (
                Span(start, start + len(match["inner"]))
                if mention.span.end == mention.span.start + len(mention.title)
                else mention.span
            )
            yield replace(mention, span=span, title=match["inner"], kind=kind)


def _with_issue(article: Article, mention: PlanMention, bodies: Along[OrganisationMention]) -> PlanMention:
    """The mention with the bodies that issue it and the day they did, where its sentence or title tells."""
    text, start = article.text, mention.span.start
    inside = tuple(o.span for o in bodies.within(start, start + _head(mention.title)))
    head = max(text.rfind(mark, max(0, start - 160), start) for mark in "。\n！；") + 1
    head = max(head, start - 160, 0)
    if mention.own:
        signature = find_signature(article)
        names = tuple(o.span for o in bodies.within(*signature.names)) if signature else ()
        if not names and (order := _ORDER.match(text)):
            names = tuple(o.span for o in bodies.within(*order.span()))
        return replace(mention, issuers=inside or names, issued=signature.day if signature else None)
    verb = _ISSUING.search(text, head, start)
    issuers = inside or (_issuers(text, Span(head, start), bodies) if verb else ())
    days = find_days(text, head, start, article.published) if verb else ()
    return replace(mention, issuers=issuers, issued=days[-1].date if days else None)


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
    if not _ISSUING.search(between) or "会" in between:
        return ()
    first = last
    while (
        first
        and bodies.items[first - 1].span.start >= sentence.start
        and _JOINT.fullmatch(text, bodies.items[first - 1].span.end, bodies.items[first].span.start)
    ):
        first -= 1
    return tuple(o.span for o in bodies.items[first : last + 1])

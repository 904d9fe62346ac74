"""Issuances: who puts which document out, and on which day.

One may be 日前 or 近日 or have no word of time at all where it is what the sentence tells, since the document itself is
its proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.lexicon.region import regions_in
from kg.lexicon.scan import opened_by
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.document.title import find_signature
from kg.recognise.mention import EventMention, OrganisationMention, PlanMention
from kg.recognise.syntax.along import Along
from kg.recognise.time.day import Day, find_days

_ISSUED = late(
    r"(?<![的将拟])(?:印发|转发|批转|发布(?!会)|公布|出台|下发|颁布|推出|(?:发出|发表|启动|公开)了?(?=《)|(?:共同编制|联合制定)(?=《)|(?:(?<=峰会)|(?<=论坛))通过了?(?=《))"
)
_PASSIVE = late(
    r"(?:》?[、和及]?《[^《》\n]{1,60}(?=》)){0,4}》?(?:[（(][^）)\n]{0,40}[）)])?(?:，(?=正式|公开|向社会))?(?:由[^，。；《\n]{2,24}?)?[^，。；《\n]{0,10}?(?:[今昨][天日](?:[（(][^（）()]{1,12}[）)])?[^，。；《\n]{0,6}?)?(?P<verb>印发|发布|公布|出台|下发(?!党内|各)|颁布|出炉|推出|(?<=公开|社会)征求意见)"
    r"(?!(?:实施|施行)?(?:[0-9一二三四五六七八九十]{1,3}[个多]?[年月]|以来|之?[前后]))"
)
_ENACTED = late(r"》[^，。；《\n]{0,6}?已由[^，。；\n]{4,60}?通过，(?:现予|现)(?P<verb>公布)")
"""How an order publishes what a congress or a council has passed."""
_TO_COME = late(r"(?:将|拟|计划)(?:于|在|会)?[^，。；《》]{1,6}\Z")
"""What makes a paper one that is not out yet: 将于近期 | 出台《…》."""
_SUBJECT = 2
"""A text that uses the short name of a plan so often is about it."""
_REPORTED = late(
    r"(?:发布|公布)(?:的|了)?(?:[^，。；：《\n]{0,48}(?=审计结果)|[^，。；：《\n]{0,24}?)(?:报告|公报|白皮书|情况|(?:审计|普查|调查|评估|处理|检查|抽检|督察|考核)结果)"
)
_PAPER = late(
    r"(?<![将拟])(?:印发|发布|公布|下发|出台|发出|推出)了?(?P<what>[^，。；：《》\n]{0,40}?"
    r"(?:通知|公告|通告|文件|指南|意见|方案|办法|细则|措施|新规|(?<!系列)司法解释|报告|公报|白皮书|蓝皮书|榜单|名单|目录|清单|标准|规范|指引|简报|年报|指数))(?=[，。；、”]|明确|提出|要求|指出|称|推动|部署|$|(?<=报告)(?:说|显示|认为|预计|警告)|(?<=公告)说)"
)
"""A document that is issued without being named: 印发通知，…."""
_OUT = opened_by(
    "指报白蓝榜名标发公办方措举清目数案成利品片事决结规纲条意通",
    r"(?:指数|报告|白皮书|蓝皮书|榜单|名单|指南|标准)(?:正式|对外|已|于|今天|日前|近日|在[^，。]{2,8})*"
    r"(?:发布|公布|出炉)(?=[，。；\n]|$)|(?:发布|公布)了?《[^《》\n]{2,30}指数[^《》\n]{0,8}》"
    r"|(?:报告|规划|纲要|条例|意见|通知|名单|办法|方案|措施|举措|清单|目录|数据|案例|成果|结果|利率|品|片单|事迹|决定)(?:今[天日]|昨[天日])(?:[（(][^（）()]{1,12}[）)])?"
    r"(?:正式|对外|集中|首次|向[^，。]{2,6})*(?:发布|公布|印发|出台)(?=[，。；\n]|$)",
)
"""A paper or an index that comes out, whoever issues it."""
_ACTING = late(
    r"(?:官网|(?:官方)?网站)?(?:等[^，。；、]{0,12}?(?:部门|单位|部委|机关|机构|家|协会)|[两二三四五六七八九十0-9]{1,3}个?(?:部门|部委|单位))?(?:[（(][^（）()]{1,12}[）)])?"
    r"(?:今[天日]|昨[天日]|日前|近日|近期|[本上]?周[一二三四五六日]|(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[0-9]{1,2}[日号]|联合|会同[^，。；]{2,30}?|正式|共同|再次|首次|刚刚|对外|公开|向社会|已|将|还|又)*"
    r"(?:[（(][^（）()]{1,12}[）)])?(?:联合|制定|编制|研究|修订|批准|组织|共同|正式|最新)*$"
)
"""What may stand between a body and the verb that makes it the issuer."""
_PLACE = late(
    r"(?:^|[，；。：\n]|[0-9][.、])\s?(?:[今昨][天日](?:（[^（）]{1,10}）)?)?(?P<name>[^，；。：0-9（\n]{2,12}?)"
    r"(?:今年|[今昨][天日](?:（[^（）]{1,10}）)?|日前|近日|近期|刚刚|正式|对外|已|还|又|也|分别)*\Z",
    re.MULTILINE,
)
"""A country or a place that issues, as bulletins put it: 我国出台《…》, 甲省今年出台《…》."""
_PARTIES = late(
    r"(?:双方|各方|两国(?:元首|领导人|总理|政府|外长)?|[国会]领导人|(?:峰|会议|大|年)会|论坛)(?:在[^，。]{2,8})?(?:共同|联合|一致|签署并|通过并|正式)*\Z"
)
"""Who puts out what states agree on, as bulletins put it: 双方发表《…联合声明》."""
_CITING = late(
    r"根据|按照?|依据|依照|落实|贯彻|执行|此前|曾|以来|近年来|陆续|先后|(?P<year>[0-9]{4}年)(?![0-9]{1,2}月[0-9]{1,2}日)"
)
"""What makes an issuance a matter of the past that the text only refers to."""
_FOR_WHAT = late("根据|按照?|依据|依照|落实|贯彻|执行")
_LATELY = late(
    r"(?:(?P<soon>今年(?!是)(?:年?初|[0-9]{1,2}月(?:份|[初中底])?)?|[本上]月|刚刚)|最新|最近|日前|近日|近期|不久前|前不久|(?<![年0-9])[0-9]{1,2}月份?)，?"
    r"(?:[^，。；：《\n]{0,12}?(?:印发|发布|公布|出台|颁布)|《)\Z"
)
"""What makes a paper a new one, though the sentence is not about it or it has no marks: 今年3月发布的《…》提出."""
_RECENT = ("近日", "日前", "近期")
_ADJACENT = 3
_REFERRED = late(r"(?:根据|按照|依据|依照|随着)[^，。；\n]{0,40}$")
_AFTERWARDS = late("随后|其后|此后|之后")
"""What makes a verb tell of a day later than the one that is written."""
_ENDED = late(
    r"》[^。；]{0,120}?同时废止|》[^，。；《]{0,8}?(?:废止|修[订正改]|编制工作|起草|停止执行|(?:考核|评估|执行|实施|落实)(?:结果|情况))"
)
"""What makes a title one that another text rests on or puts an end to."""
_HEADED = late(
    r"^(?:[^，。；：]{0,20}：|在[^，。；：]{2,20}下，|(?:据悉|记者[^，。；：]{0,20}(?:获悉|了解到))，)?(?:[0-9]{1,2}[.、．]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|(?:今年|去年|本月|[0-9]{4}年)(?:[0-9]{1,2}月)?[初底]?，?)?(?:(?:最?新|经)?(?:调整|修订|修改|修正|制定)后?的)?[\s《]*$"
)
_RESOLVED = late("会议关于.*的?决议$|政府工作报告$")
"""What a session passes or hears, nobody issues: 甲市人民代表大会第二次会议关于…的决议, 2009年政府工作报告."""
_GATHERING = late(r"大会|论坛|会议|会上|峰会|博览会|活动")
_BY_GATHERING = late(
    r"(?<![一-鿿])[^，。；]{0,8}(?P<what>大会|论坛|会议|峰会|博览会)(?:期间|上)?(?:[还也]|同时)?"
    r"(?:[^，。；]{0,30}，并)?(?:[还也]|首次|正式|共同)*\Z"
)
"""本次大会还 | 发布《…》."""
_OPENED = late(
    r"(?:[今昨][天日]|当地时间[0-9]{1,2}日|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)[^。！？\n]{0,60}(?:大会|论坛|会议|峰会|博览会)"
    r"[^。！？\n]{0,40}"
    r"|(?:大会|论坛|会议|峰会|博览会)(?:[今昨][天日]|(?:当地时间)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)[^。！？\n]{0,16}?(?:举行|召开|开幕|闭幕)"
)
"""How a story opens on a gathering."""
_OPENING = 400
_END = late(r"[。！？\n]")
_STORY = late(r"(?<=[一-鿿”》）]) (?=(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日)")
"""Between a headline and its story on the same line: …答记者问 | 1月9日，…."""


def sentence_around(text: str, at: int) -> Span:
    """The sentence around a place, at most 200 characters to each side; a headline ends where its story begins."""
    floor = max(0, at - 200)
    start = max(max(text.rfind(mark, floor, at) for mark in "。！？\n") + 1, floor)
    match = _END.search(text, at, at + 200)
    end = match.start() if match else min(len(text), at + 200)
    if text.find(" ", start, end) >= 0:
        start = max([start, *(m.end() for m in _STORY.finditer(text, start, at))])
        story = _STORY.search(text, at, end)
        end = story.start() if story else end
    return Span(start, end)


def first_in_sentences(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], Span]]:
    """The first match in each sentence: a sentence tells of one event of a kind."""
    end = -1
    for match in pattern.finditer(text):
        if match.start() >= end:
            sentence = sentence_around(text, match.start())
            end = sentence.end
            yield match, sentence


def last_day(days: Iterable[Day]) -> Day | None:
    dated = [d for d in days if d.date]
    return dated[-1] if dated else None


def find_issuances(
    article: Article, bodies: Along[OrganisationMention], plans: Sequence[PlanMention]
) -> Iterator[EventMention]:
    """Issuances that the article tells of or is itself, in no order; one may be told more than once."""
    shorts = sum(p.short for p in plans)
    own = [p for p in plans if p.own]
    # What a letter passes on is issued with it.
    own = [p for i, p in enumerate(own) if not i or p.span.end > own[i - 1].span.end or p.title not in own[i - 1].title]
    # Who issues a plan that only the header names is told there, too.
    told = (p for p in own if (p.issuers or not p.span.end) and not _RESOLVED.search(p.title))
    yield from (_signed(p, p.span, p.issuers) for p in told)
    if not own and (letter := _letter(article, bodies)):
        yield letter
    verbs: set[int] = set()
    given: dict[str, Span] = {}
    for index, plan in enumerate(plans):
        given |= dict.fromkeys(plan.called, plan.span)
        if plan.short and plan.title in given:
            # 2020年3月1日，甲部印发了《方案》: the day of what the short name stands for.
            told_of = (e for _, e in _issuance(article, plan, bodies, False) if e.date)
            yield from (replace(e, about=(given[plan.title],)) for e in told_of)
        elif plan.short and not own:
            # 近日，甲部、乙部联合印发《通知》: a paper that has no other name here
            short = (e for _, e in _issuance(article, plan, bodies, False) if e.organisers and e.date_span)
            yield from (replace(e, about=()) for e in short)
        if not plan.short and (not plan.own or _ENACTED.match(article.text, plan.span.end)):
            subject = shorts >= _SUBJECT and plans[min(index + 1, len(plans) - 1)].short
            for verb, event in _issuance(article, plan, bodies, subject):
                if verb not in verbs:
                    yield event
                verbs.add(verb)
    yield from _unnamed(article, bodies)


def _signed(plan: PlanMention, place: Span, names: tuple[Span, ...]) -> EventMention:
    return EventMention("issuance", place, "印发", plan.issued, None, names, (plan.span,))


_ADDRESSED = late(
    r"各[^，。；：\n]{2,80}[：:]|特此(?:通知|公告|通告|公示)|专此(?:函|批|答)复|本(?:通知|公告|意见|办法)(?:自|所称)"
    r"|现将[^。\n]{2,120}?(?:予以公[示告布]|[公通]告如下|公[示布]如下|通知如下)|现(?:函|批|答)复如下|如有(?:不同)?意见"
)


def _letter(article: Article, bodies: Along[OrganisationMention]) -> EventMention | None:
    """各有关单位：… 甲部 2021年8月15日: what is addressed and signed is issued, though its title is not there."""
    signature = find_signature(article) if _ADDRESSED.search(article.text) else None
    names = bodies.within(*signature.names) if signature else ()
    if signature is None or not names:
        return None
    issuers = tuple(body.span for body in names)
    return EventMention("issuance", signature.place, "印发", signature.day, signature.place, issuers, ())


def _unnamed(article: Article, bodies: Along[OrganisationMention]) -> Iterator[EventMention]:
    """Issuances of papers that have no title: 印发通知, 发布报告, 指数对外发布; on a day that is known, or on any in a
    text of many items, of which this is one."""
    text, roundup = article.text, is_roundup(article)
    for match, sentence in first_in_sentences(_REPORTED, text):
        held = bodies.within(sentence.start, match.start())
        days = find_days(text, sentence.start, match.start(), article.published)
        if held and days:
            yield EventMention("issuance", sentence, match[0], days[-1].date, days[-1].span, (held[-1].span,))
    for match, sentence in first_in_sentences(_PAPER, text):
        days = find_days(text, sentence.start, match.start(), article.published)
        day = days[-1] if days else None
        issuers = _acting(text, Span(sentence.start, match.start()), bodies)
        told = roundup or (day and day.date)
        recent = day and (day.date or (roundup and text[day.span.start : day.span.end] in _RECENT))
        placed = not issuers and recent and is_place(text[sentence.start : match.start()])
        clause = max(sentence.start, text.rfind("，", sentence.start, match.start()) + 1)
        today = issuers and day and day.date and day.span.start >= clause
        if (
            told
            and (issuers or placed)
            and not _CITING.search(text, clause if today else sentence.start, match.start())
        ):
            when, where = (day.date, day.span) if day else (None, None)
            yield EventMention("issuance", sentence, match[0], when, where, issuers)
    for match, sentence in first_in_sentences(_OUT, text):
        day = last_day(find_days(text, sentence.start, match.end(), article.published))
        if day and not _acting(text, Span(sentence.start, match.end() - 2), bodies):
            yield EventMention("issuance", sentence, match[0], day.date, day.span)


_ROUNDUP = late(r"快讯|简讯|要闻|早餐|速览|新闻联播|汇总")


def is_roundup(article: Article) -> bool:
    """A text of many items: two conferences that one body holds on a day are two."""
    return _ROUNDUP.search(f"{article.header('title') or ''}{article.text[:40]}") is not None


def _acting(text: str, before: Span, bodies: Along[OrganisationMention]) -> tuple[Span, ...]:
    """The bodies that a verb at the end of `before` has for its subject, joint ones together."""
    named = bodies.within(*before)
    if not named or not _ACTING.fullmatch(text, named[-1].span.end, before.end):
        return ()
    joint = [named[-1].span]
    for body in reversed(named[:-1]):
        if not re.fullmatch(r"(?:[、，和与及\s]|会同|联合)*", text[body.span.end : joint[0].start]):
            break
        joint.insert(0, body.span)
    return tuple(joint)


def _issuance(
    article: Article, plan: PlanMention, bodies: Along[OrganisationMention], subject: bool
) -> Iterator[tuple[int, EventMention]]:
    """The issuance that a plan's sentence tells of, and where its verb stands; the news itself needs no day."""
    text = article.text
    sentence = sentence_around(text, plan.span.start)
    before = _last(_ISSUED, text, Span(sentence.start, plan.span.start))
    enacted = _ENACTED.match(text, plan.span.end)
    after = _PASSIVE.match(text, plan.span.end) or enacted
    later = _ISSUED.search(text, plan.span.end, sentence.end) if subject and plan.issuers else None
    verb = before or after or later
    to_come = before and _TO_COME.search(text, sentence.start, before.start())
    referred = to_come or _REFERRED.search(text, sentence.start, plan.span.start)
    if verb is None or referred or _ENDED.match(text, plan.span.end):
        return
    days, sentence = _days_of(article, plan.span, sentence, (verb.start(), after.end() if after else 0))
    issuers = _acting(text, Span(sentence.start, before.start()), bodies) if before else ()
    if enacted:
        issuers = tuple(b.span for b in bodies.within(*enacted.span())[:1])
    acts = bool(issuers) or (before is not None and is_place(text[sentence.start : before.start()]))
    told_of = text.startswith("的", before.end()) if before else False
    cited = _CITING.search(text, sentence.start, min(verb.start(), plan.span.start))
    adjacent = cited and (not issuers or issuers[0].start - cited.end() < _ADJACENT)
    if cited and cited["year"] and acts and adjacent and not told_of:
        cited = None  # 2019年，甲部印发《…》: the sentence itself tells of it.
    if cited and issuers and _FOR_WHAT.match(cited[0]) and text.find("，", cited.end(), issuers[0].start) >= 0:
        cited = None  # 为落实《…》，甲部印发《…》: what it is issued for
    dated = any(d.date for d in days)
    lately = _LATELY.search(text, sentence.start, before.end() if before else plan.span.start)
    soon = lately["soon"] if lately else None
    bare = (acts and ((days and is_roundup(article)) or soon)) or (told_of and soon == "刚刚")
    formal = acts and not told_of and plan.title.startswith("关于")
    named = dated or after or _is_marked(text, plan) or bare or formal
    if (told_of and not (plan.issuers or dated or lately)) or not named:
        return
    opening = after and _HEADED.match(text[sentence.start : plan.span.start])
    if opening and cited and cited["year"]:
        cited = None  # 2019年，《…》出台
    if days or later or lately or (((acts and not told_of) or opening) and not cited):
        day = days[-1] if days else None
        if day and _AFTERWARDS.search(text, day.span.end, max(day.span.end, verb.start())):
            day = None
        word = verb["verb"] if verb is after else verb[0]
        when, where = (day.date, day.span) if day else (None, None)
        about = (plan.span,)
        place = verb.start("verb") if verb is after else verb.start()
        yield place, EventMention("issuance", sentence, word, when, where, plan.issuers or issuers, about)


def _days_of(article: Article, title: Span, sentence: Span, told: tuple[int, int]) -> tuple[tuple[Day, ...], Span]:
    """The days that the sentence of an issuance tells, or else what stands around it, and the sentence from there on.

    `told` is where its verb begins and where one after the title ends, else 0.
    """
    text, (verb, after) = article.text, told
    days = find_days(text, sentence.start, title.start, article.published)
    if after:
        days += find_days(text, title.end, after, article.published)
    if not days and (days := _days_below(article, sentence)):
        return days, Span(sentence.start, days[0].span.end)
    if not days and _GATHERING.search(text, max(0, sentence.start - 80), verb):
        block = text.rfind("\n", 0, sentence.start) + 1
        days = tuple(d for d in find_days(text, block, sentence.start, article.published)[:1] if d.date)
        days = days or _opened(article, Span(sentence.start, verb))
        return days, Span(days[0].span.start if days else sentence.start, sentence.end)
    return days, sentence


def _days_below(article: Article, headline: Span) -> tuple[Day, ...]:
    """甲规划印发 | 今天，甲部印发了…规划: the story below a headline tells the day."""
    text = article.text
    if text[headline.end : headline.end + 1] != "\n" or text[headline.start - 1 : headline.start] != "\n":
        return ()
    story = sentence_around(text, headline.end + 1)
    verb = _ISSUED.search(text, *story) if text.find("《", *story) < 0 else None  # a title there tells of itself
    days = find_days(text, story.start, verb.start(), article.published) if verb else ()
    return tuple(d for d in days[-1:] if d.date)


def _opened(article: Article, before: Span) -> tuple[Day, ...]:
    """今天，甲大会在乙市开幕。… | 大会还发布《…》: the day that the story's opening tells of the gathering."""
    gathering = _BY_GATHERING.search(article.text, *before)
    opening = _OPENED.search(article.text, 0, min(before.start, _OPENING)) if gathering else None
    if not gathering or not opening or gathering["what"] not in opening[0]:
        return ()
    return tuple(d for d in find_days(article.text, *opening.span(), article.published)[:1] if d.date)


def is_place(words: str) -> bool:
    """Whether the words end with a place, or with states, that have what follows for their predicate."""
    if _PARTIES.search(words[-24:]):
        return True
    match = _PLACE.search(words[-24:])
    name = match["name"] if match else ""
    places = {name[r.start : r.end] for r in regions_in(name)} | {"我国", "国家", "中央", "长三角", "京津冀"}
    return all(part in places for part in re.split("[、和与]", name))


def _is_marked(text: str, plan: PlanMention) -> bool:
    return text.startswith(("《", "«"), plan.span.start - 1)


def _last(pattern: re.Pattern[str], text: str, where: Span) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, *where):
        found = match
    return found

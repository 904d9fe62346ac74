"""What a thing gets to: 水网 …，覆盖 | 13个市县; 已覆盖31个省 | 200个县."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.count.follow import WHOLES
from kg.recognise.count.within import REACHES
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.topic import topic_of
from kg.recognise.syntax.attribute import owner_of
from kg.recognise.syntax.phrase import Phrase

_REACHES = late(
    r"(?P<verb>覆盖|惠及|涉及|涵盖|辐射|贯穿|途经|通达|遍及|连接|串联|穿越|横跨)(?:了|到|起)?"
    r"(?:(?P<where>[\u4e00-\u9fff]{0,4}?)|[^，；。：]{2,60}等[\u4e00-\u9fff]{0,4}|(?:[\u4e00-\u9fff]{2,8}、)+[\u4e00-\u9fff]{2,12})"
    r"(?:近|约|超过?|逾)?$"
)
_GOT_TO = late(
    rf"(?:{_REACHES.pattern}|(?:到达|抵达|直达|通达|远销|销往|辐射到|延伸[到至]|出口[到至])[\u4e00-\u9fff]{{0,4}}$)"
)
"""冷链专列 | 直达中亚 | 6个国家19个城市."""
_HELPS = ("服务", "支持", "扶持", "资助", "帮扶", "减免", "取消")
"""What is done for those counted, where they are told by a bare noun: 支持 | 22个领域, 服务 | 近300家企业."""
BARE_SIZE = 4
_MODES = r"(?:可以?|已经?|将|能够?|共|还|也|则|分别|直接|陆续|主要)*"
_VERBS = "通达|直达|到达|覆盖|辐射|贯穿|途经|遍及|遍布|分布[在于]|连接|串联|串起|远销|销往|涉及|惠及|涵盖|穿越|横跨"
_LIST = r"(?:[^，；。：]{2,60}等[\u4e00-\u9fff]{0,4}|(?:[\u4e00-\u9fff]{2,8}、)+[\u4e00-\u9fff]{2,12}|全[国球省市])"
_ALONG = late(
    rf"(?:[^，；。：、]{{0,40}}的)?(?P<who>[^，；。：、的]{{2,14}}?){_MODES}(?P<verb>{_VERBS})(?:了|到|起)?{_LIST}(?:近|约|超过?|逾)?"
    rf"|{_MODES}(?P<opens>{_VERBS})(?:了|到|起)?{_LIST}?(?:近|约|超过?|逾)?"
)
"""班列可 | 通达 | 甲国、乙国等 | 13个国家: what reaches them stands before the verb."""
_HOLDS = late(r"(?:举办|举行|开展|组织|推出|发布|提供|开设|打造|实施|设立|布局)了?$")
"""举办 | 涵盖音乐、舞蹈两大门类 | 上百场演出: what is held, and nothing that reaches them."""
_COUNTS = ("counter", "people", "self_naming", "", "ratio")
_DOES_REACH = late(r"(?:基本|全面|累计|直接)*(?P<verb>覆盖|惠及|辐射|遍及)(?:了|到)?(?=[\u4e00-\u9fff]{0,6}$)")
"""影像中心已 | 覆盖 | 全省: only where stands between verb and number."""
REACH = 80
"""How far before a number its verb may stand."""
TOPIC_SIZE = 14
"""A longer name is not said again of what it reaches."""
_MADE = late(r"(?:累计|已|共)*(?:新[增设建]|设立|建立|开通|设置)了?")
_GOES_ON = late(r"[、和及共的]?")


def name_reached(place: Place) -> Naming | None:
    """The verb of reaching that the clause opens with, what it is said of, and how many are reached."""
    text, start, right = place.text, place.first.outer.start, place.right
    if place.last.unit_class not in _COUNTS or right.action or len(place.group) > 1:
        return None
    share = "比例" if place.last.unit == "%" else ""
    if done := _reaching_already(place):
        return Naming((done,), "number-noun", share)
    if reached := _reaching_before(place):
        return Naming(((*reached, right.noun),), "number-noun", share, inherited=True)
    if share:
        return None
    if helps := _helping(place):
        return Naming(((helps, right.noun),), "number-noun")
    reaches = _REACHES.search(text, max(place.sentence.start, start - REACH), start)
    if reaches and _HOLDS.search(text, max(place.sentence.start, reaches.start("verb") - 4), reaches.start("verb")):
        return None
    if reaches is None or place.frame.opened != reaches["verb"]:
        return _reaching_along(place)
    verb = Span(*reaches.span("verb"))
    topic, where = _topic(place, verb), Span(*reaches.span("where"))
    told = verb if text[slice(*where)] in _ALL else Span(verb.start, max(verb.end, where.end))
    return Naming(((*topic, told, right.noun),), "number-noun", inherited=bool(topic))


def _helping(place: Place) -> Span | None:
    """The verb before those whom something helps, if all that is told of them is a bare noun."""
    noun, verb, end = place.right.noun, place.frame.opened, place.first.outer.start
    helps = verb in _HELPS and place.text.endswith(verb, 0, end)
    return Span(end - len(verb), end) if helps and 0 < noun.end - noun.start <= BARE_SIZE else None


def _reaching_already(place: Place) -> Phrase | None:
    """影像中心 | 已 | 覆盖全省 | 70%以上的乡镇: what stands before 已 or 将 is what reaches them."""
    text, subject = place.text, place.subject
    does = _DOES_REACH.match(text, *place.name) if subject else None
    if subject is None or does is None or subject.end - subject.start > TOPIC_SIZE:
        return None
    where = Span(does.end(), place.name.end)
    told = Span(does.start("verb"), does.end() if text[slice(*where)] in _ALL else where.end)
    return (subject, told, place.right.noun)


def _reaching_along(place: Place) -> Naming | None:
    """班列 | 通达 | 甲国等 | 13个国家: of what is reached the examples are left out."""
    along = _ALONG.fullmatch(place.text, place.name.start, place.first.outer.start)
    if along is None or (along["who"] and _HOLDS.search(along["who"])):
        return None
    if along["who"]:
        return Naming(((Span(*along.span("who")), Span(*along.span("verb")), place.right.noun),), "number-noun")
    verb = Span(*along.span("opens"))
    topic = _topic(place, verb)
    return Naming(((*topic, verb, place.right.noun),), "number-noun", inherited=bool(topic))


def _reaching_before(place: Place) -> Phrase | None:
    """覆盖31个省 | 200个县: what was reached right before this number is reached here too."""
    last = place.scope.metrics[-1] if place.scope.metrics else ()
    if len(last) < 2 or not _GOES_ON.fullmatch(place.text, last[-1].end, place.first.outer.start):
        return None
    return last[:-1] if _GOT_TO.search(place.text, *last[-2]) else None


_ALL = (*WHOLES, "我国", "境内")


def _topic(place: Place, verb: Span) -> Phrase:
    """The thing measured before in this sentence, or told of in the clause before."""
    text, scope = place.text, place.scope
    if not scope.metrics:
        found = topic_of(text, scope.previous, scope.noted) if scope.previous else None
        return (found,) if found and found.end - found.start <= TOPIC_SIZE else ()
    first, *others = owner_of(text, scope.metrics[-1]) or scope.metrics[-1]
    made = _MADE.search(text, *first)
    owner = (Span(made.end(), first.end) if made else first, *others)
    if text.rfind("每年", place.sentence.start, first.start) >= 0:
        return ()  # 工程每年引水3亿立方米，惠及8个县: a deed reaches nobody
    size = sum(piece.end - piece.start for piece in owner)
    return owner if size <= TOPIC_SIZE and all(piece.end <= verb.start for piece in owner) else ()


_REACHING = late(rf"{REACHES}$")
_JOINTS = frozenset(("", "、", "，", "和", "及", "以及"))
"""Between the first count and the next: 12市 | 40县, 12市和 | 40县."""


def reached_too(place: Place, naming: Naming) -> Naming:
    """供水 | 涉及 | 12市 | 40县: what the verb before the first count reaches, too."""
    known, noun = place.scope.metrics[-1:], place.right.noun
    if not known or len(known[0]) < 2 or naming.phrases != ((noun,),) or naming.suffix or place.size:
        return naming
    *reaching, last = known[0]
    if place.text[last.end : place.first.outer.start] not in _JOINTS or not _REACHING.search(place.text, *reaching[-1]):
        return naming
    return replace(naming, phrases=((*reaching, noun),))

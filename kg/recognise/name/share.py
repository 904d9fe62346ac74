"""Shares of a whole: X占Y的一半, 占全行业的68%, 在用户总数中占比超六成, 占全部31项审批事项的35%."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from kg.model import Comparator, Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.topic import object_of, topic_of
from kg.recognise.syntax.coordination import distribute
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.front import after_adverb
from kg.recognise.syntax.phrase import Phrase, trim, words

_HOLDING = late(r"(?:已经?|原则上|分别|也|约|大约|将|预计|还|均|仍|仍然|只|仅|就|才)+$")
_WHOLE = late(r"(?:比重|比例|占比|份额|百分比|权重)$")
SHARES = ("比重", "占比", "比例")
"""What completes the name of a share."""
TOLD_OF = ("占", "拉动", "带动", "推动", "拉低", "推高", "拖累", "高出", "快于", "慢于", "高于", "低于", "多于", "少于")
"""What a name that was told of itself by a share, a gap or what it pulls goes on with."""
_COUNTERS = ("counter", "people")
"""What is counted is no share of anything."""
_OCCUPIES = late(r"占(?:比|地(?!方|区)|用|有)")
"""占地, 占用: no share; but 占地方财政支出."""
_RATIO = late(r"[与同](?P<whole>[^，。；与同、]{2,14}?)(?:的?(?:比率|比值|比例)|之比)")
"""总费用9万亿元，与GDP的比率为14%: a ratio of what was named before."""
_WITHIN = late(r"(?:在)?(?P<whole>[^在]{2,24}?)(?:总数|总量)?中的?(?:占比|占|比重|比例)")
"""在用户总数中占比超六成."""


def _holder(place: Place) -> Phrase:
    """收入快速增长，占全行业的68%: what was named last in the sentence, or what the clause before is about."""
    scope = place.scope
    topic = topic_of(place.text, scope.previous, scope.noted) if scope.previous else None
    if topic and not place.text.endswith(_WHEN, *topic):
        return _without_share_word(place, topic)
    if not scope.metrics:
        return _from_before(place)
    last = scope.metrics[-1]
    return tuple(part for part in last if not place.text.startswith(TOLD_OF, part.start)) or last


_TOLD_SHARE = late(r"(?:那?就是)?(?P<what>[^，。；]{2,40}?)(?:的?(?:比重|比例|占比|份额))?")
_WHEN = ("后", "时")
"""完全纳入后: when, and not what."""
_STATES = ("大", "小", "多", "少", "高", "低", "快", "慢", "步", "显", "富", "定")
"""What a clause ends in that says more than what is told of: 市场潜力很 | 大."""


def _from_before(place: Place) -> Phrase:
    """服务贸易占比提升，| 占进出口的四成; 来自甲地的收入，| 占总收入的七成: the clause before is only that."""
    scope = place.scope
    if scope.previous is None or place.text.endswith(_STATES, *scope.previous):
        return ()
    made = object_of(place.text, scope.previous)
    return _without_share_word(place, made or parse_left(place.text, *scope.previous, scope.noted).name)


def _without_share_word(place: Place, named: Span) -> Phrase:
    """服务贸易 | 占比: the share itself is told next."""
    told = _TOLD_SHARE.fullmatch(place.text, *named)
    return (Span(*told.span("what")),) if told else ()


_BEGAN = late("占(?:到了?|了|据了?)")
_BARE = late("占(?:到了?|了|据)?")
_HELD = late("(?<![侵挤抢霸乱应所])占(?!款|压|领)")


_OF_COUNTED = late(
    r"占(?:了|到)?(?![比地用有])[^，。；占]{0,8}?[0-9][0-9.]*[万亿]?[多余]?(?![年月日])[\u4e00-\u9fff]{1,2}[^，。；占]{0,16}的"
)
COUNTED_REACH = 40
"""How far before a share of so many things 占 may stand."""


def _of_counted(place: Place) -> Naming | None:
    """取消12项，占全部40项许可事项的30%: the whole is counted itself."""
    start = place.first.outer.start
    if place.first.unit != "%" or place.text[start - 1] != "的":
        return None
    at = place.text.rfind("占", max(place.sentence.start, start - COUNTED_REACH), start)
    if at < 0 or not _OF_COUNTED.fullmatch(place.text, at, start):
        return None
    holder = place.scope.metrics[:-1] or place.scope.metrics
    return Naming(((*holder[-1], Span(at, start - 1)),), "share", "比重", inherited=True) if holder else None


def _to_whole(place: Place) -> Naming | None:
    """总费用9万亿元，与GDP的比率为14%."""
    name = place.name
    holder = _holder(place) if _RATIO.fullmatch(place.text, name.start - 1, name.end) else ()
    return Naming(((*holder, Span(name.start - 1, name.end)),), "share", inherited=True) if holder else None


def _whole(text: str, held: Span) -> Phrase:
    """占了全省的, 占到全省的: 占 and what of."""
    began = _BEGAN.match(text, held.start, held.end)
    if began is None or began.end() == held.end:
        return (trim(text, held),)
    return Span(held.start, held.start + 1), trim(text, Span(began.end(), held.end))


def _of_itself(place: Place, holder: Span) -> Naming:
    """优良天数占98%, but 优良天数比例占98% and 山区县占12个: a name that is a share needs no 占比, a count is none.

    男生和女生各占50%: of each.
    """
    many = len(place.group)
    each = place.text.endswith("各", *holder) and distribute(place.text, Span(holder.start, holder.end - 1))
    if each and many in (1, len(each)):
        return Naming(each, "share", "占比", each=many < len(each))
    if place.first.unit_class in _COUNTERS:
        return Naming(((holder,),), "noun-number")
    return Naming(((holder,),), "share", "" if _WHOLE.search(place.text, *holder) else "占比")


def _of_nothing(place: Place, holder: Phrase) -> Naming | None:
    """出行比例已占到44%: no whole is told, and a share needs no 占比."""
    is_share = bool(holder) and place.text.endswith(("比例", "比重"), *holder[-1])
    return Naming((holder,), "share", "" if is_share else "占比", inherited=True) if holder else None


_LED = late(r"[，。；、\n以用在由对向把将为于看了]约?$")
"""Before 占 these tell that no holder stands there: 以 | 占全国5%的耕地."""
_ABSTRACT = late(r"目标|任务|要求|标准|水平|份额|市场|优势|转变|比例|局面|地位|条件")

_DOES = late(
    r"基本|全面|保持|实现|增[长加]|下降|减少|提高|普及|承载|养活|供[应养给]|生产|产出"
    r"|创造|贡献|支撑|[的仍已均都还将]"
)
"""制造业 | 增长8%, 渔民 | 的收入: what the holder does or has."""


def _relative(place: Place) -> Naming | None:
    """以占全国5%的 | 耕地: what holds the share stands behind it."""
    text, noun, end = place.text, place.right.noun, place.first.outer.end
    if place.first.unit != "%" or len(place.group) > 1 or not text.startswith("的", end):
        return None
    held = _HELD.search(text, *place.name)
    if held is None or _BEGAN.match(text, held.start()) or not place.right.strong or noun.start != end + 1:
        return None
    opens = held.start() == place.sentence.start
    led = opens or _LED.search(text, max(place.sentence.start, held.start() - 2), held.start())
    if not led or _ABSTRACT.match(text, *noun):
        return None
    told = _DOES.search(text, noun.start + 2, noun.end)
    holder = trim(text, Span(noun.start, told.start() if told else noun.end))
    of = Span(held.start(), place.name.end)
    return Naming(((holder, of),), "share", "" if _WHOLE.search(text, *of) else "比重")


_HOLDS = late(
    r"(?:在)?[^，。；占]{0,12}占据?[^，。；]{0,12}?(?:比重|比例|份额|权重)(?:[较最很][大小高低])?的(?P<what>[^的]{2,})"
)
"""占较大比重的 | 食品价格 | 下降3%: how much of something it is, and not what moved."""


def _moved(place: Place) -> Naming | None:
    """What holds a share and moved itself."""
    held = _HOLDS.fullmatch(place.text, *place.name) if place.frame.change not in (None, "level") else None
    return Naming(((Span(*held.span("what")),),), "noun-number", subject=place.subject) if held else None


def _of_all_named(place: Place) -> Naming | None:
    """总产值达9亿元，出口额达3亿元，均占 | 全市的四成: each of the amounts that the sentence has told."""
    text, units, start = place.text, place.scope.units, place.first.outer.start
    held = _ALL_HOLD.search(text, max(place.sentence.start, start - HOLDS_REACH), start)
    if held is None or len(place.group) > 1:
        return None
    named = [m for m in dict.fromkeys(place.scope.metrics) if m != units.get("%")]
    amounts = [
        m for m, after in zip_longest(named, named[1:]) if not (after and words(text, after).startswith(words(text, m)))
    ]
    if len(amounts) < 2:
        return None
    of = _whole(text, Span(held.start("of"), place.name.end))
    return Naming(tuple((*m, *of) for m in amounts), "share", "比重", each=True, inherited=True)


_ALL_HOLD = late(r"[，；](?:均|都)(?P<of>占(?![比地用有])[^，。；0-9]{2,12})$")
HOLDS_REACH = 16
"""How far before a share 均占 may stand."""


def _each_its_own(place: Place) -> Naming | None:
    """加工贸易和一般贸易出口3亿元和5亿元，分别占30%和50%: so many were named last, and each has its share."""
    count, metrics = len(place.group), place.scope.metrics
    if not 1 < count <= len(metrics) or not place.words.startswith("占") or _OCCUPIES.match(place.words):
        return None
    holders = metrics[-count:]
    if len({words(place.text, holder) for holder in holders}) < count:
        return None
    if _BARE.fullmatch(place.words):
        return Naming(tuple(holders), "share", "占比", inherited=True)
    of = _whole(place.text, place.name)
    return Naming(tuple((*holder, *of) for holder in holders), "share", "比重", inherited=True)


_EXCEEDS = late(
    r"(?:(?P<what>[^，；。占]{2,24}?)(?:已经?|将|也|均|都|历史性地?|首次)*(?<!或)(?<!或者)(?=超过|接近|逼近))?(?P<more>超过?|逾)?(?:接近|逼近|近|约|达到?)?"
    r"(?P<of>全[国球省市]|世界)(?:总[量数]|的)*(?:约|近)*"
)


def _exceeds(place: Place) -> Naming | None:
    """产品达400款、超 | 全球 | 半数, 产品 | 接近 | 全球 | 半数: what was told is so much of the whole."""
    held = _EXCEEDS.fullmatch(place.words) if place.first.unit == "%" and not place.right.strong else None
    if held is None:
        return None
    last = place.scope.metrics[-1] if place.scope.metrics else ()
    if held["what"]:
        last = (Span(place.name.start, place.name.start + held.end("what")),)
    if not last:
        return None
    of = Span(place.name.start + held.start("of"), place.name.start + held.end("of"))
    comparator: Comparator | None = "gt" if held["more"] and place.first.comparator == "eq" else None
    return Naming(((*last, of),), "share", "比重", inherited=True, comparator=comparator)


def name_share(place: Place) -> Naming | None:
    """X占Y的Q, 占Y的Q, X占Q: the share of X (in Y)."""
    text, name, body = place.text, place.name, place.words
    apart = _of_counted(place) or _to_whole(place) or _relative(place) or _moved(place)
    if apart := apart or _of_all_named(place) or _each_its_own(place) or _exceeds(place):
        return apart
    if (within := _WITHIN.fullmatch(body)) and (last := _holder(place) or place.scope.last()):
        whole = Span(name.start + within.start("whole"), name.start + within.end("whole"))
        return Naming(((*last, whole),), "share", "占比", inherited=True)
    at = found.start() if (found := _HELD.search(body)) else -1
    if at < 0:
        held = place.frame.verb.startswith("占") and place.size >= 2
        return _of_itself(place, trim(text, after_adverb(text, name)[0])) if held else None
    if 1 < at == len(body) - 1:
        return _of_itself(place, Span(name.start, name.start + len(_HOLDING.sub("", body[:-1]))))
    known = at < 2 and not _OCCUPIES.match(body, at)
    counts = body == "占" and place.right.strong and place.first.unit_class in _COUNTERS
    if (_WHOLE.search(body) and not known) or _OCCUPIES.match(body, at) or counts:
        return None
    of = _whole(text, Span(name.start + at, name.end))
    owner = Span(name.start, name.start + len(_HOLDING.sub("", body[:at])))
    if _BARE.fullmatch(body, at):
        return _of_nothing(place, _holder(place) if at < 2 else (trim(text, owner),))
    if at < 2:
        suffix = "" if _WHOLE.search(body) else "比重"
        return Naming(((*_holder(place), *of),), "share", suffix, inherited=True)
    spread = text.endswith(("均", "都"), 0, name.start + at)
    owners = distribute(text, owner) if len(place.group) > 1 or spread else ()
    owners = _owned_alike(text, owners)
    if len(owners) == len(place.group) > 1 or (len(place.group) == 1 and len(owners) > 1):
        each = len(place.group) == 1
        return Naming(tuple((*held, *of) for held in owners), "share", "比重", each=each)
    return Naming(((trim(text, owner), *of),), "share", "比重")


def _owned_alike(text: str, items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """成员国的 | 人口、贸易额: whose all are stands before the first alone."""
    at = text.rfind("的", *items[0][0]) + 1 if items else 0
    if not at or any(len(item) > 1 or text.find("的", *item[0]) >= 0 for item in items[1:]):
        return items
    whose = Span(items[0][0].start, at)
    return (items[0], *((whose, *item) for item in items[1:]))


def share_again(place: Place, naming: Naming) -> Naming:
    """占出口的30%，提高2个百分点: the share; 占出口的30%，比上年多3万台: what it is a share of."""
    if place.first.unit in ("%", "个百分点", "百分点"):
        return replace(naming, suffix=place.scope.share)
    return replace(naming, phrases=tuple(without_share(place.text, phrase) for phrase in naming.phrases))


_MOVES = ("growth_rate", "increase_by", "decrease_by")
_OF_ALL = late("占(?:[全其]?[年部]?(?:总|其中)[^的]{0,2}|[了到据]*)")


def of_whole(place: Place, phrase: Phrase) -> Phrase:
    """出境目的地中，亚洲占六成: of what it is a share; but 各项税收中，增值税占全年收入的六成 tells of what itself.

    主要行业中，造纸业增长5%: what a member grows by is no share.
    """
    whole = None if place.frame.change in _MOVES else place.scope.whole
    tells = place.text.startswith("占", phrase[-1].start) and not _OF_ALL.fullmatch(place.text, *phrase[-1])
    return phrase if whole is None or tells or whole in phrase else (whole, *phrase)


_OF_WHAT = ("占", "完成", "为预算", "为调整预算", "为年初预算")


def without_share(text: str, phrase: Phrase) -> Phrase:
    """民间投资 | 占全部投资 → 民间投资."""
    return next((phrase[:at] for at, p in enumerate(phrase) if at and text.startswith(_OF_WHAT, p.start)), phrase)

"""Numbers measured against another figure: 不超过耕地面积的3%, 高于全省2.3个百分点."""

from __future__ import annotations

from kg.lexicon.comparator import comparator_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.share import without_share
from kg.recognise.syntax.attribute import ATTRIBUTE, owner_of
from kg.recognise.syntax.coordination import distribute
from kg.recognise.syntax.frame import OUT_BY, parse_left
from kg.recognise.syntax.phrase import Phrase, trim

_BOUND = late(
    r"(?:原则上|一般)?(?:应当?|须|必须)?(?<![提升增])(?P<word>(?:不得|不能|不应|不宜|不)?(?:超过|高于|大于|低于|少于|小于|突破)|达到|控制[到在]|(?:[只仅]?相当于|[只仅]有|仅为)约?|(?:约|定|核定|确定|设定|调整|(?<=[费额率量数入投本金积重价产值]))[为是](?![以从由])|(?:提高|提升|上升|增加|[升增降]|下降|降低)[到至]|不足|不到|接近|逼近|(?P<done>完成))了?"
    r"(?P<whole>[它其]|[^，。；]{2,30}?)的?$"
)
_GAP = late(r"(?:首次?|分别|均|也|已|约)?(?:超过?|高于|高出|低于|快于|慢于|领先于?|落后于?|好于|优于)[^，。；]{2,14}$")
_THAN = late(r"[比较][^，。；]{2,14}[高低快慢]$")
_AHEAD_OF = late(r"(?:高出|多出|超出|领先于?|落后于?)[^，。；0-9]{2,10}(?<![了约近达])")
"""对甲国出口居首，高出乙国 | 20亿元."""
_THAN_OTHER = late(r"(?<=[\u4e00-\u9fffA-Z]{2})[比较](?![例重赛率值如])[^，。；]{2,14}$")
"""产值增速 | 比全省平均水平 | 高出2个百分点: what was measured stands before."""
_RATED = late("按照?$")
"""每个项目按 | 不超过实际投入的20%资助: a rate that is paid."""
_WHOLE = ("比重", "比例", "占比", "份额")


_OTHER = late(
    r"(?:(?:仍然?|也|均|都|大大|远远?|显著|明显|略|稍|小幅|大幅|正式|有望|仅|还|但|并|虽|这)*)(?:[高低多少大小快慢优好]于|超[过出]|不及|逊于)了?"
    r"(?P<what>[^，。；]{0,16}?(?:预期|预测|预计|预估|前值|设定|提出|确定)值?(?:和前值)?|[^，。；]{0,8}同期|20[0-9]{2}财年)的?"
)
"""核心CPI升2.8%，也高于 | 预期的2.7%: another figure of what was named before."""
FORESEEN_SIZE = 5
"""A forecast longer than this says whose it is and stands first: 央行5月份预测的 | 增长."""


def _name_other(place: Place) -> Naming | None:
    """也高于 | 预期的2.7%: the figure that the one before is compared with, by the name of that one."""
    found = _OTHER.fullmatch(place.text, *place.name)
    last, count = place.scope.last(), len(place.group)
    if found is None or not last:
        return None
    metrics = place.scope.metrics
    told = metrics[-count:] if 1 < count <= len(metrics) else [last]
    what = trim(place.text, Span(*found.span("what")))
    if place.text.endswith(("同期", "财年"), *what):
        return Naming(tuple(told), "inherited", inherited=True)
    if what.end - what.start > FORESEEN_SIZE:
        return Naming(tuple((what, *metric) for metric in told), "inherited", inherited=True)
    return Naming(tuple((*metric, what) for metric in told), "aim", inherited=True)


_AIM = late(r"[\u4e00-\u9fff]{0,6}?(?:目标|预期|要求)值?(?![\u4e00-\u9fff])")
_TO_AIM = late(
    r"(?:[也均都已还略远大幅明显超额顺利圆满提前]|并且?|从而)*(?:低于|高于|好于|优于|快于|慢于|多于|少于|超[过出额]|完成|实现|达到|接近|逼近)了?"
    r"(?:全年|年初|年度|[今去当本]年|既?定|制定|设定|提出|确定|政府|国家|的)*约?"
)
"""失业率为5.1%，| 低于 | 5.5%的预期目标: what stands between the comma and the number that is aimed at."""
AIM_REACH = 24


def _name_aim(place: Place) -> Naming | None:
    """低于 | 5.5%的预期目标: the aim that is compared with is one for what was named before."""
    last, start = place.scope.metrics[-1:], place.first.span.start
    aim = _AIM.match(place.text, place.right.noun.start) if last and place.right.strong else None
    if aim is None or place.scope.units.get(place.first.unit) != last[0]:
        return None
    least = max(place.sentence.start, start - AIM_REACH)
    opens = max(place.text.rfind("，", least, start), place.text.rfind("；", least, start)) + 1
    if not opens or not _TO_AIM.fullmatch(place.text, opens, start):
        return None
    return Naming(((*last[0], Span(*aim.span())),), "aim", inherited=True)


def name_against(place: Place) -> Naming | None:
    """The indicator of a number whose measure stands between it and the comparator; None where there is no such."""
    text, words = place.text, place.words
    if other := _name_other(place) or _name_aim(place):
        return other
    if (
        place.first.unit == "%"
        and _of(place)
        and (found := _BOUND.search(words))
        and not _RATED.search(text, max(place.sentence.start, place.name.start - 2), place.name.start + found.start())
        and not text.endswith(("按", "按照"), 0, place.name.start)
    ):
        light = _LIGHT.search(words, 0, found.start())
        name = trim(text, Span(place.name.start, place.name.start + (light or found).start()))
        begin = "done" if found["done"] else "whole"
        whole = trim(text, Span(place.name.start + found.start(begin), place.name.start + found.end("whole")))
        comparator = comparator_of(found["word"])
        if words[: found.start()].endswith(_WHOLE):
            return Naming(((name,),), "bound", comparator=comparator, subject=place.subject)
        whose = name if name.end - name.start > 1 else place.subject or place.frame.subject
        known = _charge(place, name) or ((whose,) if whose else place.scope.last() or ())
        if found["done"] or not known:
            return Naming(((*known, whole),), "bound", "比重", comparator=comparator, subject=place.subject)
        share = f"占{text[slice(*whole)]}比重"
        if found["word"].endswith("相当于"):
            share = f"{found['word']}{text[slice(*whole)]}比例"
        return Naming((known,), "bound", share, comparator=comparator, subject=place.subject)
    points = place.first.unit in ("个百分点", "百分点")
    if not points and (place.frame.verb not in OUT_BY or place.frame.change != "level"):
        amount = place.first.unit_class != "ratio" and place.frame.change is None
        return _gap(place, "") if amount and _AHEAD_OF.fullmatch(words) else None
    if words[:1] in ("比", "较") and place.frame.verb in OUT_BY:
        return _gap(place, "")
    if place.frame.verb in OUT_BY and (than := _THAN_OTHER.search(words)):
        if ATTRIBUTE.fullmatch(words[: than.start()]):
            return _gap(place, words[: than.start()])
        gap = Span(place.name.start + than.start(), _with_verb(place).end)
        return Naming(((Span(place.name.start, gap.start), gap),), "gap", subject=place.subject)
    found = _GAP.search(words) or _THAN.search(words)
    return _gap(place, words[: found.start()]) if found else None


_LIGHT = late(
    r"(?:刚刚|更是|可能|应该?|大约|只有?|将要?|原则上|平均|一般|有望|基本|几乎|接近或者|达到或者?|[还也]要|却|如今|现在|已经?)+$"
)
"""甲市产量 | 刚刚 | 超过乙市的 | 一半: adverbs before what it is measured by."""
_EACH = late(r"每[\u4e00-\u9fff]{1,2}|")
_CHARGE = late(r"(?:[费税租]|金额|价款|罚金)$")


def _charge(place: Place, name: Span) -> Phrase | None:
    """汇款手续费，规定每笔不超过汇款金额的1%: the charge that the clause before names."""
    if not _EACH.fullmatch(place.text, *name) or (before := place.scope.previous) is None:
        return None
    if not _CHARGE.search(place.text, *before):
        return None
    return (parse_left(place.text, before.start, before.end, place.scope.noted).name,)


_BARE_BOUND = late(r"(?<!按)(?<!按照)(?<!给予)不(?:低于|少于|高于|超过)[\u4e00-\u9fff]{2,8}$")


def _of(place: Place) -> bool:
    """Whether the number is a share of the noun before it: …的3%, 不低于总房款5%."""
    start = place.first.outer.start
    of = place.text[max(0, start - 3) : start].rstrip().endswith("的")
    if of or len(place.group) > 1:
        return of
    return _BARE_BOUND.search(place.text, max(place.name.start, start - 12), start) is not None


def _with_verb(place: Place) -> Span:
    """比年初目标 | 高出: the name and the verb behind it."""
    verb = place.frame.verb if place.frame.verb in OUT_BY else ""
    at = place.text.find(verb, place.name.end, place.first.outer.start) if verb else -1
    return Span(place.name.start, max(at + len(verb), place.name.end))


def _gap(place: Place, name: str) -> Naming | None:
    last = place.scope.last()
    name = name.removesuffix("分别")
    if last is None or (len(name) > 1 and not ATTRIBUTE.fullmatch(name)):
        return None
    if len(last) > 1 and (_GAP.search(spelled := place.text[slice(*last[-1])]) or _THAN.search(spelled)):
        last = last[:-1]
    whose = owner_of(place.text, last) if name and not name.endswith(("增速", "增幅", "涨幅", "降幅")) else last
    gaps = _gaps(place) if len(place.group) > 1 else ()
    told = tuple((*without_share(place.text, whose), *gap) for gap in gaps or ((_with_verb(place),),))
    return Naming(told, "gap", inherited=True, subject=place.subject)


_GROUPS = late(
    r"(?P<what>[^，。；]*?)(?:分别)?(?P<than>[比较]|[高低快慢好优]于|高出|超过?|领先于?|落后于?)(?P<groups>[^，。；]{4,30}?)"
    r"(?P<by>[高低快慢]?)"
)


def _gaps(place: Place) -> tuple[Phrase, ...]:
    """增速分别高于甲省、乙省 | 1个、2个百分点: the gap to each of those that it is measured against."""
    found = _GROUPS.fullmatch(place.text, *place.name)
    groups = distribute(place.text, Span(*found.span("groups"))) if found else ()
    if found is None or len(groups) != len(place.group):
        return ()
    what, than, by = (Span(*found.span(piece)) for piece in ("what", "than", "by"))
    return tuple(tuple(p for p in (what, than, *group, by) if p.end > p.start) for group in groups)

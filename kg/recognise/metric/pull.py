"""Contributions: by how much one thing moves another (消费拉动经济增长3个百分点), and its share of that (贡献率)."""

from __future__ import annotations

from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.share import TOLD_OF
from kg.recognise.syntax.attribute import without_figure
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.coordination import distribute, split_at_marks
from kg.recognise.syntax.phrase import Phrase, trim

_PULLS = ("拉动", "推高", "推升", "拉低", "拖累", "影响", "带动", "推动")
_PULL = late(
    rf"(?:(?:分别|依次|各自|共同|合计|直接|大约|就|能|可|将|约|还|也|并|共)*)(?P<does>(?:{any_of(_PULLS)})了?"
    r"(?P<what>[^，。；、（）]{1,14}?(?:增长|增速|增幅|上涨|上升|回升|上行|下降|下跌|回落|下行|涨幅|降幅)))"
    r"(?:[了约近达为]|超过?|大约|分别)*$"
)
"""消费、投资 | 分别 | 拉动经济增长 | 3个、2个百分点: what moves something is no part of how it moves."""
_PART = late(r"对(?!外)[^，。；、]{2,14}的?贡献率")
PULL_REACH = 60
_THIS = late(r"(?:这|此举)[^，。；]{0,4}(?:拉动|带动|推动)")
"""这就能 | 拉动投资: all that was told."""
THIS_REACH = 6


def name_pull(place: Place) -> Naming | None:
    """What moves what, for each of a list; the thing named before where the clause opens with the verb."""
    if place.first.unit == "%":
        return _part_of_pull(place)
    if place.first.unit not in ("个百分点", "百分点"):
        return None
    text, start = place.text, place.first.outer.start
    left = max(place.sentence.start, start - PULL_REACH)
    opens = clause_start(text, left, start, "，；：。")
    pull = _PULL.search(text, opens, start)
    if pull is None:
        return None
    does = Span(*pull.span("does"))
    owners = _pulling(place, trim(text, Span(max(opens, min(place.name.start, pull.start())), pull.start())))
    return Naming(tuple((*owner, does) for owner in owners), "pull") if owners else None


def _pulling(place: Place, listed: Span) -> tuple[Phrase, ...]:
    """What stands before the verb, an item for each number; what was named last where nothing does."""
    count = len(place.group)
    if listed.end - listed.start < PULLING_SIZE:
        if count > 1:
            return ()
        since = max(place.sentence.start, listed.end - THIS_REACH)
        if place.scope.metrics and place.text.startswith(_PULLS, place.scope.metrics[-1][0].start):
            return ((),)  # 可拉动投资增长3个百分点，约 | 拉动产值增长2个百分点
        this = not place.scope.metrics or _THIS.search(place.text, since, listed.end + THIS_REACH)
        return (() if this else _itself(place.text, place.scope.metrics[-1]),)
    if count == 1:
        return ((listed,),)
    items = split_at_marks(place.text, listed, count) or distribute(place.text, listed)
    return items if len(items) == count else ()


PULLING_SIZE = 2
"""Shortest name of what moves something, in characters."""


_TOLD_OF = (*TOLD_OF, *_PULLS, "完成")
_TOLD = late(r"[高低快慢多少]于|[高低多]出|超[过出]?|对.{2,20}贡献率?$")
"""出口 | 高于全省增速, 消费 | 对经济增长的贡献率: what was told of the thing that pulls."""


def _itself(text: str, phrase: Phrase) -> Phrase:
    """出口 | 占全省的比重, 消费 | 拉动经济增长: the thing that shares, gaps and contributions were told of."""
    kept = next((phrase[:at] for at, p in enumerate(phrase) if at and text.startswith(_TOLD_OF, p.start)), phrase)
    told = _TOLD.search(text, kept[-1].start + 1, kept[-1].end)
    return (*kept[:-1], Span(kept[-1].start, told.start())) if told else kept


def _part_of_pull(place: Place) -> Naming | None:
    """消费、投资拉动产值增长3个、2个百分点，对产值增长的贡献率为60%、40%: of each that was told to move it, or of
    what grew where the clause opens so."""
    text, count = place.text, len(place.group)
    part = _PART.search(text, max(place.sentence.start, place.name.start - 1), place.name.end)
    told = place.scope.metrics[-count:]
    if part is None or len(told) < count:
        return None
    owners = [without_figure(text, _itself(text, phrase)) for phrase in told]
    pulled = text.startswith("，", part.start() - 1) or all(
        text.startswith(_PULLS, phrase[-1].start) for phrase in told
    )
    return Naming(tuple((*o, Span(*part.span())) for o in owners), "attribute", inherited=True) if pulled else None

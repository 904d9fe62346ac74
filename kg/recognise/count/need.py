"""Those whose need is met or lot bettered: 解决 | 50万农村人口的 | 饮水问题 counts 解决饮水问题的农村人口."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.count.attending import HEADCOUNTS
from kg.recognise.name.naming import Naming, Place

_MEETS = late(r"(?P<verb>解决|保障|满足|缓解|改善|破解|提升|提高)[好了]?[^，。；：、]{0,14}$")
_FOLK = r"(?:群众|居民|人口|农民|村民|牧民|家庭|学生|职工|[农牧]户)"
_NEED = late(
    rf"(?:(?P<folk>[^，。；的、0-9]{{0,8}}?{_FOLK})|(?P<whose>[^，。；的、0-9]{{0,12}})(?=的))?(?:全年|常年|全天|一[天年]|一个月)?的?"
    r"(?P<what>[^，。；的]{2,16}?(?:问题|困难|需求|需要|难题?|用水|用电|用气|用热|水平|安全|条件|状况|质量|生活))(?=[，。；、\n]|$)"
)
_COVERS = late(r"满足(?P<whose>[^，。；：、的]{0,14}?)(?:近|约|超过?)?$")
_OF_NEED = late(r"的(?P<what>[^，。；的]{0,10}(?:需求|需要))(?=[，。；、\n]|$)")
"""满足全市 | 60%的 | 用电需求: a share of what is needed."""
REACH = 18
"""How far before a number the verb may begin."""
_COUNTS = ("counter", "people", "physical", "")


def name_served(place: Place) -> Naming | None:
    """What is met, and whose it is; people of whom nothing else is said are counted by it."""
    text, start, right = place.text, place.first.outer.start, place.right
    if place.last.unit == "%":
        return _share_met(place)
    if place.last.unit_class not in _COUNTS or len(place.group) > 1:
        return None
    meets = _MEETS.search(text, max(place.sentence.start, start - REACH), start)
    need = _NEED.match(text, place.last.outer.end) if meets else None
    if meets is None or need is None:
        return None
    whose = Span(*need.span("folk" if need["folk"] else "whose"))
    alone = whose.end <= whose.start
    if alone and place.last.unit not in HEADCOUNTS:
        return None
    right.noun, right.action, right.used = Span(need.end(), need.end()) if alone else whose, None, True
    right.end = need.end()
    told = (Span(*meets.span("verb")), Span(*need.span("what")))
    return Naming((told if alone else (*told, whose),), "number-noun", HEADCOUNTS[place.last.unit] if alone else "")


def _share_met(place: Place) -> Naming | None:
    """How much of a need is met."""
    text, start = place.text, place.first.outer.start
    covers = _COVERS.search(text, max(place.sentence.start, start - REACH), start)
    need = _OF_NEED.match(text, place.last.outer.end) if covers else None
    if covers is None or need is None:
        return None
    place.right.used = True
    met = Span(covers.start(), covers.end("whose"))
    return Naming(((met, Span(*need.span("what"))),), "number-noun", "占比")

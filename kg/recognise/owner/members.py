"""Groups that have a figure told of all: 居民人均收入为5万元，其中城镇居民 | 为6万元; 全省幼儿园 | 为4000元."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.syntax.phrase import Phrase, is_area, split, words

_GROUPS = (
    r"(?:人员|职工|员工|工人|居民|农民|农户|家庭(?!医生|病床)|学生|毕业生|教师|医生(?!签约|服务)|单位|企业|机构|岗位)"
    r"|学校|小学|初中|高中|中学|幼儿园|高校|院校|医院"
)
_GROUP = late(rf"[^，。；：、0-9]{{0,16}}(?:{_GROUPS})")
_OWN_GROUP = late(rf"(?:[^，。；：、]{{0,16}}(?:{_GROUPS}))的?")
"""规模以上企业就业人员 | 年平均工资: the group that a figure is of."""
_OF_ALL = late(
    r"(?:工资|薪酬|薪资|收入|支出|经费|费用|养老金|退休金|保费|负担|负债|存款|标准|限额|定额|起付线|津贴|待遇|利润|成本|投入|营业额|进出口|进出口额|进出口总[值额]|贷款余额)$"
)
"""Figures of money that statistics tell of groups, one by one."""
_SERVED = late(
    r"[^，。；：、0-9]{0,12}(?:人群|老年人|老人|儿童|青少年|孕产妇|妇女|残疾人|未成年人|家庭|居民|学生|教师|职工|(?<!工作)人员)"
)
_RATE = late(r"(?<!增长)(?:率|比例)$")
"""签约服务覆盖率达到15%以上，重点人群 | 达到30%以上: of whom a rate is told, too."""
_IS = ("为", "达", "达到", "是", "约为", "分别为")
_OF_WHICH = "其中"


def figure_of_group(place: Place, named: Sequence[Phrase]) -> Phrase:
    """The figure told of all, or of another group, where the names are groups and say nothing by themselves."""
    if (served := _rate_of_all(place)) and all(_SERVED.fullmatch(words(place.text, name)) for name in named):
        return without_group(place.text, served)
    known = _known(place)
    if not known or place.right.strong or not _OF_ALL.search(place.text, *known[-1]):
        return ()
    if not all(_GROUP.fullmatch(words(place.text, name)) for name in named):
        return ()
    return without_group(place.text, known)


def _rate_of_all(place: Place) -> Phrase:
    """The rate told right before in the sentence, where this number is a level of it."""
    last = place.scope.metrics[-1] if place.scope.metrics else ()
    points = place.first.unit in ("个百分点", "百分点") and place.frame.change in ("increase_by", "decrease_by")
    if not last or place.right.strong or not (points or (place.first.unit == "%" and _is_level(place))):
        return ()
    return last if _RATE.search(place.text, *last[-1]) else ()


def _is_level(place: Place) -> bool:
    """重点人群 | 达到30%, 其中重点人群 | 30%."""
    if place.frame.change not in (None, "level"):
        return False
    bare = not place.frame.verb and place.text.endswith(_OF_WHICH, place.sentence.start, place.name.start)
    return bare or place.frame.verb in _IS


def groups_listed(place: Place) -> tuple[Phrase, ...]:
    """城镇居民、农村居民 | 分别为6万元、3万元: each group with the figure told of all; () where they have none."""
    items = split(place.text, place.name)
    figure = figure_of_group(place, [(item,) for item in items]) if len(items) == len(place.group) else ()
    return tuple((item, *figure) for item in items) if figure else ()


def _known(place: Place) -> Phrase:
    """What the sentence, or one before, tells in the same unit: of a sentence before only where this one goes on."""
    scope, grows = place.scope, place.first.unit == "%" and place.frame.change in ("growth_rate", "decrease_by")
    level = place.first.unit_class == "money" and place.frame.change in (None, "level", "increase_to", "decrease_to")
    if not (grows or level):
        return ()
    known = scope.units.get(place.first.unit)
    whereof = place.text.startswith(_OF_WHICH, place.sentence.start)
    if known:
        goes_on = known in scope.metrics or whereof or (level and place.frame.verb in _IS)
        return known if goes_on else ()
    far = scope.far.get(place.first.unit, ()) if level and place.frame.verb in _IS else ()
    return far if whereof or (far and any(_GROUP.fullmatch(place.text, *piece) for piece in far[:-1])) else ()


def without_group(text: str, known: Phrase) -> Phrase:
    """农村 | 幼儿园 | 人均经费, 规模以上企业就业人员 | 年平均工资: the figure, without those it is of."""
    while len(known) > 1 and (_GROUP.fullmatch(text, *known[0]) or is_area(words(text, known[:1]))):
        known = known[1:]
    own = _OWN_GROUP.match(text, *known[0])
    kept = Span(own.end() if own else known[0].start, known[0].end)
    return (kept, *known[1:]) if kept.end > kept.start else known[1:]

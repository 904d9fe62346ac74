"""What stands before a number and is no part of its name: by what, out of what, and what is done to the next number."""

from __future__ import annotations

from kg.lexicon.predicate import DEEDS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.count.within import REACHES
from kg.recognise.name.naming import Place

_STATES = ("拥有", "控制", "消耗", "提供")
"""What a body has or gives is told with it."""
_BY_THOSE = late(
    r"(?:通过|利用|借助|依托|运用|凭借|依靠|靠着?)"
    r"(?=(?:遍布|覆盖|散布[在于]|分布[在于]|设[立置]?[在于]|建[在于]|位于|布[设置][在于]|安装[在于])[^，。；的]{2,}$)"
)
"""银行通过 | 设在乡镇的 | 5600个服务点 | 发放贷款: of those by which it is done is told where they are."""
_OUT_OF = late(
    r"[^，。；]*?(?<![服听])(?:从(?!业|事|教|医)|在(?![校线岗园建库册役营岸]))"
    r"[^，。；]{2,12}[里中上下内](?=[\u4e00-\u9fff]{2,3}$)(?<!上(?=[市线映海班学路报]))"
)
"""消防员从废墟里 | 救出 | 9名群众: of an adverbial of place only the verb after it is kept."""
_TOLD = late(
    r"[^，。；]{2,}(?:(?<![以所])(?:首次|再次|分别|成功|正式|(?<!比)又)|(?:[今去明]|(?<![同历常人户])每)年|[于在到至]?(?:19|20)[0-9]{2}年[底末初]?)+(?:将|已|已经|共)?"
    r"(?!惠及|覆盖|涉及|辐射|带动)(?=[\u4e00-\u9fff]{2,12}$)"
)
"""协会又 | 决定增设 | 3个联络处, 县里计划到2024年 | 留住 | 3万大学生: an adverb or time opens the predicate."""
_DOER = late(
    r"[^，。；：、]{0,20}?(?:[局委厅署部](?![员托屈办外会队门分署属])|部门|政府|海关|法院|检察院|警方|公安|机关|机构|医院|银行|集团|公司|委员会|团队|科学家|队)"
    r"(?:共同|联合|决定|已|新|集中|紧急|(?<![存现所内实潜])在[^，。；的]{2,10}?)*"
    rf"(?P<deed>新?{any_of(verb for verb in DEEDS if verb not in _STATES)}(?:[成设建]立)?[了出起到]?"
    r"(?:首批|第[一二三四五六七八九十]批)?)"
)
"""交通部门 | 走访 | 12个村: a body that acts on those counted."""
_FOR = late(
    r"[^，。；]{0,12}?(?<![成作认称视改变分评列])[为给](?=(?:周边|附近|沿线|当地|辖区|全[国省市县]|[\u4e00-\u9fff]{2,8}(?=的$))的?$)"
)
"""食堂为 | 周边 | 20个村: for whom something is done."""
_CAUSED = late(r"[^，。；]{2,}?(?:导致|造成|致使|使得)(?=[\u4e00-\u9fff]{0,8}$)")
"""暴雨导致 | 甲省东部 | 15个县受灾: what makes something happen to them."""
_BY_WHOM = late(r"[^，。；]{2,}被$")
"""喷药被 | 1000只鸭子 | 取代: what those counted do something to."""
_OF_NEXT = late(
    r"[\u4e00-\u9fff]{0,4}的[约近超]?(?:[0-9]|[数上]?[一二两三四五六七八九十百千万]+[多余]?[名位个家部幅件支])"
)
_OF_BOTH = late(rf"{REACHES}|与|同|对|横跨|汇[集聚]了?")


def without_adverbial(place: Place, name: Span) -> Span:
    """The name without who does it, by what or out of what, and without what is done to the next number."""
    if not place.text.startswith("的", name.end) and (told := _TOLD.match(place.text, *name)):
        name = Span(told.end(), name.end)
    if (
        place.last.unit_class != "money"
        and not place.text.startswith("的", name.end)
        and (doer := _DOER.fullmatch(place.text, *name))
    ):
        return Span(doer.start("deed"), name.end)
    if place.right.action is None and (whom := _FOR.match(place.text, *name)):
        return Span(whom.end(), name.end)
    if (means := _BY_THOSE.search(place.text, *name)) or (means := _OUT_OF.match(place.text, *name)):
        name = Span(means.end(), name.end)
    if place.right.action and place.last.unit_class == "counter" and (cause := _CAUSED.match(place.text, *name)):
        name = Span(cause.end(), name.end)
    by_whom = _BY_WHOM.search(place.text, *name) is not None
    return Span(name.end, name.end) if by_whom or _is_next_done_to(place, name) else name


def _is_next_done_to(place: Place, name: Span) -> bool:
    """组织 | 12个专业 | 的130多名骨干: the verb is that of the next number, but not 途经 | 8个县 | 的90个村."""
    told = place.last.unit_class == "counter" and not place.text.startswith("的", name.end)
    if not told or _OF_BOTH.search(place.text, *name):
        return False
    return _OF_NEXT.match(place.text, place.right.noun.end) is not None

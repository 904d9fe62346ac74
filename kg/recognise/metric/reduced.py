"""What is cut where only who and where stand before the verb: 公司在欧洲 | 裁减 | 300个岗位."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.phrase import Phrase

_ONLY_WHO = late(
    r"(?:[\u4e00-\u9fff]{2,10}(?:部|委|局|署|政府|部门|公司|集团|[央银]行|基金|工厂|机构|企业)|国家|中央|中国|我国|各地|当地"
    r"|再|又|还|一次性|自主|开始|主动|统一|同步|集中|考虑)"
)
_WHERE = late(
    r"(?:[^，。；的]{2,8}?(?=预计|有望|每年))?(?:考虑|计划|预计|有望|每年|[拟将已可也还再]){0,4}(?:[在从向对]|(?P<for>为))(?P<where>[^，。；的]{1,14})"
    r"|(?P<whole>全球|世界|全国)"
)


_RESERVES = late(
    r"(?P<who>[\u4e00-\u9fff]{0,8}?)(?:决定|宣布|再次|再度|全面|普遍|定向|将|已|拟|于|此次|本次|这次|两次|累计)*降准"
)


def name_reserves(place: Place) -> Naming | None:
    """央行 | 降准 | 0.5个百分点: the ratio that the verb holds, by the name it had before."""
    cut = _RESERVES.fullmatch(place.text, *place.name) if place.first.unit_class == "ratio" else None
    if cut is None:
        return None
    last = place.scope.last()
    if last and place.text.endswith("准备金率", *last[-1]):
        return Naming((last,), "reserves", inherited=True)
    if len(cut["who"]) > 1:
        return Naming(((Span(*cut.span("who")),),), "reserves", "存款准备金率", subject=place.subject)
    return Naming(((Span(cut.end() - 2, cut.end()),),), "reserves", subject=place.subject)


_COAL = ("标准煤", "标煤")


def _saved(place: Place) -> Phrase | None:
    """发电90万度，这相当于节约了 | 300吨标准煤: the unit tells what is saved, and no more of what was told before."""
    verb, start = place.frame.verb, place.first.outer.start
    if place.size > 1 or verb.rstrip("了") not in ("节约", "节省") or place.first.unit_class != "physical":
        return None
    end = place.first.span.end
    coal = next((word for word in _COAL if place.text.endswith(word, 0, end)), None)
    at = place.text.rfind(verb, place.name.end, start)
    if coal is None or at < 0:
        return None
    return (Span(at, at + len(verb.rstrip("了"))), Span(end - len(coal), end))


def name_reduced(place: Place) -> Naming | None:
    """公司在欧洲裁减300个岗位, 每年为企业节省3亿元: only who, where and for whom stand before the verb, so its object
    is what changes."""
    if coal := _saved(place):
        return Naming((coal,), "number-noun")
    counts = place.last.unit_class in ("counter", "people", "money", "physical", "") and len(place.group) == 1
    by = place.frame.change in ("increase_by", "decrease_by") and len(place.frame.verb) > 1
    if not (by and counts):
        return None
    where = _WHERE.fullmatch(place.text, *place.name)
    saved = where is not None and where["for"] and place.last.unit_class == "money"
    if not (place.right.strong or saved):
        return None
    if where is None and not _ONLY_WHO.fullmatch(place.words):
        return None
    place.right.used = place.right.strong
    at = place.text.find(place.frame.verb, place.name.end, place.first.outer.start)
    verb = Span(at, at + len(place.frame.verb))
    front = Span(*where.span("whole" if where["whole"] else "where")) if where else Span(at, at)
    noun = place.right.noun if place.right.strong else Span(verb.end, verb.end)
    return Naming((tuple(p for p in (front, verb, noun) if p.end > p.start),), "number-noun", subject=place.subject)

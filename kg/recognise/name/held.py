"""Names with what stands before the time inside their clause: 甲汽车 | 上半年 | 净利润."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.holder import HEADS, is_held
from kg.recognise.syntax.phrase import COUNTRIES, Phrase, split, words

REACHING = ("覆盖", "服务", "惠及", "保障", "连接", "支持", "涉及", "带动", "帮助")
"""Verbs whose number counts whom they reach, and not who does it."""


def with_holder(place: Place, naming: Naming) -> Naming:
    """德国 | 8月 | 物价指数: the country or thing before the time is part of a name that measures it."""
    owner, name = place.frame.owner, place.frame.name
    if owner is None or name.end == name.start:
        return naming
    country = place.text[slice(*owner)] in COUNTRIES
    here = [
        bool(phrase) and name.start <= phrase[0].start < name.end and (country or is_held(words(place.text, phrase)))
        for phrase in naming.phrases
    ]
    return replace(
        naming, phrases=tuple((owner, *p) if own else p for p, own in zip(naming.phrases, here, strict=True))
    )


def name_held(place: Place) -> Naming | None:
    """甲汽车 | 上半年 | 净利润: nothing to complete, for it is of what stands before the time."""
    held = place.frame.owner is not None and len(place.group) == 1 and is_held(place.words)
    return Naming(((place.name,),), "noun-number", subject=place.subject) if held else None


_TERM = (
    r"(?:(?:(?:19|20)[0-9]{2}年|今年|去年)?(?:[上下]半年|前[一二三四]季度|第?[一二三四]季度|前[0-9]{1,2}个?月|[0-9]{1,2}月份?|全年)"
    r"|(?:19|20)[0-9]{2}年|今年|去年)"
)
_EACH_HAS = late(
    rf"(?:其中，?)?(?P<who>[^，。；：\n]+?)(?:{_TERM}(?:分别|各自?)?|分别)(?:实现|完成|录得|取得)?(?P<what>[\u4e00-\u9fff]{{0,14}}?{any_of(HEADS)})"
)
LISTED = 80
"""How far before a figure the list of those begins that have it."""


def name_each(place: Place) -> Naming | None:
    """甲公司、乙公司 | 上半年分别实现 | 净利润1亿元、2亿元: each of those listed before the time has a figure."""
    text, count = place.text, len(place.group)
    if count < 2 or not is_held(place.words):
        return None
    left = max(place.sentence.start, place.name.end - LISTED)
    start = clause_start(text, left, place.name.end, "，；：。（(\n")
    found = _EACH_HAS.fullmatch(text, start, place.name.end)
    spread = found and (place.frame.spread or text.find("分别", start, place.name.end) >= 0)
    items = split(text, Span(*found.span("who"))) if found and spread else ()
    if found is None or len(items) != count or any(text.endswith(HEADS, *item) for item in items):
        return None
    what = Span(*found.span("what"))
    return Naming(tuple((item, what) for item in items), "list", subject=place.subject)


def name_built(place: Place) -> Naming | None:
    """特色学校 | 目前 | 已建成两万所: only a verb stands behind the time, so what stands before it is counted."""
    owner = place.frame.owner
    if owner is None or place.size or place.frame.opened in REACHING or place.text[slice(*owner)] in COUNTRIES:
        return None
    return Naming(((owner,),), "noun-number", subject=place.subject)


def is_another(place: Place, last: Phrase) -> bool:
    """新房成交300套，| 写字楼 | 共成交20套: the verb is said of another thing."""
    who = place.subject
    return who is not None and who.end - who.start > 1 and words(place.text, (who,)) not in words(place.text, last)

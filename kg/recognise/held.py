"""Names with what stands before the time inside their clause: 甲汽车 | 上半年 | 净利润."""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.holder import is_held
from kg.recognise.naming import Naming, Place
from kg.recognise.phrase import COUNTRIES, words

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


def name_built(place: Place) -> Naming | None:
    """特色学校 | 目前 | 已建成两万所: only a verb stands behind the time, so what stands before it is counted."""
    owner = place.frame.owner
    if owner is None or place.size or place.frame.opened in REACHING or place.text[slice(*owner)] in COUNTRIES:
        return None
    return Naming(((owner,),), "noun-number", subject=place.subject)

"""Units after a number: one pattern, the class of each, and the form claims carry. Data: `unit.toml`."""

from __future__ import annotations

import re
import tomllib

from kg.lexicon.scan import any_of
from kg.pattern import late
from kg.resource import package_text

_DATA = tomllib.loads(package_text("lexicon/unit.toml"))
CANONICAL: dict[str, str] = _DATA.pop("canonical")
_NOT_BEFORE: dict[str, str] = _DATA.pop("not_before")
_ONLY_BEFORE: dict[str, list[str]] = _DATA.pop("only_before")
CLASS: dict[str, str] = {unit: name for name, units in _DATA.items() for unit in units}
"""Unit as written → ratio, money, physical, time, people, counter or self_naming."""

_OF = [unit for unit in CLASS if CLASS[unit] in ("physical", "time") and "/" not in unit]
_OF += "月 日 天 手 人 户 瓶 件 台 套 袋 盒 辆 只 头 张 股 度 项 家 次 例 生 人次 百万英热".split()
_OF += "托位 床位 床 桩 枪 艘 座 课时 学时 学期 车次 辆次 台次 人年 标箱 单位".split()
_OF += "万元 亿元 百人 千人 万人 十万人 10万人 百户 千户 万户 百平方公里 千平方公里 万平方公里 百公里".split()
_OF += "把 杯 捆 枚 份 间 羽 束 串 条 箱 晚 单 票 集 株 棵 尾 方".split()
PER = f"(?:[/·]{any_of(_OF)}){{0,2}}"
"""Denominators written with a stroke (元/吨, 立方米/万元, 元/人·年); 每亩 before the number stays in the metric."""


SI = (
    "(?:[cdkKnuμ]m[23²³]?|m[23²³]|[nμum]T|[mkμun][AV]|V|[mkμ]?W|[mμun]g|[mnμup]s|[mμu]?[Ll]|[mkM]N|[kMG]?Pa|[kMG]J"
    "|[kMGT]?eV|[kM](?:VA|var)|[kMGT]bit|[mkM]?Ω|pT|Oe|rpm|ppm|ppb|dpi|fps|TOPS)"
)
"""Units in Latin letters, with their prefixes; those that are also names (5G, 3D, 4s) are not among them."""
_SI_PER = "(?:/√?(?:[a-zA-Zμ]{1,3}[23²³]?)){0,2}"
"""kV/m, mV/V/Oe, pT/√Hz."""

_CUBIC = "(?<=[万亿])方(?=天然气|大?[土石水气]|以[上下]|左右|的[\u4e00-\u9fff]{0,3}[油气]田|[，。、；）\n]|$)"
"""300亿方天然气: 方 is short for 立方米 only in large numbers."""
_PETAFLOPS = "(?<=[万亿])P(?![A-Za-z0-9])"
"""算力规模超2万P; after fewer the letter is part of a name (1080P)."""


def _guarded(unit: str) -> str:
    if unit in _ONLY_BEFORE:
        return re.escape(unit) + f"(?=[\u4e00-\u9fff]{{0,6}}?{any_of(_ONLY_BEFORE[unit])})"
    follow = _NOT_BEFORE.get(unit, "") + ("A-Za-z" if unit.isascii() and unit.isalpha() else "")
    return re.escape(unit) + (f"(?![{follow}])" if follow else "")


def _any_unit() -> str:
    """The longest unit at a place, those that begin alike tried together."""
    rest: dict[str, list[str]] = {}
    for unit in sorted(CLASS, key=len, reverse=True):
        first = re.escape(unit[0])
        rest.setdefault(first, []).append(_guarded(unit).removeprefix(first))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in rest.items())


UNIT = late(f"{SI}{_SI_PER}(?![A-Za-z])|{_CUBIC}|{_PETAFLOPS}|(?:{_any_unit()}){PER}")

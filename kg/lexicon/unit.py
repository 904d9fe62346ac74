"""Units after a number: one pattern, the class of each, and the form claims carry. Data: `unit.toml`.

Units are an open set: to those of the lists come those built of a prefix and a base, in Chinese (吉焦) and in Latin
letters (mSv), and any of them over others (gce/kWh, 万元/亩, 转/分).
"""

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
_PREFIXED: dict[str, list[str]] = _DATA.pop("prefixed")
CLASS: dict[str, str] = {unit: name for name, units in _DATA.items() for unit in units}
"""Listed unit → ratio, money, physical, time, people, counter or self_naming; `class_of` knows the built ones, too."""


def _guarded(unit: str) -> str:
    if unit in _ONLY_BEFORE:
        return re.escape(unit) + f"(?=[\u4e00-\u9fff]{{0,6}}?{any_of(_ONLY_BEFORE[unit])})"
    follow = _NOT_BEFORE.get(unit, "") + ("A-Za-z" if unit.isascii() and unit.isalpha() else "")
    return re.escape(unit) + (f"(?![{follow}])" if follow else "")


_BASES = sorted(_PREFIXED["base"], key=len, reverse=True)
BASE = f"(?:{'|'.join(re.escape(base) if base in CLASS else _guarded(base) for base in _BASES)})"
_PREFIX = f"[{''.join(_PREFIXED['prefix'])}]"
PREFIXED = f"(?:{_PREFIX}{BASE}|[平立]方(?:{_PREFIX}米|{any_of(_PREFIXED['length'])}))"
"""毫米, 兆瓦时, 吉焦, 立方厘米; what only looks like one is none (3千安居房)."""

_TENS_OF = "(?<=[0-9.][0-9])"
SI = (
    "(?:[kK](?:[gG](?:CO[2₂]e?|ce)?|[mM][23²³]?|V(?:[aA]r?)?|[wW](?:[hHp])?|[pP][aA]|[hH][zZ]|N|Ah?|Ω|J|eV|cal|ar|t|ha|L|lx|lm|Bq)"
    "|M(?:Pa|PA|W[hHp]?|V(?:A|ar)?|var|Hz|HZ|J|eV|N|Ω|t(?:CO[2₂]e?|ce|oe)?|Bq|A|T|L|mol)"
    "|G(?:Pa|W[hHp]?|Hz|HZ|J|eV|Bq|y|t)|T(?:W[hHp]?|Hz|J|eV|Bq)|[PE](?:J|Wh|eV|Hz)"
    "|[kKMGTPEZmg](?:[bB](?:[pP][sS]|it|yte)?s?|iB)|[KMGTPEZ]?(?:[Ff][lL][oO][pP][sS]?|OPS)"
    "|m(?:[23²³]|in|[gG](?:CO[2₂]e?)?|[mM][23²³]?|[lL]|s|V|W|A[hH]?|N|T|Sv|Gy|Ω|eV|mol|Pa|IU|Ci)?|mu(?![a-z])"
    "|[cd]m[23²³]?|[CN]M|dL|hm[2²]?|hPa|ha|h[lL]"
    "|n(?:m[23²³]?|[sgTVWA]|mol|Gy)|[uμµ](?:m[23²³]?|[sgTVWA]|[lL]|Sv|S|Gy|mol|Pa|F|Ci)|p(?:[sgTF]|mol)"
    f"|[tg](?:CO[2₂]e?|ce|oe)|t|{_TENS_OF}[AJN](?![\u4e00-\u9fff])|{_TENS_OF}[AJN](?=以[上下内]|左右)|g(?=/[A-Za-zμ])|Nm[3³]|N·m"
    "|V|W[hp]?|Ah|VA|AH|[lL]|lm|lx|[lL]ux|cd|nit|bar|r(?=/min)|cal|[Bb]tu|MMBtu|Sv|Bq|Gy|eV|Ω|Hz|HZ|hz|Pa|Oe|S(?=/)|mol|IU|CFU|cfu|NTU|ppm|PPM|pp[bt]|rpm|mph"
    "|dpi|DPI|ppi|PPI|fps|FPS|dB(?:[（(]A[)）]|[A-Za-z]{1,2})?|bit|[tT]okens?|°[CF])"
)
"""Units in Latin letters, with their prefixes, in capitals as people write them; those that are also names (5G, 3D, 4S)
are not among them, and 5A and 95N are not either."""
_SI_PER = "(?:[/·]√?(?:[a-zA-Zμ]{1,3}[23²³]?(?![a-zA-Z])|[（(][a-zA-Zμ23²³/·]{1,9}[)）]))"
"""kV/m, mV/V/Oe, pT/√Hz, kWh/(m²·a)."""

_OF = [unit for unit in CLASS if CLASS[unit] in ("physical", "time") and not unit.isascii()]
_OF += "月 日 天 手 人 户 瓶 件 台 套 袋 盒 辆 只 头 张 股 度 项 家 次 例 生 人次 百万英热 分 支 片 回 班 趟 页".split()
_OF += "托位 床位 床 桩 枪 艘 座 课时 学时 学期 车次 辆次 台次 人年 标箱 单位".split()
_OF += "万元 亿元 百人 千人 万人 十万人 10万人 百户 千户 万户 百平方公里 千平方公里 万平方公里 百公里".split()
_OF += "把 杯 捆 枚 份 间 羽 束 串 条 箱 晚 单 票 集 株 棵 尾 方".split()
_OVER = f"(?:{PREFIXED}|{any_of(_OF)})"
_EACH = f"(?:每(?:立方米|平方米|升|秒|小时|千瓦时)|每{_OVER}(?=[，。；：、！）,;)]|以[上下内]|左右|的|$))"
"""千米每小时, 元每吨; 3万元每家企业 is another's turn."""
PER = f"(?:{_SI_PER}|[/·]{_OVER}|{_EACH}){{0,2}}"
"""Denominators behind a stroke or 每 (元/吨, 立方米/万元, 元/人·年); 每亩 before the number stays in the metric."""

_CUBIC = "(?<=[万亿])方(?=天然气|大?[土石水气]|以[上下]|左右|的[\u4e00-\u9fff]{0,3}[油气]田|[，。、；）\n]|$)"
"""300亿方天然气: 方 is short for 立方米 only in large numbers."""
_PETAFLOPS = "(?<=[万亿])P(?![A-Za-z0-9])"
"""算力规模超2万P; after fewer the letter is part of a name (1080P)."""


_BANDWIDTH = "兆(?=以上|及以上|宽带|带宽|光纤|专线|网络|[，。；、]|$)"
"""带宽达到500兆; 3兆日元 is a number."""


def _any_unit() -> str:
    """The longest unit at a place, those that begin alike tried together."""
    rest: dict[str, list[str]] = {}
    for unit in sorted(CLASS, key=len, reverse=True):
        first = re.escape(unit[0])
        rest.setdefault(first, []).append(_guarded(unit).removeprefix(first))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in rest.items())


UNIT = late(f"{SI}(?![A-Za-z0-9]){PER}|{_CUBIC}|{_PETAFLOPS}|{_BANDWIDTH}|(?:{PREFIXED}|{_any_unit()}){PER}")

_STROKE, _HAN = late("([/·])"), late("[\u4e00-\u9fff]")


def class_of(unit: str) -> str:
    """The class of a unit, built or listed: that of money where it is money for each (元/人/月, 元/桩).

    >>> class_of("家"), class_of("吉焦"), class_of("元/桩"), class_of("台/天")
    ('counter', 'physical', 'money', 'physical')
    """
    if unit in CLASS:
        return CLASS[unit]
    return "money" if CLASS.get(_STROKE.split(unit.replace("每", "/"))[0]) == "money" else "physical"


def canonical(unit: str) -> str:
    """The form that claims carry.

    >>> canonical("平米"), canonical("千米每小时"), canonical("美金/桶"), canonical("BP"), canonical("县")
    ('平方米', '公里/小时', '美元/桶', 'BP', '个')
    """
    if unit in CANONICAL:
        return CANONICAL[unit]
    if CLASS.get(unit) == "self_naming":
        return "个"
    if unit in CLASS or not _HAN.search(unit):
        return unit
    return "".join(CANONICAL.get(part, part) for part in _STROKE.split(unit.replace("每", "/")))

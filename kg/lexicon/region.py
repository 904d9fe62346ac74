"""Administrative regions of GB/T 2260: their names, and where a text names them.

Data: region.csv (see NOTICE-regions). Codes have six digits; 310000 is 上海市, 330100 杭州市, 130203 唐山市路北区.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.pattern import late
from kg.resource import package_text

# Short names of prefectures that are also everyday words: 世界大同, 第三明确, 日照时数.
# They count only after a province.
_WORDS = frozenset(
    "大同 白银 安康 来宾 朝阳 三明 海东 海西 海北 海南 黄山 日照 和田 河池 通化 保山 平凉 自贡 宣城 中卫".split()
)
# Full names of counties that describe a place in any town; they count only right after their parent.
_DESCRIPTIVE = frozenset(
    "老城区 新城区 城中区 城关区 城东区 城西区 城北区 新市区 市中区 港口区 海港区 高港区 江北区 江南区".split()
)


class Region(NamedTuple):
    """One region: `code` of six digits, full name, short name, English or pinyin name."""

    code: str
    name: str
    short: str
    english: str


class RegionMention(NamedTuple):
    """A region named in a text: half-open range of code points, and its code."""

    start: int
    end: int
    code: str


class _Gazetteer(NamedTuple):
    regions: dict[str, Region]
    alone: dict[str, tuple[str, ...]]
    """Names that mean a region wherever they stand (several codes: the neighbourhood decides)."""
    below: dict[str, tuple[str, ...]]
    """Further names that mean a region only right after the name of one above it: 浙江义乌, 甘肃白银."""
    lengths: dict[str, tuple[int, ...]]
    """First two characters of a name of `alone` → lengths to try, longest first."""
    chained: dict[str, tuple[int, ...]]
    """The same for `alone` and `below` together."""
    openings: re.Pattern[str]
    """Where the first two characters of some name might stand."""


@cache
def parents(code: str) -> tuple[str, ...]:
    """Codes of the regions above, nearest first; only those that exist.

    >>> parents("130203")
    ('130200', '130000')
    """
    table = gazetteer().regions
    above = (code[:4] + "00", code[:2] + "0000")
    return tuple(c for c in dict.fromkeys(above) if c != code and c in table)


@cache
def gazetteer() -> _Gazetteer:
    """The lexicon, read once. Raises LexiconError when region.csv repeats a code."""
    lines = package_text("lexicon/region.csv").splitlines()[1:]
    regions: dict[str, Region] = {}
    alone: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for line in lines:
        region = Region(*line.split(","))
        if region.code in regions:
            raise LexiconError(f"kg/lexicon/region.csv: code {region.code} stands twice; remove one line")
        regions[region.code] = region
        county = region.code[4:] != "00"
        only_below = len(region.name) < 3 or region.name in _DESCRIPTIVE
        (below if only_below else alone).setdefault(region.name, []).append(region.code)
        if region.short != region.name:
            (below if county or _is_word(region) else alone).setdefault(region.short, []).append(region.code)
    return _Gazetteer(
        regions,
        {k: tuple(v) for k, v in alone.items()},
        {k: tuple(v) for k, v in below.items()},
        _lengths(alone),
        _lengths([*alone, *below]),
        late(f"[{_characters(alone, 0)}](?=[{_characters(alone, 1)}])"),
    )


def _characters(names: Iterable[str], place: int) -> str:
    return "".join(sorted({name[place] for name in names}))


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()}


def _is_word(region: Region) -> bool:
    return region.short in _WORDS and region.code[2:] != "0000"


def region_name(code: str) -> tuple[str, str | None]:
    """Full Chinese name and English (or pinyin) name of a code; a KeyError for a code GB/T 2260 lacks.

    >>> region_name("310000")
    ('上海市', 'Shanghai')
    """
    region = gazetteer().regions[code]
    return region.name, region.english or None


def region_code(name: str) -> str | None:
    """Code of a full or short name (a chain counts too) when it means one region, else None.

    >>> region_code("河北省唐山市路北区"), region_code("浙江"), region_code("鼓楼区")
    ('130203', '330000', None)
    """
    found = regions_in(name)
    return found[0].code if len(found) == 1 and found[0][:2] == (0, len(name)) else None


def may_open_region(text: str, start: int) -> bool:
    """Whether the two characters at a place are those that some region's name begins with."""
    return text[start : start + 2] in gazetteer().lengths


def region_before(text: str, end: int) -> tuple[int, str | None] | None:
    """Where the longest name of a region that ends at `end` begins, and its code where only one is called so.

    >>> region_before("向鼓楼区", 4), region_before("在凉山州", 4), region_before("在全市", 3)
    ((1, None), (1, '513400'), None)
    """
    table = gazetteer()
    for start in range(max(0, end - _LONGEST_NAME), end - 1):
        name = text[start:end]
        codes = table.alone.get(name) or table.below.get(name)
        # 凉山州 for 凉山彝族自治州.
        codes = codes or _autonomous(table.alone.get(name[:-1]) or table.below.get(name[:-1]) or (), name[-1])
        if codes:
            return start, codes[0] if len(codes) == 1 else None
    return None


_LONGEST_NAME = 15


def _autonomous(codes: tuple[str, ...], level: str) -> tuple[str, ...]:
    return tuple(c for c in codes if gazetteer().regions[c].name.endswith(f"自治{level}"))


def regions_in(text: str) -> tuple[RegionMention, ...]:
    """Regions named in a text, in order; a chain (河北省唐山市路北区) is one mention of its lowest region.

    A name that several regions share counts only where the text names exactly one region above one of them.

    >>> [m.code for m in regions_in("浙江义乌和上海普陀区先行先试")]
    ['330782', '310107']
    """
    table = gazetteer()
    lengths, alone = table.lengths, table.alone
    found: list[tuple[int, int, tuple[str, ...]]] = []
    skip = 0
    for place in table.openings.finditer(text):
        at = place.start()
        if at < skip or (tries := lengths.get(text[at : at + 2])) is None:
            continue
        for length in tries:
            name = text[at : at + length]
            if (codes := alone.get(name)) is not None:
                skip, codes = _follow(text, at + len(name), codes)
                found.append((at, skip, codes))
                break
    return _settle(found)


def _follow(text: str, end: int, codes: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Go down a chain of names: the end of the last one, and its codes."""
    table = gazetteer()
    while (tries := table.chained.get(text[end : end + 2])) is not None:
        for length in tries:
            name = text[end : end + length]
            under = _under(codes, table.alone.get(name, ()))
            # A bare county name may belong to a river or a road: 上海黄浦江.
            if not under and not text.startswith(("江", "河", "湖", "山", "路"), end + length):
                under = _under(codes, table.below.get(name, ()))
            if under:
                end, codes = end + len(name), under
                break
        else:
            break
    # 漾濞县 for 漾濞彝族自治县.
    plain = len(codes) == 1 and table.regions[codes[0]].name.endswith("自治县") and text[end - 1] != "县"
    return end + (plain and text.startswith("县", end)), codes


def _under(above: tuple[str, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(c for c in codes if any(p in above for p in parents(c)))


def _settle(found: list[tuple[int, int, tuple[str, ...]]]) -> tuple[RegionMention, ...]:
    if all(len(codes) == 1 for _, _, codes in found):
        return tuple(RegionMention(start, end, codes[0]) for start, end, codes in found)
    certain = {c for _, _, codes in found if len(codes) == 1 for c in (codes[0], *parents(codes[0]))}
    settled = []
    for start, end, codes in found:
        fits = codes if len(codes) == 1 else [c for c in codes if certain.intersection(parents(c))]
        if len(fits) == 1:
            settled.append(RegionMention(start, end, fits[0]))
    return tuple(settled)

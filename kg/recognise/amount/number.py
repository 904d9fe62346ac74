"""Numerals: Arabic, Chinese and mixed, with multipliers, fractions, 成 and 半.

`NUMBER` finds where one may stand; `parse_number` tells what it is worth. What is a name (一网通办) or an ordinal
(第三) is decided by the quantity around it, not here.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from kg.lexicon.scan import opened_by
from kg.lexicon.unit import BASE
from kg.pattern import late

DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
MAX_DIGITS = 30
"""Longer runs of digits are serial numbers, not quantities."""

_POINT = late("[,，](?=[0-9]$)")
"""The point of 146，8亿元 and 6,352,8万吨, misread."""
_MARKS = str.maketrans("．·•，", "...,")
MISREAD = "(?<![A-Za-z0-9])[lLI] ?[0-9]{1,5}(?=[万亿]|公里|公顷|%)"
"""l2万公顷 is 12万公顷, L 32亿吨 is 1.32亿吨: a one that was taken for a letter, and its point for a gap."""
_LETTER = late("^[lLI]( ?)")
ARABIC = (
    r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:[.．][0-9]+|[,，][0-9](?=[万亿]))?"
    r"|[0-9]+(?:[.．][0-9]+| ?[·•] ?[0-9]+| ．[0-9]+|[,，][0-9](?=[万亿])"
    r"|[.．] (?=[0-9]{1,2} ?[%万亿])[0-9]+)?"
    rf"|{MISREAD})"
)
_D = "[一二三四五六七八九〇○零]"
_GROUPED = rf"{_D}{{1,3}}(?:[、，]{_D}{{3}}(?![年一二三四五六七八九〇○零]))+(?:[点點·．.]{_D}+)?"
"""As printed in the 1950s: 二、三○○, 一一七·七亿."""
_PARTED = late(f"[、，](?={_D}{{3}})")
_TWO = "(?:(?<![第\n])(?:一、[二两]|[二两]、三|三、四|四、五|五、六|六、七|七、八|八、九)(?=[百千万亿]|十[万亿]|倍))"
"""Two neighbouring digits with a mark between them, as they were printed: 二、三百万, 三、四倍."""
_COMMA = f"(?:，{_D}(?=[，；。]))?"
"""The point of 百分之二五，八； as it was misread; so is that of 二四八，五亿."""
_PRINTED = rf"{_GROUPED}|{_TWO}[十百千]*|{_D}{{2,4}}，{_D}(?=[万亿])"
_UP_TO = (
    r"(?:[至到](?P<upto>[二三四五六七八九十]{1,3}(?:[点點][一二三四五六七八九])?)"
    r"(?![一二三四五六七八九十百千万亿点點0-9年月日天个分多余倍人元家]))?"
)
"""百分之八至九: the second share lacks its 百分之."""
HAN = rf"(?:{_PRINTED}|[一二两三四五六七八九十百千〇○零]+(?:[点點·．.]{_D}+)?)"
MULTIPLIER = r"(?:[十百千]?(?:万亿|亿亿|[万亿])|千(?=公顷|吨(?![级位])|[间户头人座]))"
"""1048千公顷: statistics of fields count in thousands."""


class Number(NamedTuple):
    """A numeral's worth. `high` is set for two neighbouring digits (七八: 7 to 8); `unit` where the numeral holds it,
    % for shares (三分之二) and /10万 for 十万分之八; `vague` for 多/余 inside (100多万); `is_han` when it is written in
    Chinese characters only."""

    value: Decimal
    high: Decimal | None = None
    unit: str = ""
    vague: bool = False
    is_han: bool = False


def parse_arabic(text: str) -> Decimal | None:
    """Value of Arabic digits with optional thousands separators; None if it is no number or a serial number.

    >>> parse_arabic("12,800.5")
    Decimal('12800.5')
    """
    text = _LETTER.sub(lambda letter: "1." if letter[1] else "1", text) if text[0] in "lLI" else text
    plain = _POINT.sub(".", text).translate(_MARKS).replace(",", "").replace(" ", "")
    if len(plain) > MAX_DIGITS:
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def parse_han(text: str) -> Decimal | None:
    """Value of a Chinese numeral; None where the characters make no number.

    >>> [str(parse_han(t)) for t in ("一千二百", "两万", "十五", "三点五", "二〇二五", "一亿五千万", "一点五亿")]
    ['1200', '20000', '15', '3.5', '2025', '150000000', '150000000.0']
    >>> parse_han("十百")
    """
    if len(text) > MAX_DIGITS:
        return None
    whole, point, rest = re.sub("[點·．.，]", "点", _PARTED.sub("", text)).partition("点")
    if point:
        head, fraction = parse_han(whole), rest.rstrip("万亿")
        if head is None or not fraction or any(c not in DIGITS for c in fraction):
            return None
        return Decimal(f"{head}." + "".join(str(DIGITS[c]) for c in fraction)) * scale(rest[len(fraction) :])
    if len(whole) > 1 and all(c in DIGITS for c in whole):
        return Decimal("".join(str(DIGITS[c]) for c in whole))
    digits = whole.rstrip("万亿")
    if 1 < len(digits) < len(whole) and all(c in DIGITS for c in digits):
        return Decimal("".join(str(DIGITS[c]) for c in digits)) * scale(whole[len(digits) :])
    return _positional(whole)


def _positional(text: str) -> Decimal | None:
    total = section = digit = 0
    last_place = 10**16
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in TENS:
            place = TENS[char]
            if place >= last_place:
                return None
            section += (digit or 1) * place
            digit, last_place = 0, place
        else:
            at_hand = section + digit
            whole = char == "亿" or not at_hand  # 六万万: ten thousand times what stands before
            total = (total + at_hand or 1) * MYRIADS[char] if whole else total + at_hand * MYRIADS[char]
            section, digit, last_place = 0, 0, 10**16
    if len(text) > 2 and text[-2] in _SHORT:
        digit *= _SHORT[text[-2]]
    return Decimal(total + section + digit)


_SHORT = {"百": 10, "千": 100, "万": 1000, "亿": 10**7}
"""三万五 is 35 000, as 三万五千; 三万零五 is not."""


def scale(words: str) -> Decimal:
    """Worth of a multiplier: 万, 亿, 万亿, 千亿, 百万; 1 for none.

    >>> scale("万亿"), scale("百万"), scale("")
    (Decimal('1000000000000'), Decimal('1000000'), Decimal('1'))
    """
    worth = 1
    for char in words:
        worth *= TENS.get(char) or MYRIADS.get(char) or 1
    return Decimal(worth)


_THOUSAND = f"千(?!{BASE})"
_MIXED = late("([0-9]+(?:[.．][0-9]+)?)([千百]?[多余]?[万亿]|[千百]|$)")

_ENDS = "(?=[，。；、）的]|以[上下内]|左右|上下|$)"
"""What may follow 八成五, 85 %; 八成五星级酒店 is a share of what five stars tell."""

_GROWS_ON = (
    "[立功员绩套型语片形份衣队效色了败才]|不变|为(?<![近约超逾有中过占]..为)|分(?![布散])|人(?![口员群士])|年(?!轻)|就(?!业|读|诊)"
    "|交(?!通)|品(?![牌种])|长(?!三角|江|期|途)|果(?![农树])|本(?![地市省县国])|都(?![是在有来能会已将选由用没不])"
)
"""What makes 成 part of a longer word (成立, 成分), and not where a share goes on: 七成 | 分布在山区, 六成 | 人口."""

_VULGAR = {sign: (Decimal(part), Decimal(whole)) for sign, part, whole in ("½12", "⅓13", "⅔23", "¼14", "¾34", "⅕15")}

NUMBER = opened_by(
    "½⅓⅔¼¾⅕0-9〇○零一二两三四五六七八九十百千万亿翻倍半过lLI",
    rf"(?P<whole>{ARABIC}|[十百]?万|{HAN})分之(?P<part>{ARABIC}|{HAN}{_COMMA}){_UP_TO}"
    f"|(?P<vulgar>[{''.join(_VULGAR)}])"
    r"|(?P<slash>[1-9])[/／](?P<below>[2-9]|10)(?![0-9/月年万])"
    rf"|(?<![统之万第唯合])(?P<tenths>[一二两三四五六七八九1-9])(?P<above>[二三四五六七八九])?成(?:(?P<half>半)|(?P<points>[一二三四五六七八九]){_ENDS})?(?!{_GROWS_ON})"
    r"|翻了?(?P<nearly>[近约])?(?:(?P<doubling>[一两二三四1-4])?番|一?倍)|(?<=实现)倍增(?=[，。；、）]|$)|(?P<zero>零)(?=增长(?![极点]|行动))"
    r"|(?P<hours>[0-9一二三四五六七八九十两]{1,2})个半(?=小时)|(?P<half_hour>半)(?=个?多?小时|个百分点)"
    r"|(?P<one_half>一半|(?<!超)过半数|半数|(?<!经)过半(?![年天百数]|个[月年])|(?<=近)半(?![数年个月天日小载生夜]))"
    rf"|(?P<mixed>(?:[0-9]{{1,4}}(?:[千百][多余]?万|[万亿]|{_THOUSAND})){{2,3}}|[0-9]{{1,4}}亿[0-9]{{1,4}}[.．][0-9]{{1,4}}万|[0-9]{{1,4}}万[0-9]{{4}}(?![0-9.年万亿])|[0-9]{_THOUSAND}[0-9]百|[0-9]{{1,3}}{_THOUSAND}(?![多余]?[万亿]))(?P<mmore>[多余])?"
    rf"|(?P<near>[1-8]、[2-9]00+(?=[万亿个家人户元名]))(?P<near_times>万亿|[万亿])?"
    rf"|(?P<arabic>{ARABIC})(?: ?(?P<many>[多余]|几))?(?:个(?=[万亿](?!级|元级)))?"
    rf"(?:[ \u3000]{{0,2}}(?P<times>[百千万][多余][万亿]|{MULTIPLIER}))?(?P<more>[多余])?"
    rf"|(?P<han>(?!(?<=[^系]统)一){HAN}"
    rf"(?:[万亿]+(?:[一二两三四五六七八九十百〇○零]|{_THOUSAND})*)*|万亿|[万亿](?=余|[^万亿]))(?P<hmany>[多余]|(?<=十)几)?(?:个(?=[万亿](?!级|元级)))?(?P<htimes>[万亿]+)?(?P<hmore>[多余])?",
)
"""Every numeral, with the marks of vagueness that stand inside it. Linear: no part can match the empty string twice."""

HALF = Decimal("0.5")
HUNDREDTH = Decimal("0.01")


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    """Per cent, to two places as annotators write it (三分之二 → 66.67); 万分之三 needs four."""
    if not whole:
        return None
    share = part * 100 / whole
    return plain(share.quantize(HUNDREDTH) if whole < MYRIADS["万"] else share)


def parse_number(match: re.Match[str]) -> Number | None:
    """The worth of a match of `NUMBER`; None if it is none after all.

    >>> for text in ("1.5亿", "百分之八十", "三分之二", "八成，", "一百多亿", "60多个亿", "5万6千多", "1万多亿"):
    ...     print(text, parse_number(NUMBER.search(text))[:4])
    1.5亿 (Decimal('150000000'), None, '', False)
    百分之八十 (Decimal('80'), None, '%', False)
    三分之二 (Decimal('66.67'), None, '%', False)
    八成， (Decimal('80'), None, '%', False)
    一百多亿 (Decimal('10000000000'), None, '', True)
    60多个亿 (Decimal('6000000000'), None, '', True)
    5万6千多 (Decimal('56000'), None, '', True)
    1万多亿 (Decimal('1000000000000'), None, '', True)
    """
    if arabic := match["arabic"]:
        value, times = parse_arabic(arabic), match["times"]
        vague = bool(match["many"] or match["more"] or (times and not {"多", "余"}.isdisjoint(times)))
        return None if value is None else Number(plain(value * scale(times) if times else value), vague=vague)
    groups = match.groupdict()
    if groups["near"]:
        return _near(groups["near"], scale(groups["near_times"] or ""))
    if groups["whole"]:
        return _part_of(groups["whole"], groups["part"], groups["upto"])
    if sign := groups["vulgar"] or groups["slash"]:
        return _fraction(*(_VULGAR.get(sign) or map(parse_arabic, (sign, groups["below"] or ""))))
    if groups["tenths"]:
        tenths = DIGITS.get(groups["tenths"]) or int(groups["tenths"])
        points = 5 if groups["half"] else DIGITS.get(groups["points"] or "", 0)
        above = Decimal(tenths * 10 + 10) if groups["above"] else None
        apart = above is not None and DIGITS[groups["above"] or ""] != tenths + 1
        return None if apart else Number(Decimal(tenths * 10 + points), above, unit="%", is_han=True)
    if groups["half_hour"] or groups["hours"]:
        whole = _any(groups["hours"]) if groups["hours"] else Decimal(0)
        return None if whole is None else Number(whole + HALF, is_han=True)
    if groups["one_half"] or groups["zero"]:
        return Number(
            Decimal(0 if groups["zero"] else 50),
            unit="%",
            vague=(groups["one_half"] or "").startswith("过半"),
            is_han=True,
        )
    if groups["mixed"]:
        parts = ((parse_arabic(part) or 0, scale(times)) for part, times in _MIXED.findall(groups["mixed"]))
        value = sum((part * times for part, times in parts), Decimal(0))
        return Number(plain(value), vague=bool(groups["mmore"]) or "多" in groups["mixed"])
    return _han(groups) if groups["han"] else None


def plain(value: Decimal) -> Decimal:
    """The same value without trailing zeros or exponent, as the graph writes it.

    >>> plain(Decimal("1.50")), plain(Decimal("1E+3"))
    (Decimal('1.5'), Decimal('1000'))
    """
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


def _near(text: str, times: Decimal) -> Number | None:
    """3、4000亿: of neighbours the first is told short."""
    low, high = text.split("、")
    return Number(Decimal(low + high[1:]) * times, Decimal(high) * times) if int(high[0]) == int(low) + 1 else None


def _any(text: str) -> Decimal | None:
    return parse_arabic(text) if text[0] not in DIGITS and text[0] not in TENS and text[0] != "万" else parse_han(text)


def _fraction(part: Decimal | None, whole: Decimal | None) -> Number | None:
    share = None if part is None or whole is None else _share(part, whole)
    return None if share is None else Number(share, unit="%", is_han=True)


def _part_of(whole: str, part: str, upto: str | None) -> Number | None:
    """三分之二; 百分之七八 and 百分之八至九 are ranges; 十万分之八 is a rate."""
    low, high = _any(part), _any(upto) if upto else None
    pair = (low, high) if low and high and low < high else _pair_of(part)
    if whole == "百" and pair:
        return Number(*pair, unit="%", is_han=True)
    if whole == "十万" and low is not None:
        return Number(plain(low), unit="/10万", is_han=True)
    return _fraction(low, _any(whole))


_PAIR = late(
    "((?:[一二两三四五六七八九十百千万亿零]*[十百千万亿])?)([一二两三四五六七八九])、?([二两三四五六七八九])([十百千万亿]*)"
)


def _pair_of(text: str) -> tuple[Decimal, Decimal] | None:
    """七八百, 三五天, 十七八个, 两千三四百: two neighbouring digits are a range, as is 三五.

    >>> _pair_of("两千三四百"), _pair_of("十七八")
    ((Decimal('2300'), Decimal('2400')), (Decimal('17'), Decimal('18')))
    """
    pair = _PAIR.fullmatch(text)
    if pair is None or (DIGITS[pair[3]] != DIGITS[pair[2]] + 1 and pair[1] + pair[2] + pair[3] != "三五"):
        return None
    low, high = (parse_han(pair[1] + digit + pair[4]) for digit in pair.group(2, 3))
    return None if low is None or high is None else (low, high)


def _han(groups: dict[str, str | None]) -> Number | None:
    text, times = groups["han"] or "", scale(groups["htimes"] or "")
    if "亿" in text and groups["htimes"] == "万":
        text, times = text + "万", Decimal(1)
    vague = bool(groups["hmany"] or groups["hmore"])
    if pair := _pair_of(text):
        return Number(pair[0] * times, pair[1] * times, vague=vague, is_han=True)
    value = parse_han(text)
    return None if value is None else Number(plain(value * times), vague=vague, is_han=True)

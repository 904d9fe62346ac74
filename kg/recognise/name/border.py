"""Names begin and end where words do: 有 | 限合伙企业 takes the 有 in, 能 | 够制造 leaves the 够 out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Span
from kg.recognise.name.naming import Naming
from kg.recognise.syntax.phrase import Phrase

Cut = tuple[str, str, int]
"""What stands before and behind the place where a word is cut, and by how much the place is off."""


def _cuts(taken_in: str, left_out: str, *, at_end: bool) -> dict[str, list[Cut]]:
    """Words with a bar where they may be cut, by the two characters around it."""
    cuts: dict[str, list[Cut]] = {}
    for words, is_in in ((taken_in, True), (left_out, False)):
        for word in words.split():
            before, after = word.split("|")
            off = len(after) if at_end == is_in else -len(before)
            cuts.setdefault(before[-1] + after[0], []).append((before, after, off))
    return cuts


_BEGINNING = _cuts(
    "有|限合 有|限责任 有|机 有|色金属 已|婚 最高|人民法院 最高|人民检察院 可可|西里 中国|共产党 各|行各业 部|分群众"
    " 新疆|生产建设兵团 人|造板 首|付 共|犯 初|中 多|媒体 现|代化 全|科医生 同|声传译 对|外 对|口 可|再生",
    "能|够 只|能 只|要 了|解 如|期 按|期 如|何 不|是 还|有 再|次 再|度 它|们 他|们 年|底 年|初 后|者 即|使",
    at_end=False,
)
_END = _cuts(
    "纲|要 安|全线 人|民 脑卒|中 猕猴|桃 海洛|因 金融机|构 运动|会 发布|会 部|分 河|流 日喀|则 初|中",
    "规|定 持|有 集|中 放|在 走|过 相|等 设|有 建|有 具|有 配|有 拿|到 全|都 变|为 处|以 回|到 扩|大 霸|占"
    " 占|据 改|为 更|是 却|是 侵|占 独|占 当|中 喜|获 移|交 聚|在 曾|一度 硬|是",
    at_end=True,
)


def at_borders(text: str, naming: Naming) -> Naming:
    """The naming with each name moved to the borders of words.

    >>> text = "全国已婚妇女200万人"
    >>> [text[slice(*p)] for (p,) in at_borders(text, Naming(((Span(3, 6),),), "noun-number")).phrases]
    ['已婚妇女']
    """
    moved = tuple(_moved(text, phrase) for phrase in naming.phrases)
    return naming if moved == naming.phrases else replace(naming, phrases=moved)


def _moved(text: str, phrase: Phrase) -> Phrase:
    if not phrase:
        return phrase
    (start, first), (last, end) = phrase[0], phrase[-1]
    start += text.startswith("的", start)
    start += _off(text, start, _BEGINNING.get(text[start - 1 : start + 1], ()))
    end += _off(text, end, _END.get(text[end - 1 : end + 1], ()))
    if (start, end) == (phrase[0].start, phrase[-1].end) or start >= first or last >= end:
        return phrase
    if len(phrase) == 1:
        return (Span(start, end),) if start < end else phrase
    return (Span(start, first), *phrase[1:-1], Span(last, end))


def _off(text: str, at: int, cuts: Iterable[Cut]) -> int:
    return next((off for before, after, off in cuts if text.startswith(after, at) and text.endswith(before, 0, at)), 0)

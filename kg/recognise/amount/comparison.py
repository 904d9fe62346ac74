"""How the real value relates to a written number: what the words on both sides say (至少, 左右, 多)."""

from __future__ import annotations

import re

from kg.lexicon.comparator import AFTER, BEFORE
from kg.model import Comparator, Span
from kg.pattern import late

_UPWARDS = late(r"(?<![迈跨站登跃踏攀千])上[百千万亿](?!分之)")
_INCLUDED = late(r"[（(]含(?:本数)?[）)]")
_AGAIN = late(r"[（(]不?含[0-9][^（）()，。；]{0,8}[）)]")
"""20万元以内（含20万元）, 20万元（含20万元）以内: the bound told again."""
_WITH_BOUND: dict[Comparator | None, Comparator] = {"gt": "ge", "lt": "le"}
"""超过300平方米（含）: the bound counts."""
ARRIVES = r"(?:即|就|便)?(?:可以?|能够?)?(?:快速|直接)?(?:到达|抵达|直达|通达|互达|可达)"
_WITHIN = late(
    r"(?<=[米里])[\u4e00-\u9fff]{0,8}范围[以之]?内|(?<=(?:[0-9一二三四五六七八九十]|作|然)日)内"
    rf"|(?:(?<=小时)|(?<=分钟))内(?={ARRIVES})"
)
"""观测场周边50米范围内, 5个工作日内, 1小时内到达: at most so far, so long."""
_SINCE = late("(?:之日|[之以]?后)起(?:的)?$")
"""自受理之日起 | 3个月内."""
_DUE = late(
    r"(?<![相供对反适响效])(?:应当?|必?须|(?<![所只急])需)(?:[于在]?[^，。；：、\n]{0,16}?后的?)?[于在]?$"
    r"|(?:结束|发生|到期|期满|收到[^，。；\n]{1,10}|接到[^，。；\n]{1,10})之?后的?$"
)
"""应在 | 2小时内上报, 试点结束后 | 3个月内提交报告: until when something has to be done."""
_DONE_BY = late(
    r"之?内，?(?:[^，。；\n]{0,14}?(?:报|交|告知|通知|反馈|答复|送达|备案|决定|审[核查]|办[理结]|完成|整改|退还|支付))"
)
DUE_REACH = 24
CUT_TO = late(r"(?:缩短|压缩|压减|缩减|减少|控制|降低?|[减缩压])[到至为在](?:最[快短])?(?:了|约|近)?$")
"""缩短至1小时内."""
_PASSED = frozenset("过 迈过 跨过 越过 冲破 超越 迈上 跃上 跨上 冲上".split())
_PAST_MARK = late(r"[百千万亿]|[一二三四五六七八九]成|[0-9.]{1,6}(?:[百千]?[万亿]|%|成)")
"""过千亿, 已过七成, 迈上10万亿元: more than; 举办过5场, 跨过38条沟 tell that it was done."""
_FILLED = frozenset("装坐停爆圆充堆摆挤放占盛")
"""装满2000个车皮 is no bound; 任教满6年 is."""
_BREAKTHROUGH = late(
    r"(?<=[个项种批条])[^，。；0-9]{0,24}(?:技术|难题|瓶颈|难关|工艺|“卡脖子”|装备|零部件|材料|器件|软件)"
)
"""突破50项关键技术, 突破30种以上关键材料: mastered, not exceeded."""


def compare(text: str, span: Span, *, vague: bool) -> tuple[Comparator, Span]:
    """Comparator from the words around a number, and the span with those words.

    What stands after the number wins (控制在5%左右 is about 5%); 多 and 余 inside it (100多家) mean more than.

    >>> compare("比重不低于30%", Span(5, 8), vague=False)
    ('ge', Span(start=2, end=8))
    """
    before = BEFORE.search(text, max(0, span.start - 8), span.start) or _of_all(text, span)
    if before and before[0] in _PASSED and not _PAST_MARK.match(text, span.start):
        before = None
    if before and before[0] == "满" and text[before.start() - 1] in _FILLED:
        before = None
    rough = text.startswith("上", span.start - 1) and _UPWARDS.match(text, span.start - 1) is not None
    start = before.start() if before and before.end() == span.start else span.start - rough
    told = _AGAIN.match(text, span.end) if text[span.end : span.end + 1] in ("（", "(") else None
    after = AFTER.match(text, told.end() if told else span.end)
    end = after.end() if after else span.end
    if (
        after
        and text[end : end + 1] in ("（", "(")
        and (again := _AGAIN.match(text, end) or _INCLUDED.match(text, end))
    ):
        end = again.end()
    found: Comparator | None = None
    if before and before[0].startswith("突破") and _BREAKTHROUGH.match(text, span.end):
        return (after.lastgroup if after and after.lastgroup else "eq"), Span(start, end)  # type: ignore[return-value]
    if after and after.lastgroup:
        passed = before and before.lastgroup == "gt" and after.lastgroup == "ge"  # 超过3万元以上
        found = "gt" if passed else after.lastgroup  # type: ignore[assignment]
    elif _WITHIN.match(text, span.end) or (text.startswith("内", span.end) and _is_limited(text, span)):
        found = "le"
    elif vague:
        found = "gt"
    elif (bit := _BIT.match(text, span.end)) and _SHARE.search(text, *span):
        found, end = ("gt" if bit[0] == "强" else "lt"), bit.end()
    elif rough:
        found = "ge"
    elif before and before.lastgroup:
        found = before.lastgroup  # type: ignore[assignment]
    if found in _WITH_BOUND and (bound := _INCLUDED.match(text, span.end)):
        found, end = _WITH_BOUND[found], bound.end()
    return found or "eq", Span(start, end)


_BIT = late("[强弱](?=[，。；、）的]|$)")
"""三分之一强, 三分之二弱: a little more, a little less."""
_WHOLES = ("全国", "全球", "全省", "全市", "世界")
_SHORT_OF = late(r"(?:不到|不足|超过了?|接近|(?<![最附邻])近)$")
_SHARE = late(r"[%成半]|分之|[0-9]/[0-9]")


def _of_all(text: str, span: Span) -> re.Match[str] | None:
    """不到 | 全国 | 1%: what the share is of stands between the comparator and it."""
    if not text.endswith(_WHOLES, 0, span.start) or not _SHARE.search(text, *span):
        return None
    whole = span.start - 2
    near = _SHORT_OF.search(text, max(0, whole - 3), whole)
    return BEFORE.search(text, near.start(), whole) if near else None


def _is_limited(text: str, span: Span) -> bool:
    """Whether the words before a time make it a limit: 缩短至1小时内, 自受理之日起3个月内, 应在2小时内上报."""
    near = max(0, span.start - 6), span.start
    if CUT_TO.search(text, *near) or _SINCE.search(text, *near):
        return True
    due = _DONE_BY.match(text, span.end) and _DUE.search(text, max(0, span.start - DUE_REACH), span.start)
    return due is not None


_EXTREME = late(r"最[高长低短](?:可?达到?|为|至)?$|最[多少](?:可?达到?|为)$")


def is_extreme(text: str, span: Span, outer: Span) -> bool:
    """Whether the words before a number (`outer` with the words around it) make it the most there was, not a limit:
    最高达36万斤."""
    plain = outer.end == span.end
    return plain and _EXTREME.search(text, max(0, span.start - 6), span.start) is not None

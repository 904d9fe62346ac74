"""What clauses without a number have told so far. Most are never asked for: what they name is found out when one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.model import Block, Span
from kg.pattern import late
from kg.recognise.document.cue import AIMS
from kg.recognise.syntax.clause import clauses
from kg.recognise.time.period import Time

Told = tuple[Span, Sequence[Time]]
"""A clause and its time expressions."""

LONGEST = 200
"""Of a longer clause without a number, only the end is remembered."""
MOST_TOLD = 4
"""How many clauses before the last one are remembered for what they are about."""

_METHOD = late(r"按照?[^，。；]{2,24}(?:计算|口径|测算|统计|价格)")
"""按1980年不变价格计算: neither time nor name of what follows."""
_ADVERBIAL = late(
    r"(?:但|并|而|同时)?(?:由于|因为|根据|按照|依据|围绕|依托|针对|面向|对照|聚焦|立足|因(?!素)|为了|虽然|尽管|考虑|扣除|剔除|随着|受[^，]{1,20}影响$|在[^，]{2,30}(?:情况|背景|形势|条件)下$)"
)
"""Why, for what or under what something is so: 考虑价格因素，. The clause names no indicator."""
_REPORTING = late(
    r"(?:[^，]{0,40}(?:介绍|表示|指出|认为|强调|(?<![来按])说|称|显示|了解到|获悉|公布|发布|消息|报道|通报|透露|宣布|提出|数据|统计)"
    r"|据[^，]{1,30})"
)
"""Who says it: 记者从水利部了解到，; 据初步核算，. The clause names no indicator."""
_SITUATED = late(
    r"(?:如今|目前|现在|眼下|同时|此外|而|但|今年|今天)?在(?![校线岗园建库册役营岸职编读])[^，]{2,24}"
    r"|[^，]{0,20}(?:时间[里内]|期间|之际|之后|以来|的同时|的时候)"
)
"""Where, in what or when: 在甘肃兰州，; 在教育方面，; 十年时间里，."""

_VIEWED = late(
    r"[\s\u3000]*(?:分[^，的]{1,6}来?看|按[^，的]{1,8}(?:划分|分)|(?:[分从按])?(?:季度|月度|月份|走势|趋势|结构|区域|地区|行业|产业|领域|品种|类别|(?:市场)?(?:需求|供给)|企业规模|分项|[^，的]{2,4}(?:分布|来源|构成|去向|投向))来?看)"
)
"""Along what one looks at it: 分季度看，; 按常住地分，."""

_COMPARING = late(
    r"(?:但|均|都|也|继续|仍|也|同样|基本)*[与跟同较和比][^，。；]{1,16}(?:持平|相当|一致|相同|不变|不相上下|一样)"
)
"""What one is as high as: 与上期持平，."""
_SURPASSING = late(
    r"(?:已经?|均|都|也|[继连]续|仍|远远?|显著|明显|大幅|大大|略|历史性地?|首次|再次|第一次)*(?:[高低多少大小优快慢好]于|超过|超越|超出|接近|逼近)了?[^，。；0-9]{0,20}"
    r"(?:水平|总[额量和数]|均值|平均|增[速幅]|速度|同期|全年|[去上前]年|纪录|预期|目标|警戒线|规模|数量|[国省市]|全球)"
)
"""What one is higher than: 超过上一季的总额，| 首破百亿元."""
_RANKED = late(
    r"(?:继续|稳|均|仍)?(?:位[居列]|[居为列]|排名?|排在|名列)(?:全[国省市球]|世界|[\u4e00-\u9fff]{1,4}[省市区])?[^，]{0,4}第[一二三四五六七八九十0-9]{1,3}位?"
)
"""存款余额为3万亿元，| 居全国第二，| 人均…: a rank."""


def is_method(text: str, clause: Span) -> bool:
    """Whether a clause only tells how one reckons."""
    return _METHOD.fullmatch(text, *clause) is not None


def is_aside(text: str, clause: Span) -> bool:
    """Whether a clause tells why, where, who says so or as what it is, and names no indicator."""
    if _ADVERBIAL.match(text, *clause) or text.startswith(("：“", ":“"), clause.end):
        return True
    return any(
        pattern.fullmatch(text, *clause)
        for pattern in (_REPORTING, _SITUATED, _VIEWED, _COMPARING, _SURPASSING, _RANKED)
    )


_ALSO = late(r"[\s\u3000]*(?:同时，|其中[，：]|[\u4e00-\u9fff]{2,10}类项目[0-9]|[^，。；]{1,8}还[将要])")


def carries_on(text: str, block: Block) -> bool:
    """Whether a paragraph goes on with what the one before told of: 分季度看，二季度增长5%; 其中，…; 甲市还将…"""
    place = block.start, block.end
    if _ALSO.match(text, *place):
        return True
    view = _VIEWED.match(text, *place)
    return view is not None and text.startswith("，", view.end())


_ASPECT = late(r"[\s\u3000]*(?:在|从)?[\u4e00-\u9fff、]{2,14}方面，")


def reviews_on(text: str, block: Block) -> bool:
    """Whether a paragraph tells of one more side of what is reviewed: 新动能方面，高技术产业增长8%."""
    return _ASPECT.match(text, block.start, block.end) is not None and not AIMS.search(text, block.start, block.end)


@dataclass(slots=True)
class Heard:
    """The clauses without a number of a paragraph, in order; at first its title."""

    text: str
    _told: tuple[Told, ...] = ()
    _waiting: list[tuple[Span, Sequence[Time] | None]] = field(default_factory=list)
    """What came since, unread: clauses with their times, whole sentences without any."""

    def add(self, stretch: Span, times: Sequence[Time] | None) -> None:
        """Hear a clause, or a sentence that has neither numbers nor times (None)."""
        self._waiting.append((stretch, times))

    @property
    def told(self) -> tuple[Told, ...]:
        """The last clauses that may name something."""
        if self._waiting:
            found: list[Told] = []
            for clause, times in self._backwards():
                if self._names(clause, times):
                    found.append((Span(max(clause.start, clause.end - LONGEST), clause.end), times))
                    if len(found) > MOST_TOLD:
                        break
            self._told = (*self._told, *reversed(found))[-MOST_TOLD - 1 :]
            self._waiting.clear()
        return self._told

    def _backwards(self) -> Iterator[Told]:
        for stretch, times in reversed(self._waiting):
            if times is not None:
                yield stretch, times
            else:
                for clause in reversed([*clauses(self.text, stretch)]):
                    yield Span(clause.start, clause.end), ()

    def _names(self, clause: Span, times: Sequence[Time]) -> bool:
        """Whether a clause may name what is measured: it is more than a time, and no aside."""
        only_time = times and times[-1].span.end >= clause.end - 1 and times[0].span.start <= clause.start + 1
        return not only_time and not is_method(self.text, clause) and not is_aside(self.text, clause)

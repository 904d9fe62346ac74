"""Voice of a sentence: in a document that orders, runs of sentences tell what was achieved so far.

Words that only a report has (取得积极进展, 近年来, 有所改善) open such a run; what aims or orders ends it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.stance import PAST, Stance

_RESULT = late(
    r"取得了?(?:积极|显著|明显|可喜|丰硕|重大|重要|阶段性|历史性|长足|较好|良好|一定|初步|新的?)[^，。；]{0,8}(?:进展|成效|成绩|成就|突破|胜利|成果)"
    r"|(?:超额|圆满|全面|如期|顺利|胜利)完成(?=[。，；])|取得(?:成效|实效)(?=[。，；])|初见成效|成效(?:显著|明显|初显)(?!的)|有所(?:改善|提高|增强|提升|好转|缓解|下降)"
    r"|^[\s\u3000]*(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．])?[\u4e00-\u9fff“”、]{3,24}(?:显著|明显|大幅|进一步|不断|稳步|持续|日益)(?:增强|提升|提高|改善|优化|加强|加快|扩大|壮大|完善|增加|发展|显现|推进)。$"
    r"|建有(?=[\u4e00-\u9fff“”]{2,16}[0-9])|近年来|[一二三四五六七八九十]年来|[大]以来|前所未有|跃居|位居|稳中有[升进]|再创新高|创历史"
)
"""综合实力进一步加强。 tells; 进一步加强监管。 orders."""
_AIMS = late(
    r"力争|确保|争取|预计|逐步|(?<!完成)(?<!实现)目标(?!任务)|拟(?<![虚模]拟)(?![人态合])|(?<![主需重首只简概摘天日纲])要(?![素求点闻是么])|将(?![军近])|未来|今后|下一步|年底前|以前|届时|应当|必须|不得|不[低少]于"
)
_ORDERS = late(
    r"[^。，]{0,6}?(?:加快|加强|加大|鼓励|支持|推动|推进|完善|健全|强化|深化|提升|坚持|引导|落实|培育|打造|力争|优化|统筹|组织|大力|积极|严格)(?=[\u4e00-\u9fff“]{2})"
)
"""Verbs of orders with what they order, at the head of a sentence; 风险防控稳步推进 orders nothing."""
GRANTS = late(r"给予|予以|奖补|申[报请]")
"""Words of a sentence that tells who gets what, and reports nothing."""
_DUE = late(r"[到至]\s*((?:19|20)[0-9]{2})\s*年")
_YEAR = late(r"(?<![到至0-9])((?:19|20)[0-9]{2})年")
_SAID_ELSE = late(r"“[^”]*”|累计")
"""What others say; 累计培育 may be ordered."""


@dataclass(slots=True)
class Voice:
    """How the sentences of one block speak, heard in order."""

    stance: Stance
    reviews: bool = False
    told: int = 0
    """The latest year the runs so far told of; 0 for none."""

    def hear(self, text: str, sentence: Span) -> Stance:
        """The stance of the next sentence: that of its section, or of a report inside an order."""
        if not self.stance.directive or self.stance.ruling or self.stance.aims:
            return self.stance
        said = _SAID_ELSE.sub("", text[sentence.start : sentence.end])
        told = _RESULT.search(said) is not None or PAST.search(said) is not None
        reports = told and GRANTS.search(said) is None
        if self._aims(said) or (not reports and _ORDERS.match(said)):
            self.reviews = False
        elif reports:
            self.reviews = True
        if not self.reviews:
            return self.stance
        self.told = max([self.told, *(int(year) for year in _YEAR.findall(said))])
        return replace(self.stance, directive=False, told=self.told)

    def _aims(self, said: str) -> bool:
        """Words of an aim, or a deadline later than all that was told."""
        return _AIMS.search(said) is not None or any(int(year) > self.told for year in _DUE.findall(said))

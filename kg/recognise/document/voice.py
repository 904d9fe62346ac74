"""Voice of a sentence: in a document that orders, runs of sentences tell what was achieved so far.

Words that only a report has (取得积极进展, 近年来, 有所改善) open such a run; what aims or orders ends it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.document.cue import AIMS, PAST, RESULT, UNDONE
from kg.recognise.document.stance import Stance
from kg.recognise.time.years import YEAR

_ORDERS = late(
    r"[^。，]{0,6}?(?:加快|加强|加大|鼓励|支持|推动|推进|完善|健全|强化|深化|提升|坚持|引导|落实|培育|打造|力争|优化|统筹|组织|大力|积极|严格)(?=[\u4e00-\u9fff“]{2}|第[0-9])"
)
"""Verbs of orders with what they order, at the head of a sentence; 风险防控稳步推进 orders nothing."""
_GOES_ON = late(
    r"[\s\u3000]*(?!会上|现场|当[天日])(?:同时，|此外，|另外，)?(?:其中，[\u4e00-\u9fff]{2,12}[0-9]|[\u4e00-\u9fff]{2,10}项目[0-9]"
    rf"|(?:主要|具体)?包括[：:]|着力|扎实|新增|新建|建成|开工|启动|实施|{_ORDERS.pattern})"
)
"""计划安排项目90个。其中，| 续建项目40个: parts of what is planned, and orders."""
_TELLS_TO = late(r"(?:表示|指出|强调|要求|提出)，\s*(?:着力|扎实|全力|大力|加快|加大|持续)[\u4e00-\u9fff]{2}")
"""市长表示，加快推进…: what somebody says opens with an order."""
_WILL = late(
    r"(?:还|也|，|市|省|县|区)将(?![军近])|[，。市省县区还]要(?![素求点闻是么])|(?:力争|确保|争取|扎实推进|着力|计划(?:重点|共|拟)?安排)(?=[\u4e00-\u9fff])"
)
_DECREES = late(
    r"(?:会议|》|意见|方案|通知|纲要|规划|措施|计划)(?:还|也|同时|又)?(?:确定|决定|要求|提出|明确|部署|强调)(?![的了])"
    r"|方面，提出|愿(?=[从为向同与意以继在和])|(?:(?:今年|明年|下一步|未来)，?|方|国)[^，。；]{0,12}(?:(?<![可已即])将(?!军|近)|计划(?![，、的]))"
)
"""《意见》提出，…, 中方将…: bare orders go on with what it sets out."""
_NUMBER = late("[0-9]")
_ITEM = r"(?:第?[一二三四五六七八九十]{1,2}(?:是|要|，)|[在向][^，。0-9]{2,24}(?:方面|领域|上)，)"
_LISTED = late(rf"[\s\u3000]*{_ITEM}")
"""在甲方面，…: a paragraph goes on with what the one before set out."""
_IN_TURN = late(
    rf"[\s\u3000]*(?:同时，|此外，|另外，|{_ITEM}|(?:重点)?面向[^，。；]{{2,16}}，)?(?:[在向对为][^，。；]{{2,16}}?|要求|提出)?"
    r"(?:加[快强大]|鼓励|支持(?!下)|推[动进广]|完善|健全|强化|深化|提[升高供]|引导|落实(?![^，。；]{0,10}(?:要求|精神|指示|讲话|部署))|培[育训养]|打造|优化|统筹|组织|新[增建设]|共建|建[设立成]|改造|设立|开展|实施|举办|促进|增加|扩大|安排|选派|派遣|派出|创建|遴选|启动|取消|压[减缩]|淘汰|制修?订|发放|实现)"
    r"(?=[\u4e00-\u9fff“《0-9])"
)
"""Verbs of orders that a sentence of a list opens with: 第三，实施20个项目. 在甲方面，培育30个城市."""
GRANTS = late(r"给予|予以|奖补|申[报请]")
"""Words of a sentence that tells who gets what, and reports nothing."""
_WORKS = late(
    r"(?:民生|惠民|利民|为民办?)实事(?:项目|工程|清单|事项)?(?P<list>[^。；，]{0,12}?(?:：|包括|安排|明确|确定|涵盖))?"
    r"(?![^。]{0,16}(?:完成|落地|见效|兑现|办结))"
)
"""今年的民生实事项目包括: the works for the people that a government promises for a year."""
_PUT_OUT = late(r"(?:公布|发布|公开|确定|通过|推出|印发|票决|产生)了")
_THIS_YEAR = late("今年(?!以来|[0-9一二三四五六七八九十上前]|[春夏])|年[内末底]")
_DUE = late(rf"(?<!年)[到至]\s*({YEAR})\s*年")
_YEAR = late(rf"(?:(?<![到至0-9])|(?<=年[到至]))({YEAR})年")
"""1953年到1980年 tells of years, none of them a deadline."""
_DONE = late(r"已(?!建)|了(?!解)")
"""到1955年底已有300户."""


@dataclass(slots=True)
class Voice:
    """How the sentences of one block speak, heard in order."""

    stance: Stance
    reviews: bool = False
    told: int = 0
    """The latest year the runs so far told of; 0 for none."""
    plans: bool = False
    """In news: the sentence before told what somebody will do."""
    anew: bool = True
    """A paragraph begins, in which, in a bulletin, only a list goes on with what the one before set out."""

    def hear(self, text: str, sentence: Span) -> Stance:
        """The stance of the next sentence: that of its section, or of a report inside an order."""
        if not self.stance.directive and self.stance.year is not None:
            return self._of_news(text, sentence)
        if self.stance.ruling or self.stance.aims:
            return self.stance
        said = UNDONE.sub("", text[sentence.start : sentence.end])
        if self._aims(said) or (_THIS_YEAR.search(said) and not _DONE.search(said)):
            self.reviews = False
        elif (PAST.search(said) or RESULT.search(said)) and not GRANTS.search(said):
            self.reviews = True
        elif _ORDERS.match(said):
            self.reviews = False
        if not self.reviews:
            return self.stance
        years = _YEAR.findall(said) + (_DUE.findall(said) if _DONE.search(said) else [])
        self.told = max([self.told, *map(int, years)])
        return replace(self.stance, directive=False, told=self.told)

    def _of_news(self, text: str, sentence: Span) -> Stance:
        """甲市将推动项目落地。加大投入，新增企业50家: bare orders go on with what somebody will do, also behind what
        is only the beginning of a quotation."""
        if self.stance.ruling:
            return self.stance
        said = text[sentence.start : sentence.end]
        works = _WORKS.search(said) if "实事" in said else None
        if self.anew and self.stance.bulletin:
            self.plans = self.plans and _LISTED.match(said) is not None
        self.anew = False
        goes_on = _IN_TURN if self.stance.bulletin else _GOES_ON
        orders = bool((self.plans and goes_on.match(said)) or _TELLS_TO.search(said) or (works and works["list"]))
        quotes = self.plans and said.rfind("“") > said.rfind("”")
        said = _PUT_OUT.sub("", said) if works else said  # 公布了 | 民生实事项目: which are still to be done
        told = PAST.search(UNDONE.sub("", said)) or RESULT.search(said)
        decreed = self.stance.bulletin and (
            _DECREES.search(said) is not None or (self.plans and _NUMBER.search(said) is None)
        )
        self.plans = not told and (orders or quotes or decreed or works is not None or _WILL.search(said) is not None)
        return replace(self.stance, directive=True) if orders and self.plans else self.stance

    def _aims(self, said: str) -> bool:
        """Words of an aim, or a deadline later than all that was told, by which nothing has been done yet."""
        if AIMS.search(said):
            return True
        return any(int(year) > self.told for year in _DUE.findall(said)) and not _DONE.search(said)

"""Public works that are decided, begun, built or finished: 甲河水利枢纽工程开工, 乙机场三期扩建工程.

A work has a name of its own (乙江大桥工程) or is a stage of one (丙水厂二期工程). What only tells its kind is none
(大型防洪工程), nor is one that has long been in use (丁调水工程已累计调水6亿立方米).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import regions_in
from kg.model import Span
from kg.pattern import late
from kg.recognise.mention import ProjectMention
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.phrase import COUNTRIES

_KIND = (
    "枢纽|扩建|改造|联网|通电|供电|输电|输变电|线路|电网|大桥|铁路|高铁|高速公路?|隧道|[引调供输]水|灌区|防洪|堤防|治理|码头|航道|运河"
    "|机场|水库|水电站?|电站|核电|管道|轨道交通|地铁|水闸|泵站|船闸|联络线"
)
_STAGE = "[一二三四五六]期"
_WORK = late(
    rf"(?:(?:{_KIND})?(?P<stage>(?:第?{_STAGE})(?:扩建|改造|改扩建)?)|(?P<kind>{_KIND}))工程"
    r"(?!体系|设施|集团|公司|局|院|系|师|学|技术|管理|标准|监理|质量|规划|项目|等(?!四个|两个|[一二三四五六七八九十]个)|的(?!陆续|建设|相继)|和|与|及|投资占|可研)"
)
_IN_USE = late(
    r"[^，。；\n]{0,10}?(?:累计|年?[调供输引]水(?!工程)|通水(?:以来|至今|[0-9一二三四五六七八九十])|运行|发电|达到|实现(?!试?通|贯通)|惠及|覆盖|没有|发挥|受水)"
)
"""What tells that a work has long been there."""
_LEAD = late(
    r"[^，。；]*(?:启动|推进|加快|完成|实施|巩固|建成|新建|建好|聚焦|(?:标志|随)着|作为|审核|批复|核准|决定|配合|推动|抓好|搞好|做好|加强|开工|竣工|投资|目前|其中|要求|关于|依托|围绕|听取|研究"
    r"|建设(?!(?:一|二|三)期)|开始|支持|通过|暨|有序开展|开展|同意|组织|(?:[的是等了与及将已]|和(?!田|平|顺|静|硕))|位于|首[个条座]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|今[天日年]|昨[天日]|近[日期]|日前|我国|计划)|(?:[今昨前]天|[0-9]{1,2}日)（[^（）]{2,12}），?"
)
"""What stands before a name: 加快推进 | 甲工程, 昨天完工的 | 甲工程."""
_SOME = late(
    r"世界|全球|全[国省市县区]|国内|国家(?!电网)|各|某|该|此|其|本|上述|首[个条座]|第[一二三四五六七八九十]|重[大点要]|大型|中小|骨干|跨|流域|农村|城[市镇乡]|规模|配套"
    r"|主要|基础|大江|临时|相关|有关|同一|特高压|超|一批|[0-9]|技术|生态|环境|污水|雨污|河道|河湖|民生|水利|交通|能源|项目|老旧|棚户|村|中线|东线|东中线|西线|整个|沿|大容量|新能源|码头|退|[一二三四五六七八九十两]大|综合|应急|[省市县区](?![一-鿿]?[省市县区州])"
)
"""Words that open no name of one work."""
_ONE_OF_A_KIND = frozenset("枢纽 扩建 联网 通电 输变电 线路 大桥 核电 水电站 联络线".split())
"""Works that are each one of a kind; of others the name opens with a place or a water."""
_PLACED = late(
    r"“|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新疆]{2}(?=直流|特高压)|[一-鿿]{1,4}(?<![大小各干支])(?:江|(?<!运)河|湖|山|岛|桥|港|峡|渠|源|路|机场|口岸|高速|流域)|[一-鿿]{2,8}(?:至|—|-)[一-鿿]{2,8}"
)
_OWNED = late(
    r"(?P<owner>[^，。；：、“”《》（）()\s的]{2,12}?(?:机场|港|水厂|电厂|医院|口岸|水库|基地|地铁[0-9]{1,2}号线))(?:正式|全面)?(?:启动|开工建设|开建|加快推进)\Z"
)
"""甲机场正式启动 | 三期扩建工程."""
_MANY = late(r"最[大长高]|[0-9]项|重大|跨流域")
"""What tells of a kind behind a place: 甲省最大引水工程."""
_DIVERSION = late(
    r"引[一-鿿]{1,2}[济补入][一-鿿]{1,2}(?:[输引调]水)?(?:[一二三]期)?工程(?=实现|全线|全面|主体|正式|今[天日]|昨[天日]|(?:先期|成功)|试?通水|开工|建设|[一-鿿]{0,4}隧[洞道]|正在|的)"
)
"""What brings one river's water to another is one work: 引甲济乙工程."""
_LONGEST, _SHORTEST = 30, 6


def find_works(text: str) -> Iterator[ProjectMention]:
    """Each work where it is told of first, in text order; the fullest of its names counts.

    >>> [w.name for w in find_works("昨天，柳江县石门水库工程开工，一批大型防洪工程加快推进。")]
    ['柳江县石门水库工程']
    """
    found: dict[str, ProjectMention] = {}
    for match in _WORK.finditer(text) if "工程" in text else ():
        mention = _work(text, match)
        if mention:
            found.setdefault(mention.name, mention)
    for match in _DIVERSION.finditer(text) if "工程" in text else ():
        found.setdefault(match[0], ProjectMention(match[0], (Span(*match.span()),)))
    yield from (
        work for name, work in found.items() if not any(other != name and other.endswith(name) for other in found)
    )


def _work(text: str, match: re.Match[str]) -> ProjectMention | None:
    floor = clause_start(text, max(0, match.end() - _LONGEST), match.start(), "，。；：\n、—")
    if _IN_USE.match(text, match.end()):
        return None
    owned = _OWNED.search(text, floor, match.start()) if match["stage"] else None
    if owned:
        spans = (Span(*owned.span("owner")), Span(*match.span()))
        return ProjectMention(owned["owner"] + match[0], spans)
    lead = _LEAD.match(text, floor, match.start())
    name = Span(lead.end() if lead else floor, match.end())
    words = text[name.start : name.end]
    if len(words) < _SHORTEST or _SOME.match(words) or _MANY.search(words) or match.start() < name.start + 2:
        return None
    one = match["stage"] or match["kind"] in _ONE_OF_A_KIND
    if not one and not _opens_with_place(words):
        return None
    return ProjectMention(words, (name,))


def _opens_with_place(words: str) -> bool:
    country = any(words[:size] in COUNTRIES for size in range(2, 6))
    return country or _PLACED.match(words) is not None or any(region.start == 0 for region in regions_in(words))

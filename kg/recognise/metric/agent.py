"""Who does what to what is counted: 甲海关从邮件中累计 | 截获动植物30种 is told of the last two."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon.predicate import DEEDS, FIGURES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place

_AGENT = (
    r"(?:[^，。；：]{2,60}?(?:等|、))?[^，。；：的和与及]{0,16}?(?:[局委厅署](?![员托屈办外会])|部门|平台|人民银行|央行|机关(?!事业)|海关|政府|警方|民警|公安|(?<![城乡村])镇|街道|[\u4e00-\u9fff]办(?![公法理学事好])|团队|队伍|人员|专家|志愿者|协会)"
    r"|[我本该](?:公司|企业|集团|单位|[省市县区州镇村矿厂校院局部所站行])"
    r"|[^，。；：的]{2,16}?(?=[为向从在用](?![户主期线列]))"
)
_ADVERBS = (
    r"(?:累计|共计?|已经?|还|将|均|都|分别|先后|陆续|集中|联合|共同|全年|今年|计划|每[年月周日天]|平均|成功|首次)*"
)
_ASIDE = (
    r"(?:(?:(?<![行作成以认])为|(?<![方走朝去导取面])向|(?<![服自])从|(?<![内存现所潜])在"
    r"|(?<![作利使费信常日应])用|(?<![针相面应绝])对)[^，。；]{2,24}?)"
)
_DOES = late(
    rf"(?:{_AGENT}){_ADVERBS}(?P<aside>{_ASIDE}?){_ADVERBS}(?P<deed>新?{any_of(DEEDS)}[了出到]?(?P<object>[^，。；、和与及][^，。；]+))"
)
_A_YEAR = late(
    r"[\u4e00-\u9fff“”]{2,16}?每年(?:可以?|将|能够?|还|预计)+(?:从[^，。；的]{2,16}?(?=[引调取输购进抽]))?(?P<deed>[\u4e00-\u9fff]{3,12})"
)
"""工程 | 每年将从甲江 | 引水: what is done so much a year."""
_FIELDS = (
    r"(?:[0-9一二三四五六七八九十]{1,3}[个大项类]?的?)?(?:重点)?"
    r"(?:领域|方面|行业|产业|产品|省|地区|部门|单位|国家|机构|环节)"
)
"""Words that say nothing without what is listed before them."""
_EXAMPLES = late(
    rf"(?:(?:累计|共)?[向为对给在][^，。；]+、[^，。；]{{8,60}}?等{_FIELDS}"
    rf"|[^，。；]{{2,}}、[^，。；]{{8,60}}?等(?!{_FIELDS}))(?=[\u4e00-\u9fff]{{4,14}}$)"
)
"""查出虚报、违规采购等 | 违规问题金额, 向水利、交通等领域 | 发放贷款: one of those listed, what is done for them."""
LONG_NAME = 22
"""Longer names do without examples."""
_MEASURES = frozenset("率额量价长度数费期值比重积模速")
"""What a figure ends in: 通道平均时长."""
ASIDE_SIZE = 6
"""An adverbial up to this length stays in the name: 向民间资本 | 推介项目."""


def without_agent(place: Place) -> Place:
    """科研队伍在甲海采集标本 | 近200种: the verb and its object, without who does it and where.

    What measures the object (企业生产成本) belongs to whoever stands before it.
    """
    name = place.name
    one = place.size > LONG_NAME and not place.frame.spread and len(place.group) == 1
    if one and (examples := _EXAMPLES.match(place.text, *name)):
        return replace(place, name=Span(examples.end(), name.end))
    yearly = _A_YEAR.fullmatch(place.text, *name)
    if yearly and not yearly["deed"].endswith(FIGURES):
        start = yearly.start("deed")
        return replace(place, name=Span(start, name.end), subject=place.subject or Span(name.start, start))
    found = _DOES.fullmatch(place.text, *name)
    if found is None or found["object"].endswith(FIGURES) or found["object"][-1] in _MEASURES:
        return place
    short = found["aside"][:1] in ("向", "为", "对") and len(found["aside"]) <= ASIDE_SIZE
    start = found.start("aside" if short else "deed")
    return replace(place, name=Span(start, name.end), subject=place.subject or Span(name.start, start))


_ATTAINS = late(
    r"(?<=[\u4e00-\u9fff]{2})(?:累计|合计|共计?|预计|计划)*(?<!基本)(?:实现|完成)(?!的)(?=[\u4e00-\u9fff]{0,6}?(?:收入|投资|产值|增加值|利润总?额?|税收|营收|成本|费用|[进出]口|金额|[\u4e00-\u9fff][额值]|[\u4e00-\u9fff](?<![质能力含])量)$)"
    r"|(?:宣布|决定|继续|如期|意外)*维持(?=[\u4e00-\u9fffA-Z]{0,8}(?:利率|价格|预测|预期|目标)$)"
)
"""甲行 | 维持 | 利率 | 在2%不变, too."""


def without_verb(text: str, naming: Naming) -> Naming:
    """甲企业 | 实现 | 营业收入, 甲港 | 完成 | 吞吐量: whose figure it is and what, without the verb of attaining it."""
    phrases = tuple(tuple(part for piece in phrase for part in _parts(text, piece)) for phrase in naming.phrases)
    return replace(naming, phrases=phrases) if phrases != naming.phrases else naming


def _parts(text: str, piece: Span) -> tuple[Span, ...]:
    attains = _ATTAINS.search(text, piece.start + 2 * (not text.startswith("维持", piece.start)), piece.end)
    if attains is None:
        return (piece,)
    kept = Span(attains.end(), piece.end)
    return (Span(piece.start, attains.start()), kept) if attains.start() > piece.start else (kept,)

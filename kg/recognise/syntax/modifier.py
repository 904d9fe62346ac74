"""What coordinated items have in front of them together: 主要农作物 | 化肥、农药利用率; 行业 | 营业收入和利润."""

from __future__ import annotations

from kg.lexicon.predicate import ATTRIBUTES, CONTRASTS
from kg.model import Span
from kg.pattern import late


def shared_modifier(text: str, items: tuple[Span, ...], head: Span | None) -> Span | None:
    """The front of the first item that the others lack; `head` is what all end in."""
    return _surplus(text, items, head) or _owner(text, items) or _governed(text, items[0]) or _per_unit(text, items)


_STEMS = (
    "竣工率",
    "入住率",
    "开工率",
    "交付率",
    "入学率",
    "毛入学率",
    "巩固率",
    "升学率",
    "就业率",
    "投产率",
    "出租率",
    "空置率",
)
"""安置房竣工率、入住率: rates whose stem is a verb are of what the first is of."""
_TIMES = ("笔数", "件数", "台数", "次数", "套数", "单量", "笔量")
"""支付交易 | 笔数、金额: how many of what."""


def _owner(text: str, items: tuple[Span, ...]) -> Span | None:
    """造纸行业营业收入和利润: what all attributes are of."""
    first, others = items[0], items[1:]
    if (again := _said_again(text, first, others)) is not None:
        return again
    if not all(text[a:b] in ATTRIBUTES or text[a:b] in _STEMS for a, b in others):
        return None
    own = next((a for a in (*ATTRIBUTES, *_TIMES, *_STEMS) if text.endswith(a, first.start, first.end)), "")
    owner = Span(first.start, first.end - len(own))
    return owner if own and owner.end - owner.start > 1 else None


def _said_again(text: str, first: Span, others: tuple[Span, ...]) -> Span | None:
    """甲岛免税 | 消费金额、人数、消费件数: attributes, one of which says a word of the first again."""
    known = {text[a:b] for a, b in others}
    word = next((text[a : a + 2] for a, b in others if b - a > 2 and text[a + 2 : b] in (*ATTRIBUTES, *_TIMES)), "")
    at = text.find(word, first.start + 2, first.end - 1) if word else -1
    bare = {name.removeprefix(word) for name in known}
    return Span(first.start, at) if at >= 0 and bare <= {*ATTRIBUTES, *_TIMES, *_STEMS} else None


_GOVERNED = late(r"(?:用于|投向|面向)(?=[\u4e00-\u9fff]{2,6}$)")


def _governed(text: str, first: Span) -> Span | None:
    """中央财政用于 | 科技、教育的支出: what governs the list."""
    found = _GOVERNED.search(text, *first)
    return Span(first.start, found.end()) if found else None


_PER_UNIT = late(r"(?:单位|万元)[^，。；、]{2,10}?(?=(?:能耗|能源消耗|水耗|电耗|用水量)(?:强度)?$)")
_USED = late(r"(?:(?:二氧化)?碳排放|能耗|水耗|电耗|用水)[量强度]{0,2}")


_EACH_HAS = late(
    r"每[0-9]{0,3}[百千万十]?(?:[名位户]?(?:常住|户籍|城镇|农村)?(?:人口?|居民|老年人|儿童|学生|从业人员|户)口?)(?:平均)?拥有的?(?=[\u4e00-\u9fff]{2})"
)
"""每万人口拥有 | 全科医生、注册护士: by how many both are reckoned."""


def _per_unit(text: str, items: tuple[Span, ...]) -> Span | None:
    """单位产值 | 能耗和二氧化碳排放: per what both are reckoned."""
    if text[items[0].start] == "每" and (each := _EACH_HAS.match(text, *items[0])):
        return None if any(text[item.start] == "每" for item in items[1:]) else Span(*each.span())
    per = _PER_UNIT.match(text, *items[0])
    return Span(*per.span()) if per and all(_USED.fullmatch(text, *item) for item in items[1:]) else None


_KINDS = late(r"(?:国有|国企|民营|私营|外资|外商|个体|集体|中小|小微|大型|中型|小型)(?=[\u4e00-\u9fff])")
"""外商投资企业、| 国有企业: an item of a kind of its own stands against the whole of the first."""
_STAGES = frozenset(
    (
        "设计 研发 生产 制造 加工 种植 播种 耕整 收获 采收 采摘 烘干 养殖 屠宰 "
        "捕捞 开采 洗选 冶炼 储存 储藏 仓储 运输 转运 配送 采购 销售 消费 建设 "
        "施工 安装 运营 运行 维护 维修 检测 检验 收集 回收 分拣 处理 处置 利用 "
        "挂号 候诊 诊断 治疗 申报 审核 审批 备案 登记 变更 注册 注销 申请 授权"
    ).split()
)
"""玉米种植、收获机械化率: stages of one work, which all are of what the first names."""


def _surplus(text: str, items: tuple[Span, ...], head: Span | None) -> Span | None:
    """The surplus of the first item over the length that the others all have, where the rest
    stands against them (主要农作物化肥、农药) or ends like them (商标转让审查、异议审查)."""
    if head is None:
        return None
    first, others = items[0], [*items[1:-1], Span(items[-1].start, head.start)]
    sizes = {b - a for a, b in others}
    longest = max(sizes, default=0)
    surplus = first.end - first.start - longest
    if len(sizes) != 1 or not surplus > 1 or not 1 < longest <= 5 or text[first.start] in "“‘":
        return None
    tail = text[first.start + surplus : first.end]
    if text.startswith("基本", first.start):
        return None
    alike = all(text[b - 1] == tail[-1] and not _KINDS.match(text, a) for a, b in others[:-1] or others)
    alike = alike or (tail in _STAGES and all(text[a:b] in _STAGES for a, b in others))
    return Span(first.start, first.start + surplus) if tail in CONTRASTS or alike else None

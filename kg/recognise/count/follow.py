"""Whether the noun after a number is what it counts, or a name before it stands: 建成200家示范工厂, 学校超过20所."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from kg.lexicon.predicate import ATTRIBUTES, CAUSATIVES, OPENINGS, SHARED_HEADS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.count.dealt import is_dealt_with
from kg.recognise.count.given import giving
from kg.recognise.count.summed import is_summed
from kg.recognise.name.naming import Place
from kg.recognise.syntax.attribute import ATTRIBUTE, is_attribute
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.deed import is_noun
from kg.recognise.syntax.phrase import COUNTRIES, MOST_ITEMS, is_area, split

_HAVING = ("有", "共有", "已有", "拥有", "设有", "安排", "形成", "完成", "实现", "需要")
_GOING = (
    "赶赴",
    "奔赴",
    "前往",
    "赶往",
    "驰援",
    "赶到",
    "抵达",
    "运抵",
    "运往",
    "开往",
    "飞往",
    "驶往",
    "参与",
    "投入",
    "支援",
)
_MAKING = ("集聚", "汇聚", "聚集", "贡献", "创造", "产出", "吸引", "带动", "发放", "投放")
_ATTAINING = ("完成", "实现", "带动", "吸引", "形成")
_GRANTS = late(
    r"(?:安排|追加|下达|[预紧]?拨付?|下拨|划拨|调拨|投放|发行|增发|筹集|筹措|缴纳|支付|开出)了?(?:[^，。；]{0,8}第[一二三四五六七八九十]+[批期])?$"
)
_FUNDS = late(r"(?:投资|资金|债券|贷款|国债|经费|补助|罚款|罚单|基金|保费|奖金)$")
_SUFFERS = late(r"(?:面临|处以|收到|寻求|募集|计入|承担|蒙受|遭受|签下|签署|签订|索赔)了?$")
"""某行业可能面临 | 5亿元的罚款."""
_CAUSATIVE = "|".join(CAUSATIVES)
DOES = late(rf"(?:{_CAUSATIVE})[出了]?$")
AROUND = late(
    rf"(?:[分在从对由按每][^，]*|[^，]*、)(?:{_CAUSATIVE}|发现|查获|缴获|举行|举办|召开|设立|部署|投放|发行|发放)"
)
"""分行业开展12场对接活动: adverbials and the verb."""
HOW_MANY = ("数量", "人数", "户数", "总数", "个数")
"""服务企业数量超过10家的机构: the name before the number says what is counted."""
_OUTPUT = ("GDP", "生产总值")
"""GDP突破3万亿元的甲市: what else a place is told by."""
RATES = ("率", "比例", "比重", "占比")
WORTH = ("价值", "总值", "货值", "案值")
WHOLES = ("全国", "全省", "全市", "全区", "全县", "全州")
CAUSES = ("造成", "导致", "致使", "致")
LEVY = ("征收", "加征", "征", "收取")
"""加征 | 25% | 关税."""
VERB_SIZE, PHRASE_SIZE = 4, 9
"""Longest bare verb and verb phrase, in characters."""


def follows(place: Place) -> bool:
    """Whether the noun after the number is the indicator, and no predicate (达到, 超过) ties it to one before."""
    right, frame, kind = place.right, place.frame, place.last.unit_class
    if not is_noun(place.text, right.noun):
        return False
    if _has_its_name(place) or _goes(place) or is_summed(place) or place.text.startswith("部分", right.noun.start):
        return False
    if (
        right.shared
        or (right.strong and is_enumerated(place))
        or giving(place)
        or _attains(place)
        or is_object(place)
        or is_means(place)
        or is_dealt_with(place)
        or _reaches(place)
        or _is_levied(place)
        or _is_done_to(place)
        or moves(place)
        or _goes_along(place)
        or (kind == "time" and right.strong and place.words.endswith(_ENJOYS))
        or (kind in ("people", "counter") and right.strong and place.words.endswith(_EQUIPS))
        or (kind == "physical" and _there_is(place))
    ):
        return True
    sized = place.words in ATTRIBUTES and place.text.startswith("的", place.last.outer.end)  # 规模超百亿的集群
    if kind == "" and (sized or place.words.endswith("人口")):
        return False
    if _has_no_name(place) or (
        frame.change is None and (_leads_to_noun(place) or place.words.endswith((*CAUSES, "让")))
    ):
        return right.strong
    if _is_part(place):
        return right.strong and not place.words.endswith((*ATTRIBUTES, *RATES))
    if frame.change is not None or (_is_compared(place) and not frame.opened):
        made = frame.verb.rstrip("了") in _MAKING
        counts = kind in ("counter", "people", "") or place.last.unit == "级" or (kind == "money" and _is_whole(place))
        has = frame.verb in _HAVING and counts
        return right.strong and (made or has or _counts_here(place) or _adds(place) or _keeps(place))
    if kind in ("counter", "people", "self_naming", ""):
        return True
    done_to = right.strong and DONE_TO.search(place.words) is not None and not place.words.endswith(ATTRIBUTES)
    short = place.size <= PHRASE_SIZE and not ATTRIBUTE.search(place.words)
    works = kind == "physical" and right.strong and WORKS.search(place.text, *right.noun) is not None
    works = works and not place.words.endswith(ATTRIBUTES)
    works = works or (kind == "money" and right.strong and place.words.endswith(_DEALING))
    return kind in ("money", "physical") and (done_to or short or works)


_EQUIPS = ("配备", "配齐", "配足")
"""每所学校配备不少于 | 2名 | 校医."""


def _there_is(place: Place) -> bool:
    """港口每年有 | 2亿吨 | 货物进出: what there is so much of stands behind the amount."""
    has = place.frame.verb in ("有", "共有", "已有") and place.right.strong
    return has and not place.words.endswith((*ATTRIBUTES, *SHARED_HEADS))


_GOES = late(rf"(?:{any_of(_GOING)})(?!的)")


def _goes(place: Place) -> bool:
    """搜救犬8条 | 赶赴震中: what those do whose name stands before their number."""
    named = place.size >= 2 and place.last.unit_class == "counter" and place.frame.change is None
    return named and _GOES.match(place.text, *place.right.noun) is not None


_ENJOYS = ("享受", "享有", "可休", "给予", "参加")
"""可享受 | 10天 | 育儿假, 每天参加 | 1小时 | 体育锻炼."""
_ALONG = late(r"[\u4e00-\u9fff](?:和|以及|(?<![参赠给授])与|、)$")


def _goes_along(place: Place) -> bool:
    """美景与 | 高达90%的绿化率: a rate in front of its own noun, which the words before only stand beside."""
    of = place.text.startswith("的", place.last.outer.end) and place.right.strong
    return of and place.last.unit == "%" and _ALONG.search(place.words) is not None


_DEALING = ("开展", "进行")
"""公开市场14日开展 | 5亿元回购操作: what is dealt in."""
WORKS = late(r"(?:项目|工程|码头|机组|电站|电厂|生产线|装置|基地|小区|厂房|公寓|综合体|仓库|温室|大棚|[电货风]场)$")
"""丁香 | 200万吨褐煤提质项目: what is as large as that."""
DONE_TO = late(r"[\u4e00-\u9fff]{2}了(?![解结])(?=[\u4e00-\u9fff])(?!.*批$)")
"""改善了甲平原 | 700万亩农田: words with a verb that is done name nothing."""


def _is_whole(place: Place) -> bool:
    """各地 | 共有2万亿元债券资金: only where."""
    return place.words in (*WHOLES, "各地", "我国") or is_area(place.words)


_COUNTED_TOO = late(r"(?<![第0-9])[0-9]+[\u4e00-\u9fff]|[一二两三四五六七八九十][个种项条座家次届批]")
_NOMINAL = ("服务", "保障", "支撑", "规划", "组织", "贡献")
_DONE_BY = late(
    rf"(?:{any_of(verb for verb in CAUSATIVES if verb not in _NOMINAL)}"
    rf"|(?<=[省市县区局部委司院校厂团队])(?:{any_of(_NOMINAL)})"
    r"|联合|共同|分别|[\u4e00-\u9fff][了过出]|发布|发表|提出|推出|举行|举办|召开|签署|开行|新增|有|共)[共约近]?$"
)
"""甲部、乙局联合发布 | 两部新规: those listed do it, but 综合保障 may be one of those listed."""
LEAST_MARKED = 3
"""Items between 、 of which one may have a joint of its own."""
LIST_REACH = 120
"""How far before a number the list of what it counts may begin."""


def is_enumerated(place: Place) -> bool:
    """甲、乙和丙 | 3名航天员: as many names as are counted stand before the number, so none names what they are."""
    text, start, first = place.text, place.first.outer.start, place.first
    counts = first.unit_class in ("counter", "people", "self_naming") and len(place.group) == 1
    counts = counts and first.comparator == "eq"
    if not counts or not 2 <= first.value <= MOST_ITEMS or text[start - 1] in "、，；。：和与及等":
        return False
    least = max(place.sentence.start, start - LIST_REACH)
    bracket = text.rfind("（", least, start)
    marks = "，；：" if text.find("）", bracket, start) >= 0 else "，；：（"
    opens = clause_start(text, least, start, marks)
    if _COUNTED_TOO.search(text, opens, start) or _DONE_BY.search(text, max(opens, start - 4), start):
        return False
    return _as_many(text, Span(opens, start), first.value)


def _as_many(text: str, listed: Span, value: Decimal) -> bool:
    """Whether a list has so many items, of which some may have a joint of their own (软件和信息服务)."""
    items = split(text, listed)
    joints = [text[a.end : b.start] for a, b in pairwise(items)]
    marked = 1 + joints.count("、")
    return len(items) == value or (marked >= LEAST_MARKED and value in (marked, marked + (joints[-1] != "、")))


def _has_its_name(place: Place) -> bool:
    """价值8万元物资, 企业数量超过10家的园区, 把比例由60%提高至90%的政策: what is measured stands before the number."""
    reached = place.size < 2 and place.frame.change in ("increase_to", "decrease_to") and place.last.unit == "%"
    if reached and place.scope.metrics and place.text.startswith("的", place.last.outer.end):
        return True
    return place.words.endswith(WORTH) or (place.words.endswith((*HOW_MANY, *_OUTPUT)) and _is_compared(place))


def _counts_here(place: Place) -> bool:
    """港澳地区超过60家影院上映: the counter's own noun follows, and the name before is no number of anything."""
    counter = place.last.unit_class == "counter" or place.last.unit == "户"
    counted = counter and place.frame.change is None and len(place.group) == 1
    counted = counted and place.text[place.last.outer.end : place.last.outer.end + 1] != "的"
    return counted and not place.words.endswith((*HOW_MANY, *ATTRIBUTES, *SHARED_HEADS))


_ADDS = ("增加", "增设", "增加了", "增设了")


def _adds(place: Place) -> bool:
    """某港又增加 | 22个 | 泊位: what is added stands behind its counter."""
    counted = place.last.unit_class == "counter" and len(place.group) == 1
    if not counted or place.frame.verb not in _ADDS or place.words.endswith((*HOW_MANY, *ATTRIBUTES, *SHARED_HEADS)):
        return False
    return place.text[place.last.outer.end : place.last.outer.end + 1] != "的"


_KEPT = late(r"(?:利率|通胀率|失业率|准备金率)(?:目标)?(?:区间)?$")


def _keeps(place: Place) -> bool:
    """甲行宣布维持 | 5%的 | 基准利率 | 不变: what is kept so high, where only who keeps it stands before."""
    kept = place.frame.verb in ("维持", "保持", "设定") and place.last.unit == "%"
    if not kept or not place.text.startswith("的", place.last.outer.end) or place.words.endswith("率"):
        return False
    return _KEPT.search(place.text, *place.right.noun) is not None


_NEARLY = late(r"至少|将?近|大?约")


def _is_compared(place: Place) -> bool:
    """Whether the name is tied to the number by what it exceeds or falls short of: 学校超过20所."""
    first = place.first
    if place.last.comparator == "eq" or first.outer.start == first.span.start:
        return False
    if place.last.unit_class != "counter" or place.text[first.outer.start - 1] in "逼接临":
        return True
    return _NEARLY.fullmatch(place.text, first.outer.start, first.span.start) is None


_WHERE = late(r"(?:[^，。；]{2,}(?:造成|导致|致使|让))?(?:我国|当地|这里|本届政府|全[国省市区县州镇村])")


def _is_where(place: Place) -> bool:
    """全县净增 | 8万吨 | 稻谷, 甲国将增加 | 3亿元 | 债务: only where or whose it is stands before the number."""
    if _WHERE.fullmatch(place.words):
        return True
    moved = place.frame.change in ("increase_by", "decrease_by") and place.last.unit_class in ("physical", "money")
    return moved and (place.words in COUNTRIES or is_area(place.words))


def _has_no_name(place: Place) -> bool:
    """What stands left of the number is a verb, or nothing: 新增, 建成."""
    frame = place.frame
    bare = frame.verb in ("新增", "新建") or frame.change == "new" or place.size < 2 or place.words in OPENINGS
    bare = bare or _is_where(place)
    short = frame.change is None and place.size <= VERB_SIZE and place.last.unit_class != "ratio"
    return bare or (short and not is_attribute(place.words))


_OCCURS = late(r"(?:出现|遭遇|迎来|带来|发生)了?$")
"""出现了6至10摄氏度的降温."""
_WHERE_TO = late(r"[\u4e00-\u9fff]{0,6}?(?:国家|地区|城市|省份?|市|县|区|村)")


_FOR = late(r"(?:为|帮助|让)[^，]{2,8}$")
_MOVED = late(r"[^，。；的]{0,12}?(?:成本|费用|排放|能耗|时间|效率|收入|产量|支出|负担|用量|浪费|损失|面积|产能|库存)$")


def moves(place: Place) -> bool:
    """为企业节省20%的采购成本, 调减50万亩玉米种植面积: the noun after a change by so much is what changes."""
    by = place.frame.change in ("increase_by", "decrease_by") and place.right.strong
    share = place.last.unit == "%" and place.text.startswith("的", place.last.outer.end)
    attributive = by and (share or place.last.unit_class == "physical")
    named = place.words.endswith((*ATTRIBUTES, *SHARED_HEADS)) and not _FOR.search(place.words)
    return attributive and not named and _MOVED.fullmatch(place.text, *place.right.noun) is not None


def _reaches(place: Place) -> bool:
    """出口到200多个国家: what something gets to."""
    to = place.frame.verb.rstrip("了") in ("到", "至") and place.last.unit_class == "counter"
    return to and place.right.strong and _WHERE_TO.match(place.text, *place.right.noun) is not None


def _is_levied(place: Place) -> bool:
    """对进口汽车加征25%关税, 小规模纳税人适用3%征收率: the duty is what the percentage is."""
    if place.last.unit != "%" or not place.right.strong:
        return False
    if place.words.endswith(LEVY):
        return place.text.endswith("税", *place.right.noun)
    return place.words.endswith("适用") and place.text.endswith(("税率", "征收率", "费率"), *place.right.noun)


def _leads_to_noun(place: Place) -> bool:
    """A list item, a clause that describes (医院出具的100项结果), a place or a verb before it: 在…发现500克冰毒."""
    if place.right.strong and _is_listed(place):
        return True
    counts = place.last.unit_class in ("counter", "people")
    if place.right.strong and _OCCURS.search(place.text, place.name.start, place.name.end):
        return True
    describes = (counts or place.last.unit_class == "physical") and place.text.startswith("的", place.name.end)
    around = AROUND.fullmatch(place.text, place.name.start, place.name.end)
    return describes or bool(around) or (_is_compared(place) and DOES.search(place.words) is not None)


def _is_part(place: Place) -> bool:
    """学校80%的学生来自农村: a share of the noun that follows."""
    named = place.frame.change is not None and place.frame.verb not in _HAVING
    alone = place.last.unit_class == "ratio" and not named and len(place.group) == 1
    of_all = place.words.endswith((*WHOLES, "全球", "世界"))
    return alone and (of_all or place.text.startswith("的", place.last.outer.end))


_PREPOSITION = late(
    r"(?:(?<![内存现所潜])在|(?<![方走朝去导取])向|(?<![参给赠授])与|(?<![自理])由"
    r"|(?<![针相])对|(?<![共相合不协等])同|(?<![来亲各独值])自|(?<![即大主健])将|[把从])$"
)


def is_object(place: Place) -> bool:
    """在4个项目进行角逐, 把9个县市连接起来: the preposition's object is what is counted."""
    right, start = place.right, place.first.outer.start
    if not right.strong or place.last.unit_class not in ("counter", "people", "self_naming"):
        return False
    alone = place.frame.change is None or len(place.frame.verb) == 1
    return alone and _PREPOSITION.search(place.text, max(0, start - 2), start) is not None


MEANS = late(r"以(?:仅|不足|不到)?(?:占?(?P<whole>全国|全省|全市|全球|世界))?(?:仅|不足|不到|年均)?$")


def is_means(place: Place) -> bool:
    """以5%的能耗产出了6.4%的产值: a share of the noun after it, by which something is done."""
    start = place.first.outer.start
    share = place.last.unit == "%" and place.right.strong and place.text.startswith("的", place.last.outer.end)
    return share and MEANS.search(place.text, max(0, start - 8), start) is not None


_DOES_TO = late(
    r"(?:投入|造成|带来|具备|购[进入买]|采购|收购|收储|囤积|运载|装载|运[送输]|输送|修建|申请|享受|收取|征收|获得|领取|发放|提供|供应|生产|释放"
    r"|遭受|拍摄|记录|进行|裁[减撤]|腾退|清退|筹[措集]|划拨|调拨|拨付|捐[赠献]|拥有|出现|迎来|种[植下]|承包|流转|治理|修复|淘汰|拆除|改造|处置|清理|疏浚|销毁|压减|化解|关停)(?:[了到出着过起下]|有望|合计|累计|高达|多达|至少|最高|将?近|大?约|超过?)*$"
)
_VERBS_NEXT = late("用于|用来|支持|扶持|帮助|创|来自")
DOES_REACH = 10
"""How far before a number the verb that is done to what follows may begin."""


def _is_done_to(place: Place) -> bool:
    """民政部门投入5亿元公益金: the object of a verb stands behind the amount."""
    start = place.first.outer.start
    amount = place.last.unit_class in ("money", "physical") and len(place.group) == 1 and place.right.strong
    if not amount or _VERBS_NEXT.match(place.text, place.right.noun.start):
        return False
    return _DOES_TO.search(place.text, max(place.name.start - 2, start - DOES_REACH), start) is not None


AND = "和|以及|(?<![遍涉惠普触波])及"
_ANOTHER = late(rf"[\u4e00-\u9fff]{{2}}(?:{AND})$")


def _is_listed(place: Place) -> bool:
    """固定的办公地点、5000元以上的资金: the words before are another item of the list."""
    if place.size < 2 or place.frame.change is not None:
        return False
    start = place.first.outer.start
    joined = _ANOTHER.search(place.text, max(place.name.start, start - 4), start) is not None
    return joined or place.text[place.name.end : place.name.end + 1] == "、"


_WORK_DONE = late(
    r"[^，。；]{0,20}?(?:任务|[^新]建设|改造|治理|整治|修复|造林|绿化|种植|播种|收[割获购储]|疏浚|铺设|敷设|拆除|拆迁|征收"
    r"|养护|硬化|加固|扩建|改建|修建|回填|清淤|植树|复垦|补植|防治|作业|维修|翻修)(?:工[作程]|任务)?"
)


def _attains(place: Place) -> bool:
    """完成4000亿元投资, 甲公司完成3000亩耕地治理, 两地形成500公里航道网: the noun after an amount tells what it is."""
    if place.last.unit_class == "physical" and place.frame.verb in _ATTAINING:
        done = place.frame.verb == "形成" or _WORK_DONE.fullmatch(place.text, *place.right.noun) is not None
        return place.right.strong and done
    if place.last.unit_class != "money":
        return False
    if place.frame.verb in _ATTAINING and ATTRIBUTE.fullmatch(place.text, *place.right.noun):
        return True
    if _SUFFERS.search(place.words) and place.text[place.right.noun.start - 1] == "的":
        return place.right.strong
    granted = _GRANTS.search(place.text, place.name.start, place.first.outer.start) is not None
    return granted and _FUNDS.search(place.text, *place.right.noun) is not None

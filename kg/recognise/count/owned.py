"""What a number measures of the noun after it: 5万亩以上的灌区 (面积), 总投资3亿元的快速路, 10个工作日内完成."""

from __future__ import annotations

from kg.lexicon.predicate import ATTRIBUTES, FIGURES, OPENINGS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.count.counted import name_following
from kg.recognise.count.follow import RATES, WORTH
from kg.recognise.modality.threshold import SIZES_OF_TOWNS
from kg.recognise.name.naming import BARE_VERB, Naming, Place
from kg.recognise.syntax.attribute import DIMENSIONS, is_attribute
from kg.recognise.syntax.front import NTH
from kg.recognise.syntax.phrase import trim

ATTRIBUTE_SIZE = 6
"""Longest attribute, in characters."""
CONDITION_SIZE = 8
"""The same of what is asked of things: 吸纳就业 | 30人以上的 | 车间."""
_AREA = ("亩", "公顷", "平方米", "平方公里")


_WITHIN = late(
    r"之?内(?:，(?:应当?|须|要|可以?)?)?(?:[以按](?!内)[\u4e00-\u9fff、]{2,12}?(?:形式|方式)|(?:通过|经由?)[\u4e00-\u9fff]{2,10}?(?:系统|平台|网站))?"
    r"(?:依法|及时|书面|一次性)*(?:[将把][^。；\n]{2,50}?(?=报送|上报|提交|抄送|移送|通报|告知|通知|公布|反馈|送达|报(?!告)))?"
    r"[将把]?(?P<does>(?!的|由|内)(?:[\u4e00-\u9fff]|(?<=[省市])、(?=[市县])){2,24})(?<!的)(?=[，。；（、\n]|$)"
)
"""应在10个工作日内 | 完成材料初审; 7个工作日内，以书面方式将 | 报告上报甲局."""
BARE_DEED = 4
"""Longest deed that says nothing without the matter, in characters: 一般登记 | 3日内 | 办结."""
_MATTER = late(r"[\u4e00-\u9fff]{2,10}(?<![部门单位机构委局起后应在于])")
_PRACTICE = late(r"[^，。；并且的]{0,16}?(?:经验|经历|资历|年限)")
"""具有5年以上 | 工作经验."""


_LENGTHS = ("米", "厘米", "毫米", "公里")
_OWN_SIZE = late(r"(?P<own>时速|里程|海拔|落差|航程|射程)(?:的(?P<of>[^，。；的]{2,10})(?=[，。；]|$))?")
"""350公里时速, 9万公里里程的路网: what the number is of the thing."""
_SIDE = late(r"([宽长高深厚重])的(?=[\u4e00-\u9fff]{2})")
"""3.5米宽的 | 公路, 400吨重的 | 构件."""
_REACHING = late(r"(?:(?<![\u4e00-\u9fff])|(?<=[各的]))([宽长高深厚重])$|(?P<reaches>[宽长高深厚重])达(?:约|近)?$")
"""这条长达 | 20公里 | 的隧道, 高 | 180米 | 的主塔."""
_WEIGHTS = ("吨", "公斤", "斤", "千克", "克")


_CITIES = late(rf"{SIZES_OF_TOWNS}(?:城市|城镇|[县镇乡村])")
_SETTLED = late(rf"(?:及以上|以上|以下|及以下){_CITIES.pattern}")
"""20万人口以上的 | 城市: how many people live there."""


_SCALE = late(r"规模的?(?P<fund>[\u4e00-\u9fff“”]{0,12}?基金)")
"""设立50亿元 | 规模的 | 引导基金."""
_MAY = late(r"(?:均|也|都)?(?:可以?(?![再循降视])|应(?!急|用)|必?须|不得|免征|减免|享受)")
"""企业 | 可申请贷款: what the rule lets those do."""


_NO_NAME = late(r"(?:[向到在对由将把被为给从以]|预[测计]|要求|发展)$")
"""安永预测 | 1亿元以上的 | 交易."""


def name_asked(place: Place) -> Naming | None:
    """职工 | 100人以上的 | 企业: what is asked of those behind the number."""
    end, noun = place.last.outer.end, place.right.noun
    bounded = place.last.comparator in ("ge", "le") and end > place.last.span.end
    if not bounded or len(place.group) > 1 or not place.text.startswith("的", end) or place.first.unit in ("%", "级"):
        return None
    if not BARE_VERB <= place.size <= CONDITION_SIZE or place.words in OPENINGS or place.frame.change:
        return None
    if not place.right.strong or _NO_NAME.search(place.words):
        return None
    if may := _MAY.search(place.text, noun.start + 2, noun.end):
        noun = Span(noun.start, may.start())
    place.right.used = True
    return Naming(((noun, place.name),), "owner")


def _name_side(place: Place) -> Naming | None:
    """3.5米宽的公路, 350吨重的构件, 长达20公里的隧道: how wide, heavy or long what follows is."""
    start, end = place.first.span.start, place.last.outer.end
    side = _SIDE.match(place.text, end)
    begins = side.end() if side else place.right.noun.start
    if side is None and place.text.startswith("的", end) and place.right.strong:
        side = _REACHING.search(place.text, max(0, start - 4), start)
    how = side[1] or side["reaches"] if side else ""
    if side is None or place.last.unit not in (_WEIGHTS if how == "重" else _LENGTHS):
        return None
    place.right.used = True
    what = trim(place.text, Span(begins, place.right.noun.end))
    return Naming(((what,),), "condition", "重量" if how == "重" else f"{how}度")


def _own_size(place: Place) -> Naming | None:
    """50亿元规模的基金, 3.5米宽的公路, 9万公里里程的路网: the word for the size stands behind it."""
    if place.first.unit_class == "money" and (scale := _SCALE.match(place.text, place.last.outer.end)):
        place.right.used = True
        return Naming(((Span(*scale.span("fund")),),), "condition", "规模")
    if sided := _name_side(place):
        return sided
    if place.last.unit in _LENGTHS and (size := _OWN_SIZE.match(place.text, place.last.outer.end)):
        place.right.used = True
        of = (Span(*size.span("of")),) if size["of"] else ()
        return Naming(((*of, Span(*size.span("own"))),), "condition")
    return None


def name_condition(place: Place) -> Naming | None:
    """5万亩以上的灌区: a size that things must have is their area."""
    noun = place.right.noun
    if own := _own_size(place):
        return own
    if place.last.unit_class != "ratio" and place.text.startswith("人口的", noun.start, noun.end):
        return Naming(((Span(noun.start, noun.start + 2),),), "number-noun")
    reached = place.frame.change in ("decrease_to", "increase_to") and place.size > BARE_VERB
    if place.last.unit_class == "time" and not reached and (within := _WITHIN.match(place.text, place.last.span.end)):
        does = Span(*within.span("does"))
        beside = place.name.end == place.first.outer.start and does.end - does.start <= BARE_DEED
        whole = beside and _MATTER.fullmatch(place.words)
        return Naming(((place.name, does) if whole else (does,),), "limit", "时限")
    if place.last.unit == "年" and (known := _PRACTICE.match(place.text, *place.right.noun)):
        return Naming(((Span(*known.span()),),), "condition")
    settled = place.last.unit == "人" and _SETTLED.match(place.text, place.last.span.end) is not None
    if settled and place.right.strong and not place.words.endswith("人口"):
        place.right.used = True
        cities = _CITIES.match(place.text, *place.right.noun)
        return Naming(((Span(*cities.span()) if cities else place.right.noun,),), "condition", "人口")
    sized = (
        place.last.unit in _AREA
        and place.last.comparator in ("ge", "le")
        and place.last.outer.end > place.last.span.end
    )
    if not sized or place.text[place.last.outer.end : place.last.outer.end + 1] != "的" or not place.right.strong:
        return None
    if place.words.endswith(ATTRIBUTES):
        return None
    place.right.used = True
    return Naming(((place.right.noun,),), "condition", "面积")


_BUILT = late(
    r"(?:推进|实施|启动|加快|建设|建成|形成|完成|抓好|确保|新建|修建|打造|组建|成立|(?:发起)?设立|募集|发行)"
    r"(?:起|了)?(?P<own>总?投资额?|总?规模|总长度?|全长|总?面积|建筑面积|总?装机容量)$|(?:[跨翻穿]越|登上|登顶|位于|地处|来到|到达|抵达|在)(?P<size>平均海拔|海拔|全长|总长)$"
    r"|(?P<rate>(?:最高|设计|运营|运行|试验|巡航){0,2}时速|亩产|单产)$|(?P<length>全长|总长|绵延)$|(?<=[一二两三四五六七八九十这该那][条座段道艘架栋根])(?P<side>[长高宽深重])$"
    r"|(?<=[将把])(?P<worth>(?:市场)?(?:估价|估值|售价|标价|原价))$|(?<![\u4e00-\u9fff])(?P<staff>职工|员工|教职工)$"
)


_SHARED = ("投资", "GDP", "产值", "营收", "收入", "市值", "规模", "总量")
"""What the first of several with 的 names for the next: GDP超3万亿元的甲市、| 2万亿元的 | 乙市."""
_MOVES = late("(?:运营|运行|行驶|飞行|通过|前进)")
"""时速350公里 | 运行: no thing that is as fast."""


_AS_NTH = late(rf"{NTH}$")


def _as_nth(place: Place) -> Naming | None:
    """甲市成为全国第六个 | 产值破万亿元的城市: whose figure it is stands before."""
    start, subject = place.name.start, place.subject or place.frame.subject
    if subject is None or not _AS_NTH.search(place.text, max(subject.end, start - 6), start):
        return None
    return Naming(((place.name,) if place.subject is None else (subject, place.name),), "noun-number", subject=subject)


def name_alike(place: Place) -> Naming | None:
    """推进总投资9亿元的改造工程, 翻越海拔4800米的雪山: the attribute without its verb; 投资3500万元的管网改造、
    3800万元的巷道改造, GDP超3万亿元的甲市、2万亿元的乙市: of all."""
    if place.text.startswith("的", place.last.outer.end) and (nth := _as_nth(place)):
        return nth
    aged = place.last.unit in ("岁", "周岁") and place.words.endswith("年龄") and place.right.strong
    if aged and place.text.startswith("的", place.last.outer.end):
        place.right.used = True
        return Naming(((place.right.noun, place.name),), "owner")
    own = _BUILT.search(place.text, *place.name)
    direct = own is not None and own["rate"] is not None and own.end() == place.first.outer.start
    direct = direct and _MOVES.match(place.text, place.last.outer.end) is None
    if own and place.right.strong and (direct or place.text.startswith("的", place.last.outer.end)):
        place.right.used = True
        return Naming(((place.right.noun, Span(*own.span(own.lastgroup or 0))),), "owner")
    metrics, listed = place.scope.metrics, place.text[place.first.outer.start - 1] == "、"
    last = metrics[-1] if metrics and listed and not place.size and place.first.unit_class == "money" else ()
    if len(last) != 2 or not place.right.strong or not place.text[slice(*last[-1])].endswith(_SHARED):
        return None
    place.right.used = True
    return Naming(((place.right.noun, last[-1]),), "owner")


_CHAINED = late(
    rf"(?:以上|左右|[多余])?(?:、(?:可?容纳|{any_of(ATTRIBUTES)}|[长宽高深厚重])(?:[为达约近逾]|超过?)*[0-9.]+[^，。；：、0-9的]{{1,8}})+"
    r"的(?P<thing>[\u4e00-\u9fff“”]{2,16})(?=[，。；、]|$)"
)
"""总投资5亿元 | 、占地300亩的 | 产业园: all the sizes are of what stands behind the last."""
_THING = late(
    r"[\u4e00-\u9fff“”]{1,14}?(?:园区?|基地|中心|项目|工程|公园|广场|厂|站|馆|楼|桥|路|道|渠|堤|带|隧道|水库|新城|小镇|社区|市场|码头|泊位|大棚|浮标|设备|船)"
)
"""产业园 | 项目建设: what has a size, without what is done with it."""


def name_chained(place: Place) -> Naming | None:
    """总投资 | 5亿元、占地300亩的产业园; 长300米、| 宽 | 20米的桥: of what, where all its sizes stand before it."""
    end = place.last.outer.end
    if place.text.startswith("的", end):
        return _last_side(place)
    if not place.text.startswith(("、", "以", "左", "多", "余"), end) or len(place.group) > 1:
        return None
    return _first_size(place)


def _last_side(place: Place) -> Naming | None:
    """长300米、| 宽 | 20米的桥."""
    if place.words not in DIMENSIONS or place.text[place.name.start - 1] != "、" or not place.right.strong:
        return None
    place.right.used = True
    return Naming(((place.right.noun, place.name),), "owner")


def _first_size(place: Place) -> Naming | None:
    """建成 | 总投资 | 5亿元、占地300亩的产业园."""
    chained = _CHAINED.match(place.text, place.last.outer.end)
    own = (_BUILT.search(place.text, *place.name) or _BECOMES.search(place.text, *place.name)) if chained else None
    thing = _THING.match(chained["thing"]) if chained else None
    if chained is None or thing is None or not (own or is_attribute(place.words) or place.words in DIMENSIONS):
        return None
    at = chained.start("thing")
    attribute = Span(*own.span(own.lastgroup or 0)) if own else place.name
    return Naming(((Span(at, at + thing.end()), attribute),), "owner")


def name_owned(place: Place) -> Naming | None:
    """总投资3.3亿元的快速路, 价值600万元救灾物资: the attribute before the number belongs to the noun after it."""
    if place.first.unit_class == "money" and place.right.strong and place.words.endswith(WORTH):
        place.right.used = True
        return Naming(((place.right.noun, Span(place.name.end - 2, place.name.end)),), "owner")
    bounded = place.last.comparator in ("ge", "le") and place.last.outer.end > place.last.span.end
    sized = bounded and place.last.unit_class in ("money", "physical") and place.words.endswith(ATTRIBUTES)
    attributive = place.right.strong and (sized or place.text.startswith("的", place.last.outer.end))
    rate = place.first.unit != "%" or (
        place.words.endswith(RATES) and place.first.comparator in ("gt", "ge", "lt", "le")
    )
    if len(place.group) > 1 or not attributive or not rate:
        return None
    if place.text.endswith(("目标", "任务"), *place.right.noun):
        return None
    if _is_had(place):
        place.right.used = True
        return Naming(((place.name, place.right.noun),), "owner")
    if _is_told(place) and not _MEASURE.search(place.words):
        place.right.used = True
        return name_following(place)
    if another := _of_another(place):
        place.right.used = True
        listed = _LISTED_IN.fullmatch(place.text, *place.right.noun)
        return Naming(((Span(*listed.span("thing")) if listed else place.right.noun, another),), "owner")
    front, own = (None, place.name) if place.size <= ATTRIBUTE_SIZE else _described(place)
    if (
        own in (None, place.name)
        and place.first.unit_class in ("physical", "money")
        and (becomes := _BECOMES.search(place.text, *place.name))
    ):
        own = Span(*becomes.span("own"))
    if own is None:
        return None
    place.right.used = True
    return Naming((tuple(piece for piece in (front, place.right.noun, own) if piece),), "owner")


_OF_ANOTHER = late(
    rf"[^，。；]*[\u4e00-\u9fff”](?:和|及|以及|、)(?P<own>(?:年|总|计划|主营业务)?(?:{any_of(ATTRIBUTES)}))"
)


_LISTED_IN = late(
    r"(?P<thing>[^，。；]{0,12}?(?:项目|企业|工程|园区|单位|机构))[\u4e00-\u9fff]{0,8}(?:机制|制度|名单|清单|台账|目录|库)"
)
"""重大项目 | 包联制度: what is of that size, and not what is kept of it."""


def _of_another(place: Place) -> Span | None:
    """产值1000万元以上企业和 | 投资 | 3000万元以上项目: the words before the attribute are another item."""
    found = _OF_ANOTHER.fullmatch(place.text, *place.name)
    if found is None or place.text.endswith(FIGURES, place.name.start, found.start("own") - 1):
        return None
    return Span(*found.span("own"))


_BECOMES = late(
    r"(?:变身?[为成]|成[为了]|[\u4e00-\u9fff]{2}(?=了)|通过|批准|签署|签订|推出|启动|公布|宣布|出台|[建改升]成|发展[为成]|打造[为成出]?|起吊|承载|容纳|收放|搭载|配备|拥有|设有|建有)了?"
    r"(?P<own>总额|总?投资|总?金额|总?价值|总?面积|占地(?:面积)?|建筑面积|直径|口径|跨度|自重|载重|重量|长度|高度|宽度|库容|容积|总长|全长)$"
)
"""荒滩变身为 | 面积5平方公里的 | 公园: the verb before the attribute names nothing."""
_MEASURE = late(rf"[率额量值数价度比长宽高深厚重龄口程拔]$|{any_of((*FIGURES, *WORTH))}$")
"""Words that measure: what else stands before a number with 的 tells who does what (打造了 | 400平方米的 | 馆舍)."""


def _is_told(place: Place) -> bool:
    """Whether an amount is no bound of what follows (低于20万元的工程)."""
    plain = place.frame.change in (None, "level") and place.first.comparator in ("eq", "approx")
    return plain and place.first.unit_class in ("money", "physical")


_HAS = ("有", "具有", "拥有", "存在", "面临")
_FIGURE = (*FIGURES, "潜力", "空间", "速度", "高度", "厚度", "深度", "密度")


def _is_had(place: Place) -> bool:
    """康养产业有 | 5000亿元的 | 市场潜力, 甲区每年保持 | 200亿元的 | 投资规模: whose it is stands before."""
    has = place.frame.verb.rstrip("了") in _HAS and place.first.unit_class == "money" and place.size > 0
    figure = place.text.endswith(_FIGURE, *place.right.noun) and place.size > 1
    return has or (figure and not place.words.endswith((*_FIGURE, *RATES)))


_CLAUSE_OF = late(
    r"(?P<front>[^，。；]{2,16}的)(?P<own>[^的，。；]{2,8})|[^，。；]{2,20}[于给向](?P<given>[^的，。；]{2,8})"
)


def _described(place: Place) -> tuple[Span | None, Span | None]:
    """获得投资的 | 年销售收入 (低于100万元的企业): what else is said of those after the number, and their attribute."""
    found = _CLAUSE_OF.fullmatch(place.text, *place.name)
    if found is None or not place.words.endswith((*ATTRIBUTES, *RATES)):
        return None, None
    own = Span(*found.span("own" if found["own"] else "given"))
    return (Span(*found.span("front")) if found["front"] else None), own

"""The unit that is left out: 2.3亿 is of people, of money, of households or of things, as the words around it say."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.syntax.noun import Right
from kg.recognise.syntax.phrase import Phrase, words

FOLK = late(
    r"人口|中国人(?!民)|百姓|老乡|父老|乡亲|群众|学生|职工|人民|农民|居民|党员|妇女|儿童|老年人|青年|青、?壮年|劳动力|村民|毕业生|从业者|从业人员|劳动者|消费者|用户|银发族|群体|志愿者|渔民|牧民|移民|民众|网民|人群"
    r"|文盲|旅客(?!列车|运输|周转)|[游乘]客|车主|军民|同胞|国人(?![口民])|孩子|工人(?!村|文化)|官兵|师生|干部|医护|人数"
    r"|残疾人(?!事业|组织)|纳税人|[缴持][存卡]人|难民|“?粉丝(?!团|群|经济|量|数)|患者(?!组织)|病人|老人|儿女|子女|人员|爱好者|工作者|务工|外来工|农民工|林农|医生(?!集团)|骨干|夫妇|考生|新生|观众|华人|侨胞|[洲拿]人|(?:采购|展|客|经销)商(?![品场务])"
)
SCALE = late(
    r"(?:指数|系数|死亡率|浓度|倍差|比值|效率|PUE.?|评分|得分|基尼系数|之比|收入比|点|热度|密度|容积率|指标值)$|PUE"
)
_MONEY = late(
    r"(?:(?<![架户员民者人众群站点])(?<![架户员民者人众群站点]总)规模|产值|投资|投入|资金|收入|总额|营收|利润|税收|补贴|债券|交易额|余额|GDP|经费|贷款|市值|资产|国债|债务|赤字|存款|补助|奖金|外资|经济总量|年薪|薪酬|工资|销售额|成交额|罚款|费用|管理费|营业额|租金|工钱|个税|税款|房价|现价|总价|[学电水药油话]费)$"
)
_SUMS = late(r"(?:[产企行商]业|产业[群链园]|集群|基金|园区|市场|巨头|大单|赛道|项目)$")
"""With 亿 and no counter these are told by their money: 300亿的产业群."""
_FUND = late("(?:基金|资金|债券|国债|贷款|补贴|经费|费用)$")
"""100亿军民融合发展基金: money, whomever it is for."""
_LAID_OUT = late(
    "(?:投资|出资|斥资|耗资|集资|筹资|贷款|借款|捐款|罚款|花费|花了|(?<![提演付支])[出开报要]价|(?:评估|起拍|成交|收购|市场)价"
    "|卖[到出了]?|拿出|缴纳|租到|(?<![相衡])[挣赚攒][到下了]?|省下|凑[够齐了]|借[来了]|欠[下了]|亏[了损]|便宜|贵了)了?[近约]?$"
)
"""个人出资 | 50万 | 办厂, 企业出价 | 800万: money, whatever is done with it."""
_PRICED = late(r"(?:[价卖花要涨交省挣赚付贵]|能有|[拿领分]到|便宜|只有|才)了?(?:约|近)?$")
"""药标价 | 48块: said of money."""
_BY_THE_EACH = late("个[万亿]")
"""拿出5个亿: said of money."""
_PEOPLE = late(
    r"(?:人|人数|人口|群众|学生|职工|人民|农民|者|族|员|居民|党员|妇女|儿童|老人|老年人|青年|师生|同胞|劳动力|人才|村民|毕业生|就业|家长|百姓|老乡|乡亲|牧民|用户|民众|网民|在校生|研究生|考生|新生|医生|教师|人士|专家|学者|客商|游客|旅客|乘客|市民|观众|嘉宾|官兵|员工|护士|医师|幼儿|侨胞|华侨|代表|负责人|同志|记者|选手|企业家|科学家|艺术家|院士|[难灾移股彩]民|患者|病人|伤员|球迷|会员)(?:总?(?:数|数量|量|规模)|缺口|需求)?$"
)
_HEADS = late("(?:减贫|裁员|扩招|员额|队伍)$")
"""减贫1300万: of people, without saying so."""
_ITSELF = late("(?:左右|上下|以上)?的人(?![均才口工员群])")
"""3000万左右的人: people after all."""
_WHOM = late(rf"[\u4e00-\u9fff]{{1,6}}?(?:{FOLK.pattern}|幼儿)")
"""让 | 600多万 | 缺水村民 | 受益."""
HOUSES = late(r"[\u4e00-\u9fff]{0,4}?(?:[农牧渔商]|贫困|困难|脱贫|搬迁|改造)户(?!籍)")
"""2818万受灾农户获得赔款."""
_NAMES_UNIT = late(
    r"(人次|户次|辆次|车次|架次)(?:数|总数|总量|规模)?$|(?<=[\u4e00-\u9fff])((?<!用)户|[件家项台辆例])数$"
)
"""观影人次为1.2亿: the name tells the unit; a 用户 is somebody."""
_LINES = late(
    r"(?:光纤|宽带|电话|[45]G|千兆|接入|联网|IPTV|燃气|天然气|供暖|供热|用电|用水|[停断]电)用户(?:数|总数|规模)?$"
)
"""Users that are lines or households: 千兆光纤用户数."""
_VISITS = late(r"(?:访问|点击|阅读|浏览|播放|下载|转发|点赞|传播|观看|曝光|关注|互动)(?:总?量|次?数)$")
_DOSES = late("疫苗(?:(?P<given>接种)|[\u4e00-\u9fff]{0,4}(?:产能|产量|供应|能力|数量|总量))")
"""疫苗产能达到5亿; what is given of it is counted by the times."""
SICK = late("(?:确诊|病例|感染者)$")
"""新增感染者37: told in cases."""
_AMOUNT = late("(?<![成交易放缩])量$|装机$|产能$|能力$")
"""标识注册总量突破5亿 counts things; the market speaks of 成交量 in money."""
_TALLY = late("(?:(?<![指系倍分参基乘])数|数量|个数|拥有量|保有量)$")
"""独立站数量超20万: so many things."""
BIG = 10**7
"""So much of what is not named is money."""


def is_folk(words: str) -> bool:
    """Whether words name people: 居民, 毕业生."""
    return _PEOPLE.search(words) is not None


def unit_of(text: str, quantity: Quantity, phrase: Phrase, right: Right) -> str:
    """The unit, or the one left out: 人 for people, 元 where money is meant, 户, 次 for visits, else 个 for things."""
    start = quantity.outer.start
    if quantity.unit == "块" and not right.used and _PRICED.search(text, max(0, start - 5), start):
        return "元"
    if quantity.unit or quantity.unit_class:
        return quantity.unit
    metric = words(text, phrase)
    noun = text[right.noun.start : right.noun.end] if right.used else ""
    if unit := _named(noun, metric):
        return unit
    if _is_people(text, quantity, noun, metric):
        return "人"
    if not noun and _TALLY.search(metric):
        return "个"
    if _is_money(text, quantity, noun, metric):
        return "元"
    return "个" if noun else ""


def _named(noun: str, metric: str) -> str | None:
    """The unit that the name tells: 点击量 in 次, 光纤用户 in 户."""
    if (noun.endswith("户") and not noun.endswith("用户")) or HOUSES.match(noun):
        return "户"
    if named := _NAMES_UNIT.search(noun or metric):
        return named[1] or named[2]
    if _LINES.search(metric):
        return "户"
    if _VISITS.search(noun or metric):
        return "次"
    if doses := _DOSES.search(metric):
        return "剂次" if doses["given"] else "剂"
    return "例" if SICK.search(noun or metric) else None


def _is_people(text: str, quantity: Quantity, noun: str, metric: str) -> bool:
    name = noun or metric
    if metric.endswith("人口") or (not noun and "人口" in metric and not SCALE.search(metric)):
        return True
    if _FUND.search(noun):
        return False
    if _HEADS.search(name) or _PEOPLE.search(name) or FOLK.search(noun):
        return True
    end = quantity.outer.end
    whom = not noun and not _MONEY.search(metric) and _WHOM.match(text, end) is not None
    return whom or FOLK.match(text, end, end + 4) is not None or _ITSELF.match(text, quantity.span.end) is not None


def _is_money(text: str, quantity: Quantity, noun: str, metric: str) -> bool:
    if _MONEY.search(noun or metric):
        return True
    if _LAID_OUT.search(text, max(0, quantity.outer.start - 5), quantity.outer.start):
        return True
    if not noun and _WHOM.match(text, quantity.outer.end):
        return False
    if quantity.value >= BIG and not noun and not SCALE.search(metric) and not _AMOUNT.search(metric):
        return True
    if _BY_THE_EACH.search(text, *quantity.span):
        return True
    return text.find("亿", *quantity.span) >= 0 and _SUMS.search(noun) is not None


_LAND = ("亩", "公顷")
_TILLED = late(
    r"(?:造林|治沙|治理|绿化|种草|修复|退耕|还林|还草|轮作|休耕|播种|种植|栽植|栽种|灌溉|收割|收获|机收|移栽|插秧|飞播"
    r"|补植|抚育|复垦|整治|受灾|成灾|绝收|过火)$"
)
"""What is done, or happens, to so much land."""


def size_of(quantity: Quantity, metric: str) -> str:
    """What a name lacks that its unit tells: 造林 | 3万亩 (面积), 集中开工项目 | 20万平方米 (建筑面积),
    双向 | 六车道 (车道数), 存煤可用 | 20天 (天数)."""
    if quantity.unit == "车道":
        return "" if metric.endswith("车道数") else "车道数"
    if quantity.unit == "天" and metric.endswith("可用"):
        return "天数"
    if quantity.unit == "平方米" and metric.endswith(("开工项目", "竣工项目", "建设项目")):
        return "建筑面积"
    return "面积" if quantity.unit in _LAND and _TILLED.search(metric) else ""

"""Parts of what was counted before: 其中40万套形成供应, 省级网站中有10个开通了英文版, 完成年度任务的63%."""

from __future__ import annotations

from kg.lexicon.predicate import ACTIVE, ATTRIBUTES, ENDS, LIGHT, NEWLY, SHARED_HEADS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Naming, Place
from kg.recognise.name.share import without_share
from kg.recognise.syntax.attribute import DIMENSIONS
from kg.recognise.syntax.clause import clause_start
from kg.recognise.syntax.deed import tells
from kg.recognise.syntax.moving import is_again
from kg.recognise.syntax.phrase import Phrase, is_area, trim

_STATE = late(r"(?:已|处于|位于|分布|形成|集中|来自|产自|用于|投向|流向|投入|开工|建成|完成|竣工|交付)")
_AMONG = late(r"(?:当中|之?中)[，,]?")
_HAVE = late(r"(?:现|目前|今年)?(?:已|还|尚)有(?:约|近|超过?)?")
"""412家规上企业 | 已有 | 237家启动改造."""
_WHEREOF = late("其中，?(?:已?有|还有|已)?(?:约|近|超过?)?$")
_DOES = late(
    r"(?:已经?|还|将|年[内底]|[今明]年|计划|预计|力争|正在?|尚|首次|均|都|全部|成功|顺利|基本|率先)+|没有|未|被|获|"
    rf"{any_of((*ACTIVE, *LIGHT, *ENDS))}|实行|脱贫|稳定|处于|属于|位于|分配|荣获|入围|晋级|恢复"
)
"""其中4条 | 实现通车: what some of those counted do, and no noun."""
_FARES = late(
    r"(?:净利润?|营收|营业收入|业绩|产值|市值|规模|[年季]报|投资额?|[涨跌增降]幅)[^，。；、]{2}"
    r"|逆势|亏损|盈利|扭亏|入不敷出|翻[倍番]|[涨跌]停|上涨|下跌|增长|下降|持平"
)
"""其中4家 | 净利润过亿元，2家 | 亏损: how some of the firms or shares counted fare."""
TOLD_SIZE = 24
"""Longest predicate that is made part of a name, in characters."""
DEED_REACH = 6
"""How far before a number a verb that the clause opens with may stand."""
ACT_SIZE = 4
"""Longest bare verb between 已 and a number."""
WHEREOF_SIZE = 6
"""Longest words from 其中 to the number."""
AMONG_REACH = 200
"""How far before a part 其中 may stand."""
DONE_REACH = 30
"""How far before a share of a task the verb may stand."""


def name_part(place: Place) -> Naming | None:
    """What is told of some of what was counted or named before; None where the number is no such part."""
    return _told_of(place) or _done(place) or _acted(place) or _kind_of(place)


def _acted(place: Place) -> Naming | None:
    """16项问题已整改7项: what has been done with some of what was counted before."""
    if granted := _granted(place):
        return granted
    known = place.scope.units.get(place.last.unit) if place.last.unit_class in ("counter", "physical") else None
    if not known or place.right.strong or len(place.group) > 1:
        return None
    deed = _deed(place) if place.frame.change in (None, "level", "new") or _improved(place) else None
    if deed and not any(_DEED.fullmatch(place.text, *piece) for piece in known):
        return Naming((_with_deed(place.text, known, deed),), "part", inherited=True, whole=known)
    acted = 2 <= place.size <= ACT_SIZE and place.text.startswith("已", place.name.start - 1)
    if place.last.unit_class != "counter" or not acted or known[0].start < place.sentence.start:
        return None
    return Naming(((place.name, *known),), "part", inherited=True, whole=known)


_PAID = late(r"(?:分[两三]批)?(?:累计)?(?:发行|拨付|下达|支付|兑付|兑现|支出|到位|使用|投放)(?:资金)?")
_FUNDS = late(r"(?:债券|专项债|资金|补[助贴]|奖补|贷款|基金|经费|额度|消费券|奖励|投资)(?:额度|规模)?$")
PAID_REACH = 6
"""How far before such a verb 已 may stand."""


def _granted(place: Place) -> Naming | None:
    """专项债券1820亿元，已发行 | 1093亿元: how much of the money told before has been given out."""
    known = place.scope.units.get(place.first.unit) if place.first.unit_class == "money" else None
    if not known or place.right.strong or len(place.group) > 1 or not _PAID.fullmatch(place.text, *place.name):
        return None
    already = place.text.find("已", max(place.sentence.start, place.name.start - PAID_REACH), place.name.start) >= 0
    if not already or not _FUNDS.search(place.text, *known[-1]):
        return None
    led = _NEW_OR_EACH.match(place.text, *known[0])
    kept = (Span(led.end(), known[0].end), *known[1:]) if led else known
    return Naming(((place.name, *kept),), "part", inherited=True, whole=known)


_NEW_OR_EACH = late(r"(?:新增|每[个家户名人])(?=[\u4e00-\u9fff]{2})")
"""What is given out of it is not new, nor what each gets."""
_REVISED = "修改|修订|删除|废止|取消|下放|剔除|移出|调出"
"""规章共90件，修改 | 6件: what is done with parts of a list."""
_MADE = "新?改扩建|[新改扩续配]建|新?开工|改造(?:提升)?|提升改造|竣工|盘活(?:存量)?|供应|配租|配售"
"""What is done to what is built."""
_REVISES = late(
    rf"(?:分[^，。；的]{{1,6}}|累计|计划)?(?:(?:{_REVISED}|{_MADE}|建设|筹[集措])[、和及]?)+(?:各[类种])?(?=[\u4e00-\u9fff]{{2}})"
)
"""取消 | 许可事项9项，下放 | 3项; 新建 | 农田2万亩、改造提升 | 3万亩: what was done with others of the same."""
_DEED = late(
    rf"(?:(?:全部|实际|建成|已)?(?:新建|新?{any_of(verb for verb in NEWLY if len(verb) > 1)}|建成|建设|完工"
    rf"|{_MADE}|{_REVISED})"
    r"|[^，。；、]{0,16}(?:续建|继续建设)|提升)的?"
)
_OTHER_DEED = late(
    rf"(?:基本|开始|计划|全部)?(?:{any_of(verb for verb in NEWLY if len(verb) > 1)}|建成|废止)$"
    r"|(?:建设|改造|治理|修复)任务$"
)
"""保障房 | 基本建成 | 400套、新开工600套: what was done with others of the same."""


def _deed(place: Place) -> Span | None:
    """全部建成的 | 400个, 续建的有 | 2370万千瓦: a verb alone, also where the clause opens with it."""
    if place.size:
        return place.name if _DEED.fullmatch(place.text, *place.name) else None
    opened, start = place.frame.opened or _improved(place), place.first.outer.start
    at = place.text.rfind(opened, max(place.sentence.start, start - DEED_REACH), start) if opened else -1
    deed = Span(at, at + len(opened))
    return deed if at >= 0 and _DEED.fullmatch(place.text, *deed) else None


def _improved(place: Place) -> str:
    """新建公园8个、| 提升 | 15个: what is done to others of what is built, and not by how many there are more."""
    known = place.scope.units.get(place.first.unit)
    built = known is not None and place.first.unit_class == "counter" and _REVISES.match(place.text, *known[0])
    return place.frame.verb if built and place.frame.verb == "提升" else ""


def _with_deed(text: str, known: Phrase, deed: Span) -> Phrase:
    """电站建设 | 总规模 → 电站建设 | 投产 | 总规模; 大型项目 → 全部建成 | 大型项目."""
    deed = trim(text, deed)
    known = _without_other(text, known)
    if any(text.find(text[slice(*deed)], *piece) >= 0 for piece in known):
        return known
    attribute = _attribute(text, known)
    if attribute is None:
        other = _OTHER_DEED.search(text, *known[-1])
        return (deed, *known[:-1], Span(known[-1].start, other.start() if other else known[-1].end))
    front = (*known[:-1], Span(known[-1].start, attribute.start))
    return (*(piece for piece in front if piece.end > piece.start), deed, attribute)


def _without_other(text: str, known: Phrase) -> Phrase:
    """The name without what was done with others of the same."""
    other = _REVISES.match(text, *known[0])
    return (Span(other.end(), known[0].end), *known[1:]) if other else known


def _told_of(place: Place) -> Naming | None:
    """其中40万套形成供应, 123幅已开工, 九成集中在服务业, 122种产品中，有75种产量增长: with what became of it."""
    right, unit, text = place.right, place.last.unit, place.text
    last = place.scope.last() if unit == "%" else None
    known = without_share(text, last) if last else place.scope.units.get(unit)
    if not known or (place.size >= 2 and place.name != known[-1]):
        return None
    again = right.action and right.noun.end > right.noun.start and is_again(text, right.noun, known[-1])
    told = (
        right.action if right.action and again else trim(text, Span(right.noun.start, max(right.noun.end, right.tail)))
    )
    here = unit != "%" and known[-1].start >= place.sentence.start
    among = here and _is_one_of(place, known[-1], told) and not _is_same(text, told, known[-1])
    if not told.end - told.start >= 2 or not (_STATE.match(text, told.start) or (among and _fits(told))):
        return None
    right.used = True
    share = "占比" if unit == "%" else ""
    return Naming(((told, *(known[-1:] if among else known)),), "part", share, inherited=True, whole=known)


_FOR_EACH = late(r"，每[个家所座村县户校]")
"""800个山村中，每个山村配1名干部、 | 1个 | 帮扶单位: what each of them is given."""


def _is_one_of(place: Place, known: Span, told: Span) -> bool:
    """122种产品中，有75种…; 其中75种实现增长."""
    text, start = place.text, place.first.outer.start
    if _FOR_EACH.search(text, known.end, start):
        return False
    if _AMONG.match(text, known.end) or _HAVE.fullmatch(text, known.end, start):
        return True
    fares = _FARES.match(text, *told) is not None
    if fares and text[start - 1] in "，；" and text.find("其中", place.sentence.start, start) >= 0:
        return True
    whereof = _WHEREOF.search(text, max(place.sentence.start, start - WHEREOF_SIZE), start)
    return whereof is not None and (fares or _DOES.match(text, *told) is not None)


def _is_same(text: str, told: Span, known: Span) -> bool:
    """251家公司中，210家公司盈利; 残疾人中有20万城镇残疾人未就业: the noun is said again."""
    again = text.find(text[slice(*known)], *told) >= 0
    return again or text.find(text[told.start : told.start + 2], *known) >= 0


def _fits(told: Span) -> bool:
    return told.end - told.start <= TOLD_SIZE


_ARE = late(
    r"(?:都|均|已经?)?(?:[是为](?P<what>[^，。；：、的0-9][^，。；：、0-9]{1,15})"
    r"|(?P<does>(?:有(?![关序效])|来自|属于|从事|愿意|能够?|可以|希望|认为)[^，。；：、0-9]{2,14}))(?=[，。；\n]|$)"
)
"""企业中八成 | 是民营企业, 居民中六成 | 有参保意愿: what so many of them are or have."""
_ALREADY = late(r"(?:已经?|有|都|均|是|的|，)+")


def name_among(place: Place) -> Naming | None:
    """省级网站中有10个开通了英文版, 任务中已完成413项, 学位中有55%给了新生: those of which something is told."""
    text, ratio = place.text, place.last.unit_class == "ratio"
    whole = next((w for w in (place.subject, place.name) if w and text.endswith("中", w.start, w.end)), None)
    if whole and text[whole.end - 3] in "、和" and is_area(text[whole.end - 2 : whole.end]):
        return None  # 宝鸡、汉中
    are = _ARE.match(text, place.last.outer.end) if ratio else None
    if whole is None or not (place.frame.verb or are or whole is place.subject):
        return None
    whole = trim(text, Span(whole.start, whole.end - (2 if text.endswith("当中", *whole) else 1)))
    told = Span(place.last.outer.end, max(place.right.noun.end, place.right.tail))
    if are:
        place.right.used = True
        does = Span(*are.span("does"))
        return Naming(((does, whole) if does.end > 0 else (whole, Span(*are.span("what"))),), "part", "占比")
    if place.right.action and text.endswith(text[slice(*whole)], *place.right.noun):
        place.right.used = True
        return Naming(((place.right.action, place.right.noun),), "part")
    if place.right.action and is_again(text, place.right.noun, whole):
        told = place.right.action
    elif not place.right.strong and not ratio:
        told = Span(whole.end + 1, place.first.outer.start)
    already = _ALREADY.match(text, *told)
    told = trim(text, Span(already.end() if already else told.start, told.end))
    if told.end - told.start < 2 or not _fits(told):
        return None
    place.right.used = place.right.strong
    named = not ratio and told == place.right.noun and tells(text, told) is None
    return Naming(((whole, told) if named else (told, whole),), "part", "占比" if ratio else "")


_DONE = late(
    r"(?:分别|均|都|双双|已|只|仅|超额|提前|累计)*(?P<what>(?:完成|[为占])(?:了|全年|全部|年度|年初|年|调整|原定|省定|市定|既定|规划|总|“?十[一二三四五六]五”?)*(?:预算|(?:投资)?计划|任务|目标|指标|工程量|进度)[^，。；]{0,6}?)的$"
)


def _done(place: Place) -> Naming | None:
    """收入120亿元，完成年初预算的102%: how much of what was set, for the indicator named before if there is one."""
    text, start = place.text, place.first.outer.start
    if place.first.unit != "%" or text[start - 1] != "的":
        return None
    left = max(place.sentence.start, start - DONE_REACH)
    opens = clause_start(text, left, start, "，；：、")
    done = _DONE.fullmatch(text, opens, start)
    metrics = place.scope.metrics or list(place.scope.before[-1:])
    if done is None:
        return None
    what = Span(*done.span("what"))
    if not metrics:
        return Naming(((what,),), "noun-number", "比例", subject=place.subject)
    count = len(place.group)
    spread = place.frame.spread or text.startswith(("分别", "均", "都", "双双"), opens)
    named = metrics if spread and count in (1, len(metrics)) else metrics[-1:]
    return Naming(tuple((*m, what) for m in named), "part", "比例", each=count == 1 < len(named), inherited=True)


_PLACES = ("省", "市", "县", "区", "州", "农村", "城镇", "平原", "乡村", "东部", "中部", "西部")
_RATES = ("率", "比例", "比重", "占比", "满意度")


def _kind_of(place: Place) -> Naming | None:
    """播种面积8000万亩，其中小麦3000万亩: the attribute of the whole is that of its part."""
    known = place.scope.units.get(place.first.unit)
    level = place.frame.change in (None, "level")
    rate = known is not None and _is_of_parts(place, known, level=level)
    plain = rate or (level and place.first.unit_class in ("money", "physical"))
    if not known or not plain or not 2 <= place.size <= TOLD_SIZE or len(place.group) > 1 or place.right.strong:
        return None
    part = place.words.endswith(_PLACES) or is_area(place.words)
    if part and _is_among(place, known):
        return Naming(((place.name, *known),), "part", inherited=True, whole=known)
    named = place.words.endswith((*ATTRIBUTES, *SHARED_HEADS, *DIMENSIONS, *_FIGURED))
    if named or (rate and level) or not _is_among(place, known):
        return None
    head = _flow(place.text, known[-1]) if rate else ()
    if not head and (attribute := _attribute(place.text, known)):
        head = (attribute,)
    return Naming(((place.name, *head),), "part", inherited=True, subject=place.subject, whole=known) if head else None


def _is_of_parts(place: Place, known: Phrase, *, level: bool) -> bool:
    """Whether a percentage is that of a part, 其中 having come since the whole: 开工率90%，其中甲市 | 95%."""
    if place.first.unit != "%" or known not in place.scope.metrics:
        return False
    among = place.text.find("其中", known[0].start, place.name.start)
    return place.text.endswith(_RATES, *known[-1]) is level and among > max(piece.start for piece in known)


_FIGURED = ("出口", "进口", "销售", "消费", "生产", "运输", "建设", "税", "费")
"""A name that ends so needs no head of the whole."""
_FLOW = late(
    r"(?P<of>[进出]{1,2}口)(?:总?[额值])?$|(?!利润)(?P<first>[\u4e00-\u9fff]{2})总(?P<sum>额)$|(?P<amount>[用发供货客运交销]{1,2}[电水气运流易售][量额])$"
)


def _flow(text: str, known: Span) -> Phrase:
    """出口增长5%，其中 | 服装增长2%, 零售总额增长5%，其中 | 餐饮增长9%: what grew of the parts, too; else ()."""
    found = _FLOW.search(text, known.start, known.end)
    if found is None:
        return ()
    return tuple(Span(*found.span(part)) for part in ("of", "first", "sum", "amount") if found[part])


def _is_among(place: Place, known: Phrase) -> bool:
    """Whether 其中 stands before the name, or before the part of the whole that was named last."""
    at = place.text.rfind("其中", max(place.sentence.start, place.name.start - AMONG_REACH), place.name.start)
    if at < 0 or place.text[at + 2 : place.name.start].strip("，,：:") == "":
        return at >= 0
    return known[-1].start < at


def _attribute(text: str, phrase: Phrase) -> Span | None:
    """The attribute that a name ends in, without 总."""
    last = phrase[-1]
    found = next((a for a in ATTRIBUTES if text.endswith(a, last.start, last.end)), "").removeprefix("总")
    return Span(last.end - len(found), last.end) if found else None


_TASK = late(r"(?:(?:今|全|本|明)年度?|年度|全年)?的?(?:目标|任务|计划)+(?:数量?)?|超额")


def name_task(place: Place) -> Naming | None:
    """要筹集保租房20万套，今年任务是 | 4万套; 超额完成 | 200个的目标任务: so many of what was told in that unit."""
    known = place.scope.units.get(place.first.unit) if place.first.unit_class in ("counter", "physical") else None
    if known is None or known not in place.scope.metrics or not _TASK.fullmatch(place.words):
        return None
    if place.right.strong and not place.text.startswith("的", place.last.outer.end):
        return None
    return Naming((known,), "inherited", inherited=True)

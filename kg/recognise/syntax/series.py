"""Series of numbers in a clause: 8%、8%、10%以上 are one, each with what stands left and right of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.lexicon.predicate import DEEDS
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.syntax.clause import Clause
from kg.recognise.syntax.dealing import dealing
from kg.recognise.syntax.noun import GOVERNS, Right, named_by, own_noun, parse_right

_LINK = late(
    r"[\x20\u3000]*(?:、|和|及|与|以及|或|，|/)?(?:每(?:[桶吨股升套]|盎司|公斤)|每[人户生]每[年月天])?[\x20\u3000]*[“”‘’]?[\x20\u3000]*(?:约)?"
)
_AMOUNTS_TO = late(r"[（(，、]?(?:大约|约|折)?合(?:约)?(?:人民币)?(?:约)?")
"""144亿欧元 | （约合 | 160亿美元）: the same amount in other money."""
KIND_SIZE = 5
"""Longest word for a kind that coordinated items differ in: 国家级, 小型."""
KINDS_SIZE = 8
"""Longest words for several: 省、市（地）级."""
CLASSES = "级型类"
"""What such words end in."""
_BARE_KIND = late(r"[\u4e00-\u9fff](?<![车类模机户戏船])型$|(?:领域|方面)$")
HEAD_SIZE = 2
"""A noun that names only a kind or a field (特色专业型, 新材料领域) takes the last so many characters of the next."""
_JOINT = late(r"、|和|以及|及")
_RUNS_ON = late(r"[（(]|的?[\u4e00-\u9fff]{2,}")
_STARTS_ANEW = late(
    r"预计|共|累计(?![\u4e00-\u9fff]{2,4}[量额值])|已|将|的?[、和]|发放|提供|办理|减免|颁发|配备|赠送|捐赠|解决|签发|开具|推送"
)


@dataclass(slots=True)
class Series:
    """Numbers of one list, and the noun right of the last. `following` are the numbers of the next list."""

    quantities: list[Quantity]
    right: Right
    following: list[Quantity] | None

    @property
    def start(self) -> int:
        return self.quantities[0].outer.start

    @property
    def end(self) -> int:
        return self.quantities[-1].outer.end


def read_series(text: str, clause: Clause, quantities: Sequence[Quantity]) -> list[Series]:
    """The series of a clause in order."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups and _is_linked(text, groups[-1][-1], quantity):
            groups[-1].append(_compared_alike(groups[-1][0], quantity))
        else:
            about = groups and _is_about(text, groups[-1][-1], quantity)
            groups.append([replace(quantity, comparator="approx") if about else quantity])
    found = []
    for group, following in zip_longest(groups, groups[1:]):
        end = following[0].outer.start if following else clause.end
        begin = _after_bracket(text, group)
        own = own_noun(text, group[-1]) if group[-1].unit_class == "self_naming" else None
        right = parse_right(text, max(begin, own.end) if own else begin, end, last=following is None)
        found.append(Series(group, named_by(text, own, right) if own else right, following))
    _share_nouns(text, found)
    return found


def _is_linked(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether two numbers are of one series: 8%、9%, 8%和9%, and the same amount in other money (约合)."""
    if before.unit_class == "self_naming":
        return False
    between = before.outer.end, quantity.outer.start
    if link := _LINK.fullmatch(text, *between):
        return bool(link[0]) or before.unit == quantity.unit
    money = before.unit_class == quantity.unit_class == "money" and before.unit != quantity.unit
    return money and _AMOUNTS_TO.fullmatch(text, before.outer.end, quantity.span.start) is not None


_NEXT_ITEM = late(r"的?[\u4e00-\u9fff]{2,12}[、和及]")


_ABOUT_VERB = late(
    r"(?<![契条公合签预集节简])约(?:新[增建]|[改扩]建|建[成设]|完成|实现|增加|减少|节约|投入|需要?|可|能|带动|生产)[成到]?$"
)
"""约改建1万公里公路、 | 5万公里国道."""


def _is_about(text: str, before: Quantity, quantity: Quantity) -> bool:
    """约70%的山地和 | 20%的耕地: 约 before a list counts for all of it."""
    if quantity.comparator != "eq" or before.unit_class != quantity.unit_class:
        return False
    if before.comparator == "eq" and _ABOUT_VERB.search(text, max(0, before.outer.start - 5), before.outer.start):
        item = _NEXT_ITEM.fullmatch(text, before.outer.end, quantity.outer.start)
        return item is not None and text[quantity.outer.start - 1] == "、"
    if before.comparator != "approx":
        return False
    about = text.find("约", before.outer.start, before.span.start) >= 0
    return about and _NEXT_ITEM.fullmatch(text, before.outer.end, quantity.outer.start) is not None


def _after_bracket(text: str, group: Sequence[Quantity]) -> int:
    """150亿欧元（约合174亿美元 | ）的罚款: where the noun may begin."""
    end = group[-1].outer.end
    opened = len(group) > 1 and text[group[-2].outer.end : group[-2].outer.end + 1] in ("（", "(")
    return end + 1 if opened and text[end : end + 1] in ("）", ")") else end


def _compared_alike(first: Quantity, quantity: Quantity) -> Quantity:
    """约 or 超过 before the first number of a list counts for all; 不高于 for both sides of 或."""
    before = first.outer.start < first.span.start
    counts = before and quantity.comparator == "eq"
    return replace(quantity, comparator=first.comparator) if counts else quantity


def _share_nouns(text: str, found: list[Series]) -> None:
    """北方50%以上、南方30%以上县区, 5批80项案例: the noun after the last number counts for those before."""
    for here, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if _counts_alike(here, after):
            here.right = replace(after.right)
        if _counts_twice(text, here, after):
            here.right = replace(after.right, shared=True)
            continue
        if faced := _faced(text, here, after):
            here.right, after.right = faced
            continue
        if is_own_size(text, here.quantities[-1], after.quantities[0]) and after.right.strong:
            here.right = replace(after.right, end=here.end, shared=True)
            after.right.action, after.right.end = None, after.right.noun.end
            continue
        attended = _attended(text, here, after)
        if come := _comes_from(text, here, after) or _sent_by(text, here, after):
            here.right.dealt, here.right.action = ((attended, *come) if attended else come), None
        else:
            here.right.action = here.right.action or attended
        linked = text[here.end : here.end + 1] in ("、", "和")
        shares = here.quantities[-1].unit == after.quantities[0].unit == "%"
        listed = here.right.strong and text.startswith(("、", "和", "以及", "及"), here.right.noun.end)
        if listed and (rest := _rest(text, here.right.noun, after.right)):
            here.right = replace(here.right, rest=rest)
        if listed and here.right.action is None and _JOINT.fullmatch(text, here.right.noun.end, after.start):
            here.right = replace(here.right, action=after.right.action, dealt=after.right.dealt)
        doers = here.right.action is None and here.quantities[-1].unit_class in _DOERS
        if here.right.strong and doers and not come:
            here.right.dealt = _dealing(text, here, after) or here.right.dealt
        if linked and shares and after.right.strong and not here.right.strong:
            here.right = replace(after.right, shared=True)
            after.right.shared = True


_EACH = frozenset("场 场次 次 期 台 件 个 幅 名 堂 课时 班次".split())
"""Counters of what things of several kinds are made of: 300项 | 2万场次."""


_IN_ALL = ("", "共", "共计", "总共", "合计")
"""4批 | 共 | 56个 | 职业."""


def _counts_twice(text: str, here: Series, after: Series) -> bool:
    """5批 | 80项 | 案例, 300项 | 2万场次 | 文化活动: the same told of in two counters, one right behind the other."""
    if text[here.end : after.start] not in _IN_ALL or not after.right.strong:
        return False
    first, second = here.quantities[-1], after.quantities[0]
    kinds = first.unit in ("项", "类", "种") and first.value > 1 and second.unit in _EACH
    return kinds or text[here.end - 1] in "批类项套"


_FACES = late(r"(?:面向|覆盖|涵盖|涉及|服务|惠及|横跨|聚焦|针对)(?:全[国省市球])?")


def _faced(text: str, here: Series, after: Series) -> tuple[Right, Right] | None:
    """30款 | 面向 | 12个 | 重点领域 | 的 | 数字产品: the noun behind 的 is what the number before the verb counts."""
    kinds = here.quantities[-1].unit_class, after.quantities[-1].unit_class
    if kinds != ("counter", "counter") or not _FACES.fullmatch(text, here.end, after.start):
        return None
    noun = after.right.noun
    of = text.find("的", noun.start + 2, noun.end)
    if of < 0 or noun.end - of <= HEAD_SIZE:
        return None
    inner = replace(after.right, noun=Span(noun.start, of), action=None, end=of)
    return replace(after.right, noun=Span(of + 1, noun.end), end=here.end, shared=True), inner


_OWN_SIZE = late(
    r"(?:(?:平均|最[大高长小]|[设额]计)?(?:年龄|工龄|身高|体重|海拔|时速|[直口孔桩管]径|[长宽高深厚]度|跨度|载重量?|自重|重量|容量|吨位)"
    r"|[长宽高深厚重])(?:均|都|只有|仅|为|达到?)*"
)
"""64面 | 直径 | 4米的定日镜: how large each of those counted is."""
_OF = late(r"(?:左右|多)?的[\u4e00-\u9fff“]{2}")


def is_own_size(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether a size is told of each of those counted before it, and is no class: 64面直径 | 4米 | 的定日镜."""
    several = before.unit_class in ("counter", "people") and before.value >= 2
    behind = quantity.outer.end == quantity.span.end or quantity.comparator in ("gt", "approx")
    told = several and behind and _OWN_SIZE.fullmatch(text, before.outer.end, quantity.outer.start)
    return bool(told) and _OF.match(text, quantity.span.end) is not None


_ATTENDS = late(
    r"(?:将|线上|共同|组团|报名|踊跃|签约|集中){0,2}(?P<deed>参[加展赛会演评]|出席|与会|到会|列席|角逐|亮相)"
)
_PLACES = late(r"(?:国家|地区|组织|[省州市县国]|省份|城市|高校|院校)$")


def _attended(text: str, here: Series, after: Series) -> Span | None:
    """50个国家的 | 300家企业 | 参展: where those who take part come from takes part, too."""
    does, noun = after.right.action, here.right.noun
    if does is None or not here.right.strong or text[noun.end : after.start] not in ("的", ""):
        return None
    attends = _ATTENDS.match(text, *does) if _PLACES.search(text, *noun) else None
    return Span(*attends.span("deed")) if attends else None


_COMES = late(r"来自(?:[\u4e00-\u9fff]{2,4}(?:等[地国]?)?)?的?$")


def _comes_from(text: str, here: Series, after: Series) -> tuple[Span, Span] | None:
    """来自 | 50个国家的 | 300家 | 企业: who comes from so many places."""
    noun, who = here.right.noun, after.right.noun
    told = here.right.strong and after.right.strong and text[noun.end : after.start] in ("的", "")
    if not told or not _PLACES.search(text, *noun) or not 2 <= who.end - who.start <= WHO_SIZE:
        return None
    comes = _COMES.search(text, max(0, here.start - 8), here.start)
    return (who, Span(comes.start(), comes.start() + 2)) if comes else None


_SENT = late(
    r"(?P<who>[\u4e00-\u9fff]{0,6}?(?:国家和地区|国家|地区|省区市|省份?|[市州]|城市|区?县|高校|院校|学校|单位|部门|企业|机构|医院|社区|团队|作者|作家|画家|艺术家))"
    rf"(?P<does>(?:{any_of(DEEDS)}|[选报寄送推捐提派投带创研演征交申][送来赠荐交出上作制报评稿展供集派])[来出]?)的"
)


def _sent_by(text: str, here: Series, after: Series) -> tuple[Span, Span] | None:
    """80个国家 | 选送 | 的 | 800部 | 影片: what those who are counted have sent or made, which is counted next."""
    sent = _SENT.fullmatch(text, here.end, after.start)
    thing = after.right.noun
    if sent is None or not after.right.strong or here.quantities[-1].unit_class not in _DOERS:
        return None
    among = text.find("中", thing.start + 1, thing.end)
    here.right.noun = Span(*sent.span("who"))
    here.right.end = here.right.noun.end
    return Span(*sent.span("does")), Span(thing.start, among if among > 0 else thing.end)


WHO_SIZE = 10
"""Longest noun for those who come from so many places."""
_DOERS = ("counter", "people", "self_naming")


def _dealing(text: str, here: Series, after: Series) -> tuple[Span, Span] | None:
    """400所高校 | 推出 | 70门 | 课程, 400所高校 | 推出 | 课程 | 70门."""
    if after.quantities[-1].unit_class == "ratio":
        return None
    return dealing(text, here.right.noun, after.start, after.right.noun if after.right.strong else None)


def _counts_alike(here: Series, after: Series) -> bool:
    """96户177人贫困人口: households and people of the same."""
    kinds = (here.quantities[-1].unit, after.quantities[0].unit_class)
    return kinds == ("户", "people") and here.end == after.start and after.right.strong


_SIZED = late(r"[一二两三五十百千万]{1,3}亿?元?级")
_BOUND = late(r"[0-9.一二两三四五六七八九十百千万亿]+元?及?以[上下]的?(?=[\u4e00-\u9fff]{2})")
"""4个百亿级、12个 | 二十亿以上 | 项目: sizes in two ways."""


def _rest(text: str, noun: Span, after: Right) -> Span | None:
    """省级、20个市级产业园 → 产业园; 危险废物、20个医疗废物处置设施 → 处置设施; 专业型、20个行业平台 → 平台."""
    bound = _BOUND.match(text, *after.noun) if _SIZED.fullmatch(text, *noun) else None
    if bound:
        return Span(bound.end(), after.noun.end)
    if noun.end - noun.start > HEAD_SIZE + 1 and text.startswith(text[slice(*noun)], after.noun.start):
        return None  # 2个医学中心、8个医学中心分院: the first is whole, and the next belongs to such
    kind = text[noun.end - 2 : noun.end]
    at = text.find(kind, after.noun.start + 1, after.noun.end - 2) if noun.end - noun.start > 2 else -1
    if at >= 0 and text.startswith("等的", at + 2):
        return None
    if at >= 0 and text[at - 1] != "非":
        return Span(at + 2, after.noun.end)
    if 1 < noun.end - noun.start <= KIND_SIZE and text[noun.end - 1] in CLASSES:
        if after.rest is not None:
            return after.rest
        at = text.find(text[noun.end - 1], after.noun.start, min(after.noun.start + KINDS_SIZE, after.noun.end - 1))
        return Span(at + 1, after.noun.end) if at >= 0 else None
    bare = after.strong and after.noun.end - after.noun.start > HEAD_SIZE and _BARE_KIND.search(text, *noun)
    return after.rest or Span(after.noun.end - HEAD_SIZE, after.noun.end) if bare else None


_FLAT = late(r"[转变]为?持平")


def leads_on(text: str, series: Series) -> bool:
    """从69.8%提高至78.5%, 由下降0.3%转为持平: the number is where what follows started from."""
    if _FLAT.match(text, series.end):
        return True
    if series.following is None:
        return False
    between = text[series.end : series.following[0].outer.start]
    moves = any(word in between for word in "到至为")
    return moves and len(between) < 14 and "，" not in between and "；" not in between


_CHOSEN = late(r"中[^，。；的]{0,4}?(?:选|选拔|提炼|提取|分离|鉴定|产生|识别|发现|梳理)[出了](?=[\u4e00-\u9fff]{2})")


def chosen_behind(text: str, at: int) -> int | None:
    """从3万份种质资源 | 中筛选出 | 抗旱小麦26份: where the words begin that tell what is chosen out of those before."""
    chosen = _CHOSEN.match(text, at)
    return chosen.end() if chosen else None


_OF_PLACES = late(r"(?:国家和地区|国家（地区）|国家|地区|省份|省区市|城市|市州|县区|市县)的(?=[\u4e00-\u9fff]{2})")
"""来自85个 | 国家和地区的 | 影片1200部: where they come from, which was counted before."""


def next_start(text: str, series: Series) -> int:
    """Where the left side of the next number begins: 410家企业增加值300亿元 measures the 企业增加值."""
    right = series.right
    if not right.used or series.following is None or series.following[0].span.start < right.noun.start:
        return series.end
    if (chosen := chosen_behind(text, right.end)) and chosen <= series.following[0].outer.start - HEAD_SIZE:
        return chosen
    rest = text[right.end : series.following[0].outer.start]
    runs_on = right.action is None and _RUNS_ON.match(rest) and not (_STARTS_ANEW.match(rest) or GOVERNS.match(rest))
    places = _OF_PLACES.match(text, right.noun.start) if runs_on else None
    return places.end() if places else right.noun.start if runs_on else right.end

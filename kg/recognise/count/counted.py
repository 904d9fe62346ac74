"""The noun after a number as its indicator: 建成200家示范工厂, 60%以上的村子都通了公路."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.count.adverbial import without_adverbial
from kg.recognise.count.attending import HEADCOUNTS, kind_of_these
from kg.recognise.count.done import verb_start
from kg.recognise.count.follow import (
    AND,
    AROUND,
    CAUSES,
    DOES,
    DONE_TO,
    VERB_SIZE,
    WORKS,
    is_enumerated,
    is_object,
)
from kg.recognise.count.given import giving
from kg.recognise.count.maker import makers_of, sending
from kg.recognise.count.part import TOLD_SIZE
from kg.recognise.count.percentage import name_percentage
from kg.recognise.count.plant import lies_at, plant_in
from kg.recognise.count.reached import name_reached, reached_too
from kg.recognise.count.task import task_of
from kg.recognise.count.titled import title_of
from kg.recognise.count.whose import TIES, cut_possessor, told_of_folk
from kg.recognise.count.within import (
    BARE,
    extent_of,
    is_place,
    is_whereabouts,
    taken_from,
    told_besides,
    without_country,
)
from kg.recognise.name.naming import Naming, Place
from kg.recognise.syntax.deed import tells
from kg.recognise.syntax.moving import is_again
from kg.recognise.syntax.phrase import Phrase, split, trim
from kg.recognise.syntax.series import chosen_behind

_LISTED = late(r"[^、，]{1,20}(?<![同平中高初对均何优])等[^、，]{0,6}$")
_COUNTED = late(r"[^，]*[0-9一二三四五六七八九十两][\u4e00-\u9fff]{1,8}、")
"""3大平台、19类模块: what was counted before the 、."""
_SPANS = late(
    r"(?:涵盖|覆盖|囊括)[^，。；]{2,30}?(?:领域|门类|类别|方面|行业|板块|主题|环节)的?$"
    r"|(?<![可所难予加得])以[^，。；]{2,40}?为(?:代表|核心|主体|重点|主导|主题|基础|特色|骨干|龙头|支撑|主线|引领|依托)的$"
)
"""举办 | 涵盖音乐、舞蹈两大门类 | 上百场演出, 以陶瓷为主导的 | 9条产业链: what they are about."""
_THERE = late(r"[\u4e00-\u9fff]{2}着(?:近|约|超过?|逾)?$")
"""海岸上分布着 | 30个港湾: where they are."""
_SUMS = ("共", "合计", "总计", "一共")
"""甲奖和乙奖共 | 27个奖项: what stands before is all of them."""
_LISTS = late("、|和|以?及")
_LOCATIVE = late(r"在[^，。]{2,14}?(?:上空|境内|附近|期间|周边|领域)")
_JOINED = late(rf"[\u4e00-\u9fff]{{2}}(?:{AND}|与|、)$")
"""由总指数和15项分指数构成: the noun before is another item."""
_JOINT = late(r"、|以及|及其?|和")
LONG_NAME = 14
"""Of a longer name left of a number, only the last of its coordinated items describes what is counted."""


def name_following(place: Place) -> Naming:
    """The noun after the number, with what those do that it names."""
    noun, dealt = place.right.noun, place.right.dealt
    naming = reached_too(place, _name_following(place))
    told = naming.phrases[-1][-1:] != (noun,) or place.right.action or naming.suffix
    if dealt is None or told or len(naming.phrases) > 1:
        return naming
    pieces = [piece for piece in naming.phrases[0][:-1] if place.text[slice(*piece)] not in ("全球", "世界")]
    return replace(naming, phrases=((*pieces, *dealt, noun),))


def _name_following(place: Place) -> Naming:
    """The noun after the number; a share of it is named with what holds for the share."""
    if told_at := giving(place) or told_of_folk(place):
        right = place.right
        light = _LIGHT.match(place.text, told_at)
        told = trim(place.text, Span(light.end() if light else told_at, max(told_at, right.tail)))
        right.noun, right.action, right.end = (
            trim(place.text, Span(right.noun.start, min(told_at, max(right.noun.end, told_at - 2)))),
            None,
            told_at,
        )
        least = 2 if light else 3
        says = least <= told.end - told.start <= TOLD_SIZE and not place.text.endswith(TIES, *told)
        share = "占比" if place.last.unit == "%" else ""
        return Naming(((told, right.noun) if says else (right.noun,),), "number-noun", share)
    if kind := kind_of_these(place):
        return Naming((kind,), "number-noun", subject=place.subject)
    task = task_of(place)
    if titled := task or title_of(place):
        return Naming((titled,), "number-noun", inherited=task is not None, subject=place.subject)
    if own := taken_from(place) or extent_of(place):
        chosen = chosen_behind(place.text, own.end)
        place.right.noun, place.right.action = own, None
        place.right.end = own.end if chosen else place.right.tail
        return Naming((phrase_of(place, _without_list(place)),), "number-noun", subject=place.subject)
    cut_possessor(place)
    inside = _INSIDE.search(place.text, place.right.noun.start + 2, place.right.noun.end)
    if inside and place.last.unit != "%":
        place.right.noun = Span(place.right.noun.start, inside.start())
    if besides := told_besides(place):
        return Naming(((besides,),), "number-noun", subject=place.subject)
    if reached := name_reached(place):
        return reached
    if (does := place.right.action) and place.text.startswith(place.text[slice(*does)], place.right.noun.start):
        place.right.action = None  # 参展单位 | 参展: the noun tells it
    if praised := _PRAISED.match(place.text, *place.right.noun):
        place.right.noun = Span(praised.end(), place.right.noun.end)
    if plant := plant_in(place):
        name = _without_list(place)
        place.right.noun, place.right.action = plant, None
        phrase = (plant,) if lies_at(place.text, name) else phrase_of(place, name)
        return Naming((phrase,), "number-noun", "装机容量", subject=place.subject)
    place.right.noun = _first_item(place)
    name = _without_list(place)
    if place.last.unit == "%":
        whole = name_percentage(place, name)
        return whole or Naming((phrase_of(place, name),), "number-noun", "占比", subject=place.subject)
    return Naming(
        (phrase_of(place, name),),
        "number-noun",
        _measure_of(place),
        subject=place.subject,
    )


_INSIDE = late(
    r"(?:(?<![以网线楼水海陆晚早马桌身之])上|(?<![公故邻英这那哪家夜心眼])里|(?<![以境国室校体海省市县])内|之[中内间下上]|(?:(?<=场景)|(?<=条件)|(?<=环境)|(?<=工况)|(?<=模式)|(?<=状态))下)$"
)
"""4根桥柱 | 上, 5个场景 | 下, 900公里河道 | 里: where something is, and not what is counted."""


_LIGHT = late(r"(?:进行|予以|给予)了?(?=[\u4e00-\u9fff]{2})")
"""进行 | 处理: a verb that only carries the next."""
_MADE = late(
    r"(?:讲述|见证|投放|挂牌收储|发布|公布|揭晓|开展|(?:公开|集中)?通报|曝光|启动|推出|签署|签订|发现|查获|查处|破获|缴获|举办|举行|召开|设立|设置|(?<=[共分下])设|授予|表彰|印发|出台|开通|投运|开行"
    r"|派出|带领|率领|引进|认定|[遴筛评]选|(?<![遴筛评])选(?=出)|追回|摧毁|击落|击中|打死|搜查|袭击|扣押|逮捕|抓获|发射|配备|部署|调拨|排除|披露|展出|出现|遭遇|迎来|带来|提出|打造|建设|新建|建成|完成|形成|实施|培育|吸引|发放|发行|预拨|拨付|下拨|下达|追加|筹集|增调|制定|制?修订)[出了]?(?:[今0-9]{0,4}年?(?P<lot>第[一二三四五六七八九十]+[批期]))?$"
)
"""上海市商务委员会推出 | 活动: the verb that an agent stands before."""
_PER_ONE = late(r"的每[个名位家所座辆台艘架套户][\u4e00-\u9fff]{1,8}")
"""系统的每辆发射车可 | 配备: so many for each."""
_MAKES = ("讲述", "设", "设置", "见证", "打造", "建设", "建成", "形成", "培育")
"""Verbs that say only that there will be such: 在软件领域每年培育 | 20家企业."""
_AT = late("在(?![校线岗园建库册役营岸])|于(?!都)|向(?!好)|从(?!业)")
_GIVEN = late(
    r"(?:[\u4e00-\u9fff]{0,10}?(?<![成作认称视改变分评列])[为给](?![主了水排予])|向(?![日来阳])|对(?![外口接])|将(?!军))(?=[\u4e00-\u9fff]{2})"
)
"""为 | 沿线 | 70个城市 | 提供清洁能源: no preposition is part of the name."""
_DONE_WITH = late(
    r"[^，]{2,24}?(?:(?<![针相面应绝反])对(?![外口接象比策照抗立手])|(?<![给赠授参])与(?!会)|(?<![内存现])将(?!军)|(?<![车大拖])把(?![握手])"
    r"|[\u4e00-\u9fff]{2}了(?![解结]))(?=[^，与对和]{2,10}$)"
)
"""有关企业正在对 | 全国 | 5000家影院 | 升级改造: who does it with those of which something is told."""
_BY = late(r"(?:通过|利用|借助|依托|运用|凭借)$")
"""展览通过 | 90张照片 | 再现历史: by what it is done."""
_CONSISTS = late("(?:组成|构成)[的了]?$")
"""由专家组成的 | 20支 | 医疗队: of whom they consist."""
_MODAL = late(
    r"(?:可以|能够|必须|应当|(?<=[\u4e00-\u9fff）”]{2})(?<![主重需概摘纪提首险政想])要(?![素求点道塞领害闻件约]))"
    r"(?=[^，。；]{1,8}$)|^(?:牢牢|坚决|这?几年来?)(?=[^，。；]{2})"
)
"""居民可以 | 申请补贴: who may, and how, is no part of what is done."""
_TOGETHER = ("联合", "联动", "会同", "携手", "联手")
"""集团联合 | 50家院校 | 建立平台: with whom somebody does it; what they do tells which those are."""
_IS = late(r"[^，。；“]{0,40}(?:作为|属于|(?<![不都也就还而于要可总但凡若这的只])是(?![否不]))(?=[^，。；“]*$)")
"""甲湖是 | 乙县 | 两处 | 鸟类栖息地 | 之一: what is one of those counted."""
AT_SIZE = 5
"""在约旦河西岸搜查300个地点: of a longer adverbial only the verb after it is kept."""


def phrase_of(place: Place, name: Span) -> Phrase:
    """What is done, what it does, what it is: 发放 | 消费券; 参与扶贫 | 企业."""
    if sent := sending(place, name):
        return (sent, place.right.noun)
    counted = place.right.noun.end > place.right.noun.start and place.last.unit != "次"
    if counted and name.end > name.start:
        name = without_adverbial(place, _told_whole(place, name))
    if led := _MODAL.search(place.text, *name) or (counted and _IS.match(place.text, *name)):
        name = Span(led.end(), name.end)
    if counted and _CONSISTS.search(place.text, max(name.start, name.end - 4), name.end + 1):
        name = Span(name.end, name.end)
    made = _MADE.search(place.text, *name) if counted and not _PER_ONE.search(place.text, *name) else None
    if made:
        makes = made[0] in _MAKES
        name = Span(name.end if makes else made.start("lot" if made["lot"] else 0), name.end)
    elif counted and place.right.action and (given := _GIVEN.match(place.text, name.start, name.end)):
        name = Span(given.end(), name.end)
    elif counted and place.right.action and (done := _DONE_WITH.match(place.text, name.start, name.end)):
        name = Span(done.end(), name.end)
    elif (counted and is_whereabouts(place, name)) or (
        counted and place.right.action and _BY.search(place.text, name.start, name.end)
    ):
        name = Span(name.end, name.end)
    elif counted and (verb := verb_start(place.text, name)) is not None:
        name = Span(verb, name.end)
    elif _AT.match(place.text, name.start) and name.end - name.start > AT_SIZE:
        within = place.text.endswith(("里", "内", "中", "期间"), *name)
        name = Span(name.end if within else name.end - 2, name.end)
    if place.last.unit in HEADCOUNTS and (caused := _CAUSED.search(place.text, *name)):
        name = Span(caused.end("cause"), name.end)
    name = without_country(place.text, name)
    spelled = place.text[name.start : name.end]
    before = (
        None
        if len(spelled) < 2 or spelled in BARE or spelled.endswith((*CAUSES, "来自")) or is_place(spelled)
        else name
    )
    noun = _told_in_full(place)
    if before is None and (makers := makers_of(place)):
        return (*makers, noun)
    action = _action_of(place, name)
    return tuple(s for s in (before, action, noun, place.right.rest) if s and s.end > s.start)


def _action_of(place: Place, name: Span) -> Span | None:
    """What those do, of several things the first; nothing where it is not they who do it."""
    text, action = place.text, place.right.action
    if action is None or text.endswith(_CARRIES, *name):
        return None
    if place.last.unit_class == "time" and text.endswith("参加", *name):
        return None
    if _OF_NOW.search(text, *action):
        return None
    if text.startswith(_SAYS_TO, action.start) and _TO.search(text, place.sentence.start, name.end):
        return None
    joint = text.find("、", action.start + 2, action.end)
    again = joint > 0 and tells(text, Span(joint + 1, action.end)) is not None
    return Span(action.start, joint) if again else action


_SAYS_TO = ("表达", "致以", "致敬", "表示", "道歉")
_TO = late(r"(?<![方走朝去导取面])向[^，。；]{0,30}$")
"""向遇难的 | 30名同胞 | 表达哀思: they do not do it."""
_CARRIES = ("搭载", "载着", "载有", "运载", "载")
"""客机搭载 | 130名旅客 | 起飞: the carrier does it."""
_OF_NOW = late("(?:参加|参与|出席)了?(?:本[届次场]|此次|这[次场])")
"""300名选手 | 参加了本届比赛: what points at the occasion of the news names no kind of them."""


def _told_in_full(place: Place) -> Span:
    """40个工业行业中，30个 | 行业增长: those of whom something is told, as the sentence has named all of them."""
    noun, known = place.right.noun, place.scope.units.get(place.last.unit, ())
    if place.right.action is None or not place.scope.metrics or not known or noun.end == noun.start:
        return noun
    fuller = known[-1].end - known[-1].start > noun.end - noun.start
    return known[-1] if fuller and is_again(place.text, noun, known[-1]) else noun


RELATIVE_SIZE = 4
"""Longest object of a verb that needs it to say which."""
_DRAWS = ("吸引", "带动", "动员", "邀请")
"""新课吸引了 | 200名学员 | 参加: of those drawn is told what they do, and not what draws them."""
_DATED = late(r"(?:19|20)[0-9]{2}年度?(?=(?:[上下]半年)?(?:首批|第[一二三四五六七八九十]+批|新增|重点|重大)$)")
"""丁香新区2024年 | 首批 | 30个项目: when is told apart."""
_WORKS_AT = late(
    r"(?P<work>[\u4e00-\u9fff]{0,8}(?:保护|治理|整治|修复|建设|改造|防治|扶贫|帮扶|绿化|合作|研究|惠民|利民))"
    r"(?:已|共|累计|总共|先后)*(?:实施|开展|启动|推进|完成|安排|落实)了?$"
)
_UNDERTAKING = late(r"(?:重点|重大|示范)?(?:项目|工程|任务|课题|行动)")
"""污染治理实施了 | 30个 | 项目: of what kind they are."""


def _told_whole(place: Place, name: Span) -> Span:
    """What tells which are counted: 先行试验的 | 30个镇 (with the verb that the clause opens with), 2024年 | 首批
    30个项目, 污染治理实施了 | 30个项目."""
    text, opened = place.text, place.frame.opened
    if dated := _DATED.search(text, *name):
        return Span(dated.end(), name.end)
    if _UNDERTAKING.fullmatch(text, *place.right.noun) and (works := _WORKS_AT.search(text, *name)):
        return Span(*works.span("work"))
    if text.startswith("为了", name.start) or (place.right.action and place.frame.verb.rstrip("了") in _DRAWS):
        return Span(name.end, name.end)
    if place.right.action and text.endswith(_TOGETHER, *name):
        return Span(name.end, name.end)
    whole = Span(name.start - len(opened), name.end)
    relative = opened not in ("", "来自") and text.startswith("的", name.end) and text.startswith(opened, whole.start)
    return whole if relative and name.end - name.start <= RELATIVE_SIZE else name


_FROM_BOTH = late("[、和与].*[两三四五六七八九][地省市县区国校]$")
"""来自甲、乙两地的 | 30名志愿者."""
_AMONG_THEM = late(r"在内的?(?:[0-9一二三四五六七八九十]{1,3}大?[类种])?$")
"""包括玩具、家电等在内的16类产品."""


def _gives(place: Place) -> bool:
    """甲公司投放 | 3万吨 | 钾肥: who gives an amount is no kind of it."""
    firm = place.words.endswith(("公司", "集团"))
    return firm and place.last.unit_class == "physical" and place.frame.verb != ""


def _without_list(place: Place) -> Span:
    """The name without a list of examples (甲、乙等) or a place (在…上空) before the number."""
    name = place.name
    if is_enumerated(place):
        return Span(name.end, name.end)
    least = max(place.sentence.start, name.start - 2)
    if spans := _SPANS.search(place.text, least, place.first.outer.start):
        return Span(min(name.start, spans.start()), min(spans.start(), name.end))
    if _LISTED.search(place.text, name.start, name.end) or _AMONG_THEM.search(place.text, name.start, name.end):
        return Span(name.end, name.end)
    if (
        place.text[name.end : name.end + 1] == "、"
        or is_object(place)
        or (place.last.unit_class in ("money", "physical") and DONE_TO.search(place.text, *name))
        or (place.text[name.start - 1] in "以按凭靠" and DOES.search(place.text, name.start, name.end))
        or _JOINED.search(place.text, name.start, name.end)
        or AROUND.fullmatch(place.text, name.start, name.end)
        or _THERE.search(place.text, *name)
        or place.words.endswith("让")
        or _gives(place)
        or (place.frame.opened == "来自" and _FROM_BOTH.search(place.words))
        or (place.text.startswith(_SUMS, name.end) and _LISTS.search(place.text, *name))
    ):
        return Span(name.end, name.end)
    if place.last.unit_class == "physical" and WORKS.search(place.text, *place.right.noun):
        return Span(max(name.start, place.text.rfind("、", *name) + 1), name.end)
    titled = place.text.find("》", *name) >= 0
    if (
        not titled
        and name.end - name.start > LONG_NAME
        and (joints := [*_JOINT.finditer(place.text, name.start, name.end - 2)])
    ):
        return Span(joints[-1].end(), name.end)
    if counted := _COUNTED.match(place.text, name.start, name.end):
        return Span(counted.end(), name.end)
    found = _LOCATIVE.search(place.text, name.start, name.end)
    return Span(found.end(), name.end) if found else name


_GOOD = r"[^，。；、的]{1,14}(?:[大强高好优广多快硬精]|明显|显著|突出|鲜明|先进|完善|合理|优良)"
_PRAISED = late(rf"(?:{_GOOD}、)+{_GOOD}的(?=[\u4e00-\u9fff]{{2}})")
"""30个投资大、带动性强的 | 项目: how good they are."""
_EXAMPLE = late(r"等[^等]{0,8}?(?:项目|工程|设施|任务|措施)(?:的[^等]*|[^等的]{0,8})$")
"""20公里 | 管网 | 等工程: one of several things that are made."""
WHOLE_SIZE = 4
"""An item up to three characters may lack the head it shares with the next (供水、供热管网)."""


def _first_item(place: Place) -> Span:
    """改造30蒸吨 | 燃煤锅炉 | 、园区污水处理设施: an amount is that of the first item, where others are others."""
    noun = place.right.noun
    amount = place.last.unit_class in ("physical", "money") or place.last.unit in ("株", "棵")
    example = _EXAMPLE.search(place.text, *noun) if amount else None
    if example and example.start() - noun.start > 1:
        noun = Span(noun.start, example.start())
    told = place.right.rest or place.text.find("的", *noun) >= 0
    if place.last.unit_class != "physical" or told or noun.start == noun.end:
        return noun
    first, *others = split(place.text, noun)
    apart = others and first.end - first.start >= WHOLE_SIZE and place.text[first.end - 1] != place.text[noun.end - 1]
    return first if apart else noun


def _measure_of(place: Place) -> str:
    """What the text leaves implicit: 约1200人参赛 (人数), 6.0级地震 (震级), 8级大风 (风力), 16岁以上居民 (年龄)."""
    if place.last.unit == "级":
        return "风力" if place.text.find("风", *place.right.noun) >= 0 else "震级"
    if place.last.unit in ("岁", "周岁"):
        return "年龄"
    return HEADCOUNTS[place.last.unit] if _is_headcount(place) else ""


_CAUSED = late(rf"(?P<cause>(?:{'|'.join(CAUSES)})了?)(?:[\u4e00-\u9fff]{{2,6}})?$")
"""造成 | 甲国 | 50人死亡."""


def _is_headcount(place: Place) -> bool:
    """约1200人参赛: only a verb follows the people."""
    noun = place.right.noun
    listed = place.text[place.name.end : place.name.end + 1] == "、"
    bare = place.right.action is None and (listed or place.size < 2 or _CAUSED.search(place.words) is not None)
    return place.last.unit in HEADCOUNTS and bare and noun.end - noun.start < VERB_SIZE

"""Status of a number: what is aimed at, what was observed, what a rule demands, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon.scan import opened_by
from kg.model import Span, Status
from kg.pattern import late
from kg.recognise.amount.quantity import Quantity
from kg.recognise.document.cue import PAST, UNDONE
from kg.recognise.document.stance import Stance, is_known
from kg.recognise.modality.added import adds
from kg.recognise.modality.aim import AIM, SETS_OUT, STILL_TO_DO, STRONG_AIM
from kg.recognise.modality.awaited import without_opened
from kg.recognise.modality.beside import COMPARED, Beside, beside, is_possible
from kg.recognise.modality.declared import is_declared
from kg.recognise.modality.forecast import goes_on_foretold, is_forecast, is_reckoned, is_reckoned_ahead, is_weather
from kg.recognise.modality.handled import HANDLED, without_handled
from kg.recognise.modality.later import comes_later
from kg.recognise.modality.nation import nation_of
from kg.recognise.modality.payment import is_allotted, is_award, is_fine, is_paid, is_spent
from kg.recognise.modality.so_far import is_so_far
from kg.recognise.modality.threshold import KEPT, is_threshold
from kg.recognise.time.period import Time

FIRST = "一是"
"""The first item of a list told in sentences."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a number stands: its sentence and clause, the time that governs it, and how the document speaks."""

    sentence: Span
    clause: Span
    time: Time | None
    stance: Stance
    said: Status | None = None
    """Status of the number before, which 其中… and 同比… go on with."""
    ordered: bool = False
    """In a list of what a meeting decides."""
    aimed: bool = False
    """Behind a sentence that ended with an aim."""


_DONE = late(
    r"已经|已(?!建)|累计(?=供应|调|投入|推动|建成)|了[0-9近约超一二三四五六七八九十两数上]|同比|环比|截至|共有(?!产权)|(?<![比较在从由项])(?:现有|目前)|完成(?:年度|全年|既定)?(?:目标任务|目标|任务|计划)的$"
    r"|[到至](?:今年[^，。；的]{1,6}|目前|现在)的(?:约|近|超过?)?$"
)
"""增长到今年6月底的 | 2万户: what a time gone by has."""


def status_of(text: str, quantity: Quantity, setting: Setting) -> Status:
    """Status by what the number does in its clause, then by its time, then by how the document speaks."""
    if nation_of(text, quantity):
        return "observed"
    words = beside(text, quantity.span, setting.clause, setting.sentence)
    words = without_opened(text, setting.sentence, without_handled(words, orders=setting.stance.directive))
    aims = AIM.search(words.before) is not None or _is_scheduled(words)
    return _by_words(quantity, words, setting, aims=aims) or _by_setting(text, quantity, words, setting, aims=aims)


_SCHEDULES = late(r"(?<![已中])安排(?!了|资金)[^，。；]{0,24}项目$")
_PLANNED = ("年度计划", "其中计划", "计划投资", "计划开工", "计划新开工")


def _is_scheduled(words: Beside) -> bool:
    """安排 | 水利项目12个，年度计划投资4亿元: what a year's plan holds."""
    return any(plan in words.beyond for plan in _PLANNED) and _SCHEDULES.search(words.before) is not None


def _by_words(quantity: Quantity, words: Beside, setting: Setting, *, aims: bool) -> Status | None:
    """What the words beside the number settle, whatever the document; None where they do not."""
    if is_award(quantity, words) or is_fine(quantity, words) or is_possible(words):
        return "other"
    if told := _told(quantity, words, setting.stance):
        return told
    if is_declared(words) or (not setting.stance.directive and is_so_far(words)):
        return "observed"
    if is_threshold(quantity, words, aims=aims):
        return "threshold"
    if is_spent(words):
        return "target" if aims else "observed"
    if quantity.unit_class == "money" and (
        _DONE.search(words.before) or (not aims and not setting.stance.directive and is_allotted(words))
    ):
        return "observed"
    if not is_paid(quantity, words):
        return None
    return "observed" if quantity.unit_class == "money" and _was_paid(words, setting) else "other"


_NORM = late(
    r"每[\u4e00-\u9fff]{1,6}?[应须要]?至少[应须要]?(?:[配有设建]|安排|开展|举[办行]|组织|培[育养训])[^，。；]{0,4}$"
)
"""每所学校至少配备 | 1名教师: what shall be, where nothing tells that it is."""
_EACH = late(r"每|按|标准|最高|给予|[价票租]|收费")


def _was_paid(words: Beside, setting: Setting) -> bool:
    """Under 2014年工作回顾 取暖补贴60万元 is what was paid in all; 每户补助2万元 is not."""
    time, stance = setting.time, setting.stance
    over = time is not None and time.year is not None and stance.year is not None and time.year < stance.year
    return over and not stance.directive and not _EACH.search(words.before)


_APPLYING = late(r"申报|申请(?![^，。；]{0,4}专利)|项目负责人|课题|立项|受理|评审|限项|合作研究单位|指南")

_MAKES = late(r"(?:打造|建设|培育|建成)(?:不[少低]于|至少)?\s*$")
"""立项打造10个平台: nobody applies with them."""
_DOES_AT_LEAST = late(
    r"(?:打造|建设|培育|建成|募集|开发|新增|培训|提供|举办|开展|组织|引进|招聘|吸纳|建立|创建|遴选|扶持)不[少低]于$"
)
"""行动启动，全年募集不少于 | 100万个岗位: what is to be done, and no limit."""


def _by_setting(text: str, quantity: Quantity, words: Beside, setting: Setting, *, aims: bool) -> Status:
    stance = setting.stance
    counted = quantity.unit_class in ("counter", "people")
    due = counted and (_DUE_TO.match(words.after) or _THEY_WILL.match(words.after)) is not None
    about_to = due or _ABOUT_TO.match(words.after) is not None or _BEGINS.match(words.beyond) is not None
    if (
        setting.said
        and not (about_to or (_is_due_itself(setting) and not words.before.endswith("了")))
        and adds(text, setting.clause, setting.sentence, words, setting.said)
    ):
        return setting.said
    bounds = _is_bounded(quantity, words) and not (aims or _lies_ahead(setting.time, stance))
    if setting.said == "threshold" and (bounds or (quantity.comparator != "eq" and KEPT.search(words.before))):
        return "threshold"
    said = words.head if quantity.comparator == "eq" else words.before
    ruled = stance.ruling or (stance.calls and _APPLYING.search(text, *setting.sentence))
    if ruled and not _MAKES.search(words.before) and not AIM.search(said) and not PAST.search(words.before):
        return "threshold"
    if not stance.directive and _is_foretold(text, quantity, words, setting):
        return "other"
    if about_to and not stance.directive:
        return "target"
    status = _aimed(text, quantity, words, setting, aims=aims)
    if status == "observed" and not stance.directive and is_reckoned(words, setting.time, stance.year):
        return "other"
    if status != "observed" or not _is_bounded(quantity, words):
        return status
    return "target" if _DOES_AT_LEAST.search(words.before) else "threshold"


def _is_foretold(text: str, quantity: Quantity, words: Beside, setting: Setting) -> bool:
    """Whether a figure is what others foretell, or the weather is to be."""
    if not _is_over(setting) and (is_forecast(words) or goes_on_foretold(words, setting.said)):
        return True
    if is_reckoned_ahead(words, setting.time, setting.stance.year):
        return True
    return is_weather(text, quantity.unit, words, setting.sentence.start)


_BOUND = late(r"(?<![到至])不(?:得|能|应|宜)?(?:超过|[低高少多小大]于)(?:[^，。；0-9了]{1,14}的)?$")


def _is_bounded(quantity: Quantity, words: Beside) -> bool:
    """可停留不超过15天, 年收入不低于50万元, 不超过总数的50%: nobody counts so; it is how far something may go."""
    bounded = quantity.comparator in ("le", "ge") or (quantity.unit == "%" and words.before.endswith("的"))
    return bounded and _BOUND.search(words.before) is not None and "已" not in words.before


_ASIDE = late(r"[（(]\s*$")
_TERM = late(r"(?:公示期?|有效期限?|期限|时限)(?:一般|原则上)?(?:为|是)?$")
"""公示期为5个工作日, in what orders or rules."""
_BASE = late(r"为(?:基数|基准|基础)")
_BUILT_ON = late(r"[^，。；]{0,20}基础上")
_EXISTING = late(r"(?:现有|原有?|已有|既有)[^，。；]{0,24}$")
"""在现有 | 11个 | 试点基础上，再增设3个: what there was,"""
_BASIS = late(r"在(?:现有|原有?|既有)[^，。；]{0,40}基础上|[比较与](?:上年|去年)[^，。；0-9]{2,10}(?=，)")
"""and nothing that was done, as 比去年有所下调，."""


def _blank(words: re.Match[str]) -> str:
    return "〇" * len(words[0])


_AIMED_AT = late(
    r"(?:左右|以上|以下|以内)?[”’]?的?(?:(?:预定|预期|既定|年度|年初|调控|增长)?|(?<=的)[\u4e00-\u9fff]{2,4}(?<!完成|实现|达到))目标(?!任务|的|水平|区间)"
    r"|(?:左右|以上|以下|以内)?[”’]?(?:列[入为]|作为)[^，。；0-9]{0,12}目标"
)
"""略低于8%的预定目标, 保持在5亿吨以上列入预期目标: the number is what was aimed at."""
_AIM_IS = late(r"(?:目标|(?:今年|全年|年度)的?任务)(?:值)?(?:设定|确定|设|定)?(?:是|为|在)$|奋斗目标(?:达到?)?$")
_PROMISED = opened_by(
    "提确考绩预目",
    r"(?:提出|确定)(?:，[^，。；]{1,12})?，?(?:要(?!求|我|他)|争取|力争)[^，。；]*$|(?:考核|绩效|预期)(?:指标|目标)[是为]?[：:][^。]*$|目标包括[^。；]*$",
    second="出定核效期标",
)
"""去年提出，要把涨幅控制在10%以内; 考核指标：准确率≥90%；…: it was, or is, aimed at."""
_AIMS_LISTED = late(
    r"(?:^|[，。；])(?![^，。；：]*(?:完成|实现))[^，。；：]{0,40}(?:目标|任务)(?:[是为]|敲定|明确|确定|出炉|如下)?[：:][^。]*$"
)
"""公布减排目标：…, 2024年工作任务敲定：…; but 完成年度目标：… tells what was reached."""
_DONE_PART = late(r"完成了?[^，。；]{0,8}(?:目标|任务|计划|预算)的(?:约|近|超过?|逾)?$")
"""已完成全年开工目标的 | 近60%: how much of it is done."""
_STANDS = late(r"[\u4e00-\u9fff]{0,4}(?:处于|正在|完成)")
"""其中525家处于辅导阶段: in a text that does not order, how things stand."""
_DONE_SO_FAR = late("(?:已经?|累计|实际)?完成了?(?:约|近|超过?)?")
"""计划投资9亿元，完成 | 60%: in such a text, how far it has come."""
_DID = late(r"[\u4e00-\u9fff]{2,8}了(?!解)(?=[\u4e00-\u9fff“《0-9])")
"""与30个国家签署了文件."""
_LEAVE = late(r"(?<!预计)(?:今年|20[0-9]{2}[年届])[^，。；]{0,8}毕业生(?:总[数量]|人?数|规模)?[将约近为达到超过]*$")
"""今年高校毕业生达800万人: nobody plans how many leave school."""
_IS = late(r"(?:我国|全国|世界|[省市县])有(?:近|约|超过?|[0-9.]+[万亿]*[\u4e00-\u9fff]{1,6}[、和])?$")
"""我国有13亿人口、9亿劳动力."""
_ATTENDED = late(r"(?:(?![将拟要])[\u4e00-\u9fff]){0,3}(?:与会|到会|到场)")
"""200余人 | 与会: said of those who came."""
_TAKES_PART = late(r"来自[^，。；]*$|共(?:计|有)?(?:超过?|近|约)?$")
_PART = late(
    r"(?=[^，。；]{0,4}将)|(?:来自[^，。；]{2,24})?[^，。；]{0,8}(?:参加(?!培训|考试|人数)|出席|参会|与会)(?P<done>了)?"
)
_HAS_BEEN = late(r"[\u4e00-\u9fff、]{0,10}?已(?!知|有(?!序)|建成后|[^，。；]{1,12}的)")
"""其中8000万元已由…投资, 18家已实施分红; but 6项已立项标准的制定."""


def _told(quantity: Quantity, words: Beside, stance: Stance) -> Status | None:
    """What the words beside the number settle: marks (3分) and weights are none of aim, fact and limit, a base was
    observed, people from somewhere take part, 的预定目标 was aimed at."""
    before, after = words.before, words.after
    if _ASIDE.search(before) and (
        quantity.unit == "分" or (stance.ruling and quantity.unit == "%" and after[:1] in "）)")
    ):
        return "other"
    if quantity.unit_class == "time" and stance.directive and _TERM.search(before):
        return "other"
    built_on = "基础上" in after and _BUILT_ON.match(after) and _EXISTING.search(before)
    if built_on or _BASE.match(after) or _HAS_BEEN.match(after) or _IS.search(before) or _LEAVE.search(before):
        return "observed"
    if _PROMISED.search(words.head) or (("：" in words.head or ":" in words.head) and _AIMS_LISTED.search(words.head)):
        return "target"
    if not stance.directive and quantity.unit == "%" and (part := _DONE_PART.search(before)):
        return None if AIM.search(before, 0, part.start()) else "observed"
    aimed_at = _AIMED_AT.match(after) and not (quantity.unit_class == "counter" and after.startswith("目标"))
    done = quantity.unit == "%" and _DONE_SO_FAR.fullmatch(before) and not aimed_at
    stands = _DID.match(after) or (not (stance.directive or stance.ruling) and (done or _STANDS.match(after)))
    if stands and quantity.unit_class != "time" and not AIM.search(words.before):
        return "observed"
    if (
        quantity.unit_class == "people"
        and (_ATTENDED.match(after) or _TAKES_PART.search(before))
        and _PART.match(after)
        and not AIM.search(before)
    ):
        return "observed"
    return "target" if aimed_at or _AIM_IS.search(before) else None


def _is_due_itself(setting: Setting) -> bool:
    """规划有9项指标。其中，占比由46%提高到2030年的 | 60%: a sentence with a year to come is no part of a fact."""
    time = setting.time
    here = time is not None and time.span.start >= setting.sentence.start
    return here and setting.said == "observed" and _lies_ahead(time, setting.stance)


def _is_over(setting: Setting) -> bool:
    """预计 of a year before the document reckons what has been."""
    time, now = setting.time, setting.stance.year
    here = time is not None and time.span.start >= setting.clause.start
    return here and time is not None and now is not None and time.year is not None and time.year < now


_TO_BEGIN = r"建成|投[产用运]|完工|竣工|通车|开通|达产|交付|实现|完成|达到|投入|开工|启动|全部|全面|基本"
_DUE_TO = late(
    rf"(?!的)[\u4e00-\u9fff]{{0,12}}(?:(?:预计|计划|力争|有望|拟)[于在到]?(?:20[0-9]{{2}}年|[明后]年|[今本]?年[底内])[^，。；了]{{0,8}}?(?:前|{_TO_BEGIN})"
    rf"|(?:年内|年底前?|明年)(?:将|全部|陆续)*(?:{_TO_BEGIN}))"
)
"""12个项目 | 预计2030年底建成, 8所 | 年内投用."""
_ABOUT_TO = late(rf"(?![^，。；]{{1,20}}{HANDLED})(?:(?!认为|相信)[\u4e00-\u9fff]){{2,12}}(?<![已麻])将(?!军|近)")
_THEY_WILL = late(
    rf"(?![^，。；]{{1,20}}{HANDLED})(?:(?!认为|相信|的)[\u4e00-\u9fff、“”]){{1,20}}(?<![已麻])将(?!军|近)"
)
"""7对“复兴号”动车组 | 将…, 350场演出、展览等 | 将…: what is counted will do something."""


_BEGINS = late(
    r"[^，。；]{0,16}，(?:计划|预计)?将[于在][^，。；]{2,14}?(?:启动|启用|开工|开幕|举办|举行|投用|运营|开放|实施|亮相|开馆)(?=[，。；]|$)"
)
"""设立5个展区，| 将于明年5月启用: what there is to be."""
_DUE = late(r"[初中底末旬]?(?:以|之)?前(?![0-9一二两三四五六七八九十几半])")
"""11月底前; 本周前两天 is the first part of the week."""
_REACHES = late(r"达(?:约|近)?$")
"""力争…，产值达 | 5亿元: behind an aim it is to be reached."""
_TO_REACH = late(
    r"(?P<aim>(?:(?<![可已])将(?![军近])[^，。；已了]{1,24}|(?:力争|确保|争取)[^。；已了]{1,60}?))达(?=[约近超]?[0-9])"
)
"""将实施的培训达 | 5000万人次，新增…: that is still to be reached, too."""
_WILL_GIVE = late(r"将(?=[为向给](?!此|了|何))[^。；]*，")
"""今天签署协议，将为企业提供20亿元，| 服务企业数超过 | 300户."""
_GOES_ON = late(
    r"(?:[^，。；、]{3,24}?(?:达到|提高|降低|控制在|不[低少]于|增加到|扩大到)|其中|新[建增设]|改[建造]|扩建|建[成设]|培育|打造|创建|开展|推进|支持|再)"
)
"""今年将新增3条线；新建 | 600个车站: a part that begins with the verb goes on with the aim."""
_URGED = late(r"(?:力争|确保|拟(?<![虚模]拟)(?![人态合]))[^，；]*$")


def _aimed(text: str, quantity: Quantity, words: Beside, setting: Setting, *, aims: bool) -> Status:
    time, directive = setting.time, setting.stance.directive
    before = UNDONE.sub("", words.before) if directive or _lies_ahead(time, setting.stance) else words.before
    before = COMPARED.sub("", before) if setting.stance.aims else before
    if not aims and (_DONE.search(before) or is_known(text, time, setting.stance)):
        return "observed"
    if aims and _URGED.search(before):
        return "target"
    if (
        time is not None
        and (_dated(time) or _begins_later(time, setting.stance))
        and (told := _by_year(time, setting.stance, aims=AIM.search(words.head) is not None))
    ):
        return told
    if aims or ("至少" in before and _NORM.search(before) and not PAST.search(words.head)):
        return "target"
    settled = _last(STILL_TO_DO, words.head)
    part = max(map(words.head.rfind, "； \u3000")) + 1
    goes_on = (
        directive or part == len(words.head) or _GOES_ON.match(words.head, part) or SETS_OUT.search(words.head, 0, part)
    )
    aim = max(settled, _last(STRONG_AIM, words.head, 0 if goes_on else part))
    done = _last(PAST, _TO_REACH.sub(r"\g<aim>到", _REACHES.sub("", _BASIS.sub(_blank, words.head))))
    told_before = COMPARED.sub("", _REACHES.sub("", before) if aim > done else before) if aim >= 0 else before
    if PAST.search(told_before):
        return "observed"
    start = quantity.span.start - len(words.head)
    due = time is not None and time.kind == "month" and _DUE.match(text, time.span.end) is not None
    if (
        due
        or comes_later(text, time, setting.stance, setting.sentence, setting.clause)
        or (aim > done and _HAS_BEGUN.search(words.head))
    ):
        return "target"
    bounded = _is_bounded(quantity, words)
    set_out = -1 if bounded else _last(SETS_OUT, words.head)
    ahead = max(settled, set_out, _last(_WILL_GIVE, words.head) if aim > done else -1)
    ahead = ahead if ahead > done else -1
    given = ahead >= (max(0, time.span.end - start) if time is not None else 0)
    if given or (bounded and (_last(STRONG_AIM, words.head) > done or setting.aimed)):
        return "target"
    if _is_now(text, time, setting.stance) or _since(text, time, setting.stance):
        return "observed"
    ordered = setting.ordered and done <= words.head.find(FIRST) + 1
    return "target" if directive or aim > done or ordered else "observed"


_HAS_BEGUN = late(r"(?:启动|开幕|开启|启幕|揭幕)，[^。；]*?将(?!军|近)")
"""读书月今天启动，各地将围绕三个主题，举办 | 300场活动: what has only begun has all of it still to come."""


def _is_now(text: str, time: Time | None, stance: Stance) -> bool:
    """目前, 近日, 5月; in an order 全年 is all that is left of the year."""
    if time is None or time.kind not in ("past", "month", "present"):
        return False
    return not (stance.directive and text.startswith("全年", time.span.start))


def _last(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    """Where the last match from `start` on ends; -1 where there is none."""
    return max((match.end() for match in pattern.finditer(text, start)), default=-1)


def _by_year(time: Time, stance: Stance, *, aims: bool) -> Status | None:
    """What lies before the document, or was told of in a review, was observed; a deadline is aimed at."""
    if time.kind == "future":
        return "target"
    if time.year is None:
        return None
    if stance.told and time.year <= stance.told:
        return "observed"
    if stance.year is not None and time.year != stance.year:
        return "target" if time.year > stance.year else "observed"
    if not aims and stance.horizon is not None and time.year < stance.horizon and time.kind == "period":
        return "observed"
    return "target" if time.kind == "deadline" else None


def _since(text: str, time: Time | None, stance: Stance) -> bool:
    """2014年以来 tells of what was; in an order, 从2019年起 tells from when it holds."""
    if time is None or time.kind != "since":
        return False
    return text.startswith("以来", time.span.end - 2) or (time.period is not None and not stance.directive)


def _begins_later(time: Time, stance: Stance) -> bool:
    """自明年1月1日起: what is to hold from then on."""
    return time.kind == "since" and bool(time.year and stance.year and time.year > stance.year)


def _lies_ahead(time: Time | None, stance: Stance) -> bool:
    """到2025年，累计建成 | 500座, told in 2022: so many there are to be in all."""
    return time is not None and bool(time.year and stance.year and time.year > stance.year)


def _dated(time: Time | None) -> bool:
    return time is not None and time.kind in ("year", "deadline", "period", "relative", "future", "past")

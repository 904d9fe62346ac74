"""What others foretell or work out: 预计增长5%, 市场预期降息50个基点, 如果推广，可节约8000万吨."""

from __future__ import annotations

import re

from kg.lexicon.scan import opened_by
from kg.model import Status
from kg.pattern import late
from kg.recognise.document.cue import PAST
from kg.recognise.modality.beside import COMPARED, Beside
from kg.recognise.time.period import Time

_FORECAST = late(
    r"预计|有望|料(?=[将会])|估计(?=[^，。；0-9]{0,12}(?:将|会|可[达能]))|预期(?:中值|均值)|[上下][调修][^，。；]{2,24}预期[至到]|(?<=产量)预期|预测(?![\u4e00-\u9fff]{0,6}储量)|市场预期|(?:^|[，；、])(?:此前)?预[期估](?!目标|寿命|性)|或将|机构认为|分析师|潜力|如果|(?<!尽)可能(?![性的])"
    r"|(?<!通胀)(?:预期|预估)(?:[中均]?值)?(?:[将均的约]|分别|进一步|[大小]幅)*(?:[从由自][^，。；]{1,20}?)?(?:(?:[上下][调修]|调[高低整]|提[高升]|[升降]低?|维持|保持|定为|[为在是])[^，。；]{0,14})?$"
)
"""What is foretold, or only possible (产量可能降至 | 3亿吨), and what a forecast moves to: 增速预期由5%下调至 | 4%."""
_FORECASTER = opened_by(
    "专世估假分基如市投据机气测研经能预券智联协学业高摩瑞花交",
    r"(?:能源署|世界银行|基金组织|机构|专家|研究院|投行|券商|智库|联盟|协会|学会|分析师|经济学家|气象台)[^，。；]{0,12}，?(?:预计|预测|预期|预估|估计)[^。]*$"
    r"|(?:研报|业[内界]人士|市场普遍|高盛|摩根|瑞银|花旗)[^，。；]{0,8}(?:表示|认为|指出)，[^。；]*(?:[将会料或]|有望)[^。；]*$"
    r"|(?:交易员|投资者)们?(?:普遍)?(?:认为|相信|押注|预[计期测])[^。；]*$"
    r"|(?<![于合出过及])市场(?:普遍|此前)?(?:预计|预期)(?=[\u4e00-\u9fff])[^。；]*$|据[^，。]{0,6}(?:预测|估计)，[^。]*$"
    r"|预计(?:未来|今明)[^，。]{0,4}[天日][^。]*$|(?:测算|估算)[^。]*(?:将|可|能|未来|到20[0-9]{2}年)[^。]*$"
    r"|(?<![^，；：“])假[定设](?!扣除|看|[^，。]{0,40}(?:计算|检查|相比|换算))[^。；]*$|(?:如果|假如)(?![^，。]{0,40}(?:计算|扣除|看|检查|相比|换算))[^。；]*，[^。；]*$",
)
"""Who only foretells or works out what is to come, and what would be if."""
_TOLD_BEFORE = late(r"预计(?:[^，。0-9]{0,10}|到20[0-9]{2}年[底末]?(?=，(?:全球|世界|[^，。；]{0,16}市场)))，")
"""预计到2027年，| 市场规模将达2亿元, 预计到2050年，| 全球人口将达97亿; but what a government so tells of its own
(预计到2027年，| 全省将有3亿千瓦) it counts on."""
_RECKONED = late(
    r"(?:(?<![测析])预[测估]|[测估推]算)(?:[，：]|显示|表明|到20)|(?<![作府大届])报告》?[^，。；]{0,6}?(?:显示|表明|称|认为|中，[^，。；]{0,8}[找看]到)"
    r"|(?:专家|研究员|分析师|经济学家|学者|教授|院士)[^，。；]{0,12}(?:表示|认为|指出|[说称])"
)
"""据测算，2030年需求达 | 3亿吨, 某组织报告显示，到2030年，…: of a year to come nobody knows more."""
_FORETOLD = late(r"(?:以上|左右)?的[\u4e00-\u9fff]{0,4}(?:预期|预测|可能性|概率)(?!目标|寿命)")
_OWN_PLAN = late(r"将(?:建成|完成|新增|建设|实现|全面|投产)|新增|建成|打造|培育")
_SPENT = late("预计(?:总共?|年内|今年|全年)?(?:完成|投入)(?:总?投资)?[约近超过]*$")
_SET_OUT = late("(?:将(?!军|近)|力争|计划|拟(?<![虚模]拟))[^。；]*(?:谋划|实施|推进|安排|建设|开工)[^。；]*，")
"""某省将扩大投资，谋划80个项目，| 预计完成投资 | 20亿元: what it sets out to do costs so much."""
_NAMED_PLAN = late(r"(?:规划|计划|方案|意见|纲要)》")
_WEATHER = late("气温|[东南西北]风|降温|冷空气|寒潮|降[雨雪水]|雨量|积雪|大风|阵风|台风|高温|[暴大中小]雨|[暴大中小]雪")
_WEATHER_UNITS = frozenset(("℃", "摄氏度", "度", "毫米", "厘米", "级"))
_TO_COME = late("(?<!已)将(?!近)|可达|可能|可[下上]|预计|未来|明[天日后]|后天|今起")
_SO_FAR = late("昨[天日]|今[天日](?!夜|晚|起|到)|目前|已|出现了|了$")
LEAD = 40
"""How far back 预计 in a clause of its own reaches."""


_STATION = late(r"(?:气象[台局]|[预警]报)[^，。；]{0,6}[，：]?(?:预计|未来|今[天晚]|明[天日])")
"""气象台预计，…: the sentences after it in the paragraph foretell, too."""
PARAGRAPH = 200
"""How far before a sentence the station may be named."""


def is_weather(text: str, unit: str, words: Beside, start: int) -> bool:
    """未来三天，北部将有4—6℃降温: what the weather is to be is foretold, and nobody's aim. `start`: of the sentence."""
    if unit not in _WEATHER_UNITS or _SO_FAR.search(words.before):
        return False
    if _TO_COME.search(words.head) is None:
        least = max(0, start - PARAGRAPH)
        if _STATION.search(text, max(least, text.rfind("\n", least, start)), start) is None:
            return False
    return _WEATHER.search(words.head) is not None or _WEATHER.search(words.after) is not None


def is_forecast(words: Beside) -> bool:
    """预计 and 有望 are forecasts, unless of what is being built (预计2022年底新增学位11万个) or a plan foresees."""
    before, head, after = words.before, words.head, words.after
    if "潜力" in after[:8] or _FORETOLD.match(after):
        return True
    if _FORECASTER.search(head):
        return True
    if not _FORECAST.search(before) and not _TOLD_BEFORE.search(head[-LEAD:]):
        return False
    if _SPENT.search(before) and _SET_OUT.search(head):
        return False
    return not (_OWN_PLAN.search(before) or _NAMED_PLAN.search(head) or re.search("力争|确保", before))


_FORETELLS = late(r"(?:预计(?!数)|有望|预测|将(?:达到?|突破|超过?))[^；]{1,60}$")
_OWN_AIM = late(r"安排|力争|确保|争取|努力|计划|目标|拟|要|推进|建设|建成|开工|投产|实施")


def goes_on_foretold(words: Beside, said: Status | None) -> bool:
    """预计客运量将达3亿人次，货运量将达 | 2亿吨: what was foretold (`said`) of the number before goes on."""
    if said != "other" or _FORETELLS.search(words.head) is None:
        return False
    return not _OWN_AIM.search(words.before) and not PAST.search(COMPARED.sub("", words.before))


def is_reckoned_ahead(words: Beside, time: Time | None, year: int | None) -> bool:
    """Whether what lies ahead of `year` is only worked out, and nobody's aim: 机构预测，到2030年，产量将达3亿吨."""
    ahead = time is not None and time.year is not None and year is not None and time.year > year
    return ahead and _RECKONED.search(words.head) is not None


_RECKONS = late(r"(?:^|[，、；])预计(?!数|完成|实现)[^，。；0-9]{0,8}$")


def is_reckoned(words: Beside, time: Time | None, year: int | None) -> bool:
    """预计 | 新增减税 | 1300亿元: what is only reckoned with has not been observed, unless of a year that is over."""
    over = time is not None and time.year is not None and year is not None and time.year < year
    return not over and _RECKONS.search(words.before) is not None

"""Words by which a clause or a sentence aims: 力争, 目标, 计划, 将, 到2030年, 要求各级."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.modality.awaited import OPENED
from kg.recognise.time.period import Time

_STRIVES = "力争|确保(?<!为确保)(?<!为了确保)|争取"
_GOAL = (
    r"目标(?!利率|实施|进行|发动|发起|展开|开展|产物|分子|人群|区间)(?<!奋斗目标)(?<!完成目标)(?<!实现目标)(?<!年度目标)(?<!全年目标)(?<!确定的目标)(?<!确定的主要目标)(?![^。；]{0,24}(?:进展(?:顺利|情况)|完成情况|落实情况))"
    r"(?<!完成计划目标)"
)
_SCHEME = (
    r"计划(?<!原计划)(?<!原来计划)(?<!原定计划)(?<!比计划)(?<!超计划)(?<!超出计划)(?<!超过计划)(?<!完成计划)(?<!完成年度计划)(?<!完成全年计划)(?<!完成年初计划)(?<!按计划)(?<!占计划)(?<!研发计划)"
    r"(?!”|单列|免疫|》|工作|领导|面积|进度|成本|[总任]?[数量]|的(?:[^，。；]{0,3}[0-9０-９一二三四五六七八九十百]|$)|共(?!安排)|累计|已)"
    r"(?![，、])|(?:根据|按照?|制[定订]|出台|发布|公布|推出|提出|启动|实施)了?[^，。；]{0,16}计划，|(?:根据|按照)[^，。；已]{0,20}(?:方案|规划)》?，|拟(?<![虚模]拟)(?![人态合]|中选)"
)
_WILL = (
    r"将(?<![可已]将)(?<!现将)(?<!成功将)(?<!可以将)(?<!已经将)(?<!已经累计将)(?<!已累计将)(?<![^养]老将)(?<![小麻]将)(?<!女将)"
    r"(?!军|近)(?!(?<=即将)[^，。；]{1,12}[的等])"
)
_BY = r"到(?<![长高加升降少年月日号复至止]到)20[0-9]{2}年"
_AHEAD = (
    r"(?<!好)未来(?!产业|[之]?城|已来|网络|学校|乡村|社区|科学|生活|中心|智|[”》])|今后|明年"
    r"|年底前(?!(?:建成|开工|完工|投用|成立)的)"
)
_NEEDS = r"(?<!每)年(?:还|共|约|预计)?需要?(?=[^，。；]{0,10}(?:资金|投资|投入))"
_AGREED = r"同意[^，。；]*[建设立增]"
_ORDERED = r"(?<![按照据合符])要求(?=各[级地市县区省]|(?:全[国省市县区系]|所有|相关)[^，。；]{1,6}[，：]?)"
"""某社要求各级 | 供应化肥20万吨."""
_READY = "(?<![自志心意祝遗请])愿(?=[从为向同与意以继]|启动|提供|推动|加强|扩大)"
_CUTS = "再(?:压减|压缩|削减)(?!了)"
"""今年一般性支出再压减 | 两成: what is spent is cut again by a budget, which is for a year to come."""
AIM = late(
    rf"{_STRIVES}|努力|{_GOAL}|{_SCHEME}|规划(?:建设|新增|布局|年[产处]|产能|[^，。；0-9的]{{0,4}}总(?:规模|里程|装机|面积|长度))|{_WILL}|要(?<![主需重首只简概摘天日纲]要)(?!素|求|点|闻|是|么|经[过历]|穿(?=[过越]|$)|花|走(?![出向上好])|跑|翻[山越过]|爬|徒步|等|付|吃|喝|坐|背着?)"
    rf"|预期(?=增长|(?<!奋斗)目标|值为|为年均)|{_AHEAD}|{_READY}|月底前|前完成|今年.{{0,4}}全年|届时|{_BY}|{_NEEDS}|{_AGREED}|{_ORDERED}|{_CUTS}"
)
_DECIDED = (
    rf"(?:{_SCHEME}|决定(?=[，：在将从建增安实投追优扩派])|筹备(?![会组处])|筹建|{_AGREED}"
    rf"|(?:工作报告|预算草案|(?<![\u4e00-\u9fff])报告)安排|{OPENED})"
)
"""Words for what is settled and still to be done; 将 is none of them: 将…提高到 may have been done."""
_TELLS = r"(?:通知|意见|方案|规划|纲要|计划|会议|公告|决定)》?，?(?:还|也|同时|明确)?"
"""What tells what is to be done."""
_ASKED = (
    r"(?:(?:^|[，。；])要求(?=[^，。；]*(?:达到?|提高[到至]|降[到至]|控制在|占)$)"
    rf"|(?:明确|{_TELLS})要求(?=[，：从各到在我对推全所])|{_ORDERED}|会议(?:还|也)?(?:确定|部署|明确)(?=，))"
)
SETS_OUT = late(rf"(?<!去年){_TELLS}(?:提出|明确|要求|确定|部署|指导)(?![的了])")
"""会议提出，确保…；完成 | 客运量3亿人次: what is set out goes on behind the semicolon."""
STILL_TO_DO = late(_DECIDED)
STRONG_AIM = late(
    rf"(?:^|[，；])(?:(?:今年|明年|20[0-9]{{2}}年)(?:，?[^，。；主需重首只简概摘]{{0,6}}?)?)?(?:[还也]|必须)?要(?![求素点闻是么])|(?:^|[，；：])今年[^，。；]{{1,16}}?(?<![主需重首只简概摘])要(?![求素点闻是么])|{_STRIVES}|{_GOAL}"
    rf"|{_READY}|{_WILL}[^，]|{_BY}|提出|{_ASKED}|{_AHEAD}|{_DECIDED}"
)
"""Words that a whole sentence aims by; 要 does where a clause opens with it: 要严守红线，让…达到20%."""
_LOOKS_AHEAD = late(
    rf"^[^0-9]*$|{AIM.pattern}|预计|有望|届时|目标|达到?|超过|突破|提[高升至]|[增扩][加长大至]|[降减压]|[新改扩]建|建[成设]|实现|完成|开展|保证|落实|培[育养训]"
    r"|不[低少超高]|以[上内下]|新增|打造|支持|给予|覆盖"
)
"""What is no description of how large something is; a sentence without a figure is none either."""


def tells_how_it_is(text: str, sentence: Span, time: Time, year: int | None) -> bool:
    """Whether a sentence behind what is to come after `year` only describes: 铁路2028年通车。| 全线长67公里."""
    ahead = time.year is not None and year is not None and time.year > year
    return ahead and _LOOKS_AHEAD.search(text[slice(*sentence)]) is None

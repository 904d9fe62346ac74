"""What makes words the name of a project: an own word and a head; 重大工程 and 三大行动 name none."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.mention import ProjectMention

HEAD = r"(?:专项行动|专项斗争|行动计划|工程|行动|计划|专项(?!活动|[一-鿿]{2}(?:行动|活动)))"
NUMBER = r"[一二三四五六七八九十百两0-9]{1,4}"
WORK = (
    "建设|创建|改造|扩建|改建|整治|治理|修复|保护|保持|提升|升级|更新|培育|推广|示范|振兴|开发|利用|处置|加固|修缮|搬迁"
    "|绿化|造林|还林|还草|还湖|治沙|减灾|防治|减排"
)
"""What is done to things in the names of works: 甲河治理, 乙路改造."""
DEED = (
    rf"(?:{WORK}|整改|清障|清淤|清理|清零|打击|帮扶|援助|扶持|培训|培养|引进|引育|引领|联通|畅通|保障|供给|供应|对接|招聘|转化|转型"
    "|应用|普及|监测|监管|防控|防护|防范|救助|关爱|服务|创业|就业|消纳|焕新|换新|优化|夯实|跃升|倍增|攻坚|强基|补链|延链|强链|节能|降碳"
    "|增效|提效|提质|扩容|扩能|提能|提速|提标|达标|赋能|扩面|研究|攻关|支撑|惠企|惠民|暖企|回收|再造|连通|贯通|宣传|排查|化)"
)
"""What names of campaigns end in before their head: 甲扩能、乙达标工程."""
NO_QUOTE = (
    "两弹一星|十[一二三四五]?五|一带一路|两重|形象|政绩|面子|烂尾|半拉子|卡脖子|豆腐渣|胡子|民心"
    "|一号|一把手|光盘|光瓶|野蛮|冒险|侵略"
)
"""What stands in quotes before 工程 and is a saying or another plan: “形象工程”, “十四五”重大工程."""
PRAISE = late(f"“(?:{NO_QUOTE})")
OF_KIND = "(?:重点|专项|重大|主要|标志性|提升|攻坚|骨干|支撑性?|示范|民生|惠民|节能|生态|环保|具体)"
COUNTED = rf"{NUMBER}(?:大(?:(?![的和与及等个项])[一-鿿]){{0,6}}?|(?:项|个|类){OF_KIND}{{0,2}}){HEAD}"
"""三大培育行动, 12项重点工程; 7个领域转型行动 is an action of its own."""
ENDS = (
    r"(?=(?:建设|项目|试点)?(?:实施|落地)?(?:[，,。；;：:、）)”\"’！\s（(]|$)"
    r"|和|及|与|等|并|以及|以来|至今|期间|(?:过程)?中(?:[，,]|$)|范围|[摆放]在|作为|暨|的(?!设计|建设|施工|管理|运营)|的(?:建设|实施)(?:[，,。；;]|$))"
)
MANY_OF = "(?:一批|多[个项]|一?系列)"
QUOTE = late(r"[“\"]([^”\"]+)[”\"]")
AT_END = late(f"{HEAD}$")
HEADED = late(f'(?:{HEAD}|项目)[”"]?$')
_OWN = f"(?:(?!{OF_KIND}|创新|培育|优质|优化)[一-鿿])"
"""A word of its own: 九大高原湖泊治理工程 is one work on nine lakes, 十大重点节能工程 are any ten."""
UNNAMED = late(
    rf"{NUMBER}(?:大(?!{_OWN}{{5,}}{HEAD}$)|项|个|批|类|条|期|轮)|自(?![然主由动行来])|一批|多轮|若干|各|相关|有关|这|上述|本|该|此|其|系列|多项|多个|具体|年度|一系列|全[省市县]|(?:国家|省|市)级(?:重点|(?![^，。]{{6}}))|相应|专项|统一|新一轮(?![^，。]{{4}})|更多|新一批|印发|一揽子|好|以|对(?!外)|的|为|在|从|并|新的|[两三五]年|[0-9](?!G|[0-9]{{3}}年[^，。]{{2,}}行动)|部分|制定|编制|统筹|(?:完善|加强|健全|优化|强化)(?![^，。]{{2,}}(?:专项|年|攻坚|提升|集中)行动)|推进|建立|加快|落实|组织|做好|推动|打好|打赢|要(?![素塞])"
)
_FRESH = late(
    r"将(?![军乐])(?=[^，。]{6})|(?:(?:今年)?是)?我国|(?:全国|全省|全市)(?=“)|今年是?|[一二三四]季度(?=“)|保证|一场|为期[^，。的]{1,4}[年月天周]的?|[^，。]{2,20}(?:制度|政策)和"
    r"|(?:第[一二三四五六七八九十]+[轮届次]|[一二两三四五]轮)(?=[^，。]{4})|(?:[今去]年|[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?起?|[^，。“”]*(?:等|以及)(?=“)|[0-9.]+[万亿]?(?:亩|公里|平方米|立方米|吨|千瓦)"
)
"""What may stand before a name and is no part of it."""
_DOING = late(
    "(?:(?:[今明]年|[0-9]{4}年|[0-9]{1,2}月)?底?前?(?:将|要|已|力争|确保|计划|如期|圆满|全面)*(?:完成|启动|实施|开展)|(?:持续|继续|进一步|深入|大力|全面|扎实|积极|统筹)+(?:优化|深化|落实|实施)|(?:全力|持续|继续|超额)*(?:完成|抓好|做好|搞好)|(?:建设|围绕|充分利用|通过|实施|介绍|落实|依托|借助|结合|参与|响应|举办|发起|推广|聚焦|用好|推出|发布|支持|参加|融入)(?=“))好?(?=[^，。]{4})(?![的和与])"
)
"""The verb that has the name for its object: 持续优化甲工程."""
_YEARS_PLAN = late(r"(?:[一二三四五六七八九十]年|行动|攻坚)计划$")
"""学前教育三年行动计划, 甲产业行动计划 and 两基攻坚计划 are plans."""
_ACTS = late(r"(?:积极|迅速|立即|主动|果断|采取|快速|纷纷|闻令而|马上|连夜|抓紧|付诸|展开|在)行动$|开展专项行动$")
"""有关部门 | 积极行动: what somebody does, and no name."""
_OTHERS = late(
    "(?:回购|增持|减持|IPO|裁员|分红|经济刺激|军事|反攻|封锁|非法|撤侨|撤离|侵略|制裁|经济|收购|融资|上市|招股|持股|应急响应|重组|搜捕)(?:行动|计划)$"
)
"""What companies, armies and criminals do."""
_MANY = late(
    rf"(?<![高中初平])等(?!主要)[^”]*$|[《》]|规划|关于|(?<!求)是(?![非否])(?![^“]*”)|上升为|[列纳]入|将[在向会]|首个|最大|工程区|各项|余项|(?<=.){NUMBER}[大项]|(?<![0-9])(?<!行动)(?<!工程)[0-9]{{3}}(?![0-9]?[年—-])(?![^“]*”)"
)
_WHOLE = ("工程”项目", "行动”项目")
"""“甲工程”项目 is called 甲工程."""
PLAIN = late(
    rf"(?:[0-9]{{4}}年)?(?:重大|重点|大规模|新世纪|关键|核心|技术|基地|防治|环保|生态|第[一二三四五六七八九十]+个|五年|[“\"]?[一二三四五六七八九十]+五[”\"]?|建设|基础设施|示范|配套|系统|骨干|大型|民生|攻坚|联合|工作|市场化|执法|整治|治理|修复|提升|试点|改造|监测|研究|宣传|培训|检查|科研|发展|投资|生产|实施|推广|引导|水利|文化|公益|清理|专业|集中|帮扶|救援|搜救|打击|跨境|军事|地面|反制|报复|抓捕|收网|空袭|活动|年度|采购|招生|资助|科技){{1,3}}{HEAD}"
)


def named(text: str, span: Span, group: str | None) -> ProjectMention | None:
    """The project of these words, unless they name none: 重大工程, 三大行动. Outer quotes go: “暖冬行动”."""
    start, end = span
    start = end - len(text[start:end].lstrip())
    start += text.startswith("好", start, end)
    if doing := _DOING.match(text, start, end):
        start = doing.end()
    opening = text.find("“", start, end)
    # 旨在缩小差距的“甲”工程: the words before 的 tell what it is for.
    start = max(start, text.rfind("的", start, opening if opening > start else end - 6) + 1)
    words = text[start:end]
    if not _is_balanced(words):
        return None
    whole = QUOTE.fullmatch(words.removesuffix("项目") if words.endswith(_WHOLE) else words)
    if whole:
        start, end, words = start + 1, start + whole.end(1), whole[1]
    if fresh := _FRESH.match(words):
        start, words = start + fresh.end(), words[fresh.end() :]
    quoted = whole is not None or "“" in words
    return ProjectMention(words, (Span(start, end),), group) if _is_name(words, quoted) else None


def _is_balanced(words: str) -> bool:
    """Whether quotes close; a typist's “甲" counts as closed."""
    return words.count("“") == words.count("”") + (words.count('"') if "“" in words else 0)


def _is_name(words: str, quoted: bool) -> bool:
    core = HEADED.sub("", words)
    if (
        _ACTS.search(words)
        or _OTHERS.search(words)
        or _YEARS_PLAN.search(words)
        or UNNAMED.match(words)
        or PLAIN.fullmatch(words)
        or _MANY.search(core)
    ):
        return False
    shortest = 2 if quoted or words.endswith(("专项行动", "专项斗争")) else 3
    return len(core) >= shortest and (quoted or "的" not in core)

"""Whose the words after a counted noun are: 8个城市 | 的公交 counts cities, 144个支持老区的文件 counts documents."""

from __future__ import annotations

import re

from kg.lexicon.predicate import ACTIVE, BORDER, CAUSATIVES
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.count.part import TOLD_SIZE
from kg.recognise.name.naming import Place

_POSSESSOR = late(
    r"[^的，]{0,10}?(?:国家|地区|城市|省份|高校|学校|企业|公司|机构|医院|小区|社区|[乡城]镇|项目(?=的(?:合作)?(?:协议|合同|订单|签约))|小项|小城|村庄|[省市县区村国乡镇](?:（[^（）]{1,10}）)?)(?=的[\u4e00-\u9fff“])"
)
_PART_OF = late(r"[^的，]{0,10}?(?:部门|单位|基地|园区|景区|区域|流域)(?=的[\u4e00-\u9fff“])")
"""20个部门 | 的互动: of these, only what is counted by 个 or 家."""
_WHOSE = {
    **dict.fromkeys(
        "名位",
        late(
            r"[^的，]{0,14}?(?:[者员民生师军人工手兵]|[^专国人行大之]家|代表|干部|学者|英雄|模范|新秀)(?=的[\u4e00-\u9fff“]{2})"
        ),
    ),
    "家": late(
        r"[^的，]{0,14}?(?:[业司行店院厂校所社馆团]|[国央名药车]企|基金|券商|单位|机构|协会|媒体|中心)(?=的[\u4e00-\u9fff“]{2})"
    ),
    "条": late(r"[^的，]{0,8}?(?:建议|意见|线索|信息|评论|留言)(?=的[\u4e00-\u9fff“]{2})"),
}
"""50位画家 | 的作品, 3家基金 | 的账户: the counter tells what is counted, and not what they have."""
_OF_THESE = late(
    rf"[^的，、和及与]{{0,7}}?(?:{any_of(BORDER['head'])}|[{''.join(BORDER['char'])}]|领域|行业|机关|科室|海湾|资源|犯罪|线路|产业链"
    r"|站位|点位|监测点|基点|罪名|河|条例|规章|住房|轮次|女性|词人|流域|海域|断面)(?=的[\u4e00-\u9fff“])"
)
_THEIRS = late(
    r"的[^的，。；]{0,8}?(?:条款|修正案|名称|坐标|数据|信息|现状|走势|趋势|特点|问题|历史|故事|传闻|需求|缺口|公告|限制|念头|承诺|桥梁|纽带"
    r"|卡点|堵点|源头|死刑|量刑|角逐|比拼|争夺|价格|成本|质量|水平|能力|意见|要求|合作|联系|关系|面貌|风采|环境|条件|生活)"
)
"""7部法律 | 的草案, 60位工作者 | 的意见: what those counted have, and is not counted by such a counter."""
_COUNT_IT = ("项", "次", "起", "场", "类", "种")
"""Counters of what is no thing: 5项 | 企业的要求."""
_KIND_OF = late(
    r"(?P<kind>[^的，。；]{0,4}(?:品种|规格|类别|型号|语种|品类|批次|组别|题材))的(?P<what>[^的，。；、和及]{2,12})"
)
"""400个 | 品种 | 的 | 郁金香: of what these are the kinds."""
_DEED_OF = late(
    r"(?!居住|生活)(?P<what>[^的，]{1,24})(?<![级性型化新高大强多好单杂要键慢快少低小弱差远近长短难严广密旧贫优良])的(?P<deed>(?:[^\W的和及需将已]{2,6}[和及与、])?[^\W的和及需将已]{0,6}(?:建设|签署|公布|演练|治理|研究|分析|修订|制定|审查|检查|评估|培训|改造|升级|整治|修复|监测|征集|评选"
    r"|遴选|申报|审批|审核|办理|整合|全覆盖|调查|考核|验收|测试|发射|安装|调试|审计|督察|督导|巡视|调研|帮扶|救治|搬迁|拆除|清理|处置|保护"
    r"|淘汰|扩建|筛查|排查|普查|督查|巡查|抽查|采集|提取|试验|作业|验证|应用|推广|安置|硬化|绿化|登记|确权|划定|勘探|勘察|设计|铺设|架设|维修|修缮|加固|补植|管护|翻译|编制|发掘"
    r"|更新|利用|回收|开通|引进|落地|数字化|无障碍改造|新建|改建|启用|展出|梳理|执行|出版|发行|转型|增加))(?:工作|任务)?"
)
"""完成30个小区 | 的 | 改造: what is done with those counted."""
_DOING = late(
    r"(?P<who>[^的，]{0,10}?(?:[者员民生师军人工手兵]|[^专国人行大之]家|代表|干部|学者|志愿者|官兵))"
    r"(?P<deed>(?:共同|联合|集体)?(?:合作|参与|参加|参演|参建|创作|研发|研制|撰写|编写|绘制|完成|签名|联名|捐赠))的(?=[\u4e00-\u9fff“]{2})"
)
"""90名画家 | 合作 | 的长卷: who did it, and not what they made."""
_HOLDS = late(
    r"(?:[搭装运满]?载[着有]?|(?:分布|生活|居住|聚集|汇聚|散落|带|有)着|装[着有满]|运送|转运|护送|[只仅]有|拥有|持有|设有|带有|汇聚|汇集|集聚|聚集|涵盖|覆盖|包含|集成|整合|囊括|惠及)了?(?:[^，。；的]{2,24}[、和])?(?:近|约|超|超过|逾)?$"
)
_LOADED = late(r"(?:[搭装运满]?载[着有了]?|装[着有满了]|运送着?)(?:近|约|超|超过|逾)?$")
_LOAD = late(r"[^，。；的]{1,10}(?=的[\u4e00-\u9fff“A-Z]{2})")
"""装载着1.2万吨 | 大豆 | 的货轮: what is carried."""
HOLDS_REACH = 32
"""How far before a number the verb of holding may begin: 涵盖12个部门、300个事项的平台."""
_WORKS = late(r"(?:完成|实施|推进|启动|开展|做好)了?(?:近|约|超|超过|逾)?$")
_WORK_OF = late(r"的(?P<work>[^，。；的]{2,8}(?:工程|项目|任务|工作))")
"""完成8个乡镇 | 的 | 供水工程: what is done for those counted."""
_AMONG = late(r"(?<![高初职完集空水途其])中的")
"""900条留言 | 中的建议: of some of those counted."""
_DESCRIBES = late(
    r"(?:知名|著名|领先|先进|优秀|优质|一流|重要|重大|独特|完整|成熟|[级性型化新高大小强多密好]|[0-9][^的]{0,6})$"
)
"""拥有3家世界知名的 | 企业: what they are like, and not what is held."""
_RELATIVE = ("不同", "来自", "具有", "拥有", "从事", "患有", "符合", "获得", "涉及", "服务", "面向")
"""100名来自山区农民家庭的 | 学生: words that open so tell which, and those counted stand behind 的."""
_JOINS = ("纳入", "列入", "入选", "接入", "加入", "参与", "参加", "参评", "获批", "获准", "退出", "进入")
_VERBAL = late(rf"(?!{'|'.join(_JOINS)}){any_of((*ACTIVE, *CAUSATIVES))}")
"""144个支持老区的 | 文件: words that a verb opens tell which, too, but not those of joining (入选名单的)."""


_AND_OTHERS = late(r"(?P<what>[^的，。；等]{2,12})(?<![同平中高初对均何优])等的(?=[\u4e00-\u9fff]{2})")
"""5个车站、8座桥梁 | 等的施工: what is done with them and others."""


TIES = ("达", "达到", "为", "超过", "突破", "至", "到")
"""用户总数 | 达: what ties the next number to its own name tells nothing of those counted."""


def cut_possessor(place: Place) -> None:
    """Cut the noun down to what is counted, which stands before 的: 8个城市 | 的公交, 搭载2000名游客 | 的邮轮."""
    text, noun, start = place.text, place.right.noun, place.first.outer.start
    if place.last.unit_class == "physical" and (load := _LOAD.match(text, *noun)):
        loaded = _LOADED.search(text, max(0, start - HOLDS_REACH), start) is not None
        place.right.noun, place.right.action = (Span(*load.span()), None) if loaded else (noun, place.right.action)
        return
    if place.last.unit_class not in ("counter", "people", "") or is_relative(text, noun):
        return
    if text.find("等的", *noun) > 0 and (listed := _AND_OTHERS.match(text, *noun)):
        place.right.noun, place.right.action = Span(*listed.span("what")), None
        return
    if place.right.action is None and (of := _DEED_OF.fullmatch(text, *noun)):
        place.right.noun, place.right.action = Span(*of.span("what")), Span(*of.span("deed"))
        return
    if place.last.unit in "名位" and place.right.action is None and (doing := _DOING.match(text, *noun)):
        place.right.noun, place.right.action = Span(*doing.span("who")), Span(*doing.span("deed"))
        return
    whose = _POSSESSOR.match(text, *noun) if place.last.unit in ("个", "家", "所", "座", "片") else None
    whose = whose or (_PART_OF.match(text, *noun) if place.last.unit in ("个", "家") else None)
    if whose is None and place.last.unit in _WHOSE and (has := _WHOSE[place.last.unit].match(text, *noun)):
        does = place.right.action
        fits = does is not None and does.end - has.end() <= TOLD_SIZE + 1
        place.right.noun = Span(*has.span())
        place.right.action = Span(has.end() + 1, does.end) if does and fits else None
        return
    whose = whose or _of_these(place)
    held = text.find("的", noun.start + 2, noun.end) if _HOLDS.search(text, max(0, start - HOLDS_REACH), start) else -1
    held = -1 if held > 0 and _DESCRIBES.search(text, noun.start, held) else held
    if held < 0 and (kind := _kind_of(place)):
        place.right.noun, place.right.rest, place.right.end = *kind, noun.end
        return
    among = _AMONG.search(text, noun.start + 2, noun.end) if whose is None else None
    among = None if among and text.find("在", noun.start, among.start()) >= 0 else among
    if whose and (work := _WORK_OF.fullmatch(text, whose.end(), noun.end)):
        works = _WORKS.search(text, max(0, start - 6), start) is not None
        place.right.noun, place.right.action = Span(*whose.span()), Span(*work.span("work")) if works else None
        return
    cut = whose.end() if whose else among.start() if among else held
    if cut > noun.start:
        place.right.noun, place.right.action, place.right.end = Span(noun.start, cut), None, cut


def _of_these(place: Place) -> re.Match[str] | None:
    """甲、乙等6条 | 线路 | 的特点: those that are listed before, or whose counter does not fit what they have."""
    text, noun = place.text, place.right.noun
    these = _OF_THESE.match(text, *noun) if place.last.unit not in _COUNT_IT else None
    listed = text.startswith("等", place.first.outer.start - 1)
    return these if these and (listed or _THEIRS.match(text, these.end(), noun.end)) else None


def _kind_of(place: Place) -> tuple[Span, Span] | None:
    """400个 | 品种 | 的 | 郁金香: of what, and that its kinds are counted."""
    of = _KIND_OF.fullmatch(place.text, *place.right.noun) if place.last.unit in ("个", "种") else None
    return (Span(*of.span("what")), Span(*of.span("kind"))) if of else None


def is_relative(text: str, noun: Span) -> bool:
    """Whether the words before 的 tell which, and name nothing."""
    return text.startswith(_RELATIVE, noun.start) or _VERBAL.match(text, *noun) is not None


_FOLK = late(
    r"[^与和同对向为的]{0,10}?(?:群众|居民|国人|人民|家庭|人员|职工|学生|儿童|老人|老年人|农民|村民|[农牧民用业]户|企业|学校|医院|小区|景区|村庄|工厂|单位|人口)(?=的[\u4e00-\u9fff]{2})"
    r"|[^的，]{0,6}?(?:行政村|自然村|建制村|村庄)(?=(?:生活|农业)?(?:垃圾|污水|饮水|道路|厕所|用水))"
)


def told_of_folk(place: Place) -> int | None:
    """2400名群众 | 的生活得到保障: who is counted, and where the words begin that tell what became of them."""
    text, noun = place.text, place.right.noun
    if text.find("的", *noun) < 0 and text.find("村", *noun) < 0:
        return None
    if place.last.unit_class not in ("counter", "people", "ratio", "") or is_relative(text, noun):
        return None
    folk = _FOLK.match(text, *noun)
    return folk.end() if folk else None

"""Laws named without 《》: 贯彻行政许可法, 根据环境保护税法第二条, 种子法修订草案.

A word that closes the names of laws gives them away; what stands before it belongs to the name up to the last word that
cannot.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.model import Span
from kg.pattern import late
from kg.recognise.mention import PlanMention

_WORDS = (
    "保护 管理 教育 安全 生产 农业 促进 监督 防治 处罚 许可 诉讼 竞争 垄断 投资 合同 公司 劳动 军官 物权 "
    "作权 专利 商标 统计 审计 会计 预算 证券 银行 选举 国安 能源 渔业 海商 航空 种子 规划 保险 "
    "破产 票据 担保 信托 期货 价格 投标 采购 公证 律师 医师 教师 慈善 组织 监察 警察 监狱 国籍 "
    "海关 检验 检疫 邮政 电力 煤炭 森林 草原 防洪 准化 计量 质量 遗产 婚姻 赔偿 复议 仲裁 调解 "
    "保障 救助 浪费 建筑 公路 铁路 港口 测绘 气象 旅游 广告 商务 基本 兵役 国防 立法 得税 护税 "
    "值税 费税 源税 关税 契税 船税 置税 用税 设税 代表 务员 审员 察官 自治 进步 转化 贸易 工会 矫正 医药 卫生 "
    "体育 秘密 密码 间谍 情报 档案 犯罪 诈骗 暴力 禁毒 洗钱 制裁 管制 援助 捐赠 资源 公园 防疫 献血 保健 减灾 应对 "
    "动员 防空 海警 护照 学位 文字 航道 承包 畜牧 治沙 签名 拍卖 基金 作社 "
).split()
"""The two characters before 法 that close the names of laws."""
_HEAD = late(
    f"法(?<={'|'.join(word + '法' for word in _WORDS)})(?:(?:修订|修正)?草案|修正案(?:草案)?)?"
    "(?![律规院委人官理治制学庭案援定办则典令])"
)
_VERBS = (
    "执行|遵守|落实|贯彻|符合|修[订改]|完善|审议|颁布|制定|首部|出台|施行|实施|启动|关于|提出|先后|根据|按照|依照|依据"
    "|违[反背]|适用|发布|公布|属于|视同|涉及|触犯|援引|参照|熟练|掌握|坚定不移|抓好|做好|举办|推动|推进|开展|加快|加强|通过|提请|应当|严格|认真|我国|讲解|完成|现行|以及|随着|包括|学习|宣传"
    "|简称|介绍|检查|确保|成立|普及|再到|[这两]个|了|对(?!外)"
)
"""Words that cannot belong to the name of a law, wherever it stands."""
_BEFORE = late(f".*(?:[^一-鿿]|{_VERBS}|[的和及与或在将由从以是为称新本该等如])", re.DOTALL)
"""Everything up to the last word that cannot belong to the name of a law."""
_LONGEST = 16
_SHORTEST = 3
_NOTICE = 14
"""Within so many characters after the law it rests on says a notice what is free: 》第五条第一项，本作品."""
_ANY = late(
    "基本法$|这[一-鿿]?[项个部]|有关|相关|其他|国家(?!发展规划|安全|赔偿)|地方|专门|单行|配套|一部|这部|两部|各类"
)
"""What begins words that name no law but any of many."""


_TO_VERB = late(f".*(?:{_VERBS})")


def law_name(title: str) -> str:
    """What a title that ends with a law says without what is done with it.

    >>> law_name("修改完善档案法草案"), law_name("全国人民代表大会和地方各级人民代表大会选举法")
    ('档案法草案', '全国人民代表大会和地方各级人民代表大会选举法')
    """
    head = _HEAD.search(title)
    before = _TO_VERB.match(title, 0, max(0, head.start() - 2)) if head and head.end() == len(title) else None
    return title[before.end() :] if before else title


def find_laws(text: str, titles: Collection[str]) -> Iterator[PlanMention]:
    """Laws and bills that stand without 《》, in text order; none that one of the `titles` of the text ends with.

    >>> [m.title for m in find_laws("严格遵守反垄断法和湿地保护法，依法管理", ())]
    ['反垄断法', '湿地保护法']
    """
    for match in _HEAD.finditer(text) if "法" in text else ():
        floor, head = max(0, match.start() - _LONGEST), match.start() - 2
        before = _BEFORE.match(text, floor, head)
        start = before.end() if before else floor
        if text.endswith("中华人民共和", 0, start):
            start -= 6
        title = text[start : match.end()]
        # A note on copyright names the law by which a text is free.
        free = "本作品" in text[match.end() : match.end() + _NOTICE]
        if free or (before is None and floor) or len(title) < _SHORTEST or _ANY.match(title):
            continue
        if not any(known.endswith(title) for known in titles):
            yield PlanMention(Span(start, match.end()), title, "law")

"""How names of bodies are built: the patterns that `organisation` looks for."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.lexicon.organ import organs
from kg.lexicon.scan import any_of, opened_by, opened_by_any
from kg.pattern import late

# What cannot stand inside the name of a body: verbs and particles that follow one, and words for people.
_STOP = (
    "印发|发布|公布|颁布|转发|批转|会同|联合(?!会|国(?!家)|办)|下设|共有|关于|有关|相关|负责|今[天日年]|近日|日前|昨[天日]|上午|下午|将|已|在|对|把|向|从|的|了|是|为|于|就|要|"
    "等|表示|介绍|指出|提出|强调|认为|部署|召开|举行|举办|组织(?!部)|开展|启动|决定|批准|同意|出台|制定|牵头|配合|按照?|共同(?!体)|以及|新闻(?!办|出版)|网站|官网|"
    "副|委员(?!会)|局长|部长|主任|书记|司长|处长|(?<!数)据|获悉|了解|支持|加强|推动|推进(?!委|职能)|实施|审议|通过|加入|根据|依托|打造|建立|成立|设立|作为|成为|"
    "建成|实现|落实|坚持|形成|全面|积极|进一步|着力|加快|完善|健全|提升|提高|大学|学院|学校|医院|公司(?!协会)|集团|主席|总统|总理|签署|承担|不|再(?!生|保|担)|由|组建|查处|加挂|撤销|部委|[一二三四五六七八九十两几]个|村民|居民|布局|格局|大局|(?<!安)全局|开局|结局|困局|变局|开好局|僵局|战局|政局|赛局|并|其|该"
)
_CHAR = f"(?!{_STOP})[一-鿿]"
_PARTY = (
    "常委会|办公厅|办公室|组织部|宣传部|统战部|政法委(?:员会)?|政研室|网信办|金融办|编办|农办|农工办|财经办|社会工作部|改革办|深改办|深改委|文明办|党校|外办|"
    "台办|老干部局|军民融合办|科技委|金融委|机构编制委员会(?:办公室)?|全面深化改革委员会(?:办公室)?|网络安全和信息化委员会(?:办公室)?"
)
_AFTER = {
    "部": "[署队件级属]|门(?!户网)|落(?!实)|位|分(?!别|头)|长(?![期久远江三沙])",
    "委": "[员托屈任]|派(?!出|驻|工作|专家)",
    "局": "[势限地级]|面(?!向)|部(?!署|[分级长门])",
    "办": "[法理公学事好了案会成赛实结函]|发(?![出布起文通])",
    "会": "[议上见谈同展晤员]|面(?!向)|计(?!划)",
}
"""What may not follow the last character of a name: 财政部 is no body in 财政部门, 市委 none in 市委员."""
ABBREVIATED = {
    "美": "美国",
    "俄": "俄罗斯",
    "英": "英国",
    "日": "日本",
    "韩": "韩国",
    "伊": "伊朗",
    "以": "以色列",
    "乌": "乌克兰",
}
"""Countries by the one character that headlines write: 俄外交部."""
_ASSOCIATION = "协会|联合会|学会|(?<!会)商会|促进会|研究会|基金会|总会|理事会"
_ABROAD = "国务院|国会(?:[参众]议院)?|参议院|众议院|议会|总统府|最高法院|联邦法院"
"""Bodies of state that only other countries have, or share a name with ours."""


class Patterns(NamedTuple):
    """What names are looked for by, each kind apart."""

    central: re.Pattern[str]
    listed: re.Pattern[str]
    local: re.Pattern[str]
    level: re.Pattern[str]
    regional: re.Pattern[str]
    national: re.Pattern[str]
    group: re.Pattern[str]
    subunit: re.Pattern[str]
    below: re.Pattern[str]
    abroad: re.Pattern[str]
    authority: re.Pattern[str]
    term: re.Pattern[str]
    issuing: re.Pattern[str]
    presidium: re.Pattern[str]
    collective: re.Pattern[str]
    alike: re.Pattern[str]


_GUARD = "".join(f"(?!(?<={last})(?:{after}))" for last, after in _AFTER.items())
_LISTED = "[、，）)和等]|负责|牵头|按|分工|配合|$"
"""What follows a body in a list of who does what."""
_POSTS = "警方|海警局?(?![船舰队法])|天文台|气象台|军区|警备区|边检总?站"
EXCHANGES = {
    "上交所": "上海证券交易所",
    "深交所": "深圳证券交易所",
    "北交所": "北京证券交易所",
    "港交所": "香港联合交易所",
    "大商所": "大连商品交易所",
    "郑商所": "郑州商品交易所",
    "上期所": "上海期货交易所",
    "广期所": "广州期货交易所",
}
"""Markets by the names that headlines use."""
CALLED = EXCHANGES | {
    "海关": "海关总署",
    "中国海关": "海关总署",
    "国开行": "国家开发银行",
    "农发行": "中国农业发展银行",
    "农业发展银行": "中国农业发展银行",
    "WHO": "世界卫生组织",
    "WTO": "世界贸易组织",
    "IMF": "国际货币基金组织",
    "OECD": "经济合作与发展组织",
}
"""Bodies that act only where they make something known, by what else they are called: 据海关统计, 农发行出台措施."""
_MARKET = f"{'|'.join(EXCHANGES)}|(?:{'|'.join(EXCHANGES.values())}|上海航运交易所|上海黄金交易所)"
ACTS = "(?:[今昨][天日])?(?:（[^（）]{1,10}）)?[^，。；、]{0,4}?(?:发布|公布|印发|编制|测定|牵头|举办|主办|承办)"
"""What tells that the institute before it acts and is not where somebody works."""
INSTITUTE = (
    r"(?<=科学院)(?:(?!联合|研究|[和及与等])[一-鿿]|与(?=地球)){1,12}?(?:研究所|天文台)"
    r"(?!(?:[^，。；、]{0,8}?(?:研究员|专家|教授|博士|院士|所长|台长|主任|首席))|(?:工作|任职))"
)
"""An institute of an academy, which acts itself; not where somebody works."""
_RAILWAY = "国铁集团|中国铁路总公司|中国国家铁路集团(?:有限公司)?"
_FINDERS = "研究[院所]|(?:信息|评[估价]|监测|统计|网络|保护|登记|预报|认证|管理|交流)中心|台网"


@cache
def patterns() -> Patterns:
    """The patterns, made once from the lexicon."""
    lexicon = organs()
    stems = any_of(lexicon.stems)
    states = ("国家", "中国", "全国", "中华", *lexicon.countries)
    subject = f"(?P<stem>{stems})(?P<head>委员会|委|厅|局|办公室|办|总队|管理局|管理委员会|监管局|署)"
    return Patterns(
        central=opened_by_any(lexicon.central, f"(?<!劳动)(?<!革命)(?<!专业){any_of(lexicon.central)}{_GUARD}"),
        listed=late(f"[、，（(和：:](?P<name>{any_of(lexicon.listed)})(?={_LISTED})"),
        local=late(_local(subject)),
        level=late("自治区|[省市区县州]"),
        regional=late(_regional(stems)),
        national=opened_by_any(states, _national(any_of(states))),
        group=late(_group()),
        subunit=late(_subunit()),
        below=late(_below()),
        abroad=opened_by(
            "".join(ABBREVIATED),
            f"(?P<country>(?<!中)(?!日|以){any_of(ABBREVIATED)}|(?<![0-9０-９一二三四五六七八九十今昨近当同次翌每本中])日"
            f"|(?<![所可])以(?!国务院))(?P<body>{_ABROAD}"
            "|国防部|外交部|财政部|商务部|国土安全部|能源部|内政部|司法部|劳工部|农业部|卫生部|央行)",
        ),
        authority=late(
            "国务院(?![^，。；、]{0,3}?(?:各|有关|相关|其他|直属|所属|组成))"
            f"(?:(?!办公厅|会同|等|[和及与或]|文件|[正副]部级){_CHAR}){{2,14}}?(?:部门|机构)"
        ),
        term=late(
            "(?:政协|(?:中国)?人民政治协商会议)第[一二三四五六七八九十]{1,3}届全国委员会(?:常务委员会)?(?![第常]|委员)"
            "|第[一二三四五六七八九十]{1,3}届全国人民代表大会(?:常务|[一-鿿]{2,6}?)委员会"
        ),
        issuing=opened_by(
            "中国全联欧非东阿上深北大郑广港香海农酒太西WIO",
            f"(?:中国|国家|全国)(?:(?![和及与])(?:新闻出版|{_CHAR})){{1,14}}?(?:{_FINDERS})"
            f"(?={ACTS})"
            f"|(?<!在)(?:{_MARKET})(?=(?:[今昨][天日])?(?:（[^（）]{{1,10}}）)?[^，。；、上市]{{0,6}}?(?:发布|公布|公告|宣布|表示|理事长|通知|终止|同意|受理|修订|设立|推动|决定|就|对|的监管|将|已))"
            f"|(?:(?<=寄送)|(?<=寄至)|(?<=单位)|(?<=单位[：\\n])|(?<=单位：\\n))中国(?:{_CHAR}){{3,12}}?研究[院所]"
            "|(?:国家开发银行|国开行|(?:中国)?农业发展银行|农发行|中国进出口银行)(?=(?:[今昨][天日]|近日|日前)?(?:印发|出台|发布(?!的)|已于))"
            f"|(?:{_RAILWAY})(?=(?:[今昨][天日]|近日|日前)?(?:（[^（）]{{1,10}}）)?(?:向?[^，。；、的]{{0,3}}?发布(?!的)|印发|公布|启动|部署))"
            f"|(?<=[部委局署]、)(?:{_RAILWAY})"
            f"|中国常?驻(?:{_CHAR}|[A-Z]){{1,10}}?(?:大?使馆|总领事?馆|代表团|使团)(?![内外前旁附])"
            "|(?:中国)?海关(?=(?:最新)?(?:统计|数据|统计数据)显示)|(?<=据)(?:中国)?海关(?=(?:最新)?(?:统计|数据))"
            "|(?<!在)(?:酒泉|太原|西昌)卫星发射中心(?=(?:今[天日]|[0-9]+日)?(?:在|用|成功|将))"
            "|(?<![A-Za-z])(?:WHO|WTO|IMF|OECD)(?=[^A-Za-z，。；、]{0,3}?(?:推荐|建议|表示|预计|预测|称|发布|公布|宣布|警告|认为))"
            "|(?:联合国|欧盟|非盟|东盟|阿盟)(?=[^，。；、]{0,4}?(?:表示|宣布|称|呼吁|发布|敦促|谴责|决定|警告|指出|提出|评为))",
        ),
        presidium=late("(?:[一二三四五六七八九十]{1,3}届全国人大[一二三四五六七八九十]{1,2}次会议|大会)主席团"),
        collective=late(
            f"全国(?:铁路|海关|{stems})?"
            f"(?:公安|检察|政法|纪检监察|审判|边检|移民管理|海关缉私|{stems})(?:机关|部门)(?!要|应|之间|的)"
            "|公安机关[一-鿿]{2,4}管理部门"
            f"|(?:长三角|京津冀|大湾区)(?:{_CHAR}){{2,12}}?办公室{_GUARD}"
        ),
        alike=late(f"[、和及](?P<name>{subject}{_GUARD})(?={_LISTED}|[；。及与]|分别)", re.MULTILINE),
    )


def _local(subject: str) -> str:
    """What follows 上海市 or 市: 政府办公厅, 委组织部, 人大常委会, 财政局, 政府国资委."""
    return (
        f"(?:(?:(?:人民)?政府(?!新闻|参事))?{subject}"
        "|(?P<government>(?:特区|特别行政区)?(?:人民)?政府"
        "(?!性|工作报告|网|债|采购|投资(?!了)|专项|引导|基金|补贴|部门|规章|奖))"
        f"(?P<office>办公厅|办公室|新闻办公室|新闻办|研究室|参事室|外办|(?:(?!部门){_CHAR}){{2,8}}?主管部门)?"
        f"|(?P<party>党?委)(?!会)(?P<desk>{_PARTY})?"
        "|(?:[一二三四五六七八九十]{1,3}届(?=人大常委会|政协))?(?P<assembly>人大常委会|人大及其常委会|人大(?!代表|会议)|人民代表大会常务委员会|政协(?!委员)|纪委监委|纪委|监委"
        "|(?:高级|中级)?人民法院|人民检察院|(?<=[省市县])(?:法院|检察院)|民委(?!员)|供销(?:合作)?社|(?:知识产权|海事|互联网|金融|铁路运输)(?:中级)?(?:法院|检察院)"
        f"|农业?科学?院|社会?科学?院|科学院|总工会|妇联|工商联|科协|残联|团委|贸促会)){_GUARD}"
    )


def _regional(stems: str) -> str:
    """What follows the name of a place where any subject will do: 海关, 铁路警方, 文化艺术促进会."""
    group = "领导小组(?:办公室)?|指挥部(?:办公室)?|组委会?"
    return (
        "海关(?!总署|特殊|监管(?:[区场仓库货]|作业)|编码|数据(?!显示|统计)|进出口|人员|口岸|部门)"
        f"|(?=[^，。；、\n]{{0,4}}?(?:{_POSTS}))(?:(?![和与及]){_CHAR}){{0,4}}?(?:{_POSTS})(?!总?医院|“)"
        "|(?<=香港)证监会"
        f"|(?:{stems}|纪检监察|检察|公安)(?:主管)?(?:部门|机关)(?!要|应|之间|的)"
        f"|(?:{_CHAR}){{9,16}}?(?:建设|工作|协调)(?:领导小组(?:办公室)?|办公室){_GUARD}"
        f"|(?:{_CHAR}|[0-9][0-9.]*级){{2,10}}?"
        f"(?:委员会|管委会|(?<![大展客餐乐告政])厅|(?<!出入口)局|(?<=管理)署|办公室|{_ASSOCIATION}|{group}){_GUARD}"
    )


def _national(openers: str) -> str:
    """Bodies of a country that no list has: 国家电影局, 全国爱卫办, 中国海警, 德国环境部."""
    ours = f"(?:(?![和及与]){_CHAR}){{1,12}}?(?:总局|管理局|局|署|委员会|委|办公室|(?<![立级])信息中心)"
    association = f"(?![性各])(?:{_CHAR}){{2,14}}?(?:{_ASSOCIATION}|(?<=工程)办公室|(?<=调查|管理)局)"
    common = f"(?![党政省市县各人委首])(?:{_CHAR}){{2,10}}?(?:委员会|委|办公室|(?<=[卫查拥非龄])办)"
    return (
        "(?<!阿拉伯)(?<!最高)(?<!成员)(?<![两各多])(?!国际(?:机场|业务|关口)|联合国家)"
        f"{openers}(?:(?<=国家){ours}|(?<=[中全]国|中华){association}|(?<=全国)(?:人大|人民代表大会)(?!及其)[^，。；、的]{{2,8}}?委员会"
        f"|(?<=全国){common}|(?<=中国)(?:警方|海警局?)"
        f"|(?<!国家)(?<![中全]国)(?<!中华)(?:{_foreign()})){_GUARD}"
    )


def _group() -> str:
    """Bodies set up for one task, from the word that tells their kind on: 领导小组办公室, 高新区管委会."""
    zones = "新区 高新区 开发区 经开区 示范区 试验区 合作区 度假区 保税区 产业园区? 科技园区?".split()
    # What begins with a character in each branch is looked for faster than a branch of branches.
    managed = "|".join(f"{zone}(?:管委会|管理委员会)" for zone in zones)
    group = "领导小组|推进小组|联席会议|指挥部|专委会|工作专班|协调小组|工作小组|组委会|筹委会"
    return (
        f"(?:{group}|{managed})"
        f"(?:(?:{_CHAR}){{2,10}}?专委会|(?:(?!下设|[及和与]){_CHAR}){{0,6}}?办公室)?(?!机制|制度|会议){_GUARD}"
    )


_SENDING = "派|赴|抽|选|紧急|迅速|立即|专门|[两多几各]|工作|巡视|督[导查察]|调查"
"""What is done with a group, or what one is called: 甲部派出工作组, 乙部各督导组."""


def _subunit() -> str:
    """An office inside the body before it: 预算司, 山东省分行, 教育管理信息中心."""
    return (
        f"{INSTITUTE}|(?![和与或同及兼]|各级|各司|部门|下设|国家(?![^，。；、\n]{{2,8}}中心)|中国(?!代表处|[一-鿿]{{2}}调查局)|全国|中央|国务院)"
        f"(?:(?<=[局厅部委司])(?:{_CHAR}){{2,8}}?(?<![住好长短用益害各到办])处(?=[，。、；（(）)：:\\s]|联系|电话|是|通过|负责)"
        f"|(?:(?!{_SENDING}){_CHAR}){{0,10}}?(?:督[导察查]组|巡视组|调查组|指导组|工作组|专家组|纪检监察组|宣讲团)(?!成员|组长)"
        f"|[A-Z]{{2,6}}中心(?!主任)|(?<=学会)(?:[A-Z]{{2,6}})?(?:{_CHAR}){{1,8}}?研究会|(?:{_CHAR}){{2,6}}?调查总?队"
        f"|(?<=海关)所属(?:{_CHAR}){{2,6}}?海关"
        f"|(?:{_CHAR}){{0,10}}?(?:(?<![部委局署])司(?![法机令长])|办公厅|党[组委](?!委员)|秘书处|(?<=人大常委会法)工委"
        f"|(?<=营业)管理部|分行(?:营管部|营业管理部)?|支行|监管局|总队|稽查局|分署|研究室|(?:科学|物质|经济|政策|货币)研究[院所](?={ACTS})|专员办|(?<=转变|工委)办|(?<![局好])局(?!长)"
        "|委员长会议|(?<=委员会)[一-鿿]{2}[一二三四五六七八九十]部"
        f"|工作部(?![际门署])|办公室|专班|中心(?!主任|组|支行|分行)|(?<!专业)委员会|代表处)(?!成员|书记)){_GUARD}"
    )


def _foreign() -> str:
    """What follows a country's name: 国防部, 联邦统计局, 军方."""
    department = "(?<![东西南北中内外全分总干头首])部|央行|中央银行|联储|(?<!当)局"
    department += "|(?:财务|外务|防卫|总务|法务|经济产业|厚生劳动|文部科学|劳动|农林水产|国土交通|环境|经产|厚劳)省"
    department += "|证监会|(?<=气象)厅|(?:观光|警视|警察|金融)厅"
    forces = "军方|国防军|武装部队(?:总(?:参谋|司令)部)?|(?:伊斯兰)?革命卫队|空军|海军|陆军|警方"
    state = f"(?:联邦|联合|民族|过渡|团结|统一)*政府(?!军|债|采购|预算|支出|总理|财政|代表)|{forces}"
    anywhere = f"委员会|(?<![联签])署|(?<=市)警方|{_ASSOCIATION}"
    anywhere += "|(?<=振兴)机构|(?<=媒体)办公室"
    anywhere += "|(?<=[发海事法卫电贸作])(?<!上海合作)组织|(?<=[路业会动输])联盟"
    return (
        f"(?:{_ABROAD})|{state}|(?:(?![和及与]|成员国){_CHAR}){{0,6}}?(?:(?<!国际)(?<!世界)(?:{department})|{anywhere})"
    )


def _below() -> str:
    """What follows 市 or 省 where any subject will do: 审批服务局, 档案馆, 对接央企工作专班."""
    word = (
        "(?<=市)(?![场区县值政镇面]|民(?!营))|(?<=区)(?![域别块间县])|(?<=省)(?![级内外份市])|(?<=县)(?![级域城区市])"
    )
    group = "领导小组(?:办公室)?|指挥部(?:办公室)?|(?:工作)?专班"
    return (
        f"(?:{word}|(?<=州)(?!府)|(?<=治区))"
        f"(?:档案馆|(?!电子)(?:{_CHAR}|对接){{2,8}}?(?:(?<!当)局|厅|委员会|管委会|{group}|(?:办|(?<=数据|信息|交易|发展|管理)中心)(?=[、，；。）)]|牵头|负责)))(?![长级]){_GUARD}"
    )

"""Bodies of state, party and public life: 国务院, 国家发改委, 浙江省住房和城乡建设厅, 市委, 中国物流与采购联合会.

Central bodies come from a lexicon; local ones from a grammar: place or level (上海市, 市), then 政府, 委 or a subject
and 委, 厅, 局 (发展改革 + 委). Names that neither knows are read where a place, a country or 国家 opens them and a head
closes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.lexicon.organ import organs
from kg.lexicon.region import RegionMention, region_before, regions_in
from kg.model import Article, Span
from kg.pattern import late
from kg.recognise.entity.body import ABBREVIATED, ACTS, CALLED, INSTITUTE, patterns
from kg.recognise.mention import OrganisationMention

_LEVEL = {"省": "省", "自治区": "省", "市": "市", "区": "区", "县": "县", "州": "市", "盟": "市", "旗": "旗"}
_EMPLOYER = late(
    rf"(?!{INSTITUTE}|[与和同及])[一-鿿]{{2,12}}?(?:研究所|研究院|学院|大学|医院)(?!{ACTS})|院士|研究院(?!{ACTS})"
    r"|(?<=[一-鿿][省市区县州]委)(?:副?书记|常委)(?!会)|(?:(?<=学会)|(?<=研究会))[^，。；、]{0,8}?(?:副?会长|主任委员)"
    r"|(?:(?<=[省市区县]委)、[省市区县](?:人民)?政府)?(?:为民办|民生)实事(?:项目|工程)|(?<=海合会)(?:自贸|国家|、)"
    r"|(?<=美联储)(?:货币政策|(?:加息|降息|缩表)(?:[和与及、等]|预期|周期|进程))"
    r"|(?<=研究中心)[^，。；]{0,16}?研究员|(?<=参事室)特约研究员"
    r"|(?:(?<=究院)|(?<=中心)|(?<=象台))[^，。；、]{0,8}?(?:研究员|专家|教授|博士|预报员)|(?<=科学院)研究员"
    r"|原(?:副?(?:[厅局部署行]长|主任|书记|主席|秘书长)|党[组委])"
    r"|(?<=中共中央)总书记|(?<=书记处)书记|(?<=政治局)(?:常委|委员)(?!会)|(?<=中央军委)副?主席|(?<=国务院)(?:副?总理|国务委员)"
    r"|(?:(?<=代表大会)|(?<=全国人大)|(?<=全国政协)[一二三四五六七八九十]{1,3}届)\s?第?[一二三四五六七八九十]{1,3}次"
    r"(?:会议(?!关于|听取|主席团|[^，。]{0,16}(?:通过|批准))|全会)"
    r"|(?:(?<=协会)|(?<=学会)|(?<=联合会)|(?<=中国文联)|(?<=中国作协)|(?<=论坛))"
    r"(?:第[一二三四五六七八九十]{1,3}(?:次[^，。；、]{0,4}代表大会|届)|[一二三四五六七八九十]{1,2}大(?![一-鿿]{2}项))"
    r"|(?<=全国人大)(?:代表|会议|常委)|(?<=全国政协)委员(?!会)"
    r"|(?<=组织)(?:成员国|国家|国际|作用|规则|承诺|机制|框架|形势|(?:、[^，。；]{2,14}){0,3}等[^，。；、]{0,6}(?:框架|机制|平台))"
    r"|(?<=北约)(?:成员国|第|部队)|(?<=安理会)(?:常任)?理事国|(?<=集团)(?:（G20）)?[^，。、]{0,4}峰会|(?<=[足泳田雪滑篮排羽乒]联)[^，。；、]{0,12}?(?:赛|世界杯)|(?<=武警部队)官兵"
    r"|(?<=国务院)(?:大督查|(?:其他)?(?:有关|相关)?(?:部门|机构))|(?<=大会)一般性辩论|[一-鿿]{0,8}?博览会(?!组委会)"
    r"|(?<=中国共产党)(?!第?[一二三四五六七八九十]+届(?:中央委员会|[一二三四五六七八九十]+中全会)|中央委员会)|(?<=党中央)周围|[旧会]址|(?:综合)?业务用房|办公(?:大?楼|用房)|大楼"
)
"""What makes the name before it part of a person's, a session's or a building's: 中科院院士, 全国政协三届二次会议."""


class _Found(NamedTuple):
    start: int
    end: int
    body: str
    region: str | None = None
    level: str = ""


def find_organisations(
    article: Article, regions: tuple[RegionMention, ...] | None = None
) -> tuple[OrganisationMention, ...]:
    """Bodies named in the article, in text order, none overlapping; of two at one place the longer stands.

    Companies, media and universities are none. `regions` are those of the text, when they are known already.

    >>> text = "市经信委会同浙江省财政厅和国家发改委印发"
    >>> for m in find_organisations(Article("", text, ())):
    ...     print(m.name, m.body, m.region or m.level or "中央")
    市经信委 经济和信息化委员会 市
    浙江省财政厅 财政厅 330000
    国家发改委 国家发展和改革委员会 中央
    """
    text = article.text
    regions = regions_in(text) if regions is None else regions
    copied = [m.span() for m in _COPIED.finditer(text)] if "抄送" in text else []
    central = [*_central(text)]
    found = [
        *central,
        *(_listed(text, central) if central else ()),
        *_collective(text),
        *(own := [*_local(text, regions), *_levelled(text)]),
        *_alike(text, own),
        *_groups(text),
        *_by_kind(text),
        *_spaced(text),
    ]
    mentions: list[OrganisationMention] = []
    end = -1
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        if (
            item.start >= end
            and not _EMPLOYER.match(text, item.end)
            and not _is_addressee(text, item)
            and not any(start < item.start < stop for start, stop in copied)
            and not _is_matter(text, item)
        ):
            whole = _with_subunit(text, item)
            end = whole.end
            mentions.append(
                OrganisationMention(Span(item.start, end), "".join(text[item.start : end].split()), *whole[2:])
            )
    return tuple(mentions)


_OFFICES = late(r"各(?:部门|部委|直属|委办|厅[委局])|其他(?:有关|相关)?部门|[一-鿿]{0,4}[〔﹝\[](?:19|20)[0-9]{2}")
"""What makes a name before it no body that acts: 省政府各部门, 工信部规〔2016〕3号."""
_COPIED = late(r"抄\s{0,3}送[:：][^。\n]{0,300}")
"""The last lines of a letter: who gets a copy."""
_PLACES = late(
    r"(?:计划单列市|自治区|直辖市|省[区份市]*|[（(](?:自治)?区、(?:直辖)?市[）)]|[一-鿿]个省区市)(?:人民政府)?[、，和及与]+$"
)
"""What makes the corps after it a place among places: 各省、自治区、直辖市和新疆生产建设兵团."""
_DONE_TO = ("加入", "谴责", "反对", "响应", "承担", "被授予", "为首的", "发起成立", "公司")
"""What makes the body after it one that is spoken of and does not act: 被授予中国文联终身成就奖."""
_CORPS = "新疆生产建设兵团"
_PARTS = late(r"(?:有关|相关|所属|组成)(?:部门|单位)")
"""What a local government is named for only to point at: 市政府有关部门."""


def _is_addressee(text: str, item: _Found) -> bool:
    """Whether the words only point at offices below or beside: 省政府各部门, 各级发展改革委, 中国—东盟中心."""
    return bool(
        _OFFICES.match(text, item.end)
        or (text.startswith(_CORPS, item.start) and _PLACES.search(text, max(0, item.start - 16), item.start))
        or ((item.region or item.level) and _PARTS.match(text, item.end))
        or text.endswith(("各级", "各地", "地方", "—", "－", *_DONE_TO, "全军和"), 0, item.start)
    )


def _is_matter(text: str, item: _Found) -> bool:
    """Whether the name stands inside a title as what it is about: only 财政部关于… in 《》 names a body that acts."""
    opening = text.rfind("《", max(0, item.start - 60), item.start)
    if opening < 0 or text.find("》", opening, item.start) >= 0:
        return False
    closing = text.find("》", item.end, item.end + 100)
    return closing >= 0 and text.find("关于", item.end, closing) < 0


def _central(text: str) -> Iterator[_Found]:
    known, lexicon = patterns(), organs()
    for match in known.central.finditer(text):
        term = _TERM.search(text, max(0, match.start() - 4), match.start()) if match[0] in _OF_TERMS else None
        start = match.start() - len(_STATE) * text.endswith(_STATE, 0, match.start())
        yield _Found(term.start() if term else start, match.end(), lexicon.central[match[0]])
    for match in known.abroad.finditer(text):
        yield _Found(match.start(), match.end(), ABBREVIATED[match["country"]] + match["body"])
    for match in known.national.finditer(text):
        start = match.start() - 2 * text.endswith("党和", 0, match.start())
        yield _Found(start, match.end(), _congress(text[start : match.end()]))
    terms = known.term.finditer(text) if "届全国" in text else ()
    for match in known.presidium.finditer(text) if "主席团" in text else ():
        yield _Found(match.start(), match.end(), "全国人民代表大会会议主席团")
    for match in (*known.authority.finditer(text), *known.issuing.finditer(text), *terms):
        yield _Found(match.start(), match.end(), CALLED.get(match[0], _congress(match[0])))


_STATE = "中华人民共和国"
"""How a signature or an order opens the name of a ministry."""


def _congress(name: str) -> str:
    """第十四届全国人民代表大会财政经济委员会 and 全国人大财经委员会 are one."""
    short = name.replace("全国人民代表大会", "全国人大").replace("全国人大财经委", "全国人大财政经济委")
    return _TERM_BEFORE.sub("", short, count=1)


_TERM_BEFORE = late("^第?[一二三四五六七八九十]{1,3}届(?=全国人大)")
_OF_TERMS = ("全国人大常委会", "全国人民代表大会常务委员会")
_TERM = late("第?[一二三四五六七八九十]{1,3}届$")
_SPREAD = late(r"^[ \u3000]*(?P<name>[一-鿿](?:[ \u3000]{1,3}[一-鿿]){1,7})[ \u3000]*$", re.MULTILINE)


def _spaced(text: str) -> Iterator[_Found]:
    """A central body whose characters a signature sets apart: 科 技 部."""
    for match in _SPREAD.finditer(text):
        if body := organs().central.get("".join(match["name"].split())):
            yield _Found(*match.span("name"), body)


def _listed(text: str, central: Iterable[_Found]) -> Iterator[_Found]:
    """Short forms that stand in a list with a central body: （发展改革委、能源局负责）."""
    beside = {f.end for f in central} | {-f.start for f in central}
    for match in patterns().listed.finditer(text):
        start, end = match.span("name")
        if start - 1 in beside or -(end + 1) in beside:
            beside |= {end, -start}
            yield _Found(start, end, organs().listed[match["name"]])


def _local(text: str, regions: Iterable[RegionMention]) -> Iterator[_Found]:
    known = patterns()
    for region in regions:
        if match := known.local.match(text, region.end):
            party = next((p for p in ("中共", "共青团") if text.endswith(p, 0, region.start)), "")
            body = "共青团委员会" if party == "共青团" and match["party"] else _body(match)
            yield _Found(region.start - len(party), match.end(), body, region.code)
        elif match := known.regional.match(text, region.end):
            yield _Found(region.start, match.end(), match[0], region.code)


def _collective(text: str) -> Iterator[_Found]:
    """The bodies of one kind in a whole country or province, taken together: 全国公安机关, 全省市场监管部门."""
    for match in patterns().collective.finditer(text):
        yield _Found(match.start(), match.end(), match[0])


_GAMES = late("[一-鿿]{2}(?:冬|青)?[奥亚]残?组委(?!会)")
_DEPARTMENT = late(
    r"(?:(?<=[、，；：\n])|(?<=：\s))(?:(?!香港|澳门|中国|国家|央行|[一-鿿]{0,6}[公部委署局])[一-鿿]){2,8}?司"
    r"(?=副?司长|(?:有关|相关)?负责人|副?巡视员)|(?<=联系人：)[一-鿿]{2,8}(?<!公)司(?=\s)"
)
_DESK = late("(?:联席会议|领导小组|协调小组|协调委|指挥部|工作小组)办公室(?=设在|设于)")


def _by_kind(text: str) -> Iterator[_Found]:
    """Bodies whose kind alone tells them: those that hold games (甲城亚组委), departments whose ministry stands further
    up (甲部发言人、乙司负责人; 联系人：乙司), and the office of what the text sets up (联席会议办公室设在甲部)."""
    signs = (("组委", _GAMES), ("司", _DEPARTMENT), ("办公室设", _DESK))
    for match in (m for sign, pattern in signs if sign in text for m in pattern.finditer(text)):
        yield _Found(match.start(), match.end(), match[0])


def _alike(text: str, local: Sequence[_Found]) -> Iterator[_Found]:
    """Bodies that a list names after a local one, of the same place: 市发改委、教育局、财政局."""
    ends = {f.end: f for f in local}
    for match in patterns().alike.finditer(text) if ends else ():
        if before := ends.get(match.start()):
            start, end = match.span("name")
            found = _Found(start, end, _body(match), before.region, before.level)
            ends[end] = found
            yield found


_OTHERS = late(r"(?:[各全级地跨本每城县省市区辖特]|行政|单列|区的|[省市县区旗州]、)$")
"""What makes 市 or 区 after it one of many or a part of a word: 各市, 直辖市, 计划单列市, 行政区, 省、市."""
_OPENED = late(r"^|[，,、。；;：:（(\s由从报向托求请和与及受]$|会同$")
"""Where nothing can make what follows a part of a longer word."""


_LEAGUE = late("(?<![集兵军社剧])团$")
"""团省委 is the youth league's."""


_ZONE = late(r"(?:(?:国家)?(?:级)?(?:经济技术|高新技术(?:产业)?)?开发|高新(?:技术)?|经开|工业园|自贸|合作|示范)区$")
"""A zone that has offices of its own, by its kind: 高新区财政局."""
_ANY_TOWN = ("城区", "郊区", "矿区", "市区")
"""Names of districts that are words for a part of any town."""


def _levelled(text: str) -> Iterator[_Found]:
    """Bodies of a bare level, or of a place that has its name not to itself: 市教育局, 鼓楼区教育局, 高新区财政局."""
    known = patterns()
    for level in known.level.finditer(text):
        match = known.local.match(text, level.end())
        if match and not _OTHERS.search(text, max(0, level.start() - 2), level.start()):
            league = (
                match["party"] == "委" and _LEAGUE.search(text, max(0, level.start() - 2), level.start()) is not None
            )
            start, body = level.start() - league, "共青团委员会" if league else _body(match)
            yield _of_place(text, _Found(start, match.end(), body, None, _LEVEL[level[0]]), level.end())
        elif not match and _opens_office(text, *level.span()) and (match := known.below.match(text, level.end())):
            found = _Found(level.start(), match.end(), match[0], None, _LEVEL[level[0]])
            yield _of_place(text, found, level.end())


def _opens_office(text: str, start: int, end: int) -> bool:
    """Whether a level stands by itself or ends the name of a place, and is no part of a longer word."""
    return _OPENED.search(text, max(0, start - 2), start) is not None or region_before(text, end) is not None


def _of_place(text: str, item: _Found, end: int) -> _Found:
    """The body with the name of the place that ends at `end`, where one stands there."""
    if place := region_before(text, end):
        start, code = place
        opened = _OPENED.search(text, max(0, start - 2), start) is not None
        if end - start > len("某县") or (opened and text[start:end] not in _ANY_TOWN):
            if code:
                return item._replace(start=start, region=code, level="")
            return item._replace(start=start, body=text[start:end] + item.body, level="")
    if zone := _ZONE.search(text, max(0, end - 12), end):
        return item._replace(start=zone.start(), body=zone[0] + item.body, level="")
    return item


def _body(match: re.Match[str]) -> str:
    """The body in canonical words: 发改委 → 发展和改革委员会, 政府新闻办 → 人民政府新闻办公室."""
    groups = match.groupdict()
    if groups.get("whole"):
        return organs().offices[groups["whole"]]
    if stem := groups["stem"]:
        return organs().stems.get(stem, stem) + _full_head(groups["head"])
    if groups["government"]:
        return "人民政府" + _full_head(groups["office"] or "")
    if groups["party"]:
        return "党委" + _full_head(groups["desk"] or "")
    return str(groups["assembly"]).replace("人民代表大会常务委员会", "人大常委会")


def _full_head(head: str) -> str:
    if head.endswith("办"):
        return head + "公室"
    return head + "员会" if head.endswith("委") else head


_MODIFIER = late(
    r".*(?:[0-9]月|[^一-鿿“”、]|、(?![^“”\n]{1,8}”)|的|了|[成建设]立|健全|完善|发挥|报告|报送|(?<!自)由|(?<!数)据|从(?!业)|来自|做好|规则|等(?!级)|经(?!济|贸)|(?<![协共])同|向|在|召开|邀请|出席|兼任|先后|近日|日前|提出|把|强化|支持|调整|根据|按照|依托|关于|以|为|及|(?<!应)对(?![口接外])|通过|加强|充分|包括|各(?!级)|国务院|成为|是|报|将|需|要|应当|参加|提交|服从|确保|督促|组建|撤销|承担|落实|定期|小组[和与]|简称|担任|完成|比照|接到|提请|呈?送|执行|规定|讨论|充实|本预案|有关|和(?=国家|全国|省|市|县|中央|$)|(?:机构|部门)和|或(?:者)?)",
    re.DOTALL,
)
"""Everything up to the last word that cannot belong to what modifies 领导小组."""


_OF_COUNCIL = late("(?:国务院(?:第[一二三四五六七八九十]{1,2}次)?|第[一二三四五六七八九十]{1,2}次)$")
"""What belongs to a group's name before 全国: 国务院第七次全国人口普查领导小组."""
_LETTERS = late("[A-Za-z]")
"""What stands before a group's name is a part of it that is not read."""
_SHORTEST_GROUP = 7
_SHORTEST_MODIFIER = 2
"""专项工作领导小组 names one; 领导小组办公室 and 相关指挥部 none."""


def _groups(text: str) -> Iterator[_Found]:
    for match in patterns().group.finditer(text):
        floor = max(0, match.start() - 30)
        before = _MODIFIER.match(text, floor, match.start())
        start = before.end() if before else floor
        start = max(start, *(text.rfind(word, start, match.start()) for word in ("国家", "全国", "中央")))
        start -= 2 * text.endswith("中共", 0, start)
        start -= 4 * (text.startswith("年", start) and text[start - 4 : start].isdecimal())
        before = _OF_COUNCIL.search(text, max(0, start - 9), start)
        start = before.start() if before else start
        modifier = text[start : match.start()]
        if (
            len(modifier) >= _SHORTEST_MODIFIER
            and match.end() - start >= _SHORTEST_GROUP
            and not modifier.startswith(("级", "年"))
            and not (match[0] == "联席会议" and text.endswith(("建立", "建立健全"), 0, start))
            and not text.startswith(("级", "）", "”"), start - 1)
            and not _LETTERS.match(text, start - 1)
            and "公司" not in modifier
            and "学院" not in modifier
            and not modifier.endswith(("年", "次"))
            and (start > floor or floor == 0)
            and modifier.count("“") == modifier.count("”")
        ):
            yield _Found(start, match.end(), text[start : match.end()])


def _with_subunit(text: str, item: _Found) -> _Found:
    """The body with the office inside it that follows: 财政部预算司, 人民银行山东省分行."""
    match = patterns().subunit.match(text, item.end)
    return item._replace(end=match.end(), body=item.body + match[0]) if match else item

"""Names distributed over their numbers: one for each of a list, one for all that move alike."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.predicate import ADVERBS, DEEDS, FIGURES, SHARED_HEADS, ending
from kg.lexicon.scan import any_of
from kg.model import Span
from kg.pattern import late
from kg.recognise.name.held import name_each
from kg.recognise.name.naming import BARE_VERB, Naming, Place
from kg.recognise.owner.complete import is_country, without_area
from kg.recognise.owner.gapped import heads_before
from kg.recognise.owner.members import groups_listed
from kg.recognise.owner.produced import output_told
from kg.recognise.owner.regional import itself
from kg.recognise.syntax.coordination import distribute, halve, juxtapose, lacks, split_at_marks, with_partners
from kg.recognise.syntax.exemplar import count_out, each_trade, exemplify
from kg.recognise.syntax.phrase import Phrase, split, trim, words

SHORT = 3
"""风电新增3912万千瓦: a name up to this length keeps the verb."""
_EACH_DOES = late(r"分别(?P<does>[\u4e00-\u9fff]{2,4})$")
"""甲行、乙行分别 | 发行 | 50亿元、10亿元."""


_EACH_HAS = late(r"各(?:拥?有|设有?|建有|配备)(?:约|近|超过?)?$")


_IN_EACH = late(
    r"(?:^|[，。；：、])?(?:[在为对]|力争|每年)*(?P<items>[^，。；：]{2,24}?)(?P<field>领域|行业|方面|地区|区域|企业|高校)?(?:每年)?各"
    r"(?:选择|选取|遴选|选树|培育|建设|打造|建成|新建|建立|设立|创建|认定|推出|形成|组建|布局|引进)[出了]?(?:不少于|至少|约)?$"
)
"""在纺织和食品加工领域各选择 | 10个项目."""
EACH_REACH = 8
"""How far before a number 各 and its verb may stand."""


def _in_each(place: Place) -> Naming | None:
    """在甲、乙领域各培育 | 5家 | 企业: so many in each of them."""
    found = _IN_EACH.search(place.text, place.sentence.start, place.first.outer.start) if place.right.strong else None
    items = split(place.text, Span(*found.span("items"))) if found else ()
    if found is None or len(items) < 2:
        return None
    place.right.used = True
    field = (Span(*found.span("field")),) if found["field"] else ()
    told = tuple(piece for piece in (place.right.action, place.right.noun) if piece and piece.end > piece.start)
    return Naming(tuple((item, *field, *told) for item in items), "each", each=True, subject=place.subject)


def each_has(place: Place) -> Naming | None:
    """国有林场、民营林场 | 各有 | 3家入选: so many of each."""
    counts = place.last.unit_class in ("counter", "people") and len(place.group) == 1
    near = counts and place.text.find("各", max(0, place.first.outer.start - EACH_REACH), place.first.outer.start) >= 0
    if near and (inside := _in_each(place)):
        return inside
    has = _EACH_HAS.search(place.text, place.name.end, place.first.outer.start) if counts else None
    items = split(place.text, place.name) if has else ()
    if len(items) < 2 or min(item.end - item.start for item in items) < SHORT:
        return None
    place.right.used = place.right.strong
    told = tuple(piece for piece in (place.right.action, place.right.noun) if piece and piece.end > piece.start)
    return Naming(tuple((item, *told) for item in items), "each", each=True, subject=place.subject)


def name_listed(place: Place) -> Naming | None:
    """A name for each number of the list, one for all that move alike; without the 新增 it ends in."""
    if listed := name_each(place) or _of_groups(place) or _so_large(place):
        return listed
    if len(place.group) > 1 and (partners := with_partners(place.text, place.name, len(place.group))):
        return Naming(partners, "list", subject=place.subject)
    if len(place.group) > 1 and (does := _EACH_DOES.search(place.text, *place.name)):
        items = distribute(place.text, Span(place.name.start, does.start()))
        if len(items) == len(place.group):
            return Naming(tuple((*item, Span(*does.span("does"))) for item in items), "list", subject=place.subject)
    phrases = count_out(place.text, place.name, len(place.group)) or distribute(place.text, place.name)
    if len(place.group) == 2 and len(phrases) == 1:
        phrases = juxtapose(place.text, place.name) or phrases
    if place.frame.spread and len(place.group) <= 2 and len(phrases) == 1:
        phrases = halve(place.text, place.name) or phrases
    if place.frame.spread and len(place.group) > len(phrases) == 1:
        phrases = exemplify(place.text, place.name, len(place.group)) or phrases
    if place.frame.spread and len(place.group) == len(phrases) == 1:
        phrases = each_trade(place.text, place.name) or phrases
    if len(place.group) > 2 and len(phrases) != len(place.group):
        phrases = split_at_marks(place.text, place.name, len(place.group)) or phrases
    if len(place.group) > 1 and len(phrases) == len(place.group):
        last = place.scope.last() if all(is_country(words(place.text, phrase)) for phrase in phrases) else None
        heads = (without_area(place, last),) * len(phrases) if last else heads_before(place, phrases)
        heads = heads or (output_told(place, phrases),) * len(phrases)
        completed = tuple((*phrase, *head) for phrase, head in zip(phrases, heads, strict=True))
        halved = lacks(place.text, phrases[-1])
        return Naming(completed, "list", halved, inherited=any(heads), subject=place.subject)
    if place.frame.change == "new" and place.size > BARE_VERB + 1 and not place.right.strong:
        verb = len(place.frame.verb) * place.words.endswith(place.frame.verb)
        name = Span(place.name.start, place.name.end - verb * (place.size - verb > SHORT))
        hoped = ending(place.text, *name, ADVERBS) if name.end < place.name.end else None
        if hoped and len(hoped[0]) > 1:
            name = Span(name.start, name.end - len(hoped[0]))
        return Naming(((trim(place.text, name),),), "noun-number", subject=place.subject)
    if len(place.group) == 1 and len(phrases) > 1 and (place.frame.spread or _each_moves(place, phrases)):
        last = place.scope.last() if all(is_country(words(place.text, phrase)) for phrase in phrases) else None
        told = tuple((*phrase, *itself(place, without_area(place, last))) for phrase in phrases) if last else phrases
        halved = lacks(place.text, phrases[-1])
        return Naming(told, "each", halved, each=True, inherited=last is not None, subject=place.subject)
    return None


def _of_groups(place: Place) -> Naming | None:
    groups = groups_listed(place) if len(place.group) > 1 else ()
    return Naming(groups, "list", inherited=True, subject=place.subject) if groups else None


_EACH_SIDE = late(r"[各均都](?P<side>[长宽高深厚重])$")


def _so_large(place: Place) -> Naming | None:
    """拱肋和横梁 | 各重 | 860吨: of each of them it is told."""
    side = _EACH_SIDE.search(place.text, *place.name) if place.first.unit_class == "physical" else None
    items = split(place.text, Span(place.name.start, side.start())) if side and side.start() > place.name.start else ()
    if side is None or not items or len(place.group) > 1:
        return None
    return Naming(tuple((item, Span(*side.span("side"))) for item in items), "each", each=True, subject=place.subject)


_SUMMED = late(r"[、和及][^、]{1,12}?[一二三四五六七八九十两0-9]+(?:[种类项个国大]|[省市区县州镇乡村](?!级))")
"""铅、汞五种污染物排放量, 甲省、乙省两省能耗: one total."""


_BY_THEM = late(rf"[\u4e00-\u9fff]{{2}}{any_of((*DEEDS, '设立', '管理', '承担'))}的[\u4e00-\u9fff]{{2}}")
"""市直机关、人民团体 | 举办的 | 评奖数量压缩75%: what all of them do."""


def _each_moves(place: Place, phrases: Sequence[Phrase]) -> bool:
    """A和B年均增长5%, A和B翻一番: each grows so, where each is an indicator by itself."""
    change = place.frame.change
    if place.text.startswith("翻", place.first.span.start):
        return all(place.text.endswith(FIGURES, *phrase[-1]) for phrase in phrases)
    if place.first.unit_class != "ratio" or change in (None, "level") or _SUMMED.search(place.words):
        return False
    if _BY_THEM.search(place.text, phrases[-1][-1].start, place.name.end):
        return False
    if place.first.unit == "%" and _are_alike(phrases):
        return True
    fronted = len(phrases[0]) > 1 and phrases[0][0] == phrases[1][0]
    items = [place.text[slice(*phrase[1 if fronted else 0])] for phrase in phrases]
    listed = "、" in place.text[phrases[0][0].start : phrases[-1][-1].end]
    moved = change in ("growth_rate", "increase_by", "decrease_by") and place.first.unit == "%"
    return (listed and moved) or all(item.endswith(SHARED_HEADS) for item in items)


def _are_alike(phrases: Sequence[Phrase]) -> bool:
    """二氧化硫、氮氧化物、颗粒物减排30%: bare nouns of one size, so none has a head that the others lack."""
    sizes = [phrase[0].end - phrase[0].start for phrase in phrases]
    return all(len(phrase) == 1 for phrase in phrases) and max(sizes) - min(sizes) <= 1 and min(sizes) > 1

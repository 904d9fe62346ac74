"""What is done for those counted: 为7万家企业 | 提供服务."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.name.naming import Place

_TO = late(
    r"(?:(?:^|[，。；：\n]|[已共]|累计|先后|分别|可|将|能|够|[\u4e00-\u9fff]{2})(?:为|向|给|与|对)|(?:为|向|给)(?:[^，。；：]{2,16}等|[\u4e00-\u9fff]{1,6}[省市县区]))$"
)
_GIVES = late(
    r"(?:提供|办理(?![点处])|解决|发放|减免|颁发|授予|签订|签署|带来|节[省约]|减轻|配备|赠送|捐赠|开展|建立|建设|进行|签发|开具|推送|代办|准备|开通|接通|架设|安装|铺设|搭建|拨付|落实|实施了|举行了?|[包送做讲盖修理煮教端献带剪](?:了(?=[\u4e00-\u9fff])|(?:[上来]|去了?)(?=[\u4e00-\u9fff]{2})))"
)
_FREE = late(r"免费|无偿|直接|集中|及时|优先")


def giving(place: Place) -> int | None:
    """为7万家企业 | 提供服务: where the words begin that tell what is done for those after the number."""
    start, noun = place.first.outer.start, place.right.noun
    if place.last.unit_class not in ("counter", "people", "ratio", "") or not _TO.search(
        place.text, max(0, start - 18), start
    ):
        return None
    gives = _GIVES.search(place.text, noun.start + 2, max(noun.end, min(place.right.tail, noun.end + 4)))
    free = gives is not None and _FREE.fullmatch(place.text, noun.end, gives.start())
    return gives.start() if gives and (gives.start() <= noun.end or free) else None

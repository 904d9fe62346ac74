"""What a paper does itself: 现将43项计划项目予以公示, 决定将12个商圈确认为示范商圈."""

from __future__ import annotations

from kg.pattern import late
from kg.recognise.modality.beside import Beside

_DECLARES = late(r"(?:现[将把]|(?<!会议)(?<!大会)决定(?:[将把]|授予|认定|确认|命名))[^。；]{0,80}$")
_DECLARED = late(
    r"[^。；]{0,50}?(?:(?:予以|现予)(?:公[示布告]|确认|通报|表[彰扬])|(?:确认|认定|命名|评定)为|公[示布]如下)"
)


def is_declared(words: Beside) -> bool:
    """Whether what is counted is made what it is, or made known, by these very words."""
    return _DECLARES.search(words.head) is not None and _DECLARED.match(words.beyond) is not None

"""Tasks whose thing the clause before names: 加快高标准农田建设，完成1亿亩 | 建设任务."""

from __future__ import annotations

from kg.model import Span
from kg.pattern import late
from kg.recognise.name.naming import Place
from kg.recognise.syntax.frame import parse_left
from kg.recognise.syntax.phrase import Phrase

_TASK = late(r"(?P<deed>建设|改造|治理|修复|整治|绿化|筹集|安置)任务")
_WHOLE = late(
    r"(?:继续|持续|大力|全面|扎实|深入|统筹)*(?:推进|加快|加强|抓好|开展|实施)?(?P<what>[\u4e00-\u9fff“”]{3,14})"
)


def task_of(place: Place) -> Phrase | None:
    """The thing and the task, where the clause before ends in what is done with it."""
    task = _TASK.fullmatch(place.text, *place.right.noun)
    before = place.scope.previous if task else None
    if task is None or before is None or not place.text.endswith(task["deed"], *before):
        return None
    named = parse_left(place.text, before.start, before.end - len(task["deed"]), place.scope.noted).name
    what = _WHOLE.fullmatch(place.text, *named)
    return (Span(*what.span("what")), place.right.noun) if what else None

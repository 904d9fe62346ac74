"""What is still to be opened, as news tells of it: 通车后，两地车程由3小时缩短至1小时."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Span
from kg.pattern import late
from kg.recognise.document.cue import PAST
from kg.recognise.modality.beside import Beside
from kg.recognise.time.period import Time

_OPENS = (
    "(?:(?<![开全])通车|全?开通(?:运营)?|投[用运产]|启用|(?<![自主独联直])运营|通航|并网(?:发电)?"
    "|投入(?:使用|运营|运行)|(?<!试)通水)"
)
OPENED = f"(?:(?:建成)?{_OPENS}|建成(?:使用)?|达产|完工|竣工)后"
"""通车后: settled, and still to be done where nothing says that it was."""
_OPENED = late(OPENED)
_AT_ONCE = late("(?<!建成)(?:(?<![开全])通车|开通(?:运营)?|通航|启用)后")
"""What is so from the day on; 投运后，每年可发电5亿千瓦时 lies ahead on that day, too."""
_IS_OPEN = late(
    rf"(?:正式|建成|全线|顺利|今[天日]|昨[天日]|[日目]前|近日|[0-9]日|[）)]|已经?)[^，。；将拟预计即]{{0,10}}{_OPENS}(?!后|前|时|仪式|条件|的)"
)
"""大桥今天 | 通车: nothing is awaited of it any more."""
NEAR = 160
"""How far before the sentence it is told that it was opened."""


def is_open(text: str, sentence: Span) -> bool:
    """Whether the paragraph has told of an opening before this sentence: 大桥今天正式通车。通车后，…."""
    start = max(text.rfind("\n", 0, sentence.start) + 1, sentence.start - NEAR)
    return start < sentence.start and _IS_OPEN.search(text, start, sentence.start) is not None


def without_opened(text: str, sentence: Span, words: Beside) -> Beside:
    """The words with 时 for the 后 of what has been opened, so that 通车后 does not look ahead there."""
    if "后" not in words.head or not _AT_ONCE.search(words.head) or not is_open(text, sentence):
        return words
    head = _AT_ONCE.sub(lambda opened: f"{opened[0][:-1]}时", words.head)
    return replace(words, head=head, before=head[len(head) - len(words.before) :])


_ONCE_OPEN = late(rf"[^，。；]{{0,12}}?(?:全部|全面|正式|全线)?{OPENED}，")
_SO_FAR = late(rf"{PAST.pattern}|了(?!解)|[0-9]{{1,2}}月|今[天日年]|近[期日]")


def is_once_open(text: str, sentence: Span, time: Time, year: int | None) -> bool:
    """货运量去年达4亿吨。枢纽建成后，| 年新增吞吐能力6000万吨: whether a sentence tells what works are for, and not of
    the `time` before it, which is over in `year`."""
    over = year is not None and time.year is not None and time.year < year
    once = _ONCE_OPEN.match(text, *sentence) if over else None
    return once is not None and not _SO_FAR.search(text, *sentence) and not is_open(text, sentence)


_TO_COME = late(r"(?:将|预计|计划|拟|有望|力争|争取|确保)[^，。；]{0,6}$")
_OPENS_THEN = late(rf"[^，。；]{{0,14}}?(?:{_OPENS}|建成|竣工|完工|达产|并网|启动|实施|开幕|举办|举行|开放)")
_THEN = late(rf"(?:届时|到时|{OPENED})")
TO_COME_REACH = 10
"""How far before a time 将 or 预计 may stand."""


def opens_then(text: str, time: Time) -> bool:
    """Whether a time is that of an opening to come: 预计 | 今年底 | 开通运营, 将于 | 9月 | 投用."""
    start, end = time.span
    return bool(_TO_COME.search(text, max(0, start - TO_COME_REACH), start) and _OPENS_THEN.match(text, end))


def looks_to(text: str, sentence: Span, number: int, day: Time) -> bool:
    """将于9月投用。届时，| 车程缩短至20分钟: whether a sentence tells of the time of the opening told before it."""
    if not _THEN.match(text, sentence.start, number):
        return False
    return text.find("\n", day.span.end, sentence.start) < 0 and opens_then(text, day)


_DUE = late(r"[^，。；0-9]{0,16}?(?:将|预计|计划|力争|争取|确保|有望|拟|要)(?:分别|全部|陆续)?[于在到]?(?:今年|明年)?$")


def due_behind(text: str, number: int, times: Sequence[Time]) -> Time | None:
    """By when something is to be, told behind the number that counts it: 5座水库 | 将于明年 | 完工."""
    time = next((time for time in times if time.span.start >= number), None)
    if time is None or time.kind in ("baseline", "origin", "past"):
        return None
    return time if _DUE.fullmatch(text, number, time.span.start) else None


_IN_STORE = late(
    r"将(?!军|近)[^，。；]{0,16}?(?:举办|举行|推出|开展|争夺|角逐|展出|展映|展演|上演|亮相|参赛|参加|参与|颁发|评选|评出|组织|进行)"
)
_BUILT = late(r"建成|投产|投运|通车|投用|竣工|完工|每年")
"""建成后 | 将…: nobody knows when."""


def has_in_store(text: str, sentence: Span, day: Time) -> bool:
    """影展昨晚开幕。其间 | 将举办 | 5场论坛: whether a sentence tells what an event of the day
    told before has in store."""
    if text.find("\n", day.span.end, sentence.start) >= 0 or _BUILT.search(text, *sentence):
        return False
    return _IN_STORE.search(text, *sentence) is not None


def is_awaited(text: str, sentence: Span, number: int, time: Time) -> bool:
    """Whether the time told before is only that of the works: 大桥今天合龙，| 通车后车程缩短至20分钟.

    A year that is told with the opening (2026年建成后) is that of the figure, too.
    """
    if text.find("后", sentence.start, number) < 0 or (time.span.start < sentence.start and opens_then(text, time)):
        return False
    opened = next(_OPENED.finditer(text, sentence.start, number), None)
    if opened is None or time.span.end > opened.start():
        return False
    before = time.span.start < sentence.start or text.find("，", time.span.end, opened.start()) >= 0
    return before and not is_open(text, sentence)

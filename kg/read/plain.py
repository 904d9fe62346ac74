"""Plain text to blocks: one line is one paragraph, unless lines were wrapped by hand at a fixed width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.pattern import late
from kg.read.columns import has_gaps, with_tables
from kg.read.heading import heading_level, opens_paragraph
from kg.read.layout import Draft, Run
from kg.read.wrap import ENDS_SENTENCE, FULL, NUMBER, STARTS_INSIDE, Line, Wrap, columns, find_wrap, page_heads

# Two full-width spaces before a whole clause; before a name or a figure they only set it apart.
_LOST_LINE_END = late(r"(?<=\S)\u3000{2}(?=[^\u3000\n]{20})")
_LINE = late(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_PAGE_MARK = late(r"(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?)$")
_CLOSES = late("[》〉」』）)”’]")
_CUT = late(r"\.{3}|…")
"""《甲市2022年数...: a title that was cut off does not end on the next line."""
_GOES_ON = ("，", "、", "（", "“")
LONGEST_TITLE = 120  # code points between 《 and 》; more is a mark that was never closed
_RAISED = late("[\u4e00-\u9fff（(][A-Z]{1,4}$")
_SMALL = late(r"[0-9.]{1,3}$")
_COUNTED = late("[万亿%％‰]|个百分点")
_TOLD = late(r"[\u4e00-\u9fff][0-9.]{1,9}$")
_BREAKS_OFF = late("。(?![（(]|[一二三四五六七八九十0-9]+[、.．]).*[^。！？；：…!?;:”’」』）)》]$")
_MID_CLAUSE = late("[，、；].*[\u4e00-\u9fff]$")
_SPREAD = late(
    r"(?<![0-9A-Za-z.．·/-])(?<![0-9A-Za-z.] )[0-9](?: [0-9]){1,11}(?=(?: ?[.．·] ?[0-9])? ?"
    r"(?:[,，][0-9]{3}|[0-9%％‰年月日万亿元个件人项岁公平千美多吨台辆户所座次名家种]))"
    r"|(?<=[．·])[0-9](?: [0-9]){1,3}(?= ?[%％‰万亿])"
)
"""Figures set digit by digit: 1 9 9 7 年, 4 9 2 5 0 万吨."""
_NARROW = 0.7  # and this of one that breaks off in mid-clause


def read_plain(source: str, start: int = 0, stop: int | None = None) -> list[Draft]:
    """The paragraphs of `source[start:stop]`.

    >>> [draft.words for draft in read_plain("按照《\\n某某规划\\n》要求，\\n建设园区。\\n到2025年建成。")]
    ['按照《某某规划》要求，建设园区。', '到2025年建成。']
    """
    lines = list(lines_of(source, start, len(source) if stop is None else stop))
    wrap = find_wrap(lines)
    drafts: list[Draft] = []
    last: Line | None = None
    for line in without_page_heads(lines, wrap):
        if last is not None and continues(last, line, drafts[-1].tail(LONGEST_TITLE)[-LONGEST_TITLE:], wrap):
            _join(drafts[-1], last, line, wrap)
        else:
            drafts.append(_draft(line))
        last = line
    drafts = with_tables(drafts)
    for draft in drafts:
        set_heading(draft)
    return drafts


def set_heading(draft: Draft) -> None:
    """Make a paragraph a heading where its wording says so."""
    if draft.kind == "paragraph" and len(draft.runs) < 8:
        level = heading_level(draft.words.strip())
        if level:
            draft.kind, draft.level = "heading", level


def continues(last: Line, line: Line, before: str, wrap: Wrap) -> bool:
    """Whether `line` goes on with the paragraph whose last line is `last` and whose last words are `before`."""
    opened = before.rfind("《")
    if _CLOSES.match(line.text) or (opened > before.rfind("》") and not _CUT.search(before, opened)):
        return True
    if STARTS_INSIDE.match(line.text) and not ENDS_SENTENCE.search(last.text):
        return True
    if line.after_blank or line.indented:
        return False
    if (_SMALL.match(line.text) and _RAISED.search(last.text)) or _is_cut_figure(last.text, line.text):
        return True
    gaps = has_gaps(line.text) or has_gaps(last.text)
    if wrap.set_off and wrap.is_filled(last, line) and not gaps:
        return True
    if opens_paragraph(line.text):
        return False
    if (_SMALL.match(last.text) and _RAISED.search(before.removesuffix(last.text))) or last.text.endswith(_GOES_ON):
        return True
    if not wrap.width or gaps or not _is_full(last, wrap.width):
        return False
    return not (ENDS_SENTENCE.search(last.text) and (last.width < wrap.width * 0.95 or heading_level(last.text)))


def _is_cut_figure(last: str, line: str) -> bool:
    """造林面积达到12 | 万亩: a number and what it counts belong together, however short the line."""
    return last[-1:].isdecimal() and _COUNTED.match(line) is not None and _TOLD.search(last) is not None


def lines_of(source: str, start: int, stop: int) -> Iterator[Line]:
    """The lines of `source[start:stop]` that are not blank, without page numbers and the blank lines about them."""
    end, turned = start, False
    for match in _LINE.finditer(source, start, stop):
        text = match.group().strip()
        if not text:
            continue
        if _PAGE_MARK.match(text):
            end, turned = match.end(), True
            continue
        inset = len(match.group()) - len(match.group().lstrip())
        offset = match.start() + inset
        gap = source[end : match.start()]
        turned = turned or "\f" in gap
        blank = not turned and (gap.count("\n") > 1 or ("\n" not in gap and gap.count("\r") > 1))
        indented = inset > 1 or match.group()[:1] == "\u3000"
        end = offset + len(text)
        lead = columns(match.group()[:inset])
        for begin, part in _parts(text):
            yield Line(part, offset + begin, indented, blank, columns(part), lead, inset, turned)
            indented, turned = True, False


def without_page_heads(lines: Sequence[Line], wrap: Wrap) -> Iterator[Line]:
    """The lines of wrapped text without the bare numbers of pages and the words at their heads.

    建成十个以 / 5 / 上的车间
    """
    if wrap.width <= 1:
        yield from lines
        return
    heads = page_heads(lines)
    last, turned = Line("", 0, False, False, 0), False
    for line in lines:
        is_number = NUMBER.fullmatch(line.text) is not None
        if (is_number and _is_full(last, wrap.width) and not _RAISED.search(last.text)) or line.text in heads:
            turned = True
            continue
        yield line._replace(after_blank=False) if turned else line
        last, turned = line, False


def _is_full(line: Line, width: int) -> bool:
    """Whether a line goes to the edge of the page, or not so far and breaks off in a sentence that has begun before.

    The foreword may be set narrower than the rest.
    """
    if line.width >= width * FULL or _BREAKS_OFF.search(line.text):
        return True
    return line.width >= width * _NARROW and not opens_paragraph(line.text) and bool(_MID_CLAUSE.search(line.text))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """A line cut where an indent stands in its middle: there a line end was lost."""
    begin = 0
    for indent in _LOST_LINE_END.finditer(text):
        yield begin, text[begin : indent.start()]
        begin = indent.end()
    yield begin, text[begin:]


def _draft(line: Line) -> Draft:
    return Draft(runs=list(_closed_up(line)))


def _closed_up(line: Line) -> Iterator[Run]:
    """The words of a line, digits that were set apart brought together.

    >>> "".join(run.text for run in _closed_up(Line("1 9 9 7 年达到4 9 2 5 0 万吨", 0, False, False, 0)))
    '1997 年达到49250 万吨'
    """
    begin = 0
    for spread in _SPREAD.finditer(line.text):
        for place in range(spread.start() + 1, spread.end(), 2):
            yield Run(line.text[begin:place], line.offset + begin)
            begin = place + 1
    yield Run(line.text[begin:], line.offset + begin)


def _join(draft: Draft, last: Line, line: Line, wrap: Wrap) -> None:
    """Add a line to a paragraph; a space between Latin words only."""
    if wrap.parts_words(last, line) and not _SMALL.match(line.text):
        draft.runs.append(Run(" ", draft.runs[-1].source + len(draft.runs[-1].text)))
    draft.runs.extend(_closed_up(line))

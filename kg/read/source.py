"""What is to be read: one article, or a file that holds many, told by its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import InputError
from kg.read.header import find_day

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".pdf"))
"""What is read from folders and archives; a file named by itself is read whatever it is called."""
RECORDS = (".jsonl", ".jsonl.gz", ".jsonl.zst")
TARS = (".tar", ".tar.gz", ".tgz", ".tar.zst")


@dataclass(frozen=True, slots=True)
class Source:
    """One article to be read, or why there is none.

    `name` is as given (`file#line` for JSON Lines, `archive/member` for archives). `data` holds the bytes where they
    are at hand (standard input, a record, a member of an archive); else the file called `name` is read. `fault` is set
    for what cannot be read at all: such sources come in their place among the others, and reading them raises
    InputError.
    """

    name: str
    data: bytes | None = None
    is_record: bool = False
    fault: str = ""

    @property
    def manner(self) -> str:
        """What the article depends on besides the bytes: the end of the name, and a day in it, which may be that of
        publication.

        >>> Source("briefings/2021-03-04 notes.TXT").manner
        '.txt 2021-03-04'
        """
        name = PurePath(self.name)
        day = find_day(name.name)
        return ("record" if self.is_record else name.suffix.lower()) + (f" {day}" if day else "")

    def bytes(self) -> bytes:
        """The bytes of the source; InputError where there are none."""
        if self.fault:
            raise InputError(self.fault)
        if self.data is not None:
            return self.data
        try:
            return Path(self.name).read_bytes()
        except OSError as error:
            raise InputError(f"{self.name}: {error.strerror or error}; check the path and its permissions") from error


def readable(name: str) -> str:
    """A file name as it can be written: one whose bytes are not UTF-8 was given in GB18030, on Windows say.

    >>> readable("规划".encode("gb18030").decode("utf-8", "surrogateescape") + ".md")
    '规划.md'
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogateescape").decode("gb18030", "replace")
    return name


def is_article(name: str) -> bool:
    """Whether the name is that of an article."""
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def is_bundle(name: str) -> bool:
    """Whether the name is that of a file of many articles."""
    return name.lower().endswith((*RECORDS, *TARS, ".zip"))

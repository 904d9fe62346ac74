"""What is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError


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

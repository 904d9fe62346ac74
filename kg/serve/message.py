"""What the server and its workers say to each other: a line of JSON, and for answers as many bytes as it tells."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Kind = Literal["query", "graph", "entity", "search"]
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Job:
    """A request that needs the store. `text` is the query, the graph's IRI, the entity's name or the words searched."""

    kind: Kind
    text: str
    accept: str = ""
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def encode(self) -> bytes:
        """One line; surrogates, which are no UTF-8, arrive as they were."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def decode(cls, line: bytes) -> Job:
        found: dict[str, Any] = json.loads(line)
        return cls(**found | {"default": tuple(found["default"]), "named": tuple(found["named"])})


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole response: nothing is sent before it is known how it ends."""

    status: int
    media: str
    body: bytes = field(repr=False)
    retry: int | None = None
    """Seconds after which asking again makes sense."""

    def head(self) -> bytes:
        return json.dumps({"status": self.status, "media": self.media, "length": len(self.body)}).encode() + b"\n"


def refusal(status: int, message: str, retry: int | None = None) -> Answer:
    """An answer that says in words what is wrong and what to do."""
    return Answer(status, TEXT, message.rstrip().encode("utf-8", "replace") + b"\n", retry)

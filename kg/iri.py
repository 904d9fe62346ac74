"""Local names of IRIs: the only place that mints them.

`{kind}-{16 hex of SHA-256}` over `kind|part|part`, parts in NFKC without white space and quote marks, so that
《“十四五”规划》 and 《"十四五"规划》 are one plan. Codes where they exist (`region-310000`). ASCII, no `/`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

BASE = "https://w3id.org/govplan/id/"
"""Default base of all minted IRIs; `kg build --base` replaces it."""

_DROPPED = re.compile(r"[\s\u3000\"'“”‘’〝〞＂＇「」『』]+")


def mint(kind: str, *parts: str) -> str:
    """Local name of the thing of this kind that the parts identify.

    >>> mint("plan", "上海市“十四五”规划") == mint("plan", '上海市 "十四五" 规划')
    True
    >>> len(mint("plan", "x"))
    21
    """
    # Nothing composes with |: the parts may be normalised in one go.
    identity = _DROPPED.sub("", unicodedata.normalize("NFKC", "|".join((kind, *parts))))
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:16]}"


def region(code: str) -> str:
    """Local name of an administrative region by its six-digit GB/T 2260 code."""
    return f"region-{code}"


def evidence(document: str, start: int, end: int) -> str:
    """Local name of the evidence for a span of a document (`document` is its local name)."""
    return f"ev-{document.removeprefix('doc-')}-{start}-{end}"


def header_evidence(document: str, field: str) -> str:
    """Local name of the evidence for a metadata field of a document."""
    return f"ev-{document.removeprefix('doc-')}-{field}"

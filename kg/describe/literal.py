"""Values → literals: the only place that chooses lexical form, datatype and language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from urllib.parse import quote, urlsplit

from kg import vocab
from kg.model import Triple
from kg.pattern import late

_INTEGER = vocab.XSD + "integer"
_DECIMAL = vocab.XSD + "decimal"
_YEAR = vocab.XSD + "gYear"
_DATE = vocab.XSD + "date"
_MOMENT = vocab.XSD + "dateTime"
_STRING = vocab.XSD + "string"
_DAY_FORM = late(r"\d{4}-\d\d-\d\d")
_MOMENT_FORM = late(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_HOST = late(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?")
_BROKEN_ESCAPE = late(r"%(?![0-9A-Fa-f]{2})")


def chinese(subject: str, predicate: str, text: str) -> Triple:
    """Text of the article or of a lexicon, tagged `zh`."""
    return Triple(subject, predicate, text, None, "zh")


def english(subject: str, predicate: str, text: str) -> Triple:
    """Text of a lexicon, tagged `en`."""
    return Triple(subject, predicate, text, None, "en")


def string(subject: str, predicate: str, text: str) -> Triple:
    """Text in no language: codes, hashes, and quotations, which must stay as they are."""
    return Triple(subject, predicate, text, _STRING)


def integer(subject: str, predicate: str, value: int) -> Triple:
    return Triple(subject, predicate, str(value), _INTEGER)


def decimal(subject: str, predicate: str, value: Decimal) -> Triple:
    """`value` in the form stores keep: no exponent, no trailing zeros, no minus before zero."""
    return Triple(subject, predicate, lexical_decimal(value), _DECIMAL)


def year(subject: str, predicate: str, value: int) -> Triple:
    """xsd:gYear. SPARQL cannot order it, so an integer stands beside it wherever it is written."""
    return Triple(subject, predicate, f"{value:04d}", _YEAR)


def day(subject: str, predicate: str, value: date) -> Triple:
    return Triple(subject, predicate, value.isoformat(), _DATE)


def moment(subject: str, predicate: str, text: str) -> Triple | None:
    """xsd:date or xsd:dateTime of an ISO 8601 text; None for any other text, or a day that does not exist."""
    datatype = _DATE if _DAY_FORM.fullmatch(text) else _MOMENT if _MOMENT_FORM.fullmatch(text) else None
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return Triple(subject, predicate, text, datatype) if datatype else None


def web_address(text: str) -> str | None:
    """An http(s) address as an IRI that every parser takes: what is illegal in it is percent-encoded.

    None for anything else, so that a page cannot put `javascript:` or half an address into the graph.

    >>> web_address("https://example.org/图 1.jpg")
    'https://example.org/%E5%9B%BE%201.jpg'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        return None
    rest = _BROKEN_ESCAPE.sub("%25", parts.path + (f"?{parts.query}" if parts.query else ""))
    return f"{parts.scheme}://{parts.netloc}" + quote(rest, safe="/?:@!$&'()*+,;=~-._%")


def lexical_decimal(value: Decimal) -> str:
    """
    >>> [lexical_decimal(Decimal(x)) for x in ("80", "0.50", "1.5E+9", "-0")]
    ['80', '0.5', '1500000000', '0']
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text

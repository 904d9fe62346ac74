"""HTTP requests → jobs, by SPARQL 1.1 Protocol §2 and Graph Store HTTP Protocol §5. Refusals are raised."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from kg.serve.message import Answer, Job, refusal
from kg.serve.settings import Settings

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_FIELDS = 1000
_DRAIN = 2.0
"""Seconds."""


class RefusedError(Exception):
    """The request is answered with this."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


async def query_job(request: Request, settings: Settings) -> Job | None:
    """The query of a request to /sparql; None where a GET brings none and wants the service description (§2.1)."""
    given = fields(request.scope["query_string"])
    if request.method == "POST":
        given = await _posted(request, given, settings)
    _refuse_updates(given)
    queries = given.get("query", [])
    if not queries and request.method != "POST" and not given:
        return None
    if len(queries) != 1:
        raise RefusedError(refusal(400, f"give exactly one query=…; this request has {len(queries)}"))
    if len(queries[0].encode("utf-8", "surrogatepass")) > settings.query:
        raise RefusedError(refusal(413, f"the query is longer than {settings.query:,} bytes; ask in parts"))
    default, named = (tuple(given.get(f"{kind}-graph-uri", ())) for kind in ("default", "named"))
    return Job("query", queries[0], request.headers.get("accept", ""), default, named)


def graph_job(request: Request) -> Job:
    """The graph of a request to /graphs: ?graph=IRI or ?default (Graph Store HTTP Protocol §4.2)."""
    given = fields(request.scope["query_string"])
    graphs = given.get("graph", [])
    if len(graphs) + ("default" in given) != 1 or graphs == [""]:
        raise RefusedError(
            refusal(400, "name one graph: ?graph=IRI of a document, or ?default for all of them together")
        )
    return Job("graph", graphs[0] if graphs else "", request.headers.get("accept", ""))


def fields(encoded: bytes) -> dict[str, list[str]]:
    """Form fields in UTF-8. Raises RefusedError for what is not; a replaced character would ask another question.

    >>> fields(b"query=ASK%20%7B%7D&q=%E4%B8%8A")
    {'query': ['ASK {}'], 'q': ['上']}
    """
    found: dict[str, list[str]] = defaultdict(list)
    try:
        pairs = parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except UnicodeDecodeError as error:
        raise RefusedError(refusal(400, "parameters must be percent-encoded UTF-8")) from error
    except ValueError as error:
        raise RefusedError(refusal(400, f"parameters cannot be read: {error}")) from error
    for name, value in pairs:
        found[name].append(value)
    return dict(found)


async def _posted(request: Request, given: dict[str, list[str]], settings: Settings) -> dict[str, list[str]]:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == UPDATE:
        raise RefusedError(refusal(400, "updates are not taken: graphs are only read here, `kg build` makes them"))
    if media not in (FORM, QUERY):
        raise RefusedError(refusal(415, f"POST a query as {FORM} (query=…) or as {QUERY}"))
    body = await _body(request, settings)
    if media == FORM:
        # §2.1.2: the parameters are in the body; those of the URL are not part of the request.
        return fields(body)
    try:
        return given | {"query": [*given.get("query", []), body.decode("utf-8")]}
    except UnicodeDecodeError as error:
        raise RefusedError(refusal(400, f"the query is not UTF-8: byte {error.start} of {len(body)}")) from error


async def _body(request: Request, settings: Settings) -> bytes:
    """The body, of which no more than allowed is read; a client that does not go on with it is not waited for."""
    too_long = RefusedError(refusal(413, f"the request is longer than {settings.body:,} bytes; ask in parts"))
    stated = request.headers.get("content-length", "0")
    if stated.isdecimal() and int(stated) > settings.body:
        await _drain(request)
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(settings.head):
            async for chunk in request.stream():
                body += chunk
                if len(body) > settings.body:
                    await _drain(request)
                    raise too_long
    except TimeoutError as error:
        raise RefusedError(refusal(408, "the request did not arrive in time")) from error
    except ClientDisconnect as error:
        raise RefusedError(refusal(400, "the request broke off")) from error
    return bytes(body)


async def _drain(request: Request) -> None:
    """Let the rest of a body come for a moment: a client that is still sending would not read the refusal."""
    if "expect" in request.headers:
        return
    with contextlib.suppress(TimeoutError, ClientDisconnect):
        async with asyncio.timeout(_DRAIN):
            while (message := await request.receive())["type"] != "http.disconnect" and message.get("more_body"):
                pass


def _refuse_updates(given: Mapping[str, object]) -> None:
    """Other parameters are let be: clients add format=, output= and the like of their own accord."""
    if any(name in given for name in ("update", "using-graph-uri", "using-named-graph-uri")):
        raise RefusedError(refusal(400, "updates are not taken: graphs are only read here, `kg build` makes them"))

"""HTTP to a store: authentication, patience with failures that pass, and words for those that do not."""

from __future__ import annotations

import http.client
import netrc
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from kg.errors import StoreError

_PASSING = (408, 425, 429, 500, 502, 503, 504)
_TRIES = 6
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 60.0
_TIMEOUT = 120


class RefusedError(StoreError):
    """The store answered that it will not; asking again would not help. `status` is that of HTTP."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Login:
    """Who we are to the store: a bearer token, or a name and password for Basic or Digest, whichever it asks for."""

    token: str | None = None
    user: str | None = None
    password: str = field(default="", repr=False)


def login(url: str, environment: Mapping[str, str] = os.environ) -> Login:
    """From KG_PUSH_TOKEN, else KG_PUSH_USER and KG_PUSH_PASSWORD, else ~/.netrc, else nobody."""
    if token := environment.get("KG_PUSH_TOKEN"):
        return Login(token=token)
    if user := environment.get("KG_PUSH_USER"):
        return Login(user=user, password=environment.get("KG_PUSH_PASSWORD", ""))
    try:
        found = netrc.netrc().authenticators(urlsplit(url).hostname or "")
    except (OSError, netrc.NetrcParseError):
        found = None
    return Login(user=found[0], password=found[2] or "") if found else Login()


class Connection:
    """Sends requests to one store. `wait` sleeps for so many seconds."""

    def __init__(self, url: str, who: Login, wait: Callable[[float], None] = time.sleep) -> None:
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise StoreError(f"{url}: is not the URL of a store; write https://host/path")
        self.url, self.who, self.wait = url, who, wait
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        if who.user is not None:
            passwords.add_password(None, url, who.user, who.password)
        self._opener = urllib.request.build_opener(_NoRedirect(), _Digest(passwords), _Basic(passwords))

    def send(self, method: str, url: str, body: bytes | None = None, **headers: str) -> tuple[bytes, str]:
        """Body and media type of the answer. Headers are named in Python's way (`content_type`).

        Raises RefusedError at once for what will not pass, StoreError after some tries for what did not pass.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()} | {"user-agent": "govplan-kg"}
        if self.who.token:
            named["authorization"] = f"Bearer {self.who.token}"
        reason = ""
        for number in range(_TRIES):
            request = urllib.request.Request(url, body, named, method=method)  # noqa: S310 — checked in __init__
            try:
                with self._opener.open(request, timeout=_TIMEOUT) as answer:
                    return answer.read(), answer.headers.get_content_type()
            except urllib.error.HTTPError as error:
                with error:
                    reason = _said(error)
                    asked = error.headers.get("retry-after", "")
                if error.code not in _PASSING:
                    raise RefusedError(f"{url}: {method} was refused: {reason}", error.code) from error
            except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
                reason, asked = str(getattr(error, "reason", None) or error), ""
            if number < _TRIES - 1:
                self.wait(min(float(asked) if asked.isdecimal() else _FIRST_WAIT * 2**number, _LONGEST_WAIT))
        raise StoreError(f"{url}: {method} did not succeed in {_TRIES} tries ({reason}); push again later to go on")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirected PUT would become a GET, and a password would go to a host it was not meant for."""

    def redirect_request(self, *_arguments: object, **_named: object) -> None:
        return None


class _Closing:
    """An authentication handler that closes the answer which asked who we are; urllib leaves it to the collector."""

    def http_error_401(self, req: Any, fp: Any, code: int, msg: str, headers: Any) -> Any:
        try:
            answer = super().http_error_401(req, fp, code, msg, headers)  # type: ignore[misc]
        except urllib.error.HTTPError:
            fp.close()
            raise
        if answer is not None:
            fp.close()
        return answer


class _Digest(_Closing, urllib.request.HTTPDigestAuthHandler):
    """Digest, which Virtuoso asks for."""


class _Basic(_Closing, urllib.request.HTTPBasicAuthHandler):
    """Basic, which most others ask for."""


def _said(error: urllib.error.HTTPError) -> str:
    hint = {401: "; set KG_PUSH_USER and KG_PUSH_PASSWORD, KG_PUSH_TOKEN, or ~/.netrc", 403: "; that account may not"}
    words = " ".join(error.read(500).decode("utf-8", "replace").split())[:200]
    return f"{error.code} {error.reason}{hint.get(error.code, '')} {words}".rstrip()

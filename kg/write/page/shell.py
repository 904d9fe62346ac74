"""What both pages are put into: template, style, scripts, and the policy that lets exactly these run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def rendered(template: str, heading: str, data: object, parts: Sequence[str], *, loads: bool = False) -> str:
    """The page of a template: `parts` are its style, then its scripts in order.

    `loads` lets it read files from where it came from; else it may ask for nothing.
    """
    style, *scripts = parts
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    return environment.from_string(asset(template)).render(
        title=_SURROGATE.sub("\ufffd", heading),
        policy=policy(scripts, style, loads=loads),
        library=scripts[0],
        script=scripts[-1],
        style=style,
        data=to_json(data),
    )


def to_json(value: object) -> str:
    """JSON that is safe inside an HTML script element: no character of it can end the element or a line.

    >>> to_json("</script>规划")
    '"\\\\u003c/script\\\\u003e规划"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def policy(scripts: Sequence[str], style: str, *, loads: bool = False) -> str:
    """The Content-Security-Policy that lets exactly these scripts and this style run; see `rendered` for `loads`."""
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    own = "connect-src 'self'; " if loads else ""
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_digest(style)}'; "
        f"img-src data: blob:; {own}base-uri 'none'; form-action 'none'"
    )


@cache
def asset(name: str) -> str:
    """A file of this folder as text."""
    return resources.files("kg.write.page").joinpath(name).read_text(encoding="utf-8")


@cache
def joined(names: tuple[str, ...]) -> str:
    """Scripts of this folder as one, seen by nothing outside it."""
    return '"use strict";\n(() => {\n' + "\n".join(map(asset, names)) + "\n})();\n"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

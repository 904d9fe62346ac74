"""What on a page is not the article: menus, advertisements, share buttons, related links.

Judged by tags, by the words of class and id names, by hidden styles, by text that is all links, and by the stock
phrases of page tools. No site is named: a rule must hold on any.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.pattern import late
from kg.read.layout import Draft
from kg.read.markup import attributes

_HIDDEN_TAGS = frozenset(
    "applet audio button canvas datalist dialog embed frameset iframe map noembed noframes noscript object script "
    "select style svg template textarea video".split()
)
_FURNITURE_TAGS = frozenset(("nav", "aside", "menu"))
_FRAME_TAGS = frozenset(("header", "footer"))  # inside an article they hold its title and its editor
_NEVER = frozenset(("html", "body", "main", "article", "h1"))
# Words that tell furniture wherever they stand in a name.
_STRONG = frozenset(
    "ad ads adv advert advertisement advertisements advertising adlist adbox sponsor sponsored promo promotion qr "
    "qrcode erweima ewm share sharing bdshare comment comments relate related recommend recommended recommendation "
    "tuijian breadcrumb breadcrumbs crumb crumbs copyright pagination pager login subscribe popup modal cookie".split()
)
# Words that tell furniture unless the name also speaks of the article.
_WEAK = frozenset("nav navbar navigation menu submenu sidebar aside footer foot toolbar search banner".split())
_ARTICLE = frozenset("article content main text body detail post entry".split())
_WORD = late(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = late(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TOOLS = late(
    r"ICP备|公网安备|版权所有|Copyright|All Rights Reserved|扫一扫|(?:您|你)?(?:现在|当前)(?:所在)?(?:的)?位置[:：]|"
    r"^相关(?:阅读|链接|新闻|解读|文章|报道|推荐|文档|政策)[:：]?$|^登录\s*[|/]|"
    r"^(?:设为首页|加入收藏|打印|关闭|分享|字[体号]|上一[篇页]|下一[篇页]|标签[:：]|关键[词字][:：]|返回顶部|举报/反馈)",
    re.IGNORECASE,
)
_SENTENCE = late("[。！；]")
_DAY = late(r"[\[（(]?(?:(?:19|20)[0-9]{2}[-./年])?[0-9]{1,2}[-./月][0-9]{1,2}日?[\]）)]?")
"""2021-08-09, [08-09] beside the link to a page of that day."""


def hides(name: str, *, within: bool) -> bool:
    """Whether an element is left out by its tag; `within` tells that it stands inside <article> or <main>."""
    return name in _HIDDEN_TAGS or name in _FURNITURE_TAGS or (name in _FRAME_TAGS and not within)


def is_furniture(name: str, raw: str) -> bool:
    """Whether an element is left out by its attributes (`raw`, as written).

    >>> is_furniture("div", ' class="appendQr_wrap"'), is_furniture("p", ' class="article-editor"')
    (True, False)
    """
    return name not in _NEVER and _tells_furniture(raw)


@lru_cache(maxsize=4096)
def _tells_furniture(raw: str) -> bool:
    found = attributes(raw)
    if "hidden" in found or found.get("aria-hidden") == "true" or _HIDDEN_STYLE.search(found.get("style", "")):
        return True
    words = {word.lower() for word in _WORD.findall(f"{found.get('class', '')} {found.get('id', '')}")}
    return bool(words & _STRONG) or bool(words & _WEAK and not words & _ARTICLE)


def without_furniture(drafts: list[Draft]) -> list[Draft]:
    """The blocks that are no list of links and no page tool; all of them where nothing would be left."""
    article = [draft for draft in drafts if not is_link_list(draft)]
    return article if any(draft.words.strip() for draft in article) else drafts


def is_link_list(draft: Draft) -> bool:
    """Whether a block is only links or a stock phrase of page tools; cells never are, headings only the latter."""
    if draft.kind == "cell":
        return False
    words = draft.words.strip()
    if len(words) <= 120 and not _SENTENCE.search(words) and _TOOLS.search(words):
        return True
    if draft.kind == "heading":
        return False
    told = len(_DAY.sub("", words).strip()) if draft.links else len(words)
    share = draft.linked / max(told, 1)
    return share >= 0.9 or (draft.links >= 3 and share >= 0.5 and not _SENTENCE.search(words))

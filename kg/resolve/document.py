"""The document itself: what its header and its own lines say of it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.iri import mint
from kg.model import Article, Document, Sourced
from kg.recognise.document.imprint import find_document_lines
from kg.recognise.mention import PlanMention


def resolve_document(article: Article, plans: Sequence[PlanMention] = ()) -> Document:
    """Metadata of the article. Its title is the header's, else that of the plan whose text it is.

    The id comes from the bytes of the source, so that a copy under another name is the same document.
    """
    lines = find_document_lines(article)
    own = next((p for p in plans if p.own and p.span.end), None)
    return Document(
        id=mint("doc", article.digest or article.text),
        title=_header(article, "title") or (Sourced(own.title, own.span) if own else None),
        published=_header(article, "published"),
        publisher=_header(article, "publisher") or _header(article, "author"),
        author=_header(article, "author"),
        editor=lines.editor or _header(article, "editor"),
        origin=lines.origin,
        original_title=lines.original_title,
        url=_header(article, "url"),
        image=_header(article, "image"),
        categories=tuple(Sourced(h.value, field=h.name) for h in article.headers if h.name == "category"),
    )


def _header(article: Article, name: str) -> Sourced | None:
    value = article.header(name)
    return Sourced(value, field=name) if value else None

"""A graph of two documents that share a node, small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

from kg.write.store import build_store

BASE = "https://w3id.org/govplan/id/"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
DECIMAL = "<http://www.w3.org/2001/XMLSchema#decimal>"


def quad(subject: str, prop: str, value: str, document: str) -> str:
    return f"<{BASE}{subject}> {prop} {value} <{BASE}{document}> .\n"


TWO_DOCUMENTS = (
    quad("region-310000", LABEL, '"上海市"@zh', "doc-1")
    + quad("plan-1", LABEL, '"海绵城市规划 <甲> ."@zh', "doc-1")
    + quad("plan-1", "<https://w3id.org/govplan#region>", f"<{BASE}region-310000>", "doc-1")
    + quad("region-310000", LABEL, '"上海市"@zh', "doc-2")
    + quad("claim-1", "<https://w3id.org/govplan#value>", f'"80.5"^^{DECIMAL}', "doc-2")
)


def made(folder: Path, nquads: str = TWO_DOCUMENTS) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "graph.nq").write_text(nquads, encoding="utf-8")
    build_store(folder / "graph.nq", folder / "store")
    return folder

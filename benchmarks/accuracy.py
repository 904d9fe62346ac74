"""Accuracy on annotated documents, as the table in the README: `python benchmarks/accuracy.py ../shared/gold`.

Each folder below the one given holds documents with annotations beside them; `score.py` in it compares them with what
`kg extract` prints. The sets in `annotations` are laid out beside the documents of the corpus they were made for, where
that lies beside the folder given.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from standoff import laid_out

ANNOTATIONS = Path(__file__).with_name("annotations")
ROWS = {
    "detected": "figures detected",
    "full": "figures fully right",
    "full.target": "targets fully right",
    "plans": "plans",
    "organisations": "organisations",
    "projects": "projects",
    "events": "events",
}
SUFFIXES = (".md", ".html", ".txt")


def score(gold: Path, folder: Path) -> dict[str, Any]:
    """Precision, recall and F1 by what is scored, and the mean F1 over documents."""
    documents = sorted(str(path) for path in folder.iterdir() if path.suffix in SUFFIXES)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as predictions:
        subprocess.run([sys.executable, "-m", "kg", "extract", *documents], stdout=predictions, check=True)
        command = [sys.executable, str(gold / "score.py"), str(folder), predictions.name, "--json"]
        found: dict[str, Any] = json.loads(subprocess.run(command, stdout=-1, check=True).stdout)
    return found


def scored(gold: Path) -> dict[str, dict[str, Any]]:
    """What each set reaches, by its name."""
    folders = sorted(path for path in gold.iterdir() if any(path.glob("*.gold.json")))
    scores = {folder.name: score(gold, folder) for folder in folders}
    corpus = gold.parent / "corpus"
    for kept in sorted(ANNOTATIONS.glob("*.jsonl")) if corpus.exists() else ():
        with tempfile.TemporaryDirectory() as folder:
            laid_out(kept, corpus, Path(folder))
            scores[kept.stem] = score(gold, Path(folder))
    return scores


def main(gold: Path) -> None:
    """Print the table."""
    if not (gold / "score.py").exists():
        sys.exit(f"{gold}: no annotated documents here; name their folder: make score GOLD=…")
    scores = scored(gold)
    heads = [f"{name} ({found['documents']} documents) P / R / F1" for name, found in scores.items()]
    print("|", " | ".join(["", *heads]), "|")
    print("|---" * (len(heads) + 1) + "|")
    for key, title in ROWS.items():
        cells = [f"{r['precision']:.3f} / {r['recall']:.3f} / {r['f1']:.3f}" for r in (s[key] for s in scores.values())]
        print("|", " | ".join([title, *cells]), "|")
        if key == "full":
            means = (f"– / – / {found['full.by_document']:.3f}" for found in scores.values())
            print("|", " | ".join([f"{title}, mean over documents", *means]), "|")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

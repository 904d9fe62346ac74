"""The shape of the house: who may import whom, where files are touched, how large things grow."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in sorted((ROOT / "kg").rglob("*.py"))}
STAGES = ("read", "recognise", "resolve", "describe", "check", "write")
RECOGNISERS = (
    "amount",
    "time",
    "syntax",
    "document",
    "entity",
    "name",
    "modality",
    "count",
    "owner",
    "metric",
    "figure",
)
"""The packages of `kg.recognise` in the order in which they build on each other; `mention` stands before `document`."""
GROUND = ("model", "errors", "lexicon", "iri", "vocab", "resource", "pattern", "compiled", "opening")
"""What every stage may stand on."""
PURE = ("recognise", "resolve", "describe")
GRAPH_LIBRARIES = ("rdflib", "pyoxigraph", "pyshacl", "oxrdflib")
GRAPH_PACKAGES = ("write", "check", "query", "serve", "cli", "opened")
IMPURE = (
    "os",
    "random",
    "secrets",
    "socket",
    "subprocess",
    "tempfile",
    "time",
    "urllib.request",
    "pathlib",
    "uuid",
    "io",
)
FORBIDDEN_NAMES = ("utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
MOST_PARAMETERS = 5


def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


def imports(module: str, *, top_only: bool = False) -> Iterator[str]:
    """Names of modules that a module imports, `from kg.a import b` as `kg.a.b` where that is a module."""
    parsed = tree(module)
    nodes = parsed.body if top_only else list(ast.walk(parsed))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES or f"{name}.__init__" in MODULES else node.module for name in names)


def package(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def functions(module: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("module", [name for name in MODULES if package(name) in STAGES])
def test_a_stage_imports_only_from_its_left(module: str) -> None:
    mine = package(module)
    asked = {"query"} if mine == "write" else set()  # the store's roll-ups are answers to shipped questions
    allowed = {*GROUND, *STAGES[: STAGES.index(mine) + 1], *asked}
    found = {package(name) for name in imports(module) if name.split(".")[0] == "kg" and name != "kg"}
    assert found <= allowed, f"{module} imports from {sorted(found - allowed)}"


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name.startswith("kg.recognise.") and name.count(".") == 3]
)
def test_a_recogniser_imports_only_from_its_left(module: str) -> None:
    mine = RECOGNISERS.index(module.split(".")[2])
    allowed = {*RECOGNISERS[: mine + 1], "mention"}
    found = {name.split(".")[2] for name in imports(module) if name.startswith("kg.recognise.")}
    assert found <= allowed, f"{module} imports from {sorted(found - allowed)}"


@pytest.mark.parametrize("module", [name for name in MODULES if package(name) in GROUND])
def test_the_ground_stands_on_itself(module: str) -> None:
    found = {package(name) for name in imports(module) if name.split(".")[0] == "kg" and name != "kg"}
    assert found <= set(GROUND)


@pytest.mark.parametrize("module", MODULES)
def test_graph_libraries_stay_at_the_edge(module: str) -> None:
    found = {name.split(".")[0] for name in imports(module)} & set(GRAPH_LIBRARIES)
    assert not found or package(module) in GRAPH_PACKAGES, f"{module} imports {sorted(found)}"


@pytest.mark.parametrize("module", [name for name in MODULES if package(name) in PURE])
def test_pure_stages_touch_nothing_outside(module: str) -> None:
    # kg.resource is package data, read once; a call of open() or print() is not.
    found = {name for name in imports(module) if name in IMPURE or name.startswith(("os.", "urllib.request"))}
    calls = {
        node.func.id
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("open", "print", "input")
    }
    assert not found | calls


def test_building_imports_no_graph_library() -> None:
    """The start of `kg extract` must not pay for what it does not use."""
    heavy = (*GRAPH_LIBRARIES, "networkx", "pyvis", "pandas")
    script = f"import sys, kg.build, kg.write; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("module", MODULES)
def test_sizes(module: str) -> None:
    lines = MODULES[module].read_text("utf-8").count("\n")
    assert lines <= LONGEST_MODULE, f"{module} has {lines} lines"
    for function in functions(module):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{module}.{function.name} has {length} lines"
        if "click" not in set(imports(module)):  # a command has as many parameters as options
            count = (
                len(function.args.args)
                + len(function.args.posonlyargs)
                - (function.args.args[:1] != [] and function.args.args[0].arg in ("self", "cls"))
            )
            assert count <= MOST_PARAMETERS, f"{module}.{function.name} has {count} parameters"


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_named_for_what_they_hold(module: str) -> None:
    assert not set(module.split(".")) & set(FORBIDDEN_NAMES)
    assert ast.get_docstring(tree(module)), f"{module} does not say what it is for"


def test_registries_are_literals() -> None:
    """What a stage consists of is seen in its __init__, not collected at import."""
    for module, name in (("kg.describe.__init__", "DESCRIBERS"), ("kg.write.__init__", "WRITERS")):
        values = [
            node.value
            for node in tree(module).body
            if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)
        ]
        assert values
        assert isinstance(values[0], ast.Tuple | ast.Dict)

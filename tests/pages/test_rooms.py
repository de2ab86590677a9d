"""The rooms of `overrides/` depend one way, and every module of ours is of a size that can be read."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter

import pytest

from overrides.project import ROOT

THEIRS = ROOT / "overrides/runtime/stdlib"
"""Files that stand in the place of Pyodide's own."""
FILES = {
    path.relative_to(ROOT).as_posix(): path
    for folder in ("checker", "overrides")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if not path.is_relative_to(THEIRS)
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}
MAY_IMPORT = {
    "project": set(),
    "words": {"project"},
    "editions": {"project", "words"},
    "hosting": {"project", "words"},
    "runtime": {"project", "words", "hosting"},
    "offline": {"project", "words", "hosting"},
    "scripts": {"project"},
    "pages": {"project", "words"},
    "zensical": {"project"},
    "stages": {"project", "words", "hosting", "runtime", "offline", "scripts", "pages", "zensical"},
    "build": {"project", "words", "editions", "stages"},
    "check": {"project", "words", "editions", "stages"},
    "release": {"project", "words", "offline", "runtime", "editions", "stages", "build"},
    "serve": {"project", "editions", "hosting", "stages", "build"},
}
"""The rooms and modules of `overrides/` that each may import from, beside itself, `checker` and libraries."""
RUN_IN_PYODIDE = {"overrides/runtime/scrub.py"}
"""Run as they are, and imported by nothing."""

MOST_LINES = 200
MOST_LINES_OF_A_FUNCTION = 30
DATA = {
    "checker/rulebook.py": "every question and rule is a row",
    "checker/cautions.py": "every caution and its words",
    "checker/route.py": "every row of what to do, and its words",
    "checker/situation.py": "every sentence that advice is decided by, a method each",
}
LONGER: dict[str, str] = {}
"""Each module or function that is longer than that, as `path` or `path::function`, and why."""


def name_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


MODULES = {name_of(path): tree for path, tree in TREES.items()}


def imported(module: str) -> set[str]:
    """The modules of ours that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: name the whole path"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return {name for name in names if name in MODULES} - {module}


def room(module: str) -> str:
    """`words` of `overrides.words.settings`, and `project` of `overrides.project`."""
    return module.split(".")[1]


OURS = [module for module in MODULES if module.startswith("overrides.")]


def test_every_module_stands_in_a_room_that_is_known():
    assert {room(module) for module in OURS} == set(MAY_IMPORT)


@pytest.mark.parametrize("module", OURS)
def test_a_room_imports_only_from_those_below_it(module):
    rooms = {room(other) for other in imported(module) if other.startswith("overrides.")}
    assert rooms - {room(module)} <= MAY_IMPORT[room(module)]


def test_no_module_imports_itself_through_others():
    assert tuple(TopologicalSorter({module: imported(module) for module in MODULES}).static_order())


def test_only_the_server_and_a_release_import_the_build():
    importers = {room(module) for module in MODULES if "overrides.build" in imported(module)}
    assert importers == {"serve", "release"}


@pytest.mark.parametrize("path", TREES)
def test_every_module_says_what_it_is_for_and_what_it_offers(path):
    tree = TREES[path]
    assert ast.get_docstring(tree)
    named = [node.targets[0] for node in tree.body if isinstance(node, ast.Assign)]
    assert path in RUN_IN_PYODIDE or "__all__" in {target.id for target in named if isinstance(target, ast.Name)}


def test_modules_and_functions_are_short_or_their_reason_is_named():
    long = {path for path in TREES if len(FILES[path].read_text(encoding="utf-8").splitlines()) > MOST_LINES}
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION:
                long.add(f"{path}::{node.name}")
    assert long == {*DATA, *LONGER}

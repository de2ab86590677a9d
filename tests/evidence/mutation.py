"""How much of what the checker does its fast tests notice: mutmut changes each function in small ways, one at a time.

A change that no test notices has its reason in `survivors.toml`, or the run says so. It is known there by its function
and by what it takes away and puts instead, so that a change elsewhere in the function leaves it as it is. mutmut
changes what stands in functions and methods. It leaves alone what stands at a module's top, such as the rows of the
rulebook and of the advice and the table of when each row applies, and properties: those are held by `test_cases`,
`test_route` and `test_few`.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import ndiff
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import (
    get_module_from_key,
    get_mutant_name,
    mangled_name_from_mutant_name,
    orig_function_and_class_names_from_key,
)

ROOT = Path(__file__).parents[2]
EXPLAINED = Path(__file__).with_name("survivors.toml")
NEEDED = ("checker", "docs", "overrides", "tests", "mkdocs.yml", "pyproject.toml", "README.md")
MUTMUT = Path(sys.executable).with_name("mutmut")
SHOWN = (ast.Call, ast.Compare, ast.stmt)
NOT_RUN = "not checked"
NOT_NOTICED = {"survived", "no tests"}
EXPECTED = {"killed", "timeout", *NOT_NOTICED}


def copied(folder: Path) -> Path:
    """A copy of what the run needs, so that it starts clean and leaves nothing."""
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def run(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        ["nice", MUTMUT, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(
            f"mutmut {arguments[0]} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-4000:]}"
        )
    return done.stdout


class Change(NamedTuple):
    """What a mutant does: its function's name, and the lines that it takes away and puts instead."""

    function: str
    lines: str


def changes(path: Path, code: str) -> dict[str, Change]:
    """What each mutant of a module, or of some of its functions, does, by mutmut's name for it."""
    made = mutate_file_contents(str(path), code)
    tree = ast.parse(made.code or "")
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return {
        get_mutant_name(path, name): Change(name_of(path, name), difference(functions, name))
        for name in made.mutant_names
    }


def name_of(path: Path, mutant: str) -> str:
    """The name that the code has for the function of a mutant, such as `checker.answers.Answers.get`."""
    function, class_ = orig_function_and_class_names_from_key(mutant)
    return ".".join(filter(None, (*path.with_suffix("").parts, class_, function)))


def difference(functions: Mapping[str, ast.FunctionDef], mutant: str) -> str:
    """The lines that a mutant takes away, and those it has instead, without comments and however they are laid out."""
    original = functions[mangled_name_from_mutant_name(mutant) + "__mutmut_orig"]
    before, after = (ast.unparse(node).split("\n") for node in smallest(original, functions[mutant]))
    told = [
        line.replace(f"def {mutant}(", "def (").replace(f"def {original.name}(", "def (")
        for line in ndiff(before, after)
    ]
    gone, come = (" ".join(line[2:].strip() for line in told if line.startswith(f"{sign} ")) for sign in "-+")
    return f"{gone} -> {come}"


def smallest(before: ast.AST, after: ast.AST) -> tuple[ast.AST, ast.AST]:
    """The smallest call, comparison or statement that holds all that differs between two functions."""
    pairs = list(zip_longest(ast.iter_child_nodes(before), ast.iter_child_nodes(after)))
    differ = [pair for pair in pairs if None in pair or ast.dump(pair[0]) != ast.dump(pair[1])]
    if len(differ) == 1 and None not in differ[0] and type(before) is type(after):
        within = smallest(*differ[0])
        if all(isinstance(node, SHOWN) for node in within):
            return within
    return before, after


def every_change() -> dict[str, Change]:
    """What each mutant of `checker` does, by mutmut's name for it."""
    modules = sorted(path.relative_to(ROOT) for path in (ROOT / "checker").rglob("*.py"))
    every: dict[str, Change] = {}
    for path in modules:
        every |= changes(path, (ROOT / path).read_text(encoding="utf-8"))
    return every


def chosen(names: Iterable[str], modules: str, share: float, seed: int) -> list[str]:
    """Those of the `modules`, such as `answers,route`, or of all where none is named; of them, the `share` drawn."""
    wanted = {f"checker.{module}" for module in modules.split(",") if module}
    among = [name for name in names if not wanted or get_module_from_key(name) in wanted]
    return among if share >= 1 else random.Random(seed).sample(among, max(1, round(share * len(among))))


def states(folder: Path) -> dict[str, str]:
    """What became of each mutant, whether or not it was run."""
    found: dict[str, str] = {}
    for path in sorted((folder / "mutants" / "checker").rglob("*.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {name: status_by_exit_code[code] for name, code in codes.items()}
    return found


def reasons() -> dict[Change, str]:
    """Why a change that no test notices is not noticed. Raises ValueError where one has two reasons, or none."""
    rows = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["survivor"]
    found = {Change(row["function"], row["change"]): str(row["reason"]) for row in rows}
    if len(found) != len(rows) or not all(reason.strip() for reason in found.values()):
        raise ValueError(f"{EXPLAINED.name}: a change there has two reasons, or none")
    return found


def unexplained(survived: Iterable[Change], noticed: Iterable[Change], every: Iterable[Change]) -> list[str]:
    """A line for each survivor without its reason, and for each reason whose change is noticed now or is none.

    A function may hold the same lines twice. Where the change of one survives and that of the other does not, the
    reason is not taken for both.
    """
    explained, survivors, others, known = reasons(), set(survived), set(noticed), set(every)
    return [
        *(f"not noticed, and not explained: {' '.join(change)}" for change in sorted(survivors - explained.keys())),
        *(f"explained, and noticed: {' '.join(change)}" for change in sorted(explained.keys() & others)),
        *(f"explained, and no such change: {' '.join(change)}" for change in sorted(explained.keys() - known)),
    ]


def mutation(share: float = 1.0, seed: int = 0, children: int = 2, modules: str = "") -> dict[str, Any]:
    """Run mutmut on a copy, all of it or what is chosen; raises AssertionError where a survivor is not explained."""
    started = time.monotonic()
    every = every_change()
    names = chosen(every, modules, share, seed)
    with TemporaryDirectory(prefix="mutation-") as name:
        folder = copied(Path(name))
        command = ("run", "--max-children", str(children))
        run(folder, *command, *(names if len(names) < len(every) else ()))
        if slow := [name for name, state in states(folder).items() if state == "timeout"]:
            run(folder, *command, *slow)  # once more, in case the machine was what took the time
        ran = {name: state for name, state in states(folder).items() if state != NOT_RUN}
    survived = sorted(every[name] for name, state in ran.items() if state in NOT_NOTICED)
    noticed = [every[name] for name, state in ran.items() if state not in NOT_NOTICED]
    odd = [f"{state}: {name}" for name, state in ran.items() if state not in EXPECTED]
    if told := odd + unexplained(survived, noticed, every.values()):
        raise AssertionError("\n".join(told))
    counts = Counter(ran.values())
    return {
        "tool": f"mutmut {version('mutmut')}",
        "mutants": counts.total(),
        "killed": counts["killed"],
        "timeout": counts["timeout"],
        "survived": survived,
        "seconds": round(time.monotonic() - started),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="how much of the mutants, such as 0.1")
    parser.add_argument("--seed", type=int, default=0, help="which of them")
    parser.add_argument("--modules", default="", help="of these alone, such as answers,route")
    parser.add_argument("--children", type=int, default=2, help="how many at a time")
    print(json.dumps(mutation(**vars(parser.parse_args())), indent=2))


if __name__ == "__main__":
    main()

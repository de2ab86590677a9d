"""How much of what the checker does its fast tests notice: mutmut changes each function in small ways, one at a time.

A change that no test notices has its reason in `survivors.toml`, or the run says so. mutmut changes what stands in
functions and methods. It leaves alone what stands at a module's top, such as the rows of the rulebook and of the advice
with their conditions, and properties: those are held by `test_cases`, `test_route` and `test_few`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).parents[2]
EXPLAINED = Path(__file__).with_name("survivors.toml")
NEEDED = ("checker", "docs", "overrides", "tests", "mkdocs.yml", "pyproject.toml")
MUTMUT = Path(sys.executable).with_name("mutmut")
NOT_RUN = "not checked"
NOT_NOTICED = {"survived", "no tests"}
EXPECTED = {"killed", "timeout", NOT_RUN, *NOT_NOTICED}


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


def drawn(share: float, seed: int) -> list[str]:
    """The names of some of the mutants that a run would make."""
    names = [
        get_mutant_name(path, name)
        for path in sorted(path.relative_to(ROOT) for path in (ROOT / "checker").rglob("*.py"))
        for name in mutate_file_contents(str(path), (ROOT / path).read_text(encoding="utf-8")).mutant_names
    ]
    return random.Random(seed).sample(names, max(1, round(share * len(names))))


def states(folder: Path) -> dict[str, str]:
    """What became of each mutant, whether or not it was run."""
    found: dict[str, str] = {}
    for path in sorted((folder / "mutants" / "checker").rglob("*.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {name: status_by_exit_code[code] for name, code in codes.items()}
    return found


def change(folder: Path, name: str) -> str:
    """The lines that a mutant takes away, and those it has instead."""
    told = run(folder, "show", name).splitlines()
    gone, come = (
        " ".join(re.sub(r"\s+", " ", line[1:]).strip() for line in told if re.match(rf"\{sign}(?!\{sign})", line))
        for sign in "-+"
    )
    return f"{gone} -> {come}"


def unexplained(survived: dict[str, str], found: dict[str, str]) -> list[str]:
    """A line for each survivor without its reason, and for each reason whose mutant is noticed now or is none."""
    explained = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    without = [
        f"not noticed, and not explained: {name}: {changed}"
        for name, changed in survived.items()
        if name not in explained or explained[name]["change"] != changed or not explained[name]["reason"].strip()
    ]
    gone = [
        f"explained, and {found.get(name, 'no mutant')}: {name}"
        for name in explained
        if name not in survived and found.get(name) != NOT_RUN
    ]
    return without + gone


def mutation(share: float = 1.0, seed: int = 0, children: int = 2) -> dict[str, Any]:
    """Run mutmut on a copy, all of it or the `share` that `seed` draws; raises where a survivor is not explained."""
    started = time.monotonic()
    with TemporaryDirectory(prefix="mutation-") as name:
        folder = copied(Path(name))
        command = ("run", "--max-children", str(children))
        run(folder, *command, *(drawn(share, seed) if share < 1 else ()))
        if slow := [name for name, state in states(folder).items() if state == "timeout"]:
            run(folder, *command, *slow)  # once more, in case the machine was what took the time
        found = states(folder)
        survived = {name: change(folder, name) for name, state in found.items() if state in NOT_NOTICED}
    counts = Counter(state for state in found.values() if state != NOT_RUN)
    odd = [f"{state}: {name}" for name, state in found.items() if state not in EXPECTED]
    told = odd + unexplained(survived, found)
    if told:
        raise AssertionError("\n".join(told))
    return {
        "tool": f"mutmut {version('mutmut')}",
        "mutants": counts.total(),
        "killed": counts["killed"],
        "timeout": counts["timeout"],
        "survived": sorted(survived),
        "seconds": round(time.monotonic() - started),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="how much of the mutants, such as 0.1")
    parser.add_argument("--seed", type=int, default=0, help="which of them")
    parser.add_argument("--children", type=int, default=2, help="how many at a time")
    print(json.dumps(mutation(**vars(parser.parse_args())), indent=2))


if __name__ == "__main__":
    main()

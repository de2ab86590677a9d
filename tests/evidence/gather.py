"""Repeats all of the evidence and writes it to one file, from which the page about it is made."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evidence.browsers import browsers
from evidence.fuzz import fuzzed
from evidence.mutation import mutation, reasons
from evidence.rules import rules, seed_of

from checker.describe import VERSIONS, to_json
from overrides.words.evidence import EVIDENCE, PARTS, checker_hash

ROOT = Path(__file__).parents[2]
FUZZED = 100_000
SPEED = ("calls", "startup", "double_click")
Part = dict[str, object]


def measured_speed() -> list[Part]:
    return [asdict(row) for part in SPEED for row in importlib.import_module(part).rows(5)]


def mutation_score() -> Part:
    """Raises AssertionError where a change that no test noticed has no reason."""
    score = mutation()
    why = reasons()
    survived = [{"where": f"{change.function}: {change.lines}", "why": why[change]} for change in score["survived"]]
    return {
        "tool": score["tool"],
        "mutants": score["mutants"],
        "found": score["killed"] + score["timeout"],
        "seconds": score["seconds"],
        "survived": survived,
    }


def parts(seed: int, report: Path | None) -> dict[str, Callable[[], Part]]:
    return {
        "rules": lambda: rules(1, seed),
        "fuzz": lambda: {"fuzz": fuzzed(FUZZED, seed)._asdict()},
        "mutation": lambda: {"mutation": mutation_score()},
        "browsers": lambda: {"browsers": browsers(report)},
        "speed": lambda: {"speed": measured_speed()},
    }


def against(found: dict[str, Any]) -> list[str]:
    """What the evidence itself holds against the checker, and what was not gathered."""
    wrong = [f"not gathered: {part}" for part in PARTS if part not in found]
    properties = found.get("properties", {})
    wrong += [f"{id_}: {row['first']}" for id_, row in properties.items() if row["against"]]
    wrong += [f"fuzz: {each}" for each in found.get("fuzz", {}).get("wrong", [])[:10]]
    tests = found.get("browsers", {}).get("tests", {})
    return wrong + [f"tests that failed in {engine}: {n['failed']}" for engine, n in tests.items() if n["failed"]]


def main() -> int:
    """Print what is against the checker, and return 1 where anything is. The file is written once all is gathered.

    What was gathered of this checker is kept until then, so that a part can be repeated by itself.
    """
    hash_ = checker_hash(ROOT)
    kept = ROOT / ".cache" / f"evidence-{hash_[:16]}.json"
    parser = argparse.ArgumentParser(description="Repeat the evidence and write it to one file.")
    parser.add_argument("--only", metavar="PART,...", help="repeat these alone")
    parser.add_argument(
        "--report", metavar="FILE", type=Path, help="of a run of every test, as pytest --junitxml wrote it"
    )
    options = parser.parse_args()
    every = parts(seed_of(hash_), options.report)
    chosen = options.only.split(",") if options.only else list(every)
    if unknown := [part for part in chosen if part not in every]:
        parser.error(f"{', '.join(unknown)}: choose from {', '.join(every)}")
    found: dict[str, Any] = json.loads(kept.read_text("utf-8")) if options.only and kept.is_file() else {}
    machine = f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"
    for part in chosen:
        print(f"{part} ...", file=sys.stderr, flush=True)
        found |= every[part]()
        today = {part: {"date": datetime.now(UTC).date().isoformat(), "machine": machine}}
        found["measured"] = found.get("measured", {}) | today
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(to_json(found), encoding="utf-8")
    found |= {
        "checker": hash_,
        "rules-version": VERSIONS["rules"],
        "seed": seed_of(hash_),
    }
    if not set(PARTS) - found.keys():
        (ROOT / "docs" / EVIDENCE).write_text(to_json(found), encoding="utf-8")
    wrong = against(found)
    print("\n".join(wrong) or "nothing against it", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""What the browsers' own tests found: every fault, the same results as Python on its own, and the versions."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sets import parity_sets

from overrides.words.examples import published_examples
from overrides.words.faults import ENGINES, read_faults

__all__ = ["browsers"]

ROOT = Path(__file__).parents[2]
PARITY = "tests/browser/test_parity.py"


class Found(NamedTuple):
    """A test that ran: its file and name, the words in its brackets, and how it came out."""

    test: str
    words: str
    outcome: str


def ran(files: Iterable[str]) -> list[Found]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *sorted(files)]
        subprocess.run(command, cwd=ROOT, check=False, stdout=sys.stderr)
        return reported(report)


def reported(report: Path) -> list[Found]:
    """Every test of a report that pytest wrote."""
    cases = ET.parse(report).getroot().iter("testcase")  # noqa: S314 (pytest's own)
    return [found_of(case) for case in cases]


def found_of(case: ET.Element) -> Found:
    name, _, words = case.attrib["name"].partition("[")
    outcome = "passed"
    for child in case:
        if child.tag in {"failure", "error"}:
            outcome = "failed"
        elif child.tag == "skipped":
            outcome = "skipped"
    return Found(f"{case.attrib['classname'].replace('.', '/')}.py::{name}", words.removesuffix("]"), outcome)


def engine_of(found: Found) -> str:
    return next((engine for engine in ENGINES if re.search(rf"\b{engine}\b", found.words)), "")


def of_what(found: Found) -> str:
    """What its brackets hold beside the browser."""
    return re.sub(rf"^{engine_of(found)}-|-?{engine_of(found)}$", "", found.words)


def together(outcomes: list[str]) -> str:
    """As the worst of them."""
    return next((each for each in ("failed", "passed", "skipped") if each in outcomes), "not tried")


def versions() -> dict[str, str]:
    from browser.engine import starter

    found = {}
    for engine, name in ENGINES.items():
        with starter(engine) as start:
            found[engine] = f"{name} {start().capabilities['browserVersion']}"
    return found


def of_fault(fault: dict[str, str], found: list[Found]) -> dict[str, str]:
    """How a fault's tests came out in each browser: where the test that it names has some for it alone, those."""
    mine = [each for each in found if each.test == fault["test"]]
    mine = [each for each in mine if of_what(each) == fault["id"]] or mine
    return {engine: together([each.outcome for each in mine if engine_of(each) == engine]) for engine in ENGINES}


def browsers(report: Path | None) -> dict[str, object]:
    """From the `report` of a run of every test; without one, the tests that it needs are run."""
    faults = read_faults(ROOT / "docs")
    files = {PARITY, *(fault["test"].partition("::")[0] for fault in faults)}
    every = reported(report) if report else ran(files)
    found = [each for each in every if each.test.partition("::")[0] in files]
    by_engine = {engine: [each for each in found if engine_of(each) == engine] for engine in ENGINES}
    sets = len(parity_sets()) + len(published_examples())
    alike = {
        engine: together([each.outcome for each in tests if each.test.startswith(PARITY)]) == "passed"
        for engine, tests in by_engine.items()
    }
    return {
        "versions": versions(),
        "tests": {
            engine: {outcome: sum(each.outcome == outcome for each in tests) for outcome in ("passed", "failed")}
            for engine, tests in by_engine.items()
        },
        "parity": {engine: f"{sets:,} sets" if alike[engine] else "not shown" for engine in ENGINES},
        "faults": {fault["id"]: of_fault(fault, found) for fault in faults},
    }

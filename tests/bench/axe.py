"""What axe finds, by the tests' own run over every page and every state of the checker."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from table import Row

from overrides.project import ROOT

__all__ = ["TESTS", "rows"]

TESTS = "tests/browser/test_access.py"


def run_tests() -> tuple[int, int]:
    """How many tests there were, and how many failed. Raises RuntimeError, in pytest's words, where none was run."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", TESTS, "--junitxml", str(report)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        suite = ET.parse(report).getroot().find("testsuite") if report.is_file() else None  # noqa: S314 (our own report)
    tests, failures, errors = (0 if suite is None else int(suite.get(name)) for name in ("tests", "failures", "errors"))
    if not tests:
        raise RuntimeError(f"the tests did not run: {(done.stderr or done.stdout).strip()}")
    return tests, failures + errors


def rows(_: int | None) -> Iterator[Row]:
    tests, failed = run_tests()
    what = "axe-core, pages and states of the checker, light and dark"
    yield Row(what, f"{failed} of {tests} fail", "0 violations", missed=failed > 0)

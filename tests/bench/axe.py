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


def rows(_: int | None) -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", TESTS, "--junitxml", str(report)]
        output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
        if not report.is_file():
            raise RuntimeError(output.strip() or "the tests did not run")
        suite = ET.parse(report).getroot().find("testsuite")  # noqa: S314 (our own report)
    failed = sum(int(suite.get(name)) for name in ("failures", "errors"))
    measured = f"{failed} of {suite.get('tests')} fail"
    yield Row("axe-core, pages and states of the checker, light and dark", measured, "0 violations", missed=failed > 0)

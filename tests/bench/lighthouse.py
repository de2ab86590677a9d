"""What Lighthouse gives the pages on a phone, on a site whose publisher confirmed every contact."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bare import build_copy, copy_project
from browsers import FLAGS
from debian import have
from host import serve
from table import Row, note

from overrides.project import ROOT, tool

__all__ = ["rows"]

HERE = Path(__file__).parent
PAGES = {"home": "", "act now": "act-now/", "a policy page": "policy/4-principles/", "checker": "check/"}
WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def installed() -> Path:
    """Lighthouse as `package-lock.json` beside this pins it, in a folder of its own."""
    folder = ROOT / ".cache" / "lighthouse"
    lock = (HERE / "package-lock.json").read_bytes()
    done = folder / "installed.json"
    if not done.is_file() or done.read_bytes() != lock:
        folder.mkdir(parents=True, exist_ok=True)
        for path in (HERE / "package.json", HERE / "package-lock.json", ROOT / ".npmrc"):
            shutil.copyfile(path, folder / path.name)
        tool("npm", "ci", "--no-progress", folder=folder)
        done.write_bytes(lock)
    return folder / "node_modules" / "lighthouse" / "cli" / "index.js"


def report(program: Path, address: str) -> dict[str, Any]:
    """Lighthouse's own report. Raises RuntimeError, in its words, where there is none."""
    (chromium,) = have("chromium")
    command = [
        str(Path(sys.executable).with_name("node")),
        str(program),
        address,
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(WANTED)}",
        f"--chrome-flags={' '.join(FLAGS)}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed: {(done.stderr or done.stdout).strip()}")
    told: dict[str, Any] = json.loads(done.stdout)
    if told.get("runtimeError"):
        raise RuntimeError(f"Lighthouse failed: {told['runtimeError']['message']}")
    return told


def report_or_again(program: Path, address: str) -> dict[str, Any]:
    """Its report, asked for once more where there was none: Chromium now and then loses a trace."""
    try:
        return report(program, address)
    except RuntimeError as error:
        note(f"once more: {error}")
        return report(program, address)


def scores(program: Path, address: str) -> tuple[dict[str, int], set[str]]:
    """The score of each category of `WANTED`, and the audits outside performance that were not passed."""
    told = report_or_again(program, address)
    audits = {
        ref["id"]
        for name in WANTED
        if name != "performance"
        for ref in told["categories"][name]["auditRefs"]
        if ref["weight"] and (told["audits"][ref["id"]]["score"] or 0) < 1
        if told["audits"][ref["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
    }
    return {name: round(100 * told["categories"][name]["score"]) for name in WANTED}, audits


def of_page(name: str, program: Path, address: str, repeats: int) -> Row:
    runs = [scores(program, address) for _ in range(repeats)]
    middle = {category: statistics.median(run[category] for run, _ in runs) for category in WANTED}
    lost = sorted(set().union(*(audits for _, audits in runs)))
    note(f"{name}, not passed: {', '.join(lost) or 'none'}")
    return Row(
        f"Lighthouse, phone, {name}, median of {len(runs)}",
        ", ".join(f"{category} {score:.0f}" for category, score in middle.items()),
        f"at least {', '.join(map(str, WANTED.values()))}",
        missed=any(middle[category] < score for category, score in WANTED.items()),
    )


def rows(repeats: int | None) -> Iterator[Row]:
    program = installed()
    with TemporaryDirectory() as temporary:
        site = build_copy(copy_project(Path(temporary) / "published", published=True))
        with serve(site) as host:
            for name, path in PAGES.items():
                yield of_page(name, program, host.base + path, repeats or 5)

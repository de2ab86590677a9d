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
    found: dict[str, Any] = json.loads(done.stdout)
    if found.get("runtimeError"):
        raise RuntimeError(found["runtimeError"]["message"])
    return found


def scores(program: Path, address: str) -> tuple[dict[str, int], set[str]]:
    """The score of each category of `WANTED`, and the audits outside performance that were not passed."""
    try:
        found = report(program, address)
    except RuntimeError as error:  # Chromium now and then loses a trace, and Lighthouse asks to be run again
        note(f"once more: {error}")
        found = report(program, address)
    audits = {
        ref["id"]
        for name in WANTED
        if name != "performance"
        for ref in found["categories"][name]["auditRefs"]
        if ref["weight"] and (found["audits"][ref["id"]]["score"] or 0) < 1
        if found["audits"][ref["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
    }
    return {name: round(100 * found["categories"][name]["score"]) for name in WANTED}, audits


def rows(repeats: int | None) -> Iterator[Row]:
    program = installed()
    with TemporaryDirectory() as temporary:
        site = build_copy(copy_project(Path(temporary) / "published", published=True))
        with serve(site) as host:
            for called, path in PAGES.items():
                if not (site / path / "index.html").is_file():
                    continue
                runs = [scores(program, host.base + path) for _ in range(repeats or 5)]
                middle = {name: statistics.median(run[name] for run, _ in runs) for name in WANTED}
                lost = sorted(set().union(*(audits for _, audits in runs)))
                note(f"{called}, not passed: {', '.join(lost) or 'none'}")
                measured = ", ".join(f"{name} {score:.0f}" for name, score in middle.items())
                wanted = ", ".join(str(score) for score in WANTED.values())
                yield Row(f"Lighthouse, phone, {called}, median of {len(runs)}", measured, f"at least {wanted}")

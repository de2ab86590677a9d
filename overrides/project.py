"""The project on this machine: its folder, the tools and packages it installs, and the day that a build bears."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

__all__ = ["ROOT", "integrity", "moment_of_build", "node_modules", "tool"]

ROOT = Path(__file__).resolve().parents[1]


def tool(name: str, *arguments: str, folder: Path = ROOT, **environment: str) -> None:
    """Run one of the environment's commands, its output on the screen. Raises CalledProcessError where it fails."""
    command = [str(Path(sys.executable).with_name(name)), *arguments]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **environment})  # noqa: S603


def packages(lock: Path) -> dict[str, dict[str, object]]:
    """The npm packages that a lock names; none where there is no lock."""
    if not lock.is_file():
        return {}
    named = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {folder: package for folder, package in named.items() if folder}


def node_modules(*, dev: bool = False) -> Path:
    """The folder of npm packages, installed if what is asked for is not there yet.

    Those that the site is made with; with `dev`, those that only tests and lint use as well. Once these are there they
    stay, whoever asks. The optional packages are for other kinds of machine, but for one: npm knows which.
    """
    modules = ROOT / "node_modules"
    locked, there = packages(ROOT / "package-lock.json"), packages(modules / ".package-lock.json")
    dev = dev or any(package.get("dev") for package in there.values())
    wanted = {
        folder: package
        for folder, package in locked.items()
        if (dev or not package.get("dev")) and not package.get("optional")
    }
    if not wanted.items() <= there.items():
        tool("npm", "ci", "--no-progress", *([] if dev else ["--omit=dev"]))
    return modules


def integrity(content: bytes) -> str:
    """The hash by which a browser knows a file or a script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def moment_of_build() -> datetime:
    """The moment that the built pages bear: the last commit's, so that two builds of it have the same bytes.

    `SOURCE_DATE_EPOCH` says another, in seconds.
    """
    asked = ["git", "log", "-1", "--format=%ct"]
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds and shutil.which("git"):
        seconds = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
    return datetime.fromtimestamp(int(seconds or 0), UTC)

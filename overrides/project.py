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


def node_modules() -> Path:
    """The packages of `package-lock.json`, installed if they are not there yet."""
    modules = ROOT / "node_modules"
    wanted = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = modules / ".package-lock.json"
    there = json.loads(installed.read_text(encoding="utf-8"))["packages"] if installed.is_file() else {}
    if there != {name: package for name, package in wanted.items() if name}:
        tool("npm", "ci", "--no-progress")
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

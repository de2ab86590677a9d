"""Python for the page: Pyodide from its npm package, the checker's wheel, and the lock that names the wheel's sha256.

Kept in `.cache/runtime/` by the hash of what it is made from, so that it is made once.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["ROOT", "node_modules", "runtime", "tool"]

ROOT = Path(__file__).resolve().parents[2]
FIRST_DAY_OF_2020 = 1577836800
FROM_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


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


def made_from() -> str:
    """The hash of all that the runtime is made from."""
    paths = [
        *sorted((ROOT / "checker").glob("*.py")),
        ROOT / "package-lock.json",
        ROOT / "pyproject.toml",
        Path(__file__),
    ]
    found = hashlib.sha256()
    for path in paths:
        found.update(f"{path.name}\0".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def wheel(folder: Path) -> Path:
    """The wheel of `checker/`: the same bytes from the same files, whatever the day of the commit."""
    command = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder))
    tool("python", *command, SOURCE_DATE_EPOCH=str(FIRST_DAY_OF_2020))
    (found,) = folder.glob("*.whl")
    return found


def make(folder: Path) -> None:
    pyodide = node_modules() / "pyodide"
    for name in FROM_PYODIDE:
        shutil.copyfile(pyodide / name, folder / name)
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    empty = folder / "empty.json"
    empty.write_text(json.dumps({"info": info, "packages": {}}), encoding="utf-8")
    made = wheel(folder)
    lock = folder / "pyodide-lock.json"
    tool(
        "pyodide",
        "lockfile",
        "add-wheels",
        "--input",
        str(empty),
        "--output",
        str(lock),
        "--base-path",
        str(folder),
        str(made),
    )
    empty.unlink()


def runtime() -> Path:
    """The folder of everything that the page fetches to run the checker."""
    done = ROOT / ".cache" / "runtime" / made_from()
    if not done.is_dir():
        making = done.with_suffix(".making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        make(making)
        making.rename(done)
    return done

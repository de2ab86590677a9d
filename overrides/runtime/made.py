"""Python for the page, in one folder: the snapshot that the checker starts from, and what the ordinary start needs.

The ordinary start, for when the snapshot cannot be used, takes Pyodide from its npm package, the checker's wheel, and
the lock that names the wheel's sha256. `manifest.json` names every file with its sha256, as a browser takes it.

Kept in `.cache/runtime/` by the hash of what it is made from, so that it is made once. The site has it in a folder that
is named by what it holds.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from overrides.hosting.compression import compress_best
from overrides.project import ROOT, integrity, node_modules, tool
from overrides.runtime import snapshot

__all__ = ["COMPRESSED", "compress_runtime", "name_of", "ordinary", "runtime"]

COMPRESSED = ROOT / ".cache" / "compressed"
FIRST_DAY_OF_2020 = 1577836800
FROM_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def made_from() -> str:
    """The hash of all that the runtime is made from."""
    paths = [
        *sorted((ROOT / "checker").glob("*.py")),
        *sorted(path for path in snapshot.SOURCES.rglob("*") if path.suffix in {".py", ".js", ".mjs"}),
        ROOT / "package-lock.json",
        ROOT / "pyproject.toml",
    ]
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    return whole.hexdigest()[:16]


def wheel(folder: Path) -> Path:
    """The wheel of `checker/`: the same bytes from the same files, whatever the day of the commit."""
    command = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder))
    tool("python", *command, SOURCE_DATE_EPOCH=str(FIRST_DAY_OF_2020))
    (made,) = folder.glob("*.whl")
    return made


def lock_of(made: Path, info: object, out: Path) -> None:
    """A lock that names the wheel `made` alone."""
    empty = out.with_name("empty.json")
    empty.write_text(json.dumps({"info": info, "packages": {}}), encoding="utf-8")
    files = ("--input", str(empty), "--output", str(out), "--base-path", str(out.parent))
    tool("pyodide", "lockfile", "add-wheels", *files, str(made))
    empty.unlink()


def ordinary(folder: Path) -> Path:
    """Put into `folder` all that Pyodide's ordinary start of the checker needs, and return the wheel among it."""
    pyodide = node_modules() / "pyodide"
    for name in FROM_PYODIDE:
        shutil.copyfile(pyodide / name, folder / name)
    made = wheel(folder)
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    lock_of(made, info, folder / "pyodide-lock.json")
    return made


def make(folder: Path) -> None:
    pyodide = node_modules() / "pyodide"
    made = ordinary(folder)
    made = made.rename(made.with_suffix(".zip"))  # some networks stop a file that is named as a program's is
    with tempfile.TemporaryDirectory() as working:
        memory = snapshot.memory(pyodide, made, Path(working))
    wasm = (pyodide / "pyodide.asm.wasm").read_bytes()
    (folder / "snapshot.wasm").write_bytes(snapshot.snapshot_wasm(wasm, memory))
    shutil.copyfile(snapshot.SOURCES / "worker.js", folder / "worker.js")
    manifest = {path.name: integrity(path.read_bytes()) for path in sorted(folder.iterdir())}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


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


def compress_runtime(folder: Path) -> None:
    """Compress the files of a built site's runtime as small as can be: half a minute the first time, kept by hash."""
    compress_best(folder, COMPRESSED)


def name_of(made: Path) -> str:
    """The name of the site's folder of a runtime: the hash of its manifest, and so of all its files."""
    return hashlib.sha256((made / "manifest.json").read_bytes()).hexdigest()[:16]

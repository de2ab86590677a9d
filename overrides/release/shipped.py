"""What a built site is made of that others wrote: each part's version and licence, and what stands in which."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from overrides.project import ROOT, node_modules

__all__ = ["BUILDS_ONLY", "Shipped", "shipped"]


@dataclass(frozen=True)
class Shipped:
    """A part of the site; `version` and `index` (npm, pypi) are empty where it comes only within another, `within`."""

    name: str
    licence: str
    """As SPDX writes it."""
    version: str = ""
    index: str = ""
    within: str = ""


BUILDS_ONLY = {"esbuild"}
"""Packages that make the site, and are not in it."""
PYODIDE, PYTHON, THEME = "pyodide", "cpython", "mkdocs-material"
IN_PYODIDE = {"error-stack-parser": "MIT", "musl": "MIT", "stackframe": "MIT"}
IN_PYTHON = {
    "bzip2": "bzip2-1.0.6",
    "expat": "MIT",
    "hacl-star": "MIT",
    "libffi": "MIT",
    "liblzma": "0BSD",
    "libmpdec": "BSD-2-Clause",
    "mimalloc": "MIT",
    "minilz4": "MIT",
    "siphash": "MIT",
    "sqlite": "blessing",
    "uvloop": "MIT",
    "zlib": "Zlib",
    "zstd": "BSD-3-Clause",
}
IN_THEME = {
    "clipboard": "MIT",
    "escape-html": "MIT",
    "focus-visible": "W3C",
    "font-awesome-free": "CC-BY-4.0",
    "lunr": "MIT",
    "material-design-icons": "Apache-2.0",
    "rxjs": "Apache-2.0",
    "tiny-emitter": "MIT",
    "tslib": "0BSD",
}


def npm_packages() -> list[Shipped]:
    """The npm packages whose code is in the site, as the lock has them."""
    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {name: locked[f"node_modules/{name}"] for name in named if name not in BUILDS_ONLY}
    return [Shipped(name, package["license"], package["version"], "npm") for name, package in packages.items()]


def python(pyodide: Path) -> list[Shipped]:
    """Python, and what it was made for the browser with, as Pyodide's own lock names them."""
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    emscripten = info["platform"].removeprefix("emscripten_").replace("_", ".")
    return [
        Shipped(PYTHON, "Python-2.0.1", info["python"], within=PYODIDE),
        Shipped("emscripten", "MIT OR NCSA", emscripten, within=PYODIDE),
    ]


def shipped() -> list[Shipped]:
    """Every part of a site that others wrote."""
    within = {PYODIDE: IN_PYODIDE, PYTHON: IN_PYTHON, THEME: IN_THEME}
    return [
        *npm_packages(),
        *python(node_modules() / "pyodide"),
        Shipped(THEME, "MIT", version(THEME), "pypi"),
        *(Shipped(name, licence, within=part) for part, names in within.items() for name, licence in names.items()),
    ]

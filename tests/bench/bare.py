"""Copies of this project, and a bare Material site of the same words, each built apart from this project's own site.

The pages of the bare site are the built pages' own words as plain Markdown (see `words`): headings, paragraphs, lists,
tables and links, as somebody would have written them who had Material alone. Our sources would not do, as most of their
words come from includes and blocks; nor would our built HTML, which would lay the cost of our markup on the bare site
too, and spare it the work of reading Markdown.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from chosen import DOCS
from pages.plainness import SOURCES, built, named
from words import markdown

from overrides.project import ROOT

__all__ = ["build_bare", "build_copy", "copy_project", "multiply_pages", "write_bare_project"]

SHARED = (".cache", "node_modules")
COPIED = (
    "checker",
    "docs",
    "overrides",
    "tests",
    ".npmrc",
    "LICENSE",
    "mkdocs.yml",
    "package-lock.json",
    "package.json",
    "pyproject.toml",
)
"""What a build reads: the tests too, as it looks for those that the hazard log names."""
EXTENSIONS = ["attr_list", "def_list", "tables", {"toc": {"permalink": False}}]


def read_config(folder: Path = ROOT) -> dict[str, Any]:
    return yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))


def write_config(folder: Path, config: dict[str, Any]) -> None:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")


def moved(item: Any, folder: str) -> Any:
    """A part of the navigation, as it is for the same pages in another folder."""
    if isinstance(item, str):
        return f"{folder}/{item}"
    if isinstance(item, list):
        return [moved(entry, folder) for entry in item]
    return {title: moved(entry, folder) for title, entry in item.items()}


def expanded_nav() -> list[Any]:
    """The navigation of the project, with the sections of the policy in their place."""
    put_together: dict[str, Any] = read_config(DOCS.parent)
    return put_together["nav"]


def published_files(docs: Path) -> list[Path]:
    """The pages in a project's `docs`, and the files that MkDocs publishes beside them."""
    files = (path.relative_to(docs) for path in sorted(docs.rglob("*")) if path.is_file())
    return [file for file in files if file.parts[0] != "parts" and file.suffix != ".toml"]


def multiply_pages(folder: Path, times: int) -> None:
    """Give the project in `folder` each of its pages `times` over: a folder for each copy, named in the navigation."""
    config, docs = read_config(folder), folder / "docs"
    config["nav"], nav = list(config["nav"]), expanded_nav()
    pages_in = DOCS if (docs / "parts").is_dir() else docs  # ours have still to be put together
    files = published_files(pages_in)
    for number in range(2, times + 1):
        copy = f"copy-{number}"
        for file in files:
            target = docs / copy / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(pages_in / file, target)
        config["nav"].append({f"Copy {number}": moved(nav, copy)})
    write_config(folder, config)


def publish(folder: Path) -> None:
    """Have the publisher of the project in `folder` publish it as their own, with every contact confirmed and shown."""
    config = read_config(folder)
    config["extra"]["publisher"]["published"] = True
    for contact in config["extra"]["contacts"]:
        contact["confirmed"] = contact["confirmed"] or "2026-11-01"
        contact["show"] = contact["show"] or "council.example"
        contact["href"] = contact["href"] or "https://council.example/"
        if "shown" in contact:
            contact["shown"] = True
    write_config(folder, config)


def copy_project(folder: Path, *, published: bool = False) -> Path:
    """A copy of this project, which shares what it has installed and made; `published` as by a publisher of its own."""
    folder.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, folder / name)
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    if published:
        publish(folder)
    return folder


def build_copy(folder: Path) -> Path:
    """Build a `copy_project` and return its site. Raises RuntimeError, saying why, where it is not built."""
    run(folder, "overrides.build")
    return folder / "site"


def write_bare_project(site: Path, folder: Path) -> Path:
    """Write into `folder` a project for Material alone, with the words of this project's built `site`."""
    for source in SOURCES:
        target = folder / "docs" / named(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(built(site, source).read_text(encoding="utf-8")), encoding="utf-8")
    ours = read_config()
    config = {
        "site_name": ours["site_name"],
        "site_url": "",
        "nav": expanded_nav(),
        "theme": {"name": "material", "language": "en", "font": False},
        "plugins": ["search"],
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore", "unrecognized_links": "ignore"}},
        "markdown_extensions": EXTENSIONS,
    }
    write_config(folder, config)
    return folder


def build_bare(folder: Path) -> Path:
    """Build a `write_bare_project` and return its site. Raises RuntimeError, saying why, where it is not built."""
    run(folder, "mkdocs", "build", "--quiet", "--clean")
    return folder / "site"


def run(folder: Path, module: str, *arguments: str) -> None:
    """Run a module of Python in `folder`. Raises RuntimeError with all that it says but how far it has come."""
    own = {"PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"}
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, **own}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if not line.startswith("INFO")]
        raise RuntimeError(f"{module} failed:\n" + "\n".join(lines).strip())

"""A bare Material site of the same words, and copies of a site's pages.

Its pages are the built pages' own words as plain Markdown (see `words`): headings, paragraphs, lists, tables and links,
as somebody would have written them who had Material alone. Our sources would not do, as most of their words come from
includes and blocks; nor would our built HTML, which would lay the cost of our markup on the bare site too, and spare it
the work of reading Markdown.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from pages.plainness import SOURCES, built, named
from words import markdown

from overrides.project import ROOT

__all__ = ["bare_build", "bare_project", "copies", "project", "project_build"]

NOT_COPIED = shutil.ignore_patterns(
    ".git", ".cache", ".venv", ".*_cache", "__pycache__", "node_modules", "site", "site.making", "tests"
)
EXTENSIONS = ["attr_list", "def_list", "tables", {"toc": {"permalink": False}}]


def settings(folder: Path = ROOT) -> dict[str, Any]:
    return yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))


def write_settings(folder: Path, found: dict[str, Any]) -> None:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(found, sort_keys=False), encoding="utf-8")


def moved(item: Any, folder: str) -> Any:
    """A part of the navigation, of the same pages in another folder."""
    if isinstance(item, str):
        return f"{folder}/{item}"
    if isinstance(item, list):
        return [moved(each, folder) for each in item]
    return {name: moved(each, folder) for name, each in item.items()}


def copies(folder: Path, times: int) -> None:
    """Have the pages of the project in `folder` `times` over: each copy a folder of them, and in the navigation."""
    found = settings(folder)
    nav = found["nav"]
    found["nav"] = list(nav)
    for number in range(2, times + 1):
        name = f"copy-{number}"
        for source in SOURCES:
            target = folder / "docs" / name / named(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / "docs" / named(source), target)
        found["nav"].append({f"Copy {number}": moved(nav, name)})
    write_settings(folder, found)


def project(folder: Path, *, published: bool = False) -> Path:
    """A copy of this project that is built apart from it; `published`: by a publisher who confirmed every contact."""
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
    for shared in (".cache", "node_modules"):
        (folder / shared).symlink_to(ROOT / shared)
    if published:
        found = settings(folder)
        found["extra"]["publisher"]["published"] = True
        for contact in found["extra"]["contacts"]:
            contact["confirmed"] = contact["confirmed"] or "2026-11-01"
            contact["show"] = contact["show"] or "council.example"
            contact["href"] = contact["href"] or "https://council.example/"
        write_settings(folder, found)
    return folder


def project_build(folder: Path) -> Path:
    """Build a `project` and return its site. Raises RuntimeError, saying why, where it is not built."""
    run(folder, "overrides.build")
    return folder / "site"


def bare_project(site: Path, folder: Path) -> Path:
    for source in SOURCES:
        target = folder / "docs" / named(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(built(site, source).read_text(encoding="utf-8")), encoding="utf-8")
    ours = settings()
    write_settings(
        folder,
        {
            "site_name": ours["site_name"],
            "site_url": "",
            "nav": ours["nav"],
            "theme": {"name": "material", "language": "en", "font": False},
            "plugins": ["search"],
            "validation": {"links": {"not_found": "ignore", "anchors": "ignore", "unrecognized_links": "ignore"}},
            "markdown_extensions": EXTENSIONS,
        },
    )
    return folder


def bare_build(folder: Path) -> Path:
    """Build a `bare_project` and return its site. Raises RuntimeError, saying why, where it is not built."""
    run(folder, "mkdocs", "build", "--quiet", "--clean")
    return folder / "site"


def run(folder: Path, module: str, *arguments: str) -> None:
    own = {"PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"}
    command = [sys.executable, "-m", module, *arguments]
    environment = {**os.environ, **own}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{module}: {(done.stderr or done.stdout).strip()[-500:]}")

"""The pages' scripts, each joined from its parts into one: a page in a folder of the device runs no modules."""

from __future__ import annotations

from pathlib import Path

from overrides.project import ROOT, node_modules, tool

__all__ = ["SCRIPTS", "SOURCES", "join_scripts"]

SOURCES = ROOT / "overrides" / "scripts"
SCRIPTS = {
    "leave": "leave.js",
    "page": "page/main.js",
    "keep": "keep.js",
    "asked": "asked.js",
    "checker/checker": "checker/main.js",
    "checker/practice": "practice.js",
}
"""Each script in the site's `assets/`, without its suffix, and the part of it that imports the others."""
AS_CLASSIC_SCRIPTS = ("--bundle", "--format=iife", "--target=es2022", "--charset=utf8")
SHORT = ("--minify", "--log-level=warning")


def join_scripts(site: Path) -> None:
    """Put every script into a built site: the same bytes from the same parts. Raises CalledProcessError."""
    esbuild = str(node_modules() / "esbuild/bin/esbuild")
    entries = [f"{name}={SOURCES.relative_to(ROOT) / entry}" for name, entry in SCRIPTS.items()]
    tool("node", esbuild, *entries, *AS_CLASSIC_SCRIPTS, *SHORT, f"--outdir={site / 'assets'}")

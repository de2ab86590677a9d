"""The whole site into `site/`: the words are read and checked, then each stage of `STAGES` in order."""

from __future__ import annotations

import logging
import shutil
import sys
from pathlib import Path

from overrides.project import ROOT, moment_of_build
from overrides.stages import STAGES, Making, NotBuiltError
from overrides.words.checks import WordsError, checked_words
from overrides.words.evidence import checker_hash, read_evidence
from overrides.words.settings import open_matters, read_settings, site_address

__all__ = ["build", "release_problems"]


def release_problems() -> list[str]:
    """Why the site may not be published as the publisher's own; empty where it may."""
    problems = open_matters(read_settings(ROOT / "mkdocs.yml"))
    if read_evidence(ROOT / "docs")["checker"] != checker_hash(ROOT):
        problems.append("the evidence is of an earlier checker: `uv run poe evidence` repeats it")
    if not site_address(ROOT / "mkdocs.yml"):
        problems.append("site_url: give the address of the site, or its page for what is not found leads astray")
    return problems


def build(site: Path = ROOT / "site", *, for_hosts: bool = True) -> Path:
    """Make the site and return its folder. Raises NotBuiltError, and leaves a site that was there.

    `for_hosts`: with its files compressed too, which takes half a minute the first time.
    """
    settings = read_settings(ROOT / "mkdocs.yml")
    folder = site.with_name(f"{site.name}.making")
    try:
        words = checked_words(ROOT / "docs", settings)
        making = Making(folder, settings, words, moment_of_build(), site_address(ROOT / "mkdocs.yml"))
        for stage in STAGES:
            if for_hosts or not stage.for_hosts:
                stage.run(making)
    except WordsError as error:
        raise NotBuiltError("\n- ".join(["The site was not built:", *error.problems])) from None
    shutil.rmtree(site, ignore_errors=True)
    folder.rename(site)
    return site


def main() -> int:
    logging.basicConfig(format="%(levelname)-8s %(message)s", level=logging.INFO)
    if "--release" in sys.argv[1:]:
        problems = release_problems()
        if problems:
            print("This is not ready to be released:", *problems, sep="\n- ", file=sys.stderr)
            return 1
    try:
        print(f"The site is in {build()}")
    except NotBuiltError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

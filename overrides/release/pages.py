"""The site for GitHub Pages, as the one file that it takes: a draft, or what may be released.

A site that the publisher publishes as its own goes out only as a release would: approved, confirmed, answered.
"""

from __future__ import annotations

import sys

from overrides.build import build
from overrides.editions.edition import Edition, NoEditionError, edition_named
from overrides.editions.matters import release_problems
from overrides.project import ROOT, moment_of_build
from overrides.release.archive import tar
from overrides.stages import NotBuiltError

__all__ = ["ARTIFACT", "refusals"]

ARTIFACT = ROOT / "dist" / "artifact.tar"
"""By the name under which GitHub Pages looks for it."""


def refusals(edition: Edition) -> list[str]:
    """Why the site may not go out as it is; empty where it may."""
    return release_problems(edition) if edition.settings["publisher"]["published"] else []


def main() -> int:
    try:
        edition = edition_named()
        problems = refusals(edition)
        if problems:
            print("This is not ready to be published:", *problems, sep="\n- ", file=sys.stderr)
            return 1
        site = build(edition=edition)
    except (NoEditionError, NotBuiltError) as error:
        print(error, file=sys.stderr)
        return 1
    ARTIFACT.parent.mkdir(exist_ok=True)
    tar(site, ARTIFACT, moment_of_build())
    print(f"The site is in {ARTIFACT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

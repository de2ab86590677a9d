"""The edition that the tests are run on: the project's own, or the one that EDITION names.

`EDITION=tests/editions/aldermere pytest tests/pages` runs the tests of pages on another council's.
"""

from __future__ import annotations

import atexit
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.editions.assemble import put_together
from overrides.editions.edition import EDITIONS, OWN_PARTS, Edition, edition_named
from overrides.project import ROOT

__all__ = ["DOCS", "EDITION", "SETTINGS", "SITE", "WRITTEN", "edition_with"]

EDITION = edition_named()
SETTINGS = EDITION.settings
SITE = ROOT / ".cache" / "editions" / EDITION.folder.name if EDITION.folder else ROOT / "site"

_put_together = TemporaryDirectory()
atexit.register(_put_together.cleanup)
DOCS = Path(_put_together.name) / "docs"
"""The pages and the parts of the edition, as its site is made from them."""
put_together(EDITION, DOCS.parent)


def written() -> list[Path]:
    """The files of words as somebody writes them: before the sections of the policy are put among the pages."""
    ours = (ROOT / "docs").rglob("*")
    if not EDITION.folder:
        return [path for path in ours if not path.is_relative_to(ROOT / EDITIONS)]
    own = [ROOT / "docs/parts" / part for part in OWN_PARTS]
    shared = [path for path in ours if not any(path.is_relative_to(part) for part in own)]
    return [*shared, *EDITION.parts.rglob("*")]


WRITTEN = sorted(path for path in written() if path.suffix in {".md", ".toml"})


def edition_with(address: str = "", **settings: object) -> Edition:
    """The edition with other settings, at that address."""
    edition = Edition(ROOT, EDITION.folder)
    edition.config["site_url"] = address
    edition.config["extra"].update(settings)
    return edition

"""What still stands in the way of a release of an edition."""

from __future__ import annotations

from overrides.editions.edition import Edition
from overrides.words.evidence import checker_hash, read_evidence
from overrides.words.settings import open_matters

__all__ = ["EVIDENCE", "release_problems"]

EVIDENCE = "the evidence is of an earlier checker: whoever keeps the checker repeats it, by `uv run poe evidence`"


def release_problems(edition: Edition) -> list[str]:
    """Why the site may not be published as the publisher's own; empty where it may."""
    problems = [line.replace("mkdocs.yml", edition.settings_file.name) for line in open_matters(edition.settings)]
    problems += edition.to_read_again()
    if read_evidence(edition.root / "docs")["checker"] != checker_hash(edition.root):
        problems.append(EVIDENCE)
    if edition.address and not edition.address.startswith("https://"):
        problems.append(f"site_url: {edition.address} does not begin with https://")
    if not edition.address:
        problems.append("site_url: give the address of the site, or its page for what is not found leads astray")
    return problems

"""`CHANGELOG.md`, made of the changes that the page about this site shows: they are written once."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from overrides.project import ROOT
from overrides.words.changes import Change, read_changes
from overrides.words.settings import day

__all__ = ["CHANGELOG", "changelog"]

CHANGELOG = ROOT / "CHANGELOG.md"
HEAD = """\
# What changed

The newest first. `uv run poe changelog` writes this file from `docs/parts/changes.toml`: write there, not here.
"""


def entry(change: Change) -> str:
    clauses = f" Clauses: {', '.join(change.clauses)}." if change.clauses else ""
    rules = f" Rules of the checker: version `{change.rules[:12]}`." if change.rules else ""
    return f"- {change.what}{clauses}{rules}"


def changelog(newest_first: list[Change]) -> str:
    days = groupby(newest_first, attrgetter("date"))
    parts = ["\n".join([f"## {day(date)}", "", *map(entry, changes)]) for date, changes in days]
    return "\n\n".join([HEAD.rstrip(), *parts, ""])[:-1]


def main() -> None:
    CHANGELOG.write_text(changelog(read_changes(ROOT / "docs")), encoding="utf-8")


if __name__ == "__main__":
    main()

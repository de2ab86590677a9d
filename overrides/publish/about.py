"""What a page says of the site itself: its status, how to cite it, what changed, what it ships."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from checker.tree import Node, clause_links, el
from overrides.publish.entries import read_part
from overrides.publish.page import draft, edition
from overrides.publish.settings import Settings, day, open_matters

__all__ = ["Change", "changes", "publisher", "read_changes", "status"]

CHANGE = {"date": date, "what": str, "clauses": list}
RULES = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Change:
    """What changed on a day, and in which clauses; none where it was not the policy's words that changed.

    `rules` is the version of the checker's rules from that day on, where they changed.
    """

    date: str
    what: str
    clauses: tuple[str, ...]
    rules: str = ""


def read_changes(docs: Path) -> list[Change]:
    """The changes, the newest first. Raises ValueError, naming the file and the entry, where one is not in its form."""
    rows: list[dict[str, Any]] = read_part(docs, "changes.toml").get("change", [])
    found = []
    for number, row in enumerate(rows, 1):
        rules = row.pop("rules", None)
        wrong = row.keys() != CHANGE.keys() or any(not isinstance(row[key], kind) for key, kind in CHANGE.items())
        if wrong or not (rules is None or (isinstance(rules, str) and RULES.fullmatch(rules))):
            raise ValueError(
                f'changes.toml, entry {number}: write date = 2027-03-01, what = "…" and clauses = ["c-4-b"]; and where '
                'the checker\'s rules changed, rules = "…", the version that `python -m checker diff OLD NEW` names'
            )
        found.append(Change(row["date"].isoformat(), row["what"], tuple(row["clauses"]), rules or ""))
    return sorted(found, key=lambda change: change.date, reverse=True)


def rules_note(rules: str) -> list[Node]:
    return [el("p", "rules-version", "Rules of the checker: version ", el("code", "", rules[:12]))] if rules else []


def changes(found: list[Change]) -> Node:
    rows = (
        node
        for change in found
        for node in (
            el("dt", "", el("time", {"datetime": change.date}, day(change.date))),
            el("dd", "", change.what, *clause_links(change.clauses), *rules_note(change.rules)),
        )
    )
    return el("dl", "changes", *rows)


def publisher(settings: Settings) -> Node:
    """Who publishes the site."""
    name = settings["publisher"]["name"]
    if settings["publisher"]["published"]:
        return el("p", "", f"This site is run by {name}.")
    return el("p", "", f"This is a draft, made for {name} to adopt. {name} does not publish it.")


def status(settings: Settings) -> Node:
    """Whose edition this is, who approved what, and what still stands in the way of publishing it."""
    left = open_matters(settings)
    waiting = [el("p", "", "Before it can be published:"), el("ul", "open-matters", *(el("li", "", m) for m in left))]
    return el(
        "div",
        "site-status",
        el("p", "", el("strong", "", f"{settings['edition'][0].upper()}{settings['edition'][1:]}.")),
        edition(settings),
        draft(settings),
        *(waiting if left else []),
    )

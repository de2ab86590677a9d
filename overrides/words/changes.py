"""What changed in the site, as `docs/parts/changes.toml` holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from overrides.words.entries import read_part

__all__ = ["Change", "read_changes"]

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
    changes = []
    for number, row in enumerate(rows, 1):
        rules = row.pop("rules", None)
        wrong = row.keys() != CHANGE.keys() or any(not isinstance(row[key], kind) for key, kind in CHANGE.items())
        if wrong or not (rules is None or (isinstance(rules, str) and RULES.fullmatch(rules))):
            raise ValueError(
                f'changes.toml, entry {number}: write date = 2027-03-01, what = "…" and clauses = ["c-4-b"]; and where '
                'the checker\'s rules changed, rules = "…", the version that `python -m checker diff OLD NEW` names'
            )
        changes.append(Change(row["date"].isoformat(), row["what"], tuple(row["clauses"]), rules or ""))
    return sorted(changes, key=lambda change: change.date, reverse=True)

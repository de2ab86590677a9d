"""What is wrong with the words and the settings, each in a line that whoever wrote them can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from overrides.publish.clauses import BULLET, MARK, read_clauses, uncited

__all__ = ["problems"]

LIKE_A_MARK = re.compile(r"\[\s*c\s*[-.]\s*\d[^\]\n]*\]?", re.IGNORECASE)


def text_of(path: Path) -> str:
    """Raises ValueError, naming the file, where it is not plain UTF-8."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        raise ValueError(f"{path.name} is not saved as UTF-8: save it again with that encoding") from None
    if text.startswith("\ufeff"):
        raise ValueError(f"{path.name} is saved with a byte order mark: save it as UTF-8 without one")
    return text


def mark_problems(path: Path) -> Iterator[str]:
    """Marks of one part that would be published as text, and days that are none."""
    before = ""
    for number, line in enumerate(text_of(path).splitlines(), 1):
        point = BULLET.match(line)
        start = point.end() if point else 0
        mark = MARK.match(line, start) if point or not before.strip() else None
        for like in LIKE_A_MARK.finditer(line):
            if not mark or like.start() != start:
                yield (
                    f"{path.name}, line {number}: {like[0]} is not read as a mark. Write it as [c-4-b], with a space "
                    "after it, at the start of a point or of a paragraph that has an empty line before it"
                )
        if mark and mark[2]:
            try:
                date.fromisoformat(mark[2])
            except ValueError:
                yield f"{path.name}, line {number}: {mark[2]} is no day. Write year-month-day, such as 2027-03-01"
        before = line


def setting_problems(parts: Path, settings: Any) -> Iterator[str]:
    approved = settings["approved_wording"]
    known = sorted(path.stem for path in parts.glob("*.md"))
    if not isinstance(approved, list):
        yield f"mkdocs.yml, approved_wording: write a list in brackets, such as [{known[-1]}]"
        return
    for part in approved:
        if part not in known:
            yield f"mkdocs.yml, approved_wording: there is no part called {part}; there are {', '.join(known)}"


def problems(docs: Path, settings: Any) -> list[str]:
    """Why the pages cannot be made of these words; empty where they can. `settings` is `extra` of mkdocs.yml."""
    parts = docs / "parts" / "policy"
    try:
        found = [problem for path in sorted(parts.glob("*.md")) for problem in mark_problems(path)]
        found += setting_problems(parts, settings)
        clauses = read_clauses(docs)
        lost = [id_ for id_ in (parts / "clause_ids.txt").read_text("utf-8").split() if id_ not in clauses]
        found += [f"[{id_}] is gone: put it back before its words, or withdraw it: ids are for good" for id_ in lost]
        return [*found, *uncited(docs, clauses)]
    except ValueError as error:
        return [str(error)]

"""The faults that are tried in three browsers, as `docs/parts/faults.toml` lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from overrides.words.entries import is_words, key_problems, read_part

__all__ = ["ENGINES", "GROUPS", "Fault", "read_faults"]

FAULTS = "faults.toml"
FAULT_KEYS = ("id", "group", "done", "sees", "test")
ENGINES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKitGTK"}
GROUPS = {
    "network": "The network goes down",
    "file": "A file is missing, cut short or altered",
    "type": "A file arrives as something else",
    "browser": "The browser refuses what the checker needs",
    "storage": "Storing is refused, fails or is cut short",
    "update": "The site changes while a page is open",
    "back": "The reader goes away and comes back",
    "private": "A private window",
}

Fault = Mapping[str, Any]


def fault_problems(row: Any) -> Iterator[str]:
    """What is wrong with an entry."""
    if not isinstance(row, dict):
        yield "it is not a table"
        return
    yield from key_problems(row, FAULT_KEYS, optional=("not_in",))
    yield from (f"{key} wants words in quotes" for key in FAULT_KEYS if key in row and not is_words(row[key]))
    if is_words(row.get("group")) and row["group"] not in GROUPS:
        yield f"group {row['group']} is not known: it is one of {', '.join(GROUPS)}"
    left_out = row.get("not_in", {})
    if not isinstance(left_out, dict) or not all(map(is_words, left_out.values())):
        yield 'not_in wants each browser with the reason: not_in = { webkit = "…" }'
    else:
        yield from (f"{each} is no browser: it is one of {', '.join(ENGINES)}" for each in left_out.keys() - ENGINES)
        if not ENGINES.keys() - left_out:
            yield "it is tried in no browser"


def read_faults(docs: Path) -> list[Fault]:
    """Each fault that is tried: its id, what was done, what the reader sees, and the test that shows it.

    `not_in` says for a browser why it cannot be had there. Raises ValueError with a line for each problem.
    """
    rows = read_part(docs, FAULTS).get("fault")
    if not isinstance(rows, list) or not rows:
        raise ValueError(f"{FAULTS}: there is no [[fault]]")
    ids = [str(row.get("id", "without an id")) if isinstance(row, dict) else "without an id" for row in rows]
    problems = [f"{id_}: {each}" for id_, row in zip(ids, rows, strict=True) for each in fault_problems(row)]
    problems += [f"{id_} is there twice" for id_, count in Counter(ids).items() if count > 1]
    if problems:
        raise ValueError("\n".join(f"{FAULTS}, fault {problem}" for problem in problems))
    return rows

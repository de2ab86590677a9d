"""The entries of the files in `docs/parts`, each a table of TOML: how they are read, and what may be wrong with one."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

__all__ = ["day_problems", "is_words", "key_problems", "read_part"]


def read_part(docs: Path, name: str) -> dict[str, Any]:
    """What the file of that name holds. Raises ValueError, naming it, where it cannot be read."""
    try:
        return tomllib.loads((docs / "parts" / name).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{name}: {error}") from None


def is_words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def key_problems(row: Mapping[str, Any], keys: Collection[str], optional: Collection[str] = ()) -> Iterator[str]:
    """The keys that an entry has and may not have, and those that it lacks."""
    yield from (f"{key} is not a key" for key in row if key not in keys and key not in optional)
    yield from (f"{key} is missing" for key in keys if key not in row)


def day_problems(where: str, iso: str) -> Iterator[str]:
    """That `iso`, which stands at `where`, is no day."""
    try:
        date.fromisoformat(iso)
    except ValueError:
        yield f"{where}: {iso} is no day. Write year-month-day, such as 2027-03-01"

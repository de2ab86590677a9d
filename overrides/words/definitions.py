"""The terms that the policy uses, as `docs/parts/definitions.toml` explains them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from overrides.words.entries import key_problems, read_part

__all__ = ["KINDS", "Definition", "read_definitions"]

KINDS = {"policy": "Policy", "guidance": "National guidance", "law": "Law", "plain": "Our own plain words"}
"""Whose meaning a definition gives."""

WANTED = {str: "words in quotes", list: "a list in brackets"}


def form_pattern(form: str) -> str:
    before, _, rest = form.rpartition("[")
    term, _, after = rest.partition("]")
    any_case = "" if re.search("[A-Z]", form) else "i"
    return rf"(?{any_case}:(?<={re.escape(before)})\b{re.escape(term)}\b(?={re.escape(after)}))"


@dataclass(frozen=True)
class Definition:
    """What `name` means here. `kind` says whose meaning it is: policy, guidance, law or (our own words) plain.

    `forms` are how it stands in a text: whole words, in any case where they have no capital. Where a form needs words
    around it to be told from another use, the term stands in brackets: `describes [normal] sexual behaviour`.
    `differs` says where sections of the policy use the word differently.
    """

    id: str
    name: str
    short: str
    forms: tuple[str, ...]
    means: str
    kind: str
    clauses: tuple[str, ...]
    source: str
    differs: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(form_pattern, sorted(self.forms, key=len, reverse=True))))

    @property
    def title(self) -> str:
        return f"{self.name} ({self.short})" if self.short else self.name


def definition(row: dict[str, Any]) -> Definition:
    """Raises ValueError where the entry is not in the form of the others."""
    shape = {each.name: list if each.name in {"forms", "clauses"} else str for each in fields(Definition)}
    entry = f"definitions.toml, entry {row.get('id', 'without an id')}"
    wrong = list(key_problems(row, shape))
    wrong += [
        f"{key} wants {WANTED[kind]}" for key, kind in shape.items() if not isinstance(row.get(key, kind()), kind)
    ]
    if not wrong and row["kind"] not in KINDS:
        wrong.append(f"kind is one of {', '.join(KINDS)}")
    if wrong:
        raise ValueError(f"{entry}: {'; '.join(wrong)}")
    return Definition(**{**row, "forms": tuple(row["forms"]), "clauses": tuple(row["clauses"])})


def read_definitions(docs: Path) -> list[Definition]:
    """Every definition, by name. Raises ValueError, naming the file and the entry, where one is not in its form."""
    rows: list[dict[str, Any]] = read_part(docs, "definitions.toml")["term"]
    return sorted(map(definition, rows), key=lambda term: term.name.casefold())

"""What the checker's words leave to the edition, as its pages say it."""

from __future__ import annotations

from collections.abc import Mapping

from checker.bases import mark
from checker.tree import Node, el
from overrides.words.assessed import Assessed
from overrides.words.settings import Settings, agreed

__all__ = ["said"]


def name(settings: Settings, ref: str) -> str:
    return agreed(settings) if ref == "agreed" else str(settings[ref])


def said(settings: Settings, assessed: Mapping[str, Assessed], ref: str) -> Node:
    """What `ref` of `LEFT_TO_THE_EDITION` stands for: a name; or a line, hidden where the policy has none."""
    if not ref.startswith("assessed-"):
        return el("span", "", name(settings, ref))
    if ref not in assessed:
        return el("span", {"hidden": "hidden"})
    return el("p", "", assessed[ref].words, " ", mark(assessed[ref].clauses, ""))

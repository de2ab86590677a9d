"""Clauses that the checker and the pages restate: whether somebody has read these again since a clause changed.

`read.toml`, beside the sections of the policy, holds the hash of each cited clause's words when somebody last read what
rests on it against them. The publisher's approval is of the rules together with all those words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from checker.describe import VERSIONS
from overrides.words.cited import Cited
from overrides.words.clauses import Clauses, label
from overrides.words.entries import read_part
from overrides.words.sections import POLICY

__all__ = ["READ", "approves", "hash_of", "read_again", "write_read"]

READ = "read.toml"
HEAD = """\
# The words of each clause that the checker or a page cites, as a hash, when somebody last read these against them.
# `uv run poe edition-check --read` writes this: first read what it lists.
"""


def hash_of(words: str) -> str:
    """16 letters and digits that stand for these words, however they are broken into lines."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:16]


def hashes(clauses: Clauses, citing: Iterable[Cited]) -> dict[str, str]:
    """Of each clause that is cited and that the policy has, by the id that cites it."""
    ids = dict.fromkeys(id_ for _, id_, _ in citing if id_ in clauses)
    return {id_: hash_of(clauses[id_].words) for id_ in sorted(ids)}


def to_read(docs: Path, clauses: Clauses, citing: Iterable[Cited]) -> list[str]:
    """The ids whose clauses have other words. Raises ValueError where the file of the hashes cannot be read."""
    before = read_part(docs, f"policy/{READ}") if (docs / POLICY / READ).is_file() else {}
    return [id_ for id_, now in hashes(clauses, citing).items() if before.get(id_) != now]


def read_again(docs: Path, clauses: Clauses, citing: list[Cited]) -> list[str]:
    """For each clause that has other words: those words, and whatever restates them, one beneath the other."""
    told = []
    for id_ in to_read(docs, clauses, citing):
        said = dict.fromkeys(f"    {who}: {words}" for who, cites, words in citing if cites == id_)
        title = f"read this again: clause {label(clauses[id_].id)} ({id_}) has other words"
        told.append("\n".join([title, f"    your policy: {clauses[id_].words}", *said]))
    return told


def write_read(docs: Path, clauses: Clauses, citing: list[Cited]) -> list[str]:
    """Write down that all that restates a clause was read against it as it is. Returns the ids that had other words."""
    changed = to_read(docs, clauses, citing)
    rows = "".join(f'{id_} = "{now}"\n' for id_, now in hashes(clauses, citing).items())
    (docs / POLICY / READ).write_text(f"{HEAD}\n{rows}", encoding="utf-8")
    return changed


def approves(clauses: Clauses, citing: Iterable[Cited]) -> str:
    """The hash that stands for the rules as they are, with the words of every clause that they cite."""
    words = "".join(f"{id_} {now}\n" for id_, now in hashes(clauses, citing).items())
    absent = "".join(f"{id_} absent\n" for id_ in sorted(clauses.absent))
    return hashlib.sha256(f"{VERSIONS['rules']}\n{words}{absent}".encode()).hexdigest()[:32]

"""What pages leave to the edition, in their text: names from its settings, and its sections, clauses and their words.

{{ the-publisher }} {{ The-publisher }}    as `short` of the publisher has it; with a capital, at the start
{{ publisher-name }} {{ area }} {{ procedures }} {{ assessment }} {{ section-count }}
{{ agreed }} {{ agreed-by-nobody }}        within a sentence; as a point of a list, where nobody has
{{ section c-7-refer }}                    the section that holds the clause, as a link: section 7
{{ number c-7-refer }}                     its number alone: 7
{{ clause c-7-refer }}                     the clause, as a link, or its number in a part: 7.refer
[words]({{ to c-7-refer }})                the clause's address
{{ part c-6-normal }}                      what the policy says from the heading above the clause to the next
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from overrides.words.clauses import ID, OF_CLAUSE, Clause, Clauses, label
from overrides.words.sections import Section
from overrides.words.settings import agreed, signed_off

__all__ = ["References", "names_of"]

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NOT_AGREED = "- **{} has not agreed it.** Its rules are a draft: see [about this site](../about/index.md#status)."
NAME = re.compile(r"\{\{ ([A-Z]?[a-z-]+) \}\}")
CITED = re.compile(rf"([Pp]olicy|clause) (\{{\{{ clause {ID} \}}\}}(?:, \{{\{{ clause {ID} \}}\}})*)( of the policy)?")
"""Clauses that a page names as what it rests on."""


def names_of(settings: Mapping[str, Any], sections: int) -> dict[str, str]:
    """What each name stands for, with these settings and so many sections of the policy."""
    publisher, short = settings["publisher"], settings["publisher"]["short"]
    return {
        "the-publisher": short,
        "publisher-name": publisher["name"],
        "area": publisher["area"],
        "procedures": settings["procedures"],
        "assessment": settings["assessment"],
        "agreed": agreed(settings),
        "agreed-by-nobody": "" if signed_off(settings) else NOT_AGREED.format(f"{short[:1].upper()}{short[1:]}"),
        "section-count": NUMBERS[sections] if sections < len(NUMBERS) else str(sections),
    }


@dataclass(frozen=True)
class References:
    """What stands for the references of one edition."""

    names: Mapping[str, str]
    sections: Mapping[str, Section]
    """By the names of their pages."""
    clauses: Clauses

    def filled(self, text: str, page: PurePosixPath) -> str:
        """`text` of the page, or of the part, at that path under `docs/`, with what it leaves to the edition.

        The clauses are there: a check of the words has said so.
        """
        text = CITED.sub(self.cited, text)
        text = OF_CLAUSE.sub(lambda asked: self.of_clause(asked[1], asked[2], page), text)
        return NAME.sub(self.name, text)

    def name(self, asked: re.Match[str]) -> str:
        """What a name stands for; a block, which is none of them, as it is."""
        said = self.names.get(f"{asked[1][0].lower()}{asked[1][1:]}", asked[0])
        return f"{said[:1].upper()}{said[1:]}" if asked[1][0].isupper() else said

    def cited(self, found: re.Match[str]) -> str:
        """Those of the clauses that the policy has; or, where it has none of them, whose words these are."""
        named, asked, of_the_policy = found.groups("")
        there = [f"{{{{ clause {id_} }}}}" for _, id_ in OF_CLAUSE.findall(asked) if id_ not in self.clauses.absent]
        if not there:
            return "This project" if named[0].isupper() else "this project"
        return f"{named} {', '.join(there)}{of_the_policy}"

    def of_clause(self, asked: str, id_: str, page: PurePosixPath) -> str:
        if id_ in self.clauses.absent:
            return "not in this policy"
        clause = self.clauses[id_]
        made: dict[str, Callable[[Clause, PurePosixPath], str]] = {
            "clause": self.link,
            "number": self.number,
            "part": self.stretch,
            "to": self.address,
        }
        return made[asked](clause, page) if asked in made else self.section(asked, clause, page)

    def address(self, clause: Clause, page: PurePosixPath) -> str:
        return f"{way(page, clause)}#{clause.id}"

    def link(self, clause: Clause, page: PurePosixPath) -> str:
        named = label(clause.id)
        return named if page.parts[0] == "parts" else f"[{named}]({self.address(clause, page)})"

    def stretch(self, clause: Clause, _: PurePosixPath) -> str:
        mark = re.compile(rf"\[{clause.id}[\] ]")
        return next(words for words in self.sections[clause.page].stretches() if mark.search(words))

    def number(self, clause: Clause, _: PurePosixPath) -> str:
        return str(self.sections[clause.page].number)

    def section(self, asked: str, clause: Clause, page: PurePosixPath) -> str:
        """A part does not know its page: it names the section, and does not link to it."""
        named = f"{asked} {self.sections[clause.page].number}"
        return named if page.parts[0] == "parts" else f"[{named}]({way(page, clause)})"


def way(page: PurePosixPath, clause: Clause) -> str:
    """The way from a page to that of a clause."""
    return PurePosixPath(os.path.relpath(f"policy/{clause.page}", page.parent)).as_posix()

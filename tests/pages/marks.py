"""Prints every line of the site that is not the policy's own words, with the mark it carries: `uv run poe marks`.

A line of a page, of a result or of the rulebook; tab-separated: where it stands, its mark, the line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from chosen import SITE
from markup import article, inside, pages, text

from checker.advice import Basis
from checker.bases import basis
from checker.cautions import CAUTIONS
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import QUESTIONS
from checker.text import tree_text

__all__ = ["Row", "marked"]

Row = tuple[str, str, str]
"""Where a line stands, its mark and the line."""


def mark(rests_on: Basis) -> str:
    return tree_text(basis(rests_on.clauses, rests_on.source)).strip()


def of_pages(site: Path) -> Iterator[Row]:
    for path in pages(site):
        address = path.removesuffix("index.html")
        if not path.endswith("index.html"):
            continue
        for block in article(site, address).css(":is(.grounds, .first-screen, .for-a-child):has(> p.basis)"):
            told = text(inside(block, "p.basis"))
            for line in block.css("li, p:not(.basis)"):
                if not line.css("ul, ol"):
                    yield address, told, text(line)


def of_the_checker() -> Iterator[Row]:
    for rows in (ROUTE, NEEDS_CHILD, NEEDS_OTHER, CAUTIONS):
        for row in rows.values():
            yield from ((f"checker, {row.id}", mark(line.basis), line.text) for line in row.lines)
    for question in QUESTIONS.values():
        if question.clauses or question.source:
            yield f"checker, {question.id}", mark(Basis(question.clauses, question.source)), question.why


def marked(site: Path) -> list[Row]:
    """Every line with its mark: of the built pages, then of the checker. Each once."""
    return list(dict.fromkeys((*of_pages(site), *of_the_checker())))


if __name__ == "__main__":
    for row in marked(Path(sys.argv[1]) if sys.argv[1:] else SITE):
        print(*row, sep="\t")

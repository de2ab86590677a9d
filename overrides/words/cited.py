"""What of the checker and of the pages cites a clause of the policy, and what it says there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checker.cautions import CAUTIONS
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.reasons import because
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES, STEPS, TERMS, UNDECIDED

__all__ = ["RESTS_ON", "Cited", "cited", "rested_on"]

Cited = tuple[str, str, str]
"""Who cites a clause, which, and what it says."""
RESTS_ON = re.compile(r"^\{\{ policy((?: [cp]-[a-z0-9-]+)+) \}\}$", re.MULTILINE)
NOT_SAID = re.compile(r"\{\{ [a-z-]+ \}\}|<[^>]*>")
"""A block that the page makes something of, and its markup."""
BLOCK = re.compile(r"^(?:#.*|\{\{ (?:policy|source) .*\}\})$", re.MULTILINE)


def cited() -> Iterator[Cited]:
    """Of the checker."""
    for rule in RULES:
        if rule.clause:
            yield f"rule {rule.id}", rule.clause, f"{because(rule.when)} At least {STEPS[rule.step][0].lower()}."
    for question in QUESTIONS.values():
        yield from ((f"question {question.id}", clause, question.why) for clause in question.clauses)
    for name, rows in (("route", ROUTE), ("needs", NEEDS_CHILD), ("needs", NEEDS_OTHER), ("cautions", CAUTIONS)):
        for row in rows.values():
            for line in row.lines:
                if line.text.startswith("{assessed-"):
                    continue  # assessed.toml has the words, which are the edition's own
                yield from ((f"{name} {row.id}", clause, line.text) for clause in line.basis.clauses)
    yield from ((f"indicator {item.id}", item.clause, item.text) for item in INDICATORS)
    yield from ((f"term {term}", clause, title) for term, (title, clause) in TERMS.items())
    yield from ((f"step {step.id}", clause, title) for step, (title, clause) in STEPS.items())
    yield from (("a descriptor that no question decides", row.clause, row.reason) for row in UNDECIDED)


def rested_on(docs: Path) -> Iterator[Cited]:
    """Of the pages in `docs`: what stands above the clauses that it rests on, up to a heading or to what others do."""
    for page in sorted(
        path for path in docs.rglob("*.md") if path.relative_to(docs).parts[0] not in {"parts", "editions"}
    ):
        text = page.read_text(encoding="utf-8")
        for rests in RESTS_ON.finditer(text):
            above = BLOCK.split(text[: rests.start()])[-1]
            words = " ".join(NOT_SAID.sub(" ", above).split())
            yield from ((f"page {page.relative_to(docs).as_posix()}", clause, words) for clause in rests[1].split())

"""Texts for the command line: the rulebook, and a record with what was written into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from checker.cautions import CAUTIONS
from checker.model import Age, Choice, Question
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.result_data import said_by_no_edition
from checker.route import ROUTE
from checker.rulebook import QUESTIONS, RULES, TOPICS
from checker.text import UNFILLED

__all__ = ["filled_in", "questions_text", "rules_text"]

PLACE = re.compile(r"\{([a-z-]+)\}")


def filled_in(text: str, written: Mapping[str, str]) -> str:
    """`text` with what was written, by its name in braces, and where nothing was, with words that say so."""
    return PLACE.sub(lambda place: written.get(place[1]) or UNFILLED, said_by_no_edition(text))


def question_lines(question: Question) -> Iterator[str]:
    yield f"  {question.id}: {question.asks}"
    if question.help:
        yield f"    {question.help}"
    if isinstance(question, Age):
        yield f"    a whole number from {question.least} to {question.most}"
    if isinstance(question, Choice):
        yield from (f"    {option.id}: {option.text}" for option in question.options)


def questions_text() -> str:
    """Every question by topic, with its options, least concerning first."""
    told = [
        line
        for topic in TOPICS
        for line in (topic.title, *(line for id_ in topic.questions for line in question_lines(QUESTIONS[id_])), "")
    ]
    return "\n".join(told)


def rules_text() -> str:
    """Every rule, most concerning first, and the ids of route rows, needs and cautions."""
    rules = [
        f"{rule.step.id} {rule.id}: {' and '.join(f'{q} at least {o}' for q, o in rule.when.items()) or 'always'} "
        f"[{rule.clause or rule.source}]"
        for rule in sorted(RULES, key=lambda rule: -rule.step)
    ]
    ids: dict[str, Iterable[str]] = {
        "route": ROUTE,
        "needs of the child": NEEDS_CHILD,
        "needs of the other": NEEDS_OTHER,
        "cautions": CAUTIONS,
    }
    return "\n".join([*rules, "", *(f"{name}: {', '.join(rows)}" for name, rows in ids.items())]) + "\n"

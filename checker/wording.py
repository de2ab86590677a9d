"""Questions and answers as the form words them, wherever else they are named."""

from __future__ import annotations

from checker.answers import Answers
from checker.model import Choice, Value
from checker.result import Result
from checker.rulebook import QUESTIONS
from checker.tree import Node, el

__all__ = ["NAMED_FIRST", "answer_text", "answer_words", "not_known_by_weight", "question_link"]

NAMED_FIRST = 5
"""How many of the questions that are not known are named at once: the most decisive."""


def not_known_by_weight(answers: Answers, result: Result) -> list[str]:
    """Every question without an answer, those that would settle most first."""
    return list(dict.fromkeys((*result.unknown, *answers.open)))


def answer_text(question: str, option: str) -> str:
    """One option as the form words it."""
    asked = QUESTIONS[question]
    assert isinstance(asked, Choice)
    return next(other.text for other in asked.options if other.id == option)


def answer_words(question: str, value: Value) -> str:
    """An answer as the form words it; several, one after the other."""
    if not isinstance(QUESTIONS[question], Choice):
        return str(value)
    chosen = value if isinstance(value, tuple) else (value,)
    return ", ".join(answer_text(question, str(option)) for option in chosen)


def question_link(question: str) -> Node:
    """What a question asks, as a link to where it is asked."""
    return el("a", {"href": f"#q-{question}"}, QUESTIONS[question].asks)

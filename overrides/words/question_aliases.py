"""The words that people use for what a question asks, as `docs/parts/question-aliases.toml` holds them.

They find a question on the checker's page, and no page shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.rulebook import QUESTIONS
from overrides.words.entries import is_words, read_part

__all__ = ["read_question_aliases"]

FILE = "question-aliases.toml"


def row_problems(question: str, words: Any) -> Iterator[str]:
    if question not in QUESTIONS:
        yield f"there is no question {question}"
    if not isinstance(words, list) or not words or not all(map(is_words, words)):
        yield f'{question} wants a list of words: {question} = ["threat", "blackmail"]'
    elif len({word.casefold() for word in words}) < len(words):
        yield f"{question} has a word twice"


def read_question_aliases(docs: Path) -> dict[str, tuple[str, ...]]:
    """The words that find each question beside its own, by its id. Raises ValueError with a line for each problem."""
    rows = read_part(docs, FILE)
    problems = [problem for question, words in rows.items() for problem in row_problems(question, words)]
    problems += [f"{question} has no words" for question in QUESTIONS if question not in rows]
    if problems:
        raise ValueError("\n".join(f"{FILE}: {problem}" for problem in problems))
    return {question: tuple(words) for question, words in rows.items()}

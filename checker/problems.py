"""The problems of a form's answers as a tree of elements, for the page."""

from __future__ import annotations

from collections.abc import Iterable

from checker.answers import Problem
from checker.rulebook import QUESTIONS
from checker.tree import Node, el, heading
from checker.wording import answer_text, question_link

__all__ = ["problems_tree"]


def problem(row: Problem) -> Node:
    asked = QUESTIONS.get(row.question)
    if not asked:
        return el("li", "", str(row))
    wrong = f" You answered {row.seen}. It can be {row.allowed}."
    if row.clash:
        other = answer_text(row.clash.question, row.clash.value)
        wrong = f" This does not fit your answer \u201c{other}\u201d: {row.clash.because}. Change one of the two."
    return el("li", {"data-id": row.question}, question_link(row.question), wrong)


def problems_tree(problems: Iterable[Problem]) -> Node:
    """An error summary: every problem, each with a link to its question."""
    told = "Nothing has been lost. Put these answers right, then show the result again."
    rows = el("ul", "", *map(problem, problems))
    return el("div", "problems", heading("problems", "There is a problem"), el("p", "", told), rows)

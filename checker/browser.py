"""Strings in, strings out: the only module that the page's scripts call. No function here raises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from checker.answers import Answers, AnswersError, problems_of
from checker.assess import assess
from checker.describe import result_data, to_json
from checker.model import Age, Several
from checker.present import problems_tree, result_tree
from checker.reading import read_answers
from checker.rulebook import QUESTIONS

__all__ = ["result_json", "show_example", "show_form"]


def form_values(pairs: Iterable[tuple[str, str]]) -> dict[str, object]:
    """The values that a form's fields stand for. An empty field is not known yet; an age is text until it is whole."""
    values: dict[str, object] = {}
    for name, text in pairs:
        question = QUESTIONS.get(name)
        value = text.strip() if isinstance(question, Age) else text
        if not value:
            continue
        if isinstance(question, Age):
            values[name] = int(value) if re.fullmatch(r"[0-9]{1,3}", value) else value
        elif isinstance(question, Several):
            values[name] = (*found, value) if isinstance(found := values.get(name), tuple) else (value,)
        else:
            values[name] = value
    return values


def shown(pairs: str, *, lower: bool) -> str:
    given = form_values(json.loads(pairs))
    problems = list(problems_of(given))
    if problems:
        return to_json({"ok": False, "tree": problems_tree(problems)})
    return to_json({"ok": True, "tree": result_tree(assess(Answers(**given), lower=lower))})


def show_form(pairs: str) -> str:
    """`pairs`: a form's fields as JSON, `[[name, value], ...]`. Returns `{"ok", "tree"}` as JSON: see `present`."""
    return shown(pairs, lower=False)


def show_example(pairs: str) -> str:
    """As `show_form`, for the answers of a published example: with what would lower the result."""
    return shown(pairs, lower=True)


def result_json(answers: str) -> str:
    """`answers` as JSON, ids to values. Returns the result as JSON, or `{"problems": [...]}`: a line each."""
    try:
        return to_json(result_data(assess(read_answers(answers.encode()))))
    except AnswersError as error:
        return to_json({"problems": [str(problem) for problem in error.problems]})

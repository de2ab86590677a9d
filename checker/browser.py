"""Strings in, strings out: what the page's scripts call, and all that they call. No function here raises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from checker.answers import Answers, AnswersError, Problem
from checker.assess import assess
from checker.changed import Before
from checker.model import Age, Several
from checker.page import page_tree, problems_page
from checker.placed import progress_tree
from checker.route import ROUTE_TURNS_ON
from checker.rulebook import QUESTIONS

__all__ = ["show_example", "show_form", "show_progress"]


def said(data: object) -> str:
    """What is handed back to the page."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def is_field(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)


def loaded(text: str) -> object:
    """What `text` says as JSON; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def fields_of(pairs: object) -> dict[str, list[str]]:
    """Each field's texts that are not empty. Raises `AnswersError` where `pairs` are not a form's fields."""
    if not isinstance(pairs, list) or not all(map(is_field, pairs)):
        raise AnswersError([Problem("input", "fields that cannot be read", "a list of names and texts")])
    fields: dict[str, list[str]] = {}
    for name, text in pairs:
        if text.strip():
            fields.setdefault(name, []).append(text)
    return fields


def value_of(name: str, texts: list[str]) -> object:
    """What a field's texts stand for. An age is text until it is whole; a question answered twice fits nothing."""
    question = QUESTIONS.get(name)
    if isinstance(question, Several) or len(texts) > 1:
        return tuple(texts)
    text = texts[0].strip() if isinstance(question, Age) else texts[0]
    return int(text) if isinstance(question, Age) and re.fullmatch(r"[0-9]{1,3}", text) else text


def answers_of(pairs: object) -> Answers:
    """Raises `AnswersError` that lists every problem."""
    return Answers(**{name: value_of(name, texts) for name, texts in fields_of(pairs).items()})


def before_of(pairs: object) -> Before | None:
    """The answers of which a result was shown before, with that result; None where there was none."""
    try:
        answers = answers_of(pairs)
    except AnswersError:
        return None
    return Before(answers, assess(answers))


def shown(form: str, *, published: bool = False) -> str:
    """The result of a form's fields, or their problems with what the other answers call for: `{"tree"}` as JSON."""
    asked = loaded(form)
    parts = asked if isinstance(asked, dict) else {}
    try:
        answers = answers_of(parts.get("pairs"))
    except AnswersError as error:
        return said({"tree": problems_page(error)})
    result, before = assess(answers, lower=published), before_of(parts.get("before"))
    return said({"tree": page_tree(answers, result, before=before, published=published)})


PUT_BEFORE_ACTING = ("danger", "hurt", "together")
"""The questions that are put before anybody is told that they know enough to act: their answers come first."""


def put_or_answered(questions: Iterable[str], answers: Answers, put: list[object]) -> bool:
    return all(question in put for question in questions if question in answers.open)


def show_progress(form: str) -> str:
    """`form`: `{"pairs", "put"}` as JSON, a form's fields and the names of the questions that were put to the reader.

    Returns `{"tree"}` as JSON, of where the answers so far fall; without a tree while they do not fit each other.
    """
    asked = loaded(form)
    parts = asked if isinstance(asked, dict) else {}
    try:
        answers = answers_of(parts.get("pairs"))
    except AnswersError:
        return said({})
    result = assess(answers)
    seen = parts.get("put")
    put = seen if isinstance(seen, list) else []
    to_act = result.enough.to_act and put_or_answered(PUT_BEFORE_ACTING, answers, put)
    to_place = result.enough.to_place and put_or_answered(ROUTE_TURNS_ON, answers, put)
    return said({"tree": progress_tree(result, enough_to_act=to_act, enough_to_place=to_place)})


def show_form(form: str) -> str:
    """`form`: `{"pairs", "before"}` as JSON: a form's fields, `[[name, value], ...]`, and those of the result that the
    reader changes an answer of, where there is one. Returns `{"tree"}` as JSON: a result or problems.
    """
    return shown(form)


def show_example(form: str) -> str:
    """As `show_form`, for the answers of a published example: with what would change the result."""
    return shown(form, published=True)

"""Drawn answer sets: the same ones for parity and for the figures."""

from __future__ import annotations

import json
import random

from checker import Answers, Step, range_for
from checker.model import Age, Choice, Graded, Several
from checker.rulebook import CLASHES, GRADED, QUESTIONS

EACH_STEP = 400


def drawn_fact(rng: random.Random, question) -> object:
    if isinstance(question, Age):
        return rng.randint(question.least, min(question.most, 40))
    assert isinstance(question, Choice)
    return (
        rng.sample(question.ids(), rng.randint(1, 3)) if isinstance(question, Several) else rng.choice(question.ids())
    )


def without_clashes(given: dict[str, object]) -> dict[str, object]:
    """`given` less the answers that others rule out."""
    for clash in CLASHES:
        holds = given.get(clash.question) == clash.value
        if holds and (clash.ruled_out is None or given.get(clash.other) in clash.ruled_out):
            given.pop(clash.other, None)
    return given


def drawn(rng: random.Random, *, whole: bool) -> dict[str, object]:
    """A sound set: every graded question at its least but for a few; all that apply answered, or only some."""
    facts = [q for q in QUESTIONS.values() if not isinstance(q, Graded) and rng.random() < 0.6]
    given: dict[str, object] = {question.id: drawn_fact(rng, question) for question in facts}
    if whole:
        given["involved"] = rng.choice(("nobody", "child", "adult"))
    alone = given.get("involved") == "nobody"
    possible = {q.id: options for q in GRADED if (options := q.possible(alone=alone))}
    kept = 1.0 if whole else rng.choice((0.15, 0.4, 0.8))
    given |= {question: options[0] for question, options in possible.items() if rng.random() <= kept}
    for question in rng.sample(sorted(possible), rng.randint(0, 5)):
        if question in given:
            given[question] = rng.choice(possible[question])
    return without_clashes(given)


def fields(given: dict[str, object]) -> str:
    """`given` as the page sends a form that was answered so: everything is text, and a list is a field for each."""
    return json.dumps(
        [
            [name, str(value)]
            for name, values in given.items()
            for value in (values if isinstance(values, list | tuple) else [values])
        ]
    )


def form(given: dict[str, object]) -> str:
    """What the page asks of a form that was answered so, where no result was shown before."""
    return json.dumps({"pairs": json.loads(fields(given)), "before": None})


def whole(answers: Answers) -> bool:
    return all(q.id in answers.given for q in GRADED if q.possible(alone=answers.alone))


def parity_sets(seed: int = 20261123) -> list[dict[str, object]]:
    """2,000 sets: 400 for each step that `range.from` can take, half of them with graded answers missing."""
    rng = random.Random(seed)
    left = {(step, missing): EACH_STEP // 2 for step in Step for missing in (False, True)}
    found: list[dict[str, object]] = []
    while any(left.values()):
        given = drawn(rng, whole=rng.random() < 0.5)
        answers = Answers(**given)
        kind = (range_for(answers).least, not whole(answers))
        if left[kind]:
            left[kind] -= 1
            found.append(given)
    return found

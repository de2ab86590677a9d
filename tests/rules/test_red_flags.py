"""Answers that may never come out below a step never do, whatever else is or is not known."""

import random
from itertools import product

import oracle
import pytest
from drawn import draw
from red_flags import RED_FLAGS
from vocabulary import GRADED, NOT_ALONE

from checker import Answers, Step, assess

FLAGS = [pytest.param(flag, Step[step.upper()], id=" ".join(flag.values())) for flag, step, _ in RED_FLAGS]


def at_or_above(flag):
    """Every combination of options at or above the flag's."""
    names = list(flag)
    worse = [GRADED[name][GRADED[name].index(flag[name]) :] for name in names]
    return [dict(zip(names, options, strict=True)) for options in product(*worse)]


def least(answers):
    return assess(Answers(**answers)).range.least


def test_every_flag_names_questions_steps_and_a_clause():
    for flag, step, clause in RED_FLAGS:
        assert flag
        assert all(option in GRADED[question][1:] for question, option in flag.items())
        assert Step[step.upper()] > Step.NORMAL
        assert clause.startswith("c-")


@pytest.mark.parametrize(("flag", "step"), FLAGS)
def test_the_flag_alone_never_comes_out_below_its_step(flag, step):
    for answers in at_or_above(flag):
        assert least(answers) >= step, answers


@pytest.mark.parametrize(("flag", "step"), FLAGS)
@pytest.mark.draws
def test_no_completion_of_the_flag_comes_out_below_its_step(flag, step):
    rng = random.Random(str(flag))
    for answers in at_or_above(flag):
        for _ in range(25):
            given = {**draw(rng, involved=rng.choice(("child", "adult")), keep=1), **answers}
            if given.get("power") == "equal":
                given.pop("imbalance", None)
            assert not oracle.missing(given)
            assert least(given) >= step, given


@pytest.mark.parametrize(("flag", "step"), FLAGS)
def test_the_least_concerning_completion_of_the_flag_does_not_come_out_below_its_step(flag, step):
    calm = {question: options[0] for question, options in GRADED.items()}
    for answers in at_or_above(flag):
        assert least({**calm, **answers}) >= step, answers


@pytest.mark.parametrize(("flag", "step"), [flag for flag in FLAGS if not NOT_ALONE & set(flag.values[0])])
def test_the_flag_holds_when_nobody_else_was_involved(flag, step):
    for answers in at_or_above(flag):
        if all(option in oracle.possible({"involved": "nobody"})[question] for question, option in answers.items()):
            assert least({"involved": "nobody", **answers}) >= step, answers

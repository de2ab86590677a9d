"""The range is exact, a worse answer never lowers it, and knowing more never widens it."""

from itertools import combinations, product

import oracle
import pytest
from drawn import ALONE_ANSWERS, ANSWERS, ONE_ANSWER, TO_PROBLEMATIC, draws, full_draws
from hypothesis import given, settings
from hypothesis import strategies as st
from vocabulary import ALONE, FACTS, GRADED, contradicts, possible

from checker import Answers, Step, assess, range_for

EITHER = st.one_of(ANSWERS, ALONE_ANSWERS)
GIVES_WAY = {
    "no-route": {"refer", "might", "under-13-contact", "images", "assess"},
    "tell-someone": {"refer", "might", "under-13-contact", "images", "assess", "no-route"},
    "might": {"refer"},
}
"""What the design lets a row of the route give way to, as far as graded answers can bring it about."""


def range_of(answers):
    found = range_for(Answers(**answers))
    return found.least, found.most


def raised(answers):
    """`answers` with one graded answer replaced by a more concerning one, in every way.

    What replaces "no sign of it so far" is another thing: `test_no_sign` says what it may take away.
    """
    for question, options in possible(answers).items():
        if question in answers and answers[question] != "no_sign":
            for option in options[options.index(answers[question]) + 1 :]:
                yield {**answers, question: option}


@settings(max_examples=200)
@given(EITHER)
def test_a_more_concerning_answer_never_lowers_either_end(answers):
    least, most = range_of(answers)
    for worse in raised(answers):
        found = range_of(worse)
        assert found[0] >= least
        assert found[1] >= most


@pytest.mark.parametrize("step", Step, ids=lambda step: step.id)
@pytest.mark.draws
def test_a_more_concerning_answer_never_loses_a_row_of_the_route(step):
    for answers in [*full_draws("route", step, 8, alone=False), *draws(f"route {step}", 20)]:
        rows = [row.id for row in assess(Answers(**answers)).route]
        for worse in raised(answers):
            now = {row.id for row in assess(Answers(**worse)).route}
            for lost in set(rows) - now:
                assert now & GIVES_WAY.get(lost, set()), (answers, worse, lost)


@pytest.mark.draws
def test_a_more_concerning_answer_never_takes_the_referral_of_a_child_under_13_away():
    compared = 0
    for answers in draws("under 13", 120, involved="child"):
        answers |= {"age": 14, "other_age": 11}
        for worse in raised(answers):
            compared += 1
            assert refers(worse) or not refers(answers), (answers, worse)
    assert compared


def refers(answers):
    return bool({"refer", "refer-today"} & {line.id for row in assess(Answers(**answers)).route for line in row.lines})


def number_of_sets(step, *, alone):
    """Twenty a step, of which eight involved nobody else where the step can be reached so."""
    if alone:
        return 8
    return 12 if step in TO_PROBLEMATIC else 20


SETS = {
    (step, alone): full_draws("ends", step, number_of_sets(step, alone=alone), alone=alone)
    for step in Step
    for alone in (False, True)
    if not alone or step in TO_PROBLEMATIC
}


@pytest.mark.parametrize(("step", "alone"), SETS, ids=lambda value: value.id if isinstance(value, Step) else str(value))
@pytest.mark.draws
def test_the_ends_are_those_of_every_completion_of_up_to_four_missing_answers(step, alone):
    for answers in SETS[step, alone]:
        known = [question for question in GRADED if question in answers]
        for count in range(5):
            for left_out in combinations(known, count):
                some = {question: answer for question, answer in answers.items() if question not in left_out}
                assert range_of(some) == oracle.ends_by_brute_force(some), some


def test_the_brute_force_is_over_every_completion_one_by_one():
    for answers in draws("one by one", 60, keep=0.85):
        left_out = oracle.missing(answers)[:4]
        least = {question: possible(answers)[question][0] for question in oracle.missing(answers)[4:]}
        some = {**answers, **least}
        steps = {
            oracle.step_of({**oracle.graded(some), **dict(zip(left_out, chosen, strict=True))})
            for chosen in product(*(possible(some)[question] for question in left_out))
        }
        assert oracle.ends_by_brute_force(some) == (min(steps), max(steps))


@settings(max_examples=300)
@given(EITHER)
def test_the_ends_are_the_two_evaluations_of_the_design(answers):
    assert range_of(answers) == oracle.ends(answers)


@settings(max_examples=200)
@given(EITHER, st.data())
def test_knowing_more_never_widens_the_range(answers, data):
    least, most = range_of(answers)
    open_questions = sorted(set(ONE_ANSWER) - set(answers))
    for question in open_questions:
        answer = data.draw(ONE_ANSWER[question], label=question)
        if not contradicts(answers, question, answer) and not rules_out(answers, question, answer):
            found = range_of({**answers, question: answer})
            assert found[0] >= least
            assert found[1] <= most


def rules_out(answers, question, answer):
    """Whether an answer already given would contradict this one."""
    return any(contradicts({**answers, question: answer}, other, value) for other, value in answers.items())


@settings(max_examples=200)
@given(EITHER, ANSWERS)
def test_facts_never_move_the_range(answers, others):
    moved = {question: answer for question, answer in answers.items() if question in GRADED or question == "involved"}
    for question in (*FACTS, "age", "other_age", "imbalance"):
        answer = others.get(question)
        if answer is not None and not contradicts(moved, question, answer):
            moved[question] = answer
    assert range_of(moved) == range_of(answers)


@settings(max_examples=200)
@given(EITHER)
def test_normal_is_concluded_only_when_every_applicable_question_is_answered(answers):
    if range_of(answers)[1] == Step.NORMAL:
        assert not oracle.missing(answers)


@pytest.mark.parametrize("alone", [False, True], ids=["with others", "alone"])
def test_one_answer_left_out_of_a_normal_set_is_enough_not_to_conclude_normal(alone):
    for answers in full_draws("silence", Step.NORMAL, 20, alone=alone):
        assert range_of(answers) == (Step.NORMAL, Step.NORMAL)
        for question in oracle.graded(answers):
            some = {name: answer for name, answer in answers.items() if name != question}
            assert range_of(some)[0] == Step.NORMAL
            assert range_of(some)[1] > Step.NORMAL


@pytest.mark.parametrize("question", GRADED)
def test_the_most_concerning_option_alone_is_above_normal(question):
    assert range_of({question: GRADED[question][-1]})[0] > Step.NORMAL


@pytest.mark.parametrize("question", ALONE)
def test_the_most_concerning_option_alone_is_above_normal_when_nobody_else_was_involved(question):
    assert range_of({"involved": "nobody", question: ALONE[question][-1]})[0] > Step.NORMAL


def test_behaviour_that_involved_nobody_else_is_never_placed_above_problematic():
    assert range_of({"involved": "nobody"}) == (Step.NORMAL, Step.PROBLEMATIC)

"""When enough is known to act: from then on no further answer takes away or weakens anything that is to be done."""

from __future__ import annotations

from itertools import product

import oracle
import pytest
from drawn import ONE_ANSWER, draws
from vocabulary import contradicts

from checker import Answers, Step, assess
from checker.model import Range
from checker.route import said_in
from checker.situation import Situation

LEAST = (Step.INAPPROPRIATE, Step.PROBLEMATIC, Step.ABUSIVE)
NOT_RULED_OUT = (Step.PROBLEMATIC, Step.ABUSIVE)
# For each question that a line depends on, its answers as far as lines tell them apart; None where it is not answered.
AGES = (None, 9, 11, 13)
WHO = {"involved": (None, "child", "adult"), "age": AGES, "other_age": AGES}
CONTACT = {
    "consent": (None, "general", "unwanted"),
    "power": (None, "equal", "unequal"),
    "intrusion": (None, "none", "slight", "intrusive"),
    "development": (None, "expected", "unusual", "adult_like"),
}
IMAGES = {"images": (None, "none", "own_willing", "threatened"), "pressure": (None, "none", "manipulation")}
GIVES_WAY = {"ask-whether-to-refer": "refer", "images-police-if": "images-police"}
"""What is to be weighed gives way to the line that says to do it."""


def said(given, least, not_ruled_out):
    """Whether there is enough to act, and the ids of all rows and lines that are said."""
    situation = Situation(given, Range(least, max(least, not_ruled_out)), not_ruled_out)
    rows = said_in(situation)
    return situation.there_is_enough_to_act(), {(row.id, line.id) for row, lines in rows for line in lines}


def lines(found):
    return {line for _, line in found}


def lost(now, then):
    """The lines that are said no more, though nothing stronger is said in their place."""
    return {line for line in now - then if GIVES_WAY.get(line) not in then}


def rows(found):
    return {row for row, _ in found}


def known(question_to_answers):
    """Every way to answer these questions, or some of them."""
    for chosen in product(*question_to_answers.values()):
        yield {q: answer for q, answer in zip(question_to_answers, chosen, strict=True) if answer is not None}


def one_more(given, question_to_answers):
    for question, answers in question_to_answers.items():
        if question not in given:
            yield from ({**given, question: answer} for answer in answers if answer is not None)


@pytest.mark.parametrize("more", [CONTACT, IMAGES], ids=["contact", "images"])
@pytest.mark.draws
def test_from_then_on_no_further_answer_takes_away_a_row_or_a_line(more):
    """Over every state that the lines tell apart: whatever the other answers are, it is one of these."""
    questions = {**WHO, **more, **({} if more is CONTACT else {q: CONTACT[q] for q in ("consent", "power")})}
    tried = 0
    for given in known(questions):
        for least, left in product(LEAST, NOT_RULED_OUT):
            enough, now = said(given, least, left)
            if not enough:
                continue
            tried += 1
            later = [
                (given, higher, lower)
                for higher in LEAST
                for lower in NOT_RULED_OUT
                if (higher, -lower) >= (least, -left)
            ]
            later += [(further, least, left) for further in one_more(given, questions)]
            for state in later:
                still_enough, then = said(*state)
                assert still_enough, (given, state)
                assert lost(lines(now), lines(then)) == set(), (given, least, left, state)
                assert rows(now) <= rows(then), (given, least, left, state)
    assert tried > 1_000


@pytest.mark.draws
def test_so_it_is_for_real_sets_and_every_answer_that_can_be_added():
    tried = 0
    for answers in [*draws("enough", 60, keep=0.4), *draws("enough for children", 60, involved="child", keep=0.3)]:
        before = assess(Answers(**answers))
        assert before.enough.to_act == oracle.to_act(answers)
        if not before.enough.to_act:
            continue
        tried += 1
        for question in sorted(set(ONE_ANSWER) - set(answers)):
            for answer in ANSWERS_TO[question]:
                if not contradicts_any(answers, question, answer):
                    after = assess(Answers(**{**answers, question: answer}))
                    assert after.enough.to_act
                    assert lost(said_by(before), said_by(after)) == set(), (answers, question, answer)
    assert tried > 20


def said_by(result):
    return {line.id for row in result.route for line in row.lines}


def contradicts_any(answers, question, answer):
    changed = {**answers, question: answer}
    return any(
        contradicts({q: a for q, a in changed.items() if q != other}, other, changed[other]) for other in changed
    )


ANSWERS_TO = {
    **{question: (*range(0, 18, 4), 17) for question in ("age", "other_age")},
    "imbalance": (("age",), ("strength",)),
    "involved": ("nobody", "child", "adult"),
}
ANSWERS_TO |= oracle.GRADED | {
    "danger": ("no", "yes"),
    "hurt": ("no", "yes"),
    "together": ("no", "yes"),
    "exploited": ("no", "possible"),
    "trauma": ("no", "yes"),
    "before": ("no", "yes"),
    "relationship": ("family", "partner"),
    "needs": ("none", "both"),
    "several": ("no", "both"),
}


@pytest.mark.parametrize(
    ("answers", "enough"),
    [
        ({"danger": "yes"}, False),
        ({"pressure": "force"}, True),
        ({"involved": "adult", "distress": "present"}, True),
        ({"involved": "child", "distress": "present"}, False),
        ({"involved": "child", "consent": "unwanted", "power": "unequal"}, True),
        ({"consent": "unwanted", "power": "unequal"}, False),
        ({"involved": "child", "consent": "unclear", "power": "unequal"}, False),
        ({"involved": "child", "consent": "unwanted", "power": "equal"}, False),
    ],
    ids=str,
)
def test_it_is_enough_where_the_design_says_so(answers, enough):
    assert assess(Answers(**answers)).enough.to_act == enough


def test_it_can_be_placed_once_neither_an_answer_nor_a_look_moves_it():
    calm = {question: options[0] for question, options in oracle.GRADED.items()}
    assert assess(Answers(**calm)).enough.to_place
    assert not assess(Answers(**{**calm, "violence": "no_sign"})).enough.to_place
    assert not assess(Answers(**{**calm, "violence": "no_sign", "distress": "present"})).enough.to_place
    assert assess(Answers(**{**calm, "harm": "no_sign", "violence": "physical"})).enough.to_place
    assert not assess(Answers(distress="present")).enough.to_place

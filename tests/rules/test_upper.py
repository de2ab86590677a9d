"""What holds the upper end: the fewest missing answers without which it would fall a step."""

from __future__ import annotations

from itertools import combinations

import oracle
import pytest
from drawn import draws

from checker import Answers, assess, range_for
from checker.upper import first_that_meets_all


def held(answers):
    return list(assess(Answers(**answers)).holds_upper)


def falls_without(answers, questions):
    least = {question: oracle.possible(answers)[question][0] for question in questions}
    answers = {question: answer for question, answer in answers.items() if question != "imbalance"}
    return range_for(Answers(**{**answers, **least})).most < range_for(Answers(**answers)).most


@pytest.mark.draws
@pytest.mark.parametrize("involved", ["child", "adult", "nobody", None], ids=str)
def test_it_is_what_trying_every_set_finds(involved):
    found = set()
    for keep in (0.5, 0.65, 0.8, 0.9):
        for answers in draws(f"upper {involved} {keep}", 20, involved=involved, keep=keep):
            if len(oracle.missing(answers)) <= 9:
                assert held(answers) == oracle.holds_upper(answers), answers
                found.add(len(held(answers)))
    assert len(found) > 1


@pytest.mark.draws
def test_without_it_the_upper_end_falls_and_without_any_part_of_it_it_does_not():
    for answers in draws("upper of few answers", 300, keep=0.3):
        questions = held(answers)
        place = oracle.ends(answers)
        assert bool(questions) == (place.least < place.most)
        if questions:
            assert falls_without(answers, questions)
            assert not any(falls_without(answers, some) for some in combinations(questions, len(questions) - 1))


@pytest.mark.parametrize(
    ("answers", "questions"),
    [
        ({}, ["pressure", "violence"]),
        ({"intrusion": "none"}, ["violence"]),
        ({"violence": "physical", "intrusion": "none"}, ["violence"]),
        ({"violence": "instrumental"}, []),
        ({"involved": "nobody"}, None),
    ],
    ids=str,
)
def test_it_is_named_for_a_few_answers(answers, questions):
    assert held(answers) == (
        oracle.holds_upper(answers) if questions is None or "physical" in answers.values() else questions
    )


def test_of_equal_sets_the_first_in_order_is_taken():
    assert first_that_meets_all([0b011, 0b101], [0b001, 0b010, 0b100]) == 0b001
    assert first_that_meets_all([0b0011, 0b1100], [0b0001, 0b0010, 0b0100, 0b1000]) == 0b0101
    assert first_that_meets_all([], []) == 0

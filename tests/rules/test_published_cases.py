"""Published cases in short words, each answered by two readers who saw the questions and the text alone.

`published_cases.json`: their answers, and the steps that the source would accept. The readers were programs, and the
sources are uneven. They test wording and rows, and validate nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

import pytest

from checker import Answers, Step, assess
from checker.rulebook import TOPICS

PUBLISHED = json.loads((Path(__file__).parent / "published_cases.json").read_text("utf-8"))
READERS = [0, 1]
ABOVE = {"N04", "N14", "N18"}
"""The lower end is above every step that the source would accept: the answers hold a descriptor that it overlooks."""
REFERRED = {"N04", "N14"}
"""Referred though every accepted step is below problematic: what a child did not want, or what was not looked for."""


def accepted(case):
    return [Step[step.upper()] for step in case["accept"]]


def results(reader):
    return [(case, assess(Answers(**case["readers"][reader]))) for case in PUBLISHED]


def is_referred(result):
    return bool({"refer", "refer-today"} & {line.id for row in result.route for line in row.lines})


@pytest.mark.parametrize("reader", READERS)
def test_no_range_is_below_every_accepted_step_and_three_are_above(reader):
    found = results(reader)
    assert [case["id"] for case, result in found if result.range.most < min(accepted(case))] == []
    assert {case["id"] for case, result in found if result.range.least > max(accepted(case))} == ABOVE


@pytest.mark.parametrize("reader", READERS)
def test_at_most_36_in_100_go_up_to_violent(reader):
    found = results(reader)
    assert sum(result.range.most == Step.VIOLENT for _, result in found) <= 0.36 * len(found)


@pytest.mark.parametrize("reader", READERS)
def test_below_problematic_two_are_referred(reader):
    found = results(reader)
    below = {case["id"] for case, result in found if max(accepted(case)) < Step.PROBLEMATIC and is_referred(result)}
    assert below == REFERRED


def answers_until_enough(answers):
    """The answers given and the questions put, in the page's order, until there is enough to act."""
    given = {}
    order = [question for topic in TOPICS for question in topic.questions]
    for put, question in enumerate(order, 1):
        if question in answers:
            given[question] = answers[question]
        if assess(Answers(**given)).enough.to_act:
            return len(given), put
    raise AssertionError("never enough")


@pytest.mark.parametrize("reader", READERS)
def test_of_what_ends_at_abusive_or_above_enough_is_known_after_a_few_answers(reader):
    found = [
        answers_until_enough(case["readers"][reader])
        for case, result in results(reader)
        if result.range.least >= Step.ABUSIVE
    ]
    assert median(given for given, _ in found) <= 8
    assert median(put for _, put in found) <= 8

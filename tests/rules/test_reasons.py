"""A reason says the answers that met it and nothing wider, and every answer is told somewhere."""

from __future__ import annotations

import re
from itertools import product

import oracle
import pytest
from drawn import ALONE_ANSWERS, ANSWERS, draws
from hypothesis import given
from hypothesis import strategies as st
from vocabulary import GRADED

from checker import Answers, assess
from checker.reasons import because
from checker.result_data import result_data
from checker.rulebook import QUESTIONS, RULES

PHRASES = {(question, option.id): option.phrase for question in GRADED for option in QUESTIONS[question].options}
MET_BY = [
    (rule, dict(zip(rule.when, options, strict=True)))
    for rule in RULES
    for options in product(*(GRADED[q][GRADED[q].index(option) :] for q, option in rule.when.items()))
]
"""Every rule with every way to meet it."""


def test_every_option_above_the_least_has_a_phrase_of_its_own_and_no_other_has():
    without = {(question, option) for question, options in GRADED.items() for option in (options[0], "no_sign")}
    assert {key for key, phrase in PHRASES.items() if not phrase} == without & PHRASES.keys()
    said = [phrase for phrase in PHRASES.values() if phrase]
    assert len(set(said)) == len(said)
    assert all(re.fullmatch(r"[a-z][^.!?]*[a-z0-9]", phrase) for phrase in said)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_reason_holds_the_phrases_of_the_answers_given_and_of_no_other(rule):
    for of, answers in MET_BY:
        if of is not rule or not answers:
            continue
        sentences = [f"{PHRASES[pair][0].upper()}{PHRASES[pair][1:]}." for pair in answers.items()]
        assert because(answers) == " ".join(sentences)


@given(st.one_of(ANSWERS, ALONE_ANSWERS))
def test_every_answer_above_its_least_is_told_somewhere(answers):
    result = assess(Answers(**answers))
    told = {question for reason in (*result.reasons, *result.noted) for question in reason.answers}
    apart = {row.question for row in result.only_together}
    assert told.isdisjoint(apart)
    for question, option in oracle.graded(answers).items():
        counts = option not in (GRADED[question][0], "no_sign")
        assert (question in told | apart) == (counts or question in told), (question, option)
        assert not counts or question in told | apart


def test_as_json_it_says_what_the_step_rests_on_and_what_counts_only_together():
    result = result_data(assess(Answers(images="asked_for", frequency="repeated", intrusion="slight")))
    assert [(reason["rule"], reason.get("clause"), reason.get("source")) for reason in result["reasons"]] == [
        ("image-asked-for", None, "reading-images")
    ]
    assert result["only_together"] == [
        {
            "question": "frequency",
            "option": "repeated",
            "with": ["setting", "consent", "power", "intervention", "online"],
        },
        {"question": "intrusion", "option": "slight", "with": ["consent", "power"]},
    ]


@pytest.mark.draws
def test_what_counts_only_together_says_with_which():
    seen = set()
    for answers in draws("together", 600):
        for row in assess(Answers(**answers)).only_together:
            assert row.beside
            assert row.question not in row.beside
            seen.add((row.question, row.option, row.beside))
    assert seen == {
        ("frequency", "repeated", ("setting", "consent", "power", "intervention", "online")),
        ("intrusion", "slight", ("consent", "power")),
        ("intrusion", "intrusive", ("development", "consent", "power")),
    }

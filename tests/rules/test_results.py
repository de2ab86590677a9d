"""What a result carries, held against an independent reading of the design and the vocabulary."""

from functools import cache

import oracle
import pytest
from cases import CASES
from drawn import draws
from vocabulary import ALONE, GRADED, contradicts

from checker import Answers, Step, assess, range_for
from checker.rulebook import INDICATORS
from checker.sources import SOURCES

pytestmark = pytest.mark.draws

SETS = draws("results", 400) + draws("results alone", 100, involved="nobody")
IMBALANCE_WITHOUT_POWER = [
    {**answers, "imbalance": ("age",)}
    for answers in draws("imbalance", 200, involved="child", keep=0.5)
    if "power" not in answers
]


@cache
def results():
    return [(answers, assess(Answers(**answers), lower=True)) for answers in SETS]


def test_the_sets_reach_every_step_and_every_kind_of_width():
    ends = [oracle.ends(answers) for answers in SETS]
    assert {end.least for end in ends} == set(Step)
    assert {end.width for end in ends} == {0, 1, 2, 3, 4}


def test_the_range_of_a_result_is_that_of_the_two_evaluations_and_of_the_range_alone():
    for answers, result in results():
        assert result.range == range_for(Answers(**answers))
        assert (result.range.least, result.range.most) == oracle.ends(answers)


def test_what_is_not_known_comes_most_decisive_first():
    for answers, result in results():
        if "imbalance" not in answers or "power" in answers:
            assert list(result.unknown) == oracle.unknown(answers), answers


def test_an_answer_that_would_contradict_imbalance_does_not_count_in_the_order_of_what_is_not_known():
    for answers in IMBALANCE_WITHOUT_POWER:
        assert list(assess(Answers(**answers)).unknown) == oracle.unknown(answers), answers


def test_what_is_not_known_is_every_applicable_question_not_answered_and_no_other():
    for answers, result in results():
        assert set(result.unknown) == set(oracle.missing(answers))


@pytest.mark.parametrize("up", [True, False], ids=["raise", "lower"])
def test_the_answers_that_would_change_the_result_are_the_nearest_that_do(up):
    for answers, result in results():
        rows = result.would_raise if up else result.would_lower
        found = [(row.question, row.option, (row.range.least, row.range.most)) for row in rows]
        assert found == oracle.changes(answers, up=up), answers


def test_no_change_is_offered_that_would_contradict_another_answer():
    for answers in draws("contradiction", 200, involved="child", keep=0.9):
        given = {**answers, "power": "unequal", "imbalance": ("age",)}
        for change in assess(Answers(**given), lower=True).would_lower:
            assert not contradicts(given, change.question, change.option)
    for answers in draws("contradiction alone", 100, involved="nobody", keep=0.9):
        for change in assess(Answers(**answers)).would_raise:
            assert change.option in ALONE[change.question]


def test_what_would_lower_a_result_is_shown_only_when_asked_for():
    for answers in SETS[:100]:
        assert assess(Answers(**answers)).would_lower == ()


def test_the_six_indicators_are_as_the_vocabulary_says_and_in_its_order():
    for answers, result in results():
        assert {item.id: state for item, state in result.indicators} == oracle.indicators(answers), answers
        assert [item.id for item, _ in result.indicators] == list(oracle.indicators({}))


def test_each_indicator_cites_its_own_clause():
    assert {item.id: item.clause for item in INDICATORS} == {id_: f"c-6-{id_}" for id_ in oracle.indicators({})}


def test_the_terms_are_as_the_vocabulary_says():
    for answers, result in results():
        assert list(result.terms) == oracle.terms(answers), answers


def test_the_shown_reasons_are_those_that_no_matched_rule_hides():
    for answers, result in results():
        shown = oracle.shown(answers)
        least = oracle.ends(answers).least
        assert {reason.rule.id for reason in result.reasons} == {id_ for id_, step in shown.items() if step == least}
        assert {reason.rule.id for reason in result.noted} == {id_ for id_, step in shown.items() if step < least}


def test_the_floor_is_a_reason_only_when_nothing_else_matched_and_is_never_noted():
    for answers, result in results():
        reasons = [reason.rule.id for reason in result.reasons]
        assert ("floor" in reasons) == (oracle.ends(answers).least == Step.NORMAL)
        assert "floor" not in reasons or reasons == ["floor"]
        assert "floor" not in {reason.rule.id for reason in result.noted}


def test_every_result_has_a_reason_and_no_reason_twice():
    for _, result in results():
        ids = [reason.rule.id for reason in (*result.reasons, *result.noted)]
        assert result.reasons
        assert len(ids) == len(set(ids))


def test_each_reason_carries_the_answers_that_met_it():
    for answers, result in results():
        for reason in (*result.reasons, *result.noted):
            assert dict(reason.answers) == {question: answers[question] for question in reason.rule.when}


def test_someone_forced_is_not_told_of_a_trick():
    result = assess(Answers(pressure="force", power="unequal"))
    assert {reason.rule.id for reason in result.reasons} == {"coercion", "manipulation-with-unequal-power"}
    assert result.noted == ()


def test_every_case_gives_the_same_result_whatever_the_order_of_its_answers():
    for case in CASES:
        backwards = dict(reversed(case.answers.items()))
        assert assess(Answers(**backwards)) == assess(Answers(**case.answers))


def test_every_reason_rests_on_a_clause_or_on_a_known_source_and_not_on_both():
    for answers in ({question: options[-1]} for question, options in GRADED.items()):
        for reason in assess(Answers(**answers)).reasons:
            assert bool(reason.rule.clause) != bool(reason.rule.source)
            assert reason.rule.clause or reason.rule.source in SOURCES

"""All that a result decides, of a few drawn sets: what `test_results` and `test_route` ask of many."""

import oracle
import pytest
from drawn import draws
from vocabulary import NO_SIGN

from checker import Answers, assess, range_for
from checker.describe import to_json
from checker.result_data import result_data

FEW = [
    *draws("few", 30),
    *draws("few of children", 40, involved="child"),
    *draws("few alone", 15, involved="nobody"),
    *draws("few of an adult", 10, involved="adult"),
    *draws("few with nothing graded", 5, keep=0),
    # The order of what is not known shows which answers were tried.
    {"violence": "none"},
    {"online": "harassment", "imbalance": ("age",)},
]


@pytest.mark.parametrize("answers", FEW, ids=map(str, range(len(FEW))))
def test_a_result_is_what_the_design_and_the_vocabulary_say(answers):
    result = assess(Answers(**answers), lower=True)
    least, _ = ends = oracle.ends(answers)
    shown = oracle.shown(answers)
    assert (result.range.least, result.range.most) == ends
    assert result.range == range_for(Answers(**answers))
    assert list(result.unknown) == oracle.unknown(answers)
    assert [row.id for row in result.route] == oracle.route(answers)
    assert result.enough.to_act == oracle.to_act(answers)
    assert [row.question for row in result.only_together] == oracle.only_together(answers)
    assert result.no_sign == tuple(question for question in NO_SIGN if answers.get(question) == "no_sign")
    assert {item.id: state for item, state in result.indicators} == oracle.indicators(answers)
    assert list(result.terms) == oracle.terms(answers)
    assert {reason.rule.id for reason in result.reasons} == {id_ for id_, step in shown.items() if step == least}
    assert {reason.rule.id for reason in result.noted} == {id_ for id_, step in shown.items() if 0 < step < least}
    for rows, up in ((result.would_raise, True), (result.would_lower, False)):
        found = [(row.question, row.option, (row.range.least, row.range.most)) for row in rows]
        assert found == oracle.changes(answers, up=up)


@pytest.mark.parametrize("answers", FEW[::20], ids=map(str, range(len(FEW[::20]))))
def test_what_would_change_a_result_is_in_its_data(answers):
    result = assess(Answers(**answers), lower=True)
    data = result_data(result)
    for key, rows in (("would_raise", result.would_raise), ("would_lower", result.would_lower)):
        assert data[key] == [
            {
                "question": row.question,
                "option": row.option,
                "range": {"from": row.range.least.id, "to": row.range.most.id},
            }
            for row in rows
        ]


def test_each_reason_carries_the_answers_that_met_it():
    for answers in FEW[::10]:
        result = assess(Answers(**answers))
        for reason in (*result.reasons, *result.noted):
            assert dict(reason.answers) == {question: answers[question] for question in reason.rule.when}


def test_no_change_is_offered_that_would_contradict_another_answer():
    unequal = assess(Answers(power="unequal", imbalance=["age"]), lower=True)
    assert unequal.would_lower == ()
    assert [row.option for row in assess(Answers(power="unequal"), lower=True).would_lower] == ["equal"]


def test_json_is_written_as_it_reads():
    assert to_json({"a": "\u00e9"}) == '{\n  "a": "\u00e9"\n}\n'

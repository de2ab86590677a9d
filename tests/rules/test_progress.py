"""Where the answers fall while they are being given, and when enough is known."""

from __future__ import annotations

import json

import pytest
from drawn import ALONE_ANSWERS, ANSWERS
from hypothesis import example, given
from hypothesis import strategies as st
from vocabulary import contradicts

from checker import Answers, assess
from checker.assess import enough_known
from checker.browser import show_progress
from checker.cautions import CAUTIONS
from checker.model import Step
from checker.placed import progress_tree, where_it_falls
from checker.record import record_tree
from checker.route import ROUTE_TURNS_ON
from checker.rulebook import GRADED, QUESTIONS

EITHER = st.one_of(ANSWERS, ALONE_ANSWERS)
EVERY = tuple(QUESTIONS)


def progress(given: object, put: object = EVERY) -> dict[str, object]:
    found: dict[str, object] = json.loads(show_progress(json.dumps({"pairs": given, "put": put})))
    return found


def texts(node: object) -> str:
    return node if isinstance(node, str) else " ".join(map(texts, node[2:]))  # type: ignore[index]


@given(EITHER)
def test_it_shows_the_same_place_as_the_result(answers):
    answers = Answers(**answers)
    result = assess(answers)
    assert "placed" in json.dumps(progress_tree(result, enough=False))
    if result.range.most == Step.NORMAL:
        assert result.cautions[0].text in texts(progress_tree(result, enough=True)), "normal never stands alone"


@example({"violence": "instrumental", "imbalance": ("age",)}, QUESTIONS["power"])
@given(EITHER, st.sampled_from(GRADED))
def test_once_enough_is_known_no_graded_answer_moves_the_range(answers, question):
    answers = Answers(**answers)
    result = assess(answers)
    if question.id in answers.given or not enough_known(answers, result, EVERY):
        return
    possible = question.possible(alone=answers.alone)
    for option in [option for option in possible if not contradicts(answers.given, question.id, option)]:
        assert assess(Answers(**{**answers.given, question.id: option})).range == result.range


def test_progress_is_the_tree_of_the_answers_so_far():
    answers = Answers(violence="physical", age=12)
    shown = progress([["violence", "physical"], ["age", " 12 "]])
    assert shown == {"tree": progress_tree(assess(answers), enough=True)}


def test_while_more_is_not_ruled_out_the_caution_about_normal_waits_for_the_result():
    result = assess(Answers(setting="suitable"))
    assert result.range.width
    assert where_it_falls(result) != where_it_falls(result, so_far=True)
    assert progress_tree(result, enough=False)[2] == ["div", {"class": "so-far"}, *where_it_falls(result, so_far=True)]


def test_enough_waits_until_every_question_of_the_route_was_put():
    given = [["violence", "physical"]]
    assert "enough" in json.dumps(progress(given)["tree"])
    for question in ROUTE_TURNS_ON:
        put = [each for each in EVERY if each != question]
        assert "enough" not in json.dumps(progress(given, put)["tree"]), question


@given(EITHER, st.sampled_from([question for question in EVERY if question not in ROUTE_TURNS_ON]))
def test_no_other_question_changes_what_to_do_but_through_the_range(answers, question):
    answers = Answers(**answers)
    without = Answers(**{id_: value for id_, value in answers.given.items() if id_ != question})
    before, after = assess(without), assess(answers)
    if before.range == after.range and any(q.id in without.given for q in GRADED):
        assert before.route == after.route


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", '{"pairs": 3}', '{"pairs": [["age", "abc"]]}', '{"pairs": [["no-such", "1"]]}']
)
def test_what_cannot_be_read_or_does_not_fit_moves_nothing(text):
    assert json.loads(show_progress(text)) == {}


def test_no_list_of_what_was_put_is_not_enough():
    assert "enough" not in json.dumps(progress([["violence", "physical"]], None)["tree"])


@given(EITHER)
def test_no_record_goes_without_the_cautions_that_a_file_must_hold(answers):
    answers = Answers(**answers)
    result = assess(answers)
    told = texts(record_tree(answers, result))
    assert CAUTIONS["screening-aid"].text in told
    assert (CAUTIONS["normal-is-not-approval"].text in told) == (result.range.least == Step.NORMAL)


@given(EITHER)
def test_the_record_holds_every_answer_reason_and_row(answers):
    answers = Answers(**answers)
    result = assess(answers)
    told = texts(record_tree(answers, result))
    for question in (*answers.given, *result.unknown, *answers.open):
        assert QUESTIONS[question].asks in told
    for row in (*result.reasons, *result.noted):
        assert row.rule.because in told
    for row in result.route:
        assert row.text.split("\n")[0] in told

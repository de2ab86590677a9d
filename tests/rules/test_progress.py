"""Where the answers fall while they are being given, and when enough is known."""

from __future__ import annotations

import json
import re

import pytest
from drawn import ALONE_ANSWERS, ANSWERS
from hypothesis import example, given
from hypothesis import strategies as st
from vocabulary import ALONE, contradicts

from checker import Answers, assess
from checker.browser import show_progress
from checker.cautions import CAUTIONS
from checker.model import Step
from checker.placed import ASK_WHETHER_TO_REFER, CALL_NOW, progress_tree
from checker.reasons import because
from checker.record import record, record_tree
from checker.route import ROUTE_TURNS_ON
from checker.rulebook import GRADED, QUESTIONS
from checker.why import not_placed

EITHER = st.one_of(ANSWERS, ALONE_ANSWERS)
EVERY = tuple(QUESTIONS)


def progress(given: object, put: object = EVERY) -> dict[str, object]:
    found: dict[str, object] = json.loads(show_progress(json.dumps({"pairs": given, "put": put})))
    return found


def classes(shown: dict[str, object]) -> set[str]:
    return set(re.findall(r'"class": "([a-z-]+)"', json.dumps(shown)))


def texts(node: object) -> str:
    """What a tree says, with what it leaves to the edition in braces."""
    if isinstance(node, str):
        return node
    tag, attributes, *children = node  # type: ignore[misc]
    return f"{{{attributes['ref']}}}" if tag == "said" else "".join(map(texts, children))


@given(EITHER)
def test_it_shows_the_same_place_as_the_result(answers):
    answers = Answers(**answers)
    result = assess(answers)
    assert "placed" in json.dumps(progress_tree(result, enough_to_act=False, enough_to_place=False))
    if result.range.most == Step.NORMAL:
        assert result.cautions[0].text in texts(progress_tree(result, enough_to_act=False, enough_to_place=True)), (
            "normal never stands alone"
        )


@example({"violence": "instrumental", "imbalance": ("age",)}, QUESTIONS["power"])
@given(EITHER, st.sampled_from(GRADED))
def test_once_enough_is_known_no_graded_answer_moves_the_range(answers, question):
    answers = Answers(**answers)
    result = assess(answers)
    if question.id in answers.given or not result.enough.to_place:
        return
    possible = question.possible(alone=answers.alone)
    for option in [option for option in possible if not contradicts(answers.given, question.id, option)]:
        assert assess(Answers(**{**answers.given, question.id: option})).range == result.range


def test_progress_is_the_tree_of_the_answers_so_far():
    answers = Answers(violence="physical", age=12)
    shown = progress([["violence", "physical"], ["age", " 12 "]])
    assert shown == {"tree": progress_tree(assess(answers), enough_to_act=True, enough_to_place=True)}


def test_while_more_is_not_ruled_out_the_caution_about_normal_waits():
    result = assess(Answers(setting="suitable"))
    assert result.range.width
    shown = progress_tree(result, enough_to_act=False, enough_to_place=False)
    assert CAUTIONS["normal-is-not-approval"].text not in texts(shown)


def test_enough_waits_until_every_question_of_the_route_was_put():
    given = [["involved", "nobody"], *([question, options[0]] for question, options in ALONE.items())]
    assert classes(progress(given)) >= {"enough"}
    for question in ("danger", "hurt", "together", "age", "exploited", "trauma"):
        put = [each for each in EVERY if each != question]
        assert classes(progress(given, put)).isdisjoint({"enough", "enough-to-act"}), question


def test_enough_to_act_is_said_once_what_decides_tonight_was_put_and_before_anything_else():
    given = [["violence", "physical"]]
    assert classes(progress(given)) >= {"enough-to-act"}
    assert classes(progress(given, ["danger", "hurt", "together"])) >= {"enough-to-act"}
    assert classes(progress([*given, *([q, "no"] for q in ("danger", "hurt", "together"))], [])) >= {"enough-to-act"}
    for question in ("danger", "hurt", "together"):
        put = [each for each in EVERY if each != question]
        assert "enough-to-act" not in classes(progress(given, put)), question
    assert progress(given)["tree"][2][1] == {"class": "enough-to-act"}


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"age": 9, "involved": "adult", "consent": "unwanted"}, ASK_WHETHER_TO_REFER),
        ({"age": 9, "involved": "child", "consent": "unwanted", "power": "unequal"}, ASK_WHETHER_TO_REFER),
        ({"age": 9, "involved": "child", "consent": "lacking"}, CALL_NOW),
        ({"age": 10, "involved": "adult", "consent": "unwanted"}, CALL_NOW),
        ({"involved": "adult", "consent": "unwanted"}, CALL_NOW),
    ],
)
def test_enough_to_act_says_what_the_route_says_first(answers, first):
    told = progress([[question, str(answer)] for question, answer in answers.items()])["tree"][2]
    assert told[1] == {"class": "enough-to-act"}
    assert texts(told[2]) == first


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
    assert classes(progress([["violence", "physical"]], None)).isdisjoint({"enough", "enough-to-act"})


@given(EITHER)
def test_it_says_the_first_thing_to_do(answers):
    result = assess(Answers(**answers))
    shown = progress_tree(result, enough_to_act=False, enough_to_place=False)
    assert shown[-1][-1] == ["p", {"class": "do-first"}, next(row.now[0].text for row in result.route if row.now)]


@given(EITHER)
def test_no_record_goes_without_the_cautions_that_a_file_must_hold(answers):
    answers = Answers(**answers)
    result = assess(answers)
    told = texts(record_tree(answers, result))
    assert CAUTIONS["screening-aid"].text in told
    assert (CAUTIONS["normal-is-not-approval"].text in told) == (result.range.least == Step.NORMAL)


def reasons_of(result):
    return (*result.reasons, *result.noted)


@given(EITHER)
def test_the_record_holds_every_answer_once_every_row_and_the_most_decisive_unknowns(answers):
    answers = Answers(**answers)
    result = assess(answers)
    told = texts(record(answers, result))
    in_reasons = {} if not_placed(result) else {q: o for r in reasons_of(result) for q, o in r.answers.items()}
    for question in answers.given:
        told_as = because({question: in_reasons[question]}) if question in in_reasons else QUESTIONS[question].asks
        assert told.count(told_as) == 1, question
    first = [*result.unknown, *(question for question in answers.open if question not in result.unknown)]
    assert all(QUESTIONS[question].asks in told for question in first[:5])
    for row in result.route:
        assert all(line.text in told for line in row.lines)

"""Bad input is one error that lists every problem; nothing is coerced, dropped or guessed."""

import dataclasses
import json
import re

import pytest
from drawn import draws
from vocabulary import AGES, ALONE, FACTS, GRADED, IMBALANCE, INVOLVED, NOT_ALONE

from checker import Answers, AnswersError

LEAST_ANSWER = {
    **{question: options[0] for question, options in {**GRADED, **FACTS}.items()},
    "age": 12,
    "other_age": 12,
    "imbalance": ["age"],
}
CONTRADICTIONS = [
    *({"involved": "nobody", question: LEAST_ANSWER[question]} for question in sorted(NOT_ALONE)),
    *(
        {"involved": "nobody", question: option}
        for question in ("online", "images")
        for option in GRADED[question]
        if option not in ALONE[question]
    ),
    {"involved": "adult", "other_age": 0},
    {"involved": "adult", "other_age": 17},
    {"involved": "child", "other_age": 18},
    {"involved": "child", "other_age": 120},
    {"power": "equal", "imbalance": ["strength"]},
]
NOT_CONTRADICTIONS = [
    {"involved": "nobody", "online": "pornography", "images": "own_willing"},
    {"involved": "adult", "other_age": 18},
    {"involved": "child", "other_age": 17},
    {"power": "unequal", "imbalance": ["strength"]},
    {"imbalance": ["strength"]},
    {"other_age": 40},
]


def problems(**given):
    with pytest.raises(AnswersError) as caught:
        Answers(**given)
    return caught.value.problems


@pytest.mark.parametrize("value", [-1, 18, 121, 10**400, True, 1.0, 12.5, float("nan"), "12", "", None, [], [12], {}])
def test_an_age_is_a_whole_number_from_0_to_17(value):
    (problem,) = problems(age=value)
    assert problem.question == "age"


@pytest.mark.parametrize("value", [-1, 121, True, 12.0, "12", None, b"12"])
def test_the_other_age_is_a_whole_number_from_0_to_120(value):
    (problem,) = problems(other_age=value)
    assert problem.question == "other_age"


@pytest.mark.parametrize("question", AGES)
def test_every_age_in_range_is_kept(question):
    least, most = AGES[question]
    for age in range(least, most + 1):
        assert Answers(**{question: age}).given == {question: age}


@pytest.mark.parametrize("question", [*GRADED, *FACTS, "involved"])
@pytest.mark.parametrize("value", ["", "yess", "NONE", " none", None, True, 0, 1, 1.5, [], ["none"], {}, {"none": 1}])
def test_a_choice_is_one_of_its_options_and_nothing_else(question, value):
    (problem,) = problems(**{question: value})
    assert problem.question == question


@pytest.mark.parametrize(
    "value",
    [[], (), None, "age", ["age", "age"], ["age", "speed"], ["age", 1], [["age"]], [None], {"age": True}, 3],
    ids=str,
)
def test_several_is_a_list_of_one_or_more_options_each_once(value):
    (problem,) = problems(imbalance=value)
    assert problem.question == "imbalance"


@pytest.mark.parametrize("name", ["q4", "Age", "", "self", "given", "answers", "\ud800", "\n", "<script>", "é" * 500])
def test_an_unknown_question_is_a_problem_that_names_it_in_ascii(name):
    (problem,) = problems(**{name: "none"})
    assert problem.question.startswith(json.dumps(name)[:80])
    assert str(problem).isascii()


@pytest.mark.parametrize(
    "value",
    ["\ud800", "é" * 500, 10**5000, float("inf"), {1, 2}, {(1,): 2}],
    ids=["surrogate", "long", "huge", "infinite", "set", "odd key"],
)
def test_any_value_seen_is_shown_in_ascii_and_in_a_bounded_length(value):
    (problem,) = problems(consent=value)
    assert problem.seen.isascii()
    assert len(problem.seen) < 120


def test_a_value_nested_too_deeply_to_show_is_still_a_problem():
    nested = []
    for _ in range(100_000):
        nested = [nested]
    assert [problem.question for problem in problems(consent=nested, age=99)] == ["consent", "age"]


@pytest.mark.parametrize("given", CONTRADICTIONS, ids=str)
def test_a_contradiction_is_a_problem_that_names_both_answers(given):
    (problem,) = problems(**given)
    for question, value in given.items():
        assert question in str(problem)
        assert json.dumps(value) in str(problem)


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        ({"involved": "adult", "other_age": 17}, r"\b18\b.*\b120\b"),
        ({"involved": "child", "other_age": 18}, r"\b0\b.*\b17\b"),
        ({"involved": "nobody", "online": "grooming"}, "none, pornography, because"),
        ({"involved": "nobody", "images": "threatened"}, "none, own_willing, because"),
        ({"involved": "nobody", "consent": "shared"}, "no answer"),
    ],
    ids=["an adult's age", "a child's age", "online", "images", "consent"],
)
def test_a_contradiction_says_what_would_be_allowed_instead(given, allowed):
    (problem,) = problems(**given)
    assert re.search(allowed, problem.allowed)


@pytest.mark.parametrize("given", NOT_CONTRADICTIONS, ids=str)
def test_what_the_vocabulary_does_not_rule_out_is_accepted(given):
    assert set(Answers(**given).given) == set(given)


def test_every_problem_is_listed_at_once():
    found = problems(
        involved="nobody", consent="shared", online="grooming", age=18, q4=1, imbalance=[], harm=None, self="x"
    )
    assert sorted(problem.question for problem in found) == [
        '"q4"',
        '"self"',
        "age",
        "consent",
        "harm",
        "imbalance",
        "online",
    ]


def test_the_error_as_text_has_a_line_for_each_problem():
    with pytest.raises(AnswersError) as caught:
        Answers(age=18, harm="maybe", power="equal", imbalance=["age"])
    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, False),
        ({"power": "equal"}, False),
        ({"power": "unequal"}, True),
        ({"power": "misused"}, True),
        ({"involved": "nobody"}, False),
    ],
)
def test_what_made_power_unequal_is_not_known_only_where_it_was_unequal(answers, asked):
    assert ("imbalance" in Answers(**answers).open) == asked


@pytest.mark.parametrize("question", [*GRADED, *FACTS, "involved", "imbalance", "age", "other_age"])
def test_a_problem_names_the_question_the_value_seen_and_the_values_allowed(question):
    allowed = {**GRADED, **FACTS, "involved": INVOLVED, "imbalance": IMBALANCE, **AGES}[question]
    (problem,) = problems(**{question: "nonsense"})
    assert problem.question == question
    assert problem.seen == '"nonsense"'
    assert all(str(value) in problem.allowed for value in allowed)
    assert problem.line is None


def test_accepted_answers_are_kept_exactly_as_given():
    for answers in draws("kept", 300):
        kept = Answers(**answers)
        assert kept.given == answers
        assert all(type(kept.given[question]) is type(answer) for question, answer in answers.items())


def test_a_list_becomes_a_tuple_that_later_changes_do_not_reach():
    named = ["age", "ability"]
    answers = Answers(imbalance=named)
    named.append("strength")
    assert answers.given["imbalance"] == ("age", "ability")


def test_given_cannot_be_changed():
    answers = Answers(age=12)
    with pytest.raises(TypeError):
        answers.given["age"] = 13
    with pytest.raises(dataclasses.FrozenInstanceError):
        answers.given = {}
    assert answers.given == {"age": 12}


def test_a_missing_answer_is_none_and_an_answer_is_itself():
    answers = Answers(age=0)
    assert answers.get("age") == 0
    assert answers.get("consent") is None


def test_no_answers_at_all_are_sound():
    assert Answers().given == {}
    assert not Answers().alone
    assert Answers(involved="nobody").alone


@pytest.mark.parametrize("given", CONTRADICTIONS)
def test_of_a_contradiction_what_is_not_ruled_out_by_the_other_answer_fits(given):
    with pytest.raises(AnswersError) as caught:
        Answers(**given, danger="yes", age="14 years", zz=1)
    ruling, *ruled_out = list(given)
    assert set(caught.value.fitting.given) == {"danger", *ruled_out}
    assert ruling in {"involved", "power"}

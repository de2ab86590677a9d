"""The published schemas say of answers what `Answers` says, and of results what every result is."""

import json
from pathlib import Path

import pytest
from drawn import ALONE_ANSWERS, ANSWERS, draws
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from vocabulary import FACTS, GRADED, IMBALANCE, INVOLVED

from checker import Answers, AnswersError, assess
from checker.reading import read_answers
from checker.result_data import result_data
from checker.schema import answers_schema, result_schema

ANSWERS_VALID = Draft202012Validator(answers_schema())
RESULT_VALID = Draft202012Validator(result_schema())
IDS = [*GRADED, *FACTS, "involved", "imbalance", "age", "other_age"]
OPTIONS = sorted({option for options in (*GRADED.values(), *FACTS.values(), INVOLVED, IMBALANCE) for option in options})
AGES = st.integers(-2, 19) | st.integers(118, 122)
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer()),
    st.text(max_size=4),
    st.lists(st.sampled_from(OPTIONS) | st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=1),
)
SETTINGS = settings(max_examples=400)

# Any option or age under any id, so that sound values, unfit ones and contradictions all come up.
LOOSE = st.dictionaries(
    st.sampled_from(IDS) | st.text(max_size=3),
    st.sampled_from(OPTIONS) | AGES | st.lists(st.sampled_from(IMBALANCE), max_size=3) | JUNK,
    max_size=4,
)
# Each value fits its question, so that only contradictions are left to refuse.
FIT = st.fixed_dictionaries(
    {},
    optional={
        **{question: st.sampled_from(options) for question, options in {**GRADED, **FACTS}.items()},
        "involved": st.sampled_from(INVOLVED),
        "power": st.sampled_from(GRADED["power"]),
        "age": st.integers(0, 17),
        "other_age": st.integers(0, 120),
        "imbalance": st.lists(st.sampled_from(IMBALANCE), min_size=1, unique=True),
    },
)


def accepted(answers):
    """Whether a file that holds them is read."""
    try:
        read_answers(json.dumps(answers).encode(), Path("answers.json"))
    except AnswersError:
        return False
    return True


def as_json(answers):
    return json.loads(json.dumps(answers))


@pytest.mark.parametrize("schema", [answers_schema(), result_schema()], ids=["answers", "result"])
def test_the_schema_is_itself_valid(schema):
    Draft202012Validator.check_schema(schema)


@SETTINGS
@given(LOOSE)
def test_the_schema_accepts_of_any_values_what_answers_accepts(answers):
    assert ANSWERS_VALID.is_valid(answers) == accepted(answers)


@SETTINGS
@given(FIT, st.sampled_from([{}, {"questions": 3}, {"questions": 2}]))
def test_the_schema_accepts_of_fit_values_what_answers_accepts(answers, version):
    answers = {**version, **answers}
    assert ANSWERS_VALID.is_valid(answers) == accepted(answers)


@SETTINGS
@given(ANSWERS | ALONE_ANSWERS, st.sampled_from(IDS), JUNK | AGES)
def test_the_schema_accepts_of_a_sound_set_with_one_other_value_what_answers_accepts(answers, question, value):
    changed = as_json({**answers, question: value})
    assert ANSWERS_VALID.is_valid(changed) == accepted(changed)


def test_sound_sets_are_valid():
    for answers in draws("schema", 300):
        assert ANSWERS_VALID.is_valid(as_json({"questions": 3, **answers}))


@pytest.mark.parametrize("question", ["age", "other_age"])
def test_the_one_difference_is_that_json_schema_takes_12_point_0_for_a_whole_number(question):
    assert ANSWERS_VALID.is_valid({question: 12.0})
    assert not accepted({question: 12.0})


@pytest.mark.draws
def test_every_result_is_valid():
    for answers in draws("results of the schema", 400):
        for lower in (False, True):
            RESULT_VALID.validate(as_json(result_data(assess(Answers(**answers), lower=lower))))


def test_a_result_with_a_key_more_or_less_is_not_valid():
    result = as_json(result_data(assess(Answers(pressure="force"))))
    for key in result:
        assert not RESULT_VALID.is_valid({name: value for name, value in result.items() if name != key})
    assert not RESULT_VALID.is_valid({**result, "verdict": "abusive"})


def test_a_result_has_the_keys_of_the_vocabulary_in_its_order():
    assert list(result_data(assess(Answers()))) == [
        "range",
        "reasons",
        "noted",
        "terms",
        "indicators",
        "holds_upper",
        "no_sign",
        "only_together",
        "enough",
        "unknown",
        "would_raise",
        "would_lower",
        "route",
        "needs",
        "cautions",
        "versions",
    ]

"""The published examples are sound, reach every step, and come out where the clauses place them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from expected_by_reading import READING

from checker import Step, assess
from checker.browser import show_example
from checker.examples import read_examples
from checker.reading import read_answers
from overrides.words.examples import contrasts, example_problems

FOLDER = Path(__file__).parents[2] / "docs" / "examples"
NOT_PLACED = {"second-hand-report"}
EXAMPLES = {example.id: example for example in read_examples(FOLDER)}


def test_every_example_has_its_reading_and_every_reading_its_example():
    assert set(EXAMPLES) == set(READING)


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_example_comes_out_at_the_step_read_from_the_clauses(example):
    assert assess(example.answers).range.least.id == READING[example.id]


def test_there_are_three_examples_or_more_of_every_step_and_sixteen_or_more_in_all():
    found = [assess(example.answers).range.least for example in EXAMPLES.values() if example.id not in NOT_PLACED]
    assert len(found) >= 16
    assert all(found.count(step) >= 3 for step in Step)


def test_what_cannot_be_placed_yet_is_no_example_of_normal():
    ranges = {id_: assess(EXAMPLES[id_].answers).range for id_ in NOT_PLACED}
    assert all(found.least == Step.NORMAL and found.width for found in ranges.values())


def test_four_examples_or_more_have_only_two_to_four_known_answers():
    assert sum(2 <= len(example.answers.given) <= 4 for example in EXAMPLES.values()) >= 4


def test_the_examples_reach_what_practitioners_meet():
    given = [example.answers.given for example in EXAMPLES.values()]
    for met in (
        lambda answers: answers.get("involved") == "nobody",
        lambda answers: answers.get("involved") == "child",
        lambda answers: answers.get("involved") == "adult",
        lambda answers: answers.get("relationship") == "family",
        lambda answers: answers.get("online", "none") != "none",
        lambda answers: answers.get("images", "none") != "none",
        lambda answers: answers.get("needs") in {"child", "other", "both"},
        lambda answers: answers.get("exploited") == "possible",
        lambda answers: answers.get("age", 99) < 12,
        lambda answers: 12 <= answers.get("age", 0) <= 17,
    ):
        assert sum(map(met, given)) >= 1


def test_there_are_pairs_that_differ_in_one_answer_across_every_step():
    found = contrasts(list(EXAMPLES.values()))
    assert len(found) >= 5
    assert list(example_problems(list(EXAMPLES.values()))) == []
    steps = {assess(example.answers).range.least for pair in found for example in pair}
    assert steps == set(Step)


def test_a_pair_that_shows_nothing_is_told():
    one, other = EXAMPLES["anger-in-the-changing-room"], EXAMPLES["blows-in-the-changing-room"]
    for changed, told in (
        (replace(other, differs_from="no-such-example"), "no example"),
        (replace(other, differs_from="note-at-a-youth-club"), "differ in"),
        (replace(other, answers=one.answers), "none"),
    ):
        found = list(example_problems([*EXAMPLES.values(), changed]))
        assert any(told in problem for problem in found)


@pytest.mark.parametrize("id_", EXAMPLES)
def test_the_command_line_reads_the_same_answers_from_the_file(id_):
    path = FOLDER / f"{id_}.toml"
    assert read_answers(path.read_bytes(), path) == EXAMPLES[id_].answers


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_page_can_show_the_example_from_its_form_fields(example):
    pairs = [
        (name, str(value))
        for name, values in example.answers.given.items()
        for value in (values if isinstance(values, tuple) else (values,))
    ]
    assert "data-from" in json.loads(show_example(json.dumps({"pairs": pairs})))["tree"][1]


def test_titles_are_unique_and_stories_are_in_few_words():
    assert len({example.title for example in EXAMPLES.values()}) == len(EXAMPLES)
    assert all(len(example.story.split()) <= 150 for example in EXAMPLES.values())

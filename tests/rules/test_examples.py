"""The published examples are sound, reach every step, and come out where a practitioner reads them."""

import json
from pathlib import Path

import pytest
from expected_by_reading import READING

from checker import Step, assess
from checker.browser import show_example
from checker.examples import read_examples
from checker.reading import read_answers

FOLDER = Path(__file__).parents[2] / "docs" / "examples"
EXAMPLES = {example.id: example for example in read_examples(FOLDER)}


def test_every_example_has_its_reading_and_every_reading_its_example():
    assert set(EXAMPLES) == set(READING)


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_example_comes_out_at_the_step_a_practitioner_reads(example):
    assert assess(example.answers).range.least.id == READING[example.id]


def test_there_are_two_examples_or_more_of_every_step_and_ten_or_more_in_all():
    found = [assess(example.answers).range.least for example in EXAMPLES.values()]
    assert len(found) >= 10
    assert all(found.count(step) >= 2 for step in Step)


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
    assert json.loads(show_example(json.dumps(pairs)))["ok"]


def test_titles_are_unique_and_stories_are_in_few_words():
    assert len({example.title for example in EXAMPLES.values()}) == len(EXAMPLES)
    assert all(len(example.story.split()) <= 150 for example in EXAMPLES.values())

"""The page for practice, as it is built."""

from __future__ import annotations

import json

from checker import Step, assess
from checker.cautions import CAUTIONS
from checker.model import Range
from overrides.pages.practice import practice
from overrides.words.examples import published_examples


def test_an_example_that_is_normal_never_stands_without_its_caution():
    examples = published_examples()
    normal = [example for example in examples if assess(example.answers).range == Range(Step.NORMAL, Step.NORMAL)]
    told = json.dumps(practice(examples, dict.fromkeys((each.id for each in examples), 1)))
    assert normal
    assert told.count(json.dumps(CAUTIONS["normal-is-not-approval"].text)) == len(normal)

"""The page's Python says what this Python says, to the byte."""

from __future__ import annotations

import json
from pathlib import Path

from sets import parity_sets

from checker import Answers, assess
from checker.describe import result_data, to_json
from checker.examples import read_examples

ASK_ALL = """
const [sets, done] = arguments;
const script = document.querySelector("script[src*='/checker/checker.']").src;
const { worker: address } = document.querySelector("behaviour-checker").dataset;
const worker = new Worker(new URL(address, script), { type: "module" });
const answers = [];
worker.onmessage = ({ data }) => {
  if (data.failed) done({ failed: data.failed });
  if (data.ready) sets.forEach((text, id) => worker.postMessage({ id, call: "result_json", text }));
  if (data.answer) answers[data.id] = data.answer;
  if (answers.length === sets.length && data.id === sets.length - 1) { worker.terminate(); done({ answers }); }
};
"""


def in_the_page(page, texts: list[str]) -> list[str]:
    page.open("check/")
    found = page.driver.execute_async_script(ASK_ALL, texts)
    assert "failed" not in found, found
    return found["answers"]


def here(given: dict[str, object]) -> str:
    return to_json(result_data(assess(Answers(**given))))


def test_two_thousand_drawn_sets_and_every_example_have_the_same_bytes(page):
    examples = [dict(example.answers.given) for example in read_examples(Path("docs/examples"))]
    drawn = parity_sets()
    assert len(drawn) == 2000
    sets = drawn + examples
    theirs = in_the_page(page, [json.dumps(given) for given in sets])
    assert len(theirs) == len(sets)
    assert [given for given, answer in zip(sets, theirs, strict=True) if answer != here(given)] == []


BAD = [
    *map(json.dumps, ({"age": 18}, {"age": 1.5, "zz": None}, {"involved": "nobody", "consent": "shared"})),
    '{"imbalance": []}',
    "",
    " ",
    "[",
    "{",
    "{}",
    "[" * 2000,
    '{"age": 1, "age": 2}',
    '{"age": 1e999}',
    "age = 14",
    "age = 14\nage = 15",
    "age = 2026-01-01",
    "age = 2026-01-01T10:00:00.5+01:00",
    "age = inf",
    'pressure = "\u00e9\\u00e9"',
    "= nonsense",
    "\ufeffage = 14",
    "na\u00efve \u4e2d \U0001f600",
    "." * 200,
]


def test_bad_input_and_every_way_to_write_it_has_the_same_answer(page):
    from checker.browser import result_json

    assert in_the_page(page, BAD) == [result_json(text) for text in BAD]

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
const worker = new Worker(new URL("assets/checker/worker.js", document.baseURI), { type: "module" });
const answers = [];
worker.onmessage = ({ data }) => {
  if (data.failed) done({ failed: data.failed });
  if (data.ready) sets.forEach((text, id) => worker.postMessage({ id, call: "result_json", text }));
  if (data.answer) answers[data.id] = data.answer;
  if (answers.length === sets.length && data.id === sets.length - 1) { worker.terminate(); done({ answers }); }
};
"""


def in_the_page(page, sets: list[dict[str, object]]) -> list[str]:
    page.open("")
    found = page.driver.execute_async_script(ASK_ALL, [json.dumps(given) for given in sets])
    assert "failed" not in found, found
    return found["answers"]


def here(given: dict[str, object]) -> str:
    return to_json(result_data(assess(Answers(**given))))


def test_two_thousand_drawn_sets_and_every_example_have_the_same_bytes(page):
    examples = [dict(example.answers.given) for example in read_examples(Path("docs/examples"))]
    drawn = parity_sets()
    assert len(drawn) == 2000
    sets = drawn + examples
    theirs = in_the_page(page, sets)
    assert len(theirs) == len(sets)
    assert [given for given, answer in zip(sets, theirs, strict=True) if answer != here(given)] == []


def test_bad_input_has_the_same_problems(page):
    bad = [{"age": 18}, {"age": 1.5, "zz": None}, {"involved": "nobody", "consent": "shared"}, {"imbalance": []}]
    from checker.browser import result_json

    theirs = in_the_page(page, bad)
    assert theirs == [result_json(json.dumps(given)) for given in bad]

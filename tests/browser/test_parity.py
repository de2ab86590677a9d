"""The page's Python says what this Python says, to the byte: the result as the page shows it, and every problem."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from browser.engines import in_each_browser
from sets import fields, form, parity_sets

from checker.browser import show_example, show_form, show_progress
from checker.examples import read_examples

ASK_ALL = """
const [call, texts, done] = arguments;
const script = document.querySelector("script[src*='/checker/checker.']").src;
const { worker: address } = document.querySelector("behaviour-checker").dataset;
const worker = new Worker(new URL(address, script), { type: "module" });
const digests = [];
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
worker.onmessage = async ({ data }) => {
  if (data.failed) done({ failed: data.failed });
  if (data.ready) texts.forEach((text, id) => worker.postMessage({ id, call, text }));
  if (data.id === undefined) return;
  digests[data.id] = crypto.subtle.digest("SHA-256", new TextEncoder().encode(data.answer)).then(hex);
  if (data.id < texts.length - 1) return;
  worker.terminate();
  done({ digests: await Promise.all(digests) });
};
"""


def in_the_page(page, call: str, texts: list[str]) -> list[str]:
    """The hash of what the page's `call` answers to each of `texts`."""
    page.open("check/")
    told = page.driver.execute_async_script(ASK_ALL, call, texts)
    assert "failed" not in told, told
    return told["digests"]


def told_apart(page, call: Callable[[str], str], texts: list[str]) -> list[str]:
    """Those of `texts` to which the page answers otherwise."""
    theirs = in_the_page(page, call.__name__, texts)
    ours = [hashlib.sha256(call(text).encode()).hexdigest() for text in texts]
    return [text for text, digest, own in zip(texts, theirs, ours, strict=True) if digest != own]


@in_each_browser
def test_two_thousand_drawn_sets_and_every_example_have_the_same_bytes(page):
    drawn = parity_sets()
    assert len(drawn) == 2000
    assert told_apart(page, show_form, list(map(form, drawn))) == []
    examples = [dict(example.answers.given) for example in read_examples(Path("docs/examples"))]
    assert told_apart(page, show_example, list(map(form, examples))) == []


@in_each_browser
def test_progress_has_the_same_bytes(page):
    texts = [json.dumps({"pairs": json.loads(fields(given)), "put": list(given)}) for given in parity_sets()[::20]]
    assert told_apart(page, show_progress, [*texts, *BAD]) == []


BAD = [
    *map(form, ({"age": 18}, {"age": 1.5, "zz": None}, {"involved": "nobody", "consent": "shared"})),
    *map(form, ({"imbalance": ["speed"]}, {"age": [1, 2]}, {"age": "\u0661"}, {"pressure": "\u00e9"})),
    *map(form, ({"na\u00efve": "\u4e2d \U0001f600"}, {"age": "9" * 5000}, {"q4": "." * 200})),
    "",
    " ",
    "[",
    "{",
    "{}",
    "[]",
    "[" * 200,
    '{"pairs": [["age", 1e999]]}',
    '{"pairs": [["age", "\\u00e9"]]}',
    '{"pairs": [["age", "12"]], "before": 3}',
    "\ufeff[]",
    "na\u00efve \u4e2d \U0001f600",
]


@in_each_browser
def test_bad_input_has_the_same_answer(page):
    assert told_apart(page, show_form, BAD) == []

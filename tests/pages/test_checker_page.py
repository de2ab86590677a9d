"""The checker's page holds each example that an address may ask for, with its answers, its title and its story."""

from __future__ import annotations

import json
import re
from html import unescape

from checker.browser import answers_of
from overrides.words.examples import published_examples

TEMPLATE = re.compile(
    r'<template data-example="([^"]+)" data-number="\d+" data-pairs="([^"]+)">(.*?)</template>', re.DOTALL
)


def test_each_example_waits_in_the_page_with_its_answers_and_its_story(site):
    page = (site / "check/index.html").read_text(encoding="utf-8")
    held = {name: (unescape(pairs), unescape(words)) for name, pairs, words in TEMPLATE.findall(page)}
    examples = {example.id: example for example in published_examples()}
    assert held.keys() == examples.keys()
    for name, (pairs, words) in held.items():
        assert answers_of(json.loads(pairs)) == examples[name].answers, name
        assert examples[name].title in words, name
        assert " ".join(examples[name].story.split()) in " ".join(words.split()), name

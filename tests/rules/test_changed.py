"""What a changed answer changed: told first, and marked on each row and answer that is not as it was."""

import json
import re
from itertools import pairwise

import pytest
from drawn import draws
from outline import nodes
from test_browser_module import fields, form

from checker import Answers, assess
from checker.changed import Before, changed_tree
from checker.page import page_tree
from checker.rulebook import QUESTIONS

CALM = {"age": 14, "involved": "child", "other_age": 14, "setting": "unsuitable"}
REFERRED = {**CALM, "pressure": "force"}


def before(**answers):
    return Before(Answers(**answers), assess(Answers(**answers)))


def text(tree):
    return tree if isinstance(tree, str) else " ".join(map(text, tree[2:]))


def marked(tree):
    return {node[1]["data-id"] for node in nodes(tree) if isinstance(node, list) and "data-new" in node[1]}


def shown(old, new):
    return form(*fields(new), before=fields(old))["tree"]


def test_it_comes_first_and_takes_the_focus():
    tree = shown(CALM, REFERRED)
    assert tree[2][1] == {"class": "changed-answers", "tabindex": "-1"}


def test_it_names_the_question_with_both_answers_and_both_places():
    told = text(changed_tree(before(**CALM), before(**REFERRED))[0])
    force = QUESTIONS["pressure"].option("force").text
    assert QUESTIONS["pressure"].asks in told
    assert told.index("not known") < told.index(force)
    assert re.findall(r"\binappropriate to violent\b|\babusive to violent\b", told) == [
        "inappropriate to violent",
        "abusive to violent",
    ]


def test_each_row_that_says_something_else_and_each_answer_that_changed_is_marked_and_no_other():
    tree = shown(CALM, REFERRED)
    new = assess(Answers(**REFERRED)).route
    old = {line.text for row in assess(Answers(**CALM)).route for line in row.lines}
    rows = {row.id for row in new if any(line.text not in old for line in row.now)}
    assert rows
    assert marked(tree) == rows | {"pressure"}


def test_what_is_no_longer_called_for_is_said():
    gone = [row for row in assess(Answers(**REFERRED)).route if row.id == "refer"]
    told = text(shown(REFERRED, {**CALM, "pressure": "none"})[2])
    assert gone[0].now[0].text in told


def test_an_answer_that_changes_nothing_to_do_says_so():
    told = changed_tree(before(**REFERRED), before(**REFERRED, before="no"))[0]
    assert QUESTIONS["before"].asks in text(told)
    assert "has not changed" in text(told)


def test_without_another_answer_nothing_is_told_or_marked():
    assert shown(CALM, CALM) == page_tree(Answers(**CALM), assess(Answers(**CALM)))


@pytest.mark.parametrize("old", [None, 3, [["age", "abc"]], [["no-such", "1"]]])
def test_answers_before_that_cannot_be_read_are_none(old):
    assert form(*fields(CALM), before=old) == form(*fields(CALM))


def test_marks_and_words_are_the_only_difference():
    for old, new in pairwise(draws("changed", 40)):
        tree = shown(old, new)
        plain = page_tree(Answers(**new), assess(Answers(**new)))
        assert json.dumps(unmarked([*tree[:2], *tree[3:]])) == json.dumps(plain)


def unmarked(node):
    if isinstance(node, str):
        return node
    tag, attributes, *children = node
    if "data-new" in attributes:
        attributes = {name: value for name, value in attributes.items() if name != "data-new"}
        children = children[2:]
    return [tag, attributes, *map(unmarked, children)]

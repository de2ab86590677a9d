"""The form is made from the questions: every one, every option, each labelled, none answered for the reader."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from checker.model import Age, Choice, Several
from checker.rulebook import QUESTIONS, TOPICS

QUESTION_IDS = list(QUESTIONS)


class Form(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, list[dict[str, str]]] = {}
        self.labels: set[str] = set()
        self.blocks: dict[str, dict[str, str]] = {}
        self.form: dict[str, str] = {}
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        if tag == "form" and "method" in found:
            self.inside, self.form = True, found
        if not self.inside:
            return
        if tag == "input":
            self.fields.setdefault(found["name"], []).append(found)
        if tag == "label":
            self.labels.add(found["for"])
        if found.get("id", "").startswith("q-") and tag in {"fieldset", "div"}:
            self.blocks[found["id"][2:]] = {"tag": tag, **found}

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "form"


@pytest.fixture(scope="module")
def form(site) -> Form:
    return Form((site / "check/index.html").read_text(encoding="utf-8"))


def test_the_topics_hold_every_question_once():
    asked = [question for topic in TOPICS for question in topic.questions]
    assert sorted(asked) == sorted(QUESTIONS)


def test_the_form_asks_every_question_in_the_order_of_the_topics(form):
    assert list(form.fields) == [question for topic in TOPICS for question in topic.questions]


@pytest.mark.parametrize("id_", QUESTION_IDS)
def test_each_question_offers_its_options_and_not_known_and_is_not_answered(form, id_):
    question, fields = QUESTIONS[id_], form.fields[id_]
    if isinstance(question, Age):
        assert [field["type"] for field in fields] == ["text"]
        assert "value" not in fields[0]
        return
    assert isinstance(question, Choice)
    kind = "checkbox" if isinstance(question, Several) else "radio"
    assert {field["type"] for field in fields} == {kind}
    wanted = [*question.ids()] if kind == "checkbox" else [*question.ids(), ""]
    assert [field["value"] for field in fields] == wanted
    assert [field["value"] for field in fields if "checked" in field] == ([""] if kind == "radio" else [])


def test_every_field_has_a_label(form):
    assert {field["id"] for fields in form.fields.values() for field in fields} == form.labels


@pytest.mark.parametrize("id_", QUESTION_IDS)
def test_help_is_tied_to_its_question_and_what_does_not_apply_is_marked(form, id_):
    question, block = QUESTIONS[id_], form.blocks[id_]
    assert block["tag"] == ("div" if isinstance(question, Age) else "fieldset")
    described = form.fields[id_][0] if isinstance(question, Age) else block
    assert described.get("aria-describedby", "") == (f"h-{id_}" if question.help else "")
    assert ("data-not-when" in block) is not question.applies_alone


def test_without_a_script_the_form_goes_nowhere(form):
    assert form.form["method"] == "dialog"
    assert "action" not in form.form
    assert form.form["autocomplete"] == "off"

"""The form is made from the questions: every one, every option, each labelled, none answered for the reader."""

from __future__ import annotations

import pytest
from markup import Element, inside, read_page, text

from checker.model import Age, Choice, Several
from checker.rulebook import QUESTIONS, TOPICS

QUESTION_IDS = list(QUESTIONS)


@pytest.fixture(scope="module")
def form(site) -> Element:
    return inside(read_page(site / "check/index.html"), "form[method]")


def fields_of(form: Element, id_: str) -> list[Element]:
    return form.css(f"input[name={id_}]")


def test_the_topics_hold_every_question_once():
    asked = [question for topic in TOPICS for question in topic.questions]
    assert sorted(asked) == sorted(QUESTIONS)


def test_the_form_asks_every_question_in_the_order_of_the_topics(form):
    asked = dict.fromkeys(field.attributes["name"] for field in form.css("input[name]"))
    assert list(asked) == [question for topic in TOPICS for question in topic.questions]


@pytest.mark.parametrize("id_", QUESTION_IDS)
def test_each_question_offers_its_options_and_not_known_and_is_not_answered(form, id_):
    question, fields = QUESTIONS[id_], [field.attributes for field in fields_of(form, id_)]
    if isinstance(question, Age):
        assert [field["type"] for field in fields] == ["text"]
        assert "value" not in fields[0]
        return
    assert isinstance(question, Choice)
    kind = "checkbox" if isinstance(question, Several) else "radio"
    assert {field["type"] for field in fields} == {kind}
    wanted = [*question.ids()] if kind == "checkbox" else [*question.ids(), ""]
    assert [field["value"] for field in fields] == wanted
    assert [field["value"] for field in fields if "checked" in field] == []


def test_every_field_has_a_label(form):
    assert {field.id for field in form.css("input")} == {label.attributes["for"] for label in form.css("label")}


@pytest.mark.parametrize("id_", QUESTION_IDS)
def test_help_is_tied_to_its_question_and_what_does_not_apply_is_marked(form, id_):
    question, block = QUESTIONS[id_], inside(form, f"#q-{id_}")
    assert block.tag == ("div" if isinstance(question, Age) else "fieldset")
    described = fields_of(form, id_)[0] if isinstance(question, Age) else block
    assert described.attributes.get("aria-describedby", "") == (f"h-{id_}" if question.help else "")
    assert ("data-not-when" in block.attributes) is not question.applies_alone


def test_without_a_script_the_form_goes_nowhere(form):
    assert form.attributes["method"] == "dialog"
    assert "action" not in form.attributes
    assert form.attributes["autocomplete"] == "off"


def test_a_page_that_helps_to_answer_opens_beside_the_form_and_says_so(form):
    (link,) = inside(form, "#q-development").css("a[target=_blank]")
    assert link.attributes["href"] == "../parents/each-age/"
    assert link.attributes["rel"] == "noopener"
    assert text(link).endswith("(opens in a new tab)")

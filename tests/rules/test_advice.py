"""Every row of advice carries its condition, each of its lines what it rests on, each age that decides its source."""

import inspect
from dataclasses import replace

import pytest

from checker.advice import Advice, Line, beyond_policy, policy, rows_that_apply, said_once, that_apply, worded
from checker.cautions import CAUTIONS
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import AT_ONCE, COUNT_TOGETHER, ROUTE, WITHOUT_A_RESULT
from checker.rulebook import QUESTIONS
from checker.situation import Situation, always, situation_of
from checker.sources import (
    AGE_OF_CONSENT,
    ASSESSED_APART_FROM,
    CAN_CONSENT_IN_LAW_FROM,
    CHARGED_FROM,
    DOMESTIC_ABUSE_FROM,
    SOURCES,
)

TABLES = {"route": ROUTE, "needs of the child": NEEDS_CHILD, "needs of the other": NEEDS_OTHER, "cautions": CAUTIONS}
ROWS = [row for rows in TABLES.values() for row in rows.values()]
NOTHING_KNOWN = situation_of({})
SENTENCES = {always, *(method for method in vars(Situation).values() if inspect.isfunction(method))}
KINDS = {"guidance", "law", "research", "this project"}
ONE = (Line("one", "One.", policy("c-1")),)
TWO = (Line("two", "Two.", beyond_policy("this-project")),)


def never(_):
    return False


def row(id_, when=always, lines=ONE, **more):
    return Advice(id=id_, when=when, lines=lines, **more)


def said(rows):
    return [(found.id, [line.id for line in lines]) for found, lines in rows]


@pytest.mark.parametrize("missing", ["when", "lines"])
def test_a_row_cannot_be_written_without_its_condition_or_without_lines(missing):
    fields = {"id": "a-row", "when": always, "lines": ONE}
    assert Advice(**fields)
    with pytest.raises(TypeError, match=missing):
        Advice(**{name: value for name, value in fields.items() if name != missing})


def test_a_line_cannot_be_written_without_what_it_rests_on():
    with pytest.raises(TypeError, match="basis"):
        Line("an-id", "Words.")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_condition_of_a_row_and_of_a_line_is_a_sentence_of_the_situation(row):
    assert {row.when, *(line.when for line in row.lines)} <= SENTENCES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_line_of_a_row_has_words_and_rests_on_a_clause_or_on_one_kind_of_source(row):
    for line in row.lines:
        assert line.text.strip()
        assert "\n" not in line.text
        assert line.basis.clauses or line.basis.source
        assert not line.basis.source or SOURCES[line.basis.source].kind in KINDS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_gives_way_only_to_rows_of_the_route(row):
    assert set(row.gives_way_to) <= set(ROUTE) - {row.id}


def test_a_line_stands_beneath_lines_that_there_are_and_lines_of_one_id_rest_on_the_same():
    lines = [line for found in ROUTE.values() for line in found.lines]
    by_id = {line.id: line for line in lines}
    for line in lines:
        assert set(line.beneath) <= by_id.keys() - {line.id}
        if line.id != "trained-assessors":
            assert line.basis == by_id[line.id].basis


def test_rows_that_apply_come_in_their_order():
    rows = {id_: row(id_, when) for id_, when in (("b", always), ("none", never), ("a", always))}
    assert [found.id for found in rows_that_apply(rows, NOTHING_KNOWN)] == ["b", "a"]


@pytest.mark.parametrize(("other", "left"), [(always, ["other"]), (never, ["yields"])])
def test_a_row_is_left_out_only_while_a_row_that_it_gives_way_to_applies(other, left):
    rows = {"yields": row("yields", gives_way_to=("absent", "other")), "other": row("other", other)}
    assert [found.id for found in rows_that_apply(rows, NOTHING_KNOWN)] == left


def test_a_line_is_said_where_it_applies_once_and_not_beneath_one_that_says_more():
    weak = Line("weak", "Weak.", policy("c-1"), beneath=("strong",))
    strong = Line("strong", "Strong.", policy("c-1"))
    rows = {"a": row("a", lines=(*ONE, weak)), "b": row("b", lines=(weak, *ONE, *TWO))}
    assert said(said_once(that_apply(rows, NOTHING_KNOWN))) == [("a", ["one", "weak"]), ("b", ["two"])]
    rows["c"] = row("c", lines=(strong,))
    assert said(said_once(that_apply(rows, NOTHING_KNOWN))) == [("a", ["one"]), ("b", ["two"]), ("c", ["strong"])]
    rows["c"] = row("c", lines=(replace(strong, when=never), *TWO))
    assert said(said_once(that_apply(rows, NOTHING_KNOWN))) == [("a", ["one", "weak"]), ("b", ["two"]), ("c", [])]


def test_a_line_names_what_is_known():
    named = row("a-row", lines=(Line("ages", "{age} and {other_age}, {no_sign}.", policy("c-1")),))
    situation = situation_of({"age": 9, "other_age": 4, "violence": "no_sign", "harm": "no_sign"})
    (found,) = worded(that_apply({"a-row": named}, situation), situation)
    assert found.text == "9 and 4, violence or harm."


def test_the_text_and_the_clauses_of_a_row_are_those_of_its_lines():
    found = row(
        "a-row", lines=(Line("a", "One.", policy("c-2", "c-1")), *TWO, Line("b", "Three.", policy("c-1", "c-3")))
    )
    assert found.text == "One.\nTwo.\nThree."
    assert found.clauses == ("c-2", "c-1", "c-3")
    assert beyond_policy("this-project", "c-1").clauses == ("c-1",)


def test_where_there_is_no_result_a_reader_is_told_of_danger_whom_to_tell_and_what_if_nobody_listens():
    assert [found.id for found in WITHOUT_A_RESULT] == ["emergency", "tell-someone", "not-listened-to"]


def test_what_is_said_at_once_is_what_the_answer_calls_for():
    for (question, option), (found, _) in AT_ONCE.items():
        assert option in QUESTIONS[question].ids()
        assert found.when(situation_of({question: option}))
        assert not found.when(NOTHING_KNOWN)


@pytest.mark.parametrize("when", COUNT_TOGETHER, ids=str)
def test_what_counts_together_in_what_to_do_does_and_neither_part_alone(when):
    children = {"age": 12, "other_age": 12, "involved": "child"}
    refers = Situation.contact_with_a_child_under_13_went_far
    assert refers(situation_of({**children, **when}))
    for question in when:
        assert not refers(situation_of({**children, question: when[question]}))


@pytest.mark.parametrize(
    ("age", "years", "kind"),
    [
        (CHARGED_FROM, 10, "law"),
        (CAN_CONSENT_IN_LAW_FROM, 13, "law"),
        (AGE_OF_CONSENT, 16, "law"),
        (DOMESTIC_ABUSE_FROM, 16, "law"),
        (ASSESSED_APART_FROM, 12, "this project"),
    ],
)
def test_each_age_that_decides_names_what_it_is_from(age, years, kind):
    assert age.years == years
    assert (SOURCES[age.source].kind if age.source in SOURCES else "policy") == kind

"""Every row of advice carries its condition, each of its lines what it rests on, and each age that decides its law."""

import inspect
from dataclasses import replace

import pytest

from checker.advice import Advice, Line, Wording, beyond_policy, policy, resting_on, rows_that_apply
from checker.cautions import CAUTIONS
from checker.model import Range, Step
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import NO_ANSWERS_YET, ROUTE, WITHOUT_A_RESULT
from checker.situation import Situation, always
from checker.sources import AGE_OF_CONSENT, CAN_CONSENT_IN_LAW_FROM, CHARGED_FROM, SOURCES

TABLES = {"route": ROUTE, "needs of the child": NEEDS_CHILD, "needs of the other": NEEDS_OTHER, "cautions": CAUTIONS}
ROWS = [*(row for rows in TABLES.values() for row in rows.values()), NO_ANSWERS_YET]
NOTHING_KNOWN = Situation({}, Range(Step.NORMAL, Step.VIOLENT))
SENTENCES = {always, *(method for method in vars(Situation).values() if inspect.isfunction(method))}
ONE = resting_on(policy("c-1"), "One.")
TWO = resting_on(beyond_policy("research"), "Two.")


def never(_):
    return False


def row(id_, when=always, **more):
    return Advice(id=id_, when=when, lines=ONE, **more)


@pytest.mark.parametrize("missing", ["when", "lines"])
def test_a_row_cannot_be_written_without_its_condition_or_without_lines(missing):
    fields = {"id": "a-row", "when": always, "lines": ONE}
    assert Advice(**fields)
    with pytest.raises(TypeError, match=missing):
        Advice(**{name: value for name, value in fields.items() if name != missing})


def test_a_line_cannot_be_written_without_what_it_rests_on():
    with pytest.raises(TypeError, match="basis"):
        Line("Words.")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_condition_of_a_row_is_a_sentence_of_the_situation(row):
    assert row.when in SENTENCES
    assert {wording.when for wording in row.wordings} <= SENTENCES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_line_of_a_row_has_words_and_rests_on_a_clause_or_on_a_known_source(row):
    for line in (*row.lines, *(line for wording in row.wordings for line in wording.lines)):
        assert line.text.strip()
        assert "\n" not in line.text
        assert line.basis.clauses or line.basis.source
        assert not line.basis.source or line.basis.source in SOURCES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_gives_way_only_to_rows_of_the_route(row):
    assert set(row.gives_way_to) <= set(ROUTE) - {row.id}


def test_rows_that_apply_come_in_their_order():
    rows = {id_: row(id_, when) for id_, when in (("b", always), ("none", never), ("a", always))}
    assert [found.id for found in rows_that_apply(rows, NOTHING_KNOWN)] == ["b", "a"]


@pytest.mark.parametrize(("other", "left"), [(always, ["other"]), (never, ["yields"])])
def test_a_row_is_left_out_only_while_a_row_that_it_gives_way_to_applies(other, left):
    rows = {"yields": row("yields", gives_way_to=("absent", "other")), "other": row("other", other)}
    assert [found.id for found in rows_that_apply(rows, NOTHING_KNOWN)] == left


def test_the_first_wording_that_holds_takes_the_place_of_the_lines_and_of_nothing_else():
    plain = row("a-row", contacts=("police",))
    worded = replace(plain, wordings=(Wording(never, ()), Wording(always, TWO), Wording(always, ())))
    assert worded.worded_for(NOTHING_KNOWN) == replace(worded, lines=TWO)
    assert replace(worded, wordings=worded.wordings[:1]).worded_for(NOTHING_KNOWN).lines == ONE
    assert rows_that_apply({"a-row": worded}, NOTHING_KNOWN) == (replace(worded, lines=TWO),)


def test_the_text_and_the_clauses_of_a_row_are_those_of_its_lines():
    lines = (*resting_on(policy("c-2", "c-1"), "One.", "Two."), *TWO, *resting_on(policy("c-1", "c-3"), "Three."))
    found = replace(row("a-row"), lines=lines)
    assert found.text == "One.\nTwo.\nTwo.\nThree."
    assert found.clauses == ("c-2", "c-1", "c-3")
    assert beyond_policy("research", "c-1").clauses == ("c-1",)


def test_where_there_is_no_result_a_reader_is_told_of_danger_whom_to_tell_and_what_if_nobody_listens():
    assert [found.id for found in WITHOUT_A_RESULT] == ["emergency", "no-answers-yet", "not-listened-to"]


@pytest.mark.parametrize(
    ("age", "years", "says"),
    [
        (CHARGED_FROM, 10, "under 10"),
        (CAN_CONSENT_IN_LAW_FROM, 13, "under 13"),
        (AGE_OF_CONSENT, 16, "Sexual Offences"),
    ],
)
def test_each_age_that_decides_names_the_law_it_is_from(age, years, says):
    assert age.years == years
    assert "law" in SOURCES[age.source].kind
    assert says in SOURCES[age.source].title

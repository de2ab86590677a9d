"""The five steps side by side, and the responses: all of the policy's words, as a table and as a drawing."""

from __future__ import annotations

import re

import pytest
from chosen import DOCS
from markup import TEXT, Element, Page, read_page

from checker.rulebook import STEPS
from overrides.pages.continuum import ONE_UNDER_THE_OTHER, PAD, SIDE_BY_SIDE, Stair, boxes, lines, plain
from overrides.words.clauses import read_clauses

CLAUSES = read_clauses(DOCS)


@pytest.fixture(scope="module")
def page(site) -> Page:
    return read_page(site / "continuum" / "index.html")


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def test_the_table_has_every_step_and_every_descriptor_in_order_each_with_its_clause(page):
    steps = [CLAUSES[clause].id for _, clause in STEPS.values()]
    descriptors = [point.id for step in steps for point in CLAUSES.points_of(step)]
    assert len(descriptors) == 27
    table, *_ = page.css("table[role=table]")
    assert [link.attributes["href"].partition("#")[2] for link in table.css("a")] == [*steps, *descriptors]
    for id_ in descriptors:
        assert squeezed(plain(CLAUSES[id_].words)) in squeezed(table.text()), id_


def next_element(element: Element, way: str) -> Element:
    beside = getattr(element, way)
    while beside.tag == TEXT:
        beside = getattr(beside, way)
    return beside


def test_each_table_is_folded_under_its_drawing_and_opens_without_a_script(page):
    for table in page.css("table[role=table]"):
        folded = table.parent
        assert folded.tag == "details"
        assert "open" not in folded.attributes
        drawing = next_element(folded, "prev")
        assert drawing.tag == "figure"
        assert drawing.css("svg.stairs")


def test_the_five_steps_follow_their_heading_at_once(page):
    (heading,) = page.css("#five-steps")
    assert next_element(heading, "next").css_first("*:first-child").tag == "figure"


def test_the_responses_are_a_table_of_the_words_of_their_clauses(page):
    _, *tables = page.css("table[role=table]")
    for table, clause in zip(tables, ("c-6-responses", "c-6-services"), strict=True):
        assert len(CLAUSES[clause].items) == 3
        assert all(squeezed(plain(item)) in squeezed(table.text()) for item in CLAUSES[clause].items)


def test_each_drawing_holds_the_same_words_and_says_in_text_what_it_shows(page):
    drawings = page.css("svg.stairs")
    assert len(drawings) == 6
    for drawing in drawings:
        assert drawing.attributes["role"] == "img"
        assert "table under this drawing" in drawing.attributes["aria-label"]
    for drawing in drawings[:2]:
        text = squeezed(drawing.text())
        for n, (title, clause) in enumerate(STEPS.values(), 1):
            assert squeezed(f"{n}. {title}") in text
            assert all(squeezed(plain(CLAUSES[i].words)) in text for i in CLAUSES if i.startswith(f"{clause}-"))


@pytest.mark.parametrize("frame", [*SIDE_BY_SIDE.values(), ONE_UNDER_THE_OTHER], ids=str)
def test_steps_are_told_apart_by_place_and_none_covers_another(frame):
    found = [Stair(str(n), ("some words of a point " * n,)) for n in range(1, 6)]
    placed, width, height = boxes(found, frame)
    assert len({y for _, y, _, _ in placed}) == len({x for x, _, _, _ in placed}) == len(placed)
    for stair, (x, y, wide, high) in zip(found, placed, strict=True):
        assert x + wide <= width
        assert y + high <= height
        assert max(len(text) for _, text in lines(stair, frame.letters)) <= frame.letters + len("* ")
        assert frame.letters * 8.2 + 2 * PAD <= frame.width

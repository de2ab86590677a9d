"""The five steps side by side, and the responses: all of the policy's words, as a table and as a drawing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from pages.reading import ROOT

from checker.rulebook import STEPS
from overrides.pages.continuum import ONE_UNDER_THE_OTHER, PAD, SIDE_BY_SIDE, Stair, boxes, lines, plain
from overrides.words.clauses import read_clauses

CLAUSES = read_clauses(ROOT / "docs")


class Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tables: list[list[str]] = []
        self.links: list[list[str]] = []
        self.drawings: list[list[str]] = []
        self.names: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "table" and found.get("role") == "table":
            self.inside = "table"
            self.tables.append([])
            self.links.append([])
        if tag == "svg" and "stairs" in (found.get("class") or ""):
            self.inside = "svg"
            self.drawings.append([])
            self.names.append(found.get("aria-label", ""))
            assert found["role"] == "img"
        if tag in {"th", "td", "li"} and self.inside == "table":
            self.tables[-1].append("")
        if tag == "a" and self.inside == "table":
            self.links[-1].append(found["href"].partition("#")[2])

    def handle_endtag(self, tag):
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data):
        if self.inside == "table" and self.tables[-1]:
            self.tables[-1][-1] += data
        if self.inside == "svg":
            self.drawings[-1].append(data)


@pytest.fixture(scope="module")
def page(site) -> Page:
    return Page((site / "continuum" / "index.html").read_text(encoding="utf-8"))


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def test_the_table_has_every_step_and_every_descriptor_in_order_each_with_its_clause(page):
    steps = [clause for _, clause in STEPS.values()]
    descriptors = [id_ for step in steps for id_ in CLAUSES if id_.startswith(f"{step}-")]
    assert len(descriptors) == 27
    assert page.links[0] == [*steps, *descriptors]
    text = squeezed(" ".join(page.tables[0]))
    for id_ in descriptors:
        assert squeezed(plain(CLAUSES[id_].words)) in text, id_


def test_the_responses_are_a_table_of_the_words_of_their_clauses(page):
    for table, clause in zip(page.tables[1:], ("c-6-responses", "c-6-services"), strict=True):
        assert len(CLAUSES[clause].items) == 3
        assert all(squeezed(plain(item)) in squeezed(" ".join(table)) for item in CLAUSES[clause].items)


def test_each_drawing_holds_the_same_words_and_says_in_text_what_it_shows(page):
    assert len(page.drawings) == 6
    assert all("table under this drawing" in name for name in page.names)
    for drawing in page.drawings[:2]:
        text = squeezed(" ".join(drawing))
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

"""Each page is held at the plainest it has been; the publisher's approved wording is the publisher's."""

from __future__ import annotations

import pytest
from chosen import DOCS, SETTINGS
from markup import read_page
from pages.plainness import SOURCES, Article, best, built, figures, named, sentences, wanted, words

APPROVED = SETTINGS["approved_wording"]
BEST = best()
APPROVE = "harder to read than it was: shorten it, or name its part in approved_wording (mkdocs.yml) if it is approved"
HALF_A_GRADE = 0.5
"""How far a page may fall behind its best, so that one sentence can be changed in one place."""


def holds_approved_wording(source) -> bool:
    return source.parent.name == "policy" and (source.stem in APPROVED or (source.stem == "all" and bool(APPROVED)))


@pytest.mark.of_our_edition
def test_every_page_has_its_best_figures_written_down():
    assert sorted(BEST) == sorted(map(named, SOURCES))


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_a_page_is_plain(site, source):
    if holds_approved_wording(source):
        pytest.skip("the publisher's approved wording")
    now = figures(built(site, source))
    long = [each for each in sentences(Article(read_page(built(site, source))).texts) if words(each) > 25]
    assert long == [], APPROVE
    assert now.grade <= wanted(named(source)), APPROVE
    assert now.average <= 15, APPROVE


@pytest.mark.of_our_edition
@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_a_page_is_as_plain_as_it_has_been(site, source):
    if holds_approved_wording(source):
        pytest.skip("the publisher's approved wording")
    now, held = figures(built(site, source)), BEST[named(source)]
    assert now.grade <= held.grade + HALF_A_GRADE, APPROVE
    assert now.average <= held.average + 1, APPROVE


def test_approved_wording_names_parts_that_are_there():
    assert all((DOCS / "parts/policy" / f"{part}.md").is_file() for part in APPROVED)

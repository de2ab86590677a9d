"""Every term and abbreviation of the policy is defined, and explained where a page first uses it."""

from __future__ import annotations

import re

import pytest
from chosen import DOCS
from markup import Page, article, read_page, sections, text
from pages.plainness import SOURCES, built

from overrides.words.clauses import read_clauses
from overrides.words.definitions import KINDS, form_pattern, read_definitions

TERMS = read_definitions(DOCS)
CLAUSES = read_clauses(DOCS)
WITH_EXPLANATIONS = [source for source in SOURCES if "{{ explained" in source.read_text(encoding="utf-8")]


OPENERS = "button[popovertarget]:not([popovertargetaction=hide])"
CLOSERS = "button[popovertarget][popovertargetaction=hide]"


def explanations(page: Page) -> list[str]:
    return [element.id for element in page.css("[popover]")]


def targets(page: Page, buttons: str) -> list[str]:
    """The explanations that buttons open or close."""
    return [button.attributes["popovertarget"] for button in page.css(buttons)]


def test_ids_and_names_are_unique_and_every_entry_is_whole():
    assert len({term.id for term in TERMS}) == len({term.name for term in TERMS}) == len(TERMS)
    for term in TERMS:
        assert term.kind in KINDS, term.id
        assert term.means
        assert term.forms
        assert term.clauses
        assert bool(term.source) == (term.kind in {"law", "guidance"}), term.id


@pytest.mark.parametrize(
    "word", sorted({w for c in CLAUSES.values() for w in re.findall(r"\b[A-Z]{2,}[A-Z0-9-]*", c.words)})
)
def test_every_abbreviation_of_the_policy_is_explained(word):
    assert any(term.pattern.search(word) or re.search(rf"\b{word}\b", term.name) for term in TERMS), (
        f"{word} has no entry in docs/parts/definitions.toml"
    )


def test_the_words_of_the_checker_are_defined_under_their_own_ids():
    from checker.rulebook import STEPS
    from checker.rulebook import TERMS as OF_THE_CHECKER

    ids = {term.id for term in TERMS}
    assert set(OF_THE_CHECKER) | {f"{step.id}-step" for step in STEPS} <= ids


def test_each_term_has_its_place_whose_meaning_it_is_and_the_clauses_that_use_it(site):
    entries = sections(article(site, "definitions"), "h2")
    for term in TERMS:
        entry = entries[f"term-{term.id}"]
        assert KINDS[term.kind] in text(entry)
        assert ("Not the same everywhere." in text(entry)) == bool(term.differs)
        used = {id_ for id_, clause in CLAUSES.items() if id_ in term.clauses or term.pattern.search(clause.words)}
        led_to = {link.attributes["href"].partition("#")[2] for link in entry.css("a.clause-link")}
        assert {id_ for id_ in used if not CLAUSES[id_].withdrawn} == led_to, term.id


@pytest.mark.of_our_edition
@pytest.mark.parametrize("id_", ["problematic-step", "abusive-step", "inappropriate-step", "coercion"])
def test_what_sections_5_and_6_mean_differently_is_said(id_):
    term = next(term for term in TERMS if term.id == id_)
    assert "Section 5" in term.differs or "section 5" in term.differs
    assert "Section 6" in term.differs or "section 6" in term.differs


def test_every_page_of_the_policy_explains_its_terms():
    names = {source.relative_to(DOCS).as_posix() for source in WITH_EXPLANATIONS}
    sections = {f"policy/{path.name}" for path in (DOCS / "policy").glob("[0-9]*.md")}
    assert names == {*sections, "policy/all.md", "continuum.md"}


@pytest.mark.parametrize("source", WITH_EXPLANATIONS, ids=lambda source: source.name)
def test_the_first_use_alone_is_a_button_and_opens_the_explanation(site, source):
    page = read_page(built(site, source))
    opened = targets(page, OPENERS)
    assert opened
    assert sorted(opened) == sorted(explanations(page)) == sorted(targets(page, CLOSERS))
    assert len(set(opened)) == len(opened)


def test_a_page_explains_every_term_that_its_clauses_use(site):
    page = read_page(site / "policy/all/index.html")
    used = {term.id for term in TERMS if any(term.pattern.search(clause.words) for clause in CLAUSES.values())}
    explained = {id_.removeprefix("word-") for id_ in explanations(page)}
    assert used - explained == set()


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("force", "with Force, forced", "Force"),
        ("Asset", "an asset, Asset", "Asset"),
        ("describes [normal] sexual behaviour", "normal: it describes normal sexual behaviour", "normal"),
        ("TA-HSB", "HSB and TA-HSB", "TA-HSB"),
    ],
)
def test_a_form_finds_its_term_alone(form, text, found):
    assert re.findall(form_pattern(form), text) == [found]


def test_explanations_are_not_searched_as_if_they_were_the_page(site):
    import json

    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    texts = [doc["text"] for doc in index["docs"] if doc["location"].startswith("policy/7")]
    assert texts
    assert not any("More about" in text for text in texts)

"""Clause ids are for good: each is an element of one page, and whatever cites one finds it."""

from __future__ import annotations

import re
from pathlib import Path

from chosen import DOCS, SETTINGS
from markup import Page, everywhere, ids, inside, read_page, text
from markup import pages as pages_of

from overrides.words.cited import cited
from overrides.words.clauses import clauses_in, label, read_clauses
from overrides.words.sections import Section, read_sections

CLAUSES = read_clauses(DOCS)
IDS = (DOCS / "parts/policy/clause_ids.txt").read_text(encoding="utf-8").split()


def clauses_of(page: Page) -> list[str]:
    """The clauses that have their place on a page, in its order."""
    return [id_ for id_ in ids(page) if re.match("[cp]-[0-9]", id_)]


def test_no_clause_id_is_ever_lost_renamed_or_repeated(site):
    sections = [page for page in sorted((site / "policy").rglob("*.html")) if page.parent.name[0].isdigit()]
    assert [clause for page in sections for clause in clauses_of(read_page(page))] == IDS
    assert list(CLAUSES) == IDS


def test_the_whole_policy_on_one_page_has_every_clause_and_links_each_to_its_address(site):
    page = read_page(site / "policy/all/index.html")
    assert clauses_of(page) == IDS
    addresses = [link.attributes["href"].partition("#") for link in page.css("a.clause-number")]
    assert [clause for _, _, clause in addresses] == IDS
    for section, _, clause in addresses:
        assert clause in clauses_of(read_page(site / "policy/all" / section / "index.html"))


def test_the_whole_policy_has_the_headings_and_the_notes_of_its_sections_in_their_order(site):
    whole = read_page(site / "policy/all/index.html")
    said = [text(part) for part in everywhere(whole, "article h2, article h3, article .admonition")]
    sections = [read_page(site / "policy" / Path(section.page).stem / "index.html") for section in read_sections(DOCS)]
    assert said == [
        text(part) for page in sections for part in everywhere(page, "article h1, article h2, article .admonition")
    ]


def test_every_page_of_the_policy_says_whose_words_these_are(site):
    pages = [*(site / "policy").rglob("*.html"), site / "continuum/index.html", site / "definitions/index.html"]
    assert len(pages) == len(read_sections(DOCS)) + 4
    publisher = SETTINGS["publisher"]
    for page in pages:
        said = text(inside(read_page(page), "p.edition"))
        assert "plain-English edition" in said
        assert "approved document prevails" in said
        assert (f"not published by {publisher['name']}" in said) != publisher["published"]


def test_a_paragraph_without_a_mark_belongs_to_the_clause_above_its_list():
    part = "[c-1-2] Found:\n\n- [c-1-2-a] slow;\n- [c-1-2-b] poor,\n  very.\n\nAnd so.\n"
    part += "\n[c-1-3] Then:\n\n- one;\n- two.\n"
    found = {
        clause.id: (clause.text, clause.items) for clause in list(clauses_in(Section("1-one.md", "title: One", part)))
    }
    assert found == {
        "c-1-2": (["Found:", "And so."], []),
        "c-1-2-a": (["slow;"], []),
        "c-1-2-b": (["poor, very."], []),
        "c-1-3": (["Then:"], ["one;", "two."]),
    }


def test_a_clause_is_cited_by_its_section_its_number_and_its_name():
    ids = ("c-0", "c-1-2-a", "c-6-abusive-consent", "c-6-problematic-no-victim")
    assert [label(id_) for id_ in ids] == ["0", "1.2.a", "6.abusive.consent", "6.problematic.no-victim"]
    assert len({label(id_) for id_ in IDS}) == len(IDS)


def test_everything_that_cites_a_clause_names_one_that_is_published():
    citations = list(cited())
    assert len(citations) > 80
    assert {CLAUSES[clause].id for _, clause, _ in citations if clause not in CLAUSES.absent} <= set(IDS)


def test_every_descriptor_of_sections_5_and_6_decides_or_is_listed_with_a_reason():
    from checker.rulebook import RULES, UNDECIDED

    decided = {rule.clause for rule in RULES} | {row.clause for row in UNDECIDED}
    assert {id_ for id_ in IDS if id_.startswith(("c-5-", "c-6-"))} <= decided


def test_ids_are_unique_on_every_page(site):
    for path, page in pages_of(site).items():
        assert len(ids(page)) == len(set(ids(page))), path

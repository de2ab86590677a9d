"""Clause ids are for good: each is an element of one page, and whatever cites one finds it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from overrides.publish.clauses import cited, label, pages_of_clauses
from overrides.publish.runtime import ROOT

IDS = (Path(__file__).parent / "clause_ids.txt").read_text(encoding="utf-8").split()


class Ids(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, _, attrs):
        self.ids += [value for name, value in attrs if name == "id"]


def ids_of(path: Path) -> list[str]:
    return Ids(path.read_text(encoding="utf-8")).ids


def test_no_clause_id_is_ever_lost_renamed_or_repeated(site):
    published = [id_ for page in (site / "policy").rglob("*.html") for id_ in ids_of(page) if id_.startswith("c-")]
    assert sorted(published) == sorted(IDS)
    assert list(pages_of_clauses(ROOT / "docs")) == IDS


def test_a_clause_is_cited_by_its_section_its_number_and_its_name():
    ids = ("c-0", "c-1-2-a", "c-6-abusive-consent", "c-6-problematic-no-victim")
    assert [label(id_) for id_ in ids] == ["0", "1.2.a", "6.abusive.consent", "6.problematic.no-victim"]
    assert len({label(id_) for id_ in IDS}) == len(IDS)


def test_everything_that_cites_a_clause_names_one_that_is_published():
    citations = list(cited())
    assert len(citations) > 80
    assert {clause for _, clause in citations} <= set(IDS)


def test_every_descriptor_of_sections_5_and_6_decides_or_is_listed_with_a_reason():
    from checker.rulebook import RULES, UNDECIDED

    decided = {rule.clause for rule in RULES} | {row.clause for row in UNDECIDED}
    assert {id_ for id_ in IDS if id_.startswith(("c-5-", "c-6-"))} <= decided


def test_ids_are_unique_on_every_page(site):
    for page in site.rglob("*.html"):
        found = ids_of(page)
        assert len(found) == len(set(found)), page


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The words and settings alone, to break them in."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "overrides" / "theme", tmp_path / "overrides" / "theme")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


def pages(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_copy_builds_before_it_is_broken(copy):
    assert pages(copy).returncode == 0


def test_a_clause_that_is_cited_and_missing_fails_the_build_and_names_who_cites_it(copy):
    edit(copy / "docs/parts/policy/6-abusive.md", "[c-6-abusive-coercion] ", "")
    built = pages(copy)
    assert built.returncode != 0
    assert re.search(r"rule coercion cites c-6-abusive-coercion", built.stdout + built.stderr)


def test_a_missing_include_fails_the_build(copy):
    edit(copy / "docs/check/index.md", "first-screen.md!}", "no-such-part.md!}")
    assert pages(copy).returncode != 0


def test_a_missing_part_of_the_policy_fails_the_build(copy):
    (copy / "docs/parts/policy/6-violent.md").unlink()
    built = pages(copy)
    assert built.returncode != 0
    assert "6-violent.md" in built.stdout + built.stderr


@pytest.mark.parametrize("link", ["../policy/no-such-page.md", "../policy/7-referral.md#no-such-place"])
def test_a_dead_link_or_anchor_fails_the_build(copy, link):
    edit(copy / "docs/check/how-it-decides.md", "../policy/7-referral.md", link)
    assert pages(copy).returncode != 0


def test_an_unknown_block_or_contact_fails_the_build(copy):
    edit(copy / "docs/check/how-it-decides.md", "{{ rules ../policy }}", "{{ rulez ../policy }}")
    assert pages(copy).returncode != 0


def test_a_section_in_other_words_breaks_nothing(copy):
    part = copy / "docs/parts/policy/7-referral.md"
    part.write_text(
        "[c-7-refer] Other words.\n\n[c-7-unsure] More words.\n\n[c-7-procedure] The rest.\n", encoding="utf-8"
    )
    assert pages(copy).returncode == 0


def test_a_withdrawn_checker_shows_the_route_and_no_form(copy):
    edit(copy / "mkdocs.yml", "checker_withdrawn: false", "checker_withdrawn: true")
    assert pages(copy).returncode == 0
    for path in ("check", "check/how-it-decides", "check/examples"):
        page = (copy / "site" / path / "index.html").read_text(encoding="utf-8")
        assert 'class="withdrawn"' in page
        assert not re.search(r"<form method|data-from=|class=\"rule\"", page)
    page = (copy / "site/check/index.html").read_text(encoding="utf-8")
    assert 'class="first-screen"' in page
    assert "tel:999" in page


def test_confirmed_contacts_are_shown(copy):
    text = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    (copy / "mkdocs.yml").write_text(text.replace('confirmed: ""', 'confirmed: "2026-11-01"'), encoding="utf-8")
    assert pages(copy).returncode == 0
    assert "tel:+441375652802" in (copy / "site/check/index.html").read_text(encoding="utf-8")
